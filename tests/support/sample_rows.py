"""Made-up records for the window's tests and screenshots: a crowd of sites with long and unicode names, errors and a history."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from holdfast.app.views import FileView, SiteView, StorageView
from holdfast.records import Backup, Job
from holdfast.verdict import ORDER, Reason, Status
from tests.support.day_marks import day_marks
from tests.support.fake_holdfast import NOW, FakeHoldfast

NAMES = (
    "yoga-mitte.example",
    "atelier-nord.example",
    "bäckerei-grüße.example",
    "Café Morgenrot",
    "zahnarzt-am-park.example",
    "株式会社みどり",
    "fahrrad-werkstatt-und-verleih-am-alten-güterbahnhof.example",
    "kita-sonnenschein.example",
    "weingut-lehmann.example",
    "tischlerei-holm.example",
    "hotel-seeblick.example",
    "filmclub.example",
    "лавка-чая.example",
    "physio-praxis.example",
    "buchladen-ost.example",
    "kanzlei-brandt.example",
)
ROOT = "/home/mira/Sites/yoga-mitte"


def crowded(sites: int = 16, step: float = 0.0) -> FakeHoldfast:
    """A busy freelancer's Holdfast: one site failed, one overdue, one with warnings, one never backed up, one running."""
    fake = FakeHoldfast(step)
    rng = random.Random(7)
    fake.storage_views = [
        StorageView(
            "Studio disk",
            "/media/studio/backups",
            "st1",
            "6f2ab1c0",
            retention="standard",
            sites=tuple(NAMES[:9]),
            backups=412,
            last_check_at=NOW - timedelta(days=3),
            last_check_outcome="success",
            stats={"stored": 41_300_000_000, "restored_size": 612_000_000_000, "free_space": 91_000_000_000, "at": NOW.isoformat()},
            synced_at=NOW,
            created_at=NOW - timedelta(days=300),
        ),
        StorageView(
            "Bucket in Frankfurt",
            "s3:https://s3.eu-central-1.example/mira-backups/sites",
            "st2",
            "81d00e77",
            retention="long",
            sites=tuple(NAMES[9:]),
            backups=96,
            last_check_at=NOW - timedelta(days=41),
            last_check_outcome="warning",
            synced_at=NOW,
        ),
    ]
    special: dict[int, Status] = {2: "failed", 4: "overdue", 6: "warning", 9: "never", 11: "running"}
    for number in range(sites):
        name = NAMES[number] if number < len(NAMES) else f"kunde-{number:02d}.example"
        fake.site_views.append(_site(fake, name, number, special.get(number, "ok"), rng))
    fake.site_views.sort(key=lambda s: ORDER.index(s.status))
    fake.attention = tuple((s.name, s.reasons[0]) for s in fake.site_views if s.reasons and s.status != "running")
    fake.kits = {"Studio disk": NOW, "Bucket in Frankfurt": NOW}
    fake.tree = tree()
    fake.job_rows = _jobs(fake)
    return fake


def scheduled() -> FakeHoldfast:
    """The same with schedules and drills: one run waits, one site is paused, one drill failed, one could only read."""
    fake = crowded()
    at = NOW.isoformat()
    for number, view in enumerate(list(fake.site_views)):
        proof = {"verdict": "proven", "level": ("boots", "loaded")[number % 2], "at": at} if view.proven_at else {}
        fake.replace_site(view.name, next_run_at=NOW + timedelta(hours=19, minutes=7 * number), proof=proof)
    failed = {"verdict": "failed", "level": "loaded", "at": (NOW - timedelta(hours=5)).isoformat(), "not_good": ["tables"]}
    half = {"verdict": "warning", "level": "read", "at": (NOW - timedelta(days=2)).isoformat()}
    due = {
        "host": "sftp.mitte.example",
        "why": "silent",
        "slot": "2026-11-20T10:00",
        "due_at": "2026-11-20T10:00:00+00:00",
        "state": "waiting",
    }
    until = NOW + timedelta(hours=2, minutes=25)
    fake.replace_site("yoga-mitte.example", proof={"verdict": "proven", "level": "boots", "at": at}, proven_at=NOW - timedelta(days=9))
    fake.replace_site("atelier-nord.example", proof=half, proven_at=None)
    fake.replace_site("Café Morgenrot", proof=failed, status="failed", reasons=(Reason("DRILL-FAILED"),))
    fake.attention = (("Café Morgenrot", Reason("DRILL-FAILED")), *fake.attention)
    fake.replace_site("filmclub.example", next_run_at=None)
    fake.schedules.held["hotel-seeblick.example"] = until
    fake.schedules.judge()
    fake.waiting = (("株式会社みどり", Reason("OFFLINE", details=due)),)
    fake.schedules.reasons["yoga-mitte.example"] = [
        Reason("BATTERY", details={"percent": 18.0, "level": 30}),
        Reason("NOT-DUE", details={"next_run_at": (NOW + timedelta(hours=19)).isoformat()}),
        Reason("OFFLINE", details={"due_at": "2026-11-18T10:00:00+00:00", "slot": "2026-11-18T10:00", "state": "missed"}),
    ]
    return fake


def empty() -> FakeHoldfast:
    """The first start: nothing there."""
    return FakeHoldfast()


_REASONS: dict[Status, Reason] = {
    "failed": Reason("SPACE-DEST", "The disk is full.", {"storage": "Studio disk", "needed": 12_000_000_000, "free": 800_000_000}),
    "overdue": Reason("OVERDUE", details={"days": 11}),
    "warning": Reason("FILES-SKIPPED", "3 files could not be read.", {"count": 3}),
    "never": Reason("NEVER"),
    "running": Reason("RUNNING"),
}


