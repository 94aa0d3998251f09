"""Webhooks: which ones were made, what they sign with, and a receiver for them in a worker."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from holdfast.app import accounts
from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.app.judging import NEWEST
from holdfast.errors import HoldfastError, NotFound, UsageError
from holdfast.jobs.messages import AnyEvent, ForParent, Listen, Listened, Received
from holdfast.records import NETWORK_SYSTEMS, Backup, Site
from holdfast.secret import Secret
from holdfast.state.credentials.base import SecretName, need
from holdfast.state.entries import new_id
from holdfast.state.remembered import note, recall, remember

WEBHOOKS = "webhooks of site"
"""A fact: {"items": [{id, url, events, created_at}], "signed": whether a secret is stored}."""


def webhook_secret_of(site: Site) -> SecretName:
    return SecretName(site.id, "webhook", site.name)


async def webhooks_of(home: Home, site: Site) -> Sequence[dict[str, Any]]:
    """Those that were made from here: {id, url, events, created_at}, oldest first. A site's service lists none."""
    return list((await home.ask(lambda: _fact(home, site)))["items"])


async def remember_webhook(home: Home, site: Site, made: Mapping[str, Any], *, url: str, events: Sequence[str], secret: Secret) -> None:
    item = {"id": str(made.get("id", "")), "url": url, "events": list(events), "created_at": msgspec.to_builtins(datetime.now(UTC))}
    await _keep(home, site, secret, [item])


async def keep_webhook_secret(home: Home, site: Site, secret: Secret) -> None:
    """What the site signs with, for a webhook that was set up on the site itself."""
    await _keep(home, site, secret, [])


async def _keep(home: Home, site: Site, secret: Secret, more: list[dict[str, Any]]) -> None:
    if len(secret.reveal()) < 8:
        raise UsageError("The secret of a webhook is too short to protect anything.", hint="Take at least 8 letters and digits.")
    await home.put_secret(webhook_secret_of(site), secret)

    def save() -> None:
        known = _fact(home, site)["items"]
        remember(home.database, site.id, WEBHOOKS, {"items": [*known, *more], "signed": True})
        note(home.database, "webhook added" if more else "webhook secret stored", site.name, urls=[one["url"] for one in more])

    await home.ask(save)


def _fact(home: Home, site: Site) -> dict[str, Any]:
    return recall(home.database, WEBHOOKS).get(site.id, {"items": [], "signed": False})


async def listened_sites(home: Home) -> Sequence[str]:
    """The names of the sites whose webhooks' secret is stored."""

    def read() -> list[str]:
        facts = recall(home.database, WEBHOOKS)
        return [site.name for site in home.sites.all() if facts.get(site.id, {}).get("signed")]

    return await home.ask(read)


async def listen(home: Home, secrets: Mapping[str, Secret | None] | None, *, host: str, port: int) -> JobHandle:
    """See `Services.listen`."""
    names = list(secrets) if secrets else list(await listened_sites(home))
    if not names:
        raise NotFound(
            "No webhook is known that could be listened for.",
            code="NO-WEBHOOK",
            hint="holdfast webhook add SITE …, or: holdfast webhook listen --site SITE --secret-file F",
        )
    rows = [await _listened(home, name, (secrets or {}).get(name)) for name in names]
    request = Listen(**home.common(new_id()), sites=tuple(rows), host=host, port=port)
    run = home.runner.start(request)
    handle = JobHandle(request.job, "listen", "", _events(home, request.job, run.events()), run.cancel)
    home.live[request.job] = handle
    return handle


async def _listened(home: Home, name: str, secret: Secret | None) -> Listened:
    site = await home.ask(lambda: home.sites.get(name))
    if site.system not in NETWORK_SYSTEMS:
        raise UsageError(f"{name!r} is a site of this computer: it sends no webhooks.")
    if secret is None:
        secret = await home.secret_call(lambda store: need(store, webhook_secret_of(site), whose=f"the webhooks of {name!r}"))
    return Listened(site=site.name, secret=secret, access=await accounts.access_to(home, site))


async def _events(home: Home, job: str, events: Any) -> AsyncGenerator[AnyEvent, None]:
    """No row in the history and no turn: it is no work, it waits."""
    try:
        async for event in events:
            if isinstance(event, ForParent):
                await home.heard(event)
                continue
            if isinstance(event, Received):
                await _keep_newest(home, event)
            home.tell(event)
            yield event
    finally:
        home.live.pop(job, None)


async def _keep_newest(home: Home, event: Received) -> None:
    """For the verdict. The trail has it as well: who sent a hint, and what came of it."""

    def keep() -> None:
        outcome = event.failure.code if event.failure is not None else "read again"
        note(home.database, f"webhook: {event.kind}", event.site, outcome, backup=event.subject)
        site = home.sites.find(event.site)
        backup = msgspec.convert(event.backup, Backup) if event.backup else None
        if site is None or backup is None or backup.status != "completed" or backup.created_at is None:
            return
        known = recall(home.database, NEWEST).get(site.id, {}).get("backup", {}).get("created_at")
        if known is None or datetime.fromisoformat(known) <= backup.created_at:
            remember(home.database, site.id, NEWEST, {"backup": event.backup})

    try:
        await home.ask(keep)
    except HoldfastError:
        pass  # what is shown is worth more than what is remembered of it
