"""A storage that is nearly full: known after runs, told once until it is well again."""

from __future__ import annotations

import pytest

from holdfast.app import Holdfast
from holdfast.app.space import is_low
from holdfast.storage import disk
from holdfast.telling.notices import Notice
from tests.core.app.conftest import Scene

GB = 1_000_000_000


def test_what_nearly_full_means() -> None:
    assert not is_low(60 * GB, 1000 * GB)
    assert not is_low(11 * GB, 1000 * GB)  # much is enough, whatever part it is
    assert is_low(9 * GB, 1000 * GB)
    assert not is_low(1 * GB, 4 * GB)  # a stick
    assert is_low(GB // 10, 4 * GB)
    assert is_low(11 * GB, 1000 * GB, was_low=True)
    assert not is_low(13 * GB, 1000 * GB, was_low=True)


def test_told_once_for_each_crossing(ready: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    free = [50 * GB]
    monkeypatch.setattr(disk, "free_space", lambda path: free[0])
    monkeypatch.setattr(disk, "total_space", lambda path: 1000 * GB)

    async def story(app: Holdfast) -> None:
        async def after_a_run(left: int) -> Notice | None:
            free[0] = left
            await (await app.backups.create(["shop"])).value()
            return await app.notices.look()

        assert await after_a_run(50 * GB) is None
        notice = await after_a_run(8 * GB)
        assert notice is not None
        (problem,) = notice.problems
        assert (problem.subject, problem.code, problem.details["free"]) == ("@disk", "SPACE-LOW", 8 * GB)
        status = await app.status()
        assert status.status == "ok"
        assert [(subject, reason.code) for subject, reason in status.attention] == [("@disk", "SPACE-LOW")]
        for left in (7 * GB, 11 * GB, 9 * GB):  # around the limit
            assert await after_a_run(left) is None
        assert await after_a_run(50 * GB) is None
        assert (await app.status()).attention == ()
        assert await after_a_run(8 * GB) is not None

    ready.run(story)
