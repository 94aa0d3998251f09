"""Snapshots and our words in their tags."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.errors import Damaged
from holdfast.repository.snapshots import Snapshot, Summary, decode_snapshot, encode_snapshot
from holdfast.repository.tags import SnapshotTags, is_ours
from tests.support.repositories import TIME

TREE = "ab" * 32
_text = st.text(st.characters(blacklist_categories=["Cs"]), max_size=12)
_word = _text.filter(bool)
_other = st.text(st.sampled_from("abcxyz-_:="), min_size=1, max_size=9).filter(
    lambda tag: tag.partition(":")[0] not in ("site", "name", "type", "label", "part", "meta", "holdfast", "keep", "partial")
)


@given(
    st.builds(
        SnapshotTags,
        site=_text,
        name=_text,
        type=_text,
        label=_text,
        meta=st.dictionaries(_word, _text, max_size=3),
        parts=st.lists(_word, max_size=3).map(tuple),
        keep=st.booleans(),
        partial=st.booleans(),
        other=st.lists(_other, max_size=3).map(tuple),
    )
)
def test_our_words_survive_in_tags(tags: SnapshotTags) -> None:
    """Any text does; and no tag holds what restic's command line would split or trim."""
    stored = tags.to_tags()
    assert SnapshotTags.from_tags(stored) == tags
    assert is_ours(stored)
    ours = stored[: len(stored) - len(tags.other)]
    assert all("," not in tag and tag == tag.strip() and tag.isprintable() for tag in ours)


def test_common_words_stay_readable() -> None:
    tags = SnapshotTags(
        site="6f", name="Bäckerei Grün & Söhne", type="full", label="before 6.4, by hand", meta={"job": "7"}, parts=("core",)
    )
    assert tags.to_tags() == (
        "holdfast",
        "site:6f",
        "name:Bäckerei Grün & Söhne",
        "type:full",
        "label:before 6.4%2C by hand",
        "meta:job=7",
        "part:core",
    )


def test_tags_of_other_programs_are_left_alone() -> None:
    """A site: in a snapshot that is not ours is not our site; `keep` protects every snapshot."""
    tags = SnapshotTags.from_tags(("site:x", "nightly", "keep"))
    assert tags == SnapshotTags(keep=True, other=("site:x", "nightly"))
    assert not is_ours(("site:x",))


def test_a_snapshot_survives_to_the_nanosecond() -> None:
    """All fields; the id is not part of what is stored."""
    snapshot = Snapshot(
        id="cd" * 32,
        time=TIME,
        parent="ef" * 32,
        tree=TREE,
        paths=("/a", "/b"),
        hostname="h",
        username="u",
        uid=1,
        gid=2,
        excludes=("*.tmp",),
        tags=("x",),
        original="01" * 32,
        program_version="p",
        summary=Summary(backup_start=TIME, backup_end=TIME, files_new=3),
    )
    plain = encode_snapshot(snapshot)
    assert "id" not in json.loads(plain)
    assert decode_snapshot(plain, snapshot.id) == snapshot
    assert snapshot.time_ns % 1000 == 789
    assert snapshot.when.isoformat() == "2026-03-29T01:59:59.123456+01:00"


def test_empty_fields_are_left_out_as_go_does() -> None:
    plain = encode_snapshot(Snapshot(time=TIME, tree=TREE, paths=()))
    assert json.loads(plain) == {"time": TIME, "tree": TREE, "paths": []}


def test_nulls_of_go_are_empty_lists() -> None:
    plain = json.dumps({"time": TIME, "tree": TREE, "paths": None, "tags": None, "excludes": None, "future": 1}).encode()
    assert decode_snapshot(plain, "") == Snapshot(time=TIME, tree=TREE, paths=())


@pytest.mark.parametrize(
    "change",
    [{"tree": None}, {"tree": "abc"}, {"time": "yesterday"}, {"time": "0000-01-01T00:00:00Z"}, {"paths": "x"}, {"tags": [1]}, {"uid": "a"}],
)
def test_what_is_no_snapshot_is_damage_and_names_it(change: dict[str, object]) -> None:
    plain = json.dumps({"time": TIME, "tree": TREE, "paths": ["/a"], **change}).encode()
    with pytest.raises(Damaged) as caught:
        decode_snapshot(plain, "1234567890")
    assert "12345678" in caught.value.message
