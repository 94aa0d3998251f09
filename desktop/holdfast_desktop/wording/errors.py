"""Errors and reasons in words: a title, what it means for the backups, and the fix that most likely helps.

Codes are those of the design's table; a code that is not here is told with the failure's own message and hint. Exception text never
comes first: it belongs under "Details".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from holdfast.errors import Failure
from holdfast.verdict import Reason
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.findings import finding_forms
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.storage_errors import ABOUT_STORAGE, SIZES, Form, computer_words, number, storage_forms
from holdfast_desktop.wording.tr import tr, tr_n


@dataclass(frozen=True)
class Fix:
    """A button: what it does (a word that pages map to an action) and its label."""

    action: str
    label: str


@dataclass(frozen=True)
class ErrorWords:
    title: str
    body: str
    severity: str
    fixes: tuple[Fix, ...]
    code: str = ""


def fix(action: str) -> Fix:
    """A fix by its action's word."""
    labels = {
        "back_up": tr("Back up now"),
        "retry": tr("Try again"),
        "unlock": tr("Unlock"),
        "show_activity": tr("Details"),
        "show_files": tr("Show files"),
        "edit_storage": tr("Open storage"),
        "free_space": tr("Free space…"),
        "passphrase": tr("Enter passphrase…"),
        "remove_lock": tr("Remove lock…"),
        "check": tr("Check now"),
        "repair": tr("Repair…"),
        "drill": tr("Drill again"),
        "edit_site": tr("Open site"),
        "choose_folder": tr("Choose folder"),
        "resume": tr("Resume"),
        "sign_in": tr("Sign in again…"),
        "test_site": tr("Test"),
        "watch": tr("Look again"),
        "confirm": tr("Look and confirm…"),
        "retry_failed": tr("Retry failed"),
        "bring_back": tr("Undo"),
        "open_live": tr("Open site"),
        "open_plugins": tr("Open plugins page"),
        "copy_rule": tr("Copy rule for the host"),
        "undo_restore": tr("Undo…"),
        "compare_restored": tr("Compare"),
    }
    return Fix(action, labels[action])


BACK_UP_AGAIN = frozenset({"retry", "resume", "back_up"})
"""Fixes that make a backup."""


def without_again(words: ErrorWords) -> ErrorWords:
    """The same without the fixes that make a backup: for what failed and was none."""
    return replace(words, fixes=tuple(one for one in words.fixes if one.action not in BACK_UP_AGAIN))


def _forms(d: Mapping[str, Any]) -> dict[str, Callable[[], Form]]:
    files, days = int(d.get("count") or d.get("files") or 0), int(d.get("days") or 0)
    return {
        "AUTH-REJECTED": lambda: (
            tr("{subject} refused the sign-in"),
            tr("The saved access no longer works. No backups will run until it is renewed; existing ones are safe."),
            "error",
            ("edit_storage", "retry"),
        ),
        "AUTH-SCOPE": lambda: (
            tr("Holdfast may not do this on {subject}"),
            tr("The account works but lacks a needed right."),
            "error",
            ("show_activity",),
        ),
        "NET-OFFLINE": lambda: (
            tr("Waiting for the internet"),
            tr("Backups that are due will start when you are back online."),
            "neutral",
            (),
        ),
        "NET": lambda: (
            tr("{subject} could not be reached"),
            tr("Nothing was lost: what was already stored is kept and used by the next run."),
            "error",
            ("retry",),
        ),
        "NET-TIMEOUT": lambda: (
            tr("{subject} did not answer in time"),
            tr("Nothing was lost: what was already stored is kept and used by the next run."),
            "error",
            ("retry",),
        ),
        "NET-DNS": lambda: (
            tr("{host} cannot be found"),
            tr("The name did not resolve. Check the address, or try again when you are online."),
            "error",
            ("retry", "edit_storage"),
        ),
        "TLS-BAD": lambda: (
            tr("The certificate of {subject} is not trusted"),
            tr("Nothing was sent."),
            "error",
            ("edit_storage", "retry"),
        ),
        "STALLED": lambda: (
            tr("No data for a while"),
            tr("The job is kept and will be retried; what was stored stays."),
            "warning",
            ("retry",),
        ),
        "KEY-LOCKED": lambda: (
            tr("Unlock your password store"),
            tr("Passphrases are kept there. Backups wait until you unlock it; everything else goes on."),
            "error",
            ("unlock",),
        ),
        "FILES-SKIPPED": lambda: (
            tr_n("{subject}: backed up, {n} file skipped", "{subject}: backed up, {n} files skipped", files, subject="{subject}")
            if files
            else tr("{subject}: backed up, some files skipped"),
            tr("They could not be read. The rest is safe."),
            "warning",
            ("show_files",),
        ),
        "WARNINGS": lambda: (
            tr("{subject} was backed up with warnings"),
            tr("{message}"),
            "warning",
            ("show_activity",),
        ),
        "OVERDUE": lambda: (
            tr_n("No good backup of {subject} for {n} day", "No good backup of {subject} for {n} days", days, subject="{subject}"),
            tr("What changed since then is not safe."),
            "warning",
            ("back_up",),
        ),
        "NEVER": lambda: (
            tr("{subject} has no backup yet"),
            tr("The first one takes longest; later ones only move changes."),
            "warning",
            ("back_up",),
        ),
        "INTERRUPTED": lambda: (
            tr("The backup of {subject} was interrupted"),
            tr("The computer slept or the program was closed. What was stored is used by the next run."),
            "error",
            ("resume",),
        ),
        "DRILL-FAILED": lambda: (
            tr("The drill of {subject} failed"),
            tr("A backup could not be restored as it should. Look at the details before you rely on it."),
            "error",
            ("show_activity", "drill"),
        ),
        "DRILL-WARNING": lambda: (
            tr("The drill of {subject} found something odd"),
            tr("The backup was restored, but not everything in it was as it should be: {message}"),
            "warning",
            ("show_activity", "drill"),
        ),
        "READ-NOT-LOADED": lambda: (
            tr("The backup of {subject} was read, not loaded"),
            tr("This computer has no database server to try the database in. Nothing was found wrong."),
            "warning",
            ("drill",),
        ),
        "SOURCE-MISSING": lambda: (
            tr("The folder of {subject} is not there"),
            tr("Was it moved, or is its disk not connected? Earlier backups are safe."),
            "error",
            ("retry", "edit_site"),
        ),
        "SOURCE-DENIED": lambda: (
            tr("The folder of {subject} may not be read"),
            tr("Give your user the right to read it, and try again. Earlier backups are safe."),
            "error",
            ("retry", "edit_site"),
        ),
        "WORKER-DIED": lambda: (
            tr("The work on {subject} ended by itself"),
            tr("Was it ended from outside, or was memory short? Earlier backups are safe, and what was stored is used again."),
            "error",
            ("retry", "show_activity"),
        ),
        "PAUSED": lambda: (tr("{subject} is paused"), tr("Its schedules wait until the pause is over."), "neutral", ()),
        "VERIFY-FAILED": lambda: (
            tr("A backup of {subject} did not verify"),
            tr("Not everything in it could be read back. The details say what."),
            "error",
            ("show_activity", "check"),
        ),
        "CLOCK": lambda: (tr("The computer clock jumped"), tr("Ages and schedules were recalculated."), "neutral", ()),
        "CANCELLED": lambda: (tr("Stopped"), tr("What was stored stays usable, and the next run goes on from it."), "neutral", ()),
        "NOT-FOUND": lambda: (tr("Something is missing"), tr("{message}"), "error", ("edit_site", "retry")),
        **storage_forms(d),
        **finding_forms(int(d.get("count") or 0)),
    }  # fmt: skip


