"""Is a site well after a restore? Its front page and its REST root are looked at without any credential.

A site that is being restored shows maintenance pages, "database error", or WordPress's installer (apis.md 0.5). Whatever else a front page
says (a sign-in, a redirect, not found) is the site's own business: it may have said so before.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from holdfast.errors import HoldfastError
from holdfast.jobs.messages import SiteAccess
from holdfast.progress import Totals
from holdfast.providers.http import Answer, Looker, error_of
from holdfast.providers.registry import system_of
from holdfast.worker.network import Voice
from holdfast.worker.network_following import Waits

WELL_WITHIN = 600.0
"""Seconds in which a site must come back: WordPress's own maintenance mode lasts ten minutes at most."""
_ILL = {"SITE-MAINTENANCE": "it is in maintenance mode.", "SITE-DATABASE": "it has no connection to its database."}
_INSTALLER = re.compile(r"/wp-admin/(install|setup-config)\.php")


async def until_well(access: SiteAccess, voice: Voice) -> str | None:
    """ "" as soon as the site is well; what is wrong with it when it is not within ten minutes; None where there is no site to look at."""
    if not system_of(access.system).namespace:
        return None
    waits, began = Waits(voice), voice.clock.monotonic()
    while True:
        voice.totals(Totals("check"))
        found = await illness(access)
        if not found or voice.clock.monotonic() - began > WELL_WITHIN:
            voice.looked(urlsplit(access.url).hostname or "", found or "ok")
            return found
        await voice.clock.sleep(waits.next())


async def illness(access: SiteAccess) -> str:
    """What is wrong with the WordPress behind `access` now; "" when nothing is."""
    async with Looker(ca_file=access.ca_file) as looker:
        for address in (front_page(access.url), access.url):
            try:
                answer = await looker.get(address)
            except HoldfastError as error:
                return error.message
            if wrong := _wrong(answer):
                return wrong
            if address == access.url and answer.status == 404:
                return "its REST interface is gone."
    return ""


def _wrong(answer: Answer) -> str:
    if _INSTALLER.search(answer.headers.get("location", "")):
        return "it wants to be installed anew, as if its database were empty."
    if answer.status < 400:
        return ""
    code = error_of(answer).code
    if code in _ILL:
        return _ILL[code]
    return f"it answers with an error ({answer.status})." if answer.status >= 500 else ""


def front_page(root: str) -> str:
    """Of the WordPress whose REST root this is, in either form."""
    pieces = urlsplit(root)
    if "rest_route=" in pieces.query:
        path = pieces.path.removesuffix("index.php")
    else:
        path = pieces.path.rstrip("/").rpartition("/")[0] + "/"
    return urlunsplit((pieces.scheme, pieces.netloc, path or "/", "", ""))
