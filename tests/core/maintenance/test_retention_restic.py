"""The retention rules against restic's own answers (`restic forget --dry-run --json`).

One Hypothesis example is one policy and many groups of crafted snapshots in one repository, each group on a host of its own, so that
one restic process answers for all of them.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from holdfast.errors import UsageError
from holdfast.records import RetentionPolicy
from holdfast.repository.snapshots import Snapshot
from holdfast.retention import Decision, apply_policy, policy_text
from tests.core.maintenance.scene import PASSWORD, Scene
from tests.support.restic import Restic

NOW = datetime.now(UTC).replace(microsecond=0)
OFFSETS = [timezone(timedelta(minutes=m)) for m in (0, 0, 60, 120, -300, 330, 845)]
TAGS = ["keep", "a", "b"]

ages = st.one_of(
    st.integers(-40 * 24 * 3600, 400 * 24 * 3600),  # seconds; some in the future
    st.integers(0, 400).map(lambda days: days * 24 * 3600),
    st.integers(0, 60).map(lambda months: int(months * 30.4375 * 24 * 3600)),
)
crafted = st.tuples(ages, st.sampled_from(OFFSETS), st.lists(st.sampled_from(TAGS), unique=True, max_size=2))
groups = st.lists(st.lists(crafted, min_size=1, max_size=14, unique_by=lambda s: s[0]), min_size=6, max_size=12)
count = st.sampled_from([0, 0, 0, 1, 2, 3, 5, -1])
length = st.sampled_from(["", "", "", "3d", "1m", "1y", "13h", "1y5m7d2h", "2m31d"])
policies = st.builds(
    RetentionPolicy,
    count, count, count, count, count, count, length, length, length, length, length, length,
    st.lists(st.sampled_from(["keep", "a,b", ""]), unique=True, max_size=2).map(tuple),
)  # fmt: skip


def write_groups(scene: Scene, drawn: list[list[Any]]) -> dict[str, list[Snapshot]]:
    """The crafted snapshots, directly in the repository; by host."""
    for old in scene.repository.file_ids("snapshots"):
        (scene.path / "snapshots" / old).unlink()
    result: dict[str, list[Snapshot]] = {}
    for number, group in enumerate(drawn):
        for age, offset, tags in group:
            moment = (NOW - timedelta(seconds=age)).astimezone(offset)
            text = moment.isoformat().replace("+00:00", "Z")
            bare = Snapshot(time=text, tree="00" * 32, paths=("/",), hostname=f"host-{number}", tags=tuple(tags))
            snapshot_id = scene.repository.save_snapshot(bare)
            result.setdefault(bare.hostname, []).append(msgspec.structs.replace(bare, id=snapshot_id))
    return result


def restic_arguments(policy: RetentionPolicy, unlimited: str) -> list[str]:
    """The policy as restic is told it. 0.14 has no -1, so a number that is never reached stands for it."""
    arguments = []
    for name in ("last", "hourly", "daily", "weekly", "monthly", "yearly"):
        if value := getattr(policy, name):
            arguments += [f"--keep-{name}", unlimited if value == -1 else str(value)]
    for name in ("within", "within_hourly", "within_daily", "within_weekly", "within_monthly", "within_yearly"):
        if text := getattr(policy, name):
            arguments += [f"--keep-{name.replace('_', '-')}", text]
    for tags in policy.tags:
        arguments += ["--keep-tag", tags]
    return arguments


def decisions(hosts: dict[str, list[Snapshot]], policy: RetentionPolicy) -> dict[str, Decision[Snapshot]]:
    """Ours, by host; without those groups that we refuse to empty."""
    found = {}
    for host, snapshots in hosts.items():
        try:
            found[host] = apply_policy(snapshots, policy)
        except UsageError:
            continue
    return found


def reasons_of(answer: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {reason["snapshot"]["time"]: tuple(reason["matches"]) for reason in answer["reasons"] or ()}


# without shrinking: each attempt is a process, and a failure names policy and host
ORACLE = settings(
    phases=(Phase.explicit, Phase.generate), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@settings(ORACLE, max_examples=16)
@given(policy=policies, drawn=groups)
def test_every_decision_and_reason_is_that_of_the_installed_restic(scene: Scene, policy: RetentionPolicy, drawn: list[list[Any]]) -> None:
    """restic 0.14 does not know yet that the oldest of a group fills what is left of a count: there, ours may have more reasons."""
    assume(not policy.is_empty())
    hosts = write_groups(scene, drawn)
    ours = decisions(hosts, policy)
    answers = scene.restic.json("forget", "--dry-run", "--group-by", "host", *restic_arguments(policy, "100000"))
    assert {answer["host"] for answer in answers} == set(hosts)
    for answer in answers:
        where = f"{policy_text(policy)} on {answer['host']}"
        theirs = reasons_of(answer)
        if answer["host"] not in ours:  # newer restic and we refuse what 0.14 would do: keep nothing
            assert not theirs, where
            continue
        oldest = min(hosts[answer["host"]], key=lambda s: s.time_ns).time
        mine = {kept.snapshot.time: kept.reasons for kept in ours[answer["host"]].keep}
        assert set(theirs.pop(oldest, ())) == {reason for reason in mine.pop(oldest, ()) if not reason.startswith("oldest")}, where
        assert mine == theirs, where


@pytest.mark.long
@settings(ORACLE, max_examples=60)
@given(policy=policies, drawn=groups)
def test_every_decision_and_reason_is_that_of_the_newest_restic(scene: Scene, policy: RetentionPolicy, drawn: list[list[Any]]) -> None:
    """restic 0.19 word for word, -1 and the refusal to empty a group with it."""
    assume(not policy.is_empty())
    hosts = write_groups(scene, drawn)
    ours = decisions(hosts, policy)
    restic = Restic(scene.path, PASSWORD, scene.scratch / "restic", version="0.19.1")
    command = ("forget", "--dry-run", "--json", "--group-by", "host", *restic_arguments(policy, "unlimited"))
    done = restic.run(*command, check=False)
    assert (done.returncode == 0) is (len(ours) == len(hosts)), f"{policy_text(policy)}: {done.stderr}"
    for answer in json.loads(done.stdout) if done.returncode == 0 else ():
        decision = ours[answer["host"]]
        where = f"{policy_text(policy)} on {answer['host']}"
        assert {kept.snapshot.time: kept.reasons for kept in decision.keep} == reasons_of(answer), where
        assert {s.id for s in decision.remove} == {s["id"] for s in answer["remove"] or ()}, where
