"""Archives taken into a repository member by member, and given back."""

from __future__ import annotations

import gzip
import random
import tarfile
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from holdfast.cancellation import Cancellation
from holdfast.engine.archiver import ArchiveOptions, ArchiveResult, archive
from holdfast.engine.browse import list_folder, read_file
from holdfast.engine.fetching_back import give_back, kept_archives
from holdfast.errors import Cancelled, Damaged, NotFound, UsageError
from holdfast.repository.repository import Repository
from holdfast.repository.tags import SnapshotTags
from holdfast.sources.archive_rules import Rules
from holdfast.sources.archive_source import ArchiveSource
from holdfast.storage.memory import MemoryStorage
from tests.support.archive_samples import DUMP, HOSTILE, SITE, WHEN, make_tar, make_zip
from tests.support.repositories import PASSWORD, new_repository

ROOT = "/holdfast-archive/site/files"


class Scene:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.storage = MemoryStorage()
        new_repository(self.storage)

    def open(self) -> Repository:
        return Repository.open(self.storage, PASSWORD)

    def take_in(self, *paths: Path, keys: tuple[str, ...] = ("site",), rules: Rules | None = None, day: int = 0) -> ArchiveResult:
        sources = [ArchiveSource(path, key=key, rules=rules) for path, key in zip(paths, keys, strict=True)]
        options = ArchiveOptions(kind="full", tags=SnapshotTags(site="a-site"), helpers=0, time=WHEN + timedelta(days=day))
        return archive(self.open, sources, options)

    def stored(self) -> int:
        return sum(info.size for kind in ("data", "index", "snapshots") for info in self.storage.list(kind))


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def as_told(path: Path) -> list[tuple[str, tuple[int, ...], int, int, bytes, bytes]]:
    """Everything that a reader of a zip sees of its members, in order."""
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        return [(i.filename, i.date_time, i.external_attr, i.create_system, i.extra, packed.read(i)) for i in packed.infolist()]


def test_members_stand_at_stable_paths_with_modes_and_times(scene: Scene) -> None:
    snapshot = scene.take_in(make_zip(scene.folder / "shop-2026-11-20.zip")).snapshot
    repository = scene.open()
    assert snapshot.paths == ("/holdfast-archive",)
    assert snapshot.time.startswith("2026-11-20T03:04:06")
    listed = {one.name: one for one in list_folder(repository, snapshot, ROOT)}
    assert set(listed) == {"wp-config.php", "wp-content", "empty.txt", "database.sql"}
    assert (listed["wp-config.php"].mode, listed["wp-config.php"].mtime) == (0o640, WHEN)
    assert b"".join(read_file(repository, snapshot, f"{ROOT}/database.sql")) == SITE["database.sql"]


def test_a_zip_is_given_back_with_the_same_members_bytes_and_times(scene: Scene) -> None:
    given = make_zip(scene.folder / "shop.zip")
    snapshot = scene.take_in(given).snapshot
    back = scene.folder / "back.zip"
    result = give_back(scene.open(), snapshot, back)
    assert as_told(back) == as_told(given)
    assert (result.files, result.size) == (5, back.stat().st_size)
    assert sorted(path.name for path in scene.folder.iterdir()) == ["back.zip", "shop.zip"]


def test_a_zip_of_odd_names_times_and_attributes_comes_back_as_it_was(scene: Scene) -> None:
    given = scene.folder / "odd.zip"
    with zipfile.ZipFile(given, "w") as packed:
        for number, (name, when) in enumerate(
            [
                ("b/z.txt", (1980, 1, 1, 0, 0, 0)),
                ("a.txt", (2107, 12, 31, 23, 59, 58)),
                ("./dot.txt", (2026, 3, 29, 2, 30, 0)),
                ("b/", (2000, 2, 29, 1, 1, 2)),
            ]
        ):
            info = zipfile.ZipInfo(name, when)
            info.create_system, info.external_attr = (3, 0o100600 << 16) if number % 2 else (0, 32)
            packed.writestr(info, b"" if name.endswith("/") else name.encode() * 1000)
    back = scene.folder / "back.zip"
    give_back(scene.open(), scene.take_in(given).snapshot, back)
    assert as_told(back) == as_told(given)


