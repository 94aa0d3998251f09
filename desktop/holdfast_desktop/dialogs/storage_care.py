"""Looking after a storage: how much a check reads, which site is drilled, whose locks are in the way, and its recovery kit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QFrame, QRadioButton, QVBoxLayout, QWidget

from holdfast_desktop.dialogs.sheet import Sheet, labelled
from holdfast_desktop.theme.controls import IconLabel, button, card, column, label, row
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.storages import lock_state_words, moment
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr, tr_n

SHARES = (5, 10, 25, 50)


class CheckDepth(Sheet):
    """`sample`: ``5%`` of what is stored, or everything when `whole`; neither: the structure only."""

    def __init__(self, storage: str, stored: int | None, remote: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            "checkDialog",
            tr("Check {name}", name=storage),
            tr("Nothing is changed there. Other backups can be made meanwhile."),
            parent,
        )
        self._stored = stored
        self._group = QButtonGroup(self)
        self._choices: dict[str, QRadioButton] = {}
        self._share = QComboBox()
        self._share.setObjectName("checkShare")
        self._share.setAccessibleName(tr("How much of it"))
        self._share.setAccessibleDescription(tr("How much of it"))
        for share in SHARES:
            amount = size(stored * share // 100) if stored else ""
            self._share.addItem(tr("{n} % ({size})", n=share, size=amount) if amount else tr("{n} %", n=share), f"{share}%")
        self._add("structure", tr("Is everything there?"), tr("Lists and folders are read, files are counted. Minutes at most."))
        self._add("part", tr("Read a part of the files as well"), tr("Chosen so that all are read in turn."), self._share)
        whole = tr("All {size} are read.", size=size(stored)) if stored else tr("All of it is read.")
        costs = tr("They are downloaded, which may cost money and take hours.") if remote else tr("That may take a while.")
        self._add("whole", tr("Read everything"), f"{whole} {costs}")
        self._choices["structure"].setChecked(True)
        self.buttons(button("checkStart", tr("Check"), "primary", "list-checks", self.accept))

    def _add(self, word: str, title: str, text: str, more: QWidget | None = None) -> None:
        made = QRadioButton(title)
        made.setObjectName(f"check{word.capitalize()}")
        self._group.addButton(made)
        self._choices[word] = made
        help_text = label(text, "caption", wrap=True)
        box = column(row(made, *([more] if more is not None else []), None), row(26, help_text, gap=0), gap=2)
        self.body.addLayout(box)
        if more is not None:
            more.setEnabled(False)
            made.toggled.connect(more.setEnabled)

    def whole(self) -> bool:
        return self._choices["whole"].isChecked()

    def sample(self) -> str:
        return str(self._share.currentData()) if self._choices["part"].isChecked() else ""


class ChooseDrill(Sheet):
    """Which site's newest backup is restored to a scratch place and looked at."""

    def __init__(self, storage: str, sites: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`sites`: (name, what is known of its proof), the least proven first."""
        super().__init__(
            "drillDialog",
            tr("Drill a backup in {name}", name=storage),
            tr("It is really restored to a scratch place on this computer, looked at, and removed again. The site is not touched."),
            parent,
            width=500,
        )
        self._site = QComboBox()
        self._site.setObjectName("drillSite")
        for name, proof in sites:
            self._site.addItem(f"{name} · {proof}" if proof else name, name)
        self._site.setMinimumContentsLength(24)
        self._site.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.body.addWidget(labelled(tr("Site"), self._site))
        self.body.addStretch(1)
        self.buttons(button("drillStart", tr("Drill"), "primary", "flask-conical", self.accept))

    def site(self) -> str:
        return str(self._site.currentData())


class Locks(Sheet):
    """Who is at work there. `remove_wanted(bool)`: those that were left over, or (True) all."""

    remove_wanted = Signal(bool)

    def __init__(self, storage: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "locksDialog",
            tr("Who uses {name}", name=storage),
            tr("A computer that works there leaves a lock, so that two do not change the same thing. It goes when the work is done."),
            parent,
        )
        self._state = label(tr("Looking…"), tone="secondary", name="locksState", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addWidget(self._state)
        self.body.addLayout(self._list)
        self._sure = QCheckBox(tr("No other computer works on it now"))
        self._sure.setObjectName("locksSure")
        self._sure.hide()
        self.body.addWidget(self._sure)
        self._remove = button("locksRemove", tr("Remove lock"), "danger", "lock-open", lambda: self._send())
        self._remove.hide()
        self._sure.toggled.connect(lambda _: self._allow())
        self.buttons(self._remove, cancel=tr("Close"))
        self._busy_locks = 0

    def show_locks(self, locks: Sequence[Mapping[str, Any]]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._busy_locks = sum(lock.get("state") == "in use" for lock in locks)
        self._state.setText(
            tr_n("{n} lock is there", "{n} locks are there", len(locks)) if locks else tr("Nobody: there is no lock, and work can go on.")
        )
        for lock in locks:
            self._list.addWidget(_lock_card(lock))
        self._sure.setVisible(bool(self._busy_locks))
        self._sure.setChecked(False)
        self._remove.setVisible(bool(locks))
        self._remove.setText(tr_n("Remove {n} lock", "Remove {n} locks", len(locks)))
        self._allow()
        self.complain("")
        self.refit()

    def failed(self, text: str) -> None:
        self._state.setText("")
        self.complain(text)

    def _allow(self) -> None:
        self._remove.setEnabled(not self._busy_locks or self._sure.isChecked())

    def _send(self) -> None:
        self._remove.setEnabled(False)
        self.remove_wanted.emit(bool(self._busy_locks))


def _lock_card(lock: Mapping[str, Any]) -> QFrame:
    frame = card("lockCard", "warning" if lock.get("state") == "in use" else "neutral")
    who = "@".join(str(lock[name]) for name in ("user", "host") if lock.get(name)) or tr("unknown")
    since = exact(moment(lock.get("since")))
    facts = [lock_state_words(str(lock.get("state", "")))]
    if since:
        facts.append(tr("since {time}", time=since))
    if lock.get("pid"):
        facts.append(tr("process {n}", n=lock["pid"]))
    if lock.get("exclusive"):
        facts.append(tr("alone"))
    texts = column(label(who, "strong", name="lockWho"), label(" · ".join(facts), "caption", wrap=True), gap=2)
    box = row(IconLabel("lock"), texts, gap=12, margins=(14, 10, 14, 10))
    box.setStretch(1, 1)
    frame.setLayout(box)
    return frame


class KitChoice(Sheet):
    """The printable page: with the passphrase on it or without; saved, or opened to be printed."""

    save_wanted = Signal(bool)
    print_wanted = Signal(bool)
    """(with the passphrase)"""

    def __init__(self, storage: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "kitDialog",
            tr("Recovery kit of {name}", name=storage),
            tr("A page that says where the backups are, which key opens them, and how to restore with restic alone. Keep it on paper."),
            parent,
        )
        self._with = QCheckBox(tr("With the passphrase on it"))
        self._with.setObjectName("kitPassphrase")
        self._with.setChecked(True)
        self.body.addWidget(self._with)
        self.body.addWidget(
            label(tr("Whoever has that page can read all backups. Without it the passphrase must be elsewhere."), "caption", wrap=True)
        )
        self.body.addStretch(1)
        self.buttons(
            button("kitPrint", tr("Open to print"), icon="printer", clicked=lambda: self.print_wanted.emit(self._with.isChecked())),
            button("kitSave", tr("Save…"), "primary", "save", lambda: self.save_wanted.emit(self._with.isChecked())),
        )
