"""How fast Overview shows 500 sites and filters them as somebody types: ``python -m tests.benchmarks.window_overview [SITES]``.

Prints medians of five on a warm program. Draws off screen where there is no display; a frame counts when it is painted.
Wanted: shown in 300 ms, each key under 50 ms.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")

from PySide6.QtWidgets import QLineEdit

ROUNDS = 5
SHOWN_MS, KEY_MS = 300, 50
TYPED = ("k", "ku", "kun", "kund", "kunde", "kunde-", "kunde-1", "kunde-12", "kunde-1", "")


def main() -> int:
    from holdfast_desktop.application.run import make_application
    from holdfast_desktop.event_loop import run
    from holdfast_desktop.theme.theme import theme

    app = make_application(["holdfast"])
    theme().start(app, "light")
    return run(app, _measure(int(sys.argv[1]) if len(sys.argv) > 1 else 500))


async def _measure(sites: int) -> int:
    from tests.desktop.stage import raise_stage
    from tests.support.sample_rows import crowded

    stage = await raise_stage(crowded(sites))
    try:
        shown = [await _show(stage) for _ in range(ROUNDS)]
        field = stage.find(QLineEdit, "overviewSearch")
        keys = [max(_type(stage, field, text) for text in TYPED) for _ in range(ROUNDS)]
    finally:
        await stage.close()
    print(f"{sites} sites on Overview: {_line(shown)} (wanted: {SHOWN_MS} ms)")
    print(f"slowest key of the filter: {_line(keys)} (wanted: {KEY_MS} ms)")
    return 0 if statistics.median(shown) <= SHOWN_MS and statistics.median(keys) <= KEY_MS else 1


async def _show(stage: object) -> float:
    """From another page to Overview with a new status, until it is painted. Milliseconds."""
    from holdfast_desktop.pages.overview import OverviewPage
    from holdfast_desktop.widgets.site_rows import SiteRows

    window = stage.window  # type: ignore[attr-defined]  # a Stage; importing it above would start Qt too early
    window.go("sites")
    await stage.settle(0.1)  # type: ignore[attr-defined]
    page = window.pages["overview"]
    assert isinstance(page, OverviewPage)
    page.findChild(SiteRows).set_lines([])  # type: ignore[union-attr]  # the page has one
    begun = time.perf_counter()
    window.go("overview")
    page.show_status()
    window.grab()
    elapsed = (time.perf_counter() - begun) * 1000
    await asyncio.sleep(0)
    return elapsed


def _type(stage: object, field: QLineEdit, text: str) -> float:
    begun = time.perf_counter()
    field.setText(text)
    stage.window.grab()  # type: ignore[attr-defined]  # a Stage, as above
    return (time.perf_counter() - begun) * 1000


def _line(values: list[float]) -> str:
    return f"median {statistics.median(values):.0f} ms ({min(values):.0f} to {max(values):.0f})"


if __name__ == "__main__":
    sys.exit(main())
