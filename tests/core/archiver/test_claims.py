"""Who stores a blob when several processes back up together: the table of claims in shared memory."""

from __future__ import annotations

import os

from holdfast.engine.helpers_claims import ID, ClaimTable, room_of_each, table_size
from holdfast.repository.ids import BlobId


def ids(count: int) -> list[BlobId]:
    return [BlobId(os.urandom(ID)) for _ in range(count)]


def test_who_comes_first_stores_it_and_what_is_stored_is_nobodys() -> None:
    memory = memoryview(bytearray(64 * ID))
    one, other = ClaimTable(memory, 16), ClaimTable(memory, 16)
    stored, new = ids(8), ids(8)
    one.fill(stored)
    assert not any(other.claim(blob) for blob in stored)
    assert [one.claim(blob) for blob in new] == [True] * 8
    assert not any(other.claim(blob) for blob in new)


def test_beyond_its_room_a_process_remembers_by_itself_and_the_table_is_never_full() -> None:
    memory = memoryview(bytearray(32 * ID))
    one, other = ClaimTable(memory, 12), ClaimTable(memory, 12)
    for table in (one, other):
        many = ids(100)
        assert all(table.claim(blob) for blob in many)
        assert not any(table.claim(blob) for blob in many)
    taken = sum(bytes(memory[at : at + ID]) != bytes(ID) for at in range(0, len(memory), ID))
    assert taken == 24


def test_all_processes_together_leave_a_quarter_empty() -> None:
    for known in (0, 1_000_000):
        for processes in (1, 2, 9):
            slots = table_size(known) // ID
            assert slots * 0.74 < known + processes * room_of_each(known, processes) <= slots * 3 / 4
