"""The flow that adds sites: the wizard, and the door's side of it. Also a site like another one, and archives of another program."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from holdfast.app import FolderFacts, StorageAdded
from holdfast.errors import Failure, HoldfastError, as_failure
from holdfast.secret import Secret
from holdfast_desktop.dialogs.add_storage import NewStorage
from holdfast_desktop.dialogs.wizard.choices import NEW_STORAGE, SHARED, SignInChoice, Template, Timing, Wanted, host_of, is_folder
from holdfast_desktop.dialogs.wizard.wizard import AddWizard
from holdfast_desktop.event_loop import in_thread, is_there
from holdfast_desktop.models.site_lists import ListedSite
from holdfast_desktop.pages.add_many import AddingMany
from holdfast_desktop.pages.adding import Adding
from holdfast_desktop.pages.adopt_flows import AdoptFlows
from holdfast_desktop.pages.connect_flows import open_page
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.kit_saving import free_at, note_kept, save_kit, show_kit
from holdfast_desktop.pages.signing_in import tried
from holdfast_desktop.wording import plans
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.services import hint_words, identity_words
from holdfast_desktop.wording.site_errors import site_failure_words
from holdfast_desktop.wording.tr import tr

BackUp = Callable[[Sequence[str]], object]
NewStorageDialog = Callable[..., object]


class AddFlows:
    """`back_up(sites)` starts their first backups; `add_storage(then, parent)` is the dialog for other storages."""

    def __init__(self, desk: Desk, window: QWidget, back_up: BackUp, add_storage: NewStorageDialog) -> None:
        self._desk, self.window = desk, window
        self._back_up, self._add_storage = back_up, add_storage
        self.adopting = AdoptFlows(desk, window)
        self.adopt = self.adopting.open
        self.left: list[ListedSite] = []
        """Sites of a list that were not added when the wizard was closed; offered again."""

    def add(self, address: str = "", template: Template | None = None) -> None:
        """Open the wizard; stored accounts come as soon as the door told them."""

        def opened(accounts: Sequence[Any]) -> None:
            wizard = AddWizard(
                accounts,
                self._desk.storages(),
                [site.name for site in self._desk.sites()],
                today=self._desk.now().date(),
                suggested=str(Path.home() / "Holdfast backups"),
                parent=self.window,
            )
            if template is not None:
                wizard.use(template)
            _Wizard(self, self._desk, wizard, self._back_up, self._add_storage)
            if address:
                wizard.start.address.setText(address)
            wizard.open()

        self._desk.tasks.start(self._desk.app.accounts.list(), opened, lambda _: opened(()))

    def duplicate(self, name: str) -> None:
        """A new site that is backed up as `name` is: where to, when, how long, what is left out."""
        site = self._desk.site(name)
        if site is None:
            return

        async def ask() -> Template:
            rows = [one for one in await self._desk.app.schedules.list(name) if one.enabled]
            timings = tuple(Timing(one.every, one.cron, one.at, one.on, one.type if one.type != "full" else "") for one in rows)
            return Template(site.storage, timings, site.retention, site.presets or None, site.excludes)

        self._desk.tasks.start(ask(), lambda template: self.add(template=template))

    def import_archives(self, site: str) -> None:
        """Archive files of this computer become backups of `site`."""
        chooser = QFileDialog(self.window, tr("Archives to take in as backups of {site}", site=site))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.setNameFilters([tr("Archives (*.zip *.tar *.tar.gz *.tgz *.gz *.sql *.wpress)"), tr("All files (*)")])
        chooser.filesSelected.connect(
            lambda files: self._desk.do_job(
                self._desk.app.backups.import_files(site, list(files)), lambda _: self._desk.changed(site), site
            )
        )
        chooser.open()


class _Wizard:
    """The door's side of one wizard."""

    def __init__(self, flows: AddFlows, desk: Desk, wizard: AddWizard, back_up: BackUp, add_storage: NewStorageDialog) -> None:
        self._flows, self._desk, self._wizard, self._back_up = flows, desk, wizard, back_up
        self._adding = Adding(desk)
        self._many = AddingMany(desk, wizard.many, self._adding, self._done)
        self._task: asyncio.Task[Any] | None = None
        self._tried: tuple[SignInChoice, Any] | None = None
        self._kit: StorageAdded | None = None
        self._new_account = ""
        self._ended = False
        wizard.start.look_wanted.connect(self._look)
        wizard.start.detect_wanted.connect(self._detect)
        wizard.start.adopt_wanted.connect(self._adopt)
        wizard.sign_in.page_wanted.connect(self._open_page)
        wizard.try_wanted.connect(self._try)
        wizard.storage_wanted.connect(self._make_storage)
        wizard.place.free_wanted.connect(self._ask_free)
        wizard.place.other_wanted.connect(lambda: add_storage(then=self._other_storage, parent=wizard))
        wizard.timing.cost_wanted.connect(self._ask_cost)
        wizard.review.kit_wanted.connect(self._save_kit)
        wizard.many.file_wanted.connect(self._many.read_file)
        wizard.submitted.connect(self._submit)
        wizard.gave_up.connect(self._give_up)
        wizard.finished.connect(self._closed)
        self._start(desk.app.sites.find_local(), self._found_local, lambda _: None)
        self._start(desk.app.secrets_in(), wizard.sign_in.set_kept_in, lambda _: None)
        if flows.left:
            wizard.many.add_sites(flows.left)
            wizard.start.many_wanted.emit("")

    def _start(self, work: Any, done: Callable[[Any], object], failed: Callable[[Exception], object] | None = None) -> asyncio.Task[Any]:
        def told(error: Exception) -> None:
            (failed or self._refused(""))(error)

        return self._desk.tasks.start(work, done, told, self._wizard)

    def _refused(self, subject: str) -> Callable[[Exception], None]:
        def told(error: Exception) -> None:
            failure = as_failure(error)
            words = words_of(failure, subject)
            if failure.code in {"NO-FOLDER", "SOURCE-MISSING"}:
                title = tr("There is no folder {path}.", path=subject)
                words = ErrorWords(title, tr("Is the disk mounted? Was the site moved?"), "error", (), failure.code)
            self._wizard.refused(words, failure.details)

        return told

    def _give_up(self) -> None:
        """Nobody waits for it any more: a detection or an approval in the browser ends."""
        if self._task is not None and not self._task.done():
            self._task.cancel()
        self._task = None

    # the first step

    def _found_local(self, found: object) -> None:
        if isinstance(found, tuple | list):
            self._wizard.start.set_local([one for one in found if isinstance(one, FolderFacts)])

    def _look(self, path: str) -> None:
        self._give_up()
        self._task = self._start(self._desk.app.sites.inspect_folder(path), self._wizard.start.show_facts, self._refused(path))

    def _detect(self, address: str) -> None:
        self._give_up()
        start = self._wizard.start

        def reached(url: str) -> None:
            if is_there(start) and start.typed() == address:
                start.show_reached(url)

        self._task = self._start(self._desk.app.sites.network.detect(address, reached=reached), start.show_found, self._refused(address))

    def _adopt(self) -> None:
        self._wizard.reject()
        self._flows.adopting.open()

    # signing in

    def _open_page(self, system: str, url: str) -> None:
        if system in SHARED:
            return open_page(url)
        self._start(self._desk.app.sites.approval_page(system, url), open_page)

    def _try(self, choice: SignInChoice) -> None:
        self._give_up()
        if choice.system in SHARED:
            self._task = self._start(self._installs(choice), lambda found: self._wizard.show_installs(*found), self._refused(choice.user))
            return

        def signed_in(answer: Any) -> None:
            self._tried = (choice, answer)
            self._wizard.signed_in(identity_words(answer.identity), hint_words(str(answer.identity.get("hint") or "")), answer.capabilities)

        self._task = self._start(tried(self._desk, choice), signed_in, self._refused(host_of(choice.url)))

    async def _installs(self, choice: SignInChoice) -> tuple[Sequence[Mapping[str, Any]], str, list[str]]:
        there = [str(site.options.get("install", "")) for site in self._desk.sites() if site.system == choice.system]
        account = choice.account or await self._account(choice)
        return await self._desk.app.accounts.reaches(account), account, there

    async def _account(self, choice: SignInChoice) -> str:
        accounts = self._desk.app.accounts
        if self._new_account:  # of another user, tried before
            await accounts.remove(self._new_account)
            self._new_account = ""
        taken = {one.name.casefold() for one in await accounts.list()}
        name, number = choice.user, 2
        while name.casefold() in taken:
            name, number = f"{choice.user} {number}", number + 1
        await accounts.add(name, system=choice.system, user=choice.user, secret=Secret(choice.secret), auth=choice.way, url=choice.url)
        self._new_account = name
        return name

    # place and time

    def _make_storage(self, wanted: NewStorage) -> None:
        password = Secret(wanted.password) if wanted.password else None

        async def make() -> StorageAdded:
            made = await self._desk.app.storages.add(wanted.name, wanted.location, password)
            self._desk.status = await self._desk.app.status()
            return made

        def added(answer: StorageAdded) -> None:
            self._desk.refreshed.emit()
            if answer.created:
                self._kit = answer
            if is_there(self._wizard):
                made = answer.password.reveal() if answer.password else ""
                self._wizard.storage_made(self._desk.storages(), answer.storage.name, made, created=answer.created)
            else:
                self._show_kit()

        def failed(error: Exception) -> None:
            if is_there(self._wizard):
                self._refused("")(error)
            else:
                self._desk.failed(error)

        self._desk.tasks.start(make(), added, failed)  # not within the wizard: a storage that was made has a passphrase to be seen

    def _other_storage(self) -> None:
        if is_there(self._wizard):
            known = self._wizard.place.known()
            fresh = next((one.name for one in self._desk.storages() if one.name not in known), "")
            self._wizard.place.set_storages(self._desk.storages(), fresh)

    def _ask_free(self, location: str) -> None:
        if is_folder(location):
            self._start(in_thread(free_at, location), self._wizard.place.show_free, lambda _: None)

    def _ask_cost(self, timing: Timing) -> None:
        self._wizard.timing.show_cost("")
        size = self._tried[1].newest_size if self._tried is not None and self._wizard.kind() == "service" else None
        kept = self._wizard.place.storage() if self._wizard.isVisible() else ""
        if not kept or kept == NEW_STORAGE or not (timing.every or timing.cron):
            return
        if size is None:
            if self._wizard.kind() == "service" or self._wizard.is_many():
                self._wizard.timing.show_cost(tr("What it needs of your line is known after the first backup."))
            return
        types = (self._tried[1].capabilities.get("types") or ()) if self._tried is not None else ()
        words = {
            key: value for key, value in (("every", timing.every), ("cron", timing.cron), ("at", timing.at), ("on", timing.on)) if value
        }

        def told(cost: Any) -> None:
            cheaper = plans.cheaper_words(cost.cheaper.bytes_per_day) if cost.cheaper is not None else ""
            self._wizard.timing.show_cost(plans.cost_words(cost.bytes_per_day, cost.seconds_per_day), cheaper)

        work = self._desk.app.conditions.cost_of_new(size, has_database_type="database" in types, **words)
        self._start(work, told, lambda _: None)

    # the end

    def _save_kit(self) -> None:
        if self._kit is not None:
            save_kit(self._desk, self._wizard, self._kit.storage.name, self._kit.recovery_kit, lambda _: self._wizard.review.kit_saved())

    def _submit(self, wanted: Wanted) -> None:
        if self._wizard.is_many():
            return self._many.begin(wanted.template)

        async def add_all() -> list[tuple[str, Exception]]:
            failed: list[tuple[str, Exception]] = []
            for site in wanted.sites:
                try:
                    await self._adding.add(site, wanted.template, self._tried[1] if self._tried is not None else None)
                except HoldfastError as error:
                    failed.append((site.name, error))
            return failed

        def ended(failed: list[tuple[str, Exception]]) -> None:
            self._desk.refresh()
            if not failed:
                return self._done(wanted.template.back_up_now)
            lines = [words_of(as_failure(error), name) for name, error in failed]
            if is_there(self._wizard):
                first = lines[0]
                if len(wanted.sites) > 1:
                    text = "\n".join(f"{name}: {words.title}" for (name, _), words in zip(failed, lines, strict=True))
                    first = ErrorWords(tr("Not all could be added"), text, "error", ())
                self._wizard.refused(first)
            else:
                self._desk.failed(failed[0][1], failed[0][0])

        self._task = self._desk.tasks.start(add_all(), ended)

    def _done(self, back_up_now: bool) -> None:
        """The wizard has done its work: close it, and begin the first backups."""
        self._ended = True
        names = list(self._adding.names)
        self._desk.refresh()
        if is_there(self._wizard):
            self._wizard.accept()
        if back_up_now and names:
            self._back_up(names)
        elif len(names) == 1:
            self._desk.say(tr("{site} was added", site=names[0]))

    def _closed(self, _: int) -> None:
        self._give_up()
        self._many.stop()
        many = self._wizard.many
        if self._wizard.is_many():
            self._flows.left = [row.site for row in many.model.rows if row.state != "added"] if many.adding else []
        if not self._ended and self._adding.names and self._many.backs_up():
            self._back_up(list(self._adding.names))
        if self._kit is not None:
            if self._wizard.review.kit_is_open():
                self._show_kit()
            else:
                note_kept(self._desk, self._kit.storage.name)
        if self._new_account and not self._adding.names:
            self._desk.tasks.start(self._desk.app.accounts.remove(self._new_account), None, lambda _: None)

    def _show_kit(self) -> None:
        """Closed before the recovery kit was put away: it is shown by itself."""
        if self._kit is not None:
            show_kit(self._desk, self._flows.window, self._kit)


def words_of(failure: Failure, subject: str) -> ErrorWords:
    """Of something that is not there yet."""
    return site_failure_words(failure, subject, known=False)
