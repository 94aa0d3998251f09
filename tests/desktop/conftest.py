"""The window's tests need no screen: Qt draws off screen. Coroutines run on Qt's loop, as in the program."""

from __future__ import annotations

import gc
import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anybody makes a QApplication

from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from holdfast_desktop.event_loop import make_loop
from holdfast_desktop.theme.theme import theme
from tests.desktop.for_real import ForReal
from tests.desktop.stage import Stage, raise_stage
from tests.support.fake_holdfast import FakeHoldfast
from tests.support.sample_rows import crowded

Play = Callable[[Callable[[Stage], Coroutine[Any, Any, None]]], None]


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in the theme of the program, with English numbers."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    theme().start(qapp, "light")
    return qapp


@pytest.fixture(scope="package", autouse=True)
def garbage_of_widgets() -> Iterator[None]:
    """The program's loop turns Python's own collecting off; the tests after these have it again, and no widget is left to it."""
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def no_key_is_held(qapp: QApplication) -> Iterator[None]:
    """Qt goes on believing that Ctrl is held after a test has typed Ctrl+D; selecting a row then means one more."""
    yield
    if qapp.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control, Qt.KeyboardModifier.NoModifier)
    assert qapp.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@pytest.fixture
def run(dressed: QApplication) -> Iterator[Callable[[Coroutine[Any, Any, Any]], Any]]:
    """Run a coroutine to its end on a Qt loop of its own."""
    loop = make_loop(dressed)
    yield loop.run_until_complete
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()


@pytest.fixture
def fake() -> FakeHoldfast:
    """The door behind the window of `play`; a test may change it first."""
    return crowded()


@pytest.fixture
def play(run: Callable[[Coroutine[Any, Any, Any]], Any], fake: FakeHoldfast) -> Play:
    """Raise a window over `fake`, play a scene on it, and take it down again."""

    def played(scene: Callable[[Stage], Coroutine[Any, Any, None]]) -> None:
        async def whole() -> None:
            stage = await raise_stage(fake)
            try:
                await scene(stage)
            finally:
                await stage.close()

        run(whole())

    return played


@pytest.fixture
def for_real(run: Callable[[Coroutine[Any, Any, Any]], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ForReal:
    """Plays stories over the real door; the passphrase of its sealed file is in a file, as on a server."""
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("only for this test")
    passphrase.chmod(0o600)
    monkeypatch.setenv("HOLDFAST_VAULT_PASSPHRASE_FILE", str(passphrase))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    return ForReal(run, tmp_path)
