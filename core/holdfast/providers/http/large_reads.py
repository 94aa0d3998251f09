"""Reading from the network in as large pieces as come. httpcore asks for 64 KB at a time, and every piece that is larger is cut up and
copied again; a download of gigabytes pays for that with a third of its processor time."""

from __future__ import annotations

from typing import Any

import httpcore

_PIECE = 1 << 20


class LargeReads(httpcore.AsyncNetworkBackend):
    """httpcore's own backend, whose streams may give more than they are asked for."""

    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner = inner

    async def connect_tcp(self, *given: Any, **options: Any) -> httpcore.AsyncNetworkStream:
        return _Stream(await self._inner.connect_tcp(*given, **options))

    async def connect_unix_socket(self, *given: Any, **options: Any) -> httpcore.AsyncNetworkStream:
        return _Stream(await self._inner.connect_unix_socket(*given, **options))

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)


class _Stream(httpcore.AsyncNetworkStream):
    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner

    async def read(self, max_bytes: int, *given: Any, **options: Any) -> bytes:
        return await self._inner.read(max(max_bytes, _PIECE), *given, **options)

    async def write(self, *given: Any, **options: Any) -> None:
        await self._inner.write(*given, **options)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(self, *given: Any, **options: Any) -> httpcore.AsyncNetworkStream:
        return _Stream(await self._inner.start_tls(*given, **options))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
