"""Keys as they are called where the language is spoken. Pure."""

from __future__ import annotations

from holdfast_desktop.wording.tr import tr


def key_words(keys: str) -> str:
    """``Ctrl+Shift+B`` as it stands on the keyboard."""
    called = {"Ctrl": tr("Ctrl"), "Shift": tr("Shift"), "Del": tr("Del"), "Space": tr("Space"), "Enter": tr("Enter")}
    for name, words in called.items():
        keys = keys.replace(name, words)
    return keys
