"""What time servers say it is, beside this computer's clock. One HEAD to each, unsigned and not followed anywhere (RFC 9110: the header
``Date`` is the server's clock to the second).
"""

from __future__ import annotations

import http.client
import ssl
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime
from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.jobs.messages import CompareClocks
from holdfast.progress import Progress

_SECONDS = 8.0


def run(request: CompareClocks, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"servers": [{"address", "ahead": seconds that the server is ahead of us, or null, "reason"}, …]}."""
    with ThreadPoolExecutor(8, thread_name_prefix="clock") as pool:
        return {"servers": list(pool.map(_ask, request.addresses))}


def _ask(address: str) -> dict[str, Any]:
    parts = urllib.parse.urlsplit(address)
    answer: dict[str, Any] = {"address": f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}", "ahead": None, "reason": ""}
    try:
        connection = _connection(parts)
        try:
            before = time.time()
            connection.request("HEAD", "/", headers={"User-Agent": "Holdfast"})
            response = connection.getresponse()
            middle = (before + time.time()) / 2
            date = response.getheader("Date")
        finally:
            connection.close()
        if date is None:
            answer["reason"] = "it does not say"
        else:
            answer["ahead"] = round(parsedate_to_datetime(date).timestamp() - middle)
    except ssl.SSLCertVerificationError as error:
        # A wrong clock here is a usual reason for "not yet valid" and "expired".
        answer["reason"] = f"its certificate is not accepted: {error.verify_message}"
    except (OSError, ValueError, http.client.HTTPException) as error:
        answer["reason"] = f"it does not answer ({type(error).__name__})"
    return answer


def _connection(parts: urllib.parse.SplitResult) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "https":
        return http.client.HTTPSConnection(host, parts.port, timeout=_SECONDS, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, parts.port, timeout=_SECONDS)
