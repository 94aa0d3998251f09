"""Downloads that go on where they stopped, over real HTTP on loopback and over a simulated line."""

from __future__ import annotations

import asyncio
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from holdfast.cancellation import Cancellation
from holdfast.engine import fetching
from holdfast.engine.fetching import Bandwidth, Downloaded, download
from holdfast.engine.fetching_names import numbered, safe_name
from holdfast.engine.fetching_partial import Partial
from holdfast.errors import Busy, Cancelled, Damaged, HoldfastError, NetworkError, NoSpace, NotFound, RemoteError
from holdfast.progress import Progress, Retry, Totals
from holdfast.providers.base import Link
from holdfast.sources.archive_check import check_archive
from tests.core.archives.simulated_line import SimulatedLine, SimulatedTime
from tests.support.archive_samples import make_zip
from tests.support.fakes.server import FakeServer, Reply, Request, route, serve_file

CONTENT = b"PK\3\4" + os.urandom(3_000_000)
OTHER = b"PK\3\4" + os.urandom(3_000_000)


class FakeDownloads(FakeServer):
    """One file behind links that can die; with or without ETag."""

    def __init__(self) -> None:
        super().__init__()
        self.content, self.etag, self.ranges, self.valid = CONTENT, '"one"', True, "1"
        self.headers: dict[str, str] = {}

    @route("GET", "/files/{token}")
    def file(self, request: Request) -> Reply:
        if request.names["token"] != self.valid:
            return Reply.of({"code": "expired", "message": "This link has expired."}, 403)
        reply = serve_file(request, self.content, "application/zip", etag=self.etag, ranges=self.ranges)
        reply.headers |= self.headers
        return reply


@pytest.fixture
def server() -> Iterator[FakeDownloads]:
    with FakeDownloads() as server:
        yield server


