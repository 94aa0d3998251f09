"""Trying again: what, how long, and who can stop it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import (
    AuthRejected,
    Cancelled,
    Damaged,
    Forbidden,
    HoldfastError,
    NetworkError,
    NoSpace,
    NotFound,
    RateLimited,
    StorageError,
    Unsupported,
)
from holdfast.progress import Progress, Retry
from holdfast.storage.base import FileInfo, Storage, Traits
from holdfast.storage.faulty import Fault, FaultyStorage
from holdfast.storage.memory import MemoryStorage
from holdfast.storage.paging import Page, Pages
from holdfast.storage.retry import RetryPolicy, RetryStorage
from tests.contracts.storage import StorageContract

QUICK = RetryPolicy(first=0.001, most=0.005, total=5)


class TestRetry(StorageContract):
    @pytest.fixture
    def storage(self) -> Storage:
        return RetryStorage(MemoryStorage(), QUICK)


class TestRetryOverFaults(StorageContract):
    """S1: with 30 % of all calls failing, before they are done or after, the contract holds."""

    @pytest.fixture(params=range(3))
    def storage(self, request: pytest.FixtureRequest) -> Storage:
        faults = (Fault("error", chance=0.2), Fault("lost_answer", chance=0.1))
        return RetryStorage(FaultyStorage(MemoryStorage(), *faults, seed=request.param), QUICK)


class TestRetryWithCancellation(StorageContract):
    @pytest.fixture
    def storage(self) -> Storage:
        remote = MemoryStorage()
        remote.traits = Traits(connections=4, remote=True)
        return RetryStorage(remote, QUICK, cancelled=Cancellation())


class Failing(MemoryStorage):
    """Raises `error` at each call."""

    def __init__(self, error: HoldfastError) -> None:
        super().__init__()
        self.error = error
        self.calls = 0
        self.times: list[float] = []

    def size(self, name: str) -> int:
        self.calls += 1
        self.times.append(time.monotonic())
        raise self.error


class Heard(Progress):
    def __init__(self) -> None:
        self.retries: list[Retry | None] = []

    def retrying(self, retry: Retry | None) -> None:
        self.retries.append(retry)


def test_what_is_tried_again_is_told_and_that_it_is_over() -> None:
    """The pause, which try comes, and why; in the end that it is over, after a success as after giving up."""
    heard = Heard()
    faulty = FaultyStorage(MemoryStorage(), Fault("error", verb="save", at=1), Fault("error", verb="save", at=2))
    storage = RetryStorage(faulty, QUICK, progress=heard)
    storage.save("config", [b"x"])
    first, second, over = heard.retries
    assert first is not None and second is not None and over is None
    assert (first.attempt, second.attempt, first.attempts) == (2, 3, None)
    assert first.message == "A made-up fault at save config."
    storage.load("config")
    assert len(heard.retries) == 3
    hopeless = RetryStorage(Failing(NetworkError("gone")), RetryPolicy(first=0.001, most=0.001, total=0.01), progress=heard)
    with pytest.raises(NetworkError):
        hopeless.size("config")
    assert heard.retries[3] is not None
    assert heard.retries[-1] is None


@pytest.mark.parametrize(
    "error",
    [
        NotFound("no"),
        NoSpace("full"),
        AuthRejected("401"),
        Forbidden("403"),
        StorageError("short", code="SHORT"),
        StorageError("exists", code="EXISTS"),
        Unsupported("x"),
        Damaged("x"),
        Cancelled(),
        NetworkError("certificate", code="TLS-BAD", retryable=False),
    ],
    ids=lambda e: e.code,
)
def test_what_will_not_pass_is_not_tried_again(error: HoldfastError) -> None:
    """C3, N2, S3 (the cases): no retry storm."""
    failing = Failing(error)
    with pytest.raises(type(error)):
        RetryStorage(failing, QUICK).size("config")
    assert failing.calls == 1


@pytest.mark.parametrize("error", [NetworkError("x"), RateLimited("x"), StorageError("busy", retryable=True)], ids=lambda e: e.kind)
def test_what_may_pass_is_tried_until_the_time_is_up(error: HoldfastError) -> None:
    failing = Failing(error)
    storage = RetryStorage(failing, RetryPolicy(first=0.01, most=0.05, total=0.4))
    start = time.monotonic()
    with pytest.raises(type(error)):
        storage.size("config")
    assert time.monotonic() - start < 10
    assert failing.calls > 5
    assert storage.retries == failing.calls - 1


def test_the_default_ends_within_fifteen_minutes() -> None:
    policy = RetryPolicy()
    last_try = 15 + 60 + 15 + 60  # connect and read, and the look after a lost answer
    lock_refresh = 5 * 60  # by then the parent of a failing helper has met the failure too, and its clock runs
    assert policy.total + lock_refresh + last_try <= 15 * 60


def test_waits_grow_and_are_random(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []

    def uniform(low: float, high: float) -> float:
        assert low == 0
        asked.append(high)
        return 0.0

    monkeypatch.setattr("holdfast.storage.retry.random.uniform", uniform)
    failing = Failing(NetworkError("x"))
    with pytest.raises(NetworkError):
        RetryStorage(failing, RetryPolicy(first=1, most=60, total=0.2)).size("config")
    assert asked[:8] == [1, 2, 4, 8, 16, 32, 60, 60]


def test_calls_after_a_death_do_not_each_wait_in_full() -> None:
    """S2: tidying up after the server has died takes no second quarter of an hour."""
    storage = RetryStorage(Failing(NetworkError("x")), RetryPolicy(first=0.01, most=0.05, total=0.3))
    with pytest.raises(NetworkError):
        storage.size("config")
    start = time.monotonic()
    for _ in range(20):
        with pytest.raises(NetworkError):
            storage.size("config")
    assert time.monotonic() - start < 3, "each in full would be six seconds"


def test_a_success_starts_the_clock_anew() -> None:
    faulty = FaultyStorage(MemoryStorage(), *(Fault("error", "size", at=n) for n in range(1, 40) if n % 8))
    storage = RetryStorage(faulty, RetryPolicy(first=0.01, most=0.05, total=1.0))
    storage.save("config", [b"x"])
    for _ in range(4):
        assert storage.size("config") == 1


def test_one_call_that_always_fails_ends_although_others_succeed() -> None:
    faulty = FaultyStorage(MemoryStorage(), Fault("error", "load"))
    storage = RetryStorage(faulty, RetryPolicy(first=0.01, most=0.02, total=0.3))
    storage.save("config", [b"x"])
    stop = threading.Event()

    def others() -> None:
        while not stop.wait(0.01):
            storage.size("config")

    thread = threading.Thread(target=others)
    thread.start()
    with pytest.raises(NetworkError):
        storage.load("config")
    stop.set()
    thread.join()


def test_cancelling_ends_a_wait_at_once() -> None:
    cancelled = Cancellation()
    storage = RetryStorage(Failing(NetworkError("x")), RetryPolicy(first=60, most=60, total=600), cancelled=cancelled)
    threading.Timer(0.1, cancelled.cancel).start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        storage.size("config")
    assert time.monotonic() - start < 1


class Hanging(MemoryStorage):
    """Answers when it is let go."""

    traits = Traits(connections=4, remote=True)

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def load(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        self.let_go.wait(20)
        return super().load(name, offset, length)


def test_cancelling_leaves_a_call_that_hangs_within_two_seconds() -> None:
    """S2: cancel within 2 s, also for the calls that come after."""
    cancelled = Cancellation()
    hanging = Hanging()
    storage = RetryStorage(hanging, cancelled=cancelled)
    storage.save("config", [b"x"])
    threading.Timer(0.1, cancelled.cancel).start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        storage.load("config")
    with pytest.raises(Cancelled):
        storage.delete("locks/ab")
    assert time.monotonic() - start < 2
    hanging.let_go.set()


def test_a_working_storage_can_still_finish_after_cancelling() -> None:
    cancelled = Cancellation()
    storage = RetryStorage(Hanging(), cancelled=cancelled)
    cancelled.cancel()
    storage.save("snapshots/ab", [b"what there is so far"])
    assert storage.size("snapshots/ab") == 20


def test_only_new_whose_first_answer_was_lost_has_succeeded() -> None:
    storage = RetryStorage(FaultyStorage(MemoryStorage(), Fault("lost_answer", "save", at=1)), QUICK)
    storage.save("config", [b"random", b" and so mine"], only_new=True)
    assert storage.load("config") == b"random and so mine"


def test_only_new_that_another_has_won_meanwhile_is_refused() -> None:
    inner = MemoryStorage()
    faulty = FaultyStorage(inner, Fault("error", "save", at=1))
    inner.files["config"] = b"another's"
    with pytest.raises(StorageError) as caught:
        RetryStorage(faulty, QUICK).save("config", [b"mine"], only_new=True)
    assert caught.value.code == "EXISTS"


class Paged(MemoryStorage):
    """Ten pages, each of which fails twice first."""

    def list(self, prefix: str) -> Iterator[FileInfo]:
        failures = dict.fromkeys(range(10), 2)

        def fetch(token: str | None) -> Page:
            number = int(token or 0)
            if failures[number]:
                failures[number] -= 1
                raise NetworkError("page")
            return [FileInfo(f"{prefix}/{number}{n}", 1) for n in range(3)] if number != 4 else [], str(number + 1) if number < 9 else None

        return Pages(fetch)


def test_a_paged_list_goes_on_where_it_failed() -> None:
    """S1, S4: no page is lost and none comes twice."""
    storage = RetryStorage(Paged(), QUICK)
    names = [info.name for info in storage.list("data")]
    assert names == [f"data/{number}{n}" for number in range(10) if number != 4 for n in range(3)]
    assert storage.retries == 20


def test_pages_can_be_asked_again_after_an_error() -> None:
    listing = Paged().list("data")
    names = []
    errors = 0
    while True:
        try:
            names.append(next(listing).name)
        except NetworkError:
            errors += 1
        except StopIteration:
            break
    assert len(names) == 27
    assert errors == 20


def test_any_other_list_is_read_whole_before_it_is_passed_on() -> None:
    """A generator that failed is at its end: asking it again would pass a part for the whole."""
    faulty = FaultyStorage(MemoryStorage(), Fault("lost_answer", "list", at=1), Fault("error", "list", at=2))
    storage = RetryStorage(faulty, QUICK)
    for number in range(10):
        storage.save(f"data/ab/{number}", [b"x"])
    assert len(list(storage.list("data"))) == 10


@pytest.mark.parametrize("seed", range(20))
def test_a_story_with_thirty_percent_of_faults(seed: int) -> None:
    """S1: 20 of 20 runs succeed, nothing is lost and nothing too much."""
    memory = MemoryStorage()
    faulty = FaultyStorage(memory, Fault("error", chance=0.2), Fault("lost_answer", chance=0.1), seed=seed)
    storage = RetryStorage(faulty, QUICK)
    for number in range(60):
        storage.save(f"data/ab/{number:02}", [bytes([number]) * number])
    for number in range(0, 60, 2):
        storage.delete(f"data/ab/{number:02}")
    assert {i.name: i.size for i in storage.list("data")} == {f"data/ab/{n:02}": n for n in range(1, 60, 2)}
    for number in range(1, 60, 2):
        assert storage.load(f"data/ab/{number:02}") == bytes([number]) * number
    assert storage.retries == faulty.struck["error"] + faulty.struck["lost_answer"] > 20


def test_errors_of_the_program_itself_pass_through() -> None:
    class Broken(MemoryStorage):
        def size(self, name: str) -> int:
            raise ZeroDivisionError

    call: Callable[[], int] = lambda: RetryStorage(Broken(), QUICK).size("config")  # noqa: E731 - a name for the call
    with pytest.raises(ZeroDivisionError):
        call()
