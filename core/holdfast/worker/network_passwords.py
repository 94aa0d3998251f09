"""The application password that signs: what the site knows of it, another one in its place, taken away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import msgspec

from holdfast.errors import AuthRejected, Unsupported
from holdfast.jobs.messages import LookAtSite, NetworkRequest, RevokeSignIn, RotateSignIn, SiteAccess, TrySite
from holdfast.providers.http import Client, Credential
from holdfast.providers.registry import shared_budget, system_of
from holdfast.worker.network import Voice, credential_of, host_of

Result = dict[str, Any]

_ANOTHER = "Make a new application password on the site and give it: holdfast site edit SITE --secret-stdin."


async def own_password(request: LookAtSite, voice: Voice) -> Result | None:
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


async def rotate(request: RotateSignIn, voice: Voice) -> Result:
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


async def revoke(request: RevokeSignIn, voice: Voice) -> Result:
    """{"revoked": bool}."""
    from holdfast.providers import sign_in

    access = request.access
    _must_be_wordpress(request)
    credential = credential_of(access.sign_in)
    async with _client(access, credential, voice) as client:
        if not request.password:
            return {"revoked": await sign_in.revoke(client)}
        await sign_in.revoke_one(client, request.password)
    return {"revoked": True}


def _must_be_wordpress(request: NetworkRequest) -> None:
    if not system_of(request.access.system).namespace or request.access.sign_in.kind != "basic":
        raise Unsupported(
            "Only application passwords of WordPress can be made and revoked from here.",
            hint="Make a new key where this one came from, then: holdfast site edit NAME --secret-file F",
        )


async def probed(error: AuthRejected, request: TrySite, voice: Voice) -> AuthRejected:
    """`error` with what another way in says about it (apis.md 2.4): the same password in the body of XML-RPC, asked once, as plugins
    count failures. Where that cannot tell it says so."""
    from holdfast.providers.discovery import detect
    from holdfast.providers.sign_in import header_probe

    access = request.access
    if access.sign_in.kind != "basic" or not system_of(access.system).namespace or error.details.get("http") != 401:
        return error
    index = (await detect(access.url, ca_file=access.ca_file)).index
    credential = credential_of(access.sign_in)
    verdict = await header_probe(index.url or index.home, credential, ca_file=access.ca_file, allow_http=access.allow_http)
    voice.looked(host_of(access.url), f"probe: {verdict}")
    if verdict == "header-stripped":
        return AuthRejected(
            "The password is right, but the site's web server drops the header that carries it.",
            code="AUTH-HEADER",
            hint="Save the permalinks anew in wp-admin; else let the host pass Authorization on (SetEnvIf, fastcgi_pass_header).",
            **error.details,
        )
    if verdict == "wrong-password":
        return AuthRejected(f"{error.message} The site says so by XML-RPC as well.", code=error.code, hint=_ANOTHER, **error.details)
    return AuthRejected(
        f"{error.message} Which of the reasons it is could not be found out: the other way in, XML-RPC, does not answer.",
        code=error.code,
        hint=f"{_ANOTHER} If that is refused as well, the host must let the header Authorization through.",
        **error.details,
    )
