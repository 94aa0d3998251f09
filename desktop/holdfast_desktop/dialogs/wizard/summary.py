"""What was chosen, as one sentence per choice."""

from __future__ import annotations

from dataclasses import dataclass

from holdfast_desktop.dialogs.wizard.choices import ON_SITE, Timing
from holdfast_desktop.wording import plans, services
from holdfast_desktop.wording.tr import tr, tr_n


@dataclass(frozen=True)
class Summary:
    """`presets` None: nothing of a folder is backed up, so nothing is left out."""

    kind: str
    name: str
    system: str
    sites: int
    many: bool
    storage: str
    timings: tuple[Timing, ...]
    retention: str
    presets: tuple[str, ...] | None


def lines_of(chosen: Summary) -> list[tuple[str, str]]:
    """(icon, sentence) each."""
    lines = [("globe", _who(chosen))]
    if chosen.storage == ON_SITE:
        lines.append(("server", tr("Its backups stay on the site itself.")))
    else:
        lines.append(("hard-drive", tr("Its backups are kept in {storage}, encrypted.", storage=chosen.storage)))
    lines.append(("calendar-clock", tr("When: {when}.", when=plans.timings_words(chosen.timings))))
    if chosen.storage != ON_SITE:
        lines.append(("archive", tr("{keep}.", keep=plans.keep_words(chosen.retention))))
    if chosen.presets is not None:
        left = ", ".join(plans.preset_words(word) for word in chosen.presets)
        lines.append(("folder", tr("Left out: {list}.", list=left) if left else tr("Nothing is left out.")))
    return lines


def _who(chosen: Summary) -> str:
    if chosen.many or chosen.sites > 1:
        return tr_n("{n} site is added.", "{n} sites are added.", chosen.sites)
    if chosen.kind == "service":
        return tr("{name} is added, backed up by {system}.", name=chosen.name, system=services.system_label(chosen.system))
    if chosen.kind == "archives":
        return tr("{name} is added: archives of another program.", name=chosen.name)
    return tr("{name} is added: a folder on this computer.", name=chosen.name)
