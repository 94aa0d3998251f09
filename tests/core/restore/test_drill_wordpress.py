"""What a drill asks of a restored WordPress besides its core: uploads with something in them, tables with rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdfast.engine.drill_dumps import Dumps
from holdfast.engine.drill_wordpress import TABLES, find_wordpress, tables_check, uploads_check
from holdfast.sources.wordpress import WordPressSite


@pytest.fixture
def site(tmp_path: Path) -> WordPressSite:
    (tmp_path / "wp-includes").mkdir()
    (tmp_path / "wp-content" / "uploads").mkdir(parents=True)
    (tmp_path / "wp-load.php").write_text("<?php\n")
    (tmp_path / "wp-settings.php").write_text("<?php\n")
    (tmp_path / "wp-includes/version.php").write_text("<?php\n$wp_version = '6.8.1';\n")
    found = find_wordpress(tmp_path, archived=False)
    assert found is not None
    return found


@pytest.mark.parametrize(("emptied", "outcome"), [(0, "ok"), (3, "warning"), (6, "failed")])
def test_an_upload_with_nothing_in_it_is_as_good_as_missing(site: WordPressSite, emptied: int, outcome: str) -> None:
    dumps = Dumps()
    for number in range(10):
        (site.uploads / f"{number}.jpg").write_bytes(b"" if number < emptied else b"a picture")
        dumps.facts.refer(f"{number}.jpg")
    check = uploads_check(site, dumps)
    assert (check.outcome, check.numbers["missing"]) == (outcome, emptied)


@pytest.mark.parametrize(
    ("empty", "outcome"),
    [((), "ok"), (("posts",), "warning"), (("options",), "failed"), (("usermeta", "posts"), "failed"), (("comments", "links"), "ok")],
)
def test_tables_that_no_wordpress_has_empty(site: WordPressSite, empty: tuple[str, ...], outcome: str) -> None:
    dumps = Dumps()
    dumps.facts.tables.update({f"wp_{name}": 0 if name in empty else 7 for name in TABLES})
    check = tables_check(site, dumps)
    assert check.outcome == outcome
    assert all(f"wp_{name}" in check.detail for name in empty if outcome != "ok")
