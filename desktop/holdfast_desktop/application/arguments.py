"""What the program is started with."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Arguments:
    home: Path | None = None
    """One folder for everything; None: ``HOLDFAST_HOME``, else the platform's folders."""
    hidden: bool = False
    show: bool = False
    schedules: bool = True
    demo: bool = False


def parse(arguments: Sequence[str]) -> Arguments:
    import holdfast

    parser = argparse.ArgumentParser(prog="holdfast-desktop", description="Backups of your web sites: the window and the tray.")
    parser.add_argument("--version", action="version", version=f"Holdfast {holdfast.__version__}")
    parser.add_argument("--home", type=Path, metavar="DIR", help="one folder that holds everything (also: HOLDFAST_HOME)")
    parser.add_argument("--hidden", action="store_true", help="start in the tray")
    parser.add_argument("--show", action="store_true", help="show the window (of the program that runs already, if one does)")
    parser.add_argument("--no-schedules", action="store_true", help="start nothing by itself")
    parser.add_argument("--demo", action="store_true", help="prepare a sample site to play with")
    given = parser.parse_args(list(arguments))
    home = given.home.expanduser().absolute() if given.home else None
    return Arguments(home, given.hidden and not given.show, given.show, not given.no_schedules, given.demo)
