"""Answers to small requests 40 ms sooner from servers that hold back the second packet of an answer until the first is acknowledged.

Ceph's gateway does so by default (its ``tcp_nodelay`` is off), and Linux acknowledges late. Measured there: 52 ms for a small GET without
this, 4 ms with it. The option is forgotten by the kernel after each exchange, so it is set before each answer.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_QUICK = getattr(socket, "TCP_QUICKACK", None)


def acknowledge_at_once(client: S3Client) -> bool:
    """Make the connections of `client` acknowledge what arrives at once. False where that cannot be done: then nothing is changed."""
    if _QUICK is None:
        return False
    try:
        pools = client._endpoint.http_session._pool_classes_by_scheme  # type: ignore[attr-defined]  # botocore has no door for this
        pools.update({scheme: _quick_pool(pool) for scheme, pool in pools.items()})
    except AttributeError:
        return False
    return True


def _quick_pool(pool: Any) -> Any:
    class QuickConnection(pool.ConnectionCls):  # type: ignore[misc]  # made from botocore's at run time
        def getresponse(self, *arguments: Any, **named: Any) -> Any:
            if self.sock is not None and _QUICK is not None:
                self.sock.setsockopt(socket.IPPROTO_TCP, _QUICK, 1)
            return super().getresponse(*arguments, **named)

    return type("QuickPool", (pool,), {"ConnectionCls": QuickConnection})
