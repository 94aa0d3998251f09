"""Verbs that are done when the site has answered: detect, try a credential, look, change, rotate and revoke a password."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, cast

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import AuthRejected, NotFound, Unsupported, UsageError
from holdfast.jobs.messages import (
    ChangeSite,
    DetectSite,
    LookAtSite,
    NetworkRequest,
    RevokeSignIn,
    RotateSignIn,
    SiteAccess,
    TrySite,
)
from holdfast.progress import Progress, Totals
from holdfast.providers.base import Capabilities, Provider, RemoteSchedule, Verb
from holdfast.providers.http import Client, Credential
from holdfast.providers.registry import System, shared_budget, system_of
from holdfast.worker.network import Voice, credential_of, host_of, must, must_know, opened, perform, record_of

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
            return perform(lambda: _rotate(request, voice), cancelled)
        case RevokeSignIn():
            return perform(lambda: _revoke(request, voice), cancelled)


async def _detect(request: DetectSite, voice: Voice) -> Result:
    """{root, url, namespaces, systems: [{system, ready, why}], sign_in, warnings, name}."""
    found = await _detected(request.url, voice, ca_file=request.ca_file)
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
    async with opened(access, voice, credential=credential) as provider:
        identity = await provider.test()
        capabilities = await provider.capabilities()
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


async def _detected(typed: str, voice: Voice, *, ca_file: str, credential: Credential | None = None) -> Detected:
    """Looks without a name are reads as well: told of as one."""
    from holdfast.providers.discovery import detect

    outcome, host = "failed", ""
    try:
        found = await detect(typed, ca_file=ca_file, credential=credential)
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
        return {"password": await _own_password(request, voice)}
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
        return await _changed(request, provider, capabilities, voice)


async def _changed(request: ChangeSite, provider: Provider, capabilities: Capabilities, voice: Voice) -> Result:
    subject = request.subjects[0] if request.subjects else ""
    options = request.options
    match request.change:
        case "delete":
            must_know(capabilities, capabilities.delete, options)
            return await _delete(request, provider, voice)
        case "schedule.create":
            wanted = _in_days(msgspec.convert(options, RemoteSchedule), capabilities)
            _check_schedule(wanted, capabilities)
            return {"schedule": msgspec.to_builtins(await provider.create_schedule(wanted))}
        case "schedule.update":
            old = next((one for one in await provider.schedules() if one.id == subject), None)
            if old is None:
                raise _no_schedule(subject)
            changed = _in_days(_changed_schedule(old, options), capabilities)
            _check_schedule(changed, capabilities)
            return {"schedule": msgspec.to_builtins(await provider.update_schedule(changed))}
        case "schedule.delete":
            if subject not in {one.id for one in await provider.schedules()}:
                raise _no_schedule(subject)
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


def _no_schedule(subject: str) -> NotFound:
    return NotFound(f"The site has no schedule {subject!r}.", code="NO-SCHEDULE", hint="holdfast schedule list SITE shows them.")


def _changed_schedule(old: RemoteSchedule, changes: Result) -> RemoteSchedule:
    """`old` with what is given; the two ways to say when, and the two to say how many, take each other's place."""
    given = dict(changes)
    given |= {"cron": ""} if given.get("frequency") else {"frequency": "", "time": ""} if given.get("cron") else {}
    if (given.get("keep") is None) != (given.get("keep_days") is None):
        given = {"keep": None, "keep_days": None} | {k: v for k, v in given.items() if v is not None or k not in {"keep", "keep_days"}}
    given["extra"] = {**old.extra, **given.get("extra", {})}
    return msgspec.structs.replace(old, **given)


def _in_days(wanted: RemoteSchedule, capabilities: Capabilities) -> RemoteSchedule:
    """A site that runs by cron and counts days, and a person who counts backups: the days in which so many are made."""
    known = {field.name for field in capabilities.schedule}
    if wanted.keep is None or wanted.keep_days is not None or "keep" in known or "keep_days" not in known or not wanted.cron:
        return wanted
    return msgspec.structs.replace(wanted, keep=None, keep_days=max(1, round(wanted.keep * _days_between(wanted.cron))))


