"""What was chosen on the steps, put together."""

from __future__ import annotations

from holdfast_desktop.dialogs.wizard.archives import ArchivesStep
from holdfast_desktop.dialogs.wizard.choices import NEW_STORAGE, ON_SITE, NewSite, Template
from holdfast_desktop.dialogs.wizard.place import PlaceStep
from holdfast_desktop.dialogs.wizard.review import ReviewStep
from holdfast_desktop.dialogs.wizard.sign_in import SignInStep
from holdfast_desktop.dialogs.wizard.start import StartStep
from holdfast_desktop.dialogs.wizard.timing import TimingStep


def one_site(kind: str, start: StartStep, sign_in: SignInStep, archives: ArchivesStep, place: PlaceStep) -> NewSite:
    """`kind`: folder, service or archives."""
    if kind == "archives":
        return NewSite(place.name(), kind, place=archives.place())
    if kind == "service":
        return NewSite(place.name(), kind, sign_in=sign_in.choice())
    database, secret = place.database()
    return NewSite(place.name(), kind, start.facts.path if start.facts is not None else start.typed(), database, secret)


def template_of(place: PlaceStep, timing: TimingStep, review: ReviewStep, excludes: tuple[str, ...]) -> Template:
    """What all sites that are added get."""
    storage = place.storage()
    return Template(
        "" if storage == NEW_STORAGE else storage,
        timing.timings(),
        timing.retention() if storage != ON_SITE else "",
        place.presets(),
        excludes,
        review.back_up_now(),
    )
