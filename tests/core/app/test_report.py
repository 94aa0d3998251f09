"""The monthly report: what it counts, what it says, and that the page is safe to send."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest

from holdfast.app import Holdfast
from holdfast.app.report_page import page, verdict
from holdfast.app.reporting import Day, Incident, MonthReport, Proof, month_of, monthly
from holdfast.errors import NotFound, UsageError
from holdfast.state.database import Database, to_text
from holdfast.state.entries import sites_of
from holdfast.state.schema import MIGRATIONS
from tests.core.app.conftest import Scene

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
VOID = {"meta", "br", "link", "img"}


class Structure(HTMLParser):
    """Every tag is closed; nothing comes from elsewhere; the text as a reader sees it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "action", "background", "onload", "style", "srcset"}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def run_of(scene: Scene, site: str, when: datetime, outcome: str = "success", verb: str = "backup", **fields: Any) -> None:
    database = Database(scene.paths.database, MIGRATIONS)
    site_id = sites_of(database).get(site).id
    failure = fields.get("failure")
    with database.write() as connection:
        connection.execute(
            "INSERT INTO jobs (id, verb, site_id, site, started_at, ended_at, outcome, backup_id, failure, result) "
            "VALUES (?,?,?,?,?,?,?,?,?,?)",
            (
                f"{verb}-{site}-{when.isoformat()}",
                verb,
                site_id,
                site,
                to_text(when.timestamp()),
                to_text(when.timestamp() + 60),
                outcome,
                f"{when:%m%d%H}{site}" if verb == "backup" and outcome == "success" else "",
                None if failure is None else msgspec.json.encode(failure).decode(),
                msgspec.json.encode(fields.get("result", {})).decode(),
            ),
        )
    database.close()


@pytest.fixture
def month(ready: Scene) -> Scene:
    """October for the site "shop" of the client "Bäckerei": a backup every day but three, a proof, an incident that was solved."""
    database = Database(ready.paths.database, MIGRATIONS)
    shop = sites_of(database).get("shop")
    sites_of(database).put(msgspec.structs.replace(shop, client="Bäckerei", created_at=datetime(2026, 9, 1, tzinfo=UTC)))
    database.close()
    for day in range(1, 32):
        at = datetime(2026, 10, day, 10, tzinfo=UTC)
        if day in {7, 8}:
            run_of(ready, "shop", at, "failed", failure={"code": "NET-TIMEOUT", "message": "<img src=x> did not answer."})
        elif day != 20:
            run_of(ready, "shop", at)
    run_of(
        ready,
        "shop",
        datetime(2026, 10, 3, 11, tzinfo=UTC),
        verb="drill",
        result={"verdict": "proven", "level": "boots", "files": 9, "checks": []},
    )
    run_of(ready, "shop", datetime(2026, 9, 30, 10, tzinfo=UTC))
    return ready


def gathered(scene: Scene, **words: Any) -> MonthReport:
    async def story(app: Holdfast) -> MonthReport:
        return monthly(app._home, month=month_of(words.pop("month", "2026-10")), now=words.pop("now", NOW), **words)

    found: MonthReport = scene.run(story)
    return found


def test_a_month_is_counted_day_by_day(month: Scene) -> None:
    report = gathered(month, client="BÄCKEREI")
    site = report.sites[0]
    assert (report.subject, report.over) == ("Bäckerei", True)
    assert (site.made, site.days_covered, site.days_due, site.longest_gap) == (28, 28, 31, 2)
    assert [day.outcome for day in site.days[5:9]] == ["success", "failed", "failed", "success"]
    assert site.days[19].outcome == ""
    assert [(proof.verdict, proof.level) for proof in site.proofs] == [("proven", "boots")]
    incident = site.incidents[0]
    assert (incident.times, incident.code) == (2, "NET-TIMEOUT")
    assert incident.solved_at == datetime(2026, 10, 9, 10, 1, tzinfo=UTC)
    assert verdict(report)[0] == "good"


