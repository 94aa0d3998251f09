"""The user's own key to the bucket into which a site puts its backups. The site never sees it."""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.app.home import Home
from holdfast.errors import Unsupported, UsageError
from holdfast.jobs.messages import RepositoryAccess
from holdfast.records import Site
from holdfast.secret import Secret
from holdfast.state.credentials.base import SecretName, need
from holdfast.state.remembered import note

KEY, PLACE = "bucket_key", "bucket_endpoint"


def bucket_secret_of(site: Site) -> SecretName:
    return SecretName(site.id, "access secret", site.name)


async def set_bucket_key(home: Home, site: Site, key: str, secret: Secret, *, endpoint: str = "") -> Site:
    """Remember it, the secret in the keyring. `endpoint`: for a store that is not AWS, where the site does not name it."""
    if site.system != "safeguard":
        raise Unsupported(f"The backups of {site.name!r} do not lie in a bucket of yours.")
    if not key or not secret:
        raise UsageError("A key to a bucket is its id and its secret.", hint="--bucket-key ID --bucket-secret-file F")
    changed = msgspec.structs.replace(site, options={**site.options, KEY: key, **({PLACE: endpoint} if endpoint else {})})
    await home.put_secret(bucket_secret_of(site), secret)

    def save() -> None:
        home.sites.put(changed)
        note(home.database, "bucket key set", site.name)

    await home.ask(save)
    return changed


async def access_to_bucket(home: Home, site: Site, bucket: dict[str, Any]) -> RepositoryAccess:
    """Where the site says that the bucket is, and the user's key."""
    if KEY not in site.options:
        raise UsageError(
            f"The backups of {site.name!r} lie in your bucket {bucket['bucket']}; Holdfast needs a key that may read it.",
            code="BUCKET-KEY",
            hint=f"holdfast site edit {site.name} --bucket-key ID --bucket-secret-file F",
        )
    secret = await home.secret_call(lambda store: need(store, bucket_secret_of(site), whose=f"the bucket of {site.name!r}"))
    region = bucket.get("region") or ""
    endpoint = str(site.options.get(PLACE) or bucket.get("endpoint") or f"https://s3.{region or 'us-east-1'}.amazonaws.com")
    if "://" not in endpoint:
        endpoint = f"https://{endpoint}"
    prefix = str(bucket.get("prefix") or "").strip("/")
    return RepositoryAccess(
        location=f"s3:{endpoint.rstrip('/')}/{bucket['bucket']}" + (f"/{prefix}" if prefix else ""),
        password=Secret(""),
        name=site.name,
        options={"access_key": str(site.options[KEY]), **({"region": region} if region else {})},
        secrets={"access_secret": secret},
        download_limit=home.settings.download_limit,
    )
