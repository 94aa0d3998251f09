"""Steps through the wizard that adds sites, for tests and stories of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPushButton

from holdfast_desktop.event_loop import is_there
from tests.desktop.stage import Stage


async def opened(stage: Stage) -> QDialog:
    """The wizard, just opened."""
    stage.window.flows.add_site()
    await stage.until(lambda: any(one.objectName() == "addSiteDialog" and one.isVisible() for one in stage.window.findChildren(QDialog)))
    return stage.dialog()


def next_button(stage: Stage, dialog: QObject) -> QPushButton:
    found: QPushButton = stage.find(QPushButton, "wizardNext", dialog)  # type: ignore[arg-type]  # a widget
    return found


async def found(stage: Stage, dialog: QDialog, typed: str) -> None:
    """Type an address or a folder and wait until it is known what is there."""
    stage.find(QLineEdit, "wizardAddress", dialog).setText(typed)
    await stage.settle()
    if next_button(stage, dialog).text() != "Continue":
        next_button(stage, dialog).click()
    await stage.until(lambda: next_button(stage, dialog).text() == "Continue")


async def sign_in(stage: Stage, dialog: QDialog, way: str, user: str = "", secret: str = "") -> None:
    """From what was found to the sign-in, filled in and sent."""
    next_button(stage, dialog).click()
    ways = stage.find(QComboBox, "wizardWay", dialog)
    ways.setCurrentIndex(ways.findData(way))
    if user:
        stage.find(QLineEdit, "wizardUser", dialog).setText(user)
    if secret:
        stage.find(QLineEdit, "wizardSecret", dialog).setText(secret)
    next_button(stage, dialog).click()


def shows(dialog: QDialog, name: str) -> bool:
    """Whether the control with this name is in sight."""
    return any(one.isVisible() for one in dialog.findChildren(QLineEdit, name) + dialog.findChildren(QComboBox, name))


async def finish(stage: Stage, dialog: QDialog, name: str = "", *, storage: str | None = None, back_up: bool = False) -> None:
    """From the place to the end; `storage`: the word of the list (empty: only on the site)."""
    await stage.until(lambda: shows(dialog, "wizardStorage"))
    if name:
        stage.find(QLineEdit, "wizardName", dialog).setText(name)
    if storage is not None:
        places = stage.find(QComboBox, "wizardStorage", dialog)
        places.setCurrentIndex(places.findData(storage))
    next_button(stage, dialog).click()
    await stage.until(lambda: shows(dialog, "wizardSchedule"))
    next_button(stage, dialog).click()
    stage.find(QCheckBox, "wizardBackUpNow", dialog).setChecked(back_up)
    finishing = stage.find(QPushButton, "wizardFinish", dialog)
    finishing.click()
    said = stage.find(QLabel, "wizardMessage", dialog)
    await stage.until(lambda: not is_there(dialog) or not dialog.isVisible() or finishing.isEnabled())
    assert not is_there(dialog) or not dialog.isVisible(), said.text()
