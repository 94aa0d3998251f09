"""A listing that comes page by page and can go on after an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import final

from holdfast.storage.base import FileInfo

Page = tuple[Sequence[FileInfo], str | None]
"""The files, and what to ask for next; None on the last page."""


@final
class Pages(Iterator[FileInfo]):
    """Files of all pages. When `fetch` raises, so does `next`, and the following `next` asks for the same page again: unlike a
    generator, which an error ends, so that asking it again would pass a part for the whole.
    """

    def __init__(self, fetch: Callable[[str | None], Page]) -> None:
        self._fetch = fetch
        self._page: Iterator[FileInfo] = iter(())
        self._next: str | None = None
        self._last = False

    def next_page(self) -> Sequence[FileInfo]:
        """The next page that holds something; empty at the end."""
        while not self._last:
            files, self._next = self._fetch(self._next)
            self._last = self._next is None
            if files:
                return files
        return ()

    def __next__(self) -> FileInfo:
        info = next(self._page, None)
        if info is None:
            self._page = iter(self.next_page())
            info = next(self._page)
        return info
