"""Storage: what is known of each place, its rule with a calendar before it is saved, passphrases, locks, and what else is done there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableView,
    QToolButton,
    QWidget,
)

from holdfast.errors import Busy, UsageError
from holdfast_desktop.dialogs.policy_form import PolicyForm
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.pages.keeping_flow import coming_of, removal_of
from holdfast_desktop.pages.storage import StoragePage
from holdfast_desktop.pages.storage_care import repair_lines
from holdfast_desktop.widgets.kept_year import KeptYear
from holdfast_desktop.widgets.size_chart import Point, SizeChart
from holdfast_desktop.wording.errors import error_words
from holdfast_desktop.wording.storages import lock_holder, lock_title, lock_words, moment, rights_words, storage_look
from tests.desktop.conftest import Play
from tests.desktop.scenes_storage import LOCK, RIGHTS
from tests.desktop.stage import Stage, raise_stage
from tests.support.fake_holdfast import NOW, FakeHoldfast

DISK, BUCKET = "Studio disk", "Bucket in Frankfurt"


async def open_storage(stage: Stage, name: str = DISK) -> StoragePage:
    stage.window.go("storage")
    await stage.settle()
    page = cast(StoragePage, stage.window.pages["storage"])
    page.choose(name)
    await stage.settle(0.1)
    return page


async def act(stage: Stage, control: str, name: str = DISK) -> QWidget:
    await open_storage(stage, name)
    stage.find(QPushButton, control).click()
    await stage.settle(0.2)
    return stage.dialog()


def given(fake: FakeHoldfast, call: str) -> dict[str, Any]:
    return next(arguments for name, arguments in reversed(fake.calls) if name == call)


def is_shown(stage: Stage, name: str) -> bool:
    return any(one.isVisible() for one in stage.window.findChildren(QWidget, name))


# ---- words


@pytest.mark.parametrize(
    ("outcome", "checked", "lock", "free", "severity"),
    [
        ("failed", True, LOCK, 10**12, "error"),
        ("success", True, LOCK, 10**12, "warning"),
        ("success", True, {}, 300_000_000, "warning"),
        ("", False, {}, 10**12, "neutral"),
        ("warning", True, {}, None, "warning"),
        ("success", True, {}, None, "ok"),
    ],
)
def test_the_worst_about_a_storage_comes_first(outcome: str, checked: bool, lock: dict[str, Any], free: int | None, severity: str) -> None:
    assert storage_look(outcome, checked, lock, free, 40_000_000_000).severity == severity


def test_what_a_key_may_do_is_said_plainly() -> None:
    assert rights_words(RIGHTS) == "may not delete, old versions are kept, new objects are locked for a time"
    assert "not tried yet" in rights_words({})
    assert rights_words({"ok": False, "checks": []}) == "something does not work there"


def test_a_lock_says_who_and_since_when() -> None:
    words = lock_words(LOCK, NOW)
    assert words.startswith("mira@old-laptop since")
    assert words.endswith("seen just now.")
    assert "cannot be read" in lock_words({"code": "LOCK-UNREADABLE"}, NOW)


def test_a_lock_of_this_computer_is_not_another_s() -> None:
    own = {**LOCK, "own": True}
    assert lock_title(own) != lock_title(LOCK)
    assert lock_holder(own) == "this computer"
    assert "old-laptop" not in lock_words(own, NOW)
    assert "process 4711" in lock_words(own, NOW)
    details = {"host": "old-laptop", "since": LOCK["since"]}
    assert error_words("REPO-LOCKED", "", "", details, "Disk").title.startswith("Disk is in use by old-laptop since")
    assert "this computer" in error_words("REPO-LOCKED", "", "", {**details, "own_host": True}, "Disk").title
    for code in ("LOCK-STALE", "LOCK-UNREADABLE"):
        assert [one.action for one in error_words(code, "", "", details, "Disk").fixes] == ["remove_lock", "retry"]


@pytest.mark.parametrize("text", ["2026-01-24T09:12:00.123456789+01:00", "2026-01-24T09:12:00Z"])
def test_times_of_restic_are_read(text: str) -> None:
    assert moment(text) is not None
    assert moment("sometime") is None
    assert moment("2026-01-24T09:12:00") is None, "of which zone?"


def test_a_plan_of_repair_is_told_in_words() -> None:
    assert repair_lines({}) == []
    assert len(repair_lines({"index_corrected": ["a"], "vanished": ["b"], "salvage": ["c"], "snapshots_damaged": ["d", "e"]})) == 4


# ---- widgets


def test_the_chart_is_read_by_keys_and_by_assistive_programs(dressed: object) -> None:
    chart = SizeChart("chart")
    chart.show_points([Point(date(2026, 11, day), day, day * 10**9, day * 10**10) for day in (1, 4, 9)])
    assert chart.accessibleDescription().startswith("9 Nov 2026: 9.0 GB")
    for key, day in ((Qt.Key.Key_Left, "4 Nov"), (Qt.Key.Key_Home, "1 Nov"), (Qt.Key.Key_Left, "1 Nov"), (Qt.Key.Key_End, "9 Nov")):
        chart.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
        assert chart.accessibleDescription().startswith(day)
    chart.show_original(True)
    assert chart.accessibleDescription().endswith("instead of 90.0 GB")
    chart.resize(400, chart.sizeHint().height())
    QTest.mouseMove(chart, QPoint(5, 60))
    chart.grab()
    for points in ([], [Point(date(2026, 11, 1), 1, 0, 0)]):
        chart.show_points(points)
        chart.grab()
    assert chart.words().startswith("1 Nov 2026")


def test_a_year_shows_what_stays_and_what_goes(dressed: object) -> None:
    year = KeptYear("year", "Days")
    today = date(2026, 11, 20)
    year.show_days({today: "stays", today - timedelta(days=3): "goes", today - timedelta(days=40): "both"}, today)
    year.resize(500, year.sizeHint().height())
    year.grab()
    assert [year.fate(today), year.fate(today - timedelta(days=3)), year.fate(today - timedelta(days=1))] == ["stays", "goes", ""]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("", ""),
        ("long", "long"),
        ("last=3,within=1y5m", "last=3,within=1y5m"),
        ("daily=7,weekly=4", "light"),
        ("last=2,within-daily=3m,tag=shop", "last=2,within-daily=3m,tag=shop"),
        ("no rule at all", "standard"),
    ],
)
def test_a_rule_comes_out_of_the_form_as_it_went_in(dressed: object, policy: str, expected: str) -> None:
    form = PolicyForm(policy, "as in the settings")
    assert form.policy().replace("_", "-") == expected
    assert form.wrong() == ""


def test_a_rule_that_keeps_nothing_or_cannot_be_read_is_refused_by_the_form(dressed: object) -> None:
    form = PolicyForm("last=1")
    last = form.custom.findChild(QSpinBox, "policyLast")
    assert isinstance(last, QSpinBox)
    last.setValue(0)
    assert form.wrong()
    form.within.setText("soon")
    assert "length of time" in form.wrong()
    form.within.setText("14d")
    assert form.wrong() == ""
    assert form.policy() == "within=14d"


# ---- the calendar before a rule is saved


def test_what_will_exist_is_what_the_rule_keeps() -> None:
    today = date(2026, 11, 20)
    coming = coming_of("daily=7,weekly=5,monthly=12", today)
    assert coming.month == today + timedelta(days=30)
    assert list(coming.in_month)[-7:] == [coming.month - timedelta(days=n) for n in reversed(range(7))]
    assert 20 <= len(coming.in_year) <= 24


def test_what_goes_is_counted_by_day() -> None:
    item = {"type": "full", "label": ""}
    groups = [
        {
            "name": "a",
            "stop": "MANY",
            "keep": [{**item, "time": "2026-11-20T12:00:00+00:00"}],
            "remove": [{**item, "time": "2026-11-20T09:00:00+00:00"}, {**item, "time": "2026-11-18T12:00:00+00:00"}],
        },
        {"name": "b", "stop": "", "keep": [{**item, "time": "2026-11-19T12:00:00+00:00"}], "remove": []},
    ]
    removal = removal_of(groups, 1)
    assert (removal.keep, len(removal.lines), removal.stop, removal.apart) == (2, 2, "MANY", 1)
    assert removal.days == {date(2026, 11, 20): "both", date(2026, 11, 18): "goes", date(2026, 11, 19): "stays"}


def test_a_rule_is_previewed_saved_and_thins_out_only_sites_without_one_of_their_own(play: Play, fake: FakeHoldfast) -> None:
    fake.replace_site("yoga-mitte.example", retention="long")

    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageRetention")
        stage.find(QPushButton, "keepPresetLight", dialog).click()
        await stage.until(lambda: is_shown(stage, "keepingRemove"))
        lines = stage.find(QListWidget, "keepingLines", dialog)
        assert lines.count() > 10
        assert not any("yoga-mitte" in lines.item(n).text() for n in range(lines.count()))
        assert stage.find(QLabel, "keepingApart", dialog).text().startswith("1 site")
        assert str(lines.count()) in stage.find(QPushButton, "keepingRemove", dialog).text()
        stage.find(QPushButton, "keepingWhenYear", dialog).click()
        await stage.until(lambda: not stage.find(QLabel, "keepingSaid", dialog).text().startswith("0"))
        stage.find(QPushButton, "keepingRemove", dialog).click()
        await stage.settle(0.2)
        assert given(fake, "storages.edit") == {"name": DISK, "retention": "light"}
        thinned = [arguments for name, arguments in fake.calls if name == "backups.forget"]
        assert len(thinned) > 3
        assert all(one["policy"] == "light" and not one["dry_run"] and one["site"] != "yoga-mitte.example" for one in thinned)

    play(scene)


def test_saving_a_rule_removes_nothing_by_itself(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageRetention")
        stage.find(QPushButton, "keepPresetSettings", dialog).click()
        stage.find(QPushButton, "keepingSave", dialog).click()
        await stage.settle(0.2)
        assert given(fake, "storages.edit") == {"name": DISK, "retention": ""}
        assert "backups.forget" not in fake.names()

    play(scene)


def test_what_looks_like_a_mistake_is_confirmed_first(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageRetention")
        stage.find(QPushButton, "keepPresetCustom", dialog).click()
        for name in ("Daily", "Weekly", "Monthly"):
            stage.find(QSpinBox, f"policy{name}", dialog).setValue(0)
        assert not stage.find(QPushButton, "keepingSave", dialog).isEnabled(), "nothing would stay"
        stage.find(QSpinBox, "policyLast", dialog).setValue(1)
        await stage.until(lambda: is_shown(stage, "keepingConfirm"))
        remove = stage.find(QPushButton, "keepingRemove", dialog)
        assert not remove.isEnabled()
        stage.find(QCheckBox, "keepingConfirm", dialog).click()
        assert remove.isEnabled()

    play(scene)


def test_a_rule_can_be_saved_while_the_storage_cannot_be_asked(play: Play, fake: FakeHoldfast) -> None:
    fake.fail_with["backups.retention_preview"] = Busy("The password store is locked.", code="KEY-LOCKED")

    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageRetention")
        assert stage.find(QLabel, "keepingSummary", dialog).text().startswith("What would go now is not known: ")
        stage.find(QPushButton, "keepPresetLong", dialog).click()
        stage.find(QPushButton, "keepingSave", dialog).click()
        await stage.settle(0.1)
        assert given(fake, "storages.edit")["retention"] == "long"

    play(scene)


# ---- passphrases


def test_passphrases_are_listed_added_changed_and_taken_away(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageKeys")
        assert len(stage.window.findChildren(QLabel, "keyTitle")) == 2
        stage.find(QPushButton, "keyAdd", dialog).click()
        new = stage.dialog()
        accept = stage.find(QPushButton, "newPassphraseAccept", new)
        for first, second in (("short", "short"), ("long enough words", "other words here")):
            stage.find(QLineEdit, "newPassphrase", new).setText(first)
            stage.find(QLineEdit, "newPassphraseAgain", new).setText(second)
            accept.click()
            assert stage.find(QLabel, "newPassphraseDialogMessage", new).text()
        stage.find(QLineEdit, "newPassphraseAgain", new).setText("long enough words")
        accept.click()
        await stage.settle(0.1)
        assert given(fake, "keys.add")["new_password"] == "long enough words"
        assert not is_there(new)
        removes = [one for one in dialog.findChildren(QToolButton, "keyRemove") if one.isVisible()]
        assert len(removes) == 2, "the one in use cannot be taken away"
        removes[0].click()
        stage.find(QPushButton, "questionRemove", stage.dialog()).click()
        await stage.settle(0.1)
        assert len(fake.storages.keys.rows) == 2
        stage.find(QPushButton, "keyChange", dialog).click()
        stage.find(QPushButton, "newPassphraseMake", stage.dialog()).click()
        await stage.settle(0.2)
        assert given(fake, "keys.change")["new_password"] is None
        assert stage.find(QLabel, "recoveryPassphrase").text().startswith("maple")

    play(scene)


def test_a_locked_password_store_is_unlocked_from_the_passphrases(play: Play, fake: FakeHoldfast) -> None:
    fake.fail_with["keys.list"] = Busy("The password store is locked.", code="KEY-LOCKED", hint="Unlock it.")

    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageKeys")
        assert not stage.find(QPushButton, "keyAdd", dialog).isEnabled()
        del fake.fail_with["keys.list"]
        stage.find(QPushButton, "keysUnlock", dialog).click()
        await stage.settle(0.2)
        assert "unlock_secrets" in fake.names()
        assert stage.find(QPushButton, "keyAdd", dialog).isEnabled()

    play(scene)


# ---- locks, checks, drills, repair


def test_a_lock_says_whose_it_is_and_goes_only_after_a_tick(play: Play, fake: FakeHoldfast) -> None:
    fake.storage_views[1] = msgspec.structs.replace(fake.storage_views[1], lock=LOCK)

    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageRemoveLock", BUCKET)
        assert stage.find(QLabel, "lockWho", dialog).text() == "mira@old-laptop"
        remove = stage.find(QPushButton, "locksRemove", dialog)
        assert not remove.isEnabled()
        stage.find(QCheckBox, "locksSure", dialog).click()
        remove.click()
        await stage.settle(0.2)
        assert given(fake, "storages.unlock") == {"name": BUCKET, "force": True}
        assert not is_shown(stage, "storageLock")

    play(scene)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("checkStructure", {"read_data": False, "sample": ""}),
        ("checkPart", {"read_data": False, "sample": "10%"}),
        ("checkWhole", {"read_data": True, "sample": ""}),
    ],
)
def test_a_check_reads_as_much_as_was_chosen(play: Play, fake: FakeHoldfast, choice: str, expected: dict[str, object]) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageCheckData")
        stage.find(QRadioButton, choice, dialog).click()
        stage.find(QComboBox, "checkShare", dialog).setCurrentIndex(1)
        stage.find(QPushButton, "checkStart", dialog).click()
        await stage.settle(0.1)
        assert given(fake, "storages.check") == {"name": DISK, **expected}

    play(scene)


def test_the_least_proven_site_is_drilled_first(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageDrill")
        first = stage.find(QComboBox, "drillSite", dialog).currentData()
        assert fake.site(first).proven_at is None
        stage.find(QPushButton, "drillStart", dialog).click()
        await stage.settle(0.1)
        assert given(fake, "backups.drill")["site"] == first

    play(scene)


@pytest.mark.parametrize(("answer", "drops"), [("questionRepair", False), ("questionDrop", True)])
def test_a_repair_shows_what_is_wrong_before_it_begins(play: Play, fake: FakeHoldfast, answer: str, drops: bool) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.flows.repair(DISK)
        await stage.settle(0.3)
        asked = [one for name, one in fake.calls if name == "storages.repair"]
        assert [one["dry_run"] for one in asked] == [True]
        stage.find(QPushButton, answer, stage.dialog()).click()
        await stage.settle(0.2)
        assert given(fake, "storages.repair") == {"name": DISK, "dry_run": False, "drop_snapshots": drops}

    play(scene)


def test_nothing_to_repair_is_said_and_asks_nothing(play: Play, fake: FakeHoldfast) -> None:
    fake.storages.damage = {}

    async def scene(stage: Stage) -> None:
        stage.window.flows.repair(DISK)
        await stage.settle(0.3)
        assert not is_shown(stage, "repairDialog")
        assert [one["dry_run"] for name, one in fake.calls if name == "storages.repair"] == [True]

    play(scene)


# ---- what is given, and leaving


def test_only_what_is_different_is_changed(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageEdit", BUCKET)
        save = stage.find(QPushButton, "editStorageSave", dialog)
        place = stage.find(QLineEdit, "editStorageLocation", dialog)
        place.setText("/media/disk")
        save.click()
        assert stage.find(QLabel, "editStorageDialogMessage", dialog).text(), "a bucket does not become a folder"
        place.setText("s3:https://s3.other.example/mira-backups/sites")
        stage.find(QLineEdit, "editStorageSecret", dialog).setText("new secret")
        stage.find(QLineEdit, "editStorageRegion", dialog).setText("eu-central-1")
        save.click()
        await stage.settle(0.1)
        change = given(fake, "storages.edit")
        assert (change["new_name"], change["location"]) == (None, "s3:https://s3.other.example/mira-backups/sites")
        assert change["options"] == {"region": "eu-central-1"}
        assert change["secrets"]["access_secret"].reveal() == "new secret"

    play(scene)


def test_a_place_that_holds_another_storage_is_refused_in_the_dialog(play: Play, fake: FakeHoldfast) -> None:
    fake.fail_with["storages.edit"] = UsageError("It holds another repository.", code="REPO-CHANGED", hint="Is another disk mounted there?")

    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageEdit")
        stage.find(QLineEdit, "editStorageLocation", dialog).setText("/media/other")
        stage.find(QPushButton, "editStorageSave", dialog).click()
        await stage.settle(0.1)
        assert "another disk" in stage.find(QLabel, "editStorageDialogMessage", dialog).text()
        assert stage.find(QPushButton, "editStorageSave", dialog).isEnabled()

    play(scene)


def test_a_storage_in_use_is_not_removed_and_says_by_whom_it_is_used(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        page = await open_storage(stage)
        page.view.setFocus()
        QTest.keyClick(page.view, Qt.Key.Key_Delete)
        await stage.settle()
        stage.find(QPushButton, "questionSites", stage.dialog()).click()
        await stage.settle()
        assert stage.window.page_name() == "sites"
        assert "storages.remove" not in fake.names()

    play(scene)


def test_a_disk_that_is_away_says_so_and_what_to_do_until_it_is_back(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        page = await open_storage(stage)
        assert not is_shown(stage, "storageTrouble")
        fake.unplugged.add(DISK)
        stage.desk.refresh()
        await stage.until(lambda: is_shown(stage, "storageTrouble"))
        assert stage.find(QLabel, "storageState").text() == "Not reachable"
        assert "Connect the disk" in stage.find(QLabel, "storageTroubleWords").text()
        stage.find(QPushButton, "storageTryAgain").click()
        await stage.settle()
        assert "storages.test" in fake.names()
        fake.unplugged.clear()
        stage.desk.refresh()
        await stage.until(lambda: not is_shown(stage, "storageTrouble"))
        assert page.chosen() == DISK

    play(scene)


def test_a_page_that_is_opened_after_the_failure_says_it_too(run: Callable[[Any], Any]) -> None:
    async def scene() -> None:
        fake = FakeHoldfast()
        fake.fail_with["status"] = Busy("The disk with Holdfast's database does not answer.", code="STATE-BUSY")
        stage = await raise_stage(fake)
        try:
            stage.window.go("storage")
            await stage.settle()
            assert "does not answer" in stage.find(QLabel, "storageEmptyTitle").text()
            fake.fail_with.clear()
            stage.find(QPushButton, "storageEmptyButton").click()
            await stage.until(lambda: stage.find(QLabel, "storageEmptyTitle").text() == "No storage yet")
        finally:
            await stage.close()

    run(scene())


def test_a_bucket_that_refused_the_last_job_says_so(play: Play, fake: FakeHoldfast) -> None:
    fake.storage_views[1] = msgspec.structs.replace(fake.storage_views[1], trouble={"code": "REPO-PASSWORD", "at": NOW.isoformat()})

    async def scene(stage: Stage) -> None:
        await open_storage(stage, BUCKET)
        assert stage.find(QLabel, "storageState").text() == "Passphrase does not fit"
        stage.find(QPushButton, "storageTryKey").click()
        await stage.settle()
        assert stage.dialog().objectName() == "passphraseDialog"

    play(scene)


def test_a_storage_nobody_uses_is_removed_with_what_remains_said(play: Play, fake: FakeHoldfast) -> None:
    fake.storage_views[0] = msgspec.structs.replace(fake.storage_views[0], sites=())

    async def scene(stage: Stage) -> None:
        page = await open_storage(stage)
        page.panel.flows.remove(DISK)
        await stage.settle()
        assert "412 backups stay" in stage.find(QLabel, "dialogIntro", stage.dialog()).text()
        stage.find(QPushButton, "questionRemove", stage.dialog()).click()
        await stage.settle(0.1)
        assert [one.name for one in fake.storage_views] == [BUCKET]

    play(scene)


def test_settings_of_another_computer_come_after_their_plan_was_seen(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        page = await open_storage(stage)
        page.panel.flows.adopt(DISK)
        await stage.settle(0.1)
        stage.find(QPushButton, "takeConfirm", stage.dialog()).click()
        await stage.settle(0.1)
        assert [one["dry_run"] for name, one in fake.calls if name == "adopting.adopt"] == [True, False]

    play(scene)


@pytest.mark.parametrize("with_password", [True, False])
def test_the_recovery_kit_is_saved_with_or_without_the_passphrase(
    play: Play, fake: FakeHoldfast, tmp_path: Path, with_password: bool
) -> None:
    fake.kits.clear()

    async def scene(stage: Stage) -> None:
        dialog = await act(stage, "storageKit")
        if not with_password:
            stage.find(QCheckBox, "kitPassphrase", dialog).click()
        stage.find(QPushButton, "kitSave", dialog).click()
        await stage.settle(0.1)
        chooser = stage.window.findChild(QFileDialog)
        assert isinstance(chooser, QFileDialog)
        chooser.fileSelected.emit(str(tmp_path / "kit.html"))
        chooser.reject()
        await stage.until((tmp_path / "kit.html").exists)
        assert (tmp_path / "kit.html").stat().st_mode & 0o777 == 0o600
        assert given(fake, "storages.recovery_kit")["with_password"] is with_password
        await stage.settle(0.1)
        assert (DISK in fake.kits) is with_password, "a page without the passphrase opens nothing"

    play(scene)


# ---- the page


def test_the_page_keeps_what_it_knows_and_says_how_old_it_is(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        await open_storage(stage)
        fake.fail_with["status"] = Busy("The database does not answer.", code="STATE-BUSY")
        stage.window.page().refresh()
        await stage.settle(0.1)
        assert stage.find(QTableView, "storageTable").model().rowCount() == 2
        assert stage.find(QLabel, "storageAge").text().startswith("as of")

    play(scene)


def test_many_storages_are_searched_and_the_menu_opens_by_the_keyboard(play: Play, fake: FakeHoldfast) -> None:
    disk = fake.storage_views[0]
    fake.storage_views += [msgspec.structs.replace(disk, id=f"m{n}", name=f"Disk {n}", sites=()) for n in range(6)]

    async def scene(stage: Stage) -> None:
        page = await open_storage(stage)
        search = stage.find(QLineEdit, "storageSearch")
        search.setText("Disk 4")
        await stage.settle()
        assert page.chosen() == "Disk 4"
        assert stage.find(QLabel, "storageTitle").text() == "Disk 4"
        search.setText("nothing like it")
        await stage.settle()
        stage.find(QPushButton, "storageNothingButton").click()
        await stage.settle()
        assert search.text() == ""
        page.view.customContextMenuRequested.emit(QPointF(10, 10).toPoint())
        menu = stage.window.findChild(QMenu, "storageMenu")
        assert isinstance(menu, QMenu)
        assert len(menu.actions()) == 7
        menu.close()

    play(scene)


def test_how_a_storage_grew_is_asked_once_for_each(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        await open_storage(stage)
        assert stage.find(SizeChart, "storageChart").accessibleDescription().startswith("20 Nov 2026: 41.3 GB")
        before = fake.names().count("storages.sizes")
        for _ in range(3):
            stage.desk.refresh()
            await stage.settle()
        assert fake.names().count("storages.sizes") == before
        stage.find(QCheckBox, "storageChartOriginal").click()
        assert "instead of" in stage.find(SizeChart, "storageChart").accessibleDescription()

    play(scene)
