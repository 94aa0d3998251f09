"""Time zones: the machine's as it is now, one by its name, and the moment that a local time stands for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from holdfast.errors import UsageError


def machine_zone() -> tzinfo:
    """The zone of this computer, read anew each time: a laptop travels. TZ wins, as in all programs."""
    import tzlocal

    try:
        zone: tzinfo = tzlocal.reload_localzone()
    except Exception:  # whatever a machine's settings hold: a schedule must go on
        return datetime.now().astimezone().tzinfo or UTC
    return zone


def zone_of(name: str) -> tzinfo:
    """By the name of the IANA database; empty is the machine's. UsageError for an unknown one."""
    if not name:
        return machine_zone()
    if name.upper() == "UTC":
        return UTC
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # a folder's name, a path, an unknown word
        raise UsageError(f"There is no time zone {name!r}.", code="NO-ZONE", hint="For example Europe/Berlin or UTC.") from error


def moment_of(local: datetime, zone: tzinfo) -> datetime:
    """The moment (UTC) at which clocks of `zone` show `local` (naive): the first of two, and where they never show it the first after.

    Clocks that go from 02:00 to 03:00 never show 02:30: its moment is 03:00.
    """
    early = local.replace(tzinfo=zone, fold=0)
    moment = early.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None, fold=0) == local:
        return moment
    before, after = local.replace(tzinfo=zone, fold=1).astimezone(UTC), moment
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)
