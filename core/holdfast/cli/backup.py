"""`holdfast backup`: make backups, look into them, bring them back, thin them out."""

from __future__ import annotations

from holdfast.cli.backup_fetch import FETCH_VERBS
from holdfast.cli.backup_look import LOOK_VERBS
from holdfast.cli.backup_make import MAKE_VERBS
from holdfast.cli.backup_return import RETURN_VERBS
from holdfast.cli.backup_thin import THIN_VERBS

VERBS = (MAKE_VERBS[0], *LOOK_VERBS, *MAKE_VERBS[1:], *FETCH_VERBS, *RETURN_VERBS, *THIN_VERBS)
