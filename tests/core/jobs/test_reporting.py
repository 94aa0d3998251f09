"""Percent, rate, time left and throttling: computed in one place, from whole totals."""

from __future__ import annotations

from holdfast.jobs.messages import AnyEvent, Noted, Progressed
from holdfast.jobs.reporting import NOTES_SHOWN, Reporter
from holdfast.progress import Retry, Totals


class HandClock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Heard:
    """A reporter and what it said."""

    def __init__(self) -> None:
        self.clock = HandClock()
        self.events: list[AnyEvent] = []
        self.reporter = Reporter("job", "shop", self.events.append, clock=self.clock)

    def say(self, seconds: float, **totals: object) -> Progressed:
        """`seconds` later: these totals; what is told then."""
        self.clock.now += seconds
        self.reporter.totals(Totals(**totals))  # type: ignore[arg-type]  # the test's words
        last = self.events[-1]
        assert isinstance(last, Progressed)
        return last


def test_at_most_ten_events_a_second_and_the_last_is_never_lost() -> None:
    heard = Heard()
    for number in range(1000):
        heard.clock.now += 0.001
        heard.reporter.totals(Totals("transfer", bytes_done=number, bytes_total=1000))
    assert len(heard.events) <= 11
    heard.reporter.finish()
    last = heard.events[-1]
    assert isinstance(last, Progressed)
    assert last.bytes_done == 999


def test_percent_never_goes_back_and_never_says_that_all_is_done() -> None:
    heard = Heard()
    assert heard.say(1, phase="scan", files_done=10).percent is None
    assert heard.say(1, phase="transfer", bytes_done=500, bytes_total=1000).percent == 50.0
    assert heard.say(1, phase="transfer", bytes_done=500, bytes_total=2000).percent == 50.0
    assert heard.say(1, phase="index", files_done=0, files_total=10).percent == 50.0
    assert heard.say(1, phase="transfer", bytes_done=2000, bytes_total=2000).percent == 99.9


def test_steps_share_the_whole() -> None:
    heard = Heard()
    assert heard.say(1, phase="read", steps_done=0, steps_total=4, bytes_done=50, bytes_total=100).percent == 12.5
    assert heard.say(1, phase="load", steps_done=2, steps_total=4).percent == 50.0


def test_what_the_one_who_works_tells_goes_before_what_we_reckon() -> None:
    """apis.md 0.10: a percentage and a time left of a site are shown as such, and never as a number of files."""
    heard = Heard()
    told = heard.say(1, phase="running", percent=63.0, seconds_left=135.0)
    assert (told.percent, told.eta_seconds, told.files_done, told.files_total) == (63.0, 135.0, 0, None)
    assert heard.say(1, phase="running", percent=40.0).percent == 63.0
    assert heard.say(1, phase="running", percent=1e9).percent == 99.9


def test_the_rate_is_that_of_the_last_seconds() -> None:
    heard = Heard()
    heard.say(0, phase="transfer", bytes_done=0, bytes_total=10_000)
    assert heard.say(1, phase="transfer", bytes_done=1000, bytes_total=10_000).rate == 1000
    for _ in range(10):
        last = heard.say(1, phase="transfer", bytes_done=1000, bytes_total=10_000)
    assert last.rate == 0


def test_time_left_only_after_ten_seconds_and_two_percent_and_not_when_stalled() -> None:
    heard = Heard()
    total = 1_000_000
    heard.say(0, phase="transfer", bytes_done=0, bytes_total=total)
    assert heard.say(5, phase="transfer", bytes_done=100_000, bytes_total=total).eta_seconds is None
    assert heard.say(6, phase="transfer", bytes_done=220_000, bytes_total=total).eta_seconds is not None
    left = heard.say(5, phase="transfer", bytes_done=320_000, bytes_total=total).eta_seconds
    assert left is not None
    assert 25 < left < 45
    assert heard.say(16, phase="transfer", bytes_done=320_000, bytes_total=total).eta_seconds is None
    slow = Heard()
    slow.say(0, phase="transfer", bytes_done=0, bytes_total=total)
    assert slow.say(30, phase="transfer", bytes_done=10_000, bytes_total=total).eta_seconds is None


def test_a_pause_is_told_at_once_with_all_that_is_known_and_counts_down() -> None:
    """Whoever has the newest event knows it all: totals, how long yet, which try; and that it is over."""
    heard = Heard()
    heard.say(0, phase="transfer", bytes_done=5, bytes_total=10)
    retry = Retry(12.0, 2, 5, "NET-TIMEOUT", "shop.example did not answer in time.", "shop.example")
    heard.reporter.retrying(retry)  # within a tenth of a second
    last = heard.events[-1]
    assert isinstance(last, Progressed)
    assert (last.phase, last.bytes_done, last.retry) == ("transfer", 5, retry)
    later = heard.say(4, phase="transfer", bytes_done=5, bytes_total=10).retry
    assert later is not None
    assert (later.seconds, later.attempt) == (8.0, 2)
    under_way = heard.say(60, phase="transfer", bytes_done=5, bytes_total=10).retry
    assert under_way is not None
    assert under_way.seconds == 0.0
    heard.reporter.retrying(None)
    last = heard.events[-1]
    assert isinstance(last, Progressed)
    assert (last.phase, last.retry) == ("transfer", None)
    count = len(heard.events)
    heard.reporter.retrying(None)
    assert len(heard.events) == count


def test_a_storm_of_quick_tries_is_no_storm_of_events() -> None:
    heard = Heard()
    for number in range(1000):
        heard.clock.now += 0.0005
        heard.reporter.retrying(Retry(0.0, number + 2, None, "NET", "gone"))
    assert len(heard.events) <= 6


def test_a_million_remarks_do_not_become_a_million_events() -> None:
    heard = Heard()
    for number in range(NOTES_SHOWN + 500):
        heard.reporter.remark("FILES-SKIPPED", f"file {number}")
    warnings = heard.reporter.finish()
    assert sum(isinstance(event, Noted) for event in heard.events) == NOTES_SHOWN + 1
    assert warnings[-1] == "… and 500 more remarks."
