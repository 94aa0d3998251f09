"""Wrong password, or a web server that drops the Authorization header? On stock WordPress both look the same over REST (apis.md 0.3, 2.4).

XML-RPC takes the same application password in the body: an answer with blogs means that the password is right, so the header is lost on
the way; fault 403 means that it is wrong. Asked only when a person wants to know, and once, because security plugins count failures.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import escape

from holdfast.errors import HoldfastError
from holdfast.providers.http import Credential, Looker, check_base, join

if TYPE_CHECKING:
    import httpx

Verdict = Literal["header-stripped", "wrong-password", "undecided"]

_CALL = (
    '<?xml version="1.0"?><methodCall><methodName>wp.getUsersBlogs</methodName><params>'
    "<param><value><string>{user}</string></value></param><param><value><string>{password}</string></value></param></params></methodCall>"
)


async def header_probe(
    site: str, credential: Credential, *, ca_file: str = "", allow_http: bool = False, transport: httpx.AsyncBaseTransport | None = None
) -> Verdict:
    """Ask `site` (the address of its WordPress, `SiteIndex.url`) once. UsageError for plain http; other failures are "undecided"."""
    address = join(check_base(site, allow_http=allow_http), "xmlrpc.php")
    body = _CALL.format(user=escape(credential.user), password=escape(credential.secret.reveal())).encode()
    try:
        async with Looker(ca_file=ca_file, transport=transport) as looker:
            answer = await looker.ask("POST", address, content=body, headers={"Content-Type": "text/xml"})
    except HoldfastError:
        return "undecided"
    page = answer.page
    if answer.status not in {200, 403} or "<methodResponse>" not in page:
        return "undecided"
    if "<fault>" in page:
        code = re.search(r"<name>faultCode</name>\s*<value>\s*<(?:int|i4)>(\d{1,6})</", page)
        return "wrong-password" if code and code[1] == "403" else "undecided"
    return "header-stripped" if "<name>blogid</name>" in page else "undecided"
