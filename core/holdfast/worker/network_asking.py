"""Verbs that are done when the site has answered: detect, try a credential, look, change, rotate and revoke a password."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import AuthRejected, HoldfastError, NotFound, RemoteError, Unsupported
from holdfast.jobs.messages import (
    ChangeSite,
    DetectSite,
    LookAtSite,
    RevokeSignIn,
    RotateSignIn,
    TrySite,
)
from holdfast.progress import Progress, Totals
from holdfast.providers.base import Capabilities, Provider, RemoteSchedule, Verb
from holdfast.providers.http import Client, Credential
from holdfast.providers.registry import System, system_of
from holdfast.worker.network import Voice, credential_of, host_of, is_lost, must, must_know, opened, perform, record_of
from holdfast.worker.network_passwords import own_password, probed, revoke, rotate
from holdfast.worker.network_schedules import changed_schedule, check_schedule, in_days, no_schedule

if TYPE_CHECKING:
    from holdfast.providers.discovery import Detected

Result = dict[str, Any]
AnyOf = DetectSite | TrySite | LookAtSite | ChangeSite | RotateSignIn | RevokeSignIn


def run(request: AnyOf, progress: Progress, cancelled: Cancellation) -> Result:
    """Results: see the functions below."""
    voice = Voice(request, progress)
    match request:
        case DetectSite():
            return perform(lambda: _detect(request, voice), cancelled)
        case TrySite():
            return perform(lambda: _try(request, voice), cancelled)
        case LookAtSite():
            return perform(lambda: _look(request, voice), cancelled)
        case ChangeSite():
            return perform(lambda: _change(request, voice), cancelled)
        case RotateSignIn():
            return perform(lambda: rotate(request, voice), cancelled)
        case RevokeSignIn():
            return perform(lambda: revoke(request, voice), cancelled)


async def _detect(request: DetectSite, voice: Voice) -> Result:
    """{root, url, namespaces, systems: [{system, ready, why}], sign_in, warnings, name}."""

    def reached(address: str) -> None:
        voice.totals(Totals("reached", current=address.partition("?")[0]))

    found = await _detected(request.url, voice, ca_file=request.ca_file, reached=reached)
    plain: Result = msgspec.to_builtins(found)
    plain.pop("index")
    return plain


async def _try(request: TrySite, voice: Voice) -> Result:
    """{url, identity, capabilities}. A credential that was exchanged for another comes as `CredentialRenewed`."""
    access = request.access
    known = system_of(access.system)
    if request.find_root and known.namespace:
        access = msgspec.structs.replace(access, url=await _root(request, voice))
    credential = credential_of(access.sign_in)
    if access.sign_in.kind == "login":
        credential = await _logged_in(request, voice)
        voice.renewed(credential)
    try:
        async with opened(access, voice, credential=credential) as provider:
            identity = await provider.test()
            capabilities = await provider.capabilities()
    except AuthRejected as error:
        raise await probed(error, request, voice) if request.probe else error from None
    return {"url": access.url or known.url, "identity": msgspec.to_builtins(identity), "capabilities": plain_capabilities(capabilities)}


async def _root(request: TrySite, voice: Voice) -> str:
    access = request.access
    credential = credential_of(access.sign_in)
    return (await found_site(access.url, system_of(access.system), voice, ca_file=access.ca_file, credential=credential)).root


async def found_site(typed: str, known: System, voice: Voice, *, ca_file: str = "", credential: Credential | None = None) -> Detected:
    """What is behind what was typed; NotFound PLUGIN-MISSING where the system's plugin is not active."""
    found = await _detected(typed, voice, ca_file=ca_file, credential=credential)
    if known.namespace not in found.namespaces:
        there = [one.system for one in found.systems if one.why != "PLUGIN-MISSING"]
        raise NotFound(
            f"{known.label} is not active on {found.url}.",
            code="PLUGIN-MISSING",
            hint=f"What is there: {', '.join(there)}." if there else "Activate the plugin in wp-admin, then try again.",
        )
    return found


