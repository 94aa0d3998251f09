"""What every test runs under: a home of its own, no inherited credentials, no bus of the system, quick Hypothesis."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.support.mariadb import MariaDb

settings.register_profile("quick", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thousand", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", deadline=None, max_examples=5000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


# a shell starts what it puts into the background with Ctrl+C ignored, and every program started from there inherits that
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the home, the keyring or the credentials of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in (
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "HOLDFAST_HOME",
        "RESTIC_PASSWORD",
        "RESTIC_REPOSITORY",
    ):
        monkeypatch.delenv(name, raising=False)
    # the battery and the network of whoever runs the tests are no part of them
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={home}/no-bus")
    for name in list(os.environ):
        if name.startswith("AWS_"):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _own_umask() -> Iterator[None]:
    """A home that is opened in this process makes all that it writes private; the next test begins as ever."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture(autouse=True)
def _no_memory_of_credentials() -> None:
    """A process counts the requests of a credential over an hour and knows what became of renewed tokens; a test begins anew."""
    if registry := sys.modules.get("holdfast.providers.registry"):
        registry._budgets.clear()
    if renewing := sys.modules.get("holdfast.worker.network_renewing"):
        renewing._became.clear()
        renewing._turns.clear()


@pytest.fixture(scope="session")
def mariadb() -> Iterator[MariaDb]:
    """A real MariaDB, the one of this test process; every test that needs one makes databases of its own in it."""
    from tests.support.mariadb import MariaDb

    server = MariaDb()
    yield server
    server.close()
