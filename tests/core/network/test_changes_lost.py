"""Changes of which the answer is lost: what may be there twice is not asked for again without a look (apis.md 0.4)."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import ChangeSite, TrySite
from holdfast.secret import Secret
from holdfast.worker.network_asking import run
from tests.core.network.test_following import Heard, access
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.safeguard import FakeSafeGuard

_PLAN = {"id": "", "name": "Nightly", "frequency": "daily", "type": "full"}
_HOOK = {"url": "https://hooks.example/x", "events": ["backup.completed"]}


@pytest.mark.parametrize(
    ("change", "route", "options", "look"),
    [
        ("schedule.create", "POST */schedule/create", _PLAN, "holdfast schedule list shop"),
        ("webhook.create", "POST */webhooks/create", _HOOK, "wp-admin"),
    ],
)
def test_a_lost_answer_says_where_to_look_before_it_is_asked_for_again(
    change: Literal["schedule.create", "webhook.create"], route: str, options: dict[str, Any], look: str
) -> None:
    with FakeBackupCopilot() as site:
        site.switch_on("drop-answer", on=route)
        request = ChangeSite(job="j", site="shop", access=access(site), change=change, options=options, secret=Secret("s"))
        with pytest.raises(HoldfastError) as failed:
            run(request, Heard(), Cancellation())
        assert len(site.asked(route)) == 1
    assert failed.value.code == "CHANGE-UNCLEAR"
    assert look in failed.value.hint


def test_a_staging_copy_that_may_have_begun_is_looked_for_first() -> None:
    with FakeSafeGuard() as site:
        site.switch_on("drop-answer", on="POST */staging/create")
        request = ChangeSite(job="j", site="shop", access=access(site, "safeguard", "root"), change="staging.create")
        with pytest.raises(HoldfastError) as failed:
            run(request, Heard(), Cancellation())
        assert site.staging is not None
    assert (failed.value.code, failed.value.hint) == ("CHANGE-UNCLEAR", "Look before you begin another: holdfast staging status shop")


def test_a_change_that_the_site_refuses_is_just_refused() -> None:
    with FakeBackupCopilot() as site:
        site.switch_on("status", on="POST */schedule/create", status=400)
        request = ChangeSite(job="j", site="shop", access=access(site), change="schedule.create", options=_PLAN)
        with pytest.raises(HoldfastError) as failed:
            run(request, Heard(), Cancellation())
    assert failed.value.code == "BAD-REQUEST"


def test_a_probe_that_cannot_tell_says_so() -> None:
    """apis.md 2.4: XML-RPC does not answer: both causes stay open, and the next thing to try is named."""
    with FakeBackupCopilot() as site:
        site.users["ada"].password = "changed"
        request = TrySite(job="j", site="shop", access=access(site), probe=True)
        with pytest.raises(HoldfastError) as failed:
            run(request, Heard(), Cancellation())
    assert "could not be found out" in failed.value.message
    assert "holdfast site edit SITE --secret-stdin" in failed.value.hint
