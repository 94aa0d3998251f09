"""Database dumps of archives are cut at lines, so that a day's change of a few rows costs about these rows."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.sources.archive_cutting import cut_at_lines, piece_size


def dump(rows: int, seed: int = 0) -> list[bytes]:
    chosen = random.Random(seed)
    return [b"INSERT INTO `t` VALUES (%d,'%x');\n" % (number, chosen.getrandbits(600)) for number in range(rows)]


def in_pieces(content: bytes, size: int = 1 << 20) -> Iterator[bytes]:
    return iter([content[at : at + size] for at in range(0, len(content), size)])


@given(st.lists(st.binary(max_size=3000), max_size=60), st.integers(1, 5000))
@settings(max_examples=150, deadline=None)
def test_no_byte_is_lost_however_the_content_comes(lines: list[bytes], size: int) -> None:
    content = b"\n".join(lines)
    assert b"".join(cut_at_lines(in_pieces(content, size), len(content))) == content


def test_the_cuts_do_not_depend_on_how_the_content_comes() -> None:
    content = b"".join(dump(20_000))
    assert list(cut_at_lines(in_pieces(content), len(content))) == list(cut_at_lines(in_pieces(content, 77_777), len(content)))


def test_a_row_that_comes_or_goes_moves_only_the_cuts_next_to_it() -> None:
    rows = dump(40_000)
    before = set(cut_at_lines(in_pieces(b"".join(rows)), -1))
    rows[10_000:10_000] = dump(3, seed=1)
    del rows[30_000]
    after = list(cut_at_lines(in_pieces(b"".join(rows)), -1))
    assert len([one for one in after if one not in before]) <= 4


def test_a_line_without_end_is_cut_all_the_same() -> None:
    content = b"x" * 20_000_000
    pieces = list(cut_at_lines(in_pieces(content), len(content)))
    assert max(map(len, pieces)) <= 8 << 20
    assert b"".join(pieces) == content


@pytest.mark.parametrize("size", [0, 10_000, 1 << 25, 1 << 30, 1 << 36])
def test_a_large_dump_has_few_pieces_and_a_piece_is_never_too_large(size: int) -> None:
    assert 64 << 10 <= piece_size(size) <= 1 << 20
    assert piece_size(size) == piece_size(int(size * 0.99)) or piece_size(size) == 2 * piece_size(int(size * 0.99))
