"""Follows a PHP configuration file statement by statement, without PHP, and collects the constants and variables that it sets.

Conditions that cannot be known (the visitor's host name, say) are followed both ways: what both ways agree on is known, the rest is
`Unknown` with the reason. A way that ends in ``exit`` is not taken into account, for the site would not work there. Included files are
followed where their path can be known and lies in a folder that the caller allows. Bounded in steps, depth and size; any input ends.
"""

from __future__ import annotations

from pathlib import Path

from holdfast.sources.php_state import MAX_INCLUDES, Return, State, Stop, TooComplex, read_text
from holdfast.sources.php_statements import Statements
from holdfast.sources.php_tokens import tokens_of


def follow(state: State, path: Path) -> None:
    """Follow `path` to where WordPress takes over; `state` holds the outcome. Raises `OSError` when it cannot be read; nothing else."""
    state.follow = lambda path, source: _follow(state, path, source)
    try:
        _follow(state, path, read_text(path))
    except (Stop, Return):
        pass
    except (TooComplex, RecursionError):
        state.notes.append(f"{path.name} is too complex to be followed to its end")


def _follow(state: State, path: Path, source: str) -> None:
    if len(state.followed) >= MAX_INCLUDES:
        raise TooComplex
    state.followed.append(path)
    Statements(state, path, tokens_of(source)).run()
