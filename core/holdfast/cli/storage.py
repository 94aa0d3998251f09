"""`holdfast storage`: the places where backups live."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

from holdfast.cli import wording
from holdfast.cli.plans import say_check, say_numbers, say_prune_plan, say_repair_plan
from holdfast.cli.secret_input import add_secret_options, ask_secret, given_secret, secret_from_file
from holdfast.cli.taken import say_taken
from holdfast.cli.terminal import exit_of
from holdfast.cli.verbs import Verb, add_confirmation
from holdfast.errors import AuthRejected, UsageError
from holdfast.secret import Secret

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal


def _one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")


def _access(parser: argparse.ArgumentParser) -> None:
    add_secret_options(parser, "the repository's password")
    parser.add_argument("--access-key", metavar="ID", help="S3: the access key's id")
    parser.add_argument("--access-secret-file", metavar="F", help="S3: read the secret key from this file")
    parser.add_argument("--aws-chain", action="store_true", default=None, help="S3: credentials as the AWS tools find them")
    parser.add_argument("--region", metavar="R", help="S3: the region")
    parser.add_argument("--path-style", action="store_true", default=None, help="S3: the bucket in the path, not in the host name")
    parser.add_argument("--storage-class", metavar="C", help="S3: storage class of the data (not of index and snapshots)")
    parser.add_argument("--ca-file", metavar="F", help="a private certificate authority")
    parser.add_argument("--retention", metavar="P", help="light, standard, long, or last=3,daily=7,…")


def _options(args: argparse.Namespace) -> tuple[dict[str, Any], dict[str, Secret]]:
    names = ("access_key", "aws_chain", "region", "path_style", "storage_class", "ca_file")
    options = {n: getattr(args, n) for n in names if getattr(args, n) is not None}
    secret = secret_from_file(args.access_secret_file)
    if "access_key" in options and secret is None and not options.get("aws_chain"):
        secret = ask_secret("Secret key of the S3 access key")
    return options, {"access_secret": secret} if secret else {}


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("location", metavar="LOCATION", help="/path or s3:https://host/bucket/prefix, as restic writes it")
    parser.add_argument("--recovery-kit", metavar="FILE", help="save the recovery kit (HTML, with the password) here")
    _access(parser)


async def _add(t: Terminal, args: argparse.Namespace) -> int:
    options, secrets = _options(args)
    if args.recovery_kit:
        _must_be_new(args.recovery_kit)
    given = given_secret(args)
    words: dict[str, Any] = {"options": options, "secrets": secrets, "retention": args.retention or ""}
    try:
        added = await t.app.storages.add(args.name, args.location, given, **words)
    except AuthRejected as error:
        if error.code != "REPO-PASSWORD" or given or not sys.stdin.isatty():
            raise
        t.out.warn(error.message)
        added = await t.app.storages.add(args.name, args.location, ask_secret("Its password"), **words)
    if args.recovery_kit:
        _save_privately(args.recovery_kit, added.recovery_kit)
        if added.recovery_kit:
            await t.app.storages.note_kit_saved(added.storage.name)
    if t.out.json:
        shown = {"storage": added.storage, "created": added.created, "found_sites": added.found_sites}
        t.out.document({**shown, "password": added.password.reveal() if added.password else None})
        return 0
    t.out.say(f"{'Created' if added.created else 'Adopted'} {added.storage.name} at {added.storage.location}", tone="ok")
    if added.found_sites:
        t.out.say("It holds backups of: " + ", ".join(wording.printable(s) for s in added.found_sites))
    if added.password:
        t.out.say()
        t.out.say("The password of this repository, shown once:")
        t.out.say(f"\n    {added.password.reveal()}\n", tone="strong")
        t.out.say("It is in this computer's store of secrets. If the computer is lost, only this password opens the backups:")
        t.out.say(
            f"the recovery kit is in {args.recovery_kit}; print it." if args.recovery_kit
            else f"print it: holdfast storage recovery-kit {args.name} --to FILE"
        )  # fmt: skip
    return 0


async def _list(t: Terminal, args: argparse.Namespace) -> int:
    storages = await t.app.storages.list()
    if t.out.json:
        t.out.items(storages)
        return 0
    if not storages:
        t.out.say("No storage yet. Add one: holdfast storage add NAME LOCATION")
        return 0
    rows = [
        (s.name, s.location, str(len(s.sites)), "–" if s.backups is None else str(s.backups), wording.ago(s.last_check_at))
        for s in storages
    ]
    t.out.table(("STORAGE", "LOCATION", "SITES", "BACKUPS", "CHECKED"), rows, right=(2, 3))
    return 0


async def _show(t: Terminal, args: argparse.Namespace) -> int:
    storage = await t.app.storages.show(args.name)
    if t.out.json:
        t.out.document(storage)
        return 0
    t.out.say(storage.name, tone="strong")
    for name, value in (
        ("location", storage.location),
        ("repository", storage.repository_id or "–"),
        ("retention", storage.retention or "the default"),
        ("sites", ", ".join(storage.sites) or "–"),
        ("checked", f"{wording.ago(storage.last_check_at)} {storage.last_check_outcome}".strip()),
    ):
        t.out.say(f"  {name:<12} {wording.printable(value)}")
    return 0


async def _test(t: Terminal, args: argparse.Namespace) -> int:
    report = await t.app.storages.test(args.name)
    if t.out.json:
        t.out.document(report)
    marks = {True: ("✓", "ok"), False: ("✗", "error"), None: ("?", "warning")}
    for line in report.checks:
        mark, tone = marks[line.ok]
        t.out.say(f"{t.out.paint(mark, tone)} {line.name:<14} {line.detail}")
    return 0 if report.ok else 1


async def _stats(t: Terminal, args: argparse.Namespace) -> int:
    stats = await t.app.storages.stats(args.name)
    if t.out.json:
        t.out.document(stats)
        return 0
    say_numbers(t.out, stats)
    rows = [(str(s["name"]), str(s["backups"]), wording.size(s["newest_size"]), wording.size(s["added"])) for s in stats.get("sites", [])]
    t.out.table(("SITE", "BACKUPS", "NEWEST", "ADDED"), rows, right=(1, 2, 3))
    return 0


def _edit_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("--name", dest="new_name", metavar="NEW")
    _access(parser)


async def _edit(t: Terminal, args: argparse.Namespace) -> int:
    options, secrets = _options(args)
    storage = await t.app.storages.edit(
        args.name,
        new_name=args.new_name,
        options=options or None,
        secrets=secrets or None,
        password=given_secret(args),
        retention=args.retention,
    )
    if t.out.json:
        t.out.document(storage)
    t.out.say(f"Changed {storage.name}.")
    return 0


def _remove_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    add_confirmation(parser)


async def _remove(t: Terminal, args: argparse.Namespace) -> int:
    storage = await t.app.storages.show(args.name)
    if args.dry_run:
        if t.out.json:
            t.out.document({"plan": {"storage": storage.name, "sites": storage.sites}})
        t.out.say(f"Would forget {storage.name}; what is at {storage.location} stays.")
        return 0
    t.confirm(f"Forget {storage.name}? Its backups stay at {storage.location}, its password is forgotten here.", yes=args.yes)
    await t.app.storages.remove(args.name)
    if t.out.json:
        t.out.document({"removed": storage.name})
    t.out.say(f"Forgot {storage.name}. Its backups are still at {storage.location}.")
    return 0


def _kit_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("--to", metavar="FILE", required=True, help="an HTML page to print")
    parser.add_argument("--without-password", action="store_true", help="leave a blank line to write it by hand")


async def _kit(t: Terminal, args: argparse.Namespace) -> int:
    page = await t.app.storages.recovery_kit(args.name, with_password=not args.without_password)
    _save_privately(args.to, page)
    if not args.without_password:
        await t.app.storages.note_kit_saved(args.name)
    if t.out.json:
        t.out.document({"path": args.to})
    t.out.say(f"Saved {args.to}. Print it, keep it in a safe place, then delete the file.")
    return 0


def _must_be_new(path: str) -> None:
    """Before a password is made that is shown once."""
    if os.path.lexists(path) or not os.path.isdir(os.path.dirname(os.path.abspath(path))):
        raise UsageError(f"{path} cannot be made.", hint="Name a file that does not exist yet, in a folder that does. Nothing was created.")


def _save_privately(path: str, text: str) -> None:
    """Write a page that holds a password: readable by this user only, never over something else."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", hint="Name a file that does not exist yet.") from error
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)


