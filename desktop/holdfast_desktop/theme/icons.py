"""Icons: SVG of the set rendered in a colour of the tokens, sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from holdfast_resources import icons


def draw_icon(painter: QPainter, name: str, colour: str, place: QRectF) -> None:
    """Paint the icon `name` in `colour` into `place`. KeyError for a name that is not in the set."""
    _renderer(name, colour).render(painter, place)


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """The icon as a pixmap of `size` logical pixels, `gap` wider than high."""
    image = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_icon(painter, name, colour, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


@lru_cache(maxsize=512)
def icon(name: str, colour: str, disabled: str = "", gap: int = 0, size: int = 16) -> QIcon:
    """The icon `name` in `colour`; in colour `disabled` where its control is disabled; with `gap` empty pixels at its right.

    Drawn for the sharpest screen there is: the others scale it down."""
    made = QIcon()
    ratio = max((s.devicePixelRatio() for s in QGuiApplication.screens()), default=1.0)
    made.addPixmap(pixmap(name, colour, size, ratio, gap))
    if disabled:
        made.addPixmap(pixmap(name, disabled, size, ratio, gap), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = icons()[name].replace("currentColor", colour)
    return QSvgRenderer(QByteArray(text.encode()))
