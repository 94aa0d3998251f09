"""What jobs moved over the internet: bytes by job, local day and network, so that a budget can be kept and the next run foreseen."""

from __future__ import annotations

from typing import Literal

import msgspec

from holdfast.state.database import Database

KEPT_DAYS = 400


class Moved(msgspec.Struct, frozen=True):
    """Bytes, and the seconds in which they moved."""

    received: int = 0
    sent: int = 0
    seconds: float = 0.0

    @property
    def both(self) -> int:
        return self.received + self.sent


def count(database: Database, job: str, day: str, network: str, moved: Moved) -> None:
    """Add to what a job of the history moved. `day`: YYYY-MM-DD on the local clock; `network`: its id, or empty."""
    with database.write() as connection:
        connection.execute(
            "INSERT INTO traffic (job, day, network, site_id, received, sent, seconds) "
            "VALUES (?1,?2,?3,coalesce((SELECT site_id FROM jobs WHERE id = ?1), ''),?4,?5,?6) "
            "ON CONFLICT (job, day, network) DO UPDATE SET received = received + excluded.received, sent = sent + excluded.sent, "
            "seconds = seconds + excluded.seconds",
            (job, day, network, moved.received, moved.sent, moved.seconds),
        )
        connection.execute("DELETE FROM traffic WHERE day < date(?, ?)", (day, f"-{KEPT_DAYS} days"))


def on_day(database: Database, day: str) -> dict[str, Moved]:
    """What was moved that day, by network."""
    rows = database.read("SELECT network, sum(received), sum(sent), sum(seconds) FROM traffic WHERE day = ? GROUP BY network", (day,))
    return {row[0]: Moved(*row[1:]) for row in rows}


def of_jobs(database: Database, site_id: str, last: int = 60) -> dict[str, Moved]:
    """What the last jobs of a site moved, by job, newest first."""
    rows = database.read(
        "SELECT job, sum(received), sum(sent), sum(seconds) FROM traffic WHERE site_id = ? GROUP BY job ORDER BY max(rowid) DESC LIMIT ?",
        (site_id, last),
    )
    return {row[0]: Moved(*row[1:]) for row in rows}


def rate(database: Database, way: Literal["received", "sent"], *, at_least: int = 1_000_000, last: int = 40) -> float | None:
    """Bytes a second that the last larger transfers made this way, the middle of them; None when there were none."""
    rows = database.read(
        f"SELECT {way} / seconds FROM traffic WHERE {way} >= ? AND seconds > 0 ORDER BY rowid DESC LIMIT ?",  # noqa: S608 - our own words
        (at_least, last),
    )
    rates = sorted(row[0] for row in rows)
    return rates[len(rates) // 2] if rates else None
