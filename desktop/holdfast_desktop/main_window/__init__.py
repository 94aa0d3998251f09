"""The main window: sidebar, pages, notice, job drawer."""

from holdfast_desktop.main_window.window import MainWindow

__all__ = ["MainWindow"]
