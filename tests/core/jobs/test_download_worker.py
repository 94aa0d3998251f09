"""Downloads in processes of their own: they share one limit, go on after a kill, and are told no before anything is written."""

from __future__ import annotations

import asyncio
import os
import signal
import time
import zipfile
from pathlib import Path

import pytest

from holdfast.jobs.messages import Called, DownloadFromSite, Finished
from holdfast.worker.asking_up import sharing
from tests.core.jobs.test_network_worker import _from_the_checkout as _from_the_checkout
from tests.core.jobs.test_network_worker import access, all_of, children, end_of, on_a_loop, runner, until
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.safeguard import FakeSafeGuard

SIZE = 2_000_000


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A backup with a database, a wp-config and 2 MB that cannot be packed."""
    path = tmp_path / "large.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("database.sql", "CREATE TABLE `wp_posts` (id int);\n-- Dump completed on 2026-11-20 12:00:00\n")
        archive.writestr("wp-config.php", "<?php define('DB_NAME', 'x');")
        archive.writestr("wp-content/uploads/noise.bin", os.urandom(SIZE))
    return path


def request_for(site: FakeBackupCopilot, job: str, to: Path, large: Path, limit: int = 0) -> DownloadFromSite:
    one = site.add_backup()
    one.archive = large
    return DownloadFromSite(job=job, site=job, access=access(site), backup=one.uuid, to=os.fspath(to), limit=limit)


def test_two_downloads_share_the_limit(tmp_path: Path, large: Path) -> None:
    """The limit is for the program: two at once take as long as one after the other."""

    async def story() -> None:
        with FakeBackupCopilot() as site:
            async with runner() as one:
                began = time.monotonic()
                ends = await asyncio.gather(
                    *(end_of(one.start(request_for(site, f"d{n}", tmp_path / f"{n}.zip", large, limit=1500))) for n in range(2))
                )
                assert [end.outcome for end in ends] == ["success", "success"], ends
                assert time.monotonic() - began > 2 * SIZE / 1500 / 1024 * 0.85

    on_a_loop(story)


def test_a_program_without_processes_shares_it_too() -> None:
    with sharing() as among:
        assert among() == 1
        with sharing() as also:
            assert (among(), also()) == (2, 2)
        assert among() == 1


def test_a_killed_download_goes_on_where_it_stopped(tmp_path: Path, large: Path) -> None:
    """K, A5: the process that moves the bytes is killed with -9; the next run asks for the rest only, and the file is whole."""

    async def story() -> None:
        before = set(children())
        to = tmp_path / "there.zip"
        with FakeBackupCopilot() as site:
            request = request_for(site, "d", to, large, limit=1000)
            async with runner() as one:
                run = asyncio.create_task(end_of(one.start(request)))
                part = tmp_path / "there.zip.part"
                await until(lambda: part.exists() and part.stat().st_size > SIZE // 3)
                mover = max(set(children()) - before, key=lambda pid: sum(int(n) for n in io_of(pid)))
                os.kill(mover, signal.SIGKILL)
                end = await run
                assert end.failure is not None
                assert end.failure.code == "WORKER-DIED"
                assert not to.exists()
                again = DownloadFromSite(job="e", site="d", access=request.access, backup=request.backup, to=request.to)
                events = await all_of(one.start(again))
        last = events[-1]
        assert isinstance(last, Finished)
        assert last.outcome == "success", last.failure
        assert last.result["resumed_from"] >= SIZE // 3
        assert to.read_bytes() == large.read_bytes()
        assert not part.exists()
        assert any(isinstance(event, Called) and event.job == "e" for event in events)

    on_a_loop(story)


def io_of(pid: int) -> list[str]:
    """What it has written to files and pipes, in bytes."""
    return [line.split()[1] for line in Path(f"/proc/{pid}/io").read_text().splitlines() if line.startswith("wchar")]


def test_a_site_that_cannot_be_downloaded_from_leaves_nothing(tmp_path: Path) -> None:
    """The refusal comes with its reason, and no half file stays."""

    async def story() -> None:
        with FakeSafeGuard() as site:
            one = site.add_backup()
            where = access(site)  # type: ignore[arg-type]  # any fake of a site has a root
            where = type(where)(system="safeguard", url=where.url, sign_in=type(where.sign_in)(user="root", secret=where.sign_in.secret))
            request = DownloadFromSite(job="d", access=where, backup=one.id, to=os.fspath(tmp_path / "x" / "y.zip"))
            async with runner() as made:
                end = await end_of(made.start(request))
        assert end.failure is not None
        assert end.failure.kind == "unsupported"
        assert not (tmp_path / "x").exists()

    on_a_loop(story)
