"""What the terminal prints, and what it never prints."""

from __future__ import annotations

import io
import json
import threading
import time
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.cli import wording
from holdfast.cli.output import Output, progress_line
from holdfast.cli.plans import say_check, say_repair_plan
from holdfast.cli.terminal import EXIT_OF_KIND, exit_of
from holdfast.errors import _BY_KIND, Failure, RateLimited
from holdfast.jobs.messages import Finished, Noted, Progressed
from holdfast.progress import Retry


@given(st.text())
def test_a_name_cannot_steer_the_terminal(name: str) -> None:
    """No control character, escape sequence or direction override of a file's name reaches the screen."""
    assert wording.printable(name).isprintable()


@pytest.mark.parametrize(
    ("count", "shown"), [(None, "–"), (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (1_250_000_000, "1.2 GB"), (5 * 10**15, "5000.0 TB")]
)
def test_sizes_are_decimal_and_short(count: int | None, shown: str) -> None:
    """Bytes as people read them."""
    assert wording.size(count) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"), [(5, "under a minute left"), (130, "about 2 min left"), (7300, "about 2 h left"), (None, "")]
)
def test_time_left_is_coarse(seconds: float | None, shown: str) -> None:
    """No false precision."""
    assert wording.left(seconds) == shown


def test_ago_has_one_unit() -> None:
    """Relative time reads at a glance."""
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    for delta, shown in ((timedelta(seconds=5), "5 s ago"), (timedelta(hours=3), "3 h ago"), (timedelta(days=9), "9 days ago")):
        assert wording.ago(now - delta, now) == shown


def test_json_output_is_json_lines_and_nothing_else() -> None:
    """Tables, sentences and bars are silent; each event is one line with its fields beside `event`."""
    stream = io.StringIO()
    out = Output(json=True, stdout=stream, stderr=io.StringIO())
    out.say("words")
    out.table(("A",), [("1",)])
    out.event(Progressed(job="j", site="s", percent=12.5, bytes_done=3))
    out.event(Noted(job="j", code="FILES-SKIPPED", message="one file could not be read"))
    out.event(Finished(job="j", outcome="success"))
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["event"] for line in lines] == ["progressed", "noted", "finished"]
    assert lines[0]["percent"] == 12.5
    assert lines[0]["job"] == "j"


def test_a_progress_line_has_percent_files_rate_and_time_left() -> None:
    """The bar's words come from numbers only."""
    event = Progressed(
        job="j",
        step="transfer",
        percent=42.0,
        files_done=1200,
        files_total=3000,
        bytes_done=5_000_000,
        bytes_total=12_000_000,
        rate=1e6,
        eta_seconds=400,
    )
    line = progress_line(event)
    for piece in ("42 %", "1,200 of 3,000 files", "5.0 MB of 12.0 MB", "1.0 MB/s", "about 7 min left"):
        assert piece in line


def test_a_site_at_work_is_quoted_with_its_step_and_the_time_that_it_tells() -> None:
    """What a site says of its own progress is shown: step, how many, time left."""
    event = Progressed(
        job="j", phase="running", step="running", steps_done=4, steps_total=6, percent=67.0, current="Uploading to cloud", eta_seconds=135.0
    )
    line = progress_line(event)
    assert line.startswith("running: Uploading to cloud (5 of 6) · ")
    assert "about 2 min left" in line
    assert "files" not in line
    assert progress_line(Progressed(job="j", phase="running", step="running", current="in_progress")) == "running"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (None, "–"), ([], "–"), (True, "yes"), (False, "no"), (28.0, "28"), (0.5, "0.5"), (["a", "b"], "a, b"), ({}, "–"), (0, "0"),
        ({"3": "full", "7": "developer"}, "3=full, 7=developer"), ("text", "text"),
    ],
)  # fmt: skip
def test_what_a_site_tells_is_said_for_people(told: object, said: str) -> None:
    """No list, mapping or flag as a programming language writes it."""
    assert wording.value(told) == said


def test_with_several_sites_a_line_of_progress_names_its_own() -> None:
    stream = io.StringIO()
    stream.isatty = lambda: True  # type: ignore[method-assign]  # a terminal
    out = Output(stdout=stream)
    out.event(Progressed(job="a", site="shop", phase="ask"))
    assert "shop" not in stream.getvalue()
    out.event(Progressed(job="b", site="hotel", phase="ask"))
    out.event(Progressed(job="a", site="shop", phase="ask"))
    assert "hotel: ask" in stream.getvalue()
    assert "shop: ask" in stream.getvalue()


def test_how_long_a_site_asks_to_be_left_alone_is_said() -> None:
    error = io.StringIO()
    failure = RateLimited("shop.example asks to slow down.", hint="Try again later.", retry_after=120.0).failure()
    Output(stderr=error).explain(failure)
    assert "It asks for a pause of 2 min. Try again later." in error.getvalue()


def test_every_kind_of_failure_has_an_exit_code() -> None:
    """No kind is forgotten in the table of exit codes."""
    assert set(EXIT_OF_KIND) == set(_BY_KIND)


