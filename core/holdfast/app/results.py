"""What a finished request gave, as values or as errors."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from holdfast.errors import from_failure
from holdfast.jobs.messages import Finished

T = TypeVar("T")


def value_of(finished: Finished | None) -> dict[str, Any]:
    """A finished request's result, or its failure raised."""
    if finished is None:
        raise RuntimeError("a run ended without Finished")
    if finished.failure is not None:
        raise from_failure(finished.failure)
    return finished.result


def as_record(kind: type[T], value: object) -> T:
    """A part of a result as the record it is."""
    return msgspec.convert(value, kind)
