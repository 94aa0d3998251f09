"""Random JSON in place of any fields of a documented answer, as tests of a whole provider: nothing but typed errors and tolerant values,
and never a "completed" that the server did not say. A provider joins by inheriting from `RandomAnswers`.
"""

from __future__ import annotations

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import reduce
from typing import Any, ClassVar

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.errors import HoldfastError
from holdfast.providers.base import Accepted, RemoteBackup, RemotePage, RemoteProgress
from holdfast.providers.values import status as our_word

_TEXTS = st.text(max_size=30) | st.sampled_from(
    [
        "", "null", "true", "failed", "in_progress", "0000-00-00 00:00:00", "2025-01-24T09:30:45Z", "50.0 MB", "-1", "1e400", "../..",
        "\x00", "\ud800", "۳",
    ]
)  # fmt: skip
_TEXTS = _TEXTS.filter(lambda word: our_word(word) != "completed")
_NUMBERS = st.integers() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
ANYTHING = st.recursive(
    st.none() | st.booleans() | _NUMBERS | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=8,
)
"""Any JSON in which no text means that something is completed."""


@dataclass(frozen=True)
class Canned:
    status: int
    body: Any

    def transport(self) -> httpx.MockTransport:
        """Every request gets this answer."""
        raw = json.dumps(self.body).encode()
        return httpx.MockTransport(lambda request: httpx.Response(self.status, content=raw, headers={"Content-Type": "application/json"}))


MISSING = object()


WRONG: tuple[Any, ...] = (MISSING, None, True, 0, -1, 2**70, 1.5e300, "", "abc", "12", [], ["x"], [None], {}, {"a": {"b": 1}})
"""A value of every kind, for trying all fields one by one: random draws miss single fields now and then."""


def tampered(document: Any) -> st.SearchStrategy[Any]:
    """`document` with one to three of its values, at any depth, replaced or missing."""
    changes = st.lists(st.tuples(st.sampled_from(_paths(document)), ANYTHING | st.just(MISSING)), min_size=1, max_size=3)
    return changes.map(lambda every: reduce(lambda body, change: _replaced(body, *change), every, document))


def one_by_one(document: Any) -> Iterator[Canned]:
    """The document with each of its values replaced by each of `WRONG`, and missing."""
    for path in _paths(document):
        for value in WRONG:
            yield Canned(200, _replaced(document, path, value))


def _paths(body: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to every value in `body`, itself included."""
    inner = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    return [here, *(path for name, value in inner for path in _paths(value, (*here, name)))]


def _replaced(body: Any, path: tuple[Any, ...], value: Any) -> Any:
    """`body` with another value at `path`; as it is where an earlier change took the way there."""
    if not path:
        return None if value is MISSING else value
    name, rest = path[0], path[1:]
    if isinstance(body, dict) and name in body:
        if value is MISSING and not rest:
            return {key: one for key, one in body.items() if key != name}
        return {**body, name: _replaced(body[name], rest, value)}
    if isinstance(body, list) and isinstance(name, int) and name < len(body):
        return [*body[:name], _replaced(body[name], rest, value), *body[name + 1 :]]
    return body


def answers(document: Any) -> st.SearchStrategy[Canned]:
    """The documented answer, tampered with, with a good status or a bad one."""
    good, bad = st.sampled_from([200, 200, 200, 201, 202]), st.sampled_from([400, 401, 403, 404, 405, 409, 410, 429, 500, 503, 504, 599])
    return st.builds(Canned, st.one_of(good, good, good, bad), tampered(document))


Calls = Mapping[str, Callable[[], Awaitable[object]]]


class RandomAnswers(ABC):
    """See the module."""

    every: ClassVar[Mapping[str, Any]]
    """The answers of the vendor's pages, by a name of ours. None of them says that something is completed."""
    own: ClassVar[Mapping[str, Sequence[str]]]
    """The calls whose answers these are."""

    @abstractmethod
    def calls(self, canned: Canned) -> AbstractAsyncContextManager[Calls]:
        """Every call of a provider whose every answer is `canned`."""

    @classmethod
    def pytest_generate_tests(cls, metafunc: pytest.Metafunc) -> None:
        if "name" in metafunc.fixturenames:
            metafunc.parametrize("name", cls.every)

    def test_random_fields_end_in_a_typed_error_or_a_tolerant_value(self, name: str) -> None:
        """Every call meets every answer, also those that belong to another one."""

        @settings(max_examples=settings().max_examples // 4)
        @given(answers(self.every[name]))
        def check(canned: Canned) -> None:
            async def story() -> None:
                async with self.calls(canned) as every:
                    await judged(every)

            asyncio.run(story())

        check()

    def test_each_field_alone_may_be_anything(self, name: str) -> None:
        async def story() -> None:
            for canned in one_by_one(self.every[name]):
                async with self.calls(canned) as every:
                    await judged({one: every[one] for one in self.own[name]})

        asyncio.run(story())

    def test_every_answer_belongs_to_a_call(self) -> None:
        assert set(self.own) == set(self.every)


async def judged(calls: Calls) -> None:
    """Every call ends in a value or a typed error that can be stored, and none in a false "completed"."""
    for name, call in calls.items():
        try:
            ended = await call()
        except HoldfastError as error:
            json.dumps(error.failure().details)
            continue
        for one in ended.items if isinstance(ended, RemotePage) else (ended,):
            if isinstance(one, RemoteBackup | RemoteProgress | Accepted):
                assert one.status in {"queued", "running", "failed", "deleted", "unknown"}, f"{name} says {one.status}"
            if isinstance(one, RemoteBackup):
                assert one.id and not one.downloadable
