"""Writing below one root: whole files only, exact metadata, nothing outside (H3, K3)."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast.entries import Entry
from holdfast.errors import Damaged, NoSpace, Unsupported
from holdfast.targets.folder_base import HOLE, NotReplaced, Rights, Target, solid_runs
from holdfast.targets.folder_plain import PlainTarget
from holdfast.targets.folder_posix import PosixTarget

ALL = Rights(owner=False, xattrs=True, setid=True)
FILE = Entry(name=b"x", kind="file", mode=stat.S_IFREG | 0o640, mtime_ns=1_600_000_000_123_456_789)
FOLDER = Entry(name=b"x", kind="dir", mode=stat.S_IFDIR | 0o2755, mtime_ns=-5)


@pytest.fixture(params=[PosixTarget, PlainTarget])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Target]:
    made = request.param(tmp_path / "target")
    yield made
    made.close()


@pytest.fixture
def posix(tmp_path: Path) -> Iterator[PosixTarget]:
    made = PosixTarget(tmp_path / "target")
    yield made
    made.close()


def test_file_is_written_with_mode_and_nanoseconds(target: Target) -> None:
    target.make_folder(b"a")
    assert target.write(b"a/x", FILE, ALL, [b"one", memoryview(b"two")]) == []
    status = (target.root / "a/x").stat()
    assert (target.root / "a/x").read_bytes() == b"onetwo"
    assert (status.st_mode & 0o7777, status.st_mtime_ns) == (0o640, FILE.mtime_ns)
    assert os.listdir(target.root / "a") == ["x"]


def test_pieces_are_put_together_by_commit_only(target: Target) -> None:
    temporary = target.begin(b"big", 10)
    target.write_piece(temporary, 5, b"world")
    target.write_piece(temporary, 0, b"hello")
    assert target.look(b"big") is None
    assert target.names(b"") == []
    target.commit(temporary, b"big", FILE, ALL)
    assert (target.root / "big").read_bytes() == b"helloworld"


def test_discarded_file_leaves_nothing(target: Target) -> None:
    temporary = target.begin(b"big", 10)
    target.discard(temporary)
    target.discard(temporary)
    assert os.listdir(target.root) == []


def test_sweep_removes_what_an_interrupted_restore_left(target: Target) -> None:
    """K3"""
    target.begin(b"big", 10)
    target.write(b"kept", FILE, ALL, [b"x"])
    assert target.sweep(b"") == 1
    assert os.listdir(target.root) == ["kept"]


@pytest.mark.parametrize("path", [b"../x", b"/x", b"a/../../x", b"x\0"])
def test_path_that_leads_outside_is_refused(target: Target, path: bytes) -> None:
    """H2"""
    for attempt in (
        lambda: target.write(path, FILE, ALL, [b"x"]),
        lambda: target.begin(path, 1),
        lambda: target.make_folder(path),
        lambda: target.remove(path),
        lambda: target.link(path, FILE, ALL),
    ):
        with pytest.raises(Damaged):
            attempt()


def test_link_in_the_way_is_replaced_not_written_through(target: Target, tmp_path: Path) -> None:
    """H3"""
    outside = tmp_path / "outside"
    outside.write_text("mine")
    (target.root / "x").symlink_to(outside)
    target.write(b"x", FILE, ALL, [b"theirs"])
    assert outside.read_text() == "mine"
    assert not (target.root / "x").is_symlink()


def test_linked_folder_in_the_way_is_replaced(target: Target, tmp_path: Path) -> None:
    """H3"""
    outside = tmp_path / "outside"
    outside.mkdir()
    (target.root / "a").symlink_to(outside)
    with pytest.raises(OSError, match=r"."):
        target.write(b"a/x", FILE, ALL, [b"theirs"])
    assert target.make_folder(b"a")
    target.write(b"a/x", FILE, ALL, [b"theirs"])
    assert list(outside.iterdir()) == []
    assert (target.root / "a/x").read_bytes() == b"theirs"


def test_folder_that_is_not_empty_is_not_replaced_by_a_file(target: Target) -> None:
    (target.root / "full").mkdir()
    (target.root / "full" / "mine").write_text("x")
    (target.root / "empty").mkdir()
    with pytest.raises(NotReplaced):
        target.write(b"full", FILE, ALL, [b"x"])
    target.write(b"empty", FILE, ALL, [b"x"])
    assert sorted(os.listdir(target.root)) == ["empty", "full"]


def test_remove_does_not_follow_links(target: Target, tmp_path: Path) -> None:
    """H3"""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine").write_text("x")
    target.make_folder(b"a")
    (target.root / "a" / "link").symlink_to(outside)
    (target.root / "b").symlink_to(outside)
    target.remove(b"a")
    target.remove(b"b")
    target.remove(b"missing")
    assert os.listdir(target.root) == []
    assert (outside / "mine").exists()


def test_zeros_become_holes(target: Target) -> None:
    size = 8 * HOLE
    content = b"a" + bytes(size - 2) + b"z"
    target.write(b"sparse", Entry(name=b"sparse", kind="file", size=size), ALL, [content])
    temporary = target.begin(b"large", size)
    target.write_piece(temporary, 0, content)
    target.commit(temporary, b"large", FILE, ALL)
    for name in ("sparse", "large"):
        assert (target.root / name).read_bytes() == content
        assert (target.root / name).stat().st_blocks * 512 <= 3 * HOLE


def test_solid_runs_join_neighbours() -> None:
    piece = bytes(HOLE) + b"x" * (2 * HOLE) + bytes(HOLE) + b"\0y"
    assert [(start, len(run)) for start, run in solid_runs(piece)] == [(HOLE, 2 * HOLE), (4 * HOLE, 2)]


def test_setid_bits_only_when_asked(posix: PosixTarget) -> None:
    """H2"""
    entry = Entry(name=b"x", kind="file", mode=stat.S_IFREG | 0o6755)
    posix.write(b"safe", entry, Rights(), [b"x"])
    posix.write(b"asked", entry, ALL, [b"x"])
    posix.make_folder(b"dir")
    posix.finish_folder(b"dir", FOLDER, Rights())
    assert (posix.root / "safe").stat().st_mode & 0o7777 == 0o755
    assert (posix.root / "asked").stat().st_mode & 0o7777 == 0o6755
    assert (posix.root / "dir").stat().st_mode & 0o7777 == 0o2755


def test_folder_gets_its_time_at_the_end(posix: PosixTarget) -> None:
    posix.make_folder(b"dir")
    posix.write(b"dir/x", FILE, ALL, [b"x"])
    posix.finish_folder(b"dir", FOLDER, ALL)
    assert (posix.root / "dir").stat().st_mtime_ns == -5


def test_extended_attributes_only_when_asked(posix: PosixTarget) -> None:
    entry = Entry(name=b"x", kind="file", xattrs=(("user.note", b"\0\xff"),))
    posix.write(b"no", entry, Rights(), [b""])
    posix.write(b"yes", entry, ALL, [b""])
    assert os.listxattr(posix.root / "no") == []
    assert os.getxattr(posix.root / "yes", "user.note") == b"\0\xff"


def test_attribute_that_cannot_be_set_is_told_and_the_file_stays(posix: PosixTarget) -> None:
    problems = posix.write(b"x", Entry(name=b"x", kind="file", xattrs=(("nonsense", b"v"),)), ALL, [b"content"])
    assert problems
    assert "nonsense" in problems[0]
    assert (posix.root / "x").read_bytes() == b"content"


def test_links_fifos_and_other_names(posix: PosixTarget, tmp_path: Path) -> None:
    posix.link(b"link", Entry(name=b"link", kind="symlink", link_target=b"\xff/nowhere", mtime_ns=77), ALL)
    posix.special(b"fifo", Entry(name=b"fifo", kind="fifo", mode=stat.S_IFIFO | 0o600, mtime_ns=78), ALL)
    posix.write(b"first", FILE, ALL, [b"x"])
    posix.hard_link(b"second", b"first")
    posix.hard_link(b"second", b"first")
    with pytest.raises(Unsupported):
        posix.special(b"socket", Entry(name=b"socket", kind="socket"), ALL)
    with pytest.raises(Unsupported):
        posix.special(b"disk", Entry(name=b"disk", kind="dev", mode=stat.S_IFBLK | 0o666, device=0x801), Rights())
    assert os.readlink(os.fsencode(posix.root / "link")) == b"\xff/nowhere"
    assert os.lstat(posix.root / "link").st_mtime_ns == 77
    assert stat.S_ISFIFO(os.lstat(posix.root / "fifo").st_mode)
    assert os.stat(posix.root / "first").st_nlink == 2
    assert sorted(os.listdir(posix.root)) == ["fifo", "first", "link", "second"]


def test_full_disk_ends_the_restore_and_leaves_no_file(posix: PosixTarget, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fd: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(NoSpace):
        posix.write(b"x", FILE, ALL, [b"x"])
    assert os.listdir(posix.root) == []


def test_folder_swapped_for_a_link_just_before_it_is_opened(posix: PosixTarget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """H3, raced at the worst moment: the folder was looked at, is exchanged for a link, and only then opened."""
    outside = tmp_path / "outside"
    outside.mkdir()
    posix.make_folder(b"a")
    real_open = os.open

    def exchange_and_open(path: str | bytes, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if path == b"a":
            (posix.root / "a").rmdir()
            (posix.root / "a").symlink_to(outside)
        return real_open(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", exchange_and_open)
    for attempt in (
        lambda: posix.write(b"a/x", FILE, ALL, [b"x"]),
        lambda: posix.begin(b"a/x", 1),
        lambda: posix.finish_folder(b"a", FOLDER, ALL),
    ):
        (posix.root / "a").unlink() if (posix.root / "a").is_symlink() else None
        (posix.root / "a").mkdir(exist_ok=True)
        with pytest.raises(OSError, match=r"."):
            attempt()
    assert list(outside.iterdir()) == []


def test_folder_swapped_for_a_link_all_the_time(posix: PosixTarget, tmp_path: Path) -> None:
    """H3, raced blindly: somebody exchanges a folder for a link while files are written below it; nothing arrives outside."""
    outside = tmp_path / "outside"
    outside.mkdir()
    stop = threading.Event()
    place = posix.root / "a"

    def attack() -> None:
        while not stop.is_set():
            try:
                place.rename(posix.root / "aside")
                place.symlink_to(outside)
                place.unlink()
                (posix.root / "aside").rename(place)
            except OSError:
                pass

    posix.make_folder(b"a")
    attacker = threading.Thread(target=attack)
    attacker.start()
    try:
        for number in range(200):
            posix._forget(b"a")  # so that the folder is opened anew each time
            try:
                posix.make_folder(b"a")
                posix.write(b"a/%d" % number, FILE, ALL, [b"x"])
            except OSError:
                pass
    finally:
        stop.set()
        attacker.join()
    assert list(outside.iterdir()) == []


def test_windows_names_are_refused_where_they_matter(tmp_path: Path) -> None:
    target = PlainTarget(tmp_path / "t", windows_names=True)
    with pytest.raises(OSError, match="device"):
        target.write(b"con.php", FILE, ALL, [b"x"])
    assert list((tmp_path / "t").iterdir()) == []
