"""What Backup Copilot's page says beside the calls: OAuth 2.0 at the site's root, and webhooks with a bare hex signature."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import http.client
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from holdfast.errors import AuthRejected, Forbidden
from holdfast.providers.backup_copilot import BackupCopilot
from holdfast.providers.base import Wanted
from holdfast.providers.http import Client, Credential
from holdfast.providers.sign_in.oauth import OAuthApp, attempt, code_of, exchange
from holdfast.providers.webhooks import Hook, Receiver
from holdfast.secret import Secret
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.backup_copilot_site import stamp

CALLBACK = "http://127.0.0.1:49152/callback"


def browse(address: str) -> str:
    """What a browser is sent to from `address`; the visitor says yes."""
    pieces = urlsplit(address)
    connection = http.client.HTTPConnection(pieces.netloc, timeout=10)
    connection.request("GET", f"{pieces.path}?{pieces.query}")
    answer = connection.getresponse()
    connection.close()
    return answer.headers["Location"]


def signed_in(site: FakeBackupCopilot, scope: str = "backup:read backup:write", secret: str = "client-secret") -> Credential:
    async def story() -> Credential:
        app = OAuthApp(f"{site.home}/oauth/authorize", f"{site.home}/oauth/token", "client-1", Secret(secret), scope)
        tried = attempt(app, CALLBACK)
        return await exchange(app, tried, code_of(tried, browse(tried.address)), clock=site.clock)

    return asyncio.run(story())


def create(site: FakeBackupCopilot, credential: Credential) -> str:
    async def story() -> str:
        async with Client(site.root, credential, clock=site.clock) as client:
            return (await BackupCopilot(client).create(Wanted())).id

    return asyncio.run(story())


@pytest.mark.parametrize("folder", ["", "blog"])
def test_a_code_from_the_browser_becomes_a_token_that_works(folder: str) -> None:
    with FakeBackupCopilot(folder=folder) as site:
        credential = signed_in(site)
        assert create(site, credential) in site.backups
        sent = site.log[-1]
        assert sent.headers["authorization"] == f"Bearer {credential.secret.reveal()}"
        form = site.asked("POST */oauth/token*")[-1].form()
        assert form.items() >= {
            "grant_type": "authorization_code", "client_id": "client-1", "client_secret": "client-secret", "redirect_uri": CALLBACK,
        }.items()  # fmt: skip
        query = parse_qs(urlsplit(site.log[0].path).query) or site.log[0].query
        assert query["response_type"] == "code" and query["scope"] == "backup:read backup:write" and query["state"]


def test_a_token_for_reading_may_not_start_backups() -> None:
    with FakeBackupCopilot() as site, pytest.raises(Forbidden):
        create(site, signed_in(site, "backup:read"))


def test_a_wrong_client_secret_is_refused() -> None:
    with FakeBackupCopilot() as site, pytest.raises(AuthRejected):
        signed_in(site, secret="wrong")


PAYLOAD: dict[str, Any] = {
    "event": "backup.completed",
    "timestamp": "2025-01-24T09:35:12Z",
    "site_url": "https://yoursite.com",
    "data": {
        "uuid": "bkpc_20250124_093045_a8f3d2", "type": "full", "size": 1247652864, "duration_seconds": 267, "cloud_uploaded": True,
        "cloud_provider": "dropbox",
    },
}  # fmt: skip


def test_the_pages_webhook_is_taken_once_when_its_bare_hex_signature_is_right() -> None:
    async def story() -> None:
        with FakeBackupCopilot() as site:
            receiver = Receiver([Hook("shop", Secret("your_webhook_secret"))], clock=site.clock)
            body = json.dumps(PAYLOAD | {"timestamp": stamp(site.now)}).encode()
            right = {"x-bkpc-signature": hmac.new(b"your_webhook_secret", body, hashlib.sha256).hexdigest()}
            wrong = {"x-bkpc-signature": hmac.new(b"another", body, hashlib.sha256).hexdigest()}
            assert receiver.receive("POST", wrong, body) == 401
            assert receiver.receive("POST", right, body) == 202
            assert receiver.receive("POST", right, body) == 409
            event = receiver.events.get_nowait()
            assert (event.site, event.kind, event.backup, event.site_url) == (
                "shop",
                "backup.completed",
                PAYLOAD["data"]["uuid"],
                "https://yoursite.com",
            )

    asyncio.run(story())
