"""How the terminal words conditions that are not met, with their numbers, and what a plan costs. Pure functions."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from holdfast.cli import wording

if TYPE_CHECKING:
    from holdfast.app.costs import Cost

_WHY = {
    "no-name": "its name is not known here",
    "refused": "it refuses connections",
    "silent": "it does not answer",
    "unreachable": "there is no way to it",
}
_ESTIMATE = " (the size of the database is an estimate)"


def sentence(code: str, details: dict[str, Any]) -> str:
    """Empty where the details say no more than the code."""
    try:
        return _sentence(code, details)
    except (KeyError, TypeError, ValueError):
        return ""  # written by another version


def _sentence(code: str, details: dict[str, Any]) -> str:
    network = f"the network {wording.printable(details['network'])}" if details.get("network") else "this network"
    match code:
        case "OFFLINE" if "host" in details:
            return f"It waits until {wording.printable(details['host'])} can be reached: {_WHY[details['why']]}."
        case "CAPTIVE" if "host" in details:
            return f"Somebody else answers in the place of {wording.printable(details['host'])}: does the network want a sign-in first?"
        case "CAPTIVE":
            return f"{network[0].upper()}{network[1:]} wants a sign-in on a page of its own first."
        case "METERED":
            small = " for so much" if details["allowed"] == "small" else ""
            return f"It waits for a network that is not paid by the byte{small}{_amount(details)}: {network} is. Setting: metered."
        case "NETWORK-NOT-CHOSEN":
            chosen = ", ".join(wording.printable(str(one)) for one in details["chosen"])
            return f"It waits for {chosen}{_amount(details)}. Setting: networks."
        case "BATTERY" if details["level"] == 100:
            return "It waits for mains power. Setting: battery_level."
        case "BATTERY":
            return (
                f"The battery is at {details['percent']:.0f} %; it waits for mains power or {details['level']} %. Setting: battery_level."
            )
        case "QUIET-HOURS":
            return f"It waits until the quiet hours are over ({_clock(details)}). Setting: quiet_hours."
        case "JUST-LOGGED-IN":
            return f"It waits until {_clock(details)}, {details['minutes']} minutes after login. Setting: minutes_after_login."
        case "BUDGET-SPENT":
            moved, budget = wording.size(details["moved"]), wording.size(details["budget"])
            return f"{moved} of the {budget} a day are spent{_amount(details)}; it waits for tomorrow. Setting: daily_transfer_mb."
    return ""


def _amount(details: dict[str, Any]) -> str:
    return "" if details.get("bytes") is None else f" (about {wording.size(details['bytes'])})"


def _clock(details: dict[str, Any]) -> str:
    return datetime.fromisoformat(details["until"]).astimezone().strftime("%H:%M")


def costs(cost: Cost) -> list[str]:
    """What a plan moves; nothing where nothing leaves this computer."""
    if not cost.sites:
        return []
    if cost.unknown == cost.sites:
        return ["What it needs of your line is known after the first backup."]
    needs = f"Needs about {_a_day(cost.bytes_per_day, cost.seconds_per_day)} on your line"
    if cost.unknown:
        needs += f", without {wording.plural(cost.unknown, 'site')} whose size is not known yet"
    lines = [needs + "."]
    if cost.cheaper is not None:
        saved = _a_day(cost.cheaper.bytes_per_day, cost.cheaper.seconds_per_day)
        lines.append(f"The database daily and everything weekly needs {saved}{_ESTIMATE if cost.cheaper.estimated else ''}.")
    return lines


def _a_day(size: int, seconds: float | None) -> str:
    return f"{wording.size(size)} a day" + ("" if seconds is None else f" ({wording.duration(seconds)})")
