"""What a site's service can do besides backups: its storage providers, staging copies, migrations, webhooks. Unsupported where not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from holdfast.app import listening
from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.app.network_backups import NetworkBackups
from holdfast.app.network_sites import NetworkSites
from holdfast.errors import HoldfastError, UsageError
from holdfast.records import Backup
from holdfast.secret import Secret


class Services:
    """`Holdfast.services`. Records are plain: the names of `holdfast.providers.base`."""

    def __init__(self, home: Home, sites: NetworkSites) -> None:
        self._home = home
        self._sites = sites
        self._jobs = NetworkBackups(home)

    async def capabilities(self, site: str) -> dict[str, Any]:
        """What the service offers, asked now: the names of `holdfast.providers.base.Capabilities`."""
        return _dict((await self._sites.look(site, "capabilities"))["capabilities"])

    async def storages(self, site: str) -> Sequence[dict[str, Any]]:
        """The storage providers that the site itself uploads to (RemoteStorage)."""
        found: Sequence[dict[str, Any]] = (await self._sites.look(site, "storages"))["items"]
        return found

    async def test_storage(self, site: str, slug: str) -> dict[str, Any]:
        """Let the site try one of them (RemoteStorage; `test_status` is the outcome)."""
        return _dict((await self._sites.change(site, "storage.test", slug))["storage"])

    async def staging_job(self, site: str) -> dict[str, Any] | None:
        """The staging job that runs, or None."""
        job: dict[str, Any] | None = (await self._sites.look(site, "staging"))["job"]
        return job

    async def create_staging(self, site: str, *, mode: str = "", roles: dict[str, str] | None = None) -> dict[str, Any]:
        """Begin a staging copy; `roles`: user id of the site -> full or developer."""
        options = ({"mode": mode} if mode else {}) | ({"staging_roles": roles} if roles else {})
        job = _dict((await self._sites.change(site, "staging.create", options=options))["job"])
        if name := str(job.get("id") or ""):
            await self._jobs.began_job(await self._sites.network_site(site), "staging", name)
        return job

    async def watch_staging(self, site: str) -> JobHandle:
        """Job. Follow the staging job that is active on the site, whoever began it: result {"job": its last state} (see
        `NetworkBackups.watch_job`). What was begun here is followed on by `Backups.resume`."""
        return await self._jobs.watch_job(await self._sites.network_site(site), "staging")

    async def watch_migration(self, site: str) -> JobHandle:
        """Job. The same for a migration."""
        return await self._jobs.watch_job(await self._sites.network_site(site), "migration")

    async def set_staging(self, site: str, staging: str, *, roles: dict[str, str]) -> dict[str, Any]:
        return _dict((await self._sites.change(site, "staging.settings", staging, options={"staging_roles": roles}))["job"])

    async def migration_job(self, site: str) -> dict[str, Any] | None:
        """The migration that runs, or None."""
        job: dict[str, Any] | None = (await self._sites.look(site, "migration"))["job"]
        return job

    async def add_webhook(self, site: str, *, url: str, events: Sequence[str], secret: Secret) -> dict[str, Any]:
        """Let the site tell `url` of events, signed with `secret`: {"id", "url", "events"}. The site lists none, so it is remembered here,
        with its secret: `webhooks`, `listen`. UsageError for one that was made already: the site would tell everything twice."""
        known = await self._sites.network_site(site)
        if any(one["url"] == url and set(one["events"]) & set(events) for one in await listening.webhooks_of(self._home, known)):
            raise UsageError(
                f"The site tells {url} of that already.", code="WEBHOOK-DOUBLE", hint=f"holdfast webhook list {site} shows what was made."
            )
        made = _dict(
            (await self._sites.change(site, "webhook.create", secret=secret, options={"url": url, "events": list(events)}))["webhook"]
        )
        await listening.remember_webhook(self._home, known, made, url=url, events=events, secret=secret)
        return made

    async def webhooks(self, site: str) -> Sequence[dict[str, Any]]:
        """Those that were made from here: {id, url, events, created_at}. Others, made on the site itself, cannot be seen."""
        return await listening.webhooks_of(self._home, await self._sites.network_site(site))

    async def keep_webhook_secret(self, site: str, secret: Secret) -> None:
        """What a webhook signs with that was set up on the site itself (SafeGuard's settings in wp-admin)."""
        await listening.keep_webhook_secret(self._home, await self._sites.network_site(site), secret)

    async def listened_sites(self) -> Sequence[str]:
        """The names of the sites that `listen` hears when it is told none: those whose webhooks' secret is stored."""
        return await listening.listened_sites(self._home)

    async def listen(self, secrets: Mapping[str, Secret | None] | None = None, *, port: int = 0, host: str = "127.0.0.1") -> JobHandle:
        """Job: hear what sites tell by webhook, until it is cancelled. `secrets`: site -> what it signs with (None:
        what is stored); without it `listened_sites`.

        Events: `Listening` (where), then `Received` for each rightly signed, fresh, new event, with the backup as the site's service knows
        it now. On this computer alone unless `host` says otherwise: a site reaches it through a tunnel or relay of yours. It takes no turn
        from other jobs and leaves no row in the history. NotFound NO-WEBHOOK; StorageError PORT ends it as failed."""
        return await listening.listen(self._home, secrets, host=host, port=port)

    async def own_password(self, site: str) -> dict[str, Any] | None:
        """The application password that signs: {id, name, created_at}; None where there is none, or the site does not tell."""
        found: dict[str, Any] | None = (await self._sites.look(site, "password"))["password"]
        return found

    async def restore_warnings(self, site: str, backup: Backup) -> Sequence[tuple[str, str]]:
        """(code, sentence) of what should be known before `backup` is restored on the site. PASSWORD-YOUNGER: the application password was
        made after the backup, so a restored database does not know it. Nothing when the site cannot be asked: a restore tells then."""
        try:
            password = await self.own_password(site)
        except HoldfastError:
            return ()
        made = datetime.fromisoformat(password["created_at"]) if password and password["created_at"] else None
        if made is None or backup.created_at is None or made <= backup.created_at:
            return ()
        return (
            (
                "PASSWORD-YOUNGER",
                f"The password with which Holdfast signs in was made on {made:%Y-%m-%d %H:%M} UTC, after this backup: when the database is"
                f" restored the site does not know it any more. Then sign in anew: holdfast site edit {site} --browser",
            ),
        )


def _dict(value: Any) -> dict[str, Any]:
    return dict(value or {})
