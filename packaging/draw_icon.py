"""Draws an SVG at sizes: ``draw_icon.py PICTURE SIZE=FILE …``. Run with a Python that has PySide6."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def main(picture: str, *targets: str) -> None:
    _app = QGuiApplication([])
    renderer = QSvgRenderer(picture)
    for target in targets:
        size, _, path = target.partition("=")
        image = QImage(int(size), int(size), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(image.rect()))
        painter.end()
        if not image.save(path):
            raise SystemExit(f"cannot write {path}")


if __name__ == "__main__":
    main(*sys.argv[1:])
