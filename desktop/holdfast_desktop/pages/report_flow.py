"""The dialog for a client's monthly report, with the door behind it."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from holdfast.errors import as_failure
from holdfast_desktop.dialogs.report import ReportSheet
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.core_sentences import sentence


def make_report(desk: Desk, window: QWidget, site: str = "") -> None:
    """`site`: chosen at first."""
    sites = sorted((one.name for one in desk.sites()), key=str.casefold)
    clients = sorted({one.client for one in desk.sites() if one.client}, key=str.casefold)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = ReportSheet(clients, sites, desk.now(), folder, window)
    if site in sites:
        dialog.whose.setCurrentIndex(len(clients) + sites.index(site))

    def submitted(client: str, of_site: str, month: str, file: str) -> None:
        desk.tasks.start(desk.app.report(client=client, site=of_site, month=month, to=file), written, refused)

    def written(_: object) -> None:
        if is_there(dialog):
            dialog.written()

    def refused(error: Exception) -> None:
        if is_there(dialog):
            failure = as_failure(error)
            message, hint = sentence(failure.message), sentence(failure.hint)
            dialog.refused(f"{message} {hint}".strip() if failure.kind == "storage" else message)
        else:
            desk.failed(error)

    dialog.submitted.connect(submitted)
    dialog.open_wanted.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(path)))
    dialog.open()
