"""The verbs of `holdfast site` for sites with a backup service of their own: detect, rotate, storages, storage-test."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from holdfast.cli import wording
from holdfast.cli.verbs import Verb
from holdfast.errors import UsageError

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal

_HINTS = {
    "ADMIN-NOT-NEEDED": "This user is an administrator; a user with the role backup operator would be enough.",
    "ADMIN-NEEDED": "This user may not do everything: SafeGuard wants the right manage_options.",
    "ADMIN-NEEDED-TO-RESTORE": "This user may create and list backups, not restore or delete them.",
}


_WHY = {
    "AUTH-OFF": "there, but application passwords are switched off",
    "NO-API": "this server has no Backup API yet",
}


def _detect_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", metavar="URL", help="as a person types it: a bare host, a page, a wp-admin address")
    parser.add_argument("--ca-file", metavar="F", help="a certificate authority of your own")


async def _detect(t: Terminal, args: argparse.Namespace) -> int:
    found = await t.app.sites.network.detect(args.url, ca_file=args.ca_file or "")
    if t.out.json:
        t.out.document(found)
        return 0
    t.out.say(wording.printable(found["name"] or found["url"]), tone="strong")
    t.out.say(f"  address   {wording.printable(found['root'])}")
    for one in found["systems"]:
        if one["why"] != "PLUGIN-MISSING":
            t.out.say(
                f"  system    {one['system']}" + ("" if one["ready"] else f": {_WHY.get(one['why'], one['why'])}"),
                tone="ok" if one["ready"] else "warning",
            )
    t.out.say(f"  sign in   {', '.join(found['sign_in']) or '–'}")
    for warning in found["warnings"]:
        t.out.warn(f"{warning['message']} {warning['hint']}".strip())
    return 0


def _one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")


def _rotate_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?")
    parser.add_argument("--tag", metavar="T", help="every site with this tag whose password can be exchanged; each password once")


async def _rotate(t: Terminal, args: argparse.Namespace) -> int:
    if (args.name is None) == (args.tag is None):
        raise UsageError("Name a site, or a tag.", hint="holdfast site rotate shop")
    await _warn_of_restores(t, args.name)
    if args.name is not None:
        return _say_rotated(t, args.name, await t.app.sites.rotate(args.name))
    rows = await t.app.sites.rotate_all(tag=args.tag)
    for row in rows:
        if row.get("failure") is None:
            _say_rotated(t, row["site"], row, many=True)
        else:
            t.out.warn(f"{row['site']}: {row['failure']['message']} {row['failure']['hint']}".strip())
    if t.out.json:
        t.out.items(rows)
    failed = sum("failure" in row for row in rows)
    return 0 if all(row.get("revoked") for row in rows) else 1 if failed == len(rows) else 3


async def _warn_of_restores(t: Terminal, site: str | None) -> None:
    """A restore that is being followed may lose its sign-in with the old password."""
    for job in await t.app.jobs.running():
        if job.verb == "restore" and (site is None or job.site.lower() == site.lower()):
            t.out.warn(f"A restore of {job.site} runs now; it cannot be followed to its end with the old password.")


def _say_rotated(t: Terminal, site: str, done: Mapping[str, Any], *, many: bool = False) -> int:
    if t.out.json and not many:
        t.out.document({"site": site, **done})
    t.out.say(f"{site} has a new password; it is tried and stored.", tone="ok")
    if not done["revoked"]:
        t.out.warn(f"{site}: the old password is still valid on the site. {done['why']}".strip())
    return 0 if done["revoked"] else 3


async def _storages(t: Terminal, args: argparse.Namespace) -> int:
    found = await t.app.services.storages(args.name)
    if t.out.json:
        t.out.items(found)
        return 0
    rows = [
        (
            s["slug"],
            s["name"] or s["kind"],
            "primary" if s["is_primary"] else "",
            _place(s["details"]),
            s["test_status"],
            _tested(s["details"]),
        )
        for s in found
    ]
    t.out.table(("SLUG", "NAME", "", "WHERE", "LAST TEST", "AT"), rows)
    return 0


def _place(details: Mapping[str, Any]) -> str:
    """Bucket, region and path, as far as they are told."""
    bucket, region, path = (str(details.get(name) or "") for name in ("bucket", "region", "path"))
    where = f"{bucket}/{path.lstrip('/')}" if bucket else path
    return where + (f" ({region})" if region else "")


def _tested(details: Mapping[str, Any]) -> str:
    told = str(details.get("last_tested") or "")
    try:
        return wording.moment(datetime.fromisoformat(told))
    except ValueError:
        return told or "–"


def _storage_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("slug", metavar="SLUG")


async def _storage_test(t: Terminal, args: argparse.Namespace) -> int:
    told = await t.app.services.test_storage(args.name, args.slug)
    if t.out.json:
        t.out.document(told)
    passed = told["test_status"] in {"passed", "ok", "success"}
    t.out.say(f"{told['slug']}: {wording.printable(told['test_status'] or 'unknown')}", tone="ok" if passed else "warning")
    return 0 if passed else 1 if told["test_status"] == "failed" else 3


def _kept_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("--drop", metavar="DATABASE", help="remove this one of them for good")
    parser.add_argument("--yes", action="store_true", help="do not ask")


async def _kept(t: Terminal, args: argparse.Namespace) -> int:
    if args.drop:
        t.confirm(f"Remove the database {args.drop}, as it was before a restore of {args.name}, for good?", yes=args.yes)
        await t.app.sites.drop_kept_database(args.name, args.drop)
        if t.out.json:
            t.out.document({"dropped": args.drop})
        t.out.say(f"Removed {wording.printable(args.drop)}.")
        return 0
    found = await t.app.sites.kept_databases(args.name)
    if t.out.json:
        t.out.items(found)
        return 0
    if not found:
        t.out.say("No restore of this site has set a database aside.")
        return 0
    t.out.table(
        ("DATABASE", "FROM BEFORE", "SIZE"), [(one["name"], one["kept_at"], wording.size(one["size"])) for one in found], right=(2,)
    )
    return 0


def say_service_test(t: Terminal, told: Mapping[str, Any]) -> int:
    """Who the credential is, and what the site offers."""
    identity = told["identity"]
    if t.out.json:
        t.out.document(dict(told))
    t.out.say(f"Signed in as {wording.printable(identity['user'] or '–')}", tone="ok")
    if identity["roles"]:
        t.out.say(f"  roles     {wording.printable(', '.join(identity['roles']))}")
    if not t.out.json:
        say_capabilities(t, told["capabilities"])
    say_hint(t, identity)
    return 0 if identity["may"] else 3


def say_hint(t: Terminal, identity: Mapping[str, Any]) -> None:
    """What is worth knowing about the user of the credential."""
    if identity.get("hint"):
        t.out.warn(_HINTS.get(identity["hint"], identity["hint"]))


_NEEDS = {"notification_emails": "an address that is told of each backup: holdfast site edit NAME --notify-email E"}
"""What no backup can be made without, and nobody has given yet."""


def say_capabilities(t: Terminal, offers: Mapping[str, Any]) -> None:
    """What the service can do, and why not where one would expect it."""
    if not offers:
        return
    t.out.say(f"  can       {', '.join(offers.get('verbs', ()))}")
    t.out.say(f"  types     {', '.join(offers.get('types', ()))}")
    for field in offers.get("create", ()):
        if field.get("required") and not field.get("default"):
            t.out.say(f"  needs     {_NEEDS.get(field['name'], wording.printable(field['label']))}", tone="warning")
    for verb, why in sorted(offers.get("why_not", {}).items()):
        t.out.say(f"  no {verb}: {wording.printable(why)}", tone="dim")


SERVICE_VERBS = (
    Verb("detect", "what is there: backup systems, ways to sign in", _detect, _detect_arguments, "holdfast site detect shop.example"),
    Verb(
        "rotate",
        "a new application password: made, tried, stored; the old one revoked",
        _rotate,
        _rotate_arguments,
        "holdfast site rotate shop",
    ),
    Verb(
        "kept-databases",
        "databases that restores of a site of this computer set aside",
        _kept,
        _kept_arguments,
        "holdfast site kept-databases shop",
    ),
    Verb("storages", "where the site itself puts its backups", _storages, _one, "holdfast site storages shop"),
    Verb("storage-test", "let the site try one of these", _storage_test, _storage_arguments, "holdfast site storage-test shop s3"),
)
