"""A cheap look at servers: who is reached, who is not and why, and who answers in the place of another. Nothing is asked of anybody."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from holdfast.cancellation import never
from holdfast.jobs.messages import Reach, ReachTarget
from holdfast.progress import SILENT
from holdfast.worker import network_reaching, perform
from holdfast.worker.network_reaching import reach
from tests.support.certificates import Authority
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.server import FakeServer


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.mark.parametrize(
    ("name", "expired", "self_signed", "word"),
    [
        ("127.0.0.1", False, False, "yes"),
        ("127.0.0.1", True, False, "yes"),  # the right server: the run says what is wrong with it
        ("portal.hotel.example", False, False, "stranger"),
        ("127.0.0.1", False, True, "stranger"),
    ],
)
def test_the_certificate_says_who_answers(authority: Authority, name: str, expired: bool, self_signed: bool, word: str) -> None:
    with FakeServer(tls=authority.server(name, expired=expired, self_signed=self_signed), clock=SimulatedClock()) as server:
        assert asyncio.run(reach(server.url, authority.ca_file)) == word
        assert server.log == []  # nothing was asked


def test_one_of_an_unknown_authority_is_a_stranger(authority: Authority) -> None:
    with FakeServer(tls=authority.server(), clock=SimulatedClock()) as server:
        assert asyncio.run(reach(server.url)) == "stranger"


def test_an_unusable_file_of_authorities_is_for_the_run_to_tell(tmp_path: Path) -> None:
    assert asyncio.run(reach("https://127.0.0.1:1", str(tmp_path / "none"))) == "yes"


def test_what_is_no_tls_is_a_stranger() -> None:
    @asynccontextmanager
    async def plain() -> AsyncIterator[int]:
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"HTTP/1.0 302 Found\r\nLocation: http://portal.example/\r\n\r\n")
            writer.close()

        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        async with server:
            yield server.sockets[0].getsockname()[1]

    async def story() -> tuple[str, str]:
        async with plain() as port:
            return await reach(f"https://127.0.0.1:{port}"), await reach(f"http://127.0.0.1:{port}")

    assert asyncio.run(story()) == ("stranger", "yes")


def test_one_that_takes_the_connection_and_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_reaching, "SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        assert asyncio.run(reach(f"https://127.0.0.1:{mute.getsockname()[1]}")) == "silent"


def test_all_are_looked_at_at_once_by_the_network_workers_verb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_reaching, "SECONDS", 5.0)
    with socket.create_server(("127.0.0.1", 0)) as here, socket.create_server(("127.0.0.1", 0)) as gone:
        ports = here.getsockname()[1], gone.getsockname()[1]
        gone.close()
        targets = (f"http://127.0.0.1:{ports[0]}", f"http://127.0.0.1:{ports[1]}", "https://shop.invalid", "https://", "https://x:port")
        told = perform(Reach(job="1", targets=tuple(ReachTarget(one) for one in targets)), SILENT, never())
    assert isinstance(told, dict)
    assert told["reached"][targets[0]] == "yes"
    assert told["reached"][targets[1]] == "refused"
    assert told["reached"][targets[2]] == "no-name"
    assert told["reached"][targets[3]] == told["reached"][targets[4]] == "unreachable"
