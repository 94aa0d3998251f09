"""The theme in force: applies tokens to the application and tells whoever paints by himself when they change."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QIcon, QPixmapCache, QStyleHints
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from holdfast_desktop.theme.icons import icon as make_icon
from holdfast_desktop.theme.palette import make_palette
from holdfast_desktop.theme.sheet import BASE_SIZE, make_sheet
from holdfast_desktop.theme.tokens import DARK, DARK_STRONG, LIGHT, LIGHT_STRONG, Tokens
from holdfast_resources import styles_folder

Choice = Literal["system", "light", "dark"]


class Theme(QObject):
    """One per program, see `theme()`. `changed` fires after palette and style sheet were exchanged."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.choice: Choice = "system"
        self._system_dark: bool | None = None
        self._system_strong: bool | None = None
        self._hints: QStyleHints | None = None
        """Held: what it gives away ends with it."""
        self._with_sheet = True

    def start(self, app: QApplication, choice: Choice = "system", sheet: bool = True) -> None:
        """Dress `app` and follow the system from now on. Without `sheet` the style sheet waits for `dress`: building a window is a
        third faster while there is none."""
        QDir.setSearchPaths("styles", [styles_folder()])
        app.setStyle(QStyleFactory.create("Fusion"))
        _set_body_font(app)
        self.choice = choice
        self._with_sheet = sheet
        app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self._hints = app.styleHints()
        if hasattr(self._hints, "accessibility"):  # since Qt 6.10
            self._hints.accessibility().contrastPreferenceChanged.connect(lambda _: self._follow())
        self._apply(self._wanted())

    def dress(self) -> None:
        """Set the style sheet that `start` left out."""
        self._with_sheet = True
        self._apply(self.tokens)

    def choose(self, choice: Choice) -> None:
        """What the user set: follow the system, or always one of the two."""
        self.choice = choice
        self._follow()

    def system_is_dark(self, dark: bool | None) -> None:
        """What the desktop's portal says (None: no preference); outranks what Qt knows."""
        self._system_dark = dark
        self._follow()

    def system_is_strong(self, strong: bool | None) -> None:
        """What the desktop's portal says about contrast (None: no answer); outranks what Qt knows."""
        self._system_strong = strong
        self._follow()

    def icon(self, name: str, severity: str = "") -> QIcon:
        """The icon in the colour of a severity, or of secondary text."""
        colour = self.tokens.tone(severity).text if severity else self.tokens.secondary
        return make_icon(name, colour, self.tokens.disabled)

    def _scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._follow()

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is not self.tokens:
            self._apply(wanted)

    def _wanted(self) -> Tokens:
        if self._wants_contrast():
            return DARK_STRONG if self._wanted_scheme() is DARK else LIGHT_STRONG
        return self._wanted_scheme()

    def _wants_contrast(self) -> bool:
        if self._system_strong is not None:
            return self._system_strong
        if self._hints is None or not hasattr(self._hints, "accessibility"):
            return False
        return self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast

    def _wanted_scheme(self) -> Tokens:
        if self.choice != "system":
            return DARK if self.choice == "dark" else LIGHT
        if self._system_dark is not None:
            return DARK if self._system_dark else LIGHT
        return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _apply(self, tokens: Tokens) -> None:
        self.tokens = tokens
        app = QApplication.instance()
        if isinstance(app, QApplication):
            QPixmapCache.clear()
            app.setPalette(make_palette(tokens))
            if self._with_sheet:
                app.setStyleSheet(make_sheet(tokens, QFontInfo(app.font()).pixelSize()))
        self.changed.emit()


def _set_body_font(app: QApplication) -> None:
    """The system's font, never smaller than the design's body size."""
    font = QFont(app.font())
    if QFontInfo(font).pixelSize() < BASE_SIZE:
        font.setPixelSize(BASE_SIZE)
    app.setFont(font)


_theme: Theme | None = None


def theme() -> Theme:
    """The program's theme."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme


def restyle(widget: QWidget) -> None:
    """Look at the widget's dynamic properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
