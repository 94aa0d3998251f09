"""A sign-in is tried before there is a site, in the browser of this computer where that is the way."""

from __future__ import annotations

from typing import Any

from holdfast.secret import Secret
from holdfast_desktop.dialogs.wizard.choices import SignInChoice
from holdfast_desktop.pages.connect_flows import open_page
from holdfast_desktop.pages.desk import Desk


async def by_browser(desk: Desk, choice: SignInChoice) -> Any:
    """What the person's browser brings; cancelling the task gives up."""
    oauth = choice.way == "oauth"
    return await desk.app.sites.browser_sign_in(
        choice.system,
        choice.url,
        open_page=lambda page: open_page(page),
        kind="oauth" if oauth else "application-password",
        client_id=choice.user if oauth else "",
        client_secret=Secret(choice.secret) if oauth else None,
        allow_http=choice.allow_http,
    )


async def tried(desk: Desk, choice: SignInChoice) -> Any:
    """The sign-in, tried on the site (`SignInTried`); by the browser where that is the way. Nothing is stored."""
    sites = desk.app.sites
    if choice.way in {"browser", "oauth"}:
        return await sites.try_sign_in(choice.system, sign_in=await by_browser(desk, choice))
    if choice.account:
        return await sites.try_sign_in(choice.system, url=choice.url, account=choice.account)
    return await sites.try_sign_in(
        choice.system,
        url=choice.url,
        user=choice.user,
        auth=choice.way,
        secret=Secret(choice.secret),
        code=Secret(choice.code) if choice.code else None,
        allow_http=choice.allow_http,
    )
