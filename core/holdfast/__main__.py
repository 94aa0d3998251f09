"""Entry of the `holdfast` command, and of its workers (``--worker``, also in a frozen build)."""

from __future__ import annotations

import sys


def main() -> int:
    """Returns the exit code."""
    if getattr(sys, "frozen", False):
        # A frozen program is its own Python: helper processes of the archiver start it anew.
        from multiprocessing import freeze_support

        from holdfast.jobs.command import free_children_of_the_bundle

        freeze_support()
        free_children_of_the_bundle()
    if sys.argv[1:2] == ["--worker"]:
        from holdfast.worker.main import main as work

        return work()
    from holdfast.cli.streams import open_standard_files

    open_standard_files()
    if sys.argv[1:] == ["--version"]:
        from holdfast import __version__

        try:
            print(f"holdfast {__version__}", flush=True)
        except OSError:
            sys.stdout = None  # nobody reads it; Python would complain at its end
        return 0
    try:
        from holdfast.cli.main import main as command

        return command()
    except KeyboardInterrupt:  # before the command began, or in its last moment
        return 130


if __name__ == "__main__":
    sys.exit(main())
