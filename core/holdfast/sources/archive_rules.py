"""What an archive from elsewhere may hold: judged before a byte of it is used. Pure, no I/O.

Nothing of a hostile archive is ever written: names that lead out or mean something to another system, links, devices, names that one
file system could take for one, and archives that grow beyond measure are refused with `Damaged` (code ``ARCHIVE-HOSTILE``, details
``reason``) as a whole.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

import msgspec

from holdfast.errors import Damaged, HoldfastError, Unsupported

MemberKind = Literal["file", "dir", "link", "special"]
_DRIVE = re.compile(r"[A-Za-z]:")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE | re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_LONGEST_PART = 255
_LONGEST_PATH = 4096


class Rules(msgspec.Struct, frozen=True):
    """Limits; sizes in bytes."""

    most_members: int = 500_000
    most_bytes: int = 1 << 40
    ratio: int = 100
    """Unpacked to packed, of the whole archive."""
    ratio_from: int = 64 << 20
    """Below this unpacked size no ratio is too much."""
    most_pieces: int = 2_000_000
    """Folders and files together, those folders included that no member names."""
    portable: bool = True
    """Refuse too what only some systems take amiss: reserved names, blanks and dots at the end, names that differ in case or in Unicode
    form alone. A site on Linux may have such names by right; False takes them into a repository as they are."""
    leave_out_links: bool = False
    """Links and special files are told and left out (archives of whole home folders have them) instead of refused."""


def hostile(reason: str, message: str) -> Damaged:
    """The error for an archive that is not what it should be."""
    return Damaged(
        f"The archive is refused: {message}.",
        code="ARCHIVE-HOSTILE",
        hint="Nothing of it was used. Make a new backup, or look at how this archive was made.",
        reason=reason,
    )


def damaged(message: str) -> Damaged:
    """The error for an archive that cannot be read to its end."""
    return Damaged(
        f"The archive is damaged: {message}.", code="ARCHIVE-DAMAGED", hint="Download it again, or take another backup."
    )  # fmt: skip


def unsupported(message: str) -> HoldfastError:
    return Unsupported(f"The archive cannot be read: {message}.", code="ARCHIVE-KIND")


def shown(name: bytes | str, limit: int = 80) -> str:
    """A hostile name for a message: printable and short."""
    text = name if isinstance(name, str) else name.decode(errors="backslashreplace")
    text = "".join([c if c.isprintable() else f"\\x{ord(c):02x}" for c in text.encode(errors="backslashreplace").decode()])
    return text if len(text) <= limit else text[: limit - 1] + "…"


def clean_path(name: bytes, *, portable: bool = True) -> bytes:
    """A member's name as a relative path without a slash at its end; "" for the archive's root (``./``). Raises `Damaged`."""
    if not name or len(name) > _LONGEST_PATH:
        raise hostile("name", "a member has no name" if not name else "a member's name is too long")
    if name.startswith(b"/"):
        raise hostile("absolute", f"“{shown(name)}” is an absolute path")
    if b"\0" in name or b"\\" in name:
        raise hostile("name", f"“{shown(name)}” holds a character that no name may hold")
    parts = [part for part in name.split(b"/") if part not in (b"", b".")]
    for part in parts:
        _check_part(part, name, portable)
    return b"/".join(parts)


def _check_part(part: bytes, name: bytes, portable: bool) -> None:
    if part == b"..":
        raise hostile("upwards", f"“{shown(name)}” leads out of the archive")
    if len(part) > _LONGEST_PART:
        raise hostile("name", f"“{shown(name)}” is longer than file systems allow")
    text = part.decode(errors="surrogateescape")
    if text[1:2] == ":" and _DRIVE.match(text):
        raise hostile("absolute", f"“{shown(name)}” begins with a drive")
    if _CONTROL.search(text) or (portable and (text[-1] in ". " or _RESERVED.fullmatch(text))):
        raise hostile("name", f"“{shown(name)}” is a name that another system understands differently")


class Judge:
    """Takes an archive's members one by one; raises `Damaged` for the first that is not allowed."""

    def __init__(self, rules: Rules, packed: int) -> None:
        """`packed`: the size of the archive file."""
        self._rules = rules
        self.most_members = rules.most_members
        self._most = min(rules.most_bytes, max(rules.ratio_from, rules.ratio * packed))
        self._folders: set[str] = set()
        self._named: dict[str, bool] = {}
        self._spelled: dict[str, str] = {}
        self.members = 0
        self.bytes = 0

    def member(self, name: bytes, kind: MemberKind, size: int) -> bytes | None:
        """The path of a member (relative, clean); None for one to leave out. `size`: as stated, 0 when unknown."""
        self.members += 1
        if self.members > self._rules.most_members:
            raise hostile("count", f"it has more than {self._rules.most_members:,} members")
        if size < 0:
            raise damaged(f"“{shown(name)}” has an impossible length")
        if kind in ("link", "special"):
            if self._rules.leave_out_links:
                return None
            raise hostile(kind, f"“{shown(name)}” is a {'link' if kind == 'link' else 'device or pipe'}, no file")
        path = clean_path(name, portable=self._rules.portable)
        if not path:
            if kind == "dir":
                return None
            raise hostile("name", f"“{shown(name)}” is no name for a file")
        self._place(path, kind == "dir")
        self.grown(size)
        return path

    def grown(self, size: int) -> None:
        """`size` more bytes came out."""
        self.bytes += size
        if self.bytes > self._most:
            raise hostile("bomb", "unpacked it would be far larger than an archive of this size can honestly be")

    def _place(self, path: bytes, is_folder: bool) -> None:
        text = path.decode(errors="surrogateescape")
        key = _key(text) if self._rules.portable else text
        if self._spelled.setdefault(key, text) != text:
            raise hostile("collision", f"“{shown(text)}” and “{shown(self._spelled[key])}” are one name on many systems")
        if key in self._named:
            if is_folder and self._named[key]:
                return
            raise hostile("collision", f"“{shown(text)}” is in it twice")
        if not is_folder and key in self._folders:
            raise hostile("collision", f"“{shown(text)}” is both a file and a folder")
        self._named[key] = is_folder
        if is_folder:
            self._folders.add(key)
        self._place_above(key, text)

    def _place_above(self, key: str, text: str) -> None:
        while "/" in key:
            key, text = key.rpartition("/")[0], text.rpartition("/")[0]
            if self._named.get(key) is False:
                raise hostile("collision", f"“{shown(text)}” is both a file and a folder")
            if self._spelled.setdefault(key, text) != text:
                raise hostile("collision", f"“{shown(text)}” and “{shown(self._spelled[key])}” are one name on many systems")
            if key in self._folders:
                return
            self._folders.add(key)
            if len(self._folders) + len(self._named) > self._rules.most_pieces:
                raise hostile("count", "it has too many folders")


def _key(text: str) -> str:
    """The same for names that some file system takes for one."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
