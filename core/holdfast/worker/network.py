"""What all verbs that speak to sites share: opening a provider, being stopped, telling the parent of every call."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Cancelled, HoldfastError, Unsupported
from holdfast.jobs.messages import Called, CredentialRenewed, NetworkRequest, Request, SignIn, SiteAccess, TakenOn
from holdfast.progress import Progress, Retry, Totals
from holdfast.providers.base import Capabilities, Provider, RemoteBackup, Verb
from holdfast.providers.http import Call, Clock, Credential, ReadCounts, Renewal, SystemClock
from holdfast.providers.registry import open_provider
from holdfast.records import Backup
from holdfast.worker.network_renewing import newest, one_at_a_time

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")


class Voice:
    """One request's way to speak: progress, remarks, and what only the parent hears. Also the provider's observer."""

    def __init__(self, request: Request, progress: Progress, *, clock: Clock | None = None) -> None:
        self.request = request
        self.progress = progress
        self.clock: Clock = clock or SystemClock()
        self.reads = ReadCounts()
        self.latest: Credential | None = None
        """What signs since a renewal."""
        self._account = request.access.account if isinstance(request, NetworkRequest) else ""
        self.url = request.access.url if isinstance(request, NetworkRequest) else ""
        self.pace = request.access.poll_seconds / 5.0 if isinstance(request, NetworkRequest) else 1.0
        """What all waiting between questions is multiplied with."""

    def totals(self, totals: Totals) -> None:
        self.progress.totals(totals)

    def remark(self, code: str, message: str, **details: Any) -> None:
        self.progress.remark(code, message, **details)

    def taken_on(self, backup: str, **state: Any) -> None:
        """The site works on it: from now on it is found again after a restart."""
        self.progress.tell(TakenOn(job=self.request.job, site=self.request.site, backup=backup, state=state))

    def calling(self, call: Call) -> None:
        self._tell(call, "")

    def called(self, call: Call) -> None:
        self._tell(call, call.outcome or "ok")

    def renewed(self, credential: Credential) -> None:
        self.latest = credential
        access = self.request.access.sign_in if isinstance(self.request, NetworkRequest) else SignIn()
        event = CredentialRenewed(
            job=self.request.job, site=self.request.site, account=self._account, sign_in=sign_in_of(credential, access.client_secret)
        )
        self.progress.tell(event)

    def retrying(self, retry: Retry | None) -> None:
        self.progress.retrying(retry)

    def looked(self, host: str, outcome: str) -> None:
        """A look without any credential at what is behind an address: for the audit trail, as one."""
        self.progress.tell(Called(job=self.request.job, site=self.request.site, method="GET", host=host, path="", outcome=outcome))

    def gave_link(self, url: str, backup: str) -> None:
        """A link to download from was given out: for the audit trail, singly, however the site was asked for it. Its address is secret."""
        where = host_of(url) or host_of(self.request.access.url if isinstance(self.request, NetworkRequest) else "")
        event = Called(
            job=self.request.job, site=self.request.site, method="LINK", host=where, path=backup, outcome="ok", account=self._account
        )
        self.progress.tell(event)

    def sum_up_reads(self, host: str) -> None:
        """Once for all reads since the last time."""
        if self.reads.calls:
            outcome = "ok" if not self.reads.failed else f"{self.reads.failed} failed"
            event = Called(
                job=self.request.job,
                site=self.request.site,
                method="GET",
                host=host,
                path="",
                outcome=outcome,
                count=self.reads.calls,
                account=self._account,
            )
            self.progress.tell(event)
            self.reads.calls = self.reads.failed = 0

    def _tell(self, call: Call, outcome: str) -> None:
        event = Called(
            job=self.request.job,
            site=self.request.site,
            method=call.method,
            host=call.host,
            path=call.path,
            outcome=outcome,
            http=call.http,
            seconds=round(call.seconds, 3),
            account=self._account,
        )
        self.progress.tell(event)


def perform(story: Callable[[], Awaitable[T]], cancelled: Cancellation) -> T:
    """Run an async story to its end from plain code; `Cancelled` within a second of being asked to stop."""

    async def watched() -> T:
        loop, task = asyncio.get_running_loop(), asyncio.ensure_future(story())

        def stop() -> None:
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(task.cancel)

        take_back = cancelled.when_cancelled(stop)
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError:
            task.cancel()
            raise
        finally:
            take_back()
        if task.cancelled():
            raise Cancelled("Stopped on request. What runs on the site goes on there.")
        return task.result()

    return asyncio.run(watched())


@asynccontextmanager
async def opened(
    access: SiteAccess, voice: Voice, *, credential: Credential | None = None, transport: httpx.AsyncBaseTransport | None = None
) -> AsyncIterator[Provider]:
    """The provider of a site; when it is closed the reads are told of as one."""
    renew = renewal_of(access, voice)
    signing = credential or credential_of(access.sign_in)
    provider = await open_provider(
        access.system,
        access.url,
        newest(signing) if renew is not None else signing,
        access.options,
        ca_file=access.ca_file,
        allow_http=access.allow_http,
        observer=voice,
        renew=one_at_a_time(renew) if renew is not None else None,
        reads=voice.reads,
        clock=voice.clock,
        transport=transport,
    )
    try:
        yield provider
    finally:
        await provider.close()
        voice.sum_up_reads(host_of(access.url))


def credential_of(sign_in: SignIn) -> Credential:
    kind = "bearer" if sign_in.kind == "login" else sign_in.kind
    return Credential(kind, sign_in.user, sign_in.secret, sign_in.refresh, sign_in.expires_at, sign_in.token_url, sign_in.client_id)


def sign_in_of(credential: Credential, client_secret: Any) -> SignIn:
    kind = credential.kind if credential.kind != "none" else "basic"
    return SignIn(
        kind=kind,
        user=credential.user,
        secret=credential.secret,
        refresh=credential.refresh,
        expires_at=credential.expires_at,
        token_url=credential.token_url,
        client_id=credential.client_id,
        client_secret=client_secret,
    )


def renewal_of(access: SiteAccess, voice: Voice | None = None) -> Renewal | None:
    """How a token of this account is renewed; None for what lasts. `voice` hears of the calls."""
    sign_in = access.sign_in
    if sign_in.token_url and sign_in.kind == "bearer":
        from holdfast.providers.sign_in import OAuthApp, renewal

        app = OAuthApp(
            "", sign_in.token_url, sign_in.client_id, sign_in.client_secret, allow_http=access.allow_http, ca_file=access.ca_file
        )  # fmt: skip
        return renewal(app, observer=voice)
    if not sign_in.refresh or access.system != "general-bots":
        return None
    from holdfast.providers.general_bots import renew
    from holdfast.providers.http import NOBODY, Client

    async def again(old: Credential) -> Credential:
        async with Client(access.url, NOBODY, ca_file=access.ca_file, allow_http=access.allow_http, observer=voice) as client:
            return await renew(client, old)

    return again


def host_of(url: str) -> str:
    from urllib.parse import urlsplit

    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def must(capabilities: Capabilities, verb: Verb, what: str) -> None:
    """Unsupported, with the reason that the capabilities give, when the site cannot do it."""
    if not capabilities.can(verb):
        raise Unsupported(f"This site's service offers no {what}.", hint=capabilities.why_not.get(verb, ""), verb=verb)


def must_know(capabilities: Capabilities, fields: tuple[Any, ...], options: dict[str, Any]) -> None:
    """Unsupported for an option that is no field of the call."""
    known = {field.name for field in fields}
    for name in options:
        if name not in known:
            raise Unsupported(
                f"This site's service knows no option {name.replace('_', ' ')} here.",
                hint=capabilities.why_not.get(name, f"It knows: {', '.join(sorted(known)) or 'none'}."),
                option=name,
            )


def record_of(remote: RemoteBackup, request: NetworkRequest) -> dict[str, Any]:
    """A backup on the site as the `Backup` that people see."""
    duration = remote.duration
    if duration is None and remote.created_at and remote.completed_at:
        duration = max((remote.completed_at - remote.created_at).total_seconds(), 0.0)
    metadata = {**remote.metadata, "status_word": remote.status_word}
    if remote.site_storage:
        metadata["site_storage"] = remote.site_storage
    backup = Backup(
        id=remote.id,
        site=request.site,
        system=request.access.system,
        type=remote.type,
        status=remote.status,
        created_at=remote.created_at,
        completed_at=remote.completed_at,
        duration=duration,
        size=remote.size,
        label=remote.label,
        locations=("site",),
        components=remote.components,
        downloadable=remote.downloadable,
        parent_id=remote.parent_id,
        metadata=metadata,
        error=remote.error or None,
    )
    plain: dict[str, Any] = msgspec.to_builtins(backup)
    return plain


def is_lost(error: HoldfastError) -> bool:
    """Whether nobody knows if the call was carried out."""
    return bool(error.details.get("lost"))
