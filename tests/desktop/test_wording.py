"""Numbers in, words out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from holdfast.errors import Failure
from holdfast.jobs.messages import Progressed
from holdfast.verdict import ORDER, Reason
from holdfast_desktop.wording.days import days_words
from holdfast_desktop.wording.errors import error_words, failure_words, own_words, reason_words
from holdfast_desktop.wording.jobs import numbers_line, result_line, shown_time_left
from holdfast_desktop.wording.language import speak
from holdfast_desktop.wording.sizes import rate, size, size_of, use_binary_units
from holdfast_desktop.wording.states import outcome_look, status_look, tray_words, verdict_words
from holdfast_desktop.wording.times import duration, relative, time_left
from holdfast_desktop.wording.tr import tr_n
from holdfast_resources import icons

NOW = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("dressed")


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (6_100_000, "6.1 MB"), (980_000_000, "980 MB"), (999_960_000, "1.0 GB"), (None, "–")],
)
def test_sizes(count: int | None, words: str) -> None:
    assert size(count) == words


def test_sizes_in_binary_units_when_the_user_wants_them() -> None:
    use_binary_units(True)
    try:
        assert size(1 << 20) == "1.0 MiB"
    finally:
        use_binary_units(False)


def test_part_and_whole_share_a_unit() -> None:
    assert size_of(412_000_000, 980_000_000) == "412 of 980 MB"
    assert size_of(412_000_000, None) == "412 MB"


def test_an_unknown_rate_is_not_said() -> None:
    assert rate(None) == rate(0) == ""
    assert rate(6_100_000) == "6.1 MB/s"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=5), "5 min ago"),
        (timedelta(hours=3), "3 h ago"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=11), "11 days ago"),
        (timedelta(days=41), "10 Oct"),
        (timedelta(days=400), "16 Oct 2025"),
    ],
)
def test_relative_times(ago: timedelta, words: str) -> None:
    assert relative(NOW - ago, NOW) == words


STRIP = ["success"] * 17 + ["failed", "", "missed", "warning"] + ["success"] * 9


def test_the_strip_of_days_in_words() -> None:
    """Each kind of day with its number; of a failure the day."""
    last = date(2026, 11, 24)
    assert days_words(STRIP, last) == "30 days: 26 backed up, 1 with warnings, 1 failed on 12 November, 1 missed, 1 without a backup"
    assert days_words(["failed", "abandoned", "success"], last) == "3 days: 1 backed up, 2 failed, the last on 23 November"
    assert days_words(["failed"], date(2025, 12, 31)) == "1 day: 1 failed on 31 December"
    assert days_words(["failed", "success"], date(2026, 1, 1)) == "2 days: 1 backed up, 1 failed on 31 December 2025"
    assert days_words([], last) == ""
    speak("de")
    try:
        assert days_words(STRIP, last) == (
            "30 Tage: 26 gesichert, 1 mit Warnungen, 1 fehlgeschlagen am 12. November, 1 verpasst, 1 ohne Sicherung"
        )
    finally:
        speak("en")


def test_never_is_a_word() -> None:
    assert relative(None, NOW) == "never"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (3, "under a minute left"),
        (110, "about 2 min left"),
        (840, "about 15 min left"),
        (3700, "about 1 h left"),
        (5600, "about 1½ h left"),
        (20_000, "about 6 h left"),
    ],
)
def test_time_left_is_coarse(seconds: float | None, words: str) -> None:
    assert time_left(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(1.1, "1.1 s"), (1, "1 s"), (0, "0 s"), (42, "42 s"), (192, "3 min 12 s"), (3900, "1 h 5 min"), (None, "–")]
)
def test_durations(seconds: float | None, words: str) -> None:
    assert duration(seconds) == words


def test_plurals() -> None:
    assert tr_n("{n} site", "{n} sites", 1) == "1 site"
    assert tr_n("{n} site", "{n} sites", 1200) == "1,200 sites"


def test_every_status_and_outcome_has_glyph_word_and_severity() -> None:
    for status in ORDER:
        look = status_look(status)
        assert look.icon in icons()
        assert look.word
        assert look.severity in {"ok", "warning", "error", "running", "neutral"}
    for outcome in ("", "success", "warning", "failed", "cancelled", "missed", "abandoned"):
        assert outcome_look(outcome).icon in icons()


def test_the_verdict_answers_in_one_line() -> None:
    assert verdict_words("ok", {"ok": 12}).title == "All 12 sites are safe"
    assert verdict_words("ok", {"ok": 1}).title == "Your site is safe"
    assert verdict_words("failed", {"ok": 3, "failed": 1}).title == "1 site needs attention"
    assert verdict_words("never", {}).title == "No sites yet"


def test_the_verdict_is_never_green_while_a_site_is_not_safe() -> None:
    for status in ("failed", "locked", "overdue", "never", "warning"):
        assert verdict_words(status, {"ok": 50, status: 1}).severity in {"warning", "error"}


CODES = (
    "AUTH-REJECTED AUTH-SCOPE NET-OFFLINE NET-DNS TLS-BAD STALLED RATE-LIMIT SPACE-DEST SPACE-LOCAL KEY-LOCKED KEY-GONE REPO-LOCKED "
    "REPO-DAMAGED FILES-SKIPPED OVERDUE NEVER INTERRUPTED DRILL-FAILED VERIFY-FAILED CLOCK"
).split()


@pytest.mark.parametrize("code", CODES)
def test_every_known_code_has_words_without_open_places(code: str) -> None:
    words = error_words(code, "Something.", "", {}, "yoga.example")
    assert words.title
    assert "{" not in words.title + words.body
    assert words.code == code


def test_every_red_thing_has_a_button() -> None:
    for code in CODES:
        words = error_words(code, "Something.", "", {}, "yoga.example")
        if words.severity == "error":
            assert words.fixes, code


def test_numbers_of_a_failure_are_said() -> None:
    failure = Failure("space", "SPACE-DEST", "full", details={"needed": 12_000_000_000, "free": 800_000_000, "storage": "Studio disk"})
    words = failure_words(failure, "yoga.example")
    assert words.title == "Studio disk is too full"
    assert "12.0 GB" in words.body
    assert "800 MB" in words.body


def test_an_unknown_code_is_told_with_its_own_message_and_hint() -> None:
    words = failure_words(Failure("storage", "STRANGE", "The disk made a noise.", "Listen again."))
    assert (words.title, words.body) == ("The disk made a noise.", "Listen again.")


def test_braces_in_a_message_do_no_harm() -> None:
    assert "{x}" in error_words("WARNINGS", "odd {x} name", "", {}, "yoga.example").body


def test_a_reason_beside_its_site_does_not_repeat_the_name() -> None:
    reason = Reason("FILES-SKIPPED", details={"count": 3})
    assert reason_words(reason, "yoga.example").title == "yoga.example: backed up, 3 files skipped"
    assert own_words(reason, "yoga.example") == "Backed up, 3 files skipped"


def _progress(**numbers: object) -> Progressed:
    return Progressed(job="j", **numbers)  # type: ignore[arg-type]  # test data


def test_the_line_of_a_job_says_files_size_rate_and_time_left() -> None:
    progress = _progress(
        percent=42.0, files_done=512, files_total=1204, bytes_done=412_000_000, bytes_total=980_000_000, rate=6.1e6, eta_seconds=110
    )
    assert numbers_line(progress, 40) == "512 of 1,204 files · 412 of 980 MB · 6.1 MB/s · about 2 min left"


@pytest.mark.parametrize(("elapsed", "percent", "stalled"), [(5, 50.0, False), (60, 1.0, False), (60, 50.0, True)])
def test_time_left_waits_until_it_is_worth_saying(elapsed: float, percent: float, stalled: bool) -> None:
    """Only after ten seconds and two percent, and never while stalled."""
    assert shown_time_left(_progress(percent=percent, eta_seconds=100), elapsed, stalled) == ""


def test_a_finished_backup_in_a_line() -> None:
    result = {"backup": {"size": 31_800_000, "metadata": {"files": 240, "added": 900_000}}}
    assert result_line("backup", "success", result, 1.1) == "240 files · 900 kB new · 1.1 s"


def test_the_tray_tells_by_shape_badge_and_tooltip() -> None:
    assert tray_words({"ok": 12}, 0, None).tooltip == "12 sites · all backed up"
    failed = tray_words({"ok": 11, "failed": 1}, 0, None, "Studio disk is too full")
    assert (failed.glyph, failed.badge) == ("shield", "error")
    assert failed.tooltip == "1 site needs attention: Studio disk is too full"
    running = tray_words({"ok": 12}, 2, 42.0)
    assert (running.glyph, running.tooltip) == ("arrows", "2 jobs running · 42 %")
    assert tray_words({"locked": 1}, 0, None).glyph == "hourglass"
