"""The one way to a server: `Client` sends with a credential, keeps to its `Budget`, and turns every answer that is not a success, and
every way a connection can fail, into one of our errors.

`address`: building and judging addresses. `credential`: what signs a request. `budget`: when the next request may leave; `places`: how
many are under way. `circuit`: a site that fails again and again is left in peace. `answer`: what came back. `failures`: from an answer to
an error. `transport` (with `large_reads`): the only place that knows httpx and its exceptions. `client`: the story. `looker`: questions
without any credential. `links`: where a site's download links may lead.
"""

from __future__ import annotations

from holdfast.providers.http.address import check_base, check_link, is_local, is_loopback, join, origin, part, resolve, shown
from holdfast.providers.http.answer import Answer
from holdfast.providers.http.budget import Budget
from holdfast.providers.http.circuit import Circuit
from holdfast.providers.http.client import Call, Client, Observer, ReadCounts, Renewal
from holdfast.providers.http.clock import Clock, SystemClock
from holdfast.providers.http.credential import NOBODY, Credential
from holdfast.providers.http.failures import error_of, failed
from holdfast.providers.http.links import check_destination
from holdfast.providers.http.looker import Looker, must_be_https
from holdfast.providers.http.transport import open_client

__all__ = [
    "NOBODY",
    "Answer",
    "Budget",
    "Call",
    "Circuit",
    "Client",
    "Clock",
    "Credential",
    "Looker",
    "Observer",
    "ReadCounts",
    "Renewal",
    "SystemClock",
    "check_base",
    "check_destination",
    "check_link",
    "error_of",
    "failed",
    "is_local",
    "is_loopback",
    "join",
    "must_be_https",
    "open_client",
    "origin",
    "part",
    "resolve",
    "shown",
]
