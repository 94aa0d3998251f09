"""The window and the tray: a face over `holdfast.app` (see architecture.md for the floors of this package)."""
