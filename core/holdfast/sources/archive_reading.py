"""Opens an archive and yields its members in order, each as a stream; what it is, its first bytes say and not its name.

Zip (stored, deflate, bzip2, LZMA; zip64), tar, tar.gz, tar.zst, and a single packed file (.sql.gz). Reading a member to its end proves it
(CRC of zip and gzip, checksum of zstd); asking for members to the end proves the archive.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Forbidden, NotFound, StorageError
from holdfast.sources.archive_rules import Judge, MemberKind, Rules, damaged, unsupported

Form = Literal["zip", "tar", "tar.gz", "tar.zst", "gz"]
PIECE = 1 << 20


class Member(msgspec.Struct, frozen=True, gc=False):
    """One thing in an archive. `path` is judged and clean; `name` is what the archive says."""

    path: bytes
    name: bytes
    kind: MemberKind
    size: int
    """-1: known when it has been read."""
    mode: int
    """Permission bits, without setuid, setgid and sticky."""
    mtime_ns: int
    """UTC. A zip without Unix times has local ones of an unknown zone: they are taken as UTC, the same everywhere and on each day."""
    dos_time: int = 0
    """A zip's own time, as it stands there."""
    unix_time: bool = True
    attributes: int = 0
    """A zip's external attributes."""
    method: int = 8
    """A zip's method of compression."""


class Archive(Protocol):
    """An open archive. Members are asked for once; each content is read (or left) before the next is asked for."""

    form: Form
    left_out: list[bytes]
    """Names of links and special files that were left out."""

    def members(self) -> Iterator[tuple[Member, Iterator[bytes]]]:
        """Raises `Damaged`, `Unsupported`, `Cancelled`. The content of one that is skipped is passed over."""

    def close(self) -> None: ...


def open_archive(path: Path, rules: Rules | None = None, cancelled: Cancellation | None = None) -> Archive:
    """Raises `NotFound`, `Forbidden`, `Unsupported` (no archive that we know), `Damaged`."""
    cancelled = cancelled or Cancellation()
    file = open_file(path)
    try:
        size = file.seek(0, 2)
        form = form_of(file)
        judge = Judge(rules or Rules(), size)
        if form == "zip":
            from holdfast.sources.archive_zip import ZipReader

            return ZipReader(file, judge, cancelled)
        from holdfast.sources.archive_tar import PackedFile, TarReader

        if form == "gz":
            return PackedFile(file, path.name, judge, cancelled)
        return TarReader(file, form, judge, cancelled)
    except BaseException:
        file.close()
        raise


def open_file(path: Path) -> BinaryIO:
    """For reading; `NotFound`, `Forbidden`, `StorageError`."""
    try:
        if path.exists() and not path.is_file():
            raise unsupported(f"{path.name} is no file")
        return path.open("rb")
    except FileNotFoundError:
        raise NotFound(f"There is no archive {path.name}.", hint="It may have been moved or removed.") from None
    except PermissionError:
        raise Forbidden(f"The archive {path.name} may not be read.", code="FILE-RIGHTS", hint="Change its permissions.") from None
    except OSError as error:
        raise StorageError(f"The archive {path.name} cannot be read: {error.strerror}.") from None


def form_of(file: BinaryIO) -> Form:
    """What the archive is, by its content. `Unsupported`, `Damaged`."""
    from holdfast.sources.archive_packed import unpacked
    from holdfast.sources.archive_tar import is_header

    file.seek(0)
    head = file.read(512)
    file.seek(0)
    if not head:
        raise damaged("it is empty")
    if head[:4] in (b"PK\3\4", b"PK\5\6"):
        return "zip"
    if head[:2] == b"\x1f\x8b":
        inside = unpacked(file, "gz").exactly(512)
        file.seek(0)
        return "tar.gz" if is_header(inside) else "gz"
    if head[:4] == b"\x28\xb5\x2f\xfd":
        inside = unpacked(file, "zst").exactly(512)
        file.seek(0)
        if len(inside) < 512:
            raise damaged("it ends too early")
        if not is_header(inside):
            raise unsupported("it is packed with zstd, but is no tar")
        return "tar.zst"
    if is_header(head):
        return "tar"
    if head.lstrip()[:1] in (b"<", b"{"):
        raise damaged("it is a web page or a message, no archive")
    raise unsupported("it is neither zip nor tar nor gzip")
