"""The two runners tell the same events; a worker that dies, hangs, babbles or loses its parent is dealt with."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import from_failure
from holdfast.jobs import processes
from holdfast.jobs.command import free_children_of_the_bundle, worker_command
from holdfast.jobs.messages import AnyEvent, AnyRequest, FindSites, Finished, Noted, Progressed, Started, encode_line
from holdfast.jobs.performing import Body
from holdfast.jobs.processes import ProcessRunner
from holdfast.jobs.runner import InProcessRunner, Run, Runner
from holdfast.jobs.waiting import aside, drive
from holdfast.progress import Progress
from holdfast.state.processes import is_alive
from tests.core.jobs import bodies

REPOSITORY = Path(__file__).parents[3]
REQUEST = FindSites(job="job-1", site="shop", roots=("/nowhere",))


def process_runner(word: str) -> ProcessRunner:
    return ProcessRunner([sys.executable, "-m", "tests.core.jobs.bodies", word])


@pytest.fixture(autouse=True)
def _from_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a worker finds both `holdfast` and these tests."""
    monkeypatch.setenv("PYTHONPATH", f"{REPOSITORY / 'core'}{os.pathsep}{REPOSITORY}")


async def all_of(run: Run) -> list[AnyEvent]:
    return [event async for event in run.events()]


def told_by(runner: Runner) -> list[AnyEvent]:
    async def story() -> list[AnyEvent]:
        return await all_of(runner.start(REQUEST))

    return asyncio.run(story())


def told_without_a_loop(body: Body) -> list[AnyEvent]:
    async def story() -> list[AnyEvent]:
        return await all_of(InProcessRunner(body).start(REQUEST))

    return drive(story())


def end_of(events: list[AnyEvent]) -> Finished:
    assert isinstance(events[-1], Finished)
    return events[-1]


def test_a_path_that_leads_nowhere_is_named_and_no_error_of_ours(tmp_path: Path) -> None:
    """A folder below a file, as somebody mistypes it."""
    (tmp_path / "file").write_text("x")
    wrong = tmp_path / "file" / "folder"

    def body(request: AnyRequest, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
        wrong.mkdir(parents=True)
        return {}

    failure = end_of(told_without_a_loop(body)).failure
    assert failure is not None
    assert (failure.kind, failure.code) == ("storage", "FILE-REFUSED")
    assert failure.message.startswith(f"{wrong} cannot be used: ")


@pytest.mark.parametrize("word", ["talkative", "unexpected"])
def test_both_runners_tell_the_same(word: str) -> None:
    in_thread = told_by(InProcessRunner(getattr(bodies, word)))
    assert in_thread == told_by(process_runner(word))
    assert in_thread == told_without_a_loop(getattr(bodies, word))
    assert isinstance(in_thread[0], Started)
    assert in_thread[0].verb == "find_sites"
    end = end_of(in_thread)
    assert end.outcome == "failed"
    assert end.failure is not None
    assert "secret detail" not in str(end.failure)
    if word == "talkative":
        assert end.result == {"list": [1, 2], "text": "ä"}
        assert end.warnings == ("One file could not be read.",)
        assert [type(event) for event in in_thread] == [Started, Progressed, Noted, Progressed, Finished]
        assert from_failure(end.failure).hint == "Mend it."


async def cancelled_after(runner: Runner, seconds: float) -> tuple[Finished, float]:
    run = runner.start(REQUEST)
    asked = 0.0
    events = []
    async for event in run.events():
        events.append(event)
        if isinstance(event, Progressed) and not asked:
            await asyncio.sleep(seconds)
            asked = time.monotonic()
            run.cancel()
            run.cancel()
    return end_of(events), time.monotonic() - asked


@pytest.mark.parametrize("kind", ["thread", "process"])
def test_a_cancel_is_heard_within_two_seconds(kind: str) -> None:
    runner = InProcessRunner(bodies.steady) if kind == "thread" else process_runner("steady")
    end, seconds = asyncio.run(cancelled_after(runner, 0.2))
    assert end.outcome == "cancelled"
    assert seconds < 2


def test_a_worker_that_is_killed_is_a_failed_job_with_a_next_step() -> None:
    end = end_of(told_by(process_runner("killed")))
    assert end.outcome == "failed"
    assert end.failure is not None
    assert (end.failure.code, end.failure.retryable) == ("WORKER-DIED", True)
    assert "SIGKILL" in end.failure.message
    assert end.failure.hint


def test_a_worker_that_cannot_be_started_is_a_failed_job() -> None:
    events = told_by(ProcessRunner(["/nowhere/python"]))
    assert isinstance(events[0], Started)
    failure = end_of(events).failure
    assert failure is not None
    assert failure.code == "WORKER-DIED"


def test_a_stray_print_does_not_break_the_stream() -> None:
    events = told_by(process_runner("chatty"))
    assert end_of(events).result == {"done": True}
    assert len(events) == 2


def test_what_is_no_event_is_passed_over(tmp_path: Path) -> None:
    script = tmp_path / "broken.py"
    script.write_text("import sys\nfrom holdfast.jobs.messages import decode_request\nfrom tests.core.jobs import bodies\n"
                      "bodies.broken(decode_request(sys.stdin.buffer.readline()))\n")  # fmt: skip
    events = told_by(ProcessRunner([sys.executable, str(script)]))
    assert [type(event) for event in events] == [Started, Finished]


def test_a_worker_that_hears_nothing_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in (("CLOSE_AFTER", 0.2), ("TERMINATE_AFTER", 0.4), ("KILL_AFTER", 0.6)):
        monkeypatch.setattr(processes, name, seconds)

    async def story() -> Finished:
        run = process_runner("deaf").start(REQUEST)
        events = []
        async for event in run.events():
            events.append(event)
            run.cancel()
        return end_of(events)

    began = time.monotonic()
    assert asyncio.run(story()).outcome == "cancelled"
    assert time.monotonic() - began < 8


def test_a_worker_ends_when_its_parent_is_gone() -> None:
    """K6: nobody would hear it, and a window that was killed must not leave work running behind it."""
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.core.jobs.bodies", "steady"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=REPOSITORY
    )
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write(encode_line(REQUEST))
    worker.stdin.flush()
    worker.stdout.readline()
    worker.stdin.close()
    assert worker.wait(timeout=60) == 0
    assert b"cancelled" in worker.stdout.read()
    worker.stdout.close()


