"""One site: its backups, what is in them, what ran."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from holdfast.app import Page, SiteView
from holdfast.errors import as_failure
from holdfast.records import Backup, Job
from holdfast_desktop.pages.backup_list import BackupList
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.file_panel import FilePanel
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.page import scrolled
from holdfast_desktop.pages.run_list import RunList
from holdfast_desktop.theme.controls import IconLabel, button, card, column, follow_theme, icon_button, label, row, set_tone
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.widgets.cards import Facts
from holdfast_desktop.wording.errors import failure_words, own_words
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import status_look
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr


class SiteDetail(QWidget):
    left = Signal()

    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__()
        self._desk, self._flows = desk, flows
        self._name = ""
        self._asked = 0
        self._list = BackupList(desk, flows, with_site=False, primary_restore=False)
        self._panel = FilePanel(desk, flows)
        self._list.current_changed.connect(self._panel.show_backup)
        self._runs = RunList(desk)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("siteTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._backups_tab(), tr("Backups"))
        self._tabs.addTab(self._contents_tab(), tr("Contents"))
        self._tabs.addTab(self._activity_tab(), tr("Activity"))
        self._tabs.currentChanged.connect(lambda _: self.load())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._header())
        tabs = QWidget()
        tabs.setLayout(column(self._tabs, margins=(24, 8, 0, 0)))
        box.addWidget(tabs, 1)
        desk.refreshed.connect(self._show)
        desk.backups_changed.connect(lambda of: self.load() if of in {"", self._name} else None)

    def site(self) -> str:
        return self._name

    # parts

    def _header(self) -> QFrame:
        head = QFrame()
        head.setObjectName("pageHeader")
        head.setFixedHeight(84)
        back = icon_button("siteBack", "arrow-left", tr("Back to all sites"), self.left.emit)
        self._title = label(role="title", name="siteTitle")
        self._glyph = IconLabel("circle-check")
        self._status = label(name="siteStatus")
        more = button("siteMore", tr("More"), "plain")
        more.setProperty("menu", "true")
        more.setMenu(self._more_menu())
        kinds = button("siteBackUpHow", tr("Other backup"), "plain")
        kinds.setProperty("menu", "true")
        kinds.setMenu(self._kinds_menu())
        now = button("siteBackUpNow", tr("Back up now"), "primary", "database-backup", lambda: self._flows.back_up(self._name))
        texts = column(self._title, row(self._glyph, self._status, None, gap=6), gap=2)
        box = row(back, 4, texts, more, kinds, now, gap=8, margins=(16, 8, 24, 8))
        box.setStretch(2, 1)
        head.setLayout(box)
        return head

    def _kinds_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("siteBackUpMenu")
        for kind, text in (
            ("database", tr("Only the database")),
            ("files", tr("Only the files")),
            ("full", tr("Everything, every file read anew")),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, chosen=kind: self._flows.back_up(self._name, chosen))
        menu.addSeparator()
        menu.addAction(tr("With a label…")).triggered.connect(lambda: self._flows.back_up_with_label(self._name))
        return menu

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("siteMoreMenu")
        items = (
            ("flask-conical", tr("Drill: restore the newest to a scratch place"), lambda: self._flows.drill(self._name)),
            ("calendar-clock", tr("How long backups stay…"), lambda: self._flows.retention(self._name)),
            ("pencil", tr("Rename…"), lambda: self._flows.rename_site(self._name)),
            ("trash-2", tr("Remove…"), lambda: self._flows.remove_site(self._name)),
        )
        made = [(menu.addAction(text), icon) for icon, text, _ in items]
        for (item, _), (_, _, action) in zip(made, items, strict=True):
            item.triggered.connect(lambda _checked=False, do=action: do())

        def paint() -> None:
            for item, icon in made:
                item.setIcon(theme().icon(icon))

        paint()
        follow_theme(menu, paint)
        return menu

    def _backups_tab(self) -> QWidget:
        left = QWidget()
        tools = self._list.layout()
        left.setLayout(column(self._list, gap=8, margins=(0, 12, 16, 16)))
        if tools is not None and (first := tools.itemAt(0)) is not None and (line := first.layout()) is not None:
            line.insertWidget(0, self._list.restore_button)  # type: ignore[attr-defined]  # it is the QHBoxLayout of the tools
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(self._panel)
        split.setStretchFactor(0, 1)
        split.setSizes([620, 340])
        return split

    def _contents_tab(self) -> QWidget:
        self._facts = Facts()
        self._excludes = QLineEdit()
        self._excludes.setObjectName("siteExcludes")
        self._excludes.setAccessibleName(tr("Left out"))
        self._excludes.setPlaceholderText("wp-content/cache/, *.log")
        self._save = button("siteExcludesSave", tr("Save"), "plain", clicked=self._save_excludes)
        frame = card()
        frame.setLayout(
            column(
                label(tr("What is backed up"), "section"), self._facts, 8,
                label(tr("Left out (patterns as in .gitignore, with commas)"), "strong"),
                row(self._excludes, self._save), gap=8, margins=(20, 16, 20, 20),
            )
        )  # fmt: skip
        inner = QWidget()
        inner.setLayout(column(frame, None, margins=(0, 16, 24, 16)))
        return scrolled(inner, "siteContents")

    def _activity_tab(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(column(self._runs, margins=(0, 12, 24, 16)))
        return holder

    # what is shown

    def show_site(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self._tabs.setCurrentIndex(0)
            self._list.show_rows(name, [])
            self._list.states.loading()
        self._show()
        self.load()
        self.load(fresh=None)

    def _show(self) -> None:
        site = self._desk.site(self._name)
        if site is None:
            if self._name and self._desk.status is not None:
                self._name = ""
                self.left.emit()
            return
        look = status_look(site.status)
        self._title.setText(site.name)
        self._glyph.set(look.icon, look.severity)
        age = relative(site.last_backup_at, self._desk.now())
        words = look.word if site.last_backup_at is None else f"{look.word} · " + tr("last backup {when}", when=age)
        if site.reasons and site.status in {"failed", "warning", "locked", "overdue"}:
            words = own_words(site.reasons[0], site.name)
        self._status.setText(words)
        set_tone(self._status, look.severity)
        self._show_contents(site)

    def _show_contents(self, site: SiteView) -> None:
        last = site.last_backup
        self._facts.show_facts(
            [
                ("contentsFolder", tr("Folder"), site.path),
                ("contentsDatabase", tr("Database"), tr("As found in the site") if site.database == "auto" else site.database),
                ("contentsStorage", tr("Storage"), site.storage),
                ("contentsSize", tr("Newest backup"), f"{size(last.size)} · {exact(last.created_at)}" if last else tr("none yet")),
                ("contentsProven", tr("Proven"), exact(site.proven_at) or tr("not yet")),
                ("contentsPresets", tr("Presets"), ", ".join(site.presets) or tr("none")),
            ]
        )
        if not self._excludes.hasFocus():
            self._excludes.setText(", ".join(site.excludes))

    def _save_excludes(self) -> None:
        patterns = tuple(part.strip() for part in self._excludes.text().split(",") if part.strip())
        self._desk.do(self._desk.app.sites.edit(self._name, excludes=patterns), lambda _: self._desk.changed(), self._name)

    def load(self, fresh: bool | None = False) -> None:
        """Ask for the backups and runs of this site. `fresh`: see `refresh` of the door; what is remembered is always shown first."""
        if not self._name or not self.isVisible():
            return
        self._asked += fresh is not None
        asked, name = self._asked, self._name

        def got(page: Page[Backup]) -> None:
            if asked == self._asked:
                self._list.show_rows(name, page.items)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                words = failure_words(as_failure(error), name)
                fix = words.fixes[0] if words.fixes else None
                self._list.states.say("circle-alert", words.title, words.body, fix.action if fix else "", fix.label if fix else "", "error")

        def ran(page: Page[Job]) -> None:
            if asked == self._asked:
                self._runs.show_rows(page.items)

        self._desk.tasks.start(self._desk.app.backups.list(name, refresh=fresh), got, failed)
        self._desk.tasks.start(self._desk.app.jobs.history(site=name, limit=100), ran)
