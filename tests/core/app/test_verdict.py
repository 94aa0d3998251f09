"""The verdict: pure, worst first, with reasons."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

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
