"""The verdict: pure, worst first, with reasons."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from holdfast.records import Backup, Job, Site
from holdfast.verdict import ORDER, Knowledge, Status, judge, worst

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SITE = Site(id="1", name="shop", system="folder")
FRESH = Backup(id="b", site="shop", created_at=NOW - timedelta(hours=3))
OLD = Backup(id="a", site="shop", created_at=NOW - timedelta(days=9))


def backup(outcome: str, code: str = "", warnings: tuple[str, ...] = ()) -> Job:
    return Job(
        id="j", verb="backup", site="shop", outcome=outcome, warnings=warnings, failure={"code": code, "message": "m"} if code else None
    )


def _drill(*details: str) -> Job:
    checks = [{"name": "loaded", "outcome": "warning", "detail": detail} for detail in details]
    return Job(id="d", verb="drill", outcome="warning", result={"checks": checks})


def run(kind: str, outcome: str) -> Job:
    """Of the schedule that makes `kind`."""
    code = "" if outcome == "success" else "NET-DNS"
    result = {"slot": {"schedule": kind}, **({"backup": {"type": kind}} if outcome == "success" else {})}
    return Job(id=kind, verb="backup", outcome=outcome, failure={"code": code} if code else None, result=result)


def planned(*jobs: Job, whole: timedelta | None = None) -> Knowledge:
    """The database every hour and everything weekly; `whole`: the age of the last backup of everything."""
    return Knowledge(
        SITE,
        jobs,
        FRESH,
        overdue_after=timedelta(days=2),
        last_whole=None if whole is None else Backup(id="w", site="shop", created_at=NOW - whole),
        whole_overdue_after=timedelta(days=14),
        whole_since=NOW - timedelta(days=20),
        types={"full": "", "database": "database", "files": "files"},
    )


WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("known", "status", "codes"),
    [
        (planned(run("database", "success"), run("full", "success"), whole=WEEK), "ok", []),
        (planned(run("database", "success"), run("full", "failed"), run("full", "success"), whole=WEEK), "failed", ["NET-DNS"]),
        (planned(run("full", "success"), run("database", "failed"), whole=WEEK), "ok", []),
        (planned(run("database", "failed"), run("full", "failed"), whole=WEEK), "failed", ["NET-DNS"]),
        (planned(run("files", "success"), run("database", "success"), run("full", "failed"), whole=WEEK), "ok", []),
        (planned(run("files", "success"), run("database", "failed"), run("full", "success"), whole=WEEK), "failed", ["NET-DNS"]),
        (planned(run("database", "success"), backup("failed", "NET-DNS"), whole=WEEK), "ok", []),
        (planned(run("database", "success"), whole=2 * WEEK + timedelta(days=1)), "overdue", ["OVERDUE"]),
        (planned(run("database", "success")), "overdue", ["OVERDUE"]),
    ],
)  # fmt: skip
def test_a_database_that_is_safe_hides_no_trouble_with_the_rest(known: Knowledge, status: Status, codes: list[str]) -> None:
    verdict = judge(known, NOW)
    assert (verdict.status, [reason.code for reason in verdict.reasons]) == (status, codes)


@pytest.mark.parametrize(
    ("known", "status", "codes"),
    [
        (Knowledge(SITE), "never", ["NEVER"]),
        (Knowledge(SITE, [backup("success")], FRESH), "ok", []),
        (Knowledge(SITE, [backup("success")], OLD), "overdue", ["OVERDUE"]),
        (Knowledge(SITE, [backup("failed", "NET-DNS"), backup("success")], FRESH), "failed", ["NET-DNS"]),
        (Knowledge(SITE, [backup("success"), backup("failed", "NET-DNS")], FRESH), "ok", []),
        (Knowledge(SITE, [backup("cancelled"), backup("success")], FRESH), "ok", []),
        (Knowledge(SITE, [backup("abandoned")], FRESH), "failed", ["INTERRUPTED"]),
        (Knowledge(SITE, [backup("failed", "KEY-LOCKED")], FRESH), "locked", ["KEY-LOCKED"]),
        (Knowledge(SITE, [backup("warning", warnings=("x",))], FRESH), "warning", ["WARNINGS"]),
        (Knowledge(SITE, [backup(""), backup("success")], FRESH), "running", ["RUNNING"]),
        (Knowledge(SITE, [backup(""), backup("failed", "X")], OLD), "failed", ["X", "OVERDUE", "RUNNING"]),
        (Knowledge(SITE, [backup("success")], FRESH, locked=True), "locked", ["KEY-LOCKED"]),
        (Knowledge(SITE, [backup("success")], FRESH, paused_until=NOW + timedelta(hours=1)), "paused", ["PAUSED"]),
        (Knowledge(SITE, [backup("success"), Job(id="d", verb="drill", outcome="failed")], FRESH), "failed", ["DRILL-FAILED"]),
        (Knowledge(SITE, [_drill("read, not loaded: no server"), backup("success")], FRESH), "warning", ["READ-NOT-LOADED"]),
        (Knowledge(SITE, [_drill("read, not loaded: no server", "no wp-config")], FRESH), "warning", ["DRILL-WARNING"]),
        (Knowledge(SITE, [backup("success"), Job(id="d", verb="drill", outcome="failed", failure={"kind": "network"})], FRESH), "ok", []),
        (Knowledge(SITE, [Job(id="c", verb="check", outcome="success"), Job(id="c", verb="check", outcome="failed")], FRESH), "ok", []),
    ],
)  # fmt: skip
def test_the_worst_that_is_true_comes_first(known: Knowledge, status: Status, codes: list[str]) -> None:
    verdict = judge(known, NOW)
    assert (verdict.status, [reason.code for reason in verdict.reasons]) == (status, codes)


def test_over_many_sites_the_worst_counts() -> None:
    assert worst(["ok", "running", "warning"]) == "warning"
    assert worst(["ok", "never"]) == "never"
    assert worst([]) == "never"
    assert worst(list(ORDER)) == "failed"


@pytest.mark.parametrize(
    ("verb", "result"), [("check", {"good": True}), ("verify", {"good": True}), ("drill", {"verdict": "proven", "checks": []})]
)
def test_remarks_of_a_check_that_found_nothing_wrong_are_no_damage(verb: str, result: dict[str, Any]) -> None:
    """A disk that can only be read is checked without a lock, and says so: that is nothing against what lies on it."""
    looked = Job(id="look", verb=verb, outcome="warning", result=result, warnings=("The storage cannot be written to.",))
    assert judge(planned(looked, whole=WEEK), NOW).status == "ok"
