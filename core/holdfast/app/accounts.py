"""The noun *account*: one credential at a service, for any number of sites. Tried before stored; its secret is in the keyring only."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, cast

import msgspec

from holdfast.app.browser_sign_in import BrowserSignIn
from holdfast.app.home import Home
from holdfast.app.views import AccountView
from holdfast.errors import HoldfastError, UsageError
from holdfast.jobs.messages import (
    Called,
    CredentialRenewed,
    ForParent,
    LookAtSite,
    SignIn,
    SiteAccess,
    SpaceLeft,
    TakenOn,
    TrySite,
    Watched,
)
from holdfast.records import Account, Site, System
from holdfast.secret import Secret, decode_secret, encode_secret
from holdfast.state import remote_jobs
from holdfast.state.credentials.base import Credentials, SecretName, need
from holdfast.state.entries import check_name, new_id
from holdfast.state.remembered import note

log = logging.getLogger(__name__)

AUTH = {"application-password": "basic", "basic": "basic", "bearer": "bearer", "api-key": "api-key", "login": "login"}
"""The words of ``--auth`` and what they mean on the wire."""
WAYS = {
    "backup-copilot": ("application-password", "basic", "bearer", "oauth"),
    "safeguard": ("application-password", "basic"),
    "wp-engine": ("basic",),
    "general-bots": ("bearer", "api-key", "login"),
}
"""The words that each system takes, the usual one first. ``oauth`` goes through the browser; its token may be given as ``bearer``."""


class Accounts:
    """`Holdfast.accounts`."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def add(
        self,
        name: str,
        *,
        system: str,
        user: str = "",
        secret: Secret | None = None,
        auth: str = "",
        url: str = "",
        ca_file: str = "",
        allow_http: bool = False,
        code: Secret | None = None,
        sign_in: BrowserSignIn | None = None,
        probe: bool = False,
    ) -> AccountView:
        """Try a credential and store it. AuthRejected and the other errors of `Provider.test`: then nothing is stored.

        `sign_in`: what `Sites.browser_sign_in` brought, instead of user and secret. `code`: of the second factor that General Bots asks
        for (AuthRejected AUTH-2FA without one). `probe`: see `try_account`."""
        check_name(name, "account")
        await self._home.ask(lambda: self._home.accounts.must_be_free(name))
        account, what_signs = credential_for(
            name, sign_in, system=system, user=user, secret=secret, auth=auth, url=url, ca_file=ca_file, allow_http=allow_http, code=code
        )
        tried = await try_account(self._home, account, what_signs, account.url, {}, find_root=sign_in is None, probe=probe)
        account = msgspec.structs.replace(account, url=tried.url, auth=tried.sign_in.kind)
        await store_account(self._home, account, tried.sign_in)
        return await self.show(name)

    async def list(self) -> Sequence[AccountView]:
        """All accounts by name."""

        def read() -> list[AccountView]:
            sites = self._home.sites.all()
            return [_view(account, sites) for account in self._home.accounts.all()]

        return await self._home.ask(read)

    async def show(self, name: str) -> AccountView:
        account = await self._home.ask(lambda: self._home.accounts.get(name))
        return next(view for view in await self.list() if view.id == account.id)

    async def reaches(self, name: str) -> Sequence[dict[str, Any]]:
        """The sites that this credential reaches (WP Engine's installs): {id, name, environment, domain, …}. Unsupported elsewhere."""
        account = await self._home.ask(lambda: self._home.accounts.get(name))
        access = await access_of(self._home, account, account.url, {})
        found = await self._home.query(LookAtSite(**self._home.common(), access=access, question="installs"))
        items: list[dict[str, Any]] = found["items"]
        return items

    async def remove(self, name: str) -> None:
        """UsageError while a site uses it."""
        account = await self._home.ask(lambda: self._home.accounts.get(name))
        used = [site.name for site in await self._home.ask(self._home.sites.all) if site.account == account.id]
        if used:
            raise UsageError(f"The account {name!r} is used by {', '.join(used)}.", hint="Remove these sites first.")
        await drop_account(self._home, account)


class Tried(msgspec.Struct, frozen=True):
    """A credential that works: where, who, and what the site offers. `sign_in` is what is to be stored."""

    url: str
    identity: dict[str, Any]
    capabilities: dict[str, Any]
    sign_in: SignIn