def test_unix_times_of_a_zip_come_back(scene: Scene) -> None:
    given = scene.folder / "unix.zip"
    with zipfile.ZipFile(given, "w") as packed:
        info = zipfile.ZipInfo("a.txt", (2026, 11, 20, 5, 4, 6))
        info.create_system, info.external_attr = 3, 0o100644 << 16
        info.extra = b"UT\x05\x00\x01" + int(WHEN.timestamp() + 1).to_bytes(4, "little")
        packed.writestr(info, b"x")
    snapshot = scene.take_in(given).snapshot
    (listed,) = list_folder(scene.open(), snapshot, ROOT)
    assert listed.mtime == WHEN + timedelta(seconds=1)
    back = scene.folder / "back.zip"
    give_back(scene.open(), snapshot, back)
    assert as_told(back) == as_told(given)


def test_a_name_that_is_no_text_comes_back_byte_by_byte(scene: Scene) -> None:
    given = make_zip(scene.folder / "a.zip", {"abc.txt": b"x"})
    given.write_bytes(given.read_bytes().replace(b"abc.txt", b"\xe4\xf6c.txt"))
    back = scene.folder / "back.zip"
    give_back(scene.open(), scene.take_in(given).snapshot, back)
    assert back.read_bytes().count(b"\xe4\xf6c.txt") == 2
    assert as_told(back) == as_told(given)


@pytest.mark.parametrize("name", ["shop.tar", "shop.tar.gz", "shop.tar.zst"])
def test_a_tar_is_given_back_as_a_zip(scene: Scene, name: str) -> None:
    snapshot = scene.take_in(make_tar(scene.folder / name)).snapshot
    back = scene.folder / "back.zip"
    give_back(scene.open(), snapshot, back)
    told = as_told(back)
    assert {name: content for name, *_, content in told} == SITE
    assert [name for name, *_ in told] == list(SITE)
    assert {(when, extra[5:9]) for _, when, _, _, extra, _ in told} == {
        ((2026, 11, 20, 3, 4, 6), int(WHEN.timestamp()).to_bytes(4, "little"))
    }
    assert {attributes >> 16 for _, _, attributes, *_ in told} == {0o100640, 0o040755}


def test_gnu_and_old_tars_are_read_as_the_standard_library_reads_them(scene: Scene) -> None:
    from tests.support.archive_samples import tar_bytes

    files = {"long/" * 40 + "name.txt": b"long", "a": bytes(513), "b": bytes(512)}
    for number, form in enumerate((tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT, tarfile.PAX_FORMAT)):
        path = scene.folder / f"{number}.tar"
        path.write_bytes(tar_bytes(files, form=form))
        back = scene.folder / f"{number}.zip"
        give_back(scene.open(), scene.take_in(path).snapshot, back)
        assert {name: content for name, *_, content in as_told(back)} == files


def test_the_archives_of_a_set_lie_side_by_side(scene: Scene) -> None:
    one, two = make_zip(scene.folder / "1.zip", {"a": b"1"}), make_zip(scene.folder / "2.zip", {"a": b"2"})
    snapshot = scene.take_in(one, two, keys=("plugins", "themes")).snapshot
    assert kept_archives(scene.open(), snapshot) == ["plugins", "themes"]
    back = scene.folder / "back.zip"
    give_back(scene.open(), snapshot, back, key="themes")
    assert as_told(back) == as_told(two)
    with pytest.raises(NotFound):
        give_back(scene.open(), snapshot, back, key="uploads")
    with pytest.raises(UsageError):
        ArchiveSource(one, key="../x")


def test_a_packed_dump_has_the_same_place_each_day(scene: Scene) -> None:
    path = scene.folder / "backup_2026-11-20-0312_Shop_0123456789ab-db.gz"
    path.write_bytes(gzip.compress(DUMP, mtime=int(WHEN.timestamp())))
    snapshot = scene.take_in(path, keys=("db",)).snapshot
    assert b"".join(read_file(scene.open(), snapshot, "/holdfast-archive/db/files/database.sql")) == DUMP
    back = scene.folder / "back.zip"
    give_back(scene.open(), snapshot, back, key="db")
    assert [(name, content) for name, *_, content in as_told(back)] == [("database.sql", DUMP)]


def test_a_backup_that_is_no_archive_says_so(scene: Scene) -> None:
    from holdfast.sources.excludes import Excluder
    from holdfast.sources.folder import FolderSource

    (scene.folder / "site").mkdir()
    snapshot = archive(scene.open, [FolderSource(scene.folder / "site", Excluder((), ()))], ArchiveOptions(helpers=0)).snapshot
    assert kept_archives(scene.open(), snapshot) == []
    with pytest.raises(NotFound):
        give_back(scene.open(), snapshot, scene.folder / "back.zip")


