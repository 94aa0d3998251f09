"""Restoring over a network: ranges asked for ahead, helpers that open the storage by themselves."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest

from holdfast.engine.verify import verify
from tests.core.restore.scene import EXACT, back_up, bring_back, make_site
from tests.support.repositories import new_repository
from tests.support.s3_server import MOTO_KEYS, moto_server, s3_storage
from tests.support.tree_state import differences, tree_state


@pytest.mark.parametrize("helpers", [0, 2])
def test_restore_from_s3(tmp_path: Path, helpers: int) -> None:
    site = make_site(tmp_path / "site")
    (site / "video.mp4").write_bytes(random.Random(1).randbytes(22_000_000))
    with moto_server() as url:
        storage = s3_storage(url, keys=MOTO_KEYS)
        repository = new_repository(storage)
        snapshot = back_up(repository, site)
        assert verify(repository, snapshot, helpers=helpers).good
        _, result = bring_back(repository, snapshot, tmp_path / "t", msgspec.structs.replace(EXACT, helpers=helpers), strip=site)
        storage.close()
    assert result.not_restored == ()
    assert differences(tree_state(site), tree_state(tmp_path / "t")) == []
