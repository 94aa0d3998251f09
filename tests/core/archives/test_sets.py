"""Sets of archives that other programs drop: recognised from names, sizes and times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from holdfast.sources.archive_sets import ArchiveSet, Found, fresh, newest, recognise

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
PARTS = ("db.gz", "plugins.zip", "themes.zip", "uploads.zip", "uploads2.zip", "others.zip")


def found(*names: str, age: timedelta = timedelta(hours=5), size: int = 1000) -> list[Found]:
    return [Found(name, size, NOW - age) for name in names]


def updraft(day: int, nonce: str, parts: tuple[str, ...] = PARTS, folder: str = "") -> list[Found]:
    return found(*[f"{folder}backup_2026-11-{day:02}-0312_My_Shop_{nonce}-{part}" for part in parts])


def only(files: list[Found]) -> ArchiveSet:
    (one,) = recognise(files, NOW)
    return one


def test_files_of_one_updraftplus_run_are_one_set() -> None:
    one = only(updraft(20, "0123456789ab") + found("log.0123456789ab.txt", "index.html", ".htaccess"))
    assert (one.system, one.site, one.id, one.complete) == ("updraftplus", "My_Shop", "0123456789ab", True)
    assert one.time == datetime(2026, 11, 20, 3, 12)  # noqa: DTZ001 - names tell no zone
    assert [part.key for part in one.parts] == ["db", "others", "plugins", "themes", "uploads", "uploads-1"]
    assert one.size == 6000


@pytest.mark.parametrize(("left_out", "missing"), [("db.gz", "db"), ("plugins.zip", "plugins"), ("uploads.zip", "uploads")])
def test_a_set_that_lacks_a_file_is_incomplete(left_out: str, missing: str) -> None:
    one = only(updraft(20, "0123456789ab", tuple(part for part in PARTS if part != left_out)))
    assert (one.complete, one.missing) == (False, (missing,))


def test_a_gap_in_a_split_part_is_seen() -> None:
    one = only(updraft(20, "0123456789ab", (*PARTS, "uploads4.zip")))
    assert one.missing == ("uploads-2",)


def test_what_a_site_never_backs_up_is_not_missing() -> None:
    parts = ("db.gz", "plugins.zip", "themes.zip")
    files = [file for day, nonce in ((18, "a" * 12), (19, "b" * 12), (20, "c" * 12)) for file in updraft(day, nonce, parts)]
    assert [one.complete for one in recognise(files, NOW)] == [True, True, True]
    files = [file for file in files if not file.name.endswith(f"{'c' * 12}-themes.zip")]
    assert [one.missing for one in recognise(files, NOW)] == [(), (), ("themes",)]


def test_a_set_that_is_still_written_is_incomplete() -> None:
    assert only(updraft(20, "0123456789ab") + found("backup_2026-11-20-0312_My_Shop_0123456789ab-uploads3.zip.tmp")).missing == ("growing",)
    assert "growing" in only(found("backup-11.20.2026_03-00-00_shop.tar.gz", age=timedelta(minutes=1))).missing
    assert "empty" in only(found("backup-11.20.2026_03-00-00_shop.tar.gz", size=0)).missing


def test_the_newest_complete_set_goes_by_the_names_times() -> None:
    files = updraft(19, "a" * 12) + updraft(18, "b" * 12) + updraft(20, "c" * 12, ("plugins.zip",))
    sets = recognise(files, NOW)
    assert [one.id[0] for one in sets] == ["b", "a", "c"]
    best = newest(sets)
    assert best is not None and best.id == "a" * 12
    assert [one.id for one in fresh(sets, ["b" * 12])] == ["a" * 12]
    assert newest([]) is None


@pytest.mark.parametrize(
    ("name", "system", "site", "time"),
    [
        ("backup-11.20.2026_03-04-05_shop.tar.gz", "cpanel", "shop", datetime(2026, 11, 20, 3, 4, 5)),  # noqa: DTZ001
        ("backup-1.2.2026_03-04-05_shop.tar.gz", "cpanel", "shop", datetime(2026, 1, 2, 3, 4, 5)),  # noqa: DTZ001
        ("cpmove-shop.tar.gz", "cpanel", "shop", datetime(2026, 11, 21, 7)),  # noqa: DTZ001
        ("2026-11-20_03-04-05_QW4UGXHB01.tar.gz", "backwpup", "", datetime(2026, 11, 20, 3, 4, 5)),  # noqa: DTZ001
        ("backwpup_2026-11-20_03-04-05.zip", "backwpup", "", datetime(2026, 11, 20, 3, 4, 5)),  # noqa: DTZ001
        ("shop-example-20261120-030405-ab12cd.wpress", "all-in-one", "shop-example", datetime(2026, 11, 20, 3, 4, 5)),  # noqa: DTZ001
        ("safeguard-backup-20261120_030405.zip", "safeguard", "", datetime(2026, 11, 20, 3, 4, 5)),  # noqa: DTZ001
        ("nightly/site-2026-11-20.tar.zst", "other", "", datetime(2026, 11, 20)),  # noqa: DTZ001
        ("site.zip", "other", "", datetime(2026, 11, 21, 7)),  # noqa: DTZ001
    ],
)
def test_single_archives_are_sets_of_their_own(name: str, system: str, site: str, time: datetime) -> None:
    one = only(found(name))
    assert (one.system, one.site, one.time, one.complete) == (system, site, time, True)


def test_a_name_that_is_used_again_is_a_new_set_each_time() -> None:
    first, second = only(found("site.zip")), only(found("site.zip", age=timedelta(hours=1)))
    assert first.id != second.id


def test_what_cannot_be_looked_into_is_told() -> None:
    assert not only(found("a-20261120-030405-x1.wpress")).readable
    assert not only(updraft(20, "0123456789ab", ("db.gz.crypt", *PARTS[1:]))).readable


def test_sets_in_different_folders_are_different() -> None:
    assert len(recognise(updraft(20, "a" * 12, folder="x/") + updraft(20, "a" * 12, folder="y/"), NOW)) == 2


@pytest.mark.parametrize(
    "name", ["", "/", "..", "backup_9999-99-99-9999_x_0123456789ab-db.gz", "backup-99.99.2026_99-99-99_a.tar.gz", "\0.zip"]
)
def test_names_that_make_no_sense_do_no_harm(name: str) -> None:
    recognise(found(name), NOW)


def test_parts_are_checked_for_what_they_should_hold() -> None:
    one = only(updraft(20, "0123456789ab"))
    assert [sorted(one.expects(part)) for part in one.parts][:2] == [["database"], []]
    assert not one.rules().leave_out_links
    home = only(found("backup-11.20.2026_03-04-05_shop.tar.gz"))
    assert home.expects(home.parts[0]) == {"database", "files"} and home.rules().leave_out_links
