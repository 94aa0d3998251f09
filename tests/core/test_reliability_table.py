"""tests/RELIABILITY.md is true: every case has a row, every test that a row names is there, in the tier that the row says."""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
CASES = (
    "K1 K2 K3 K4 K5 P1 P2 N1 N2 N3 N4 N5 C1 C2 C3 C4 C5 C6 C7 C8 C9 L1 L2 L3 L4 L5 S1 S2 S4 S6 A1 A2 A3 A4 A5 A6 A7 B1 B2 B3 B4 "
    "X1 X2 X3 X4 X5 X6 H1 H2 H3 H4 E1 T1 T2 T3 T4 D1 D2 K6 S3 E2"
).split()
_ROW = re.compile(r"\| (\w+) \| `(tests/[\w/]+\.py)::(\w+)` \| (F|long) \| (.+) \|")


class Row(NamedTuple):
    case: str
    file: str
    test: str
    tier: str
    what: str


def table() -> list[Row]:
    """The rows; a line of the table that is none is an error."""
    lines = [line for line in (ROOT / "tests/RELIABILITY.md").read_text().splitlines() if line.startswith("|")][2:]
    return [Row(*_row(line).groups()) for line in lines]


def _row(line: str) -> re.Match[str]:
    found = _ROW.fullmatch(line)
    assert found, f"not a row: {line}"
    return found


@functools.cache
def marks_in(file: str) -> dict[str, bool]:
    """The tests of a file, at its top or in a class, and whether each carries the mark `long`."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return _tests_in(tree.body, _marked_as_a_whole(tree))


def _tests_in(body: list[ast.stmt], is_long: bool) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for node in body:
        if isinstance(node, ast.ClassDef):
            found |= _tests_in(node.body, is_long or _is_marked(node))
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith("test"):
            found[node.name] = is_long or _is_marked(node)
    return found


def _is_marked(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(ast.unparse(decorator) == "pytest.mark.long" for decorator in node.decorator_list)


def _marked_as_a_whole(tree: ast.Module) -> bool:
    """A module may say ``pytestmark = [pytest.mark.long, …]``."""
    assignments = [node for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark"]
    return any(
        ast.unparse(value) == "pytest.mark.long" for node in assignments for value in ast.walk(node.value) if isinstance(value, ast.expr)
    )


def test_every_case_has_a_row() -> None:
    assert sorted({row.case for row in table()}) == sorted(CASES)


def test_every_row_is_true() -> None:
    """The test is there, and runs in the tier that the row says."""
    files = {row.file for row in table()}
    assert [file for file in files if not (ROOT / file).is_file()] == []
    assert [row for row in table() if row.test not in marks_in(row.file)] == []
    assert [row for row in table() if marks_in(row.file)[row.test] != (row.tier == "long")] == []


def test_no_row_stands_twice() -> None:
    rows = [row[:3] for row in table()]
    assert len(rows) == len(set(rows))


def test_marks_are_read_wherever_they_stand(tmp_path: Path) -> None:
    """The reading of marks: on a test, on its class, on the module, and not on one parameter alone."""
    source = """
pytestmark = {whole}
@pytest.mark.long
def test_a(): ...
@pytest.mark.parametrize("x", [1, pytest.param(2, marks=pytest.mark.long)])
def test_b(): ...
@pytest.mark.long
class TestC:
    def test_c(self): ...
"""
    found: list[dict[str, bool]] = []
    for whole in ("[]", "[pytest.mark.timeout(9), pytest.mark.long]"):
        (tmp_path / f"{len(found)}.py").write_text(source.format(whole=whole))
        found.append(marks_in(str(tmp_path / f"{len(found)}.py")))
    assert found == [{"test_a": True, "test_b": False, "test_c": True}, {"test_a": True, "test_b": True, "test_c": True}]
