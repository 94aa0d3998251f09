"""The pages by name, each made when it is first asked for: a start builds the one it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtWidgets import QStackedWidget

from holdfast_desktop.pages.page import Page


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