@pytest.mark.parametrize(
    "make_it", [pytest.param(HOSTILE[name], id=name) for name in ("zip-upwards", "tar-symlink", "zip-case", "zip-overlap")]
)
def test_no_backup_is_made_of_a_hostile_archive(scene: Scene, make_it: Callable[[], bytes]) -> None:
    """H1"""
    path = scene.folder / "evil"
    path.write_bytes(make_it())
    with pytest.raises(Damaged):
        scene.take_in(path)
    assert scene.open().snapshots() == []


def test_no_backup_is_made_of_an_archive_that_is_cut_or_broken(scene: Scene) -> None:
    """A5"""
    for path in (make_tar(scene.folder / "cut.tar"), make_zip(scene.folder / "broken.zip", stored=True)):
        content = bytearray(path.read_bytes())
        if path.suffix == ".tar":
            del content[len(content) // 3 :]
        else:
            content[content.index(b"INSERT")] ^= 1
        path.write_bytes(content)
        with pytest.raises(Damaged):
            scene.take_in(path)
    assert scene.open().snapshots() == []


def test_names_that_only_linux_tells_apart_can_be_allowed(scene: Scene) -> None:
    given = make_zip(scene.folder / "a.zip", {"IMG.jpg": b"1", "img.jpg": b"2", "aux.php": b"3", "end.": b"4"})
    with pytest.raises(Damaged):
        scene.take_in(given)
    back = scene.folder / "back.zip"
    give_back(scene.open(), scene.take_in(given, rules=Rules(portable=False)).snapshot, back)
    assert as_told(back) == as_told(given)


def test_links_are_told_when_they_are_left_out(scene: Scene) -> None:
    path = scene.folder / "home.tar"
    path.write_bytes(HOSTILE["tar-symlink"]())
    result = scene.take_in(path, rules=Rules(leave_out_links=True))
    assert [(one.path, one.reason) for one in result.skipped] == [("link", "unsupported")]


def test_giving_back_stops_when_asked_and_leaves_nothing(scene: Scene) -> None:
    snapshot = scene.take_in(make_zip(scene.folder / "a.zip")).snapshot
    cancelled = Cancellation()
    cancelled.cancel()
    with pytest.raises(Cancelled):
        give_back(scene.open(), snapshot, scene.folder / "back.zip", cancelled=cancelled)
    assert [path.name for path in scene.folder.iterdir()] == ["a.zip"]


def test_the_same_archive_again_costs_next_to_nothing(scene: Scene) -> None:
    files = {f"wp-content/uploads/{n}.bin": random.Random(n).randbytes(30_000) for n in range(60)}
    scene.take_in(make_zip(scene.folder / "1.zip", files))
    before = scene.stored()
    scene.take_in(make_tar(scene.folder / "2.tar.gz", files), day=1)
    assert scene.stored() - before < before / 50


def test_thirty_daily_archives_take_less_than_1_8_times_the_space_of_one(scene: Scene) -> None:
    """A small form of tests/benchmarks/archives.py."""
    from tests.benchmarks.archives import DailySite

    site = DailySite(files=300, rows=1, seed=1)
    sizes = []
    for day in range(30):
        scene.take_in(site.write(scene.folder / f"shop-{day}.zip", day), day=day)
        sizes.append(scene.stored())
        (scene.folder / f"shop-{day}.zip").unlink()
        site.next_day()
    assert sizes[-1] < 1.8 * sizes[0]


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_member_of_more_than_4_gib_is_taken_in_and_given_back(scene: Scene) -> None:
    """Sizes beyond 32 bits, in and out; the file has a hole, so that it takes no room."""
    size = (4 << 30) + 12_345
    path = scene.folder / "big.tar"
    info = tarfile.TarInfo("big.bin")
    info.size = size
    with open(path, "wb") as file:
        file.write(info.tobuf(tarfile.PAX_FORMAT))
        file.seek(size - 3, 1)
        file.write(b"end")
        file.truncate((file.tell() + 511) // 512 * 512 + 1024)
    snapshot = scene.take_in(path, rules=Rules(ratio=10**6)).snapshot
    assert [one.size for one in list_folder(scene.open(), snapshot, ROOT)] == [size]
    back = scene.folder / "back.zip"
    assert give_back(scene.open(), snapshot, back).files == 1
    with zipfile.ZipFile(back) as packed:
        (member,) = packed.infolist()
        assert member.file_size == size
        with packed.open(member) as content:
            content.seek(size - 4)
            assert content.read() == b"\0end"
