"""Signing in by the browser of this computer: the site asks the person there, and the browser brings the answer to a loopback address.

An application password that WordPress makes (apis.md 2.3), or OAuth's code with PKCE and state (6.2). The page's address goes to the
parent by `PageToOpen`; the credential by `CredentialRenewed`. Where a site does not come back to a loopback address (WordPress before
7.0, unless it calls itself local) the person opens `PageToOpen.by_hand` and pastes what it shows.
"""

from __future__ import annotations

from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.errors import RemoteError, Unsupported
from holdfast.jobs.messages import CredentialRenewed, PageToOpen, SignInByBrowser
from holdfast.progress import Progress
from holdfast.providers.discovery import Detected
from holdfast.providers.http import Credential, check_base, must_be_https
from holdfast.providers.listener import Callback
from holdfast.providers.registry import system_of
from holdfast.providers.sign_in import OAuthApp, approval, approved, attempt, code_of, exchange, same_site
from holdfast.worker.network import Voice, perform, sign_in_of
from holdfast.worker.network_asking import found_site

Result = dict[str, Any]


def run(request: SignInByBrowser, progress: Progress, cancelled: Cancellation) -> Result:
    """{"url": the REST root, "user", "page": where a password can be copied by hand, or ""}."""
    return perform(lambda: _sign_in(request, Voice(request, progress)), cancelled)


async def _sign_in(request: SignInByBrowser, voice: Voice) -> Result:
    known = system_of(request.system)
    if request.kind not in known.sign_in:
        raise Unsupported(
            f"{known.label} does not sign in so ({request.kind}).", hint=f"Ways to sign in: {', '.join(known.sign_in)}.", code="AUTH-WAY"
        )
    found = await found_site(request.url, known, voice, ca_file=request.ca_file)
    check_base(found.root, allow_http=request.allow_http)
    if request.paste:
        return {"url": found.root, "user": "", "page": approval(found.index, found.root).by_hand}
    credential, page = await (_authorized if request.kind == "oauth" else _approved)(request, found, voice)
    secret = request.client_secret
    voice.progress.tell(CredentialRenewed(job=request.job, site=request.site, account="", sign_in=sign_in_of(credential, secret)))
    return {"url": found.root, "user": credential.user, "page": page}


async def _approved(request: SignInByBrowser, found: Detected, voice: Voice) -> tuple[Credential, str]:
    async with Callback() as callback:
        asked = approval(found.index, found.root, callback.address)
        _show(request, voice, asked.address, asked.by_hand)
        return approved(asked, await callback.wait(request.seconds)), asked.by_hand


async def _authorized(request: SignInByBrowser, found: Detected, voice: Voice) -> tuple[Credential, str]:
    home = found.index.home or found.url
    if not same_site(home, found.root):
        raise RemoteError("The site wants its users to sign in on another host.", code="SITE-MOVED", hint="Use an application password.")
    must_be_https(home, found.root)
    app = OAuthApp.of_site(home, request.client_id, request.client_secret, allow_http=request.allow_http, ca_file=request.ca_file)
    async with Callback() as callback:
        tried = attempt(app, callback.address)
        _show(request, voice, tried.address)
        code = code_of(tried, await callback.wait(request.seconds))
        return await exchange(app, tried, code, observer=voice), ""


def _show(request: SignInByBrowser, voice: Voice, address: str, by_hand: str = "") -> None:
    voice.progress.tell(PageToOpen(job=request.job, site=request.site, address=address, by_hand=by_hand))