async def _keys(t: Terminal, args: argparse.Namespace) -> int:
    keys = await t.app.storages.keys.list(args.name)
    if t.out.json:
        t.out.items(keys)
        return 0
    rows = [("*" if k.current else "", k.id[:8], k.username, k.hostname, k.created_at) for k in keys]
    t.out.table(("", "KEY", "USER", "HOST", "CREATED"), rows)
    return 0


def _new_key_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    add_secret_options(parser, "the new password")


async def _add_key(t: Terminal, args: argparse.Namespace) -> int:
    key = await t.app.storages.keys.add(args.name, given_secret(args) or ask_secret("New password", twice=True))
    if t.out.json:
        t.out.document(key)
    t.out.say(f"Added key {key.id[:8]}.")
    return 0


def _remove_key_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("key", metavar="KEY", help="the key's id or its beginning")
    add_confirmation(parser)


async def _remove_key(t: Terminal, args: argparse.Namespace) -> int:
    if args.dry_run:
        if t.out.json:
            t.out.document({"plan": {"storage": args.name, "key": args.key}})
        t.out.say(f"Would remove key {args.key} of {args.name}.")
        return 0
    t.confirm(f"Remove key {args.key} of {args.name}? Its password will no longer open the repository.", yes=args.yes)
    await t.app.storages.keys.remove(args.name, args.key)
    if t.out.json:
        t.out.document({"removed": args.key})
    t.out.say("Removed. Whoever copied the repository's files before can still open that copy with it.")
    return 0


