"""The sites that the user is at, on whichever page: what keys and "go to anything" are about."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast_desktop.pages.page import Page


def sites_at_hand(page: Page, *, to_back_up: bool = False) -> Sequence[str]:
    """Names. `to_back_up`: only those that were chosen for something to be done, not the one that the keyboard happens to be at."""
    from holdfast_desktop.pages.backups import BackupsPage
    from holdfast_desktop.pages.overview import OverviewPage
    from holdfast_desktop.pages.sites import SitesPage

    if isinstance(page, SitesPage):
        return page.selected()
    if isinstance(page, BackupsPage):
        return [page.site()] if page.site() else []
    if isinstance(page, OverviewPage) and not to_back_up:
        return [page.current()] if page.current() else []
    return []
