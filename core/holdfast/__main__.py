"""Entry of the `holdfast` command, and of its workers (``--worker``, also in a frozen build)."""

from __future__ import annotations

import sys


def main() -> int:
    """Returns the exit code."""
    if sys.argv[1:2] == ["--worker"]:
        from holdfast.worker.main import main as work

        return work()
    if sys.argv[1:] == ["--version"]:
        from holdfast import __version__

        print(f"holdfast {__version__}")
        return 0
    from holdfast.cli.main import main as command

    return command()


if __name__ == "__main__":
    sys.exit(main())
