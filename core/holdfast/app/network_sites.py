"""Sites with a backup service of their own: found, added, tried, changed, left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, cast

import msgspec

from holdfast.app import accounts
from holdfast.app.browser_sign_in import BrowserSignIn
from holdfast.app.bucket_keys import bucket_secret_of
from holdfast.app.home import Home
from holdfast.app.judging import IDENTITY, OFFERS
from holdfast.app.listening import webhook_secret_of
from holdfast.errors import HoldfastError, NotFound, Unsupported, UsageError
from holdfast.jobs.messages import (
    ChangeSite,
    CredentialRenewed,
    DetectSite,
    ForParent,
    LookAtSite,
    Progressed,
    RevokeSignIn,
    RotateSignIn,
    SignIn,
)
from holdfast.records import NETWORK_SYSTEMS, Account, Site, System
from holdfast.secret import Secret
from holdfast.state import remote_jobs
from holdfast.state.entries import check_name, new_id
from holdfast.state.remembered import forget_facts, note, remember
from holdfast.state.schedules import forget_schedules

_WITH_PASSWORDS = ("backup-copilot", "safeguard")
_BASES = {"wp-engine": "https://api.wpengineapi.com/v1"}


class NetworkSites:
    """Used by `Sites`, which chooses by the system of a site."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def detect(self, url: str, *, ca_file: str = "", reached: Callable[[str], object] = lambda _: None) -> dict[str, Any]:
        """{root, url, namespaces, systems: [{system, ready, why}], sign_in, warnings, name}. NotFound when nothing known is there.
        `reached` hears on the way of the page that answered: its address."""

        def moved(event: Progressed) -> None:
            if event.phase == "reached":
                reached(event.current)

        found = await self._home.query(DetectSite(**self._home.common(), url=url, ca_file=ca_file), moved=moved)
        if not any(one["why"] != "PLUGIN-MISSING" for one in found["systems"]):
            warnings = found["warnings"]
            hint = next((one["hint"] for one in warnings if one["code"] == "PLUGIN-MISSING"), "")
            raise NotFound(f"No backup system that Holdfast knows is active on {found['url']}.", code="PLUGIN-MISSING", hint=hint, **found)
        return found

    async def add(
        self,
        name: str,
        *,
        system: str,
        url: str = "",
        user: str = "",
        secret: Secret | None = None,
        auth: str = "",
        account: str = "",
        ca_file: str = "",
        allow_http: bool = False,
        install: str = "",
        notification_emails: Sequence[str] = (),
        tags: Sequence[str] = (),
        client: str = "",
        code: Secret | None = None,
        sign_in: BrowserSignIn | None = None,
        probe: bool = False,
    ) -> dict[str, Any]:
        """The credential (a new one, what the browser brought, or that of `account`) is tried on the site; only then anything is stored,
        and when storing fails, nothing stays. Returns the identity."""
        check_name(name, "site")
        await self._home.ask(lambda: self._must_be_free(name, account))
        options: dict[str, Any] = {"install": install} if install else {}
        if notification_emails:
            options["notification_emails"] = list(notification_emails)
        if system == "wp-engine" and not install:
            raise UsageError(
                "WP Engine needs to know which install.", hint="--install ID; they are listed by: holdfast account sites ACCOUNT"
            )
        address = url or ("" if account else sign_in.url if sign_in is not None else _BASES.get(system, ""))
        if not address and not account:
            raise UsageError("The address of the site is needed.", hint="Give it by --url.")
        if account:
            known = await self._home.ask(lambda: self._home.accounts.get(account))
            if known.system != system:
                raise UsageError(f"The account {account!r} belongs to {known.system}, not to {system}.")
            access = await accounts.access_of(self._home, known, address or known.url, options)
            what_signs = access.sign_in
            address = access.url
        else:
            known, what_signs = accounts.credential_for(
                await self._home.ask(lambda: self._account_name(name)), sign_in,
                system=system, user=user, secret=secret, auth=auth, url=address, ca_file=ca_file,
                allow_http=allow_http, own=True, code=code,
            )  # fmt: skip
            address = known.url
        tried = await accounts.try_account(
            self._home, known, what_signs, address, options, site=name, find_root=sign_in is None, probe=probe
        )
        if not account:
            known = msgspec.structs.replace(known, url=tried.url, auth=tried.sign_in.kind)
            await accounts.store_account(self._home, known, tried.sign_in)
        site = Site(
            id=new_id(), name=name, system=cast("System", system), url=tried.url, database="none", account=known.id, options=options,
            client=client, tags=tuple(tags), created_at=datetime.now(UTC),
        )  # fmt: skip
        try:
            await self._home.ask(lambda: self._save(site, "site added", tried.capabilities, identity=tried.identity))
        except HoldfastError:
            if not account:
                await accounts.drop_account(self._home, known)
            raise
        return tried.identity

    def _must_be_free(self, name: str, account: str) -> None:
        self._home.sites.must_be_free(name)
        if account:
            self._home.accounts.get(account)

    def _account_name(self, site: str) -> str:
        name, number = site, 1
        while self._home.accounts.find(name) is not None:
            number += 1
            name = f"{site} {number}"
        return name

    def _save(
        self, site: Site, action: str, capabilities: dict[str, Any] | None, *changed: str, identity: dict[str, Any] | None = None
    ) -> None:
        self._home.sites.put(site)
        self._home.history.rename_site(site.id, site.name)
        if identity is not None:
            remember(self._home.database, site.id, IDENTITY, identity)
        if capabilities is not None:
            remember(self._home.database, site.id, OFFERS, capabilities)
        note(self._home.database, action, site.name, changed=list(changed))

    async def edit(
        self,
        old: Site,
        *,
        new_name: str | None = None,
        url: str | None = None,
        user: str | None = None,
        secret: Secret | None = None,
        auth: str | None = None,
        ca_file: str | None = None,
        allow_http: bool | None = None,
        install: str | None = None,
        notification_emails: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        client: str | None = None,
        code: Secret | None = None,
        sign_in: BrowserSignIn | None = None,
        probe: bool = False,
        account: str | None = None,
    ) -> Site:
        """Change what is given. What concerns the sign-in or the address is tried before it is stored. `account`: another stored
        credential of the same system, by its name; the one that the site had stays, unless it was made for this site alone."""
        if new_name is not None:
            check_name(new_name, "site")
        if account is not None:
            if any(one is not None for one in (user, secret, auth, sign_in)):
                raise UsageError("Either another account, or another sign-in.", hint="Leave out --account, or the user and password.")
            old = await self._moved_to(old, account, url)
        held = await self._home.ask(lambda: accounts.account_of(self._home, old))
        options = dict(old.options)
        options |= {"install": install} if install is not None else {}
        options |= {"notification_emails": list(notification_emails)} if notification_emails is not None else {}
        given = {"name": new_name, "tags": None if tags is None else tuple(tags), "client": client}
        changed = msgspec.structs.replace(old, options=options, **{k: v for k, v in given.items() if v is not None})
        names = [
            k
            for k, v in {**given, "url": url, "sign-in": secret or sign_in, "install": install, "mail": notification_emails}.items()
            if v is not None
        ]
        capabilities = None
        if any(one is not None for one in (url, user, secret, auth, ca_file, allow_http, install, sign_in)):
            changed, capabilities = await self._retried(changed, held, url, user, secret, auth, ca_file, allow_http, code, sign_in, probe)
        if changed.name != old.name:
            await self._home.secret_call(lambda store: store.rename(webhook_secret_of(old), webhook_secret_of(changed)))
        await self._home.ask(lambda: self._save(changed, "site changed", capabilities, *names))
        return changed

    async def _moved_to(self, site: Site, name: str, url: str | None) -> Site:
        """The site with another account of its system, stored once that was tried there."""
        fresh = await self._home.ask(lambda: self._home.accounts.get(name))
        if fresh.system != site.system:
            raise UsageError(f"The account {name!r} is for {fresh.system}, the site for {site.system}.", hint="holdfast account list")
        if fresh.id == site.account:
            return site
        access = await accounts.access_of(self._home, fresh, url or site.url, site.options)
        tried = await accounts.try_account(
            self._home, fresh, access.sign_in, url or site.url, site.options, find_root=False, site=site.name
        )
        before = await self._home.ask(lambda: next((one for one in self._home.accounts.all() if one.id == site.account), None))
        moved = msgspec.structs.replace(site, account=fresh.id, url=tried.url)
        await self._home.ask(lambda: self._save(moved, "site changed", tried.capabilities, "account"))
        if before is not None and before.own and all(one.account != before.id for one in await self.all()):
            await accounts.drop_account(self._home, before)
        return moved

    async def _retried(
        self,
        site: Site,
        account: Account,
        url: str | None,
        user: str | None,
        secret: Secret | None,
        auth: str | None,
        ca_file: str | None,
        allow_http: bool | None,
        code: Secret | None,
        brought: BrowserSignIn | None,
        probe: bool,
    ) -> tuple[Site, dict[str, Any]]:
        gives_all = secret is not None or brought is not None  # then the old secret need not even be there
        sign_in = SignIn() if gives_all else (await accounts.access_of(self._home, account, site.url, {})).sign_in
        fresh = msgspec.structs.replace(account, user=account.user if user is None else user.strip())
        more = {"ca_file": ca_file, "allow_http": allow_http}
        fresh = msgspec.structs.replace(fresh, options={**account.options, **{k: v for k, v in more.items() if v is not None}})
        if brought is not None:
            made, sign_in = accounts.credential_for(account.name, brought, system=account.system, secret=secret, user=user)
            fresh = msgspec.structs.replace(fresh, auth=made.auth, user=made.user, options={**fresh.options, **made.options})
        elif secret is not None:
            word = auth or (
                "application-password" if account.auth == "basic" and account.system in {"backup-copilot", "safeguard"} else account.auth
            )
            made, sign_in = accounts.new_account(
                account.name,
                system=account.system,
                user=fresh.user,
                secret=secret,
                auth=word,
                url=account.url,
                ca_file="",
                allow_http=False,
                code=code,
            )
            fresh = msgspec.structs.replace(fresh, auth=made.auth)
        elif user is not None or auth is not None:
            raise UsageError("A new user needs the password as well.", hint="Give it by --secret-file or --secret-stdin.")
        tried = await accounts.try_account(
            self._home, fresh, sign_in, url or site.url, site.options, site=site.name, find_root=brought is None, probe=probe
        )
        if fresh != account or gives_all:
            fresh = msgspec.structs.replace(fresh, auth=tried.sign_in.kind)
            await accounts.store_account(self._home, fresh, tried.sign_in, "account changed")
        return msgspec.structs.replace(site, url=tried.url), tried.capabilities

    async def test(self, site: Site, *, probe: bool = False) -> dict[str, Any]:
        """{url, identity, capabilities}: tries the stored credential; nothing is changed."""
        account = await self._home.ask(lambda: accounts.account_of(self._home, site))
        access = await accounts.access_of(self._home, account, site.url, site.options)
        tried = await accounts.try_account(
            self._home, account, access.sign_in, site.url, site.options, find_root=False, site=site.name, probe=probe
        )

        def keep() -> None:
            remember(self._home.database, site.id, OFFERS, tried.capabilities)
            remember(self._home.database, site.id, IDENTITY, tried.identity)

        await self._home.ask(keep)
        return {"url": tried.url, "identity": tried.identity, "capabilities": tried.capabilities}

    async def remove(self, site: Site, *, revoke: bool) -> bool:
        """Forget the site, and its account when that was made for it alone. Returns whether the password was revoked on the site; what
        cannot be revoked raises before anything is forgotten."""
        account = await self._home.ask(lambda: next((one for one in self._home.accounts.all() if one.id == site.account), None))
        others = [one for one in await self._home.ask(self._home.sites.all) if one.account == site.account and one.id != site.id]
        revoked = False
        if revoke and account is not None:
            if others:
                raise UsageError(
                    f"The password is used by {', '.join(one.name for one in others)} as well.", hint="Remove it without --revoke."
                )
            access = await accounts.access_to(self._home, site)
            told = await self._home.query(RevokeSignIn(**self._home.common(site=site.name), access=access))
            revoked = bool(told["revoked"])

        await self._home.remove_secrets(webhook_secret_of(site), bucket_secret_of(site))

        def forget() -> None:
            self._home.sites.remove(site)
            forget_facts(self._home.database, site.id)
            remote_jobs.forget_site(self._home.database, site.id)
            forget_schedules(self._home.database, site.id)
            note(self._home.database, "site removed", site.name, revoked=revoked)

        await self._home.ask(forget)
        if account is not None and not others and (account.own or revoked):
            await accounts.drop_account(self._home, account)
        return revoked

    async def rotate(self, site: Site) -> dict[str, Any]:
        """A new application password: made, tried, stored, then the old one revoked: {"revoked", "why"}. When storing fails the new one
        is taken back."""
        account = await self._home.ask(lambda: accounts.account_of(self._home, site))
        access = await accounts.access_to(self._home, site)
        heard: list[SignIn] = []

        def hear(event: ForParent) -> None:
            if isinstance(event, CredentialRenewed):
                heard.append(event.sign_in)

        # No account in the request: it is stored here, where a failure can be answered.
        made = await self._home.query(
            RotateSignIn(**self._home.common(site=site.name), access=msgspec.structs.replace(access, account="")), hear
        )
        fresh = heard[-1]
        try:
            await accounts.store_account(self._home, account, fresh, "password rotated")
        except HoldfastError as error:
            try:
                await self._home.query(RevokeSignIn(**self._home.common(site=site.name), access=access, password=made["new"]))
            except HoldfastError:
                error.hint = f"{error.hint} The new password could not be taken back: remove it in the user's profile on the site.".strip()
            raise
        if not made["old"]:
            return {"revoked": False, "why": "The site does not tell which password the old one was. Remove it in the user's profile."}
        try:
            renewed = msgspec.structs.replace(access, sign_in=fresh)
            await self._home.query(RevokeSignIn(**self._home.common(site=site.name), access=renewed, password=made["old"]))
        except HoldfastError as error:
            return {"revoked": False, "why": error.message}
        return {"revoked": True, "why": ""}

    async def add_installs(self, prefix: str, account: str, installs: Sequence[str] | None, **words: Any) -> Sequence[dict[str, Any]]:
        """See `Sites.add_installs`."""
        known = await self._home.ask(lambda: self._home.accounts.get(account))
        access = await accounts.access_of(self._home, known, known.url, {})
        found = (await self._home.query(LookAtSite(**self._home.common(), access=access, question="installs")))["items"]
        there = {str(site.options.get("install", "")) for site in await self.all() if site.account == known.id}
        wanted: list[tuple[str, str]] = []
        if installs is None:
            wanted = [(one["id"], one["name"] or one["id"]) for one in found if one["id"] not in there]
        else:
            for word in dict.fromkeys(installs):
                one = next((one for one in found if word in {one["id"], one["name"]}), None)
                if one is None:
                    raise NotFound(
                        f"The account {account!r} reaches no install {word!r}.", code="NO-INSTALL", hint=f"holdfast account sites {account}"
                    )
                wanted.append((one["id"], one["name"] or one["id"]))
        rows: list[dict[str, Any]] = []
        for number, name in wanted:
            row: dict[str, Any] = {"site": f"{prefix}-{name}", "install": number}
            try:
                await self.add(row["site"], system=known.system, account=account, install=number, **words)
            except HoldfastError as error:
                row["failure"] = msgspec.to_builtins(error.failure())
            rows.append(row)
        return rows

    async def rotate_all(self, tag: str) -> Sequence[dict[str, Any]]:
        """See `Sites.rotate_all`."""
        found = [site for site in await self.all() if tag in site.tags and site.system in _WITH_PASSWORDS]
        if not found:
            raise NotFound(f"No site with the tag {tag!r} has an application password.", code="NO-SITE")
        rows: list[dict[str, Any]] = []
        done: set[str] = set()
        for site in found:
            if site.account in done:
                continue
            done.add(site.account)
            try:
                rows.append({"site": site.name, **await self.rotate(site)})
            except HoldfastError as error:
                if error.kind != "unsupported":
                    rows.append({"site": site.name, "failure": msgspec.to_builtins(error.failure())})
        return rows

    async def look(self, name: str, question: str) -> dict[str, Any]:
        """An answer of the site's service; see `holdfast.worker.network_asking`."""
        site = await self.network_site(name)
        access = await accounts.access_to(self._home, site)
        return await self._home.query(LookAtSite(**self._home.common(site=site.name), access=access, question=cast("Any", question)))

    async def change(
        self, name: str, change: str, *subjects: str, secret: Secret | None = None, options: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """A change that is done when the site has answered; see `holdfast.worker.network_asking`."""
        site = await self.network_site(name)
        access = await accounts.access_to(self._home, site)
        request = ChangeSite(
            **self._home.common(site=site.name),
            access=access,
            change=cast("Any", change),
            subjects=subjects,
            options=options or {},
            secret=secret or Secret(""),
        )
        return await self._home.query(request)

    async def remember(self, name: str, what: str, value: dict[str, Any]) -> None:
        """Keep the last answer about a site."""
        await self._home.ask(lambda: remember(self._home.database, self._home.sites.get(name).id, what, value))

    async def all(self) -> Sequence[Site]:
        return await self._home.ask(self._home.sites.all)

    async def network_site(self, name: str) -> Site:
        """Unsupported for a site of this machine."""
        site = await self._home.ask(lambda: self._home.sites.get(name))
        if site.system not in NETWORK_SYSTEMS:
            raise Unsupported(
                f"{name!r} is a site of this computer: it has no backup service of its own.", hint="holdfast backup create " + name
            )
        return site
