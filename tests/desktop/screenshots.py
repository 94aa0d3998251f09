"""Draws every scene, light and dark, at 100 and 200 %, into a folder: ``python -m tests.desktop.screenshots DIR [NAME…]``.

NAME: only scenes whose name contains it. Beside the pictures an ``index.html`` shows them all. No screen is needed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

SCALES = (100, 200)
SCHEMES = ("light", "dark")
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="screenshots", description="Draw every page and dialog of the window.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="only scenes whose name contains one of these")
    parser.add_argument("--scale", type=int, choices=SCALES, help="only this one")
    parser.add_argument("--scheme", choices=SCHEMES, help="only this one")
    parser.add_argument("--font", default="", help="a font family in place of the system's")
    parser.add_argument("--language", default="en", help="en, de, or pseudo: long texts with accents")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    if "HOLDFAST_SCREENSHOTS_SCALE" in os.environ:
        return _draw(given.folder, given.names, given.scheme, given.font, given.language)
    for scale in [given.scale] if given.scale else SCALES:
        environment = {
            **os.environ,
            "HOLDFAST_SCREENSHOTS_SCALE": str(scale),
            "QT_SCALE_FACTOR": str(scale / 100),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join([str(ROOT / p) for p in ("core", "desktop", "resources")]),
        }
        command = [sys.executable, "-m", "tests.desktop.screenshots", str(given.folder.absolute()), *given.names]
        command += ["--font", given.font, "--language", given.language]
        done = subprocess.run([*command, *(["--scheme", given.scheme] if given.scheme else [])], env=environment, cwd=ROOT, check=False)
        if done.returncode:
            return done.returncode
    _write_index(given.folder)
    print(f"{len(list(given.folder.glob('*.png')))} pictures in {given.folder}")
    return 0


def _draw(folder: Path, names: list[str], only: str | None, family: str, language: str) -> int:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication

    from holdfast_desktop.application.run import make_application
    from holdfast_desktop.event_loop import run
    from holdfast_desktop.theme.theme import theme
    from holdfast_desktop.wording.language import speak
    from holdfast_desktop.wording.tr import use
    from tests.desktop.stage import at_home_of_mira
    from tests.support.pseudo import Pseudo

    app = make_application(["holdfast"])
    if family:
        QApplication.setFont(QFont(family, 10))
    speak(language)
    if language == "pseudo":
        use(Pseudo())
    theme().start(app, "light")
    at_home_of_mira()
    return run(app, _draw_all(folder, names, [only] if only else list(SCHEMES), os.environ["HOLDFAST_SCREENSHOTS_SCALE"]))


async def _draw_all(folder: Path, names: list[str], schemes: list[str], scale: str) -> int:
    from holdfast_desktop.theme.theme import theme
    from tests.desktop.scenes import SCENES
    from tests.desktop.stage import raise_stage

    failed = 0
    for scene in SCENES:
        if names and not any(name in scene.name for name in names):
            continue
        stage = await raise_stage(scene.fake(), scene.size)
        try:
            shown = await scene.go(stage) or stage.window
            for scheme in schemes:
                theme().choose("dark" if scheme == "dark" else "light")
                await stage.settle(0.05)
                shown.grab().save(str(folder / f"{scene.name}-{scheme}-{scale}.png"))
        except Exception as error:  # the others are drawn all the same
            print(f"{scene.name}: {error!r}", file=sys.stderr)
            failed += 1
        finally:
            theme().choose("light")
            await stage.close()
    _draw_tray(folder, scale)
    return 1 if failed else 0


def _draw_tray(folder: Path, scale: str) -> None:
    """All states of the tray icon on a light and a dark panel."""
    from PySide6.QtGui import QColor, QPainter, QPixmap

    from holdfast_desktop.tray import GLYPHS, draw_tray

    states = [
        (glyph, badge, percent)
        for glyph in GLYPHS
        for badge in ("", "warning", "error")
        for percent in ((30, 80) if glyph == "arrows" else (0,))
    ]
    sheet = QPixmap(20 + 60 * len(states), 160)
    painter = QPainter(sheet)
    for half, panel in enumerate(("#F0F0F0", "#202428")):
        painter.fillRect(0, half * 80, sheet.width(), 80, QColor(panel))
        for place, (glyph, badge, percent) in enumerate(states):
            painter.drawPixmap(10 + place * 60, half * 80 + 8, draw_tray(glyph, badge, percent, 44))
            painter.drawPixmap(10 + place * 60 + 11, half * 80 + 55, draw_tray(glyph, badge, percent, 22))
    painter.end()
    sheet.save(str(folder / f"tray-{scale}.png"))


def _write_index(folder: Path) -> None:
    pictures = sorted(p.name for p in folder.glob("*.png"))
    rows = "\n".join(f'<figure><img src="{name}" width="590"><figcaption>{name}</figcaption></figure>' for name in pictures)
    style = "body{font:13px sans-serif;background:#888;display:flex;flex-wrap:wrap}figure{margin:8px}"
    (folder / "index.html").write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{rows}\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
