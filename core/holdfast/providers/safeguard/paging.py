"""Pages of ``safeguard/v1`` lists, also behind a proxy that eats the headers with their totals."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from holdfast.providers import wordpress
from holdfast.providers.http import Client


class Pages:
    """Remembers for one site whether totals come as headers, or only in WordPress' envelope, or not at all."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._enveloped: bool | None = None

    async def page(self, path: str, number: int, size: int, params: Mapping[str, object]) -> wordpress.Page:
        """One page. Where nobody tells totals, only an empty page is surely the last: a site may give fewer than it was asked for."""
        told = await wordpress.page_of(self._client, path, number, size, params, enveloped=self._enveloped is True)
        if told.told:
            return told
        if self._enveloped is None and told.items:
            wrapped = await wordpress.page_of(self._client, path, number, size, params, enveloped=True)
            self._enveloped = wrapped.told
            if wrapped.told:
                return wrapped
        return msgspec.structs.replace(told, more=True)
