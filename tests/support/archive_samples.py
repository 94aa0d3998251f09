"""Archives for tests: a small site as zip or tar, and forty that mean harm (reliability.md H1)."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import zstandard

DUMP = b"-- MariaDB dump 10.19\n\nDROP TABLE IF EXISTS `wp_posts`;\nCREATE TABLE `wp_posts` (`ID` bigint);\n" + (
    b"INSERT INTO `wp_posts` VALUES (1);\n" * 50 + b"-- Dump completed on 2026-11-20 03:00:00\n"
)
CONFIG = b"<?php\ndefine('DB_NAME', 'shop');\n$table_prefix = 'wp_';\n"
WHEN = datetime(2026, 11, 20, 3, 4, 6, tzinfo=UTC)
SITE: dict[str, bytes] = {
    "wp-config.php": CONFIG,
    "wp-content/": b"",
    "wp-content/themes/one/style.css": b"body { color: black }\n" * 40,
    "wp-content/uploads/2026/Größe.jpg": bytes(range(256)) * 64,
    "empty.txt": b"",
    "database.sql": DUMP,
}


def make_zip(path: Path, files: Mapping[str, bytes] = SITE, *, when: datetime = WHEN, stored: bool = False) -> Path:
    """A name that ends with a slash is a folder."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (when.year, when.month, when.day, when.hour, when.minute, when.second))
            info.compress_type = zipfile.ZIP_STORED if stored or name.endswith("/") else zipfile.ZIP_DEFLATED
            info.external_attr = (0o040755 if name.endswith("/") else 0o100640) << 16
            packed.writestr(info, content)
    return path


def tar_bytes(files: Mapping[str, bytes] = SITE, *, when: datetime = WHEN, form: int = tarfile.PAX_FORMAT) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=form) as packed:
        for name, content in files.items():
            info = tarfile.TarInfo(name.rstrip("/"))
            info.type = tarfile.DIRTYPE if name.endswith("/") else tarfile.REGTYPE
            info.mode, info.mtime, info.size = (0o755 if name.endswith("/") else 0o640), when.timestamp(), len(content)
            packed.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def make_tar(path: Path, files: Mapping[str, bytes] = SITE, *, when: datetime = WHEN) -> Path:
    """.tar, .tar.gz or .tar.zst by the name."""
    content = tar_bytes(files, when=when)
    if path.name.endswith("gz"):
        content = gzip.compress(content, mtime=0)
    elif path.name.endswith("zst"):
        content = zstandard.ZstdCompressor(write_checksum=True).compress(content)
    path.write_bytes(content)
    return path


# --- those that mean harm


def _zip(*members: tuple[str, bytes], kind: int = 0o100644, system: int = 3) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as packed:
        warnings.simplefilter("ignore")  # the same name twice
        for name, content in members:
            info = zipfile.ZipInfo("x")
            info.filename, info.external_attr, info.create_system = name, kind << 16, system
            packed.writestr(info, content)
    return buffer.getvalue()


def _tar(*members: tuple[str, bytes], kind: bytes = tarfile.REGTYPE, link: str = "", form: int = tarfile.PAX_FORMAT) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=form) as packed:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.type, info.linkname, info.size = kind, link, len(content)
            packed.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def _zip_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("zeros", bytes(100 << 20))
    return buffer.getvalue()


def _lying_zip() -> bytes:
    """Says 10 bytes, holds 100 MiB."""
    content = _zip_bomb()
    at = content.index(b"PK\1\2")
    return content[:22] + struct.pack("<I", 10) + content[26 : at + 24] + struct.pack("<I", 10) + content[at + 28 :]


def _overlapping_zip() -> bytes:
    """Two members in the table of contents, one in the file (as in David Fifield's bombs)."""
    one = bytearray(_zip(("a", b"x" * 10_000)))
    at = one.index(b"PK\1\2")
    end = one.index(b"PK\5\6")
    first = bytes(one[at:end])
    second = first.replace(b"a", b"b", 1) if first.count(b"a") == 1 else first[:-1] + b"b"
    table = first + second
    return bytes(one[:at]) + table + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2, 2, len(table), at, 0)


def _many_in_zip() -> bytes:
    """A million members in nothing but a table of contents."""
    entry = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 0x21, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    table = entry * 1_000_000
    end64 = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 1_000_000, 1_000_000, len(table), 0)
    locator = struct.pack("<IIQI", 0x07064B50, 0, len(table), 1)
    # begins like a zip: the first bytes of the table are overwritten by a local header's mark
    return b"PK\3\4" + table[4:] + end64 + locator + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)


def _many_in_secret() -> bytes:
    """As before, with an end record that tells of one."""
    entry = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 0x21, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    table = entry * 1_000_000
    return b"PK\3\4" + table + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(table), 4, 0)


