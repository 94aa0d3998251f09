"""The door's side of several sites at once: all are looked at together, then added one after another, each with its own state."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from holdfast.errors import HoldfastError, as_failure
from holdfast_desktop.dialogs.sign_in import NewSignIn, SignInAgain
from holdfast_desktop.dialogs.wizard.choices import NewSite, SignInChoice, Template
from holdfast_desktop.dialogs.wizard.many import ManyStep
from holdfast_desktop.event_loop import in_thread, is_there
from holdfast_desktop.models.new_sites import NewRow
from holdfast_desktop.models.site_lists import LARGEST, read_list
from holdfast_desktop.pages.adding import Adding
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.signing_in import tried
from holdfast_desktop.wording import services
from holdfast_desktop.wording.site_errors import site_failure_words
from holdfast_desktop.wording.tr import tr

AT_ONCE = 6
"""Sites that are looked at together."""


class AddingMany:
    """`done(back_up_now)` when every row was added."""

    def __init__(self, desk: Desk, step: ManyStep, adding: Adding, done: Callable[[bool], object]) -> None:
        self._desk, self._step, self._adding, self._done = desk, step, adding, done
        self._template: Template | None = None
        self._given: dict[str, SignInChoice] = {}
        """What a person said about a row, by its key."""
        self._run: asyncio.Task[Any] | None = None
        self._one: asyncio.Task[Any] | None = None
        step.look_wanted.connect(self._look)
        step.add_wanted.connect(lambda keys: self._begin(list(keys)))
        step.sign_in_wanted.connect(self._ask_sign_in)
        step.skipped.connect(self._skip)

    def stop(self) -> None:
        for task in (self._one, self._run):
            if task is not None and not task.done():
                task.cancel()

    def backs_up(self) -> bool:
        """Whether what was added shall be backed up at once."""
        return self._template is not None and self._template.back_up_now

    # finding out

    def read_file(self, path: str) -> None:
        def read() -> str:
            raw = Path(path).read_bytes()[:LARGEST]
            return raw.decode("utf-8-sig", errors="replace") if b"\0" not in raw[:200] else raw.decode("utf-16", errors="replace")

        def got(text: str) -> None:
            self._step.add_sites(read_list(text))

        self._desk.tasks.start(in_thread(read), got, None, self._step)

    def _look(self, keys: Sequence[str]) -> None:
        async def all_of_them() -> None:
            few = asyncio.Semaphore(AT_ONCE)

            async def one(key: str) -> None:
                async with few:
                    await self._find_out(key)

            await asyncio.gather(*(one(key) for key in keys))

        for key in keys:
            self._step.model.change(key, state="looking", words=tr("Looking…"))
        self._desk.tasks.start(all_of_them(), None, None, self._step)

    async def _find_out(self, key: str) -> None:
        row = next((one for one in self._step.model.rows if one.site.key() == key), None)
        if row is None:
            return

        def reached(_: str) -> None:
            if is_there(self._step):
                self._step.model.change(key, words=tr("It answers. Looking for a backup plugin…"))

        try:
            if row.is_folder():
                facts = await self._desk.app.sites.inspect_folder(row.site.path)
                what = tr("WordPress {version}", version=facts.version).strip() if facts.kind == "wordpress" else tr("a folder of files")
                changes: dict[str, Any] = {"state": "found", "what": what, "words": tr("Can be added")}
            else:
                changes = _found(row, await self._desk.app.sites.network.detect(row.site.url, reached=reached))
        except HoldfastError as error:
            changes = {"state": "unknown", "words": site_failure_words(as_failure(error), row.where(), known=False).title}
        if is_there(self._step):
            self._step.model.change(key, **changes)

    # adding

    def begin(self, template: Template) -> None:
        self._template = template
        self._begin([row.site.key() for row in self._step.to_add()])

    def _begin(self, keys: Sequence[str]) -> None:
        if self._run is not None and not self._run.done():
            return

        async def all_of_them() -> None:
            for key in keys:
                self._one = asyncio.ensure_future(self._add(key))
                try:
                    await self._one
                except asyncio.CancelledError:
                    current = asyncio.current_task()
                    if current is not None and current.cancelling():
                        raise
                    if is_there(self._step):
                        self._step.model.change(key, state="skipped", words=tr("Not added yet"))
            self._ended()

        self._run = self._desk.tasks.start(all_of_them(), None, None, self._step)

    def _ended(self) -> None:
        self._desk.refresh()
        rows = self._step.model.having("failed", "skipped", "found", "approval", "adding") if is_there(self._step) else []
        if not rows and self._template is not None:
            self._done(self._template.back_up_now)

    async def _add(self, key: str) -> None:
        row = next((one for one in self._step.model.rows if one.site.key() == key), None)
        template = self._template
        if row is None or template is None:
            return
        choice = self._given.get(key) or _choice(row)
        if not row.is_folder() and choice is None:
            self._step.model.change(key, state="failed", words=tr("Needs a password or key: choose the row, then “Sign in…”"))
            return
        waiting = choice is not None and services.by_browser(choice.way)
        words = tr("Approve it in the browser…") if waiting else tr("Adding…")
        self._step.model.change(key, state="approval" if waiting else "adding", words=words)
        try:
            brought = await tried(self._desk, choice) if choice is not None else None
            site = NewSite(row.name, "folder", row.site.path) if choice is None else NewSite(row.name, "service", sign_in=choice)
            await self._adding.add(site, template, brought)
        except HoldfastError as error:
            said = site_failure_words(as_failure(error), row.name, known=False)
            self._step.model.change(key, state="failed", words=f"{said.title}. {said.body}".replace("..", "."))
        else:
            self._step.model.change(key, state="added", words=tr("Added"))

    def _skip(self) -> None:
        if self._one is not None and not self._one.done():
            self._one.cancel()

    def _ask_sign_in(self, key: str) -> None:
        row = next((one for one in self._step.model.rows if one.site.key() == key), None)
        if row is None:
            return
        dialog = SignInAgain(row.name, row.system, row.site.user, self._step.window())

        def submitted(said: NewSignIn) -> None:
            self._given[key] = SignInChoice(row.system, _url(row), said.way, "", said.user, said.secret)
            dialog.accept()
            self._begin([key])

        dialog.submitted.connect(submitted)
        dialog.open()


def _found(row: NewRow, found: Any) -> dict[str, Any]:
    """What detection told, as the state of the row."""
    ready = [str(one["system"]) for one in found.get("systems", ()) if one.get("ready")]
    if row.site.system in ready:
        ready = [row.site.system]
    there = [str(one["system"]) for one in found.get("systems", ()) if one.get("why") != "PLUGIN-MISSING"]
    if not ready:
        words = tr("{system} is there, but it cannot be signed in to", system=", ".join(services.system_label(one) for one in there))
        return {"state": "unknown", "words": words}
    way = "application-password" if row.site.secret else next(iter(services.ways_of(ready[0], found.get("sign_in", ()))), "")
    how = tr("To approve in the browser") if way == "browser" else tr("With the list’s password")
    if not row.site.secret and way != "browser":
        how = tr("Needs a password or key")
    return {"state": "found", "what": services.system_label(ready[0]), "system": ready[0], "found": found, "way": way, "words": how}


def _choice(row: NewRow) -> SignInChoice | None:
    """How this row is signed in by itself; None for a folder, and where somebody has to say."""
    if row.is_folder():
        return None
    if row.site.secret:
        way = {"general-bots": "api-key" if not row.site.user else "login"}.get(row.system, row.way)
        return SignInChoice(row.system, _url(row), way, "", row.site.user, row.site.secret)
    return SignInChoice(row.system, _url(row), row.way) if row.way == "browser" else None


def _url(row: NewRow) -> str:
    return str(row.found.get("root") or row.site.url)
