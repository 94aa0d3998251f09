"""Models are handed rows; Qt's own tester and a few plain asserts prove them without a window."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from holdfast.errors import Failure
from holdfast.jobs.messages import Finished, Noted, Progressed, Started
from holdfast_desktop.models.files import FileTreeModel
from holdfast_desktop.models.live_jobs import STALLED_AFTER, LiveJobs
from holdfast_desktop.models.rows import Column, RowsModel, SortedRows

pytestmark = pytest.mark.usefixtures("qapp")
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True)
class Row:
    path: str
    name: str
    kind: str = "file"
    size: int | None = 10
    modified_at: datetime | None = None


def numbers_model() -> RowsModel[int]:
    return RowsModel([Column("Number", str, sort=lambda n: n), Column("Twice", lambda n: str(2 * n), number=True)], key=lambda n: n)


def test_rows_obey_qt() -> None:
    model = numbers_model()
    tester = QAbstractItemModelTester(model, STRICT)
    for rows in ([3, 1, 2], [3, 1, 2], [], [5]):
        model.set_rows(rows)
    assert model.index(0, 1).data() == "10"
    assert tester.model() is model


def test_a_refresh_with_the_same_rows_keeps_the_selection() -> None:
    """Persistent indexes survive; a reset would lose them."""
    from PySide6.QtCore import QPersistentModelIndex

    model = numbers_model()
    model.set_rows([1, 2, 3])
    held = QPersistentModelIndex(model.index(1, 0))
    model.set_rows([1, 2, 3])
    assert held.isValid()


@given(st.lists(st.one_of(st.none(), st.integers()), max_size=30))
def test_sorting_puts_the_unknown_last(values: list[int | None]) -> None:
    model: RowsModel[tuple[int, int | None]] = RowsModel([Column("Value", lambda r: str(r[1]), sort=lambda r: r[1])], key=lambda r: r[0])
    ordered = SortedRows(model)
    model.set_rows(list(enumerate(values)))
    ordered.sort(0)
    shown = [ordered.row_at(ordered.index(n, 0))[1] for n in range(ordered.rowCount())]
    known = [v for v in shown if v is not None]
    assert shown == sorted(known) + [None] * (len(shown) - len(known))


def test_filtering_looks_at_every_column() -> None:
    model = numbers_model()
    ordered = SortedRows(model)
    QAbstractItemModelTester(ordered, STRICT)
    model.set_rows(list(range(20)))
    ordered.filter("38")
    assert [ordered.row_at(ordered.index(n, 0)) for n in range(ordered.rowCount())] == [19]
    ordered.filter("", lambda n: n > 17)
    assert ordered.rowCount() == 2


def filled() -> FileTreeModel:
    model = FileTreeModel(checkable=True)
    asked: list[str] = []
    model.wanted.connect(lambda path, _: asked.append(path))
    model.restart()
    assert asked == [""]
    model.set_children("", [Row("/s/b.txt", "b.txt"), Row("/s/wp", "wp", "dir", None), Row("/s/a.txt", "a.txt")])
    return model


def test_the_tree_obeys_qt_while_it_fills() -> None:
    model = filled()
    tester = QAbstractItemModelTester(model, STRICT)
    folder = model.index(0, 0)
    model.fetchMore(folder)
    assert not model.canFetchMore(folder)  # asked for once
    model.set_children("/s/wp", [Row("/s/wp/x.php", "x.php")])
    assert model.rowCount(folder) == 1
    assert tester.model() is model


def test_folders_come_first_and_only_they_can_be_opened() -> None:
    model = filled()
    assert [model.index(n, 0).data() for n in range(3)] == ["wp", "a.txt", "b.txt"]
    assert model.hasChildren(model.index(0, 0))
    assert not model.hasChildren(model.index(1, 0))


def tick(model: FileTreeModel, index: QModelIndex, on: bool = True) -> None:
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    assert model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def test_ticks_have_three_states_and_the_fewest_paths_name_them() -> None:
    model = filled()
    folder = model.index(0, 0)
    model.set_children("/s/wp", [Row("/s/wp/x.php", "x.php"), Row("/s/wp/y.php", "y.php")])
    tick(model, model.index(0, 0, folder))
    assert folder.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked
    assert model.selection() == ["/s/wp/x.php"]
    tick(model, model.index(1, 0, folder))
    assert model.selection() == ["/s/wp"]


def test_a_folder_ticked_before_it_was_opened_ticks_what_comes() -> None:
    model = filled()
    tick(model, model.index(0, 0))
    model.set_children("/s/wp", [Row("/s/wp/x.php", "x.php")])
    assert model.index(0, 0, model.index(0, 0)).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert model.selection() == ["/s/wp"]


def test_an_answer_for_a_folder_that_is_gone_is_ignored() -> None:
    model = filled()
    model.clear()
    model.set_children("/s/wp", [Row("/s/wp/x.php", "x.php")])
    assert model.rowCount() == 0


def test_a_folder_of_100000_files_is_there_at_once() -> None:
    model = FileTreeModel()
    model.restart()
    rows = [Row(f"/s/{n}", f"file-{n:06d}.jpg") for n in range(100_000)]
    begun = time.perf_counter()
    model.set_children("", rows)
    assert model.rowCount() == 100_000
    assert time.perf_counter() - begun < 2.0  # 0.3 s here; the slack is for a busy machine


def names(model: FileTreeModel, parent: QModelIndex) -> list[str]:
    return [model.index(n, 0, parent).data() for n in range(model.rowCount(parent))]


def test_a_big_folder_comes_piece_by_piece() -> None:
    model = filled()
    asked: list[tuple[str, int]] = []
    model.wanted.connect(lambda path, offset: asked.append((path, offset)))
    folder = model.index(0, 0)
    model.fetchMore(folder)
    model.set_children("/s/wp", [Row("/s/wp/a", "a"), Row("/s/wp/b", "b")], more=True)
    assert model.has_more(folder)
    assert not model.canFetchMore(folder), "a view would ask for all"
    model.read_on(folder)
    model.read_on(folder)
    assert asked == [("/s/wp", 0), ("/s/wp", 2)]
    model.set_children("/s/wp", [Row("/s/wp/c", "c")])
    assert names(model, folder) == ["a", "b", "c"]
    assert not model.has_more(folder)


def test_folders_with_nothing_but_a_folder_share_one_row() -> None:
    model = filled()
    tester = QAbstractItemModelTester(model, STRICT)
    folder = model.index(0, 0)
    model.fetchMore(folder)
    model.set_children("/s/wp", [Row("/s/wp/2026", "2026", "dir", None)])
    model.set_children("/s/wp/2026", [Row("/s/wp/2026/11", "11", "dir", None)])
    model.set_children("/s/wp/2026/11", [Row("/s/wp/2026/11/x.jpg", "x.jpg"), Row("/s/wp/2026/11/y.jpg", "y.jpg")])
    assert folder.data() == "wp/2026/11"
    assert names(model, folder) == ["x.jpg", "y.jpg"]
    tick(model, model.index(0, 0, folder))
    assert model.selection() == ["/s/wp/2026/11/x.jpg"]
    assert tester.model() is model


def test_what_a_search_found_is_ticked_before_its_folder_was_opened() -> None:
    model = filled()
    model.tick_path("/s/wp/deep/x.php", Qt.CheckState.Checked)
    folder = model.index(0, 0)
    assert folder.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked
    assert model.selection() == ["/s/wp/deep/x.php"]
    model.set_children("/s/wp", [Row("/s/wp/deep", "deep", "dir", None), Row("/s/wp/y.php", "y.php")])
    deep = model.index(0, 0, folder)
    assert deep.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked
    model.set_children("/s/wp/deep", [Row("/s/wp/deep/w.php", "w.php"), Row("/s/wp/deep/x.php", "x.php")])
    assert model.tick_of("/s/wp/deep/x.php") == Qt.CheckState.Checked
    assert model.selection() == ["/s/wp/deep/x.php"]
    tick(model, folder, False)
    assert model.selection() == []


def test_a_part_of_a_folder_that_was_not_read_whole_is_named_only_when_it_was() -> None:
    """Else the files that nobody saw yet would silently be left out."""
    model = filled()
    folder = model.index(0, 0)
    tick(model, folder)
    model.fetchMore(folder)
    model.set_children("/s/wp", [Row("/s/wp/a", "a"), Row("/s/wp/b", "b")], more=True)
    assert model.is_settled()
    tick(model, model.index(0, 0, folder), False)
    assert not model.is_settled()
    model.set_children("/s/wp", [Row("/s/wp/c", "c")])
    assert model.is_settled()
    assert model.selection() == ["/s/wp/b", "/s/wp/c"]


def test_a_search_takes_one_file_out_of_a_ticked_folder_nobody_opened() -> None:
    model = filled()
    tick(model, model.index(0, 0))
    model.tick_path("/s/wp/deep/x.php", Qt.CheckState.Unchecked)
    assert not model.is_settled()
    model.set_children("/s/wp", [Row("/s/wp/deep", "deep", "dir", None), Row("/s/wp/y.php", "y.php")])
    assert not model.is_settled()
    model.set_children("/s/wp/deep", [Row("/s/wp/deep/w.php", "w.php"), Row("/s/wp/deep/x.php", "x.php")])
    assert model.is_settled()
    assert model.selection() == ["/s/wp/deep/w.php", "/s/wp/y.php"]


def moved(live: LiveJobs, now: float, **numbers: object) -> float | None:
    return live.apply(Progressed(job="j", **numbers), now).percent  # type: ignore[arg-type]  # test data


def test_percent_never_goes_back() -> None:
    live = LiveJobs()
    live.apply(Started(job="j", site="yoga", verb="backup"), 0)
    assert [moved(live, n, percent=p) for n, p in enumerate((10.0, 5.0, None, 20.0, 0.0))] == [10, 10, 10, 20, 20]


def test_a_job_is_stalled_when_no_number_grows() -> None:
    live = LiveJobs()
    live.apply(Started(job="j", site="yoga", verb="backup"), 0)
    moved(live, 1, phase="transfer", bytes_done=10)
    moved(live, 10, phase="transfer", bytes_done=10)
    job = live.get("j")
    assert job is not None
    assert job.state(1 + STALLED_AFTER - 1) == "running"
    assert job.state(1 + STALLED_AFTER + 1) == "stalled"


def test_states_from_queued_to_done() -> None:
    live = LiveJobs()
    assert live.begin("j", "backup", "yoga", 0).state(0) == "queued"
    assert live.apply(Started(job="j", verb="backup"), 1).state(1) == "running"
    live.stopping("j")
    assert live.running()[0].state(2) == "stopping"
    live.apply(Noted(job="j", code="FILES-SKIPPED", message="3 files"), 2)
    ended = live.apply(Finished(job="j", outcome="cancelled", failure=Failure("cancelled", "CANCELLED", "Stopped.")), 3)
    assert (ended.state(3), ended.outcome, ended.warnings, ended.elapsed(99)) == ("done", "cancelled", ("3 files",), 2)
    assert not live.running()


def test_a_job_that_nobody_announced_appears_with_its_first_event() -> None:
    live = LiveJobs()
    live.apply(Progressed(job="other", site="yoga", percent=3.0), 0)
    assert [job.site for job in live.running()] == ["yoga"]
