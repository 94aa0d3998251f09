"""Draws the pictures of the README into resources/screenshots: ``python -m tests.desktop.readme_pictures``.

Four of the window, and a story in six small ones from the first address to the restore. In English, from the scenes' made-up sites.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "resources" / "screenshots"
PICTURES = {
    "overview.png": "overview-ordinary-light",
    "backups.png": "backups-crowded-dark",
    "restore.png": "dialog-restore-live-light",
    "jobs.png": "drawer-light",
}
STORY = (
    "wizard-start-found-light", "wizard-place-folder-light", "wizard-timing-folder-light",
    "drawer-light", "dialog-restore-when-light", "dialog-restore-live-light",
)  # fmt: skip
CELL, GAP, COLUMNS = (560, 440), 16, 3
BEHIND = QColor("#DDE1E8")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        names = sorted({one.rpartition("-")[0] for one in (*PICTURES.values(), *STORY)})
        command = [sys.executable, "-m", "tests.desktop.screenshots", folder, *names, "--scale", "100"]
        done = subprocess.run(command, cwd=ROOT, check=False)
        if done.returncode:
            return done.returncode
        for target, scene in PICTURES.items():
            QImage(f"{folder}/{scene}-100.png").save(str(TARGET / target))
        _story([QImage(f"{folder}/{scene}-100.png") for scene in STORY]).save(str(TARGET / "story.png"))
    return 0


def _story(pictures: list[QImage]) -> QImage:
    """The pictures side by side, each as large as its cell allows."""
    rows = -(-len(pictures) // COLUMNS)
    sheet = QImage(GAP + COLUMNS * (CELL[0] + GAP), GAP + rows * (CELL[1] + GAP), QImage.Format.Format_RGB32)
    sheet.fill(BEHIND)
    painter = QPainter(sheet)
    for place, picture in enumerate(pictures):
        small = picture.scaled(*CELL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        left, top = GAP + place % COLUMNS * (CELL[0] + GAP), GAP + place // COLUMNS * (CELL[1] + GAP)
        painter.drawImage(
            QRect(left + (CELL[0] - small.width()) // 2, top + (CELL[1] - small.height()) // 2, small.width(), small.height()), small
        )
    painter.end()
    return sheet


if __name__ == "__main__":
    application = QGuiApplication(["pictures", "-platform", "offscreen"])
    sys.exit(main())
