"""Archives opened and read to their end; those that are cut, incomplete or hostile."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import Cancelled, Damaged, HoldfastError, NotFound, Unsupported
from holdfast.sources.archive_check import check_archive
from holdfast.sources.archive_reading import open_archive
from holdfast.sources.archive_rules import Rules
from holdfast.sources.archive_source import ArchiveSource
from tests.support.archive_samples import BROKEN, DUMP, HOSTILE, SITE, make_tar, make_zip

FORMS = ["backup.zip", "backup.tar", "backup.tar.gz", "backup.tar.zst"]


def make(path: Path, files: dict[str, bytes] = SITE) -> Path:
    return make_zip(path, files) if path.suffix == ".zip" else make_tar(path, files)


@pytest.mark.parametrize("name", FORMS)
def test_a_whole_archive_is_good(tmp_path: Path, name: str) -> None:
    verdict = check_archive(make(tmp_path / name))
    assert (verdict.state, verdict.message, verdict.files, verdict.wp_config) == ("good", "", 5, True)
    assert verdict.databases == ("database.sql",)
    assert verdict.bytes == sum(map(len, SITE.values()))


def test_what_an_archive_is_does_not_depend_on_its_name(tmp_path: Path) -> None:
    assert check_archive(make_zip(tmp_path / "x.tar.gz")).form == "zip"


@pytest.mark.parametrize("name", FORMS)
def test_a_missing_dump_is_a_warning(tmp_path: Path, name: str) -> None:
    """A6"""
    verdict = check_archive(make(tmp_path / name, {k: v for k, v in SITE.items() if k != "database.sql"}))
    assert (verdict.state, verdict.warnings) == ("warning", ("no-database",))
    assert verdict.message == "There is no database in this backup."


def test_a_missing_configuration_is_a_warning(tmp_path: Path) -> None:
    """A6"""
    verdict = check_archive(make_zip(tmp_path / "a.zip", {"database.sql": DUMP}))
    assert verdict.warnings == ("no-wp-config",)
    assert check_archive(tmp_path / "a.zip", expects=frozenset({"database"})).state == "good"


@pytest.mark.parametrize("content", [b"", b"hello", DUMP[: len(DUMP) // 2]])
def test_a_dump_that_is_none_or_half_is_told(tmp_path: Path, content: bytes) -> None:
    """A6"""
    verdict = check_archive(make_zip(tmp_path / "a.zip", {**SITE, "database.sql": content}))
    assert verdict.warnings == (("database-cut",) if len(content) > 10 else ("no-database",))


def test_a_packed_dump_inside_and_alone_is_a_database(tmp_path: Path) -> None:
    packed = gzip.compress(DUMP, mtime=0)
    alone = tmp_path / "backup_2026-11-20-0300_Shop_0123456789ab-db.gz"
    alone.write_bytes(packed)
    assert check_archive(alone, expects=frozenset({"database"})).databases
    inside = make_zip(tmp_path / "a.zip", {"wp-config.php": b"<?php", "backup-db.gz": packed})
    assert check_archive(inside).state == "good"


@pytest.mark.parametrize("name", [*FORMS, "dump.sql.gz"])
def test_an_archive_that_is_cut_anywhere_is_never_good(tmp_path: Path, name: str) -> None:
    """A5"""
    whole = tmp_path / name
    if name == "dump.sql.gz":
        whole.write_bytes(gzip.compress(DUMP, mtime=0))
    else:
        make(whole)
    content = whole.read_bytes()
    # a tar ends with zeros, of which one block of 512 bytes is enough; zstd with four bytes of checksum
    spare = 9728 if name == "backup.tar" else 5 if name == "backup.tar.zst" else 1
    for length in [0, 3, 20, 511, *range(700, len(content) - spare, max(1, len(content) // 60)), len(content) - spare]:
        if length >= len(content):
            continue
        whole.write_bytes(content[:length])
        try:
            assert check_archive(whole, expects=frozenset()).state == "damaged", length
        except Unsupported:
            assert length < 512


@pytest.mark.parametrize("name", ["backup.zip", "backup.tar.gz", "backup.tar.zst"])
def test_a_flipped_bit_in_the_content_is_found(tmp_path: Path, name: str) -> None:
    path = make(tmp_path / name, {"wp-config.php": bytes(range(256)) * 400})
    content = bytearray(path.read_bytes())
    content[200] ^= 4
    path.write_bytes(content)
    assert check_archive(path, expects=frozenset()).state == "damaged"


def test_a_web_page_in_place_of_an_archive_is_damage(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"<!DOCTYPE html><title>Log in</title>")
    assert check_archive(tmp_path / "a.zip").code == "ARCHIVE-DAMAGED"


def test_what_is_no_archive_and_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"just some words, no archive at all")
    with pytest.raises(Unsupported):
        check_archive(tmp_path / "a.zip")
    with pytest.raises(NotFound):
        check_archive(tmp_path / "b.zip")


@pytest.mark.parametrize("make_it", [pytest.param(one, id=name) for name, one in HOSTILE.items()])
def test_hostile_archives_are_refused_and_nothing_is_written(tmp_path: Path, make_it: Callable[[], bytes]) -> None:
    """H1"""
    path = tmp_path / "archive"
    path.write_bytes(make_it())
    with pytest.raises(Damaged) as caught:
        check_archive(path)
    assert caught.value.code == "ARCHIVE-HOSTILE"
    assert caught.value.details["reason"]
    assert "\x1b" not in caught.value.message and "\n" not in caught.value.message
    source = ArchiveSource(path, rules=Rules(most_members=50_000))
    with pytest.raises(Damaged):
        next(source.files(lambda _: None))
    source.close()
    assert list(tmp_path.iterdir()) == [path]


OUTWARDS = re.compile("upwards|absolute|drive|nul|control|link|twice|bomb|path")


@pytest.mark.parametrize("name", sorted(filter(OUTWARDS.search, HOSTILE)))
def test_what_leads_out_is_refused_whatever_the_rules_allow(tmp_path: Path, name: str) -> None:
    """H1"""
    path = tmp_path / "archive"
    path.write_bytes(HOSTILE[name]())
    with pytest.raises(Damaged):
        check_archive(path, rules=Rules(portable=False))


def test_there_are_forty_hostile_samples() -> None:
    """H1"""
    assert len(HOSTILE) >= 40


@pytest.mark.parametrize("make_it", [pytest.param(one, id=name) for name, one in BROKEN.items()])
def test_archives_that_lie_about_lengths_are_damaged(tmp_path: Path, make_it: Callable[[], bytes]) -> None:
    """H1"""
    path = tmp_path / "archive"
    path.write_bytes(make_it())
    assert check_archive(path).state == "damaged"


@pytest.mark.parametrize("name", FORMS)
def test_any_flipped_byte_ends_in_a_verdict_or_a_typed_error(tmp_path: Path, name: str) -> None:
    """H1: never a traceback, whatever stands in a header."""
    path = make(tmp_path / name)
    content = path.read_bytes()
    for at in range(0, len(content), max(1, len(content) // 250)):
        for value in (0x00, 0xFF):
            path.write_bytes(content[:at] + bytes([value]) + content[at + 1 :])
            try:
                check_archive(path)
            except HoldfastError:
                pass


def test_links_can_be_left_out_and_are_told(tmp_path: Path) -> None:
    path = tmp_path / "home.tar"
    path.write_bytes(HOSTILE["tar-symlink"]())
    verdict = check_archive(path, rules=Rules(leave_out_links=True), expects=frozenset())
    assert verdict.warnings == ("links-left-out",)


def test_a_check_stops_when_asked(tmp_path: Path) -> None:
    cancelled = Cancellation()
    cancelled.cancel()
    with pytest.raises(Cancelled):
        check_archive(make_zip(tmp_path / "a.zip"), cancelled=cancelled)


def test_members_that_are_not_read_are_passed_over(tmp_path: Path) -> None:
    for name in FORMS:
        archive = open_archive(make(tmp_path / name))
        assert [member.path.decode() for member, _ in archive.members()] == [one.rstrip("/") for one in SITE]
        archive.close()