class Scene:
    def __init__(self, server: FakeDownloads, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.links: list[str] = []
        self.time = SimulatedTime()

    async def renew(self) -> Link:
        self.links.append(self.server.valid)
        return Link(f"{self.server.url}/files/{self.server.valid}?signature=planted-secret")

    def run(self, **options: Any) -> Downloaded:
        values: dict[str, Any] = {"base": self.server.url, "identity": "backup-1", "clock": self.time, **options}
        name = values.pop("name", "shop.zip")
        return asyncio.run(download(values.pop("renew", self.renew), self.folder, name, **values))

    def left(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def scene(server: FakeDownloads, tmp_path: Path) -> Scene:
    return Scene(server, tmp_path)


def test_a_download_is_whole_private_and_sends_no_credential(scene: Scene) -> None:
    done = scene.run()
    assert done.path.read_bytes() == CONTENT
    assert (done.size, done.received, done.connections, done.resumed_from) == (len(CONTENT), len(CONTENT), 1, 0)
    assert stat.S_IMODE(done.path.stat().st_mode) == 0o600
    assert scene.left() == ["shop.zip"]
    (request,) = scene.server.log
    assert not {"authorization", "cookie", "x-api-key", "range"} & {name.lower() for name in request.headers}


def test_a_cut_line_goes_on_where_it_stopped(scene: Scene) -> None:
    """A5"""
    scene.server.switch_on("truncated", times=3, at=700_000)
    done = scene.run()
    assert done.path.read_bytes() == CONTENT
    assert done.connections == 4
    assert done.received == len(CONTENT)
    assert {one.headers["if-range"] for one in scene.server.log[1:]} == {'"one"'}


def test_a_pause_is_told_until_bytes_come_again(scene: Scene) -> None:
    """How long, which try, why; and no more of it once the server sends."""

    class Heard(Progress):
        def __init__(self) -> None:
            self.said: list[Retry | int | None] = []

        def totals(self, totals: Totals) -> None:
            self.said.append(totals.bytes_done)

        def retrying(self, retry: Retry | None) -> None:
            self.said.append(retry)

    heard = Heard()
    scene.server.switch_on("status", times=2, status=503, headers={"Retry-After": "90"})
    scene.run(progress=heard)
    told = [one for one in heard.said if isinstance(one, Retry)]
    assert [(one.seconds, one.attempt) for one in told] == [(90.0, 2), (90.0, 3)]
    assert {one.code for one in told} == {"SITE-5XX"}
    assert not any("planted-secret" in one.message for one in told)
    assert None in heard.said[: heard.said.index(next(one for one in heard.said if isinstance(one, int) and one))]


def test_it_goes_on_after_a_restart_of_the_program(scene: Scene) -> None:
    scene.server.switch_on("truncated", at=1_000_000)
    scene.server.switch_on("status", times=100, status=503)
    with pytest.raises(HoldfastError):
        scene.run()
    assert scene.left() == ["shop.zip.part", "shop.zip.part.json"]
    assert stat.S_IMODE((scene.folder / "shop.zip.part").stat().st_mode) == 0o600
    scene.server.switch_off()
    done = scene.run()
    assert done.path.read_bytes() == CONTENT
    assert done.resumed_from == len(CONTENT) - done.received > 900_000


@pytest.mark.parametrize("change", ["etag", "identity", "weak"])
def test_a_half_file_of_something_else_is_not_gone_on_with(scene: Scene, change: str) -> None:
    """A5: resume only if the ETag is the same."""
    if change == "weak":
        scene.server.etag = 'W/"one"'
    scene.server.switch_on("truncated", at=1_000_000)
    scene.server.switch_on("status", times=100, status=503)
    with pytest.raises(HoldfastError):
        scene.run()
    scene.server.switch_off()
    scene.server.content = OTHER
    if change == "etag":
        scene.server.etag = '"two"'
    done = scene.run(identity="backup-2" if change == "identity" else "backup-1")
    assert done.path.read_bytes() == OTHER


def test_a_file_that_changes_while_it_is_downloaded_is_started_again(scene: Scene) -> None:
    """A5"""
    scene.server.switch_on("truncated", at=1_000_000)

    class Changing(Progress):
        def totals(self, totals: Totals) -> None:
            if totals.bytes_done >= 1_000_000:
                scene.server.content, scene.server.etag = OTHER, '"two"'

    assert scene.run(progress=Changing()).path.read_bytes() == OTHER


def test_a_server_that_cannot_continue_is_given_up_at_some_time(scene: Scene) -> None:
    scene.server.etag, scene.server.ranges = 'W/"x"', False
    scene.server.switch_on("truncated", times=100, at=1_000_000)
    with pytest.raises(RemoteError) as caught:
        scene.run()
    assert caught.value.code == "DOWNLOAD-CHANGED"


@pytest.mark.parametrize("wrong", ["bytes 5-10/3000004", "bytes 0-3000003/3000004", "bytes 1000000-3000003/4000000", "junk", ""])
def test_another_piece_than_was_asked_for_is_never_put_in(scene: Scene, wrong: str) -> None:
    """A5"""
    scene.server.switch_on("truncated", at=1_000_000)
    scene.server.switch_on("headers", headers={"Content-Range": wrong})
    done = scene.run()
    assert done.path.read_bytes() == CONTENT


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_dead_link_is_renewed_and_the_download_goes_on(scene: Scene, status: int) -> None:
    scene.server.switch_on("truncated", at=1_000_000)
    scene.server.switch_on("status", status=status)
    done = scene.run()
    assert done.path.read_bytes() == CONTENT
    assert done.received == len(CONTENT)
    assert len(scene.links) == 2


def test_a_site_that_has_no_link_yet_is_asked_again_after_a_while(scene: Scene) -> None:
    asked = 0

    async def renew() -> Link:
        nonlocal asked
        asked += 1
        if asked < 3:
            raise Busy("The archive is being made.", retry_after=30)
        return await scene.renew()

    assert scene.run(renew=renew).path.read_bytes() == CONTENT
    assert scene.time.seconds >= 60


def test_links_that_are_all_dead_end_in_an_error_without_the_address(scene: Scene) -> None:
    scene.server.switch_on("status", times=100, status=403)
    with pytest.raises(HoldfastError) as caught:
        scene.run()
    assert len(scene.links) == 4
    assert "planted-secret" not in repr(caught.value.failure()) and "/files/" not in repr(caught.value.failure())
    assert scene.left() == []


def test_pages_in_place_of_the_file_are_refused(scene: Scene) -> None:
    scene.server.switch_on("body", body=b"<html>Log in</html>", type="text/html")
    with pytest.raises(RemoteError) as caught:
        scene.run()
    assert caught.value.code == "NOT-ARCHIVE"


def test_servers_are_given_the_time_that_they_ask_for(scene: Scene) -> None:
    scene.server.switch_on("status", times=2, status=503, headers={"Retry-After": "120"})
    scene.run()
    assert scene.time.seconds >= 240


def test_redirects_are_followed_by_hand(scene: Scene) -> None:
    scene.server.switch_on("redirect", to=f"{scene.server.url}/files/1", status=302)
    assert scene.run().path.read_bytes() == CONTENT
    scene.server.switch_on("redirect", times=50, to=f"{scene.server.url}/files/1", status=302)
    with pytest.raises(RemoteError):
        scene.run(name="other.zip")


@pytest.mark.parametrize("url", ["http://example.org/x", "ftp://example.org/x", "file:///etc/passwd", "https://user:pw@example.org/x", ""])
def test_unsafe_addresses_are_refused(scene: Scene, url: str) -> None:
    async def renew() -> Link:
        return Link(url)

    with pytest.raises(RemoteError) as caught:
        scene.run(renew=renew, base="https://example.org")
    assert caught.value.code == "BAD-LINK"


def test_a_site_on_the_internet_may_not_send_into_the_local_network(scene: Scene) -> None:
    async def renew() -> Link:
        return Link("https://127.0.0.1:9/x")

    with pytest.raises(RemoteError) as caught:
        scene.run(renew=renew, base="https://192.0.32.10")
    assert caught.value.code == "BAD-LINK"


def test_a_credential_goes_to_the_sites_own_origin_only(scene: Scene) -> None:
    async def renew() -> Link:
        return Link(f"{scene.server.url}/files/1", signed_in=True)

    def sign(_link: Link) -> dict[str, str]:
        return {"X-Api-Key": "k"}

    scene.run(renew=renew, sign=sign)
    assert scene.server.log[-1].headers["x-api-key"] == "k"
    scene.run(renew=renew, sign=sign, base="http://127.0.0.1:1")
    assert "x-api-key" not in scene.server.log[-1].headers
    scene.run(sign=sign)
    assert "x-api-key" not in scene.server.log[-1].headers


def test_a_download_stops_when_asked_and_keeps_what_came(scene: Scene) -> None:
    cancelled = Cancellation()
    scene.server.switch_on("slow", pace=0.02)

    class Stopping(Bandwidth):
        async def take(self, size: int) -> None:
            cancelled.cancel()

    with pytest.raises(Cancelled):
        scene.run(cancelled=cancelled, bandwidth=Stopping(0), clock=None)
    assert "shop.zip.part" in scene.left()
    assert scene.run().path.read_bytes() == CONTENT


def test_a_server_that_hangs_does_not_hold_up_a_stop(scene: Scene) -> None:
    scene.server.switch_on("hang")
    cancelled = Cancellation()

    async def both() -> None:
        asyncio.get_running_loop().call_later(0.2, cancelled.cancel)
        await download(scene.renew, scene.folder, "shop.zip", base=scene.server.url, cancelled=cancelled)

    with pytest.raises(Cancelled):
        asyncio.run(both())
    assert scene.left() == []


def test_space_is_checked_first(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """N4"""
    monkeypatch.setattr(fetching, "free_space", lambda _folder: 1 << 20)
    with pytest.raises(NoSpace) as caught:
        scene.run()
    assert (caught.value.code, caught.value.details["needed"]) == ("SPACE-LOCAL", len(CONTENT))
    assert scene.left() == []


def test_a_disk_that_fills_up_keeps_what_came(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """N4"""
    write = os.pwritev

    def full(file: int, data: Any, at: int) -> int:
        if at + sum(map(len, data)) > 1_500_000:
            raise OSError(28, "No space left on device")
        return write(file, data, at)

    monkeypatch.setattr(os, "pwritev", full)
    with pytest.raises(NoSpace):
        scene.run()
    assert 0 < (scene.folder / "shop.zip.part").stat().st_size < 1_500_000
    monkeypatch.undo()
    assert scene.run().path.read_bytes() == CONTENT


def test_a_whole_download_that_is_damaged_never_gets_its_name(scene: Scene) -> None:
    """A5"""
    with pytest.raises(Damaged):
        scene.run(check=check_archive)
    assert scene.left() == []


def test_a_good_archive_comes_with_its_verdict(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> None:
    scene.server.content = make_zip(tmp_path_factory.mktemp("made") / "a.zip").read_bytes()
    done = scene.run(check=check_archive)
    assert done.verdict is not None and done.verdict.state == "good"


def test_a_name_that_is_taken_is_not_taken_away(scene: Scene) -> None:
    (scene.folder / "shop.zip").write_bytes(b"mine")
    assert scene.run().path.name == "shop (2).zip"
    assert (scene.folder / "shop.zip").read_bytes() == b"mine"


def test_the_half_file_is_one_programs_and_never_a_link(tmp_path: Path) -> None:
    first = Partial(tmp_path, "a.zip", "")
    with pytest.raises(Busy):
        Partial(tmp_path, "a.zip", "")
    first.close()
    (tmp_path / "b.zip.part").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(HoldfastError):
        Partial(tmp_path, "b.zip", "")
    assert not (tmp_path / "elsewhere").exists()
    with pytest.raises(NotFound):
        Partial(tmp_path / "nowhere", "a.zip", "")


def test_the_cap_spaces_all_downloads_together() -> None:
    time = SimulatedTime()
    bandwidth = Bandwidth(1000, time)

    async def two() -> None:
        await asyncio.gather(*[bandwidth.take(500) for _ in range(20)])

    asyncio.run(two())
    assert time.seconds >= 10


@pytest.mark.parametrize("silent", [False, True])
def test_a_line_that_is_cut_every_two_minutes(tmp_path: Path, silent: bool) -> None:
    """2 Mbit/s, 300 ms, cut every 2 minutes: 85 % of the line, at most 2 % sent twice. In simulated time."""
    content = os.urandom(1 << 20) * 180
    line = SimulatedLine(content, 250_000, 0.3, 120, silent=silent)

    async def renew() -> Link:
        return Link("https://example.org/x")

    done = asyncio.run(download(renew, tmp_path, "x.zip", base="https://example.org", transport=line, clock=line.time))
    assert hashlib.sha256(done.path.read_bytes()).digest() == hashlib.sha256(content).digest()
    assert line.connections >= 6
    goodput = len(content) / line.time.seconds / line.rate
    assert goodput >= 0.85, goodput
    assert line.sent - len(content) <= 0.02 * len(content)


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("shop.zip", "shop.zip"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\system32\\evil.zip", "evil.zip"),
        ("..", "backup"),
        ("", "backup"),
        ("/", "backup"),
        (".bashrc", "bashrc"),
        ("a\0b\n\x1b[2J.zip", "ab[2J.zip"),
        ("evil\u202egpj.zip", "evilgpj.zip"),
        ("CON.zip", "_CON.zip"),
        ("-rf.zip", "_-rf.zip"),
        ('a<b>:"|?*.zip', "a_b______.zip"),
        ("shop.zip. . ", "shop.zip"),
        ("shop.zip.part", "shop.zip"),
        ("shop.zip.part.json.part", "shop.zip"),
        ("Größe.zip", "Größe.zip"),
        ("\ud800.zip", "?.zip".replace("?", "_")),
    ],
)
def test_names_are_made_harmless(given: str, safe: str) -> None:
    assert safe_name(given) == safe


def test_long_names_keep_their_ending() -> None:
    name = safe_name("ü" * 300 + ".tar.gz")
    assert name.endswith("ü.tar.gz") and len(name.encode()) <= 180
    assert numbered("a.tar.gz", 3) == "a (3).tar.gz" and numbered("a", 2) == "a (2)"


def test_a_refused_connection_is_tried_for_a_while(tmp_path: Path) -> None:
    async def renew() -> Link:
        return Link("http://127.0.0.1:9/x")

    time = SimulatedTime()
    with pytest.raises(NetworkError):
        asyncio.run(download(renew, tmp_path, "x.zip", base="http://127.0.0.1:9", clock=time))
    assert time.seconds > 30 and list(tmp_path.iterdir()) == []
