"""Politeness: one budget per credential, in simulated time."""

from __future__ import annotations

import asyncio
import random
import threading

import httpx
import pytest

from holdfast.errors import NetworkError, RateLimited
from holdfast.providers.http import Answer, Budget, Client, Credential
from holdfast.providers.http.circuit import Circuit
from holdfast.providers.http.places import Places
from holdfast.providers.registry import PROVIDERS, budget_for
from holdfast.secret import Secret
from tests.support.fakes.clocks import CrowdClock

SMALLEST = 100
"""Requests an hour on Backup Copilot's free plan: the smallest limit that any vendor documents."""


class Counting(httpx.AsyncBaseTransport):
    """A server's side of a rate limit: keeps when it was asked, refuses above `limit` in any hour, and may tell of it in its headers."""

    def __init__(self, clock: CrowdClock, limit: int, *, tells: bool) -> None:
        self._clock, self._limit, self._tells = clock, limit, tells
        self.asked: list[float] = []
        self.refused = 0
        self.most_at_once = self._now_at_once = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        now = self._clock.now()
        self.asked.append(now)
        self._now_at_once += 1
        self.most_at_once = max(self.most_at_once, self._now_at_once)
        await self._clock.sleep(0.3)
        self._now_at_once -= 1
        used = sum(1 for one in self.asked if one > now - 3600)
        headers = {}
        if self._tells:
            reset = int(now // 3600 + 1) * 3600
            headers = {
                "X-RateLimit-Limit": f"{self._limit}",
                "X-RateLimit-Remaining": f"{max(self._limit - used, 0)}",
                "X-RateLimit-Reset": f"{reset}",
            }
        if used > self._limit:
            self.refused += 1
            return httpx.Response(429, headers=headers, json={"error": "rate_limited"})
        return httpx.Response(200, headers=headers, json={"status": "in_progress"})

    def most_in_any_hour(self) -> int:
        return max((sum(1 for other in self.asked if one - 3600 < other <= one) for one in self.asked), default=0)


@pytest.mark.parametrize("tells", [True, False])
def test_ten_sites_watched_for_an_hour_stay_within_the_smallest_documented_rate_limit(tells: bool) -> None:
    """One account for ten sites, each watched as apis.md asks for: every 5 s for a minute, every 10 s for ten, then every 30 s."""
    clock = CrowdClock()
    server = Counting(clock, SMALLEST, tells=tells)
    budget = budget_for("backup-copilot", clock)
    polls = [0] * 10

    async def watch(number: int) -> None:
        credential = Credential("basic", "ada", Secret("secret"))
        client = Client(f"https://site{number}.example/", credential, budget=budget, transport=server, clock=clock, read_seconds=1e6)
        async with client:
            started = clock.now()
            while True:
                try:
                    await client.get("bkpc/v1/backup/x/status")
                    polls[number] += 1
                except RateLimited as error:
                    await clock.sleep(error.details.get("retry_after") or 60)
                age = clock.now() - started
                await clock.sleep(5 if age < 60 else 10 if age < 600 else 30)

    asyncio.run(clock.run(*(watch(number) for number in range(10)), seconds=3600))
    assert server.most_in_any_hour() <= SMALLEST
    assert server.refused == 0
    assert sum(polls) >= SMALLEST * 0.7
    assert min(polls) >= 5


def test_a_person_is_not_kept_waiting_behind_those_who_watch() -> None:
    clock = CrowdClock()
    server = Counting(clock, SMALLEST, tells=False)
    budget = budget_for("backup-copilot", clock)
    waited: list[float] = []

    def client() -> Client:
        return Client(
            "https://e.example/", Credential("none"), budget=budget, transport=server, clock=clock, read_seconds=1e6, start_seconds=1e6
        )

    async def watch() -> None:
        async with client() as one:
            while True:
                try:
                    await one.get("x")
                except RateLimited as error:
                    await clock.sleep(error.details["retry_after"])

    async def person() -> None:
        await clock.sleep(1800)
        async with client() as one:
            before = clock.now()
            await one.send("POST", "create", {})
            waited.append(clock.now() - before)

    asyncio.run(clock.run(*(watch() for _ in range(10)), person(), seconds=3600))
    assert waited
    assert waited[0] < 2
    assert server.most_in_any_hour() <= SMALLEST


def test_wp_engine_is_asked_once_a_second_and_by_two_at_once() -> None:
    clock = CrowdClock()
    server = Counting(clock, 10**6, tells=False)
    budget = budget_for("wp-engine", clock)

    async def ask() -> None:
        async with Client(
            "https://api.example/v1", Credential("none"), budget=budget, transport=server, clock=clock, read_seconds=1e6
        ) as one:
            for _ in range(5):
                await one.get("installs")

    asyncio.run(clock.run(*(ask() for _ in range(8)), seconds=3600))
    assert len(server.asked) == 40
    assert min(later - earlier for earlier, later in zip(server.asked, server.asked[1:], strict=False)) >= 0.999
    assert server.most_at_once <= 2


def test_a_site_that_hangs_holds_up_nobody_with_another_credential() -> None:
    """A7, at the client: a budget belongs to one credential."""
    clock = CrowdClock()

    class Hanging(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await asyncio.Event().wait()
            raise AssertionError

    server = Counting(clock, 10**6, tells=False)
    done: list[float] = []

    async def ask(transport: httpx.AsyncBaseTransport) -> None:
        async with Client("https://e.example/", Credential("none"), transport=transport, clock=clock, read_seconds=1e6) as one:
            await one.get("x")
            done.append(clock.now())

    begun = clock.now()
    asyncio.run(clock.run(ask(Hanging()), *(ask(server) for _ in range(49)), seconds=60))
    assert len(done) == 49
    assert max(done) - begun < 2


def test_a_site_that_hangs_holds_up_no_other_of_the_same_account() -> None:
    """A7: the budget is one, the places are each host's own."""
    clock = CrowdClock()
    budget = Budget(clock=clock)
    done: list[str] = []

    async def hang() -> None:
        async with budget.turn("hangs.example"):
            await asyncio.Event().wait()

    async def ask(host: str) -> None:
        async with budget.turn(host):
            done.append(host)

    stories = [hang(), hang(), hang(), *(ask(host) for host in ("a.example", "hangs.example", "b.example", "a.example"))]
    asyncio.run(clock.run(*stories, seconds=60))
    assert done == ["a.example", "b.example", "a.example"]


def test_threads_with_a_loop_each_share_places_and_turns() -> None:
    """A worker may serve every request in a thread of its own."""
    budget = Budget(concurrency=2, spacing=0.002)
    at_once: list[int] = []
    inside: list[int] = []

    async def ask() -> None:
        for _ in range(4):
            async with budget.turn("e.example"):
                inside.append(1)
                at_once.append(len(inside))
                await asyncio.sleep(0.003)
                inside.pop()

    threads = [threading.Thread(target=lambda: asyncio.run(ask())) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(at_once) == 20
    assert max(at_once) <= 2


def test_who_stops_waiting_for_a_place_takes_none() -> None:
    """Stopped while waiting, and in the moment in which the place was handed over."""

    async def story() -> None:
        places = Places(1)
        async with places:
            waiting = [asyncio.create_task(_pass(places)) for _ in range(3)]
            await asyncio.sleep(0)
            waiting[0].cancel()
            await asyncio.sleep(0)
        waiting[1].cancel()  # the place is on its way to this one
        await asyncio.wait_for(waiting[2], 5)
        await asyncio.wait_for(_pass(places), 5)

    asyncio.run(story())


async def _pass(places: Places) -> None:
    async with places:
        pass


def answer(**headers: str) -> Answer:
    return Answer(200, {name.replace("_", "-"): value for name, value in headers.items()}, b"", received_at=1772366400.0)


def test_what_remains_is_spread_over_the_time_that_is_left() -> None:
    clock = CrowdClock()
    budget = Budget(clock=clock, per_hour=100, jitter=lambda: 0.0)

    async def one() -> None:
        async with budget.turn():
            pass

    asyncio.run(clock.run(one(), seconds=1))
    budget.learn(answer(x_ratelimit_limit="500", x_ratelimit_remaining="9", x_ratelimit_reset="1000"))
    assert budget.per_hour == 500
    assert budget.wait_now() == pytest.approx(100, abs=1)
    assert budget.wait_now(urgent=True) == 0
    budget.learn(answer(x_ratelimit_limit="500", x_ratelimit_remaining="0", x_ratelimit_reset="1000"))
    assert budget.wait_now(urgent=True) == pytest.approx(1000, abs=1)


def test_hostile_limits_neither_stop_nor_free_us() -> None:
    clock = CrowdClock()
    for headers in (
        {"x_ratelimit_limit": "0", "x_ratelimit_remaining": "-5", "x_ratelimit_reset": "x"},
        {"x_ratelimit_limit": "1", "x_ratelimit_remaining": "1"},
        {"x_ratelimit_limit": "9" * 30, "x_ratelimit_remaining": "0", "x_ratelimit_reset": "9" * 18},
        {"ratelimit_reset": "1e300", "ratelimit_remaining": "0"},
    ):
        budget = Budget(clock=clock, per_hour=100)
        budget.learn(answer(**headers))
        assert budget.wait_now() <= 3602
        assert budget.per_hour is not None
        assert 20 <= budget.per_hour <= 1_000_000


def test_any_sequence_of_answers_keeps_the_quota_of_any_hour() -> None:
    """Random starts, urgent or not: never above the quota in a sliding hour."""
    for seed in range(3):
        clock = CrowdClock()
        rng = random.Random(seed)
        budget = Budget(clock=clock, per_hour=60, patience=1e9, concurrency=5)
        starts: list[float] = []

        async def story(clock: CrowdClock = clock, rng: random.Random = rng, budget: Budget = budget, starts: list[float] = starts) -> None:
            while True:
                async with budget.turn(urgent=rng.random() < 0.3):
                    starts.append(clock.now())
                await clock.sleep(rng.expovariate(1 / 20))

        asyncio.run(clock.run(*(story() for _ in range(4)), seconds=4 * 3600))
        assert len(starts) > 150
        assert all(sum(1 for other in starts if one - 3600 < other <= one) <= 60 for one in starts)


def test_a_circuit_raises_the_last_failure_again() -> None:
    clock = CrowdClock()
    circuit = Circuit(clock)
    for _ in range(5):
        circuit.record(NetworkError("x", code="NET-RESET"))
    with pytest.raises(NetworkError) as caught:
        circuit.check()
    assert caught.value.code == "NET-RESET"
    assert caught.value.details["rests_for"] == 300


def test_every_system_has_a_pace() -> None:
    for name in PROVIDERS:
        assert budget_for(name).wait_now() == 0
