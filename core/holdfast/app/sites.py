"""The noun *site*: what the user wants safe."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from holdfast.app.archive_places import ArchivePlaces
from holdfast.app.archive_places import secret_of as archives_secret_of
from holdfast.app.bringing_back import bring_back, keep_removed
from holdfast.app.browser_sign_in import SECONDS, BrowserSignIn, approval_page, sign_in_by_browser
from holdfast.app.home import Home, database_password_of
from holdfast.app.judging import judge_all
from holdfast.app.network_sites import NetworkSites
from holdfast.app.results import as_record
from holdfast.app.trying import SignInTried, try_sign_in
from holdfast.app.views import FolderFacts, SiteView
from holdfast.app.watching import confirm_site
from holdfast.errors import NotFound, Unsupported, UsageError
from holdfast.jobs.messages import Delete, FindSites, InspectFolder, KeptDatabases, SourceAccess
from holdfast.records import NETWORK_SYSTEMS, Site
from holdfast.retention import parse_policy
from holdfast.secret import Secret
from holdfast.state.entries import check_name, new_id
from holdfast.state.remembered import forget_facts, note
from holdfast.state.schedules import forget_schedules
from holdfast.watchfulness import Finding

_DATABASE = re.compile(r"(?:auto|none|sqlite:.+|(?:mysql|mariadb)(?:\+socket)?:.+)", re.DOTALL)
_PASSWORD_IN_URL = re.compile(r"^[a-z+]+://[^/@]*:[^/@]*@")


class Sites:
    """`Holdfast.sites`. Sites are named; a name is unique without regard to case. Errors: `NotFound` for an unknown name."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self.network = NetworkSites(home)
        """Sites with a backup service of their own."""

    async def list(self, *, tag: str | None = None, client: str | None = None) -> Sequence[SiteView]:
        """All sites by name, with their verdict. Reads this computer only: fast, also offline."""
        views = await self._home.ask(lambda: judge_all(self._home))
        return [v for v in views if (tag is None or tag in v.tags) and (client is None or v.client == client)]

    async def confirm(self, name: str) -> Sequence[Finding]:
        """What deserved a second look is meant: its findings, which stand no more. New ones are shown again."""
        return await confirm_site(self._home, name)

    async def show(self, name: str) -> SiteView:
        site = await self._home.ask(lambda: self._home.sites.get(name))
        return next(view for view in await self.list() if view.id == site.id)

    async def add(
        self,
        name: str,
        *,
        path: str | Path = "",
        storage: str = "",
        database: str = "auto",
        database_password: Secret | None = None,
        excludes: Sequence[str] = (),
        presets: Sequence[str] = (),
        tags: Sequence[str] = (),
        client: str = "",
        retention: str = "",
        system: str = "folder",
        **service: Any,
    ) -> SiteView:
        """Remember a site. One with a service of its own (`system` of `NETWORK_SYSTEMS`): see `NetworkSites.add` for `service`; its
        credential is tried first, and nothing is stored when that does not do.

        One of this machine: `storage` may be empty when there is exactly one. `database`: auto, none, sqlite:PATH,
        mysql://USER@HOST[:PORT]/DB (a password in it is refused: UsageError). Nothing is read but that the folder is there."""
        parse_policy(retention)  # UsageError for what is none, before anything is stored
        if system in NETWORK_SYSTEMS:
            if path or database != "auto" or excludes or presets:
                raise UsageError(f"A site of {system} has no folder or database of ours.", hint="holdfast site add --help")
            kept_in = await self._home.ask(lambda: self._storage_name(storage))
            await self.network.add(name, system=system, tags=tags, client=client, **service)
            if kept_in or retention:
                await self._home.ask(lambda: self._keep(self._home.sites.get(name), kept_in, retention))
            return await self.show(name)
        if system == "archives":
            if path or database != "auto" or excludes or presets:
                raise UsageError(
                    "A place of archives has no folder or database of ours.",
                    hint="holdfast site add NAME --system archives --archives PLACE",
                )
            return await self._add_archives(name, storage=storage, tags=tuple(tags), client=client, retention=retention, **service)
        if system != "folder":
            raise Unsupported(
                f"Sites of the kind {system!r} cannot be added.", hint=f"Known: folder, archives, {', '.join(NETWORK_SYSTEMS)}."
            )
        if service or not path:
            raise UsageError("A site of this computer has a folder, and no address or password.", hint="holdfast site add NAME --path DIR")
        check_name(name, "site")
        site = Site(
            id=new_id(),
            name=name,
            system="folder",
            path=_folder(path),
            database=_checked_database(database),
            excludes=tuple(excludes),
            presets=tuple(presets),
            storage=storage,
            client=client,
            tags=tuple(tags),
            retention=retention,
            created_at=datetime.now(UTC),
        )

        def check() -> Site:
            self._home.sites.must_be_free(name)
            return msgspec.structs.replace(site, storage=self._storage_name(storage))

        site = await self._home.ask(check)
        if database_password:
            await self._home.put_secret(database_password_of(site), database_password)
        await self._home.ask(lambda: self._save(site, "site added"))
        return await self.show(name)

    async def _add_archives(
        self, name: str, *, archives: str = "", options: dict[str, Any] | None = None, access_secret: Secret | None = None, **site: Any
    ) -> SiteView:
        """`archives`: a folder, or s3:…; `options` for S3: access_key, region, path_style, ca_file, aws_chain."""
        if not archives:
            raise UsageError("The place of the archives is needed.", hint="--archives FOLDER, or --archives s3:https://HOST/BUCKET/PREFIX")
        if not archives.startswith("s3:"):
            archives = _folder(archives)
            if options or access_secret is not None:
                raise UsageError("A folder needs no key.", hint="Leave out the options for S3.")

        def check() -> str:
            self._home.sites.must_be_free(name)
            return self._storage_name(site["storage"])

        site["storage"] = await self._home.ask(check)
        await ArchivePlaces(self._home).add(name, archives, options=options, access_secret=access_secret, **site)
        await self._home.ask(lambda: note(self._home.database, "site added", name, archives=archives))
        return await self.show(name)

    async def edit(
        self,
        name: str,
        *,
        new_name: str | None = None,
        path: str | Path | None = None,
        storage: str | None = None,
        database: str | None = None,
        database_password: Secret | None = None,
        excludes: Sequence[str] | None = None,
        presets: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        client: str | None = None,
        retention: str | None = None,
        **service: Any,
    ) -> SiteView:
        """Change what is given, leave the rest. Backups follow the site, not its name. `service`: see `NetworkSites.edit`."""
        parse_policy(retention or "")
        old = await self._home.ask(lambda: self._home.sites.get(name))
        if new_name is not None:
            await self._home.ask(lambda: self._home.sites.must_be_free(new_name, but=old.id))
        if old.system in NETWORK_SYSTEMS:
            if any(one is not None for one in (path, database, excludes, presets)):
                raise UsageError(f"A site of {old.system} has no folder or database of ours.", hint="holdfast site edit --help")
            kept_in = None if storage is None else await self._home.ask(lambda: self._storage_name(storage))
            changed = await self.network.edit(old, new_name=new_name, tags=tags, client=client, **service)
            if kept_in is not None or retention is not None:
                await self._home.ask(lambda: self._keep(changed, kept_in, retention))
            return await self.show(changed.name)
        if old.system == "archives" and (path is not None or database is not None or excludes is not None or presets is not None):
            raise UsageError("A place of archives has no folder or database of ours.", hint="holdfast site edit --help")
        if service:
            raise UsageError("A site of this computer has no address or password.", hint="holdfast site edit --help")
        if new_name is not None:
            check_name(new_name, "site")
        changes: dict[str, Any] = {
            "name": new_name,
            "path": None if path is None else _folder(path),
            "storage": None if storage is None else await self._home.ask(lambda: self._storage_name(storage)),
            "database": None if database is None else _checked_database(database),
            "excludes": None if excludes is None else tuple(excludes),
            "presets": None if presets is None else tuple(presets),
            "tags": None if tags is None else tuple(tags),
            "client": client,
            "retention": retention,
        }
        changed = msgspec.structs.replace(old, **{key: value for key, value in changes.items() if value is not None})
        if old.system == "archives" and old.name != changed.name:
            await self._home.secret_call(lambda store: store.rename(archives_secret_of(old), archives_secret_of(changed)))
        if "://" in old.database and old.name != changed.name:
            await self._home.secret_call(lambda store: store.rename(database_password_of(old), database_password_of(changed)))
        if database_password:
            await self._home.put_secret(database_password_of(changed), database_password)
        await self._home.ask(lambda: self._save(changed, "site changed", *(key for key, value in changes.items() if value is not None)))
        return await self.show(changed.name)

    async def remove(self, name: str, *, with_backups: bool = False, revoke: bool = False) -> int:
        """Forget the site, its history stays. `with_backups`: also its backups in the storage (their space comes back with the
        next prune). `revoke`: also take its password away on the site itself. Returns how many backups were removed."""
        site = await self._home.ask(lambda: self._home.sites.get(name))
        if site.system in NETWORK_SYSTEMS:
            if with_backups:
                raise UsageError("The backups on the site stay there.", hint="holdfast backup delete removes single ones.")
            await self.network.remove(site, revoke=revoke)
            return 0
        if revoke:
            raise UsageError("A site of this computer has no password to revoke.")
        removed = 0
        if with_backups:
            storage = await self._home.ask(lambda: self._home.storage_of(site))
            request = Delete(**self._home.common(site=site.name), access=await self._home.access(storage), site_id=site.id)
            removed = len((await self._home.query(request)).get("removed", ()))
        if "://" in site.database:
            await self._home.remove_secrets(database_password_of(site))
        if site.system == "archives":
            await self._home.remove_secrets(archives_secret_of(site))

        def forget() -> None:
            if not with_backups:
                keep_removed(self._home, site)
            self._home.sites.remove(site)
            forget_facts(self._home.database, site.id)
            forget_schedules(self._home.database, site.id)
            note(self._home.database, "site removed", site.name, backups_removed=removed)

        await self._home.ask(forget)
        return removed

    async def bring_back(self, name: str) -> SiteView:
        """Undo `remove` of a site of this computer whose backups were left, for a month: the site with its schedules, as it was. A typed
        database password has to be given again (`edit`). NotFound; UsageError when there is another one of that name."""
        site = await self._home.ask(lambda: bring_back(self._home, name))
        return await self.show(site.name)

    async def test(self, name: str) -> FolderFacts:
        """Look at the site as a backup would: folder readable, database reachable, size. For sites of this machine; see `test_service`."""
        site = await self._home.ask(lambda: self._home.sites.get(name))
        if site.system != "folder":
            raise Unsupported(f"{name!r} is no folder of this computer.")
        request = InspectFolder(**self._home.common(site=site.name), source=await self._home.source(site))
        return as_record(FolderFacts, await self._home.query(request))

    async def test_service(self, name: str, *, probe: bool = False) -> dict[str, Any]:
        """Try the credential of a site with a service of its own: {"url", "identity", "capabilities"}. `probe`: when it is refused, find
        out whether the password is wrong or dropped by the web server (AuthRejected AUTH-HEADER)."""
        return await self.network.test(await self.network.network_site(name), probe=probe)

    async def browser_sign_in(
        self,
        system: str,
        url: str,
        *,
        open_page: Callable[[str], None],
        by_hand: Callable[[str], None] | None = None,
        kind: str = "application-password",
        client_id: str = "",
        client_secret: Secret | None = None,
        ca_file: str = "",
        allow_http: bool = False,
        seconds: float = SECONDS,
    ) -> BrowserSignIn:
        """A credential that a person makes in the browser of this computer; `add` and `accounts.add` take it as their `sign_in`.

        `kind`: application-password (WordPress' own page asks) or oauth (Backup Copilot Pro; `client_id` and `client_secret` as its
        settings show them). `open_page` is called once with the address to open; `by_hand`, before it, with the page for who sees an error
        in the browser (WordPress before 7.0): it shows a password to paste. The browser comes back to this computer alone. AuthRejected
        SIGN-IN-REFUSED when the person says no, NetworkError SIGN-IN-TIMEOUT after `seconds`; cancelling the task gives up."""
        return await sign_in_by_browser(
            self._home, system, url, open_page=open_page, by_hand=by_hand, kind=kind, client_id=client_id, client_secret=client_secret,
            ca_file=ca_file, allow_http=allow_http, seconds=seconds,
        )  # fmt: skip

    async def try_sign_in(
        self,
        system: str,
        *,
        url: str = "",
        user: str = "",
        secret: Secret | None = None,
        auth: str = "",
        code: Secret | None = None,
        account: str = "",
        allow_http: bool = False,
        ca_file: str = "",
        sign_in: BrowserSignIn | None = None,
    ) -> SignInTried:
        """Whether a sign-in does, before there is a site: a user with a secret, what the browser brought, or a stored `account`.
        Its `sign_in` is for `add`. Nothing is stored; errors as those of `add`."""
        return await try_sign_in(
            self._home, system, url=url, user=user, secret=secret, auth=auth, code=code, account=account, allow_http=allow_http,
            ca_file=ca_file, sign_in=sign_in,
        )  # fmt: skip

    async def approval_page(self, system: str, url: str, *, ca_file: str = "", allow_http: bool = False) -> str:
        """The page of a WordPress where a person makes an application password and copies it. AuthRejected AUTH-OFF where there is none."""
        return await approval_page(self._home, system, url, ca_file=ca_file, allow_http=allow_http)

    async def add_installs(
        self,
        prefix: str,
        account: str,
        installs: Sequence[str] | None = None,
        *,
        notification_emails: Sequence[str] = (),
        tags: Sequence[str] = (),
        client: str = "",
    ) -> Sequence[dict[str, Any]]:
        """Installs of an account (WP Engine), each as a site ``PREFIX-INSTALL``; None: all of them. {"site", "install", "failure"?} each;
        what cannot be added stops no other. An install is named by its id or its name; one that is a site already is left out of "all"."""
        return await self.network.add_installs(prefix, account, installs, notification_emails=notification_emails, tags=tags, client=client)

    async def rotate(self, name: str) -> dict[str, Any]:
        """A new application password: made, tried, stored, the old one revoked: {"revoked", "why"}. Unsupported where the credential is no
        application password of a WordPress. When storing fails the new one is revoked and the old one stays."""
        return await self.network.rotate(await self.network.network_site(name))

    async def rotate_all(self, *, tag: str) -> Sequence[dict[str, Any]]:
        """The same for all sites with a tag; a password that several share is exchanged once. {"site", "revoked", "why"} or {"site",
        "failure"} each; one bad site stops no other. Sites whose password cannot be exchanged are left out. NotFound for none."""
        return await self.network.rotate_all(tag)

    async def kept_databases(self, name: str) -> Sequence[dict[str, Any]]:
        """The databases that restores of a site of this machine set aside, oldest first: {name, kept_at, size}."""
        items: list[dict[str, Any]] = (await self._kept(name, ""))["items"]
        return items

    async def drop_kept_database(self, name: str, database: str) -> None:
        """Remove one of them for good. NotFound for any other database."""
        await self._kept(name, database)
        await self._home.ask(lambda: note(self._home.database, "kept database dropped", name, dropped=database))

    async def _kept(self, name: str, drop: str) -> dict[str, Any]:
        site = await self._home.ask(lambda: self._home.sites.get(name))
        if site.system != "folder":
            raise Unsupported(f"{name!r} is no site of this computer: no restore sets a database of it aside.")
        return await self._home.query(KeptDatabases(**self._home.common(site=site.name), source=await self._home.source(site), drop=drop))

    async def inspect_folder(self, path: str | Path, *, database: str = "auto", database_password: Secret | None = None) -> FolderFacts:
        """What is in a folder: a WordPress or not, its database, its size (the wizard's second look). NotFound when there is none."""
        source = SourceAccess(
            site_id="", site_name="", path=_folder(path), database=_checked_database(database), database_password=database_password
        )
        return as_record(FolderFacts, await self._home.query(InspectFolder(**self._home.common(), source=source)))

    async def find_local(self) -> Sequence[FolderFacts]:
        """Web sites in the usual places of this machine, without sizes; those already added are left out."""
        result = await self._home.query(FindSites(**self._home.common()))
        known = {site.path for site in await self._home.ask(self._home.sites.all)}
        return [facts for facts in (as_record(FolderFacts, one) for one in result["sites"]) if facts.path not in known]

    # ---- within `ask`

    def _storage_name(self, storage: str) -> str:
        """The storage's name as it is written; empty stays empty (the only one, whichever that is then)."""
        return self._home.storages.get(storage).name if storage else ""

    def _keep(self, site: Site, storage: str | None, retention: str | None) -> None:
        """Where copies of the backups of a site with a service of its own are kept, and which of them."""
        given = {"storage": storage, "retention": retention}
        changes = {name: value for name, value in given.items() if value is not None}
        self._home.sites.put(msgspec.structs.replace(self._home.sites.get(site.name), **changes))
        note(self._home.database, "site changed", site.name, changed=list(changes))

    def _save(self, site: Site, action: str, *changed: str) -> None:
        self._home.sites.put(site)
        self._home.history.rename_site(site.id, site.name)
        note(self._home.database, action, site.name, changed=list(changed))


def _folder(path: str | Path) -> str:
    folder = os.path.abspath(Path(path).expanduser())
    if not os.path.isdir(folder):
        raise NotFound(f"There is no folder {folder}.", code="NO-FOLDER", hint="Give the folder that holds the site's files.")
    return folder


def _checked_database(text: str) -> str:
    if _PASSWORD_IN_URL.match(text):
        raise UsageError("A password inside a database address is refused.", hint="Give it by --database-secret-file, or when asked.")
    if not _DATABASE.fullmatch(text):
        raise UsageError(f"{text!r} is no database that Holdfast knows.", hint="auto, none, sqlite:PATH or mysql://USER@HOST[:PORT]/DB")
    return text