def test_giving_up_waiting_leaves_no_worker_behind() -> None:
    async def story() -> int:
        run = process_runner("steady").start(REQUEST)
        pid = 0
        events = run.events()
        async for _ in events:
            children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
            pid = int(children[-1])
            break
        run.cancel()
        await events.aclose()  # type: ignore[attr-defined]  # it is a generator
        return pid

    pid = asyncio.run(story())
    assert pid
    assert not is_alive(pid)


def test_the_worker_says_no_to_what_is_no_request() -> None:
    done = subprocess.run(worker_command(), input=b"password=canary\n", capture_output=True, check=False, cwd=REPOSITORY)
    assert done.returncode == 2
    assert b"canary" not in done.stderr


def test_a_frozen_program_is_its_own_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_command()[1:] == ["-P", "-m", "holdfast", "--worker"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, "--worker"]


def test_a_hanging_call_is_given_up_and_the_loop_goes_on() -> None:
    """X1: the loop's thread answers within 100 ms all the while."""

    async def story() -> float:
        worst = 0.0

        async def tick() -> None:
            nonlocal worst
            while True:
                before = time.monotonic()
                await asyncio.sleep(0.01)
                worst = max(worst, time.monotonic() - before - 0.01)

        ticking = asyncio.create_task(tick())
        with pytest.raises(TimeoutError):
            await aside(lambda: time.sleep(4), seconds=2)
        ticking.cancel()
        return worst

    assert asyncio.run(story()) < 1


def test_processes_are_told_apart_by_more_than_their_number() -> None:
    child = subprocess.Popen(["sleep", "60"])
    assert is_alive(child.pid)
    assert not is_alive(child.pid, "another boot:123")
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert not is_alive(child.pid)


@pytest.mark.parametrize(
    ("frozen", "platform", "found", "left"),
    [
        (True, "linux", {"LD_LIBRARY_PATH": "/bundle:/own", "LD_LIBRARY_PATH_ORIG": "/own"}, {"LD_LIBRARY_PATH": "/own"}),
        (True, "linux", {"LD_LIBRARY_PATH": "/bundle"}, {}),
        (False, "linux", {"LD_LIBRARY_PATH": "/own"}, {"LD_LIBRARY_PATH": "/own"}),
        (True, "darwin", {"DYLD_LIBRARY_PATH": "/own"}, {"DYLD_LIBRARY_PATH": "/own"}),
    ],
)
def test_programs_that_are_started_find_their_own_libraries(
    monkeypatch: pytest.MonkeyPatch, frozen: bool, platform: str, found: dict[str, str], left: dict[str, str]
) -> None:
    """A frozen program takes its own folder out of the search; what a person had set stays."""
    names = [f"{system}_LIBRARY_PATH{end}" for system in ("LD", "DYLD") for end in ("", "_ORIG")]
    for name in names:
        monkeypatch.setenv(name, "")  # so that it is as it was afterwards
        monkeypatch.delenv(name)
    for name, value in found.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    free_children_of_the_bundle()
    assert {name: os.environ[name] for name in names if name in os.environ} == left
