"""What a plan costs on this line, in words. Pure."""

from __future__ import annotations

from holdfast.app.costs import Cost
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.times import duration
from holdfast_desktop.wording.tr import tr, tr_n


def cost_lines(cost: Cost) -> list[str]:
    """What it moves on an average day, and what would be cheaper; empty where nothing leaves this computer."""
    if not cost.sites:
        return []
    if cost.unknown == cost.sites:
        return [tr("What it needs of your line is known after the first backup.")]
    if cost.seconds_per_day is None:
        lines = [tr("It needs about {size} a day on your line.", size=size(cost.bytes_per_day))]
    else:
        lines = [
            tr("It needs about {size} a day on your line, {time}.", size=size(cost.bytes_per_day), time=duration(cost.seconds_per_day))
        ]
    if cost.unknown:
        lines.append(tr_n("The size of {n} site is not known yet.", "The sizes of {n} sites are not known yet.", cost.unknown))
    if cost.cheaper is not None:
        words = tr("The database daily and everything weekly needs about {size} a day.", size=size(cost.cheaper.bytes_per_day))
        lines.append(words + " " + tr("(The size of the database is a guess.)") if cost.cheaper.estimated else words)
    return lines
