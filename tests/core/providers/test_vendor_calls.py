"""tests/VENDOR_CALLS*.md name code and a test for every call and field that the vendors' pages document, and both are really there."""

from __future__ import annotations

import ast
import importlib
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.vendor_pages import PAGES, documented

TESTS = Path(__file__).parents[2]


class Row(NamedTuple):
    vendor: str
    call: str
    field: str
    code: str
    test: str


def table_lines() -> list[str]:
    """The lines of all tables; which vendors stand in which file is nobody's business."""
    return [line for file in sorted(TESTS.glob("VENDOR_CALLS*.md")) for line in file.read_text().splitlines() if line.startswith("|")]


def rows() -> list[Row]:
    cells = [[cell.strip().strip("`") for cell in line.strip().strip("|").split("|")] for line in table_lines()]
    return [Row(*five) for five in cells if len(five) == 5 and five[0] != "vendor" and not set(five[0]) <= {"-", ":"}]


ROWS = rows()


def test_every_line_of_the_tables_has_five_columns() -> None:
    assert [line for line in table_lines() if line.count("|") != 6] == []


@pytest.mark.parametrize("vendor", PAGES)
def test_everything_that_is_documented_has_a_row(vendor: str) -> None:
    wanted = {one for one in documented() if one[0] == vendor}
    found = {(row.vendor, row.call, row.field) for row in ROWS if row.vendor == vendor}
    assert sorted(wanted - found) == [], "documented, and without a row"
    assert sorted(found - wanted) == [], "a row for something that the page does not document"
    assert len(found) == sum(row.vendor == vendor for row in ROWS), "a row stands twice"


def test_no_row_lacks_code_or_test() -> None:
    assert [row for row in ROWS if not row.code or not row.test] == []


@pytest.mark.parametrize("code", sorted({row.code for row in ROWS}))
def test_the_code_that_a_row_names_is_there(code: str) -> None:
    module, found, name = code.partition(":")
    assert found, "module:name"
    value: object = importlib.import_module(f"holdfast.providers.{module}")
    for part in name.split("."):
        value = getattr(value, part)


@pytest.mark.parametrize("test", sorted({row.test for row in ROWS}))
def test_the_test_that_a_row_names_is_there(test: str) -> None:
    path, found, name = test.partition("::")
    assert found, "path::name"
    assert name in _tests_in(TESTS / path)


def test_code_or_test_of_a_field_speaks_of_it() -> None:
    """The name of the field stands in the source of the module or of the test; a code of HTTP stands for itself."""
    silent = []
    for row in ROWS:
        name = row.field.removeprefix("-> ").rpartition(".")[2]
        module = importlib.import_module(f"holdfast.providers.{row.code.partition(':')[0]}")
        sources = Path(module.__file__ or "").read_text() + (TESTS / row.test.partition("::")[0]).read_text()
        if re.fullmatch(r"[a-z_]+", name) and not re.search(rf"\b{name}\b", sources):
            silent.append(row)
    assert silent == []


@cache
def _tests_in(path: Path) -> frozenset[str]:
    """Names as pytest writes them: ``test_x`` and ``TestClass::test_x``."""
    found = set()
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            found |= {f"{node.name}::{inner.name}" for inner in node.body if isinstance(inner, ast.FunctionDef)}
    return frozenset(name for name in found if "test_" in name)
