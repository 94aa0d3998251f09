"""What was unusual in a site's backups, shown with its paths; a person says that it is meant."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from holdfast.watchfulness import CODES
from holdfast_desktop.dialogs.sheet import Question
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.findings import finding_lines
from holdfast_desktop.wording.tr import tr


def confirm_findings(desk: Desk, window: QWidget, site: str) -> None:
    """Ask, and let the door forget it. Nothing stands: nothing is asked."""
    held = desk.site(site)
    reasons = [] if held is None else [one for one in held.reasons if one.code in CODES]
    if not reasons:
        return
    text = "\n\n".join("\n".join(finding_lines(one)) for one in reasons)
    choices = [("meant", tr("This is meant"), "primary")]
    dialog = Question(tr("Unusual in {site}", site=site), text, choices, window, cancel=tr("Not now"), name="confirmFindings")  # type: ignore[arg-type]  # a literal in a list
    dialog.accepted.connect(lambda: desk.do(desk.app.sites.confirm(site), lambda _: desk.refresh(), subject=site))
    dialog.open()
