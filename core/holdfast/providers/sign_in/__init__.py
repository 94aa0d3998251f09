"""Getting a credential, trying it, changing it, giving it back. Nothing here stores anything: that is the caller's.

`application_passwords`: pasted, tried, rotated, revoked. `approval`: made by the browser. `oauth`: authorization code with PKCE. `probe`:
whether a web server drops the header that carries a password.
"""

from __future__ import annotations

from holdfast.providers.sign_in.application_passwords import (
    NEW_PASSWORD_NAME,
    Another,
    Rotated,
    SignedIn,
    clean_password,
    hint_for,
    make_another,
    revoke,
    revoke_one,
    rotate,
    try_wordpress,
    wordpress_credential,
)
from holdfast.providers.sign_in.approval import Approval, approval, approved, same_site
from holdfast.providers.sign_in.oauth import Attempt, OAuthApp, attempt, code_of, exchange, renewal
from holdfast.providers.sign_in.probe import Verdict, header_probe

__all__ = [
    "NEW_PASSWORD_NAME",
    "Another",
    "Approval",
    "Attempt",
    "OAuthApp",
    "Rotated",
    "SignedIn",
    "Verdict",
    "approval",
    "approved",
    "attempt",
    "clean_password",
    "code_of",
    "exchange",
    "header_probe",
    "hint_for",
    "renewal",
    "make_another",
    "revoke",
    "revoke_one",
    "rotate",
    "same_site",
    "try_wordpress",
    "wordpress_credential",
]
