"""Tolerant readers: every form that was seen, and anything else without an exception."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.providers import values

MOMENT = datetime(2026, 3, 1, 2, 0, 5, tzinfo=UTC)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["1e400", "0000-00-00 00:00:00", "9" * 400, "٣"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "told",
    [
        "2026-03-01T02:00:05Z", "2026-03-01T02:00:05+00:00", "2026-03-01T04:00:05+02:00", "2026-03-01T02:00:05.000Z", "2026-03-01 02:00:05",
        "2026-03-01T02:00:05", "2026-03-01T02:00:05.000000000Z", "2026-03-01 02:00:05 UTC", "2026-03-01 03:00:05 +0100", "20260301T020005Z",
        "Sun, 01 Mar 2026 02:00:05 GMT", 1772330405, 1772330405.0, 1772330405000, "1772330405", "1772330405000",
    ],
)  # fmt: skip
def test_one_moment_in_all_its_forms(told: object) -> None:
    assert values.moment(told) == MOMENT


@pytest.mark.parametrize(
    "told",
    [None, "", "0000-00-00 00:00:00", "0000-00-00T00:00:00Z", 0, -5, True, "soon", [], {}, float("nan"), 1e300, "9" * 39, "2026-13-45"],
)
def test_what_is_no_moment(told: object) -> None:
    assert values.moment(told) is None


@pytest.mark.parametrize(
    ("told", "size"),
    [
        (245000000, 245000000), (1.5, 1), ("1247652864", 1247652864), ("50.0 MB", 52428800), ("1.5GB", 1610612736), ("1,024 KB", 1048576),
        ("12 bytes", 12), (2**40, 2**40), ("0", 0), (None, None), (-1, None), ("", None), ("many", None), (True, None),
        (float("inf"), None),
        (2**70, None), ("9" * 30, None), ([], None), ("1 MB MB", None),
    ],
)  # fmt: skip
def test_sizes(told: object, size: int | None) -> None:
    assert values.size(told) == size


@pytest.mark.parametrize(
    ("word", "ours"),
    [
        ("requested", "queued"), ("Queued", "queued"), ("in_progress", "running"), ("In Progress", "running"), ("initiated", "running"),
        ("restoring", "running"), ("completed", "completed"), ("SUCCESS", "completed"), ("verified", "completed"), ("aborted", "failed"),
        ("canceled", "failed"), ("verification_failed", "failed"), ("deleted", "deleted"), ("", "unknown"), ("partly completed", "unknown"),
        ("not_completed", "unknown"), (None, "unknown"), (True, "unknown"), (["completed"], "unknown"), ("completed\u0000", "unknown"),
    ],
)  # fmt: skip
def test_status_words(word: object, ours: str) -> None:
    assert values.status(word) == ours


def test_hostile_text_loses_what_no_label_needs() -> None:
    assert values.text("a\x1b[31mb\u202egnp.exe\x00\r\nc") == "a[31mbgnp.exe c"
    assert values.text("<b>Sale & more</b>") == "<b>Sale & more</b>"
    assert values.plain("<strong>Error:</strong> It&#8217;s <em>gone</em> &lt;x&gt;") == "Error: It’s gone <x>"
    assert len(values.text("A" * 10_000, 50)) == 50
    assert values.text(12.5) == "12.5"
    assert values.text("👩\u200d💻 é") == "👩\u200d💻 é"
    assert values.text("\ud800x") == "x"


def test_ids_are_taken_whole_or_not_at_all() -> None:
    assert values.identifier("bkp_a1") == "bkp_a1"
    assert values.identifier(42) == "42"
    none: tuple[object, ...] = (True, None, "a" * 201, "x\n", " x", "a\x00", [], 1.5)
    assert [values.identifier(one) for one in none] == [""] * len(none)


def test_numbers_flags_and_containers() -> None:
    assert [values.whole(v) for v in (3, "3", 3.0, "3.5", -1, True, "٣", None)] == [3, 3, 3, None, None, None, None, None]
    assert [values.flag(v) for v in (True, 0, "yes", "false", "", 2, None)] == [True, False, True, False, False, None, None]
    assert [values.percent(v) for v in (67, "67%", 0, 100.0, 101, -1, None)] == [67.0, 67.0, 0.0, 100.0, None, None, None]
    assert values.mapping([]) == {}
    assert values.sequence({"0": "a", "2": "b"}) == ["a", "b"]
    assert values.sequence({"a": 1}) == []
    assert values.words({"database": True, "core": False, "themes": "1"}) == ("database", "themes")
    assert values.words(["files", 5, None, "files"]) == ("files", "5")
    assert values.find({"a": {"b": 1}}, "a", "b") == 1
    assert values.find({"a": []}, "a", "b") is None
    assert values.first({"a": "", "b": 2}, "a", "b") == 2


@pytest.mark.parametrize(
    "reader",
    [
        values.text, values.plain, values.identifier, values.moment, values.http_date, values.size, values.number, values.whole,
        values.percent,
        values.flag, values.status, values.mapping, values.sequence, values.words, lambda v: values.find(v, "a", "b"),
        lambda v: values.first(v, "a"),
    ],
)  # fmt: skip
def test_no_reader_raises(reader: Callable[[object], object]) -> None:
    @given(ANYTHING)
    def check(value: object) -> None:
        reader(value)

    check()
