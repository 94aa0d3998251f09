"""A MySQL or MariaDB database as a source: one run of the client's own dump program, split into files as it comes.

Complete or failed: the last line ``-- Dump completed`` and the program's exit code 0 are both seen before the last file is given. Nothing
is kept on disk, memory is a few megabytes whatever the size of a table. The layout is described in `holdfast.mysql.layout`.
"""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import IO

from holdfast.cancellation import Cancellation
from holdfast.mysql.access import Access
from holdfast.mysql.client import Client
from holdfast.mysql.layout import ROOT, Manifest, folder_name
from holdfast.mysql.option_file import child_environment, option_file
from holdfast.mysql.problems import problem
from holdfast.progress import SILENT, Progress
from holdfast.sources.base import Skipped
from holdfast.sources.databases.byte_feed import ByteFeed
from holdfast.sources.databases.dump_files import DumpFile, DumpSplitter
from holdfast.sources.databases.dump_plan import DumpPlan, make_plan
from holdfast.sources.databases.facts import DatabaseFacts, gather, tables
from holdfast.sources.databases.sql_scan import Window, truncated


class MySqlSource:
    """A `StreamSource`. The server is asked only when `files` or `estimate` is called."""

    def __init__(self, access: Access, *, progress: Progress = SILENT, cancelled: Cancellation | None = None) -> None:
        self.access = access
        self._progress = progress
        self._cancelled = cancelled
        self._facts: DatabaseFacts | None = None
        self._run: _DumpRun | None = None
        self.manifest: Manifest | None = None
        """Set when the last file has been given."""

    def estimate(self) -> int | None:
        """The server's own idea of the size; rows as text are about as large as their tables."""
        return self._known_facts().size()

    def files(self, skipped: Callable[[Skipped], None]) -> Iterator[DumpFile]:
        """See `StreamSource.files`. Raises AuthRejected, NotFound, NetworkError, Forbidden, RemoteError, Damaged, Cancelled."""
        facts = self._known_facts()
        plan = make_plan(self.access, facts, self._cancelled)
        self._tell_left_out(plan, skipped)
        self._run = run = _DumpRun(self.access, plan, self._cancelled)
        engines = {t.name: t.engine for t in facts.tables}
        splitter = DumpSplitter(Window(run.feed), self.access.database, time.time_ns(), engines)

        def manifest() -> Manifest:
            self._tell_changed(facts)
            self.manifest = Manifest(
                1, self.access.database, facts.character_set, facts.collation, facts.server,
                f"{plan.program.flavor} {'.'.join(map(str, plan.program.version))}",
                tuple(splitter.tables), tuple(splitter.views), plan.left_out,
            )  # fmt: skip
            return self.manifest

        yield from splitter.files(manifest)

    def close(self) -> None:
        if self._run is not None:
            self._run.close()
            self._run = None

    def _known_facts(self) -> DatabaseFacts:
        if self._facts is None:
            self._facts = gather(Client(self.access, self._cancelled))
        return self._facts

    def _tell_left_out(self, plan: DumpPlan, skipped: Callable[[Skipped], None]) -> None:
        folder = f"{ROOT.decode()}/{folder_name(self.access.database)}"
        for sentence in plan.left_out:
            skipped(Skipped(folder, "unreadable", sentence))

    def _tell_changed(self, before: DatabaseFacts) -> None:
        """Tables without transactions are only as good as nobody wrote to them meanwhile; the server's times tell."""
        unsafe = {t.name for t in before.unsafe_tables()}
        if not unsafe:
            return
        after = tables(Client(self.access))
        changed = [t.name for t in after if t.name in unsafe and (not t.changed_at or t.changed_at >= before.now) and t.rows]
        if changed:
            self._progress.remark(
                "DB-NOT-CONSISTENT",
                f"{len(changed)} tables of “{self.access.database}” use an engine without transactions"
                " and may have been written to while they were read.",
                tables=changed,
            )


class _DumpRun:
    """The running dump program: its output as a feed, its complaints kept."""

    def __init__(self, access: Access, plan: DumpPlan, cancelled: Cancellation | None) -> None:
        self._access = access
        self._held = ExitStack()
        argument, inherit = self._held.enter_context(option_file(access))
        self._process = subprocess.Popen(
            plan.command(argument, access.database),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=inherit, env=child_environment(),
        )  # fmt: skip
        assert self._process.stdout is not None  # noqa: S101 - it is a pipe
        assert self._process.stderr is not None  # noqa: S101 - it is a pipe
        self._said = _Complaints(self._process.stderr)
        self.feed = ByteFeed(self._process.stdout.fileno(), cancelled, self._require_success)

    def _require_success(self) -> None:
        """At the end of the output: raise unless the program ended well. So whoever reads never sees the end of a failed run."""
        try:
            code = self._process.wait(60)
        except subprocess.TimeoutExpired:
            raise truncated() from None
        if code != 0:
            raise problem(self._said.text(), self._access, doing=f"reading the database “{self._access.database}”")

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self.feed.close()
        self._said.text()
        for pipe in (self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()
        self._held.close()


class _Complaints:
    """Reads a program's standard error to its end, so that it never blocks, and keeps the last 16 KB."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._kept = b""
        self._thread = threading.Thread(target=self._read, name="dump-complaints", daemon=True)
        self._thread.start()

    def text(self) -> str:
        self._thread.join(5)
        return self._kept.decode("utf-8", "replace")

    def _read(self) -> None:
        while line := self._pipe.readline(4096):
            self._kept = (self._kept + line)[-16384:]