def _many_in_tar() -> bytes:
    """A million members of no bytes, packed."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    head, middle = bytes(93) + b"0000644\0" + bytes(16) + b"00000000000\0" + bytes(12), b"0" + bytes(355)
    base = sum(head) + sum(middle) + 8 * ord(" ")
    parts = []
    for start in range(0, 1_000_000, 10_000):
        names = [b"%07d" % number for number in range(start, start + 10_000)]
        parts.append(packer.compress(b"".join([name + head + b"%06o\0 " % (base + sum(name)) + middle for name in names])))
    return b"".join(parts) + packer.flush()


def _huge_header() -> bytes:
    """A pax header that claims 8 GB of keys."""
    block = bytearray(512)
    block[:1] = b"x"
    block[124:136], block[148:156], block[156] = b"77777777777\0", b" " * 8, ord("x")
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + bytes(10_240)


def _endless_headers() -> bytes:
    """Long-name headers before one another, without end."""
    block = bytearray(512)
    block[:13] = b"././@LongLink"
    block[124:136], block[148:156], block[156] = b"00000000002\0", b" " * 8, ord("L")
    block[148:156] = b"%06o\0 " % sum(block)
    return (bytes(block) + b"a\0" + bytes(510)) * 1000


def _negative_size() -> bytes:
    block = bytearray(_tar(("a", b""), form=tarfile.GNU_FORMAT)[:512])
    block[124:136] = b"\xff" * 12
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + bytes(1024)


def _pax_named(name: str) -> bytes:
    """An innocent name, and another in the pax header."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as packed:
        info = tarfile.TarInfo("innocent")
        info.pax_headers = {"path": name}
        packed.addfile(info)
    return buffer.getvalue()


_X = b"<?php /* harm */"
HOSTILE: dict[str, Callable[[], bytes]] = {
    "zip-upwards": lambda: _zip(("../evil.php", _X)),
    "zip-upwards-inside": lambda: _zip(("a/b/../../../evil.php", _X)),
    "zip-upwards-end": lambda: _zip(("a/..", _X)),
    "zip-absolute": lambda: _zip(("/etc/cron.d/evil", _X)),
    "zip-backslash": lambda: _zip(("a\\..\\evil.php", _X)),
    "zip-drive": lambda: _zip(("C:/evil.php", _X)),
    "zip-drive-relative": lambda: _zip(("a/C:evil.php", _X)),
    "zip-unc": lambda: _zip(("//host/share/evil", _X)),
    "zip-nul": lambda: _zip(("good.txt/evil.php", _X)).replace(b"good.txt/evil", b"good.txt\0evil"),
    "zip-control": lambda: _zip(("a\x1b[2Jb", _X)),
    "zip-newline": lambda: _zip(("a\nb", _X)),
    "zip-reserved": lambda: _zip(("wp-content/CON.txt", _X)),
    "zip-reserved-port": lambda: _zip(("lpt1", _X)),
    "zip-trailing-dot": lambda: _zip(("a./b", _X)),
    "zip-trailing-blank": lambda: _zip(("wp-config.php ", _X)),
    "zip-long-part": lambda: _zip(("x" * 256, _X)),
    "zip-long-path": lambda: _zip(("x/" * 3000 + "x", _X)),
    "zip-symlink": lambda: _zip(("link", b"/etc/passwd"), kind=0o120777),
    "zip-device": lambda: _zip(("device", b""), kind=0o060666),
    "zip-pipe": lambda: _zip(("pipe", b""), kind=0o010666),
    "zip-twice": lambda: _zip(("a.php", b"good"), ("a.php", _X)),
    "zip-twice-spelled": lambda: _zip(("a/b.php", b"good"), ("a//b.php", _X)),
    "zip-case": lambda: _zip(("Index.php", b"good"), ("index.php", _X)),
    "zip-case-folder": lambda: _zip(("Inc/a.php", b"good"), ("inc/b.php", _X)),
    "zip-unicode": lambda: _zip(("caf\u00e9.php", b"good"), ("cafe\u0301.php", _X)),
    "zip-file-and-folder": lambda: _zip(("a", b"good"), ("a/b.php", _X)),
    "zip-folder-content": lambda: _zip(("a/", _X)),
    "zip-bomb": _zip_bomb,
    "zip-overlap": _overlapping_zip,
    "zip-million": _many_in_zip,
    "zip-secret-million": _many_in_secret,
    "tar-upwards": lambda: _tar(("../../evil.php", _X)),
    "tar-absolute": lambda: _tar(("/etc/cron.d/evil", _X)),
    "tar-symlink": lambda: _tar(("link", b""), kind=tarfile.SYMTYPE, link="/etc"),
    "tar-hardlink": lambda: _tar(("link", b""), kind=tarfile.LNKTYPE, link="/etc/passwd"),
    "tar-device": lambda: _tar(("device", b""), kind=tarfile.BLKTYPE),
    "tar-pipe": lambda: _tar(("pipe", b""), kind=tarfile.FIFOTYPE),
    "tar-pax-path": lambda: _pax_named("../evil.php"),
    "tar-huge-header": _huge_header,
    "tar-endless-headers": _endless_headers,
    "tar-gz-bomb": lambda: gzip.compress(_tar(("zeros", bytes(100 << 20))), mtime=0),
    "tar-million": _many_in_tar,
    "gz-bomb": lambda: gzip.compress(bytes(100 << 20), mtime=0),
}
"""By name; each must be refused as ``ARCHIVE-HOSTILE``."""
BROKEN: dict[str, Callable[[], bytes]] = {"zip-lies": _lying_zip, "tar-negative": _negative_size}
"""These too mean harm, but show as damage."""