def test_real_backups_count_once_whoever_remembers_them(ready: Scene) -> None:
    """History and catalogue know the same backup; where the history is lost, the catalogue alone counts."""

    async def back_up(app: Holdfast) -> None:
        for _ in range(2):
            await (await app.backups.create(["shop"])).value()

    ready.run(back_up)
    now = datetime.now(UTC)
    words = {"site": "shop", "month": f"{now:%Y-%m}", "now": now}
    assert gathered(ready, **words).sites[0].made == 2
    database = Database(ready.paths.database, MIGRATIONS)
    with database.write() as connection:
        connection.execute("DELETE FROM jobs")
    database.close()
    assert gathered(ready, **words).sites[0].made == 2
    assert gathered(ready, **words).sites[0].held == 2


def test_days_that_have_not_come_and_days_before_the_site_are_no_gaps(ready: Scene) -> None:
    database = Database(ready.paths.database, MIGRATIONS)
    shop = sites_of(database).get("shop")
    sites_of(database).put(msgspec.structs.replace(shop, created_at=datetime(2026, 11, 2, tzinfo=UTC)))
    database.close()
    report = gathered(ready, site="shop", month="2026-11")
    assert not report.over
    assert [day.outcome for day in report.sites[0].days[:4]] == ["before", "", "future", "future"]
    assert verdict(report)[0] == "bad"


def test_the_page_is_whole_safe_and_says_what_was_counted(month: Scene) -> None:
    text = page(gathered(month, site="shop"))
    seen = Structure(text)
    assert not re.search(r"https?:|url\(|@import|<script", text)
    assert "default-src 'none'" in text
    assert "img" not in seen.seen
    for words in ("shop", "October 2026", "28 on 28 of 31 days", "<img src=x> did not answer.", "solved 9 Oct", "proven"):
        assert words in seen.text
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


@pytest.mark.parametrize(
    ("site", "tone"),
    [
        ({"made": 0}, "bad"),
        ({"proofs": (Proof(NOW, "proven"), Proof(NOW, "failed"))}, "bad"),
        ({"incidents": (Incident(NOW, "backup", "failed"),)}, "fair"),
        ({"incidents": (Incident(NOW, "backup", "failed", solved_at=NOW),)}, "good"),
        ({"days": tuple(Day(date(2026, 10, day), "success" if day in {1, 10} else "") for day in range(1, 11))}, "fair"),
        ({}, "good"),
    ],
)
def test_the_verdict_is_never_better_than_what_is_known(month: Scene, site: dict[str, Any], tone: str) -> None:
    report = gathered(month, site="shop")
    changed = msgspec.structs.replace(report.sites[0], **({"incidents": ()} | site))
    assert verdict(msgspec.structs.replace(report, sites=(changed,)))[0] == tone
    Structure(page(msgspec.structs.replace(report, sites=(changed, changed))))


def test_hostile_names_are_text(month: Scene) -> None:
    name = "<script>alert(1)</script>\"'&"
    report = gathered(month, site="shop")
    changed = msgspec.structs.replace(report.sites[0], name=name, address=f"https://{name}", storage=name)
    text = page(msgspec.structs.replace(report, subject=name, sites=(changed,)))
    assert "<script" not in text
    assert name in Structure(text).text


def test_what_cannot_be_reported_is_said(month: Scene) -> None:
    with pytest.raises(NotFound) as caught:
        gathered(month, client="nobody")
    assert "Bäckerei" in caught.value.hint
    with pytest.raises(UsageError):
        gathered(month, site="shop", month="2026-12")
    for wrong in ("2026-13", "October", "2026", ""):
        with pytest.raises(UsageError):
            month_of(wrong)


def test_the_file_is_private_and_replaced_whole(month: Scene) -> None:
    file = month.folder / "report.html"
    file.write_text("old")
    month.run(lambda app: app.report(client="Bäckerei", month="2026-10", to=file))
    assert file.read_text().startswith("<!doctype html>")
    assert file.stat().st_mode & 0o777 == 0o600