def credential_for(
    name: str, brought: BrowserSignIn | None, *, system: str, secret: Secret | None, own: bool = False, **words: Any
) -> tuple[Account, SignIn]:
    """An account that is not stored yet, from what the browser brought or from user and secret. `words`: see `new_account`."""
    if brought is None:
        if secret is None:
            raise UsageError(
                "The password or key of the site is needed.", hint="Give it by --secret-file or --secret-stdin, or sign in by --browser."
            )
        return new_account(name, system=system, secret=secret, own=own, **words)
    if brought.system != system:
        raise UsageError(f"The sign-in was for {brought.system}, not for {system}.")
    if secret is not None or words.get("user"):
        raise UsageError("Who signs in by the browser gives no user and no password.")
    options: dict[str, Any] = {"ca_file": brought.ca_file} if brought.ca_file else {}
    options |= {"allow_http": True} if brought.allow_http else {}
    account = Account(
        id=new_id(), name=name, system=cast("System", system), auth=brought.sign_in.kind, user=brought.user, url=brought.url,
        options=options, own=own, created_at=datetime.now(UTC),
    )  # fmt: skip
    return account, brought.sign_in


def new_account(
    name: str,
    *,
    system: str,
    user: str,
    secret: Secret,
    auth: str,
    url: str,
    ca_file: str,
    allow_http: bool,
    own: bool = False,
    code: Secret | None = None,
) -> tuple[Account, SignIn]:
    """An account that is not stored yet. UsageError for what cannot be a credential of this system."""
    if system not in WAYS:
        raise UsageError(f"There is no system {system!r} with accounts.", hint=f"Known: {', '.join(WAYS)}.")
    word = auth or WAYS[system][0]
    if word == "oauth":
        raise UsageError("OAuth goes through the browser.", hint="--auth oauth --client-id ID --client-secret-file F")
    if word in AUTH and word not in WAYS[system]:
        raise UsageError(f"{system} does not sign in by {word}.", hint=f"Ways: {', '.join(WAYS[system])}.")
    if word not in AUTH:
        raise UsageError(f"There is no way to sign in called {word!r}.", hint=f"Known: {', '.join(AUTH)}.")
    kind = AUTH[word]
    if kind in {"basic", "login"} and (not user.strip() or (":" in user and kind == "basic")):
        raise UsageError("A user name is needed.", hint="Give it by --user: the login or the e-mail address.")
    cleaned = Secret("".join(secret.reveal().split())) if word == "application-password" else Secret(secret.reveal().strip())
    options: dict[str, Any] = ({"ca_file": ca_file} if ca_file else {}) | ({"allow_http": True} if allow_http else {})
    account = Account(
        id=new_id(), name=name, system=cast("System", system), auth=kind, user=user.strip(), url=url, options=options, own=own,
        created_at=datetime.now(UTC),
    )  # fmt: skip
    return account, SignIn(kind=cast("Any", kind), user=user.strip(), secret=cleaned, code=code or Secret(""))


async def try_account(
    home: Home,
    account: Account,
    sign_in: SignIn,
    url: str,
    options: dict[str, Any],
    *,
    find_root: bool = True,
    site: str = "",
    probe: bool = False,
) -> Tried:
    """Ask the site whether the credential does. Nothing is stored, whatever it says.

    `probe`: when a WordPress refuses it, ask once more by XML-RPC whether the password is wrong, or dropped by the web server
    (AUTH-HEADER). For a person who wants to know: plugins that count failures count that one too."""
    renewed: list[SignIn] = []

    def hear(event: ForParent) -> None:
        if isinstance(event, CredentialRenewed):
            renewed.append(event.sign_in)

    access = access_with(account, sign_in, url, options)
    told = await home.query(TrySite(**home.common(site=site), access=access, find_root=find_root, probe=probe), hear)
    return Tried(told["url"], told["identity"], told["capabilities"], renewed[-1] if renewed else sign_in)


def access_with(account: Account, sign_in: SignIn, url: str, options: dict[str, Any]) -> SiteAccess:
    return SiteAccess(
        system=account.system,
        url=url or account.url,
        sign_in=sign_in,
        account=account.id,
        options=options,
        ca_file=str(account.options.get("ca_file", "")),
        allow_http=bool(account.options.get("allow_http", False)),
    )