def _site(fake: FakeHoldfast, name: str, number: int, status: Status, rng: random.Random) -> SiteView:
    age = timedelta(days=11) if status == "overdue" else timedelta(hours=number % 20, minutes=12)
    backups = [] if status == "never" else _backups(name, NOW - age, rng)
    fake.backup_rows[name] = backups
    days = [rng.choice(["success"] * 12 + ["warning", "", ""]) for _ in range(30)]
    if status == "failed":
        days[-3:] = ["success", "failed", "failed"]
    if status == "overdue":
        days[-11:] = [""] * 11
    if status == "never":
        days = [""] * 30
    return SiteView(
        name,
        "folder",
        f"https://{name}",
        tags=("shop",) if number % 5 == 0 else (),
        status=status,
        reasons=(_REASONS[status],) if status in _REASONS else (),
        last_backup_at=backups[0].created_at if backups else None,
        last_outcome="success" if backups else "",
        storage="Studio disk" if number < 9 else "Bucket in Frankfurt",
        id=f"s{number}",
        path=f"/home/mira/Sites/{name}",
        proven_at=NOW - timedelta(days=9) if number % 3 == 0 and backups else None,
        recent=day_marks(days, NOW),
        last_backup=backups[0] if backups else None,
        excludes=("wp-content/cache/", "*.log"),
        presets=("wordpress",),
        client="Mitte Studios" if number % 2 else "",
    )


def _backups(site: str, newest: Any, rng: random.Random) -> list[Backup]:
    made = []
    for number in range(18):
        kind = "full" if number == 17 else "database" if number % 6 == 5 else "incremental"
        at = newest - timedelta(days=number, minutes=rng.randrange(50))
        made.append(
            Backup(
                f"{rng.getrandbits(32):08x}",
                site,
                type=kind,
                created_at=at,
                completed_at=at,
                duration=rng.uniform(4, 90),
                size=rng.randrange(800_000_000, 1_300_000_000) if kind != "database" else 42_000_000,
                label="before the update of the shop" if number == 3 else "",
                metadata={"keep": number == 3, "partial": number == 8, "files": 12_847, "added": rng.randrange(1_000_000, 90_000_000)},
                components=("core", "plugins", "themes", "uploads", "database") if kind != "database" else ("database",),
                verified_at=at if number % 4 == 1 else None,
                proven_at=at if number == 2 else None,
            )
        )
    return made


def tree() -> dict[str, list[FileView]]:
    """A WordPress as the file browser shows it; an empty path is the site's own folder."""
    folders = ["wp-admin", "wp-content", "wp-includes"]
    files = [("wp-config.php", 3_100), ("index.php", 405), ("wp-login.php", 51_200), ("readme.html", 7_400), (".htaccess", 812)]
    top = [_view(ROOT, n, "dir") for n in folders] + [_view(ROOT, n, "file", s) for n, s in files]
    content = f"{ROOT}/wp-content"
    return {
        "": top,
        f"{ROOT}/wp-admin": [_view(f"{ROOT}/wp-admin", f"admin-{n}.php", "file", 9_100 + n) for n in range(20)],
        f"{ROOT}/wp-includes": [_view(f"{ROOT}/wp-includes", f"class-{n}.php", "file", 12_100 + n) for n in range(40)],
        content: [_view(content, n, "dir") for n in ("plugins", "themes", "uploads")],
        f"{content}/plugins": [_view(f"{content}/plugins", n, "dir") for n in ("forms", "seo", "shop")],
        f"{content}/plugins/forms": [_view(f"{content}/plugins/forms", "forms.php", "file", 20_412)],
        f"{content}/themes": [_view(f"{content}/themes", "atelier", "dir")],
        f"{content}/uploads": [
            _view(f"{content}/uploads", n, "file", s) for n, s in (("logo-grün.png", 48_000), ("retreat.jpg", 1_840_000))
        ],
    }


def _view(folder: str, name: str, kind: str, size: int | None = None) -> FileView:
    return FileView(f"{folder}/{name}", name, kind, size, NOW - timedelta(days=len(name)))


def _jobs(fake: FakeHoldfast) -> list[Job]:
    rows: list[Job] = []
    for number, site in enumerate(fake.site_views):
        started = NOW - timedelta(minutes=17 * number)
        outcome = {"failed": "failed", "warning": "warning", "running": ""}.get(site.status, "success")
        failure = None
        if outcome == "failed":
            failure = {"kind": "space", "code": "SPACE-DEST", "message": "The disk is full.", "hint": "", "retryable": False, "details": {}}
        verb = "backup" if number % 5 else "drill"
        backup = site.last_backup
        result: dict[str, Any] = {"verdict": "proven"} if verb == "drill" else {"backup": {"size": backup.size if backup else None}}
        rows.append(
            Job(
                f"j{number}",
                verb,
                site.name,
                site.storage,
                started,
                None if not outcome else started + timedelta(seconds=42 + number * 3),
                outcome,
                failure=failure,
                warnings=("3 files could not be read.",) if outcome == "warning" else (),
                result=result if outcome else {},
            )
        )
    rows.insert(3, Job("jc", "check", "", "Studio disk", NOW - timedelta(days=3), NOW - timedelta(days=3, minutes=-4), "success"))
    rows.insert(
        5,
        Job(
            "jx", "restore", "yoga-mitte.example", "Studio disk", NOW - timedelta(days=2), NOW - timedelta(days=2, minutes=-2), "cancelled"
        ),
    )
    return rows
