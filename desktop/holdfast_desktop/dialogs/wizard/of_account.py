"""The sites that an account of a service has, as they are added: each by a name that no other has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from holdfast_desktop.dialogs.wizard.choices import NewSite, SignInChoice, free_name


def sites_of_account(
    installs: Sequence[Mapping[str, Any]], sign_in: SignInChoice, kind: str, emails: tuple[str, ...], taken: Iterable[str]
) -> tuple[NewSite, ...]:
    """`installs`: {id, name, domain}. `taken`: names that are used already, casefolded."""
    names, found = set(taken), []
    for one in installs:
        name = free_name(str(one.get("name") or one.get("domain") or one["id"]), names)
        names.add(name.casefold())
        found.append(NewSite(name, kind, sign_in=sign_in, install=str(one["id"]), emails=emails))
    return tuple(found)
