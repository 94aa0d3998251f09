"""Performing one request from `Started` to `Finished`: the same in a worker's process and in a thread of this one."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable
from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Cancelled, Failure, HoldfastError, NoSpace, StorageError, as_failure
from holdfast.jobs.messages import AnyEvent, AnyRequest, Finished, Started, verb_of
from holdfast.jobs.reporting import Reporter
from holdfast.progress import Progress

log = logging.getLogger(__name__)


class Ending(msgspec.Struct, frozen=True):
    """What a verb returns when it has a result *and* failed: a check that found damage."""

    result: dict[str, Any]
    failure: Failure | None = None


Body = Callable[[AnyRequest, Progress, Cancellation], "dict[str, Any] | Ending"]
"""The work itself: `holdfast.worker.perform`, or a test's."""


def perform(request: AnyRequest, body: Body, emit: Callable[[AnyEvent], None], cancelled: Cancellation) -> Finished:
    """Run `body` and tell everything through `emit`, the `Finished` that is returned included. Raises nothing."""
    reporter = Reporter(request.job, request.site, emit)
    emit(Started(job=request.job, site=request.site, verb=verb_of(request)))
    ending = _end_of(request, body, reporter, cancelled)
    warnings = reporter.finish()
    finished = Finished(
        job=request.job,
        site=request.site,
        outcome=_outcome(ending, warnings),
        result=_plain(ending.result),
        warnings=warnings,
        failure=ending.failure,
    )
    emit(finished)
    return finished


def _end_of(request: AnyRequest, body: Body, reporter: Reporter, cancelled: Cancellation) -> Ending:
    try:
        cancelled.check()
        result = body(request, reporter, cancelled)
    except HoldfastError as error:
        if not isinstance(error, Cancelled):
            log.warning("%s ended with %s: %s", verb_of(request), error.code, error.message)
        return Ending({}, error.failure())
    except OSError as error:
        log.exception("%s met an error of the system", verb_of(request))
        return Ending({}, _of_system(error))
    except Exception as error:
        log.exception("%s met an error it did not expect", verb_of(request))
        return Ending({}, as_failure(error))
    return result if isinstance(result, Ending) else Ending(result)


_REFUSALS = {
    errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP,
}  # fmt: skip
"""A path that was given leads nowhere, or may not be used."""


def _of_system(error: OSError) -> Failure:
    """An error of the operating system that nobody nearer gave a meaning to."""
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return NoSpace(
            f"The disk is full: {error.filename or 'no file named'}.", code="SPACE-LOCAL", hint="Make room, then try again."
        ).failure()
    if error.errno in _REFUSALS and isinstance(error.filename, str):
        return StorageError(f"{error.filename} cannot be used: {error.strerror}.", code="FILE-REFUSED", hint="Check the path.").failure()
    return as_failure(error)


def _plain(result: dict[str, Any]) -> dict[str, Any]:
    """As it looks at the other end of a pipe: lists for tuples, texts for times. So both runners give the same."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(result))
    return plain


def _outcome(ending: Ending, warnings: tuple[str, ...]) -> str:
    if ending.failure is not None:
        return "cancelled" if ending.failure.kind == Cancelled.kind else "failed"
    return "warning" if warnings else "success"
