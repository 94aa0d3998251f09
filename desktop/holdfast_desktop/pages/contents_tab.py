"""What is backed up of a site of this computer, and what is left out. Changes are a draft: their effect is shown before they are saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from holdfast.app import FolderFacts, SiteView
from holdfast.app.contents import Contents
from holdfast.errors import NotFound, as_failure
from holdfast_desktop.models.rows import Column
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.page import scrolled
from holdfast_desktop.pages.parts_card import FoldersSection, PartsCard
from holdfast_desktop.pages.service_section import RowsSection
from holdfast_desktop.pages.site_columns import source_words
from holdfast_desktop.theme.controls import button, card, column, label, row, set_tone
from holdfast_desktop.widgets.cards import Facts
from holdfast_desktop.wording.contents import effect_words, preset_choices, presets_of
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr

ASK_AFTER_MS = 600


class ContentsTab(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._site: SiteView | None = None
        self._draft: tuple[str, ...] = ()
        self._stored: tuple[int | None, int | None] | None = None
        self._filling = False
        self._facts = Facts()
        self._parts = PartsCard()
        self._folders = FoldersSection()
        self._folders.left_out.connect(self._leave_out)
        self._rules = self._rules_card()
        facts = card("contentsFacts")
        facts.setLayout(column(label(tr("What is backed up"), "section"), self._facts, gap=8, margins=(20, 14, 20, 16)))
        inner = QWidget()
        inner.setLayout(
            column(facts, self._parts, self._rules, self._folders, None, gap=12, margins=(0, 16, 24, 16))
        )  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(inner, "siteContents"))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(ASK_AFTER_MS)
        self._wait.timeout.connect(self._weigh)

    def _rules_card(self) -> QFrame:
        frame = card("contentsRules")
        self._presets: dict[str, QCheckBox] = {}
        presets = column(label(tr("Left out as a rule"), "strong"), gap=2)
        for word, title, help_text in preset_choices():
            box = QCheckBox(title)
            box.setObjectName(f"preset{word.capitalize()}")
            box.setToolTip(help_text)
            box.toggled.connect(lambda _: self._edited())
            self._presets[word] = box
            presets.addWidget(box)
        presets.addStretch(1)
        self._edit = QLineEdit()
        self._edit.setObjectName("siteExcludes")
        self._edit.setAccessibleName(tr("Pattern to leave out"))
        self._edit.setPlaceholderText("wp-content/uploads/videos/, *.zip")
        self._edit.returnPressed.connect(self._add)
        add = button("siteExcludesAdd", tr("Leave out"), "plain", "plus", self._add)
        drop = button("siteExcludesRemove", tr("Take back"), "ghost", "undo-2", self._drop)
        drop.setProperty("offered", True)
        self._list = RowsSection(
            "excludesList", tr("Left out besides"), "", [Column(tr("Pattern"), lambda one: str(one))], [(drop, "")],
            tr("Nothing besides. Patterns are as in .gitignore: a slash at the end means a folder."), (drop,),
        )  # fmt: skip
        self._list.setProperty("card", "")
        shortcut = QShortcut(QKeySequence("Del"), self._list.view)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._drop)
        self._list.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]  # a section makes its layout itself
        self._effect = label(tone="secondary", name="contentsEffect", wrap=True)
        look = button("contentsLook", tr("Look now"), "plain", "folder-search", self._weigh, tr("Count what a backup would take now"))
        self._discard = button("siteExcludesDiscard", tr("Discard"), "ghost", clicked=self._reset)
        self._save = button("siteExcludesSave", tr("Save"), "plain", clicked=self._do_save)
        line = row(self._edit, add, gap=8)
        last = row(self._effect, look, self._discard, self._save, gap=8)
        last.setStretch(0, 1)
        patterns = QWidget()
        patterns.setLayout(column(self._list, line, None, gap=10))
        rules = QWidget()
        rules.setLayout(presets)
        both = row(rules, patterns, gap=32)
        both.setStretch(1, 1)
        frame.setLayout(column(label(tr("What is left out"), "section"), both, last, gap=12, margins=(20, 14, 20, 16)))
        return frame

    # what is shown

    def show_site(self, site: SiteView) -> None:
        """A draft stays while it is the same site."""
        other = self._site is None or self._site.name != site.name
        changed = self._site is not None and (self._site.excludes, self._site.presets) != (site.excludes, site.presets)
        clean = not self._is_changed()
        self._site = site
        own = site.system == "folder"
        self._rules.setVisible(own)
        self._folders.offer_leaving_out(own)
        last = site.last_backup
        self._facts.show_facts(
            [
                ("contentsFolder", tr("Folder") if own else tr("Source"), source_words(site)),
                ("contentsDatabase", tr("Database"), _database_words(site.database) if own else tr("As its backups hold it")),
                ("contentsStorage", tr("Storage"), site.storage or tr("the only one")),
                ("contentsSize", tr("Newest backup"), f"{size(last.size)} · {exact(last.created_at)}" if last else tr("none yet")),
            ]
        )
        if other or (clean and changed):
            self._stored = None
            self._effect.setText("")
            self._reset()
        if other:
            self._parts.say(tr("Looking…"))
            self._folders.show_rows([])

    def load(self) -> None:
        """Ask for what the newest backup holds."""
        site = self._site
        if site is None:
            return

        def got(found: Contents) -> None:
            if self._is(site):
                self._parts.show_contents(found)
                self._folders.show_rows(list(found.folders))

        def failed(error: Exception) -> None:
            if self._is(site):
                none = tr("There is no backup yet. The first one takes longest; later ones only move changes.")
                words = none if isinstance(error, NotFound) else self._desk.words_of(as_failure(error), site.name).title
                self._parts.say(words)
                self._folders.show_rows([])

        self._desk.tasks.start(self._desk.app.contents.of(site.name), got, failed, self)

    def _is(self, site: SiteView) -> bool:
        return self._site is not None and self._site.name == site.name

    # the draft

    def _reset(self) -> None:
        site = self._site
        if site is None:
            return
        self._filling = True
        self._draft = site.excludes
        chosen = presets_of(site.presets)
        for word, box in self._presets.items():
            box.setChecked(word in chosen)
        self._list.show_rows(list(self._draft))
        self._filling = False
        self._wait.stop()
        self._show_changed()

    def _chosen_presets(self) -> tuple[str, ...]:
        chosen = tuple(word for word, box in self._presets.items() if box.isChecked())
        return ("wordpress",) if len(chosen) == len(self._presets) else chosen

    def _is_changed(self) -> bool:
        site = self._site
        return site is not None and (
            self._draft != site.excludes or presets_of(self._chosen_presets()) != presets_of(site.presets)
        )  # fmt: skip

    def _edited(self) -> None:
        if self._filling:
            return
        self._list.show_rows(list(self._draft))
        self._show_changed()
        self._wait.start()

    def _show_changed(self) -> None:
        changed = self._is_changed()
        self._save.setEnabled(changed)
        self._discard.setVisible(changed)

    def _add(self) -> None:
        fresh = [part.strip() for part in self._edit.text().split(",") if part.strip()]
        self._draft = (*self._draft, *(one for one in dict.fromkeys(fresh) if one not in self._draft))
        self._edit.clear()
        self._edited()

    def _leave_out(self, pattern: str) -> None:
        if pattern not in self._draft:
            self._draft = (*self._draft, pattern)
            self._edited()

    def _drop(self) -> None:
        found = self._list.chosen()
        if found is not None:
            self._draft = tuple(one for one in self._draft if one != found)
            self._edited()

    def _weigh(self) -> None:
        """Look at the folder with the patterns as they are stored (once) and as they are written now."""
        site = self._site
        if site is None:
            return
        draft, presets = self._draft, self._chosen_presets()
        self._say(tr("Looking at the folder…"))

        def got(found: tuple[FolderFacts, FolderFacts]) -> None:
            if self._is(site) and (draft, presets) == (self._draft, self._chosen_presets()):
                self._stored = (found[0].files, found[0].bytes)
                words = effect_words(self._stored, (found[1].files, found[1].bytes))
                self._say(" ".join([words, *found[1].warnings]), "warning" if found[1].warnings else "secondary")

        def failed(error: Exception) -> None:
            if self._is(site):
                words = self._desk.words_of(as_failure(error), site.name)
                self._say(f"{words.title}. {words.body}", "error")

        self._desk.tasks.start(self._weighed(site, draft, presets), got, failed, self)

    async def _weighed(self, site: SiteView, draft: tuple[str, ...], presets: tuple[str, ...]) -> tuple[FolderFacts, FolderFacts]:
        weigh: Callable[..., Any] = self._desk.app.contents.weigh
        after: FolderFacts = await weigh(site.name, draft, presets)
        if self._stored is not None:
            return FolderFacts(site.path, "", "", files=self._stored[0], bytes=self._stored[1]), after
        same = (draft, presets) == (site.excludes, site.presets)
        return after if same else await weigh(site.name, site.excludes, site.presets), after

    def _say(self, text: str, tone: str = "secondary") -> None:
        self._effect.setText(text)
        set_tone(self._effect, tone)

    def _do_save(self) -> None:
        site = self._site
        if site is None:
            return

        def saved(view: SiteView) -> None:
            self._stored = None
            if self._is(site):
                self._site = view
                self._show_changed()
                self._say(tr("Saved. It holds from the next backup on; earlier ones stay as they are."))
            self._desk.refresh()

        work = self._desk.app.sites.edit(site.name, excludes=self._draft, presets=self._chosen_presets())
        self._desk.do(work, saved, site.name, self)


def _database_words(database: str) -> str:
    return {"auto": tr("As found in the site"), "none": tr("None")}.get(database, database)
