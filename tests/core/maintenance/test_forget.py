"""Forget and keep: what is planned is shown, what is marked or implausible stays."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from holdfast.engine.forget import ForgetPlan, forget, plan_forget, plan_removal
from holdfast.engine.keep import keep, unkeep
from holdfast.errors import Busy, NotFound, UsageError
from holdfast.records import RetentionPolicy
from tests.core.maintenance.scene import EPOCH, SITE, Scene

LAST_1 = RetentionPolicy(last=1)
OTHER = msgspec.structs.replace(SITE, site="22222222-2222-4222-8222-222222222222", name="Blog")
FILES = {f"{n}.txt": b"%d" % n for n in range(10)}


def removed(plan: ForgetPlan) -> set[str]:
    return {backup.id for group in plan.groups for backup in group.remove}


def test_the_plan_is_what_is_done_and_restic_agrees(three: Scene) -> None:
    ids = list(three.backups)
    plan = plan_forget(three.repository, RetentionPolicy(last=2))
    assert removed(plan) == {ids[0]}
    assert [b.reasons for b in plan.groups[0].keep] == [("last snapshot",)] * 2
    assert set(three.repository.file_ids("snapshots")) == set(ids)
    assert forget(three.repository, plan).removed == (ids[0],)
    del three.backups[ids[0]]
    three.verify(restic_restores=1)


def test_each_site_is_a_group_of_its_own(scene: Scene) -> None:
    shop = [scene.backup(FILES), scene.backup(FILES)]
    blog = [scene.backup(FILES, tags=OTHER), scene.backup(FILES, tags=OTHER)]
    assert removed(plan_forget(scene.repository, LAST_1)) == {shop[0], blog[0]}
    assert removed(plan_forget(scene.repository, LAST_1, site=OTHER.site)) == {blog[0]}


def test_a_backup_of_the_database_alone_does_not_push_out_one_of_the_whole_site(scene: Scene) -> None:
    full = scene.backup(FILES)
    databases = [scene.backup(FILES, tags=msgspec.structs.replace(SITE, type="database")) for _ in range(2)]
    later = scene.backup(FILES, tags=msgspec.structs.replace(SITE, type="incremental"))
    assert removed(plan_forget(scene.repository, LAST_1)) == {full, databases[0]}
    assert later in scene.backups


def test_backups_of_other_programs_are_grouped_by_host_and_paths(scene: Scene) -> None:
    foreign = [scene.backup(FILES, tags=None) for _ in range(2)]
    ours = scene.backup(FILES)
    assert removed(plan_forget(scene.repository, LAST_1)) == {foreign[0]}
    assert ours in scene.backups


def test_an_empty_policy_keeps_everything(three: Scene) -> None:
    plan = plan_forget(three.repository, RetentionPolicy())
    assert plan.removals == 0
    assert forget(three.repository, plan).removed == ()


def test_a_policy_that_would_keep_nothing_is_refused(three: Scene) -> None:
    with pytest.raises(UsageError):
        plan_forget(three.repository, RetentionPolicy(tags=("nobody",)))


def test_kept_backups_stay_and_can_be_let_go_again(three: Scene) -> None:
    first = next(iter(three.backups))
    marked = keep(three.repository, first[:12])
    assert marked.original == first
    assert marked.our_tags.keep
    assert first not in three.repository.file_ids("snapshots")
    assert marked.id not in removed(plan_forget(three.repository, LAST_1))
    with pytest.raises(UsageError) as error:
        plan_removal(three.repository, [marked.id])
    assert error.value.code == "BACKUP-KEPT"
    three.backups[marked.id] = three.backups.pop(first)
    three.verify(restic_restores=0)
    again = unkeep(three.repository, marked.id)
    assert again.original == first
    assert again.tags == tuple(tag for tag in marked.tags if tag != "keep")
    assert again.id in removed(plan_forget(three.repository, LAST_1))


def test_marking_twice_changes_nothing(three: Scene) -> None:
    first = next(iter(three.backups))
    assert keep(three.repository, keep(three.repository, first).id).original == first
    assert len(three.repository.file_ids("snapshots")) == 3


def test_partial_backups_do_not_count_and_go_once_a_complete_one_followed(scene: Scene) -> None:
    partial = msgspec.structs.replace(SITE, partial=True)
    early = scene.backup(FILES, tags=partial)
    good = scene.backup(FILES)
    late = scene.backup(FILES, tags=partial)
    plan = plan_forget(scene.repository, LAST_1)
    assert removed(plan) == {early}
    assert {b.id for b in plan.groups[0].keep} == {good, late}


def test_chosen_backups_are_removed(three: Scene) -> None:
    first, second, third = three.backups
    plan = plan_removal(three.repository, [first[:10], second])
    assert set(forget(three.repository, plan).removed) == {first, second}
    assert three.repository.file_ids("snapshots") == [third]
    with pytest.raises(NotFound):
        plan_removal(three.repository, [first])


def test_b3_a_site_that_lost_most_of_its_files_waits_for_a_person(scene: Scene) -> None:
    """B3: an empty mount must not push out the good backups; after a yes it goes on."""
    good = scene.backup(FILES)
    shrunk = scene.backup({"0.txt": b"0"})
    for _ in range(2):
        scene.backup({"0.txt": b"0"})  # more of the same does not make it plausible
    plan = plan_forget(scene.repository, LAST_1)
    assert plan.groups[0].stop == "SHRUNK"
    assert forget(scene.repository, plan).removed == ()
    assert forget(scene.repository, plan).stopped == ("Shop",)
    assert good in scene.repository.file_ids("snapshots")
    early = plan_forget(scene.repository, LAST_1, trusted_before=EPOCH + timedelta(hours=1))
    assert early.groups[0].stop == "SHRUNK"  # nobody had seen the small one yet
    trusted = plan_forget(scene.repository, LAST_1, trusted={SITE.site: EPOCH + timedelta(days=1, hours=1)})
    assert trusted.groups[0].stop == ""
    assert {good, shrunk} <= set(forget(scene.repository, plan, confirmed=True).removed)


def test_b3_removing_most_of_many_backups_waits_for_a_person(scene: Scene) -> None:
    """B3: a policy by mistake, or a first one after a long time."""
    for _ in range(12):
        scene.backup(FILES)
    plan = plan_forget(scene.repository, LAST_1)
    assert plan.groups[0].stop == "MANY"
    assert forget(scene.repository, plan).removed == ()
    assert len(forget(scene.repository, plan, confirmed=True).removed) == 11


def test_a_stop_of_one_site_does_not_stop_the_others(scene: Scene) -> None:
    scene.backup(FILES)
    scene.backup({"0.txt": b"0"})
    blog = [scene.backup(FILES, tags=OTHER), scene.backup(FILES, tags=OTHER)]
    result = forget(scene.repository, plan_forget(scene.repository, LAST_1))
    assert result.removed == (blog[0],)
    assert result.stopped == ("Shop",)


def test_nothing_goes_when_a_backup_that_was_to_stay_is_gone(three: Scene) -> None:
    plan = plan_forget(three.repository, LAST_1)
    newest = list(three.backups)[-1]
    three.repository.remove_snapshot(newest)
    with pytest.raises(Busy) as error:
        forget(three.repository, plan)
    assert error.value.code == "PLAN-CHANGED"
    assert len(three.repository.file_ids("snapshots")) == 2


def test_refuses_while_the_repository_is_in_use(three: Scene) -> None:
    plan = plan_forget(three.repository, LAST_1)
    with three.again().lock(exclusive=False), pytest.raises(Busy):
        forget(three.repository, plan)
