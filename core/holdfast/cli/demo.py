"""`holdfast demo`: the whole story on a sample site. What it makes stays, to play with."""

from __future__ import annotations

import argparse
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.plans import say_drill
from holdfast.cli.verbs import Verb
from holdfast.errors import Damaged, from_failure

if TYPE_CHECKING:
    from holdfast.app import JobHandle
    from holdfast.cli.terminal import Terminal
    from holdfast.jobs.messages import Finished


def default_home() -> Path:
    """A home of its own, so that the demo does not mix with real sites."""
    import platformdirs

    return Path(platformdirs.user_data_dir("holdfast-demo", appauthor=False))


async def _demo(t: Terminal, args: argparse.Namespace) -> int:
    from holdfast.app import demo

    home = t.home or default_home()
    folder = home / "demo"
    t.out.say("1  A sample site", tone="strong")
    site = await demo.prepare(t.app, folder)
    t.out.say(f"   {site.path}")

    t.out.say("2  Back it up", tone="strong")
    first = await _done(t, await t.app.backups.create([site.name], label="the first"))
    _say_backup(t, first)

    t.out.say("3  A week passes: pages edited, a picture added, a page removed, orders in the database", tone="strong")
    demo.change(folder)

    t.out.say("4  Back it up again: only what changed is stored", tone="strong")
    second = await _done(t, await t.app.backups.create([site.name], label="a week later"))
    _say_backup(t, second)

    t.out.say("5  What changed between the two?", tone="strong")
    await _say_diff(t, site.name, str(first.result["backup"]["id"]), str(second.result["backup"]["id"]))

    t.out.say("6  Drill: really restore it to a scratch folder and look", tone="strong")
    drill = await _done(t, await t.app.backups.drill(site.name))
    say_drill(t.out, drill.result)

    restored = _free_name(folder / "restored")
    t.out.say(f"7  Restore it to {restored}", tone="strong")
    result = await _done(t, await t.app.backups.restore(site.name, "latest", to=restored))
    count = compare(Path(site.path), restored)
    t.out.say(
        f"   {wording.plural(int(result.result['files'] or 0), 'file')} restored; {count:,} compared with the site, byte for byte: equal",
        tone="ok",
    )
    _say_next(t, home, folder, site.name)
    return 0


async def _done(t: Terminal, job: JobHandle) -> Finished:
    finished = await t.follow(job)
    if finished.failure is not None:
        raise from_failure(finished.failure)
    return finished


def _say_backup(t: Terminal, finished: Finished) -> None:
    backup = finished.result["backup"]
    added = (backup.get("metadata") or {}).get("added", 0)
    took = wording.duration(backup.get("duration"))
    t.out.say(f"   {backup['id'][:8]}: {wording.size(backup['size'])} read, {wording.size(int(added))} stored, {took}", tone="ok")


async def _say_diff(t: Terminal, site: str, old: str, new: str) -> None:
    changes = await t.app.backups.diff(site, old, new)
    for kind, mark in (("added", "+"), ("removed", "-"), ("changed", "M")):
        for item in [i for i in changes.get(kind, []) if i.get("kind") != "dir"][:4]:
            t.out.say(f"   {mark} {wording.printable(str(item['path']))}")


def compare(site: Path, restored: Path) -> int:
    """How many files of `site` stand in `restored` with the same bytes; Damaged when one does not. Databases are compared by content
    elsewhere: a copy of one that is in use is right without being the same bytes."""
    from holdfast.app.sample_site import DATABASE

    count = 0
    for path in sorted(site.rglob("*")):
        relative = path.relative_to(site)
        if path.is_symlink() or not path.is_file() or str(relative).startswith(DATABASE):
            continue
        twin = restored / relative
        if not twin.is_file() or twin.read_bytes() != path.read_bytes():
            raise Damaged(f"{relative} was not restored as it was.", hint="Please report this.")
        count += 1
    return count


def _free_name(path: Path) -> Path:
    number, candidate = 1, path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.name}-{number}")
    return candidate


def _say_next(t: Terminal, home: Path, folder: Path, site: str) -> None:
    command = f"{_program()} --home {shlex.quote(str(home))}"
    t.out.say()
    t.out.say("All of it stays. Try:", tone="strong")
    t.out.say(f"   {command} status")
    t.out.say(f"   {command} backup list {shlex.quote(site)}")
    t.out.say(f"   {command} backup find index.html")
    t.out.say(f"   {command} storage recovery-kit 'demo storage' --to kit.html   # and any restic opens {folder / 'storage'}")


def _program() -> str:
    """What a person types to start this program: after `make run` it is in no folder that is searched."""
    beside = Path(sys.executable).with_name("holdfast")
    if shutil.which("holdfast") or getattr(sys, "frozen", False) or not beside.exists():
        return "holdfast"
    here = Path.cwd()
    return shlex.quote(str(beside.relative_to(here) if beside.is_relative_to(here) else beside))


VERB = Verb("demo", "a sample site, backed up, changed, backed up, drilled, restored", _demo, example="holdfast demo")
