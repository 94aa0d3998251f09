"""The pages by name, each imported and made when it is first asked for: a start pays for the one it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from holdfast_desktop.pages.page import Page

if TYPE_CHECKING:
    from holdfast_desktop.pages.desk import Desk
    from holdfast_desktop.pages.flows import Flows
    from holdfast_desktop.pages.settings import SettingsPage
    from holdfast_desktop.pages.sites import SitesPage


class LazyPages(Mapping[str, Page]):
    """Names are known at once; ``[name]`` makes a page, puts it into `stack` and lets it catch up with what the desk knows already.
    `when_made` is told of it."""

    def __init__(self, makers: Mapping[str, Callable[[], Page]], stack: QStackedWidget, when_made: Callable[[str, Page], None]) -> None:
        self._makers = makers
        self._stack = stack
        self._when_made = when_made
        self._made: dict[str, Page] = {}

    def __getitem__(self, name: str) -> Page:
        page = self._made.get(name)
        if page is None:
            page = self._made[name] = self._makers[name]()
            self._stack.addWidget(page)
            if page.desk.status is not None:
                page.catch_up()
            self._when_made(name, page)
        return page

    def made(self, name: str) -> Page | None:
        """The page, if it was made already."""
        return self._made.get(name)

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def makers(desk: Desk, flows: Flows) -> dict[str, Callable[[], Page]]:
    """How each page is made, in the order of the sidebar."""

    def overview() -> Page:
        from holdfast_desktop.pages.overview import OverviewPage

        return OverviewPage(desk)

    def sites() -> Page:
        from holdfast_desktop.pages.sites import SitesPage

        return SitesPage(desk, flows)

    def backups() -> Page:
        from holdfast_desktop.pages.backups import BackupsPage

        return BackupsPage(desk, flows)

    def activity() -> Page:
        from holdfast_desktop.pages.activity import ActivityPage

        return ActivityPage(desk)

    def storage() -> Page:
        from holdfast_desktop.pages.storage import StoragePage

        return StoragePage(desk, flows)

    def settings() -> Page:
        from holdfast_desktop.pages.settings import SettingsPage

        return SettingsPage(desk)

    return {"overview": overview, "sites": sites, "backups": backups, "activity": activity, "storage": storage, "settings": settings}


def sites_page(page: Page | None) -> SitesPage | None:
    """`page`, where it is the one of the sites (which then was imported already)."""
    if page is None or page.property("pageName") != "sites":
        return None
    from holdfast_desktop.pages.sites import SitesPage

    return page if isinstance(page, SitesPage) else None


def settings_page(page: Page | None) -> SettingsPage | None:
    """`page`, where it is the one of the settings."""
    if page is None or page.property("pageName") != "settings":
        return None
    from holdfast_desktop.pages.settings import SettingsPage

    return page if isinstance(page, SettingsPage) else None
