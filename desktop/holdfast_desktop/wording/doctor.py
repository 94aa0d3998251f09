"""What the doctor looks at, in words. What it found is said by the core, which the terminal says too."""

from __future__ import annotations

from holdfast_desktop.wording.tr import tr


def check_title(check: str) -> str:
    """What was looked at; the core's own word when it is a new one."""
    words = {
        "python": tr("Python"),
        "libraries": tr("Libraries"),
        "permissions": tr("Rights of folders"),
        "disk": tr("Room on the disk"),
        "settings": tr("File of settings"),
        "database": tr("Database"),
        "catalogue": tr("Lists of files"),
        "crashes": tr("Crashes"),
        "scheduler": tr("Schedules"),
        "secrets": tr("Password store"),
        "storage": tr("Storage"),
        "sealed": tr("Settings kept in a storage"),
        "clock": tr("Clock"),
        "home": tr("Data of Holdfast"),
    }
    return words.get(check, check)