async def _detected(
    typed: str,
    voice: Voice,
    *,
    ca_file: str,
    credential: Credential | None = None,
    reached: Callable[[str], None] = lambda _: None,
) -> Detected:
    """Looks without a name are reads as well: told of as one."""
    from holdfast.providers.discovery import detect

    outcome, host = "failed", ""
    try:
        found = await detect(typed, ca_file=ca_file, credential=credential, reached=reached)
        outcome, host = "ok", host_of(found.root)
        return found
    finally:
        voice.looked(host or host_of(typed if "://" in typed else f"https://{typed}"), outcome)


async def _logged_in(request: TrySite, voice: Voice) -> Credential:
    """The second factor's code comes with the request; without one it is asked for by AUTH-2FA."""
    from holdfast.providers.general_bots import NeedsCode, log_in, verify_code
    from holdfast.providers.http import NOBODY

    access = request.access
    if access.system != "general-bots":
        raise Unsupported("Only General Bots signs in by e-mail and password.", hint="Use --auth application-password.")
    user, code = access.sign_in.user, access.sign_in.code
    async with Client(access.url, NOBODY, ca_file=access.ca_file, allow_http=access.allow_http, observer=voice) as client:
        credential = await log_in(client, user, access.sign_in.secret)
        if isinstance(credential, NeedsCode) and code:
            return await verify_code(client, user, credential, code.reveal())
    if isinstance(credential, NeedsCode):
        raise AuthRejected(
            "This account wants a code of a second factor.",
            code="AUTH-2FA",
            hint="Give the code when asked at a terminal, or use an API key: --auth api-key --secret-file F",
        )
    return credential


def plain_capabilities(capabilities: Capabilities) -> Result:
    """As JSON: `verbs` sorted."""
    plain: Result = msgspec.to_builtins(capabilities)
    plain["verbs"] = sorted(capabilities.verbs)
    return plain


_LOOKS: dict[str, tuple[Verb, str]] = {
    "list": ("list", "list of backups"),
    "details": ("details", "details of a backup"),
    "installs": ("installs", "list of sites"),
    "storages": ("storages.list", "list of storage providers"),
    "schedules": ("schedules.list", "list of schedules"),
    "staging": ("staging.status", "word on staging"),
    "migration": ("migration.status", "word on migrations"),
}


async def _look(request: LookAtSite, voice: Voice) -> Result:
    """{"items": […]} for lists, {"backup": …}, {"job": … or null}, {"capabilities": …}, {"password": {id, name, created_at} or null}."""
    if request.question == "password":
        return {"password": await own_password(request, voice)}
    async with opened(request.access, voice) as provider:
        if request.question in _LOOKS and request.question not in {"list", "details"}:
            must(await provider.capabilities(), *_LOOKS[request.question])
        return await _answer(request, provider, voice)


async def _answer(request: LookAtSite, provider: Provider, voice: Voice) -> Result:
    match request.question:
        case "capabilities":
            return {"capabilities": plain_capabilities(await provider.capabilities())}
        case "list":
            items: list[Result] = []
            async for one in provider.list(request.filters):
                items.append(record_of(one, request))
                voice.totals(Totals("list", files_done=len(items)))
            return {"items": items}
        case "details":
            return {"backup": record_of(await provider.details(request.subject), request)}
        case "dependants":
            return {"items": [record_of(one, request) for one in await provider.dependants(request.subject)]}
        case "installs":
            return {"items": msgspec.to_builtins(list(await provider.installs()))}
        case "bucket":
            return {"bucket": msgspec.to_builtins(await provider.bucket(request.subject))}
        case "storages":
            return {"items": msgspec.to_builtins(list(await provider.storages()))}
        case "schedules":
            return {"items": msgspec.to_builtins(list(await provider.schedules()))}
        case "staging":
            return {"job": _plain(await provider.staging_job())}
        case "migration":
            return {"job": _plain(await provider.migration_job())}
        case "password":
            raise AssertionError("not asked of a provider")