async def _change_key(t: Terminal, args: argparse.Namespace) -> int:
    changed = await t.app.storages.keys.change(args.name, given_secret(args))
    if t.out.json:
        t.out.document({"changed": args.name, "password": changed.password.reveal() if changed.password else None})
    t.out.say(f"The password of {args.name} is changed.", tone="ok")
    if changed.password:
        t.out.say(f"\n    {changed.password.reveal()}\n", tone="strong")
    t.out.say(f"The old recovery kit no longer opens it: holdfast storage recovery-kit {args.name} --to FILE")
    return 0


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--read-data", action="store_true", help="read every byte")
    what.add_argument("--sample", metavar="5%%", default="", help="read a part of the data; a different one each time")


async def _check(t: Terminal, args: argparse.Namespace) -> int:
    finished = await t.follow(await t.app.storages.check(args.name, read_data=args.read_data, sample=args.sample))
    say_check(t.out, finished.result)
    return t.finish(finished)


def _prune_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("--dry-run", action="store_true", help="show the plan and stop")
    parser.add_argument("--confirmed", action="store_true", help="also where it looks like a mistake: no backup is left")


async def _prune(t: Terminal, args: argparse.Namespace) -> int:
    finished = await t.follow(await t.app.storages.prune(args.name, dry_run=args.dry_run, confirmed=args.confirmed))
    say_prune_plan(t.out, finished.result, done=not args.dry_run)
    return t.finish(finished)


def _unlock_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("--all", dest="force", action="store_true", help="remove every lock: only when no other computer works there")
    parser.add_argument("--yes", action="store_true", help="do not ask")


