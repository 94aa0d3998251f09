"""The dialog that adds sites, step by step. It asks by signals; whoever opened it answers by methods. Nothing typed is lost on the way.

Steps: start → sign in → installs of an account → place → timing → review; archives and several sites join after their own first step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.dialogs.wizard.archives import ArchivesStep
from holdfast_desktop.dialogs.wizard.choices import (
    NEW_STORAGE,
    ON_SITE,
    SHARED,
    KnownAccount,
    KnownStorage,
    NewSite,
    SignInChoice,
    Template,
    Wanted,
    host_of,
)
from holdfast_desktop.dialogs.wizard.chosen import one_site, template_of
from holdfast_desktop.dialogs.wizard.installs import InstallsStep
from holdfast_desktop.dialogs.wizard.many import ManyStep
from holdfast_desktop.dialogs.wizard.of_account import sites_of_account
from holdfast_desktop.dialogs.wizard.place import PlaceStep
from holdfast_desktop.dialogs.wizard.review import ReviewStep
from holdfast_desktop.dialogs.wizard.scrolled import scrolled_steps
from holdfast_desktop.dialogs.wizard.sign_in import SignInStep
from holdfast_desktop.dialogs.wizard.start import StartStep
from holdfast_desktop.dialogs.wizard.step import Step
from holdfast_desktop.dialogs.wizard.summary import Summary, lines_of
from holdfast_desktop.dialogs.wizard.timing import TimingStep
from holdfast_desktop.theme.controls import button, label
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.tr import tr, tr_n

WIDTH = 720


class AddWizard(Sheet):
    """Of its steps `start`, `sign_in`, `installs`, `archives`, `many`, `place`, `timing`, `review` the signals and answers are theirs.

    `try_wanted(SignInChoice)`: answer with `signed_in`, `show_installs` or `refused`. `storage_wanted(NewStorage)`: with `storage_made` or
    `refused`. `submitted(Wanted)`: by closing, or `refused`, or (several) by rows of `many`. `gave_up`: stop what is under way."""

    try_wanted = Signal(object)
    storage_wanted = Signal(object)
    submitted = Signal(object)
    gave_up = Signal()

    def __init__(
        self,
        accounts: Sequence[KnownAccount] = (),
        storages: Sequence[KnownStorage] = (),
        taken: Sequence[str] = (),
        *,
        today: date,
        suggested: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("addSiteDialog", tr("Add a site"), " ", parent, width=WIDTH)
        self.message.setObjectName("wizardMessage")
        self.progress = label("", "caption", name="wizardProgress")
        self._taken = {name.casefold() for name in taken}
        self.start, self.sign_in, self.installs = StartStep(), SignInStep(accounts), InstallsStep()
        self.archives, self.many = ArchivesStep(), ManyStep(taken)
        self.place, self.timing, self.review = PlaceStep(storages, taken, suggested), TimingStep(today), ReviewStep()
        self._steps = QStackedWidget()
        for step in (self.start, self.sign_in, self.installs, self.archives, self.many, self.place, self.timing, self.review):
            self._steps.addWidget(step)
            step.changed.connect(self._enable)
        self.body.addWidget(scrolled_steps(self._steps))
        self._back = button("wizardBack", tr("Back"), clicked=self._go_back)
        self._next = button("wizardNext", tr("Continue"), "primary", clicked=self._forward)
        self._finish = button("wizardFinish", tr("Add site"), "primary", clicked=self._submit)
        self.footer_left(self.progress)
        self.buttons(self._back, self._next, self._finish)
        self._way: list[Step] = [self.start]
        self._system, self._account, self._tried = "", "", None  # type: tuple[str, str, SignInChoice | None]
        self._offers: Mapping[str, Any] = {}
        self._working = False
        self._excludes: tuple[str, ...] = ()
        self.start.given_up.connect(self.gave_up)
        self.start.many_wanted.connect(self._go_many)
        self.start.engine_wanted.connect(self._go_engine)
        self.start.archives_wanted.connect(lambda: self._go(self.archives))
        self.rejected.connect(self.gave_up)
        self._show(self.start)

    # answers from outside

    def signed_in(self, words: str, hint: str, offers: Mapping[str, Any]) -> None:
        """The sign-in works: who that is, and what the service offers."""
        self._offers = offers
        self._tried = self.sign_in.choice()
        self._stop_working()
        if self._current() is self.sign_in:
            self._to_place()
            self.complain(f"{words}\n{hint}".strip(), tone="ok")

    def show_installs(self, installs: Sequence[Mapping[str, Any]], account: str, added: Sequence[str] = ()) -> None:
        """{id, name, environment, domain, status_word}; `added`: ids of those that are in Holdfast already."""
        self._account, self._tried = account, self.sign_in.choice()
        self.installs.picker.show_installs(installs, added)
        self._stop_working()
        self._go(self.installs)
        if not installs:
            self.complain(tr("This account has no sites, or API access is off for it."))

    def storage_made(self, storages: Sequence[KnownStorage], name: str, passphrase: str, *, created: bool) -> None:
        """The storage that was made or adopted on the way is the chosen one now."""
        self.place.set_storages(storages, name)
        if created:
            self.review.show_kit(name, passphrase)
        self._stop_working()
        if self._current() is self.place:
            self._to_timing()

    def refused(self, words: ErrorWords, details: Mapping[str, Any] | None = None) -> None:
        """The door said no: what, and what to do. What was typed stays."""
        self._stop_working()
        if self._current() is self.start:
            return self.start.failed(words, details or {})
        self.complain(f"{words.title}. {words.body}".replace("..", ".").strip())
        if self._current() is self.sign_in:
            self.sign_in.refused(words)

    def wait_for_browser(self) -> None:
        self.complain(tr("Waiting for you to approve Holdfast in the browser… Nothing is stored before."), tone="running")

    def use(self, template: Template) -> None:
        """As another site: a site that is made from a template."""
        self._excludes = template.excludes
        self.place.use(template)
        self.timing.use(template)

    # where one is

    def _current(self) -> Step:
        return self._way[-1]

    def is_many(self) -> bool:
        return self.many in self._way

    def kind(self) -> str:
        """folder, service or archives."""
        if self.archives in self._way:
            return "archives"
        return "service" if self.sign_in in self._way else "folder"

    def _ticked(self) -> list[Mapping[str, Any]]:
        return self.installs.picker.ticked() if self.installs in self._way else []

    def _place_kind(self) -> str:
        """Folders need a storage of ours; backups of services may stay where they are made."""
        if self.is_many():
            return "folder" if any(one.is_folder() for one in self.many.to_add()) else "service"
        return self.kind()

    def how_many(self) -> int:
        if self.is_many():
            return len(self.many.to_add())
        return len(self._ticked()) or 1

    # moving

    def _forward(self) -> None:
        step = self._current()
        wrong = step.missing()
        if wrong is not None:
            return self.complain(*wrong)
        if step is self.start:
            self._from_start()
        elif step is self.sign_in:
            self._try()
        elif step in {self.installs, self.archives, self.many}:
            self._to_place()
        elif step is self.place:
            self._from_place()
        else:
            self._to_review()

    def _from_start(self) -> None:
        if several := self.start.several():
            return self._go_many("\n".join(several))
        if not self.start.is_ready():
            return self.start.ask()
        if self.start.facts is not None:
            return self._to_place()
        self._system = self.start.system()
        self._to_sign_in()

    def _go_engine(self) -> None:
        self._system = "wp-engine"
        self._to_sign_in()

    def _go_many(self, text: str) -> None:
        if text:
            self.many.set_text(text)
            self.many.read_text()
        self._go(self.many)

    def _to_sign_in(self) -> None:
        self.sign_in.show_system(self._system, self.start.found, self.start.typed())
        self._go(self.sign_in)

    def _try(self) -> None:
        choice = self.sign_in.choice()
        if self._tried == choice and not choice.code:  # it was tried, and nothing is another since
            return self._go(self.installs) if self._system in SHARED else self._to_place()
        self._work(tr("Trying the sign-in…"))
        if self.sign_in.by_browser():
            self.wait_for_browser()
        self.try_wanted.emit(choice)

    def _to_place(self) -> None:
        kind, facts = self.kind(), self.start.facts if self.kind() == "folder" else None
        name = host_of(self.start.typed())
        if kind == "archives":
            name = self.archives.suggested_name()
        elif facts is not None:
            name = facts.suggested_name
        fetch = kind != "service" or not self._offers or "download" in (self._offers.get("verbs") or ())
        many = self.is_many() or bool(self._ticked())
        self.place.show_site(self._place_kind(), name, facts, many=many, may_fetch=fetch or self.is_many())
        self._go(self.place)

    def _from_place(self) -> None:
        if self.place.storage() == NEW_STORAGE:
            self._work(tr("Making the storage…"))
            return self.storage_wanted.emit(self.place.new_storage())
        self._to_timing()

    def _to_timing(self) -> None:
        self._go(self.timing)
        self.timing.show_site(self.place.storage() != ON_SITE)

    def _to_review(self) -> None:
        self.review.show_lines(lines_of(self.summary()))
        self._go(self.review)

    def _go_back(self) -> None:
        self.gave_up.emit()
        self._stop_working()
        if len(self._way) > 1:
            self._way.pop()
        self._show(self._current())

    def _go(self, step: Step) -> None:
        if step in self._way:
            del self._way[self._way.index(step) + 1 :]
        else:
            self._way.append(step)
        self._show(step)

    def _show(self, step: Step) -> None:
        self._steps.setCurrentWidget(step)
        self.intro.setText(step.intro())
        self.complain("")
        last = step is self.review
        self._back.setVisible(step is not self.start and not self.many.adding)
        self._next.setVisible(not last and not self.many.adding)
        self._finish.setVisible(last)
        (self._finish if last else self._next).setDefault(True)
        step.first().setFocus()
        self._enable()

    def _enable(self) -> None:
        if not hasattr(self, "_offers"):
            return
        step = self._current()
        if step is self.start:
            known = self.start.is_ready() or bool(self.start.several())
            self._next.setText(tr("Continue") if known else tr("Find"))
        elif step is self.sign_in:
            many = self._system in SHARED
            self._next.setText(
                tr("Open the browser") if self.sign_in.by_browser() else tr("Show its sites") if many else tr("Test and continue")
            )
        else:
            self._next.setText(tr("Continue"))
        self._next.setEnabled(not self._working and (step is not self.start or bool(self.start.typed())))
        n = self.how_many()
        self._finish.setText(tr_n("Add {n} site", "Add {n} sites", n) if n > 1 else tr("Add site"))
        self._finish.setEnabled(not self._working)
        stages: dict[Step, int] = {self.start: 1, self.place: 3, self.timing: 4, self.review: 5}
        place = 5 if self.many.adding else stages.get(step, 2)
        self.progress.setText(tr("Step {n} of 5", n=place))

    def _work(self, words: str) -> None:
        self._working = True
        self.complain(words, tone="running")
        self._enable()

    def _stop_working(self) -> None:
        self._working = False
        self.complain("")
        self._enable()

    # the end

    def template(self) -> Template:
        return template_of(self.place, self.timing, self.review, self._excludes)

    def sites(self) -> tuple[NewSite, ...]:
        """What was chosen; of several (`many`): none, their rows say it."""
        kind = self.kind()
        if self.is_many():
            return ()
        if ticked := self._ticked():
            sign_in = SignInChoice(self._system, "", "", account=self._account)
            return sites_of_account(ticked, sign_in, kind, self.installs.picker.emails(), self._taken)
        return (one_site(kind, self.start, self.sign_in, self.archives, self.place),)

    def summary(self) -> Summary:
        chosen = self.sites()
        kept_in, presets = self.place.storage(), self.place.presets() if self._place_kind() == "folder" else None
        return Summary(
            self.kind(), chosen[0].name if chosen else "", self._system, self.how_many(), self.is_many(), kept_in, self.timing.timings(),
            self.timing.retention(), presets,
        )  # fmt: skip

    def _submit(self) -> None:
        wrong = self.review.missing()
        if wrong is not None:
            return self.complain(*wrong)
        wanted = Wanted(self.sites(), self.template())
        if self.is_many():
            self.many.show_adding(True)
            self._way.append(self.many)
            self._show(self.many)
            self._cancel_says(tr("Close"))
        else:
            self._work(tr("Adding…"))
        self.submitted.emit(wanted)

    def _cancel_says(self, words: str) -> None:
        close = self.findChild(QPushButton, "dialogCancel")
        if close is not None:
            close.setText(words)
