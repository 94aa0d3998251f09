"""How soon the files of a backup of 100,000 files are there, and what they cost in memory: a real backup through the real door.

``python -m tests.benchmarks.window_files [FOLDER]`` makes a site of 100,000 files (60,000 in folders of years and months, 30,000 in one
folder, the rest in plugins), backs it up once, and measures with the window off screen, warm, the median of five: from choosing the
backup to its first rows painted, opening the biggest folder, its next piece, a search over all backups. FOLDER is kept and used again.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from PySide6.QtWidgets import QApplication, QTreeView

from holdfast.app import Holdfast
from holdfast_desktop.event_loop import run
from holdfast_desktop.main_window import MainWindow
from holdfast_desktop.pages.backups import BackupsPage
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.widgets.file_tree import FileTree

MANY, BIG, ROUNDS = 100_000, 30_000, 5
SITE = "many"


def make_site(folder: Path) -> None:
    """100,000 files of a few bytes."""
    uploads = folder / "wp-content" / "uploads"
    for number in range(60_000):
        place = uploads / str(2017 + number % 10) / f"{number // 10 % 12 + 1:02d}"
        if number < 120:
            place.mkdir(parents=True, exist_ok=True)
        (place / f"picture-{number:05d}.jpg").write_bytes(b"%d" % number)
    big = folder / "wp-content" / "gallery"
    big.mkdir(parents=True)
    for number in range(BIG):
        (big / f"photo-{number:05d}.webp").write_bytes(b"%d" % number)
    for number in range(MANY - 60_000 - BIG):
        plugin = folder / "wp-content" / "plugins" / f"plugin-{number // 100:03d}"
        plugin.mkdir(parents=True, exist_ok=True)
        (plugin / f"class-{number:05d}.php").write_bytes(b"<?php // %d" % number)


async def prepare(door: Holdfast, folder: Path) -> None:
    if any(site.name == SITE for site in await door.sites.list()):
        return
    make_site(folder / "site")
    await door.storages.add("disk", str(folder / "storage"))
    await door.sites.add(SITE, path=folder / "site", storage="disk", database="none")
    began = time.perf_counter()
    await (await door.backups.create([SITE])).value()
    print(f"backed up {MANY:,} files in {time.perf_counter() - began:.1f} s")


async def until(true: Callable[[], bool]) -> None:
    while not true():
        await asyncio.sleep(0.002)


def used() -> int:
    """Bytes that only this process holds."""
    gc.collect()
    rows = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return 1024 * sum(int(row.split()[1]) for row in rows if row.startswith(("Private_Clean", "Private_Dirty")))


async def measure(door: Holdfast) -> int:
    desk = Desk(door)
    window = MainWindow(desk)
    window.show()
    desk.refresh()
    window.go("backups")
    page = window.pages["backups"]
    assert isinstance(page, BackupsPage)
    await until(lambda: page.list.view.model().rowCount() > 0)
    await asyncio.sleep(0.5)
    tree = page.findChild(FileTree)
    assert isinstance(tree, FileTree)
    view = tree.view
    await until(lambda: view.model().rowCount() > 0)
    told: dict[str, list[float]] = {}

    def note(what: str, seconds: float, before: int) -> None:
        told.setdefault(what, []).append(seconds)
        told.setdefault(what + " memory", []).append((used() - before) / 1e6)

    for _ in range(ROUNDS):
        page.list.view.clearSelection()
        await asyncio.sleep(0.3)
        before, began = used(), time.perf_counter()
        page.list.view.selectRow(0)
        await until(lambda: painted(view) > 0)
        note("first rows", time.perf_counter() - began, before)
        view.expand(view.model().index(0, 0))
        await until(lambda: view.model().rowCount(view.model().index(0, 0)) > 1)
        gallery = next(one for n in range(9) if (one := view.model().index(n, 0, view.model().index(0, 0))).data() == "gallery")
        before, began = used(), time.perf_counter()
        view.expand(gallery)
        await until(lambda gallery=gallery: view.model().rowCount(gallery) > 0)  # type: ignore[misc]  # bound now
        view.viewport().repaint()
        note(f"first rows of a folder of {BIG:,}", time.perf_counter() - began, before)
        rows, began = view.model().rowCount(gallery), time.perf_counter()
        view.scrollTo(view.model().index(rows - 1, 0, gallery))
        await until(lambda gallery=gallery, rows=rows: view.model().rowCount(gallery) > rows)  # type: ignore[misc]  # bound now
        told.setdefault("its next rows", []).append(time.perf_counter() - began)
        began = time.perf_counter()
        found = await door.backups.find("photo-2999")
        told.setdefault(f"a search ({len(found)} found)", []).append(time.perf_counter() - began)
    report(told)
    window.hide()
    await desk.close()
    return 0


def painted(view: QTreeView) -> int:
    """Rows that are there after everything was painted."""
    view.viewport().repaint()
    return view.model().rowCount()


def report(told: dict[str, list[float]]) -> None:
    for what, numbers in told.items():
        if not what.endswith(" memory"):
            more = told.get(what + " memory")
            memory = f", {median(more):5.1f} MB (worst {max(more):.1f})" if more else ""
            print(f"{what:34} {median(numbers) * 1000:6.0f} ms (worst {max(numbers) * 1000:.0f}){memory}")


async def whole(folder: Path) -> int:
    async with Holdfast(folder / "home") as door:
        await prepare(door, folder)
        return await measure(door)


def main() -> int:
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(prefix="holdfast-files-") as scratch:
        folder = (given or Path(scratch)).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        secret = folder / "passphrase"
        secret.write_text("only for this measurement")
        secret.chmod(0o600)
        os.environ["HOLDFAST_VAULT_PASSPHRASE_FILE"] = str(secret)
        return run(QApplication([]), whole(folder))


if __name__ == "__main__":
    raise SystemExit(main())
