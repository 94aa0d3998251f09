"""The noun *backup*: made, listed, looked into, brought back, thinned out.

Wherever `site` stands, ``@STORAGE`` means everything in that storage, also what other programs put there. Wherever `backup` stands,
an id, an unambiguous prefix of one, or ``latest``.
"""

from __future__ import annotations

from holdfast.app.backups_fetching import Fetching
from holdfast.app.backups_looking import LookingAt
from holdfast.app.backups_returning import Overwrite, Returning
from holdfast.app.backups_thinning import Thinning
from holdfast.app.scheduled_runs import ScheduledRuns

__all__ = ["Backups", "Overwrite"]


class Backups(ScheduledRuns, LookingAt, Fetching, Returning, Thinning):
    """`Holdfast.backups`."""
