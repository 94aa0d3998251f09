"""Every scene in a pseudo language: each text that is shown went through translation. In German: none is cut off, at 100 and 200 %."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from holdfast_desktop.wording.tr import Catalogue, use
from tests.desktop.languages import look_at
from tests.desktop.scenes import SCENES
from tests.desktop.stage import Scene
from tests.support.pseudo import Pseudo, accented, untranslated
from tests.support.window_texts import words_not_translated

ROOT = Path(__file__).resolve().parents[2]
TOLD_BY_SERVICES = {"compressing files"}
"""Words of a server about its own work: shown as they came."""


@pytest.fixture
def pseudo() -> Iterator[None]:
    use(Pseudo())
    yield
    use(Catalogue())


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_every_text_went_through_translation(scene: Scene, run: Callable[[Coroutine[Any, Any, Any]], Any], pseudo: None) -> None:
    faults = run(look_at(scene, "pseudo"))
    said = [(fault, where, text) for fault, where, text in faults if fault != "clipped" and not text.endswith(tuple(TOLD_BY_SERVICES))]
    assert not said


@pytest.mark.long
@pytest.mark.parametrize("scale", ["1", "2"])
def test_no_german_text_is_cut_off(scale: str) -> None:
    """Paths of files apart, which have no place to break."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    environment["PYTHONPATH"] = os.pathsep.join(str(ROOT / part) for part in (".", "core", "desktop", "resources"))
    command = [sys.executable, "-m", "tests.desktop.languages", "de"]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=1800)
    faults = [json.loads(line) for line in done.stdout.splitlines()]
    assert not [fault for fault in faults if "/" not in fault["text"]]


def test_the_checker_sees_what_it_should() -> None:
    assert accented("Back up {site} now") == "⟦Báçk úp {site} ñów×××⟧"
    assert untranslated("⟦Báçk ⟦úp××⟧××⟧: now") == ": now"
    assert words_not_translated(f"{accented('Safe')} · Studio disk, 1.2 GB", {"Studio", "disk"}) == []
    assert words_not_translated("Back up now", {"now"}) == ["Back", "up"]
