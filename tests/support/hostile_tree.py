"""A folder with every file type and every hostile name of engine.md section 2."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path

HOSTILE_NAMES: tuple[bytes, ...] = (
    b"<html> & more",
    b'quote " and \\ backslash',
    b"new\nline and tab\t",
    b"bell\a back\b feed\f vertical\v return\r escape\x1b",
    b"\x01control \x7fdelete",
    b"invalid \xff\xfe utf-8 \xc3",
    b"overlong \xc0\xaf surrogate \xed\xa0\x80 beyond \xf5\x80\x80\x80",
    "combining e\u0301".encode(),
    "composed \u00e9".encode(),
    "emoji \U0001f600 family \U0001f468\u200d\U0001f469".encode(),
    "nbsp \u00a0 zwsp \u200b bom \ufeff".encode(),
    "line \u2028 paragraph \u2029".encode(),
    "private \ue000 \U000f0000 replacement \ufffd noncharacter \uffff".encode(),
    "c1 \u0085 soft hyphen \u00ad rtl \u202e".encode(),
    "日本語 한국어 العربية".encode(),
    b" leading and trailing ",
    b"-rf",
    b"$(echo) `id` 'quote' * ? [a] {b}",
    b"\\x41 looks escaped \\u0041",
    b"a" * 255,
    "ü".encode() * 127,
    b"...",
    b"A",
    b"a",
    b"CON",
    b"a.",
    b"~",
    b"\x7f",
    b"a!",
    b"a-",
    b"a/".rstrip(b"/") + b".b",
)


def make_hostile_tree(root: Path, *, old_go: bool = False) -> None:
    """Fill `root`. As root (the user) it also makes devices and foreign owners; `old_go` leaves out link targets with ``\\b`` and
    ``\\f``, which Go wrote in another way before 1.22."""
    base = os.fsencode(root)
    root.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(HOSTILE_NAMES):
        (root / os.fsdecode(name)).write_bytes(name * (number % 4))
    names = root / "folders"
    names.mkdir()
    for name in HOSTILE_NAMES[:14]:
        os.mkdir(os.path.join(os.fsencode(names), name))
        (names / os.fsdecode(name) / "inner").write_bytes(b"inner")
    _make_kinds(root)
    _make_links(root, old_go)
    _make_metadata(root)
    assert len(os.listdir(base)) >= len(HOSTILE_NAMES)


def _make_kinds(root: Path) -> None:
    kinds = root / "kinds"
    (kinds / "empty folder").mkdir(parents=True)
    (kinds / "empty").write_bytes(b"")
    (kinds / "small").write_bytes(b"small\n")
    (kinds / "random").write_bytes(os.urandom(300_000))
    with (kinds / "sparse").open("wb") as file:
        file.truncate(400_000)
    (kinds / "hard link 1").write_bytes(b"two names")
    os.link(kinds / "hard link 1", kinds / "hard link 2")
    os.mkfifo(kinds / "fifo")
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.getcwd()
        os.chdir(kinds)  # the path of a socket is limited to 107 bytes
        try:
            listener.bind("socket")
        finally:
            os.chdir(here)
    if os.geteuid() == 0:
        os.mknod(kinds / "character", 0o600 | stat.S_IFCHR, os.makedev(1, 3))
        os.mknod(kinds / "block", 0o600 | stat.S_IFBLK, os.makedev(7, 200))
    for name, mode in (("setuid", 0o4755), ("setgid", 0o2755), ("read only", 0o400), ("no rights", 0), ("all", 0o777)):
        (kinds / name).write_bytes(name.encode())
        (kinds / name).chmod(mode)
    for name, mode in (("sticky", 0o1777), ("setgid folder", 0o2775)):
        (kinds / name).mkdir()
        (kinds / name).chmod(mode)


def _make_links(root: Path, old_go: bool) -> None:
    links = os.fsencode(root / "links")
    os.mkdir(links)
    targets = [
        b"/",
        b"../small",
        b'<>&"\\',
        b"new\nline\ttab\rreturn",
        "ü \u2028 \ufffd \u00a0".encode(),
        b"\x01\x1f\x7f",
        b"x" * 1000,
        b"dangling",
    ]
    if not old_go:
        targets += [b"back\bfeed\f", b"invalid \xff\xc3 and \xef\xbf\xbd real", b"\xed\xa0\x80", b"\xff<&>\xfe\n"]
    for number, target in enumerate(targets):
        os.symlink(target, os.path.join(links, b"link %d" % number))


def _make_metadata(root: Path) -> None:
    metadata = root / "metadata"
    metadata.mkdir()
    for name, nanoseconds in (
        ("nanoseconds", 1_234_567_890_123_456_789),
        ("milliseconds", 1_700_000_000_120_000_000),
        ("whole second", 1_700_000_000_000_000_000),
        ("before 1970", -86_400_000_000_001),
        ("epoch", 0),
        ("after 2038", 4_000_000_000_000_000_001),
    ):
        (metadata / name).write_bytes(b"")
        os.utime(metadata / name, ns=(nanoseconds, nanoseconds))
    attributes = metadata / "attributes"
    attributes.write_bytes(b"")
    for name, value in (("user.zeta", b"\x00\xff"), ("user.alpha", b"text"), ("user.empty", b""), ("user.<&>", b"x" * 100)):
        os.setxattr(attributes, name, value)
    (metadata / "folder with attributes").mkdir()
    os.setxattr(metadata / "folder with attributes", "user.folder", b"1")
    if os.geteuid() == 0:
        (metadata / "foreign owner").write_bytes(b"")
        os.chown(metadata / "foreign owner", 54321, 65432)
        (metadata / "known owner").write_bytes(b"")
        os.chown(metadata / "known owner", 1, 2)
