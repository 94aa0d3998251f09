"""`holdfast migration`: migrations that a site's own service carries out."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.cli.staging import say_job, watch_to_its_end
from holdfast.cli.verbs import Verb

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal


def _site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")


async def _status(t: Terminal, args: argparse.Namespace) -> int:
    say_job(t, await t.app.services.migration_job(args.site), "No migration runs.")
    return 0


async def _watch(t: Terminal, args: argparse.Namespace) -> int:
    return await watch_to_its_end(t, await t.app.services.watch_migration(args.site), "No migration runs.")


VERBS = (
    Verb("status", "the migration that runs", _status, _site, "holdfast migration status shop"),
    Verb("watch", "follow the migration that runs", _watch, _site, "holdfast migration watch shop"),
)
