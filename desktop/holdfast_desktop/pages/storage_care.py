"""Looking after a storage: test, check, drill, measure, free space, repair, locks. What changes something shows its plan first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from holdfast.app import SiteView, StorageReport
from holdfast.jobs.messages import Finished
from holdfast_desktop.dialogs.add_storage import check_words
from holdfast_desktop.dialogs.sheet import Question
from holdfast_desktop.dialogs.storage_care import CheckDepth, ChooseDrill, Locks
from holdfast_desktop.pages import stats
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.told import told
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.times import relative
from holdfast_desktop.wording.tr import tr, tr_n


class StorageCare:
    def __init__(self, desk: Desk, window: QWidget, job_started: Callable[[], object]) -> None:
        self._desk = desk
        self._window = window
        self._job_started = job_started

    # proof

    def test(self, name: str) -> None:
        def tested(report: StorageReport) -> None:
            wrong = [check_words(line.name) for line in report.checks if line.ok is False]
            if report.ok:
                self._desk.say(tr("{name} works", name=name), ", ".join(check_words(c.name) for c in report.checks if c.ok))
            else:
                self._desk.say(tr("{name} does not work as it should", name=name), tr("Not: {what}", what=", ".join(wrong)), "error")
            self._desk.refresh()

        self._desk.do(self._desk.app.storages.test(name), tested, name)

    def check(self, name: str, read_data: bool = False, sample: str = "") -> None:
        def ended(finished: Finished) -> None:
            if finished.outcome == "success":
                self._desk.say(tr("{name} is intact", name=name), tr("Everything that backups need is there."))
            self._desk.changed()

        self._desk.do_job(self._desk.app.storages.check(name, read_data=read_data, sample=sample), ended, name)
        self._job_started()

    def check_deeper(self, name: str) -> None:
        """Ask how much of it is to be read."""
        view = self._desk.storage(name)
        if view is None:
            return
        dialog = CheckDepth(name, stats.stored(view.stats), view.location.startswith("s3:"), self._window)
        dialog.accepted.connect(lambda: self.check(name, dialog.whole(), dialog.sample()))
        dialog.open()

    def drill(self, name: str) -> None:
        """Ask which site; the one that is least proven comes first."""
        view = self._desk.storage(name)
        here = [site for site in self._desk.sites() if view is not None and site.name in view.sites and site.last_backup_at is not None]
        if not here:
            self._desk.say(tr("Nothing to drill in {name}", name=name), tr("No site has a backup there yet."), "warning")
            return
        here.sort(key=lambda site: (site.proven_at is not None, site.proven_at.timestamp() if site.proven_at else 0))
        dialog = ChooseDrill(name, [(site.name, self._proof(site)) for site in here], self._window)
        dialog.accepted.connect(lambda: self._drill(dialog.site()))
        dialog.open()

    def _drill(self, site: str) -> None:
        def ended(finished: Finished) -> None:
            if finished.outcome == "success":
                self._desk.say(tr("{site} is proven", site=site), tr("Its backup was really restored to a scratch place and looked at."))

        self._desk.do_job(self._desk.app.backups.drill(site), ended, site)
        self._job_started()

    def _proof(self, site: SiteView) -> str:
        when = site.proven_at
        return tr("proven {when}", when=relative(when, self._desk.now())) if when is not None else tr("never proven")

    # room

    def measure(self, name: str) -> None:
        self._desk.do(self._desk.app.storages.stats(name), lambda _: self._desk.changed(), name)

    def free_space(self, name: str) -> None:
        """First the plan, then, when the user agrees, the work."""

        def planned(finished: Finished) -> None:
            if finished.outcome == "success":
                self._ask_prune(name, finished.result.get("plan") or {})

        self._desk.do_job(self._desk.app.storages.prune(name, dry_run=True), planned, name)

    def _ask_prune(self, name: str, plan: Mapping[str, Any]) -> None:
        freed = int(plan.get("bytes_freed") or 0)
        if not freed:
            self._desk.say(tr("Nothing to free in {name}", name=name), tr("Every byte there belongs to a backup."))
            return
        alarm = bool(plan.get("alarm"))  # its only reason: data is there, but no backup
        rewritten = int(plan.get("bytes_repacked") or 0)
        words = [tr("Only data that no backup needs any more is removed. No backup gets smaller.")]
        if rewritten:
            words.append(tr("For that {size} are read and partly written again.", size=size(rewritten)))
        if alarm:
            words = [
                tr("Without a backup there everything would go. This looks like a mistake, unless you deleted all of them on purpose.")
            ]
        dialog = Question(
            tr("Free {size} in {name}?", size=size(freed), name=name),
            "\n".join(words),
            [("prune", tr("Remove everything"), "danger") if alarm else ("prune", tr("Free {size}", size=size(freed)), "primary")],
            self._window,
            name="pruneDialog",
        )

        def confirmed() -> None:
            self._desk.do_job(self._desk.app.storages.prune(name, confirmed=alarm), lambda _: self._desk.changed(), name)
            self._job_started()

        dialog.accepted.connect(confirmed)
        dialog.open()

    # trouble

    def repair(self, name: str) -> None:
        """First what is wrong, then, when the user agrees, the work."""

        def planned(finished: Finished) -> None:
            if finished.outcome in {"success", "warning"}:
                self._ask_repair(name, finished.result.get("plan") or {})

        self._desk.do_job(self._desk.app.storages.repair(name, dry_run=True), planned, name)

    def _ask_repair(self, name: str, plan: Mapping[str, Any]) -> None:
        lines = repair_lines(plan)
        lost = len(plan.get("snapshots_damaged") or ())
        if not lines:
            self._desk.say(tr("Nothing to repair in {name}", name=name), tr("Index and packs fit together."))
            return
        choices: list[Any] = [("repair", tr("Repair"), "primary")]
        if lost:
            choices.insert(0, ("drop", tr_n("Repair and remove {n} backup", "Repair and remove {n} backups", lost), "plain"))
        dialog = Question(
            tr("Repair {name}?", name=name),
            "\n".join([*lines, "", tr("Nothing is dropped that is not proven bad; what can still be read is saved.")]),
            choices,
            self._window,
            name="repairDialog",
        )

        def confirmed() -> None:
            work = self._desk.app.storages.repair(name, drop_snapshots=dialog.chosen == "drop")
            self._desk.do_job(work, lambda _: self._desk.changed(), name)
            self._job_started()

        dialog.accepted.connect(confirmed)
        dialog.open()

    def remove_lock(self, name: str) -> None:
        """Who is at work there, and a way to remove what was left over."""
        dialog = Locks(name, self._window)

        def failed(error: Exception) -> None:
            dialog.failed(told(self._desk, error, name))

        def looked(locks: Sequence[Mapping[str, Any]]) -> None:
            dialog.show_locks(locks)
            self._desk.refresh()

        def removed(answer: Mapping[str, Any]) -> None:
            self._desk.say(tr_n("{n} lock was removed", "{n} locks were removed", len(answer.get("removed") or ())))
            self._desk.changed()
            dialog.accept()

        def remove(every: bool) -> None:
            self._desk.tasks.start(self._desk.app.storages.unlock(name, force=every), removed, failed, dialog)

        dialog.remove_wanted.connect(remove)
        self._desk.tasks.start(self._desk.app.storages.locks(name), looked, failed, dialog)
        dialog.open()


def repair_lines(plan: Mapping[str, Any]) -> list[str]:
    """What a plan of repair would do, a line for each kind; empty: nothing is wrong."""

    def number(*names: str) -> int:
        return sum(len(plan.get(name) or ()) for name in names)

    lines = []
    if number("index_damaged", "index_corrected", "index_doubled", "vanished"):
        lines.append(tr("The list of what is stored is made anew."))
    if count := number("vanished"):
        lines.append(tr_n("{n} file is gone from the storage.", "{n} files are gone from the storage.", count))
    if count := number("salvage"):
        lines.append(tr_n("{n} damaged file is read for what is still good.", "{n} damaged files are read for what is still good.", count))
    if count := number("unreadable"):
        lines.append(tr_n("{n} file cannot be read and stays.", "{n} files cannot be read and stay.", count))
    if count := number("snapshots_damaged"):
        lines.append(tr_n("{n} backup cannot be read any more.", "{n} backups cannot be read any more.", count))
    return lines
