"""Sites with a service of their own, over a made-up Holdfast: the dialogs, what is greyed and why, jobs that went on, webhooks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QTableView

from holdfast.errors import Failure, HoldfastError, NetworkError, RemoteError
from holdfast.jobs.messages import Finished, Progressed, Received, Started
from holdfast_desktop.dialogs.options_form import OptionsForm
from holdfast_desktop.dialogs.wizard.wizard import AddWizard
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.main_window.job_words import ended_line, running_line
from holdfast_desktop.models.live_jobs import LiveJobs
from holdfast_desktop.pages.service_actions import schedule_values, schedule_words
from holdfast_desktop.wording.restores import unconfirmed_words
from holdfast_desktop.wording.site_errors import site_failure_words
from tests.desktop import restoring
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.fake_services import OFFERS, PASSWORD
from tests.support.sample_services import ENGINE, HOTEL, REFUSED, SHOP, served

CODES = (
    "NET-DNS NET-REFUSED NET-TIMEOUT TLS-BAD SITE-BLOCKED REST-HIDDEN AUTH-OFF AUTH-REJECTED AUTH-SCOPE SITE-LOGIN SITE-GUARDED "
    "SITE-MAINTENANCE SITE-DATABASE SITE-5XX SITE-TIMEOUT NOT-JSON NOT-WORDPRESS PLUGIN-MISSING SITE-MOVED LICENCE RATE-LIMIT"
).split()


@pytest.fixture
def fake() -> FakeHoldfast:
    return served()


def asked(fake: FakeHoldfast, call: str) -> dict[str, object]:
    return next(given for name, given in reversed(fake.calls) if name == call)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("code", CODES)
def test_each_failure_of_detection_has_its_own_words_and_remedy(code: str) -> None:
    words = site_failure_words(Failure("remote", code, "raw message", details={"host": "shop.example"}), "shop.example")
    assert "shop.example" in words.title
    assert words.title != "raw message"
    assert words.body
    assert "{" not in words.title + words.body


@pytest.mark.usefixtures("dressed")
def test_the_words_of_the_failures_differ() -> None:
    titles = {site_failure_words(Failure("remote", code, "m"), "x").title for code in CODES}
    assert len(titles) == len(CODES)


def test_a_site_is_added_by_keyboard_alone(play: Play, fake: FakeHoldfast) -> None:
    """Enter finds, Enter goes on, Tab moves, Enter connects; the password goes out as it was pasted; the first backup is offered."""

    async def scene(stage: Stage) -> None:
        stage.window.activateWindow()
        QTest.keyClick(stage.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        await stage.settle(0.1)
        dialog = stage.dialog()
        assert isinstance(dialog, AddWizard)
        QTest.keyClicks(dialog.focusWidget(), "fresh.example")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        await stage.settle(0.1)
        assert stage.find(QLabel, "wizardSystem", dialog).text() == "Yoga Mitte: Backup Copilot Pro"
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        way = stage.find(QComboBox, "wizardWay", dialog)
        way.setFocus()
        QTest.keyClick(way, Qt.Key.Key_Down)
        assert way.currentData() == "application-password"
        for name, text in (("wizardUser", "ada"), ("wizardSecret", PASSWORD)):
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
            assert dialog.focusWidget().objectName() == name
            QTest.keyClicks(dialog.focusWidget(), text)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        await stage.settle(0.2)
        tried = asked(fake, "sites.try_sign_in")
        assert (tried["system"], tried["user"]) == ("backup-copilot", "ada")
        assert tried["secret"].reveal() == PASSWORD  # type: ignore[attr-defined]  # a Secret
        assert dialog.focusWidget().objectName() == "wizardName"
        for _ in range(3):
            QTest.keyClick(dialog, Qt.Key.Key_Return)
            await stage.settle(0.2)
        given = asked(fake, "sites.add")
        assert (given["system"], given["name"], given["storage"]) == ("backup-copilot", "fresh.example", "Studio disk")
        assert asked(fake, "schedules.add")["every"] == "daily"
        assert asked(fake, "backups.create")["sites"] == ("fresh.example",)
        assert not is_there(dialog) or not dialog.isVisible()

    play(scene)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (NetworkError("x", code="NET-DNS", host="blocked.example"), "blocked.example cannot be found"),
        (NetworkError("It expired on 1 May.", code="TLS-BAD", host="blocked.example"), "The certificate of blocked.example is not trusted"),
        (RemoteError("x", code="SITE-BLOCKED", host="blocked.example"), "A firewall blocks the backup interface of blocked.example"),
    ],
)
def test_what_detection_cannot_do_is_said_in_the_dialog(play: Play, fake: FakeHoldfast, error: HoldfastError, says: str) -> None:
    fake.sites.network.found["blocked.example"] = error

    async def scene(stage: Stage) -> None:
        stage.window.flows.add_site()
        await stage.settle(0.1)
        dialog = stage.dialog()
        stage.find(QLineEdit, "wizardAddress", dialog).setText("blocked.example")
        stage.find(QPushButton, "wizardNext", dialog).click()
        await stage.settle(0.1)
        assert stage.find(QLabel, "wizardSystem", dialog).text() == says
        assert stage.find(QLabel, "wizardResultText", dialog).text()
        assert stage.find(QPushButton, "wizardNext", dialog).isEnabled(), "it can be tried again"

    play(scene)


def test_what_a_service_cannot_do_is_greyed_with_the_reason(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.open_site(ENGINE)
        await stage.settle(0.2)
        delete = stage.find(QPushButton, "backupDelete", stage.window.pages["sites"])
        assert not delete.isEnabled()
        assert "60 days" in delete.toolTip()
        tabs = stage.window.pages["sites"].detail._tabs  # type: ignore[attr-defined]  # the tabs are the page's own
        tabs.setCurrentIndex(1)
        await stage.settle(0.2)
        assert "no schedules" in stage.find(QLabel, "serviceSchedulesSaid").text()
        assert not [w for w in stage.window.findChildren(QPushButton, "scheduleAdd") if w.isVisible()]

    play(scene)


def test_the_overview_and_the_list_name_the_service(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("sites")
        await stage.settle(0.1)
        table = stage.find(QTableView, "sitesTable").model()
        column = {table.index(n, 0).data(): table.index(n, 5).data() for n in range(table.rowCount())}
        assert (column[SHOP], column[HOTEL], column["yoga-mitte.example"]) == ("Backup Copilot Pro", "SafeGuard", "Studio disk")
        stage.window.go("overview")
        fixes = {b.accessibleDescription(): b.text() for b in stage.window.findChildren(QPushButton, "attentionFix")}
        assert fixes[f"{REFUSED} refused the sign-in"] == "Sign in again…"

    play(scene)


def test_backups_of_all_sites_come_together_and_a_silent_site_is_named(play: Play, fake: FakeHoldfast) -> None:
    listed = fake.backups.list

    async def lists(site: str, **given: object) -> object:
        if site == HOTEL:
            raise NetworkError("gone", code="NET-TIMEOUT")
        return await listed(site, **given)

    fake.backups.list = lists  # type: ignore[method-assign, assignment]  # one site is silent

    async def scene(stage: Stage) -> None:
        stage.window.go("backups")
        await stage.settle(0.3)
        page = stage.window.pages["backups"]
        table = stage.find(QTableView, "backupsTable", page).model()
        sites = {table.index(n, 1).data() for n in range(table.rowCount())}
        assert {SHOP, ENGINE, "yoga-mitte.example"} <= sites
        assert HOTEL not in sites
        assert stage.find(QLabel, "backupsNote", page).text() == f"1 site could not be asked: {HOTEL}"

    play(scene)


def test_backups_are_filtered_by_kind_and_state(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.open_site(SHOP)
        await stage.settle(0.2)
        page = stage.window.pages["sites"]
        table = stage.find(QTableView, "backupsTable", page).model()
        assert table.rowCount() == 14
        state = stage.find(QComboBox, "backupsState", page)
        state.setCurrentIndex(state.findData("failed"))
        assert table.rowCount() == 1
        kind = stage.find(QComboBox, "backupsType", page)
        state.setCurrentIndex(0)
        kind.setCurrentIndex(kind.findData("database"))
        assert {table.index(n, 1).data() for n in range(table.rowCount())} == {"Database"}

    play(scene)


def test_a_password_younger_than_the_backup_is_warned_of_before_the_restore(play: Play, fake: FakeHoldfast) -> None:
    fake.password_made = NOW - timedelta(days=2)

    async def scene(stage: Stage) -> None:
        for number, warned in ((1, False), (5, True)):
            stage.window.flows.restore(SHOP, fake.backup_rows[SHOP][number].id)
            await stage.settle(0.2)
            dialog = stage.dialog()
            await restoring.preview(stage, dialog, "Live")
            assert ("made after this backup" in stage.find(QLabel, "restorePreviewText", dialog).text()) is warned
            dialog.reject()
            await stage.settle()

    play(scene)


def test_a_restore_waits_for_its_safety_backup_and_is_not_begun_when_that_fails(play: Play, fake: FakeHoldfast) -> None:
    fake.outcomes[SHOP] = Failure("remote", "BACKUP-FAILED", "Disk full")

    async def scene(stage: Stage) -> None:
        stage.window.flows.restore(SHOP, fake.backup_rows[SHOP][1].id)
        await stage.settle(0.2)
        dialog = stage.dialog()
        await restoring.preview(stage, dialog, "Live")
        assert stage.find(QCheckBox, "restoreSafety", dialog).isChecked()
        await restoring.start(stage, dialog, SHOP)
        await stage.settle(0.3)
        assert "backups.create" in fake.names()
        assert "backups.restore" not in fake.names()
        assert stage.find(QLabel, "noticeTitle").text() == f"{SHOP} was not restored"

    play(scene)


def test_what_an_earlier_run_left_running_is_in_the_drawer(play: Play, fake: FakeHoldfast) -> None:
    fake.left_running = [SHOP]
    fake.step = 0.2

    async def scene(stage: Stage) -> None:
        stage.desk.resume()
        await stage.settle(0.4)
        assert [job.site for job in stage.desk.live.running()] == [SHOP]
        assert stage.find(QLabel, "noticeTitle").text() == "1 job goes on where it was"

    play(scene)


def test_the_newest_backups_come_with_one_click(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("backups")
        await stage.settle(0.1)
        page = stage.window.pages["backups"]
        page.choose_site(SHOP)  # type: ignore[attr-defined]  # it is the page of backups
        menu = page.findChild(QMenu, "backupsNewestMenu")
        assert menu is not None
        menu.aboutToShow.emit()
        menu.actions()[0].trigger()
        await stage.settle(0.2)
        given = asked(fake, "backups.download")
        assert (given["site"], given["backup"]) == (SHOP, "latest")
        assert str(given["to"]).endswith(f"{SHOP}/")
        assert [b.text() for b in stage.window.drawer.findChildren(QPushButton, "jobAction")] == ["Show in folder"]
        menu.actions()[1].trigger()
        await stage.settle(0.4)
        sites = {given["site"] for name, given in fake.calls if name == "backups.download"}
        assert {SHOP, "yoga-mitte.example"} <= sites

    play(scene)


def test_webhooks_are_heard_while_the_switch_is_on(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("settings")
        await stage.settle(0.1)
        switch = stage.window.findChild(QCheckBox, "settingsWebhooks")
        assert switch is not None
        switch.setChecked(True)
        await stage.settle(0.1)
        address = stage.window.findChild(QLabel, "settingsWebhooksAddress")
        assert address is not None
        assert address.text() == "http://127.0.0.1:8791"
        assert stage.desk.live.running() == [], "it is no work"
        fake.tell(Received(job="x", site=SHOP, kind="backup.completed", at=NOW))
        await stage.settle()
        assert stage.find(QLabel, "noticeTitle").text() == f"{SHOP} tells: A backup is done"
        switch.setChecked(False)
        assert next(iter(fake.handles.values())).cancelled

    play(scene)


def test_a_schedule_that_can_only_be_replaced_says_so_before(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.open_site(HOTEL)
        stage.window.pages["sites"].detail._tabs.setCurrentIndex(1)  # type: ignore[attr-defined]  # the tabs are the page's own
        await stage.settle(0.2)
        stage.find(QPushButton, "scheduleEdit").click()
        await stage.settle(0.1)
        dialog = stage.dialog()
        assert any("the old one deleted" in one.text() for one in dialog.findChildren(QLabel))
        stage.find(QLineEdit, "optionTime", dialog).setText("05:15")
        stage.find(QPushButton, "scheduleDialogAccept", dialog).click()
        await stage.settle(0.1)
        assert asked(fake, "schedules.edit")["at"] == "05:15"

    play(scene)


def test_removing_a_site_may_revoke_its_password(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.flows.remove_site(SHOP)
        await stage.settle()
        stage.find(QPushButton, "questionRevoke", stage.dialog()).click()
        await stage.settle(0.1)
        assert asked(fake, "sites.remove")["revoke"] is True

    play(scene)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("system", OFFERS)
def test_a_form_says_only_what_was_said(system: str) -> None:
    """Left as it is it asks for what is required and else sends nothing."""
    for place in ("create", "restore", "delete", "schedule", "staging"):
        fields = OFFERS[system].get(place) or ()
        form = OptionsForm(fields)
        flags = [f["name"] for f in fields if f["kind"] == "flag"]
        assert not set(flags) & set(form.values()), "a flag that stands as it stood is not sent"
        missing = [f for f in fields if f["required"] and f.get("default") in (None, "", [], ())]
        assert bool(form.wrong()[0]) == bool(missing)


@pytest.mark.usefixtures("dressed")
def test_a_schedule_goes_through_the_form_and_comes_back() -> None:
    values = {"frequency": "daily", "time": "02:00", "type": "full", "keep": 4, "storage": "s3", "cloud_upload": True}
    words = schedule_words(values)
    assert words == {"every": "daily", "at": "02:00", "type": "full", "keep": 4, "site_storage": "s3", "extra": {"cloud_upload": True}}
    shown = schedule_values(served().schedules.rows[HOTEL][0])
    assert (shown["frequency"], shown["time"], shown["storage"], shown["keep"]) == ("daily", "02:00", "s3", 10)


@pytest.mark.usefixtures("dressed")
def test_jobs_of_sites_are_worded_honestly() -> None:
    """No percent where none is known, the site's own word for its step, "accepted, not confirmed"."""
    live = LiveJobs()
    live.begin("a", "restore", SHOP, 0.0)
    live.apply(Started(job="a", site=SHOP, verb="site_restore"), 1.0)
    live.apply(Progressed(job="a", site=SHOP, phase="running", current="importing_tables"), 2.0)
    line = running_line(live.running()[0], 20.0)
    assert (line.title, line.percent) == (f"{SHOP} — Restore", None)
    assert line.step == "The site restores: importing tables"
    live.apply(Finished(job="a", site=SHOP, outcome="warning", result={"confirmed": False}, warnings=("The site accepted it.",)), 30.0)
    assert ended_line(live.finished()[0], True).text == "Accepted, not confirmed: look at the site"


