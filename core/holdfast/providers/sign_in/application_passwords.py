"""WordPress' application passwords (apis.md 2.2): 24 letters and digits, shown in groups of four; no scopes; each can say who it is."""

from __future__ import annotations

import re
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime

import msgspec

from holdfast.errors import AuthRejected, HoldfastError, NotFound, RemoteError, UsageError
from holdfast.providers import values
from holdfast.providers.http import Client, Credential, part
from holdfast.providers.wordpress import Me, delete, me
from holdfast.secret import Secret

NEW_PASSWORD_NAME = "Holdfast"  # noqa: S105 - what it is called on the site, no secret
APP_ID = "6f1c1d0e-6a3b-4d1c-9d53-0d9a0b6f5c11"
"""The same for all installs, as WordPress asks for."""
_MINE = "wp/v2/users/me/application-passwords"


class SignedIn(msgspec.Struct, frozen=True):
    """A credential that works. The password's own id, name and age are "" and None where the site does not tell them."""

    me: Me
    password_id: str = ""
    password_name: str = ""
    created_at: datetime | None = None


class Rotated(msgspec.Struct, frozen=True):
    """A new password is made, tried and stored. `revoked` is False when the old one is still valid on the site; `why` says why."""

    credential: Credential
    revoked: bool
    why: str = ""


class Another(msgspec.Struct, frozen=True):
    """A second password beside the old one, and both their ids; `old_id` is "" where the site does not tell it."""

    credential: Credential
    password_id: str
    old_id: str


def clean_password(typed: str) -> Secret:
    """A pasted password: groups and the spaces around are taken away where an application password is seen. UsageError for nothing."""
    bare = re.sub(r"[^A-Za-z0-9]", "", typed)
    # only white space (also no-break) and dashes separate groups; other signs belong to a password of another kind
    if len(bare) == 24 and re.fullmatch(r"[A-Za-z0-9\s\u00a0\u200b-]+", typed):
        return Secret(bare)
    if not typed.strip():
        raise UsageError("The password is empty.", code="PASSWORD", hint="Paste the application password that WordPress showed.")
    return Secret(typed.strip())


def wordpress_credential(user: str, typed: str) -> Credential:
    """What signs requests to a WordPress. `user` is the login or the e-mail address."""
    user = user.strip()
    if not user or ":" in user:
        raise UsageError("A user name is needed, without a colon.", code="USER", hint="Give the login or e-mail address.")
    return Credential("basic", user, clean_password(typed))


async def try_wordpress(client: Client) -> SignedIn:
    """Who the client's credential is. AuthRejected when it is nobody; nothing is changed."""
    who = await me(client)
    try:
        told = (await client.get(f"{_MINE}/introspect", force=True, tries=1)).mapping()
    except HoldfastError:  # before WordPress 5.7, or hidden by a plugin: worth knowing, not worth failing for
        told = {}
    return SignedIn(who, values.identifier(told.get("uuid")), values.text(told.get("name"), 100), values.moment(told.get("created")))


def hint_for(who: Me, *, role_enough: str = "backup_operator") -> str:
    """``ADMIN-NOT-NEEDED`` when the user is an administrator and a smaller role would do; "" otherwise."""
    return "ADMIN-NOT-NEEDED" if role_enough and "administrator" in who.roles else ""


async def rotate(
    client: Client,
    with_credential: Callable[[Credential], Client],
    store: Callable[[Credential], Awaitable[None]],
    *,
    name: str = NEW_PASSWORD_NAME,
) -> Rotated:
    """Make a new password with `client`, try it, store it, revoke the old one.

    Until it is stored, every failure leaves the old one as it was and takes the new one back; afterwards nothing raises any more.

    `with_credential` opens a client like `client` with another credential; it is closed here.
    """
    old = await try_wordpress(client)
    fresh, password_id = await _make(client, f"{name} {secrets.token_hex(3)}")
    async with with_credential(fresh) as other:
        try:
            now = await try_wordpress(other)
            if now.me.user != old.me.user:
                raise RemoteError("The new password belongs to another user.", code="ROTATE", hint="Nothing was changed; try again.")
            await store(fresh)
        except BaseException:
            await _quietly_remove(client, password_id)
            raise
        return await _revoke_old(other, fresh, old.password_id)


async def make_another(client: Client, with_credential: Callable[[Credential], Client], *, name: str = NEW_PASSWORD_NAME) -> Another:
    """The first half of `rotate` for callers whose store is elsewhere: a new password, made and tried. The old one stays valid."""
    old = await try_wordpress(client)
    fresh, password_id = await _make(client, f"{name} {secrets.token_hex(3)}")
    async with with_credential(fresh) as other:
        try:
            now = await try_wordpress(other)
            if now.me.user != old.me.user:
                raise RemoteError("The new password belongs to another user.", code="ROTATE", hint="Nothing was changed; try again.")
        except BaseException:
            await _quietly_remove(client, password_id)
            raise
    return Another(fresh, password_id, old.password_id)


async def revoke_one(client: Client, password_id: str) -> None:
    """Take the password with this id away from the site; one that is gone is no error."""
    await _remove(client, password_id)


async def revoke(client: Client) -> bool:
    """Take the client's own password away from the site; False when there is none to take (another kind of password)."""
    try:
        told = (await client.get(f"{_MINE}/introspect", force=True)).mapping()
    except HoldfastError as error:
        if error.details.get("server_code") == "rest_no_authenticated_app_password":
            return False
        raise
    password_id = values.identifier(told.get("uuid"))
    if not password_id:
        return False
    await _remove(client, password_id)
    return True


async def _make(client: Client, name: str) -> tuple[Credential, str]:
    try:
        made = (await client.send("POST", _MINE, {"name": name, "app_id": APP_ID})).mapping()
    except HoldfastError as error:
        if error.details.get("lost"):
            await _remove_by_name(client, name)  # made, perhaps, with a password that nobody has ever seen
        raise
    password, password_id = made.get("password"), values.identifier(made.get("uuid"))
    if not isinstance(password, str) or not password.strip() or not password_id:
        await _remove_by_name(client, name)
        raise RemoteError(f"{client.host} did not give out the new password.", code="ROTATE", hint="The old one stays valid.")
    return msgspec.structs.replace(client.credential, secret=clean_password(password)), password_id


async def _revoke_old(client: Client, fresh: Credential, old_id: str) -> Rotated:
    if not old_id:
        return Rotated(fresh, False, "The site does not tell which password the old one was. Remove it in the user's profile.")
    try:
        await _remove(client, old_id)
    except HoldfastError as error:
        return Rotated(fresh, False, error.message)
    return Rotated(fresh, True)


async def _remove(client: Client, password_id: str) -> None:
    try:
        await delete(client, f"{_MINE}/{part(password_id)}")
    except NotFound:
        pass


async def _quietly_remove(client: Client, password_id: str) -> None:
    try:
        await _remove(client, password_id)
    except HoldfastError:
        pass


async def _remove_by_name(client: Client, name: str) -> None:
    try:
        for one in values.sequence((await client.get(_MINE, force=True)).body):
            if values.find(one, "name") == name:
                await _remove(client, values.identifier(values.find(one, "uuid")))
    except (HoldfastError, AuthRejected):
        pass
