"""How long a run takes as a rule, by its phases."""

from __future__ import annotations

from collections.abc import Mapping

from holdfast.app import Holdfast
from holdfast.app.stories import Phases
from holdfast.jobs.messages import Finished
from holdfast.records import Job
from holdfast.state.history import History
from tests.core.app.conftest import Scene


def test_a_real_run_tells_its_phases(ready: Scene) -> None:
    async def story(app: Holdfast) -> None:
        assert await app.jobs.usual("shop", "backup") == {}
        await (await app.backups.create(["shop"])).value()
        usual = await app.jobs.usual("shop", "backup")
        assert usual
        assert all(phase and seconds > 0 for phase, seconds in usual.items())
        assert await app.jobs.usual("shop", "restore") == {}
        assert await app.jobs.usual("nobody", "backup") == {}

    ready.run(story)


def test_the_middle_of_the_last_five_that_went_well(ready: Scene) -> None:
    def run(history: History, number: int, outcome: str, phases: Mapping[str, float], site: str) -> None:
        job = Job(id=f"job{number}", verb="backup", site="shop")
        history.begin(job, site_id=site)
        history.end(Finished(job=job.id, outcome=outcome), phases)

    async def story(app: Holdfast) -> None:
        site, history = (await app.sites.show("shop")).id, History(app.jobs._home.database)
        run(history, 0, "success", {"scan": 900, "transfer": 900}, site)  # the sixth from the end counts no more
        for number, seconds in enumerate((30, 10, 50, 20), 1):
            run(history, number, "success", {"scan": 1, "transfer": seconds}, site)
        run(history, 5, "failed", {"scan": 700}, site)
        run(history, 6, "warning", {"scan": 2, "dump": 5, "transfer": 40}, site)
        assert list((await app.jobs.usual("shop", "backup")).items()) == [("scan", 1), ("transfer", 30)]

    ready.run(story)


def test_a_phase_that_comes_again_goes_on_counting() -> None:
    now = 0.0
    phases = Phases(lambda: now)
    for phase, seconds in (("transfer", 3.0), ("transfer", 2.0), ("index", 1.0), ("transfer", 4.0)):
        phases.see(phase)
        now += seconds
    assert phases.ended() == {"transfer": 9.0, "index": 1.0}
    now += 100
    assert phases.ended() == {"transfer": 9.0, "index": 1.0}
