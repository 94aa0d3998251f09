"""`holdfast status`: one sentence first, then what needs attention, and the exit code that scripts read."""

from __future__ import annotations

import argparse
import io
from datetime import UTC, datetime
from typing import Any

import pytest

from holdfast.app import SiteView, StatusView
from holdfast.cli.output import Output
from holdfast.cli.status import VERB, headline, sentence
from holdfast.jobs.waiting import drive
from holdfast.verdict import ORDER, Reason, Status


class Terminal:
    """What the verb is handed: an output, and a door that knows one answer."""

    def __init__(self, view: StatusView, *, json: bool = False) -> None:
        self.text = io.StringIO()
        self.out = Output(json=json, stdout=self.text)
        self.app = self
        self._view = view

    async def status(self) -> StatusView:
        return self._view


def view_of(*statuses: Status, **fields: Any) -> StatusView:
    sites = tuple(SiteView(f"site{number}", "folder", status=status) for number, status in enumerate(statuses))
    return StatusView(
        status=fields.pop("status", min(statuses, key=ORDER.index, default="never")),
        sites=sites,
        storages=(),
        **{"attention": (), **fields},
    )


def say(view: StatusView) -> tuple[int, str]:
    terminal: Any = Terminal(view)

    async def answer() -> int:
        return await VERB.run(terminal, argparse.Namespace())

    return drive(answer()), terminal.text.getvalue()


@pytest.mark.parametrize(
    ("statuses", "code", "words"),
    [
        (("ok",), 0, "Your site is safe."),
        (("ok", "ok"), 0, "All 2 sites are safe."),
        (("ok", "running"), 0, "Backing up now"),
        (("paused", "ok"), 0, "1 of 2 sites is paused"),
        (("warning", "ok", "warning"), 3, "2 of 3 sites are worth a look."),
        (("never",), 3, "1 site was never backed up."),
        (("overdue", "overdue"), 3, "2 sites are overdue."),
        (("locked", "ok"), 1, "The store of secrets is locked."),
        (("failed", "ok", "overdue"), 1, "1 of 3 sites is NOT safe."),
        ((), 0, "No sites yet."),
    ],
)
def test_the_verdict_comes_first_and_is_the_exit_code(statuses: tuple[Status, ...], code: int, words: str) -> None:
    assert say(view_of(*statuses))[0] == code
    assert say(view_of(*statuses))[1].startswith(words)


def test_a_damaged_storage_is_red_although_no_site_is() -> None:
    view = view_of("ok", status="failed", attention=(("@disk", Reason("REPO-DAMAGED", "The last check of this storage failed.")),))
    code, text = say(view)
    assert code == 1
    assert text.splitlines()[:2] == ["A storage is damaged: its backups are NOT safe.", "  @disk: The last check of this storage failed."]


def test_attention_and_what_waits_are_said_in_words() -> None:
    soon = datetime(2026, 11, 21, 9, tzinfo=UTC)
    view = view_of(
        "overdue",
        attention=(("site0", Reason("OVERDUE", details={"days": 9})),),
        waiting=(("site0", Reason("METERED", details={"slot": "2026-11-21T10:00", "due_at": soon.isoformat(), "state": "waiting"})),),
    )
    text = say(view)[1]
    assert "site0: has no backup since 9 days" in text
    assert "Due, and waiting:\n  site0: 2026-11-21T10:00 waits: It waits for a network that is not paid by the byte." in text


@pytest.mark.parametrize("code", ["NEVER", "OVERDUE", "INTERRUPTED", "FAILED", "WARNINGS", "DRILL-FAILED", "REPO-DAMAGED", "SOMETHING-NEW"])
def test_a_reason_never_breaks_the_answer(code: str) -> None:
    assert sentence("shop", Reason(code, details={"job": "0123456789", "count": 2, "days": 3}))
    assert sentence("shop", Reason(code))
    assert headline(view_of("warning"))


def test_what_was_interrupted_on_a_site_with_a_service_may_go_on_there() -> None:
    """The site works without Holdfast: nothing "goes on where it stopped", it is to be followed."""
    assert "holdfast backup watch shop" in sentence("shop", Reason("INTERRUPTED"), "backup-copilot")
    assert "goes on where it stopped" in sentence("shop", Reason("INTERRUPTED"), "folder")
