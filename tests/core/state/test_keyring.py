"""Secrets in a real gnome-keyring, and what Holdfast says when it is locked, hangs, or is not there (X1)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.SecretService import Keyring as SecretServiceKeyring

from holdfast.app.home import Home
from holdfast.errors import Busy, HoldfastError
from holdfast.jobs.waiting import drive
from holdfast.secret import Secret
from holdfast.state.credentials.base import SecretName
from holdfast.state.credentials.choosing import open_credentials
from holdfast.state.credentials.keyring_store import KeyringStore, is_safe
from holdfast.state.paths import find_paths, home_facts, make_folders
from tests.support.keyring_service import KeyringService

# `keyring` leaves the connection of a call that failed to the garbage collector.
pytestmark = [
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

NAME = SecretName("0123-4567", "password", "disk")


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringService]:
    running = KeyringService(tmp_path / "keyring")
    for name, value in running.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("DISPLAY", raising=False)
    yield running
    running.close()


def the_store() -> KeyringStore:
    return KeyringStore(SecretServiceKeyring(), "holdfast test")  # type: ignore[no-untyped-call]  # the library's own


def test_a_secret_comes_back_as_it_was(service: KeyringService) -> None:
    store = the_store()
    store.put(NAME, Secret("pä$$ 'word'\n☃"))
    assert store.get(NAME) == Secret("pä$$ 'word'\n☃")
    store.remove(NAME)
    store.remove(NAME)
    assert store.get(NAME) is None


def test_people_find_an_item_by_its_name_and_a_rename_moves_it(service: KeyringService) -> None:
    store = the_store()
    store.put(NAME, Secret("one"))
    backend = SecretServiceKeyring()  # type: ignore[no-untyped-call]  # the library's own
    shown = backend.get_password("holdfast test", "disk · password")  # type: ignore[no-untyped-call]  # the library's own
    assert shown == "one"
    renamed = SecretName(NAME.id, "password", "big disk")
    store.rename(NAME, renamed)
    assert store.get(renamed) == Secret("one")
    assert store.get(NAME) is None


def test_long_secrets_are_split_where_the_system_has_a_limit(service: KeyringService) -> None:
    store = KeyringStore(SecretServiceKeyring(), "holdfast test", limit=100)  # type: ignore[no-untyped-call]  # the library's own
    long = Secret("k" * 950)
    store.put(NAME, long)
    assert store.get(NAME) == long
    store.put(NAME, Secret("short"))
    assert store.get(NAME) == Secret("short")
    backend = SecretServiceKeyring()  # type: ignore[no-untyped-call]  # the library's own
    assert backend.get_password("holdfast test", "disk · password [2]") is None  # type: ignore[no-untyped-call]  # the library's own


def test_x1_a_locked_keyring_is_busy_and_opens_again(service: KeyringService) -> None:
    store = the_store()
    store.put(NAME, Secret("one"))
    service.lock()
    with pytest.raises(Busy) as caught:
        store.get(NAME)
    assert caught.value.code == "KEY-LOCKED"
    service.kill()
    service.start()
    assert the_store().get(NAME) == Secret("one")


def test_x1_a_killed_keyring_is_busy(service: KeyringService) -> None:
    store = the_store()
    store.put(NAME, Secret("one"))
    service.kill()
    with pytest.raises(HoldfastError) as caught:
        store.get(NAME)
    assert caught.value.code == "KEY-LOCKED"


def test_x1_a_hanging_keyring_is_given_up_in_time(service: KeyringService, tmp_path: Path) -> None:
    home = Home(tmp_path / "home", None, None)
    make_folders(home.paths)
    drive(home.put_secret(NAME, Secret("one")))
    with service.hanging():
        began = time.monotonic()
        with pytest.raises(Busy) as caught:
            drive(home.secret_call(lambda store: store.get(NAME), seconds=0.5))
        assert time.monotonic() - began < 2
    assert caught.value.code == "KEY-LOCKED"
    assert home.secrets_locked is not None
    assert drive(home.secret_call(lambda store: store.get(NAME))) == Secret("one")
    assert home.secrets_locked is None


def test_the_store_is_chosen_once_per_home(service: KeyringService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A keyring that has gone is a locked store, never a silent change to another one."""
    paths = find_paths(tmp_path / "home")
    make_folders(paths)
    store = open_credentials(paths)
    assert store.description.startswith("keyring")
    assert home_facts(paths).secrets == "keyring"
    monkeypatch.setattr("holdfast.state.credentials.keyring_store.usable_backend", lambda: None)
    with pytest.raises(Busy) as caught:
        open_credentials(paths)
    assert caught.value.code == "KEY-LOCKED"


def test_without_a_keyring_a_home_uses_a_sealed_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    paths = find_paths(tmp_path / "home")
    make_folders(paths)
    assert open_credentials(paths).description == "sealed file"
    assert home_facts(paths).secrets == "vault"


class PlaintextKeyring(KeyringBackend):
    """Stands for `keyrings.alt.file.PlaintextKeyring`, which is refused by its class and module."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


def test_backends_that_keep_plain_text_are_refused() -> None:
    assert not is_safe(PlaintextKeyring)
    assert not is_safe(FailKeyring)
    encrypted = type("EncryptedKeyring", (PlaintextKeyring,), {"__module__": "keyrings.alt.file"})
    assert not is_safe(encrypted)
