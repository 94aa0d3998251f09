"""The names of all secrets that a home may keep. Blocks: called within `Home.ask`."""

from __future__ import annotations

from holdfast.app.accounts import secret_of
from holdfast.app.bucket_keys import bucket_secret_of
from holdfast.app.home import Home, access_secret_of, database_password_of, password_of
from holdfast.app.listening import webhook_secret_of
from holdfast.app.telling import address_of
from holdfast.app.telling import secret_of as telling_secret_of
from holdfast.state.credentials.base import SecretName
from holdfast.state.outbox import Endpoints


def secret_names(home: Home) -> list[SecretName]:
    """Whether there is one under each name is not known."""
    names = [secret_of(account) for account in home.accounts.all()]
    for storage in home.storages.all():
        names += [password_of(storage), access_secret_of(storage)]
    for site in home.sites.all():
        names += [database_password_of(site), bucket_secret_of(site), webhook_secret_of(site)]
    for endpoint in Endpoints(home.database).all():
        names += [address_of(endpoint), telling_secret_of(endpoint)]
    return names
