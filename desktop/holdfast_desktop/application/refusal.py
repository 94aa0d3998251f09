"""What is said when the program cannot do its work at all."""

from __future__ import annotations

from holdfast.errors import Busy, as_failure
from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.event_loop import answered
from holdfast_desktop.theme.controls import label
from holdfast_desktop.wording.errors import details_of, failure_words
from holdfast_desktop.wording.language import speak
from holdfast_desktop.wording.tr import tr


class Refusal(Sheet):
    def __init__(self, error: Exception) -> None:
        failure = as_failure(error)
        words = failure_words(failure)
        super().__init__("refusal", tr("Holdfast cannot start"), words.title)
        more = failure.hint if failure.hint != words.body else ""  # told once
        details = details_of(failure.code, words.body, more, failure.details)
        self.body.addWidget(label(details, tone="secondary", name="refusalText", wrap=True))
        self.buttons(cancel=tr("Quit"))


async def say_it_runs() -> int:
    """The first program lives but takes no call. The exit code, when that was read."""
    speak()
    hint = tr("Wait a little and start it again; if that does not help, end the other one or sign out.")
    await answered(Refusal(Busy(tr("Holdfast runs already but does not answer."), hint=hint)))
    return 1