def _days_between(cron: str) -> float:
    """About how many days lie between two runs; 1 for what cannot be read."""
    fields = cron.split()
    if len(fields) != 5:
        return 1.0
    _, hour, day, _, weekday = fields
    if day != "*":
        return 30.0 / _runs(day, 30)
    if weekday not in {"*", "?"}:
        return 7.0 / _runs(weekday, 7)
    return 1.0 / _runs(hour, 24)


def _runs(field: str, of: int) -> int:
    """How often one field of cron fits in a whole turn of `of`."""
    count = 0
    for piece in field.split(","):
        span, _, step = piece.partition("/")
        first, dash, last = span.partition("-")
        width = (
            of if span in {"*", "?"} else int(last) - int(first) + 1 if dash and first.isdigit() and last.isdigit() else of if step else 1
        )
        count += max(1, width // int(step) if step.isdigit() and int(step) else width)
    return max(1, min(count, of))


def _check_schedule(wanted: RemoteSchedule, capabilities: Capabilities) -> None:
    if wanted.type not in capabilities.types:
        raise Unsupported(f"This site makes no backups of type {wanted.type}.", hint=f"Types: {', '.join(capabilities.types)}.")
    if wanted.frequency and not capabilities.frequencies:
        raise UsageError("This system wants a schedule in cron's five fields.", hint='--cron "0 2 * * *"')


async def _own_password(request: LookAtSite, voice: Voice) -> Result | None:
    """The application password that signs, as far as the site tells; None for another kind of credential, or one that is not told of."""
    from holdfast.providers.sign_in import try_wordpress

    access = request.access
    if not system_of(access.system).namespace or access.sign_in.kind != "basic":
        return None
    async with _client(access, credential_of(access.sign_in), voice) as client:
        told = await try_wordpress(client)
    if not told.password_id:
        return None
    return {"id": told.password_id, "name": told.password_name, "created_at": msgspec.to_builtins(told.created_at)}


@asynccontextmanager
async def _client(access: SiteAccess, credential: Credential, voice: Voice) -> AsyncIterator[Client]:
    """A client of its own for questions about passwords; its reads count with the request's, and it keeps to the system's pace."""
    client = Client(
        access.url,
        credential,
        ca_file=access.ca_file,
        allow_http=access.allow_http,
        observer=voice,
        budget=shared_budget(access.system, credential, voice.clock),
        clock=voice.clock,
    )
    client.reads = voice.reads
    async with client:
        try:
            yield client
        finally:
            voice.sum_up_reads(host_of(access.url))


async def _rotate(request: RotateSignIn, voice: Voice) -> Result:
    """{"new": id of the new password, "old": id of the old one or ""}; the password itself comes as `CredentialRenewed`."""
    from holdfast.providers.sign_in import make_another

    access = request.access
    _must_be_wordpress(request)

    async with _client(access, credential_of(access.sign_in), voice) as old:

        def beside(credential: Credential) -> Client:
            fresh = Client(access.url, credential, ca_file=access.ca_file, allow_http=access.allow_http, observer=voice, budget=old.budget)
            fresh.reads = voice.reads
            return fresh

        made = await make_another(old, beside)
    voice.renewed(made.credential)
    return {"new": made.password_id, "old": made.old_id}


async def _revoke(request: RevokeSignIn, voice: Voice) -> Result:
    """{"revoked": bool}."""
    from holdfast.providers.sign_in import revoke, revoke_one

    access = request.access
    _must_be_wordpress(request)
    credential = credential_of(access.sign_in)
    async with _client(access, credential, voice) as client:
        if not request.password:
            return {"revoked": await revoke(client)}
        await revoke_one(client, request.password)
    return {"revoked": True}


def _must_be_wordpress(request: NetworkRequest) -> None:
    if not system_of(request.access.system).namespace or request.access.sign_in.kind != "basic":
        raise Unsupported(
            "Only application passwords of WordPress can be made and revoked from here.",
            hint="Make a new key where this one came from, then: holdfast site edit NAME --secret-file F",
        )


def _plain(value: object) -> Any:
    return msgspec.to_builtins(cast("Any", dict(value) if value is not None else None))  # type: ignore[call-overload]  # a Mapping