async def _unlock(t: Terminal, args: argparse.Namespace) -> int:
    if args.force:
        t.confirm(f"Remove every lock of {args.name}? A backup that another computer makes right now would stop.", yes=args.yes)
    answer = await t.app.storages.unlock(args.name, force=args.force)
    if t.out.json:
        t.out.document(answer)
    left = answer.get("left", [])
    t.out.say(f"Removed {wording.plural(len(answer.get('removed', [])), 'lock')}; {wording.plural(len(left), 'lock')} left.")
    return 0


def _repair_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("--drop-damaged-backups", action="store_true", help="also remove what is left of backups that cannot be read")
    add_confirmation(parser)


async def _repair(t: Terminal, args: argparse.Namespace) -> int:
    plan = await t.follow(await t.app.storages.repair(args.name, dry_run=True, drop_snapshots=args.drop_damaged_backups))
    if plan.failure is not None or args.dry_run or exit_of(plan) == 130 or plan.result["plan"]["empty"]:
        say_repair_plan(t.out, plan.result, args.name, done=False)
        return t.finish(plan)
    say_repair_plan(t.out, plan.result, args.name, done=False)
    t.confirm(f"Repair {args.name} so?", yes=args.yes)
    finished = await t.follow(await t.app.storages.repair(args.name, drop_snapshots=args.drop_damaged_backups))
    say_repair_plan(t.out, finished.result, args.name, done=True)
    return t.finish(finished)


def _adopt_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument(
        "--from", dest="sealed_by", metavar="ID", default="", help="the home that sealed it, when several did (default: the newest)"
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would come and stop")


async def _adopt(t: Terminal, args: argparse.Namespace) -> int:
    taken = await t.app.adopting.adopt(args.name, home=args.sealed_by, dry_run=args.dry_run)
    say_taken(t.out, taken)
    return 3 if taken.needs and taken.done else 0


_KEY_VERBS = (
    Verb("list", "the keys that open the repository", _keys, _one, "holdfast storage key list disk"),
    Verb("add", "one more password for the same repository", _add_key, _new_key_arguments, "holdfast storage key add disk"),
    Verb("remove", "take a password away", _remove_key, _remove_key_arguments, "holdfast storage key remove disk 1a2b3c4d"),
    Verb("change", "a new password in place of the one in use", _change_key, _new_key_arguments, "holdfast storage key change disk"),
)

VERBS = (
    Verb(
        "add", "create a repository, or adopt the one that is there", _add, _add_arguments, "holdfast storage add disk /media/disk/backups"
    ),
    Verb("list", "all storages", _list, example="holdfast storage list"),
    Verb("show", "one storage", _show, _one, "holdfast storage show disk"),
    Verb("test", "what works there, and what the key may do", _test, _one, "holdfast storage test bucket"),
    Verb("stats", "sizes, and what deduplication saves", _stats, _one, "holdfast storage stats disk"),
    Verb("edit", "change what is given", _edit, _edit_arguments, "holdfast storage edit disk --retention long"),
    Verb("remove", "forget a storage; its backups stay where they are", _remove, _remove_arguments, "holdfast storage remove disk"),
    Verb(
        "recovery-kit",
        "a page to print: how to restore with restic alone",
        _kit,
        _kit_arguments,
        "holdfast storage recovery-kit disk --to kit.html",
    ),
    Verb(
        "adopt-settings",
        "a new laptop: sites, schedules and history as they were sealed into this storage",
        _adopt,
        _adopt_arguments,
        "holdfast storage adopt-settings disk",
    ),
    Verb("key", "the passwords that open a repository", _keys, verbs=_KEY_VERBS, example="holdfast storage key list disk"),
    Verb("check", "is everything there and sound?", _check, _check_arguments, "holdfast storage check disk --sample 5%%"),
    Verb("prune", "give back the space of forgotten backups", _prune, _prune_arguments, "holdfast storage prune disk --dry-run"),
    Verb("unlock", "remove locks that nobody holds any more", _unlock, _unlock_arguments, "holdfast storage unlock disk"),
    Verb("repair", "mend index and packs after damage", _repair, _repair_arguments, "holdfast storage repair disk --dry-run"),
)
