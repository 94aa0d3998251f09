"""`Holdfast`: the one door for window, tray, terminal and clock.

::

    app = Holdfast(home, runner=ProcessRunner())          # window;  InProcessRunner(holdfast.worker.perform) in the terminal
    async with app:
        await app.storages.add("disk", "/media/disk/backups")
        await app.sites.add("shop", path="/srv/shop", storage="disk")
        job = await app.backups.create(["shop"])
        async for event in job:                            # Started, Progressed…, Noted…, Finished
            ...
        finished = await job.result()                      # the same Finished, as often as you like

All methods are coroutines. Those that may take long hand out a `JobHandle`; all others answer soon or raise a `HoldfastError`
(cancel the task to give up waiting). They may be awaited on an event loop, or driven without one by `drive` (a terminal saves the
import of asyncio). Nothing here blocks the caller's thread on a loop: SQLite and the keyring work in threads with a time limit.
"""

from __future__ import annotations

from holdfast.app.browser_sign_in import BrowserSignIn
from holdfast.app.door import Holdfast
from holdfast.app.handles import JobHandle
from holdfast.app.schedule_views import NextRun, ScheduleView
from holdfast.app.views import (
    AccountView,
    AuditEntry,
    DayMark,
    FileVersion,
    FileView,
    FolderFacts,
    FoundFile,
    KeyView,
    Page,
    ReportLine,
    SiteView,
    SizePoint,
    StatusView,
    StorageAdded,
    StorageReport,
    StorageView,
)
from holdfast.jobs.waiting import drive

__all__ = [
    "AccountView",
    "AuditEntry", "BrowserSignIn", "DayMark",
    "FileVersion", "FileView", "FolderFacts", "FoundFile", "Holdfast", "JobHandle", "KeyView", "Page",
    "NextRun", "ScheduleView", "SiteView", "SizePoint",
    "StatusView", "StorageAdded", "StorageReport", "StorageView", "ReportLine", "drive",
]  # fmt: skip