async def access_of(home: Home, account: Account, url: str, options: dict[str, Any]) -> SiteAccess:
    """What a worker needs to speak to a site of this account. NotFound KEY-GONE, Busy KEY-LOCKED."""
    access = access_with(account, await _read_sign_in(home, account), url, options)
    return msgspec.structs.replace(access, poll_seconds=home.settings.poll_seconds)


async def access_to(home: Home, site: Site) -> SiteAccess:
    """The same for a site that was added."""
    account = await home.ask(lambda: account_of(home, site))
    return await access_of(home, account, site.url, site.options)


def account_of(home: Home, site: Site) -> Account:
    """The account of a site. Blocks: within `ask`."""
    found = next((account for account in home.accounts.all() if account.id == site.account), None)
    if found is None:
        raise UsageError(
            f"The account of {site.name!r} is gone.", code="NO-ACCOUNT", hint=f"holdfast site edit {site.name} --secret-file F"
        )
    return found


async def store_account(home: Home, account: Account, sign_in: SignIn, action: str = "account added") -> None:
    """First the secret: an account without one is of no use."""

    def put(store: Credentials) -> None:
        store.put(secret_of(account), _sealed(sign_in))
        need(store, secret_of(account), whose=f"the account {account.name!r}")

    await home.secret_call(put)

    def save() -> None:
        home.accounts.put(account)
        note(home.database, action, account.name, system=account.system, user=account.user)

    await home.ask(save)


async def drop_account(home: Home, account: Account) -> None:
    await home.remove_secrets(secret_of(account))

    def forget() -> None:
        home.accounts.remove(account)
        note(home.database, "account removed", account.name)

    await home.ask(forget)


def secret_of(account: Account) -> SecretName:
    return SecretName(account.id, "sign-in", account.name)


async def _read_sign_in(home: Home, account: Account) -> SignIn:
    text = await home.secret_call(lambda store: need(store, secret_of(account), whose=f"the account {account.name!r}"))
    return msgspec.json.decode(text.reveal(), type=SignIn, dec_hook=decode_secret)


def _sealed(sign_in: SignIn) -> Secret:
    return Secret(msgspec.json.encode(sign_in, enc_hook=encode_secret).decode())


async def remember(home: Home, event: ForParent) -> None:
    """What workers tell their parent alone. A trail that cannot be written must not stop what goes on at the site."""
    try:
        match event:
            case Called():
                await home.ask(lambda: _note_call(home, event))
            case TakenOn():
                await home.ask(lambda: remote_jobs.known(home.database, event.job, event.backup, event.state))
            case CredentialRenewed():
                await _store_renewed(home, event)
            case Watched():
                from holdfast.app.watching import judge_backup

                await home.ask(lambda: judge_backup(home, event))
            case SpaceLeft():
                from holdfast.app.space import remember_space

                await home.ask(lambda: remember_space(home, event))
    except HoldfastError as error:
        log.error("what a site's worker told could not be remembered: %s", error.message)


def _note_call(home: Home, event: Called) -> None:
    account = next((one for one in home.accounts.all() if one.id == (event.account or _account_of_site(home, event))), None)
    details: dict[str, Any] = {"job": event.job, "host": event.host}
    if account is not None:
        details["account"] = f"{account.name} ({account.user})" if account.user else account.name
    if event.outcome:
        details |= {"http": event.http, "seconds": event.seconds}
    what = f"{event.method} {event.path}" if event.path else f"{event.count} reads"
    note(home.database, f"call: {what}", event.site or event.host, event.outcome or "asked", **details)


def _account_of_site(home: Home, event: Called) -> str:
    """A look without a name is signed by nobody; a call that says no account (a password that is exchanged) is signed by its site's."""
    site = home.sites.find(event.site) if event.site and (event.path or event.count > 1) else None
    return site.account if site is not None else ""


async def _store_renewed(home: Home, event: CredentialRenewed) -> None:
    account = await home.ask(lambda: next((one for one in home.accounts.all() if one.id == event.account), None))
    if account is None:
        return  # one that is only tried: whoever tries it stores it
    await store_account(home, msgspec.structs.replace(account, auth=event.sign_in.kind), event.sign_in, "credential renewed")


def _view(account: Account, sites: Sequence[Site]) -> AccountView:
    return AccountView(
        name=account.name,
        system=account.system,
        user=account.user,
        url=account.url,
        auth=account.auth,
        sites=tuple(site.name for site in sites if site.account == account.id),
        id=account.id,
        created_at=account.created_at,
    )
