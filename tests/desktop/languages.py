"""Walks through every scene in one language and says what is wrong with its texts: ``python -m tests.desktop.languages pseudo [NAME…]``.

pseudo: texts that did not go through translation. Any language: texts that are cut off. Prints one line of JSON for each. The scale is
that of the environment (``QT_SCALE_FACTOR``).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from holdfast_desktop.application.run import make_application
from holdfast_desktop.event_loop import run
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.wording.language import LANGUAGES, speak
from holdfast_desktop.wording.tr import use
from tests.desktop.scenes import SCENES
from tests.desktop.stage import Scene, raise_stage
from tests.support.pseudo import Pseudo
from tests.support.window_texts import clipped, texts, words_in, words_not_translated

NAMES = (
    "Holdfast WordPress WP Engine SafeGuard Backup Copilot Pro General Bots restic PHP MySQL MariaDB SQLite SFTP HTTPS REST API S3 CSV JSON"
    " MainWP Lucide ISC Apache Qt Python PySide KWallet Keychain borg rclone wp admin Healthchecks English Deutsch cron mon fri"
    " AM PM Local DDEV MAMP XAMPP whsec no schedules copper violin harbour nine maple dusk zip exe txt"
)
"""Of products and formats."""
FORMATS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)


def _said_by_the_locale() -> set[str]:
    days = {QLocale().dayName(n, f) for n in range(1, 8) for f in FORMATS}
    return days | {QLocale().monthName(n, f) for n in range(1, 13) for f in FORMATS}


def main(language: str, names: list[str]) -> int:
    app = make_application(["holdfast"])
    speak(language if language in LANGUAGES else "en")
    if language == "pseudo":
        use(Pseudo())
    theme().start(app, "light")
    return run(app, _all(language, names))


async def _all(language: str, names: list[str]) -> int:
    for scene in SCENES:
        if not names or any(name in scene.name for name in names):
            for fault in await look_at(scene, language):
                print(
                    json.dumps({"scene": scene.name, "fault": fault[0], "where": fault[1], "text": fault[2]}, ensure_ascii=False),
                    flush=True,
                )
    return 0


async def look_at(scene: Scene, language: str) -> list[tuple[str, str, str]]:
    """What is wrong with the texts of a scene: (fault, where, text)."""
    fake = scene.fake()
    data = words_in(NAMES) | words_in(_said_by_the_locale()) | {word for noun in vars(fake).values() for word in words_in(_plain(noun))}
    stage = await raise_stage(fake, scene.size)
    try:
        shown = await scene.go(stage) or stage.window
        await stage.settle(0.02)
        data |= {word for noun in vars(fake).values() for word in words_in(_plain(noun))}
        return list(dict.fromkeys(_faults(shown, language, data)))
    except Exception as error:
        return [("scene", repr(error), "")]
    finally:
        await stage.close()


def _plain(value: object) -> object:
    """The nouns of the fake are objects; what is in them is data."""
    return vars(value) if hasattr(value, "__dict__") else value


def _faults(shown: QWidget, language: str, data: set[str]) -> Iterator[tuple[str, str, str]]:
    if language == "pseudo":
        for where, text in texts(shown):
            if words := words_not_translated(text, data):
                yield "untranslated: " + " ".join(words), where, text
    yield from (("clipped", where, text) for where, text in clipped(shown))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
