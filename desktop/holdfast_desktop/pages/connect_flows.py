"""Pages that the browser of this computer opens."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_page(address: str) -> None:
    """In the browser of this computer; only what a browser is for."""
    url = QUrl(address)
    if url.scheme() in {"https", "http"}:
        QDesktopServices.openUrl(url)
