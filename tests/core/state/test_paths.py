"""The folders of a home."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from holdfast.errors import Forbidden
from holdfast.state.paths import find_paths, make_folders


def test_a_home_that_is_read_only_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a file system that is mounted to be read only: everything is there, and nothing can be written."""
    paths = find_paths(tmp_path / "home")
    make_folders(paths)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(Forbidden) as refused:
        make_folders(paths)
    assert refused.value.code == "HOME-DENIED"
    assert str(tmp_path) in refused.value.message and "not affected" in refused.value.hint