@pytest.mark.parametrize(
    ("finished", "code"),
    [
        (Finished(job="j", outcome="success"), 0),
        (Finished(job="j", outcome="warning"), 3),
        (Finished(job="j", outcome="cancelled", failure=Failure("cancelled", "CANCELLED", "")), 130),
        (Finished(job="j", outcome="failed", failure=Failure("damaged", "REPO-DAMAGED", "")), 9),
        (Finished(job="j", outcome="failed", failure=Failure("auth", "AUTH-REJECTED", "")), 4),
    ],
)
def test_exit_codes_of_jobs(finished: Finished, code: int) -> None:
    """The contract's numbers."""
    assert exit_of(finished) == code


RETRY = Retry(12.0, 2, 5, "NET-TIMEOUT", "shop.example did not answer in time.", "shop.example")


class Terminal(io.StringIO):
    """Keeps what was drawn."""

    def isatty(self) -> bool:
        return True


def test_a_pause_is_said_with_its_reason_instead_of_a_rate() -> None:
    event = Progressed(job="j", phase="transfer", percent=40.0, bytes_done=4, rate=7.0, eta_seconds=9.0, retry=RETRY)
    assert progress_line(event).endswith(" · 4 B · retrying in 12 s (attempt 2 of 5): shop.example did not answer in time")
    assert progress_line(event, 0).endswith(" · trying again (attempt 2 of 5): shop.example did not answer in time")
    assert "retrying in 3 min: " in wording.retrying(Retry(180.0, 2, None, "NET", "gone."), 180.0)


def test_a_pause_counts_down_by_itself_until_something_else_is_printed() -> None:
    stream = Terminal()
    out = Output(stdout=stream, stderr=io.StringIO())
    event = Progressed(job="j", phase="transfer", retry=Retry(1.2, 2, 5, "NET", "gone."))
    out.event(event)
    deadline = time.monotonic() + 60
    while "trying again" not in stream.getvalue() and time.monotonic() < deadline:
        time.sleep(0.05)
    shown = [line.strip() for line in stream.getvalue().split("\r")]
    assert "transfer · retrying in 2 s (attempt 2 of 5): gone" in shown
    assert shown[-1] == "transfer · trying again (attempt 2 of 5): gone"
    out.event(Progressed(job="j", phase="transfer", retry=Retry(600.0, 2, 5, "NET", "gone.")))
    out.say("words")
    assert stream.getvalue().endswith("\rwords\n")
    assert not [one for one in threading.enumerate() if one.name == "countdown"]


def test_without_a_terminal_a_long_pause_is_one_line_and_short_ones_are_none() -> None:
    stream = io.StringIO()
    out = Output(stdout=stream, stderr=io.StringIO())
    out.event(Progressed(job="j", phase="transfer", retry=msgspec.structs.replace(RETRY, seconds=1.0)))
    for _ in range(3):
        out.event(Progressed(job="j", phase="transfer", retry=RETRY))
    out.event(Progressed(job="j", phase="transfer", retry=msgspec.structs.replace(RETRY, attempt=3)))
    lines = stream.getvalue().splitlines()
    assert [line.partition("(")[2].partition(")")[0] for line in lines] == ["attempt 2 of 5", "attempt 3 of 5"]


def test_json_says_when_it_is_tried_again_and_null_else() -> None:
    """An addition to the contract: the other fields are what they were."""
    stream = io.StringIO()
    out = Output(json=True, stdout=stream, stderr=io.StringIO())
    out.event(Progressed(job="j", retry=RETRY))
    out.event(Progressed(job="j"))
    waiting, going = (json.loads(line) for line in stream.getvalue().splitlines())
    assert waiting["retry"] == {
        "seconds": 12.0, "attempt": 2, "attempts": 5, "code": "NET-TIMEOUT", "message": RETRY.message, "host": "shop.example"
    }  # fmt: skip
    assert going["retry"] is None
    assert {*waiting} == {*going}


def test_what_a_check_found_is_worded() -> None:
    """Of a storage: what is damaged. Of one backup: which files; never beside "No problem found"."""
    text = io.StringIO()
    say_check(Output(stdout=text), {"problems": [{"kind": "pack-damaged", "object": "ab" * 32, "detail": "1 pieces of it are lost"}]})
    say_check(
        Output(stdout=text), {"damaged": [{"path": "a/b.php", "reason": "DAMAGED", "message": "A part of it is lost."}], "good": False}
    )
    assert text.getvalue() == "✗ pack damaged: abababababab (1 pieces of it are lost)\n✗ a/b.php: A part of it is lost.\n"


def test_a_backup_that_no_repair_can_mend_is_said() -> None:
    text = io.StringIO()
    plan = {"options": {"drop_snapshots": False}, "snapshots_damaged": ["ab"], "empty": True}
    say_repair_plan(Output(stdout=text), {"plan": plan}, "my disk", done=False)
    assert "--drop-damaged-backups" in text.getvalue()
    assert "Nothing to repair" not in text.getvalue()
