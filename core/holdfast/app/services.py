"""What a site's service can do besides backups: its storage providers, staging copies, migrations, webhooks. Unsupported where not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from holdfast.app.network_sites import NetworkSites
from holdfast.secret import Secret


class Services:
    """`Holdfast.services`. Records are plain: the names of `holdfast.providers.base`."""

    def __init__(self, sites: NetworkSites) -> None:
        self._sites = sites

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
        return _dict((await self._sites.change(site, "staging.create", options=options))["job"])

    async def set_staging(self, site: str, staging: str, *, roles: dict[str, str]) -> dict[str, Any]:
        return _dict((await self._sites.change(site, "staging.settings", staging, options={"staging_roles": roles}))["job"])

    async def migration_job(self, site: str) -> dict[str, Any] | None:
        """The migration that runs, or None."""
        job: dict[str, Any] | None = (await self._sites.look(site, "migration"))["job"]
        return job

    async def add_webhook(self, site: str, *, url: str, events: Sequence[str], secret: Secret) -> dict[str, Any]:
        """Let the site tell `url` of events, signed with `secret`: {"id", "url", "events"}. The site lists none, so mind doubles."""
        return _dict(
            (await self._sites.change(site, "webhook.create", secret=secret, options={"url": url, "events": list(events)}))["webhook"]
        )


def _dict(value: Any) -> dict[str, Any]:
    return dict(value or {})