@pytest.mark.usefixtures("dressed")
def test_a_restore_after_which_the_site_is_ill_or_refuses_us_is_not_called_accepted() -> None:
    """What was found out at its end is said, with its own way on; nothing claims that the site answers when it does not."""
    ill = unconfirmed_words(SHOP, {"confirmed": False, "healthy": False, "said": "done"})
    assert (ill.severity, ill.title) == ("error", f"{SHOP} is not well after its restore")
    refused = unconfirmed_words(SHOP, {"confirmed": False, "healthy": True, "said": "refused"})
    assert [one.action for one in refused.fixes] == ["sign_in", "open_live"]
    assert unconfirmed_words(SHOP, {"confirmed": False, "healthy": None, "said": "nothing"}).title == f"{SHOP}: accepted, not confirmed"


def test_a_hostile_name_is_text_and_never_markup(play: Play, fake: FakeHoldfast) -> None:
    """apis.md 0.13: what a site tells is shown as it is."""
    import msgspec

    rows = fake.backup_rows[SHOP]
    rows[1] = msgspec.structs.replace(rows[1], label="<b>x</b><img src=x>")

    async def scene(stage: Stage) -> None:
        stage.window.open_site(SHOP)
        await stage.settle(0.2)
        table = stage.find(QTableView, "backupsTable", stage.window.pages["sites"])
        table.selectRow(1)
        await stage.settle()
        assert stage.find(QLabel, "factLabel").textFormat() == Qt.TextFormat.PlainText
        for widget in QApplication.allWidgets():
            if isinstance(widget, QLabel) and "<img" in widget.text():
                assert widget.textFormat() == Qt.TextFormat.PlainText

    play(scene)


def test_what_helps_outside_of_holdfast_is_one_click_away(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    fixes = {code: [one.action for one in site_failure_words(Failure("remote", code, "x"), SHOP).fixes] for code in CODES}
    assert fixes["SITE-BLOCKED"] == ["copy_rule", "retry"]
    assert fixes["PLUGIN-MISSING"] == ["open_plugins", "retry"]

    async def scene(stage: Stage) -> None:
        stage.desk.action_wanted.emit("open_plugins", SHOP)
        assert opened == ["https://shop.example/wp-admin/plugins.php"]
        stage.desk.action_wanted.emit("copy_rule", SHOP)
        assert "https://shop.example/wp-json/*" in QApplication.clipboard().text()
        assert stage.find(QLabel, "noticeTitle").text() == "Copied"

    play(scene)
