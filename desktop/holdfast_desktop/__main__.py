"""The entry of ``holdfast-desktop``; with ``--worker`` the same program is its own worker (a frozen build has no other)."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit code."""
    if getattr(sys, "frozen", False):
        # A frozen program is its own Python: helper processes of the archiver start it anew.
        from multiprocessing import freeze_support

        from holdfast.jobs.command import free_children_of_the_bundle

        freeze_support()
        free_children_of_the_bundle()
    from holdfast_desktop.application.posix import leave_no_core_files

    leave_no_core_files()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--worker"]:
        from holdfast.worker.main import main as work

        return work()
    from holdfast_desktop.application.arguments import parse
    from holdfast_desktop.application.run import run

    return run(parse(given))


if __name__ == "__main__":
    sys.exit(main())
