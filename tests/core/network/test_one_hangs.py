"""A7: one site hangs and forty-nine do not, through the network worker's own threads, with real HTTP and one credential for all."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack

from holdfast.jobs.messages import AnyEvent, Cancel, Down, Finished, LookAtSite, SignIn, SiteAccess
from holdfast.secret import Secret
from holdfast.worker import perform
from holdfast.worker.serving import Serving
from tests.support.fakes.general_bots import FakeGeneralBots

SITES = 50


def test_a7_forty_nine_sites_are_listed_while_one_hangs() -> None:
    """A7: the worker is told to stop once the others are done; the one that hangs ends then."""
    finished: dict[str, Finished] = {}
    all_others = threading.Event()

    def emit(event: AnyEvent) -> None:
        if isinstance(event, Finished):
            finished[event.job] = event
            if len(finished) == SITES - 1:
                all_others.set()

    with ExitStack() as stack:
        servers = [stack.enter_context(FakeGeneralBots()) for _ in range(SITES)]
        for server in servers:
            server.add_backup()
        servers[7].switch_on("hang", times=99)
        sign_in = SignIn(kind="api-key", secret=Secret("gb_admin"))
        requests = [
            LookAtSite(job=f"j{number}", site=f"s{number}", access=SiteAccess("general-bots", server.url, sign_in=sign_in), question="list")
            for number, server in enumerate(servers)
        ]
        stop = threading.Event()

        def told() -> Iterator[Down]:
            yield from requests
            stop.wait(30)
            yield Cancel(job="j7")

        started = time.monotonic()
        worker = threading.Thread(target=lambda: Serving(perform, emit).serve(told()))
        worker.start()
        others_done = all_others.wait(20)
        took = time.monotonic() - started
        stop.set()
        worker.join(20)
    assert others_done
    assert took < 15
    assert {job for job, one in finished.items() if one.outcome == "success"} == {f"j{number}" for number in range(SITES) if number != 7}
    assert finished["j7"].outcome == "cancelled"
