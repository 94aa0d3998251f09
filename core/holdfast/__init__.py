"""Holdfast: backups of web sites that are scheduled, proven and restorable. This package knows no Qt."""

__version__ = "0.1.0"