_CHANGES: dict[str, tuple[Verb, str]] = {
    "delete": ("delete", "deletion of backups"),
    "schedule.create": ("schedules.create", "schedules"),
    "schedule.update": ("schedules.update", "change of schedules"),
    "schedule.delete": ("schedules.delete", "deletion of schedules"),
    "storage.test": ("storages.test", "test of storage providers"),
    "staging.create": ("staging.create", "staging"),
    "staging.settings": ("staging.settings", "settings of staging"),
    "webhook.create": ("webhooks.create", "webhooks"),
}


async def _change(request: ChangeSite, voice: Voice) -> Result:
    """{"removed": [ids]}, {"schedule": …}, {"storage": …}, {"job": …}, {"webhook": …}."""
    async with opened(request.access, voice) as provider:
        capabilities = await provider.capabilities()
        must(capabilities, *_CHANGES[request.change])
        try:
            return await _changed(request, provider, capabilities, voice)
        except HoldfastError as error:
            raise _not_to_repeat(error, request) from None


_TWICE = {
    "schedule.create": ("made the schedule", "Look before you make another: holdfast schedule list {site}"),
    "staging.create": ("begun the staging copy", "Look before you begin another: holdfast staging status {site}"),
    "webhook.create": ("made the webhook", "It lists none: look at the plugin's settings in wp-admin before you make another."),
}
"""Changes that would be there twice when they are asked for again: what the site may have done, and where to look."""


def _not_to_repeat(error: HoldfastError, request: ChangeSite) -> HoldfastError:
    """What a lost answer means (apis.md 0.4); `error` itself otherwise."""
    if not is_lost(error) or request.change not in _TWICE:
        return error
    done, look = _TWICE[request.change]
    return RemoteError(
        f"The answer of {request.site} was lost; it may have {done} all the same.",
        code="CHANGE-UNCLEAR",
        hint=look.format(site=request.site),
        cause=error.code,
    )


async def _changed(request: ChangeSite, provider: Provider, capabilities: Capabilities, voice: Voice) -> Result:
    subject = request.subjects[0] if request.subjects else ""
    options = request.options
    match request.change:
        case "delete":
            must_know(capabilities, capabilities.delete, options)
            return await _delete(request, provider, voice)
        case "schedule.create":
            wanted = in_days(msgspec.convert(options, RemoteSchedule), capabilities)
            check_schedule(wanted, capabilities)
            return {"schedule": msgspec.to_builtins(await provider.create_schedule(wanted))}
        case "schedule.update":
            old = next((one for one in await provider.schedules() if one.id == subject), None)
            if old is None:
                raise no_schedule(subject)
            changed = in_days(changed_schedule(old, options), capabilities)
            check_schedule(changed, capabilities)
            return {"schedule": msgspec.to_builtins(await provider.update_schedule(changed))}
        case "schedule.delete":
            if subject not in {one.id for one in await provider.schedules()}:
                raise no_schedule(subject)
            await provider.delete_schedule(subject)
            return {"removed": [subject]}
        case "storage.test":
            if subject not in (slugs := [one.slug for one in await provider.storages()]):
                raise NotFound(f"The site has no storage provider {subject!r}.", code="NO-STORAGE", hint=f"It has: {', '.join(slugs)}.")
            return {"storage": msgspec.to_builtins(await provider.test_storage(subject))}
        case "staging.create":
            must_know(capabilities, capabilities.staging, options)
            return {"job": _plain(await provider.create_staging(options))}
        case "staging.settings":
            return {"job": _plain(await provider.set_staging(subject, options))}
        case "webhook.create":
            told = await provider.create_webhook(str(options.get("url", "")), list(options.get("events", ())), request.secret.reveal())
            return {"webhook": _plain(told)}


async def _delete(request: ChangeSite, provider: Provider, voice: Voice) -> Result:
    removed: list[str] = []
    for one in request.subjects:
        await provider.details(one)  # a backup that never was is NotFound; one that goes meanwhile is as good as deleted
        await provider.delete(one, request.options)
        removed.append(one)
        voice.totals(Totals("delete", files_done=len(removed), files_total=len(request.subjects)))
    return {"removed": removed}


def _plain(value: object) -> Any:
    return msgspec.to_builtins(cast("Any", dict(value) if value is not None else None))  # type: ignore[call-overload]  # a Mapping
