"""Proof that comes by itself after scheduled runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from holdfast.app import Holdfast
from holdfast.surroundings.base import Facts, Power
from tests.core.app.conftest import Scene
from tests.core.runs.test_retention import Around, filled


def test_a_site_is_drilled_and_a_storage_read_back_monthly_and_not_on_battery(ready: Scene) -> None:
    async def story(app: Holdfast) -> Any:
        app._home.surroundings = Around(Facts())
        await filled(app, ready)
        now = datetime.now(UTC) + timedelta(hours=7)  # past the pause that read-backs keep from each other
        app._home.surroundings = Around(Facts(power=Power(on_battery=True, percent=90)))
        assert not await app.background_proof.after_runs(now), "not on battery"
        app._home.surroundings = Around(Facts())
        begun = [await job.result() for job in await app.background_proof.after_runs(now)]
        (site,) = (await app.status()).sites
        later = await app.backups.drills_due(now + timedelta(days=20)), await app.backups.drills_due(now + timedelta(days=40))
        return begun, site, later

    begun, site, (soon, in_a_month) = ready.run(story)
    drill, check = begun
    assert drill.result["verdict"] == "proven" and drill.result["level"] == "loaded"
    assert check.outcome == "success", check.failure
    assert site.proven_at is not None
    assert not soon
    assert [one.name for one in in_a_month] == ["shop"]
