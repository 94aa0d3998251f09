"""Lists of sites as people have them: addresses pasted in any form, a CSV file, a list exported from MainWP. Pure text in, rows out.

CSV: a header line names the columns, in any order and case: ``name, url, user, password, path, system`` and the words that other programs
use for them (`COLUMNS`); comma, semicolon or tab between. MainWP's own lists begin with ``Site Name, Url, Admin Name``. Without a header
that is understood every line is taken as an address.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from dataclasses import field as data_field

MOST = 2_000
LARGEST = 8 << 20
"""Bytes of a file; more is no list of sites."""
COLUMNS = {
    "name": ("name", "site name", "site", "title", "label"),
    "url": ("url", "address", "site url", "website", "website url", "domain", "home"),
    "user": ("user", "username", "login", "admin name", "admin", "admin username", "user name"),
    "secret": ("password", "application password", "app password", "secret", "key", "token"),
    "path": ("path", "folder", "directory"),
    "system": ("system",),
}


@dataclass(frozen=True)
class ListedSite:
    """One site of a list; `path` when it is a folder. What the list does not say is empty."""

    url: str = ""
    name: str = ""
    user: str = ""
    secret: str = data_field(default="", repr=False)
    path: str = ""
    system: str = ""

    def key(self) -> str:
        """Two rows with the same are one site."""
        return self.path or self.url.lower().rstrip("/").removeprefix("https://").removeprefix("http://")


def read_list(text: str) -> list[ListedSite]:
    """The sites of `text`, each once, in its order. Empty when there are none."""
    text = text.removeprefix("\ufeff")
    rows = _table(text)
    if rows is None:
        rows = [ListedSite(path=word) if _is_path(word) else ListedSite(url=word) for word in _words(text)]
    found: dict[str, ListedSite] = {}
    for row in rows:
        if row.key():
            found.setdefault(row.key(), row)
    return list(found.values())[:MOST]


def _words(text: str) -> list[str]:
    """Addresses between line ends, blanks, commas and semicolons; a line that is a folder is one, whatever it holds."""
    words: list[str] = []
    for line in text.splitlines():
        plain = line.strip().strip("\"'")
        if not plain or plain.startswith("#"):
            continue
        words += [plain] if _is_path(plain) else [word.strip("\"'<>()") for word in plain.replace(",", " ").replace(";", " ").split()]
    return [word for word in words if _is_path(word) or "." in word or "localhost" in word or word.startswith("http")]


def _is_path(word: str) -> bool:
    return word.startswith(("/", "~/", "\\\\")) or (len(word) > 2 and word[0].isalpha() and word[1:3] in {":\\", ":/"})


def _table(text: str) -> list[ListedSite] | None:
    """The rows below a header that is understood; None when there is no such header."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    between = max(",;\t", key=head.count)
    if between not in head:
        return None
    try:
        lines = [line for line in csv.reader(io.StringIO(text), delimiter=between) if any(cell.strip() for cell in line)]
    except csv.Error:
        return None
    names = [cell.strip().strip("#").strip().lower() for cell in lines[0]]
    place = {field: next((names.index(word) for word in words if word in names), -1) for field, words in COLUMNS.items()}
    if place["url"] < 0 and place["path"] < 0:
        return None

    def cell(line: list[str], field: str) -> str:
        return line[place[field]].strip() if 0 <= place[field] < len(line) else ""

    return [ListedSite(**{field: cell(line, field) for field in COLUMNS}) for line in lines[1:]]
