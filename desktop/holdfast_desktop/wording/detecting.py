"""What is found out about an address or a folder, as short lines with a tick each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from holdfast_desktop.wording import services
from holdfast_desktop.wording.tr import tr

State = Literal["waiting", "yes", "no", "unknown"]
ENGINE_HOSTS = (".wpengine.com", ".wpenginepowered.com")
ENGINE_SIGNS = ("wpe/", "wpe_sign_on_plugin/")
"""Name spaces that WP Engine's own must-use plugins open in the REST index of every site there."""


@dataclass(frozen=True)
class Tick:
    state: State
    words: str


def ticks_while_looking(reached: str = "") -> list[Tick]:
    """`reached`: the address of the page that has answered."""
    there: State = "yes" if reached else "waiting"
    secure: State = "yes" if reached.startswith("https:") else "waiting"
    later = (tr("WordPress interface"), tr("Backup plugin"), tr("Ways to sign in"))
    return [Tick(there, tr("Reachable")), Tick(secure, tr("HTTPS")), *(Tick("waiting", line) for line in later)]


def is_at_engine(found: Mapping[str, Any]) -> bool:
    """Whether a site shows the signs of WP Engine: its host, or what its must-use plugins add."""
    url = str(found.get("url") or "").rstrip("/")
    return url.endswith(ENGINE_HOSTS) or any(str(one).startswith(ENGINE_SIGNS) for one in found.get("namespaces") or ())


def ticks_of(found: Mapping[str, Any]) -> list[Tick]:
    """Of what detection told, also when it found no system."""
    codes = {str(one["code"]) for one in found.get("warnings") or ()}
    wordpress = bool(found.get("namespaces"))
    systems = [str(one["system"]) for one in found.get("systems") or () if one.get("why") != "PLUGIN-MISSING"]
    secure = str(found.get("root") or found.get("url") or "").startswith("https")
    ticks = [Tick("yes", tr("Reachable")), _https(secure, "HTTP-ONLY" in codes)]
    if wordpress or not systems:
        ticks.append(Tick("yes" if wordpress else "no", tr("WordPress answers") if wordpress else tr("No WordPress interface")))
    named = ", ".join(services.system_label(one) for one in systems)
    ticks.append(Tick("yes", named) if systems else Tick("no", tr("No backup plugin that Holdfast knows")))
    if is_at_engine(found):
        ticks.append(Tick("yes", tr("Hosted at WP Engine")))
    ticks.append(_sign_in([str(one) for one in found.get("sign_in") or ()]))
    return ticks


def _https(secure: bool, plain: bool) -> Tick:
    if secure:
        return Tick("yes", tr("HTTPS"))
    return Tick("no", tr("No HTTPS")) if plain else Tick("unknown", tr("No HTTPS, as usual on this computer"))


def _sign_in(ways: Sequence[str]) -> Tick:
    if "browser" in ways:
        return Tick("yes", tr("Sign-in in the browser"))
    return Tick("yes", tr("Sign-in with a password or key")) if ways else Tick("no", tr("No way to sign in"))


def ticks_of_failure(code: str, details: Mapping[str, Any]) -> list[Tick]:
    """How far it came before `code` ended it. A failure that carries what was found tells that."""
    if details.get("systems"):
        return ticks_of(details)
    if code.startswith("NET-"):
        return [Tick("no", tr("Not reachable"))]
    if code.startswith("TLS-"):
        return [Tick("yes", tr("Reachable")), Tick("no", tr("The certificate is not trusted"))]
    return [Tick("yes", tr("Reachable")), Tick("no", tr("No WordPress interface"))] if code else []
