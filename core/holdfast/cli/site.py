"""`holdfast site`: the sites you look after."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cli import wording
from holdfast.cli.account import add_sign_in, with_second_factor
from holdfast.cli.browser import browser_words, wants_browser
from holdfast.cli.plans import say_file_plans, say_forget_plan
from holdfast.cli.secret_input import ask_secret, given_secret, secret_from_file
from holdfast.cli.site_service import SERVICE_VERBS, say_capabilities, say_hint, say_service_test
from holdfast.cli.status import sentence
from holdfast.cli.verbs import Verb, add_confirmation
from holdfast.errors import UsageError
from holdfast.records import NETWORK_SYSTEMS
from holdfast.watchfulness import CODES

if TYPE_CHECKING:
    from holdfast.app import FolderFacts, SiteView
    from holdfast.cli.terminal import Terminal


def _what(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--path", metavar="DIR", help="the site's folder on this computer")
    parser.add_argument("--database", metavar="WHAT", help="auto, none, mysql://USER@HOST/DB or sqlite:PATH (default: auto)")
    parser.add_argument(
        "--database-secret-file", metavar="F", help="read the database password from this file (default: what wp-config.php says)"
    )
    parser.add_argument("--exclude", metavar="PATTERN", action="append", help="leave out what matches, as .gitignore would; repeatable")
    parser.add_argument("--preset", metavar="P", action="append", help="a ready-made set of excludes: wordpress; repeatable")
    parser.add_argument("--storage", metavar="STORAGE", help="where its backups go (default: the only storage)")
    parser.add_argument("--tag", metavar="T", action="append", help="a word to choose sites by; repeatable")
    parser.add_argument("--client", metavar="C", help="whose site it is")
    parser.add_argument("--retention", metavar="P", help="light, standard, long, or last=3,daily=7,… (default: the storage's)")
    add_sign_in(parser)
    parser.add_argument(
        "--install",
        metavar="ID",
        action="append",
        help="which install (wp-engine); `holdfast account sites` lists them; repeatable: each"
        " becomes the site NAME-INSTALL, `all` stands for every one",
    )
    parser.add_argument("--notify-email", metavar="E", action="append", help="whom WP Engine mails about each backup; repeatable")


def _given(args: argparse.Namespace) -> dict[str, Any]:
    """The options that stand on the line, under the names of the app."""
    names = {
        "path": args.path, "database": args.database, "excludes": args.exclude, "presets": args.preset, "storage": args.storage,
        "tags": args.tag, "client": args.client, "retention": args.retention,
    }  # fmt: skip
    return {name: value for name, value in names.items() if value is not None}


def _of_folder(args: argparse.Namespace) -> dict[str, Any]:
    secret = secret_from_file(args.database_secret_file) or given_secret(args)
    return {} if secret is None else {"database_password": secret}


def _of_service(args: argparse.Namespace) -> dict[str, Any]:
    """What concerns the sign-in, under the names of the app."""
    names = {
        "url": args.url, "user": args.user, "auth": args.auth, "ca_file": args.ca_file, "allow_http": args.allow_http,
        "install": args.install[0] if args.install else None, "notification_emails": args.notify_email, "secret": given_secret(args),
    }  # fmt: skip
    return {name: value for name, value in names.items() if value is not None}


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument(
        "--system",
        default="folder",
        choices=("folder", *NETWORK_SYSTEMS, "archives"),
        help="folder: files and database on this computer (default); archives: sets of files that another program drops somewhere",
    )
    parser.add_argument("--account", metavar="ACCOUNT", help="use a stored credential")
    _what(parser)
    place = parser.add_argument_group("archives")
    place.add_argument("--archives", metavar="PLACE", help="a folder, or s3:https://HOST/BUCKET/PREFIX")
    place.add_argument("--access-key", metavar="ID")
    place.add_argument("--access-secret-file", metavar="F", help="read the secret of the access key from this file")
    place.add_argument("--aws-chain", action="store_true", default=None, help="the key that this computer has for AWS")
    place.add_argument("--region", metavar="R")
    place.add_argument("--path-style", action="store_true", default=None)


async def _add(t: Terminal, args: argparse.Namespace) -> int:
    if args.system == "archives":
        return await _add_archives(t, args)
    if any(value is not None for value in (args.archives, *_s3_options(args).values(), args.access_secret_file)):
        raise UsageError("--archives and its options belong to --system archives.")
    if args.system in NETWORK_SYSTEMS:
        return await (_add_installs if args.install and (len(args.install) > 1 or args.install == ["all"]) else _add_service)(t, args)
    service = {name: value for name, value in _of_service(args).items() if name != "secret"}
    site = await t.app.sites.add(args.name, **{"path": ".", **_given(args), **_of_folder(args), **service})
    if t.out.json:
        t.out.document(site)
    t.out.say(f"Added {site.name}: {site.path} → {site.storage}", tone="ok")
    t.out.say(f"Next: holdfast backup create {site.name}")
    return 0


def _s3_options(args: argparse.Namespace) -> dict[str, Any]:
    return {"access_key": args.access_key, "aws_chain": args.aws_chain, "region": args.region, "path_style": args.path_style}


async def _add_archives(t: Terminal, args: argparse.Namespace) -> int:
    refused = {name: value for name, value in _of_service(args).items() if name not in {"ca_file", "secret"}}
    if refused or args.account or wants_browser(args) or args.secret_file or args.secret_stdin:
        raise UsageError("A place of archives has no address and no sign-in.", hint="For S3: --access-key ID --access-secret-file F")
    options = {**_s3_options(args), "ca_file": args.ca_file}
    words: dict[str, Any] = {"options": {name: value for name, value in options.items() if value is not None}}
    if args.access_secret_file:
        words["access_secret"] = secret_from_file(args.access_secret_file)
    elif args.access_key:
        words["access_secret"] = ask_secret("Secret of the access key")
    site = await t.app.sites.add(args.name, system="archives", archives=args.archives or "", **_given(args), **words)
    if t.out.json:
        t.out.document(site)
    t.out.say(f"Added {site.name}: archives in {wording.printable(args.archives)}", tone="ok")
    t.out.say(f"Next: holdfast backup list {site.name}, then: holdfast backup fetch {site.name}")
    return 0


async def _add_installs(t: Terminal, args: argparse.Namespace) -> int:
    """Many installs of one account: the credential is tried and stored once, each install is a site of its own."""
    if args.system != "wp-engine":
        raise UsageError("Only WP Engine has installs.", hint="Leave out --install.")
    words = {name: value for name, value in _of_service(args).items() if name in {"notification_emails"}}
    words |= {"tags": args.tag or (), "client": args.client or ""}
    account = args.account
    if account is None:
        secret = given_secret(args) or ask_secret("Password, token or key")
        made = await t.app.accounts.add(
            args.name, system=args.system, url=args.url or "", user=args.user or "", secret=secret, auth=args.auth or "",
            ca_file=args.ca_file or "", allow_http=bool(args.allow_http),
        )  # fmt: skip
        account = made.name
    rows = await t.app.sites.add_installs(args.name, account, None if args.install == ["all"] else args.install, **words)
    if t.out.json:
        t.out.items(rows)
    else:
        t.out.table(("SITE", "INSTALL", "RESULT"), [(row["site"], row["install"], wording.outcome_of(row)) for row in rows])
    failed = sum("failure" in row for row in rows)
    if failed == len(rows) and args.account is None:
        await t.app.accounts.remove(account)
    return 0 if not failed else 1 if failed == len(rows) else 3


async def _add_service(t: Terminal, args: argparse.Namespace) -> int:
    service = _of_service(args)
    if args.account:
        service["account"] = args.account
    elif wants_browser(args):
        service = {name: value for name, value in service.items() if name not in {"user", "auth"}}
        service |= await browser_words(t, args, args.system, args.url or "")
    elif "secret" not in service:
        service["secret"] = ask_secret("Password, token or key")
    service["probe"] = args.probe
    site = await with_second_factor(lambda code: t.app.sites.add(args.name, system=args.system, **_given(args), **service, **code))
    if t.out.json:
        t.out.document(site)
    t.out.say(f"Added {site.name}: {site.system} at {site.url}", tone="ok")
    say_capabilities(t, site.offers)
    say_hint(t, site.identity)
    t.out.say(f"Next: holdfast backup create {site.name}")
    return 0


def _one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tag", dest="with_tag", metavar="T", help="only sites with this tag")
    parser.add_argument("--client", metavar="C", help="only sites of this client")


async def _list(t: Terminal, args: argparse.Namespace) -> int:
    sites = await t.app.sites.list(tag=args.with_tag, client=args.client)
    if t.out.json:
        t.out.items(sites)
        return 0
    if not sites:
        t.out.say("No sites yet. Add one: holdfast site add NAME --path DIR")
        return 0
    rows = [
        (s.name, s.status, wording.ago(s.last_backup_at), wording.ago(s.proven_at), s.storage or s.system, s.path or s.url) for s in sites
    ]
    t.out.table(("SITE", "STATUS", "LAST BACKUP", "PROVEN", "STORAGE", "WHERE"), rows)
    return 0


async def _show(t: Terminal, args: argparse.Namespace) -> int:
    _print_site(t, await t.app.sites.show(args.name))
    return 0


def _print_site(t: Terminal, site: SiteView) -> None:
    if t.out.json:
        t.out.document(site)
        return
    t.out.say(site.name, tone="strong")
    if site.system in NETWORK_SYSTEMS:
        _print_service(t, site)
        return
    lines = [
        ("status", site.status + "".join(f" · {sentence(site.name, r, site.system)}" for r in site.reasons)),
        ("folder", site.path),
        ("database", site.database),
        ("storage", site.storage),
        ("retention", site.retention or "the storage's"),
        ("last backup", wording.ago(site.last_backup_at)),
        ("proven", wording.proof(site.proven_at, site.proof)),
        ("excludes", ", ".join([*(f"preset {p}" for p in site.presets), *site.excludes]) or "–"),
        ("tags", ", ".join(site.tags) or "–"),
    ]
    for name, value in lines:
        t.out.say(f"  {name:<12} {wording.printable(value)}")
    _print_findings(t, site)


def _print_findings(t: Terminal, site: SiteView) -> None:
    """The paths behind what is unusual in its backups."""
    examples = [str(path) for reason in site.reasons if reason.code in CODES for path in reason.details.get("examples", ())]
    for path in examples:
        t.out.say(f"  {'unusual':<12} {wording.printable(path)}")
    if any(reason.code in CODES for reason in site.reasons):
        t.out.say(f"  If all of it is meant: holdfast site confirm {site.name}")


def _print_service(t: Terminal, site: SiteView) -> None:
    lines = [
        ("status", site.status + "".join(f" · {sentence(site.name, r, site.system)}" for r in site.reasons)),
        ("system", site.system),
        ("address", site.url),
        ("account", site.account),
        *((name.replace("_", " "), wording.value(value)) for name, value in site.options.items()),
        ("last backup", wording.ago(site.last_backup_at)),
        ("tags", ", ".join(site.tags) or "–"),
    ]
    for name, value in lines:
        t.out.say(f"  {name:<12} {wording.printable(value)}")
    _print_findings(t, site)
    say_capabilities(t, site.offers)


def _test_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument(
        "--probe", action="store_true", help="when its password is refused: find out whether it is wrong, or dropped on its way"
    )


async def _test(t: Terminal, args: argparse.Namespace) -> int:
    if (await t.app.sites.show(args.name)).system in NETWORK_SYSTEMS:
        return say_service_test(t, await t.app.sites.test_service(args.name, probe=args.probe))
    facts = await t.app.sites.test(args.name)
    _print_facts(t, facts)
    return 3 if facts.warnings else 0


def _print_facts(t: Terminal, facts: FolderFacts) -> None:
    if t.out.json:
        t.out.document(facts)
        return
    t.out.say(f"{facts.path}: {'WordPress ' + facts.version if facts.kind == 'wordpress' else 'a folder'}", tone="strong")
    if facts.files is not None:
        t.out.say(f"  {wording.plural(facts.files, 'file')}, {wording.size(facts.bytes)}")
    for part, count in facts.parts.items():
        t.out.say(f"  {part:<10} {wording.size(count)}")
    reach = {True: "reachable", False: "NOT reachable", None: "not tried"}[facts.database_reachable]
    t.out.say(f"  database   {facts.database or 'none'}" + ("" if not facts.database or facts.database == "none" else f" ({reach})"))
    for warning in facts.warnings:
        t.out.warn(warning)


def _detect_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", metavar="DIR", nargs="*", help="look at this folder (default: the usual places of this computer)")


async def _find(t: Terminal, args: argparse.Namespace) -> int:
    found = [await t.app.sites.inspect_folder(place) for place in args.places] if args.places else await t.app.sites.find_local()
    if t.out.json:
        t.out.items(found)
        return 0
    if not found:
        t.out.say("No WordPress was found in the usual places. Name a folder: holdfast site find DIR")
    for facts in found:
        _print_facts(t, facts)
    return 0


def _edit_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("--name", dest="new_name", metavar="NEW", help="a new name; the backups follow")
    _what(parser)
    parser.add_argument("--account", metavar="ACCOUNT", help="sign in by this stored credential from now on, once it works there")
    parser.add_argument("--dry-run", action="store_true", help="with --retention: only show what the new policy would remove")
    bucket = parser.add_argument_group("safeguard: your own S3 bucket, where its backups lie")
    bucket.add_argument("--bucket-key", metavar="ID", help="a key that may read it")
    bucket.add_argument("--bucket-secret-file", metavar="F", help="read the key's secret from this file")
    bucket.add_argument("--bucket-endpoint", metavar="URL", default="", help="for a store that is not AWS")


async def _edited(t: Terminal, args: argparse.Namespace) -> dict[str, Any]:
    """The secret on the line is the database's for a folder, the service's for the others."""
    site = await t.app.sites.show(args.name)
    if site.system in NETWORK_SYSTEMS:
        service = _of_service(args)
        if args.install and len(args.install) > 1:
            raise UsageError("A site is one install.", hint="Give --install once.")
        if args.account:
            service["account"] = args.account
        if wants_browser(args):
            service = {name: value for name, value in service.items() if name not in {"user", "auth"}}
            service |= await browser_words(t, args, site.system, args.url or site.url)
        return {**service, "probe": True} if args.probe else service
    return {**_of_folder(args), **{name: value for name, value in _of_service(args).items() if name != "secret"}}


async def _edit(t: Terminal, args: argparse.Namespace) -> int:
    if args.dry_run:
        return await _preview(t, args)
    if args.bucket_key:
        secret = secret_from_file(args.bucket_secret_file) or ask_secret("Secret of the bucket's key")
        await t.app.backups.set_bucket_key(args.name, args.bucket_key, secret, endpoint=args.bucket_endpoint)
    given = {**_given(args), **await _edited(t, args)}
    _print_site(t, await with_second_factor(lambda code: t.app.sites.edit(args.name, new_name=args.new_name, **given, **code)))
    return 0


async def _preview(t: Terminal, args: argparse.Namespace) -> int:
    if args.retention is None:
        raise UsageError("--dry-run shows what another --retention would remove; nothing else can be tried.")
    found = await t.app.backups.retention_preview(args.name, args.retention)
    if t.out.json:
        t.out.document(found)
        return 0
    say_forget_plan(t.out, found["plan"], done=False)
    say_file_plans(t.out, found["files"], done=False)
    return 0


def _remove_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    parser.add_argument("--with-backups", action="store_true", help="also remove its backups from the storage")
    parser.add_argument("--revoke", action="store_true", help="also take its application password away on the site")
    add_confirmation(parser)


async def _remove(t: Terminal, args: argparse.Namespace) -> int:
    site = await t.app.sites.show(args.name)
    own = site.system in NETWORK_SYSTEMS
    # Of a site that has none, or whose storage was never read, no backups are known: that keeps nobody from removing it.
    count = 0 if own or not args.with_backups else (await t.app.backups.list(args.name, refresh=False)).total or 0
    fate = f"{wording.plural(count, 'backup')} of it will be removed too" if args.with_backups else "its backups stay where they are"
    fate += "; its password is revoked on the site" if args.revoke else ""
    if args.dry_run:
        if t.out.json:
            t.out.document({"plan": {"site": site.name, "backups": count if args.with_backups else 0}})
        t.out.say(f"Would remove {site.name}; {fate}.")
        return 0
    t.confirm(f"Remove {site.name}? ({fate})", yes=args.yes)
    removed = await t.app.sites.remove(args.name, with_backups=args.with_backups, revoke=args.revoke)
    if t.out.json:
        t.out.document({"removed": site.name, "backups_removed": removed})
    t.out.say(f"Removed {site.name}.")
    return 0


async def _confirm(t: Terminal, args: argparse.Namespace) -> int:
    found = await t.app.sites.confirm(args.name)
    if t.out.json:
        t.out.document({"confirmed": [{"code": one.code, **one.details()} for one in found]})
    elif not found:
        t.out.say("There was nothing to confirm.")
    for one in found:
        t.out.say(f"Confirmed: {one.code}" + "".join(f"\n    {wording.printable(path)}" for path in one.details()["examples"]))
    return 0


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE.csv", help="a header line, then a site a line: name, system, path or url, user, secret_file, …"
    )
    parser.add_argument("--dry-run", action="store_true", help="look only")


async def _import(t: Terminal, args: argparse.Namespace) -> int:
    from holdfast.cli.site_import import import_sites

    rows = await import_sites(t.app, args.file, dry_run=args.dry_run)
    if t.out.json:
        t.out.items([msgspec.to_builtins(r) for r in rows])
    else:
        t.out.table(("SITE", "SYSTEM", "WHERE", "RESULT"), [(r.name, r.system, r.path or r.url, r.message) for r in rows])
    return 0 if all(r.ok for r in rows) else 3 if any(r.ok for r in rows) else 1


VERBS = (
    Verb("add", "remember a site", _add, _add_arguments, "holdfast site add shop --path /var/www/shop --preset wordpress"),
    Verb("list", "all sites and how they are", _list, _list_arguments, "holdfast site list"),
    Verb("show", "one site", _show, _one, "holdfast site show shop"),
    Verb(
        "test",
        "look at a site as a backup would: folder, database, size; or its sign-in",
        _test,
        _test_arguments,
        "holdfast site test shop",
    ),
    Verb("find", "look for web sites in the usual places of this computer", _find, _detect_arguments, "holdfast site find"),
    Verb("edit", "change what is given", _edit, _edit_arguments, "holdfast site edit shop --exclude '*.log'"),
    Verb("confirm", "what was found unusual in its backups is meant", _confirm, _one, "holdfast site confirm shop"),
    Verb("remove", "forget a site", _remove, _remove_arguments, "holdfast site remove shop"),
    *SERVICE_VERBS,
    Verb("import", "add many sites from a CSV file", _import, _import_arguments, "holdfast site import sites.csv"),
)