def error_words(
    code: str, message: str = "", hint: str = "", details: Mapping[str, Any] | None = None, subject: str = "", storage: str = ""
) -> ErrorWords:
    """Title, body and fixes for an error of `subject` (a site's or storage's name); `storage`: where that site's backups are kept."""
    given = {"storage": storage, **(details or {})} if storage else dict(details or {})
    message, hint = sentence(message), sentence(hint)
    form = _forms(given).get(code)
    if form is None:
        return ErrorWords(message or tr("Something went wrong"), hint, "error", (fix("show_activity"),), code)
    title, body, severity, fixes = form()
    values = _places(code, given, message, subject)
    words = _fill(title, values), _fill(body, values)
    if not words[1] or words[1] == words[0]:
        words = words[0], hint
    return ErrorWords(words[0], words[1], severity, tuple(fix(a) for a in fixes), code)


def failure_words(failure: Failure, subject: str = "", storage: str = "") -> ErrorWords:
    """A failure as it came over the pipe or from the door."""
    return error_words(failure.code, failure.message, failure.hint, failure.details, subject, storage)


def details_of(code: str, message: str, hint: str, details: Mapping[str, Any]) -> str:
    """What "Details" shows and copies: for searching and for asking for help. Holds no secret, as failures never do."""
    lines = [code, message, hint, *(f"{key}: {value}" for key, value in details.items())]
    return "\n".join(line for line in lines if line)


def own_words(reason: Reason, site: str, storage: str = "") -> str:
    """A reason beside the name of its site, which it then need not repeat."""
    title = reason_words(reason, site, storage).title.removeprefix(f"{site}: ").removeprefix(f"{site} ")
    return title[:1].upper() + title[1:]


def reason_words(reason: Reason, subject: str = "", storage: str = "") -> ErrorWords:
    """A reason of a verdict."""
    return error_words(reason.code, reason.message, "", reason.details, subject, storage)


def _places(code: str, details: Mapping[str, Any], message: str, subject: str) -> dict[str, str]:
    values = {key: str(value) for key, value in details.items()}
    for name, keys in SIZES:
        known = number(details, keys)
        values[name] = size(known) if known is not None else tr("an unknown amount")
    values["subject"] = subject or str(details.get("storage") or details.get("site") or tr("The storage"))
    if code in ABOUT_STORAGE and details.get("storage"):
        values["subject"] = str(details["storage"])
    values["host"] = str(details.get("host") or values["subject"])
    values["computer"] = computer_words(details)
    values["message"] = message
    return values


def _fill(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text
