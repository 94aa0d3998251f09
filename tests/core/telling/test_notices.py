"""When the desktop is told something: the rules of ux.md 9, without a desktop."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from holdfast.telling.notices import BUNDLE, Notice, Problem, Told, judge, problems_of, wanted

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


def failed(site: str, code: str = "NET-DNS") -> Problem:
    return Problem(site, code)


def test_quiet_when_good() -> None:
    assert judge(Told(), [], ["shop"], NOW) == (Told(), None)


def test_a_problem_is_told_once_until_it_is_gone() -> None:
    told, notice = judge(Told(), [failed("shop")], [], NOW)
    assert notice == Notice("problems", (failed("shop"),))
    for hours in (1, 2, 30):
        told, notice = judge(told, [failed("shop")], [], NOW + timedelta(hours=hours))
        assert notice is None
    told, notice = judge(told, [], ["shop"], NOW + timedelta(hours=31))
    assert notice == Notice("recovered", (Problem("shop", "RECOVERED"),))
    told, notice = judge(told, [failed("shop")], [], NOW + timedelta(hours=40))
    assert notice is not None


def test_another_reason_for_the_same_failure_is_no_news_but_a_failed_drill_is() -> None:
    told, _ = judge(Told(), [failed("shop", "NET-DNS")], [], NOW)
    told, notice = judge(told, [failed("shop", "NET-TIMEOUT")], [], NOW + timedelta(hours=1))
    assert notice is None
    _, notice = judge(told, [failed("shop", "NET-DNS"), failed("shop", "DRILL-FAILED")], [], NOW + timedelta(hours=2))
    assert notice is not None
    assert [one.code for one in notice.problems] == ["DRILL-FAILED"]


def test_a_failure_that_is_tried_again_is_told_after_the_last_try() -> None:
    told, notice = judge(Told(), [failed("shop")], [], NOW, tried_again=["shop"])
    assert (told, notice) == (Told(), None)
    told, notice = judge(told, [failed("shop")], [], NOW + timedelta(hours=1))
    assert notice is not None
    _, notice = judge(told, [failed("shop")], [], NOW + timedelta(hours=24), tried_again=["shop"])
    assert notice is None
    _, notice = judge(told, [failed("shop")], [], NOW + timedelta(hours=25))
    assert notice is None


def test_several_in_a_short_time_become_one_in_its_place() -> None:
    told, first = judge(Told(), [failed("a")], [], NOW)
    told, second = judge(told, [failed("a"), failed("b")], [], NOW + timedelta(minutes=5))
    assert first is not None
    assert second is not None
    assert (first.replaces, second.replaces) == (False, True)
    assert {one.subject for one in second.problems} == {"a", "b"}
    _, third = judge(told, [failed("a"), failed("b"), failed("c")], [], NOW + timedelta(minutes=30))
    assert third == Notice("problems", (failed("c"),))


def test_a_site_that_was_removed_or_is_still_bad_does_not_work_again() -> None:
    told, _ = judge(Told(), [failed("gone"), failed("shop"), failed("shop", "DRILL-FAILED")], [], NOW)
    _, notice = judge(told, [failed("shop", "DRILL-FAILED")], ["shop"], NOW + timedelta(hours=1))
    assert notice is None


def test_a_locked_password_store_is_one_problem_of_all_sites() -> None:
    locked = [(name, "locked", [Problem(name, "KEY-LOCKED")]) for name in ("a", "b", "c")]
    found = problems_of(locked, [])
    assert [(one.subject, one.code) for one in found] == [("", "KEY-LOCKED")]


def test_warnings_wait_until_somebody_looks() -> None:
    assert problems_of([("a", "warning", [Problem("a", "WARNINGS")]), ("b", "ok", []), ("c", "never", [Problem("c", "NEVER")])], []) == []


@given(st.lists(st.tuples(st.integers(0, 1200), st.sets(st.sampled_from("abc"))), max_size=20))
def test_a_problem_that_lasts_is_never_told_anew_but_in_a_bundle(steps: list[tuple[int, set[str]]]) -> None:
    told, now, lasting = Told(), NOW, dict[str, datetime]()
    for seconds, bad in steps:
        now += timedelta(seconds=seconds)
        told, notice = judge(told, [failed(one) for one in sorted(bad)], {"a", "b", "c"} - bad, now)
        news = bad - lasting.keys()
        lasting = {one: lasting.get(one, now) for one in bad}
        if news:
            assert notice is not None
            assert news <= {one.subject for one in notice.problems}
            assert all(now - lasting[one.subject] < BUNDLE for one in notice.problems)
        else:
            assert notice is None or notice.kind == "recovered"


def test_kinds_that_nobody_wants_to_hear_of_are_left_out() -> None:
    notice = Notice("problems", (failed("a"), Problem("b", "OVERDUE"), Problem("@disk", "REPO-DAMAGED")))
    assert wanted(notice, ()) == notice
    assert wanted(notice, ("overdue", "storage")) == Notice("problems", (failed("a"),))
    assert wanted(notice, ("failed", "overdue", "storage")) is None
    assert wanted(None, ("failed",)) is None
    assert wanted(Notice("recovered", (Problem("a", "RECOVERED"),)), ("recovered",)) is None
