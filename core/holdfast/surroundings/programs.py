"""Asking a program of the system, with a time limit. What it does not answer is not known."""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Sequence

log = logging.getLogger(__name__)

SECONDS = 5.0


def output_of(command: Sequence[str], *, seconds: float = SECONDS) -> str | None:
    """What it prints; None when it is not there, fails or takes too long."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=seconds, stdin=subprocess.DEVNULL, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        log.debug("%s does not answer: %s", command[0], type(error).__name__)
        return None
    return done.stdout
