"""Made-up sites with a service of their own, for tests and screenshots of the window: each system once, with backups in every state."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

import msgspec

from holdfast.app import ScheduleView
from holdfast.app.views import AccountView, SiteView
from holdfast.records import Backup
from holdfast.verdict import ORDER, Reason, Status
from tests.support.day_marks import day_marks
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.fake_services import OFFERS
from tests.support.sample_rows import crowded

SITES: tuple[tuple[str, str, Status], ...] = (
    ("shop.example", "backup-copilot", "ok"),
    ("hotel-seeblick.example", "safeguard", "ok"),
    ("torquemag", "wp-engine", "ok"),
    ("assistent.example", "general-bots", "ok"),
    ("magazin-süd.example", "backup-copilot", "failed"),
)
SHOP, HOTEL, ENGINE, BOTS, REFUSED = (name for name, _, _ in SITES)


def served() -> FakeHoldfast:
    """A freelancer with local sites and sites of all four systems; one of them refuses the sign-in."""
    fake = crowded(6)
    rng = random.Random(11)
    for name, system, status in SITES:
        _add(fake, name, system, status, rng)
    fake.site_views.sort(key=lambda s: ORDER.index(s.status))
    fake.attention = tuple((s.name, s.reasons[0]) for s in fake.site_views if s.reasons and s.status != "running")
    fake.schedules.rows = {
        HOTEL: [
            ScheduleView(f"{HOTEL}/1", "", HOTEL, every="daily", at="02:00", type="incremental", keep=10, site_storage="s3",
                         next_run_at=NOW + timedelta(hours=11), last_run_at=NOW - timedelta(hours=12), last_outcome="success"),
            ScheduleView(f"{HOTEL}/2", "", HOTEL, every="weekly", at="04:30", type="full", keep=4, site_storage="dropbox",
                         next_run_at=NOW - timedelta(hours=3), last_run_at=NOW - timedelta(days=7), enabled=True),
        ],
        SHOP: [ScheduleView(f"{SHOP}/9", "Nightly", SHOP, every="daily", at="03:00", keep_days=30, next_run_at=NOW + timedelta(hours=12))],
        BOTS: [ScheduleView(f"{BOTS}/3", "", BOTS, cron="0 3 * * 0", type="full", keep_days=90)],
    }  # fmt: skip
    return fake


def _add(fake: FakeHoldfast, name: str, system: str, status: Status, rng: random.Random) -> None:
    rows = _rows(name, system, rng)
    fake.backup_rows[name] = rows
    days = [rng.choice(["success"] * 12 + [""]) for _ in range(30)]
    if status == "failed":
        days[-2:] = ["failed", "failed"]
    reason = Reason("AUTH-REJECTED", f"{name} refused the sign-in.", {"host": name})
    newest = next(b for b in rows if b.status == "completed")
    fake.account_views.append(
        AccountView(f"{name} account", system, "ada" if system != "general-bots" else "", f"https://{name}", sites=(name,), created_at=NOW)  # type: ignore[arg-type]  # one of the words
    )
    fake.site_views.append(
        SiteView(
            name,
            system,  # type: ignore[arg-type]  # one of the words
            url=f"https://{name}" if system != "wp-engine" else "https://api.wpengineapi.com/v1",
            account=f"{name} account",
            status=status,
            reasons=(reason,) if status == "failed" else (),
            last_backup_at=newest.created_at,
            last_outcome="success",
            id=f"a{len(fake.site_views)}",
            recent=day_marks(days, NOW),
            last_backup=newest,
            capabilities=tuple(OFFERS[system]["verbs"]),
            offers=OFFERS[system],
            options={"install": "i0", "notification_emails": ["mira@example.org"]} if system == "wp-engine" else {},
            database="",
            client="Mitte Studios",
        )
    )


def _rows(site: str, system: str, rng: random.Random) -> list[Backup]:
    types = OFFERS[system]["types"]
    made: list[Backup] = []
    for number in range(14):
        at = NOW - timedelta(days=number, hours=2, minutes=rng.randrange(50))
        metadata: dict[str, Any] = {"status_word": "completed", "wordpress_version": "6.8.3", "plugins": 31}
        if system == "safeguard":
            metadata["site_storage"] = "s3" if number % 3 else "dropbox"
        one = Backup(
            f"bkp_{rng.getrandbits(40):010x}",
            site,
            system=system,
            type=types[number % len(types)] if number else types[0],
            created_at=at,
            completed_at=at + timedelta(minutes=4),
            duration=rng.uniform(90, 320),
            size=rng.randrange(180_000_000, 900_000_000),
            label="before the update of the shop" if number == 2 else "",
            locations=("site", "storage") if number in {1, 4, 5} else ("site",),
            components=("database", "plugins", "themes", "uploads") if system == "backup-copilot" else (),
            downloadable=True,
            metadata=metadata,
        )
        made.append(one)
    if site in {SHOP, HOTEL}:
        made[0] = msgspec.structs.replace(
            made[0], status="running", completed_at=None, size=None, duration=None, metadata={"status_word": "in_progress"}
        )
    made[3] = msgspec.structs.replace(made[3], status="failed", size=None, error="Disk quota exceeded while writing files.zip")
    made[6] = msgspec.structs.replace(made[6], status="unknown", metadata={"status_word": "archiving"})
    if system == "safeguard":
        made[4] = msgspec.structs.replace(made[4], parent_id=made[5].id)
        made[2] = msgspec.structs.replace(made[2], parent_id=made[5].id)
    return made
