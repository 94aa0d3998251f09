"""The laptop is gone: everything comes back at the terminal of another one, from the storage and its passphrase; and by a file."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from holdfast.state.paths import HomeFacts, find_paths, save_facts
from tests.support.terminal import HoldfastCommand


def test_a_new_laptop_from_location_and_passphrase(tmp_path: Path) -> None:
    site, repository, given = tmp_path / "site", tmp_path / "repository", tmp_path / "given"
    site.mkdir()
    (site / "index.html").write_text("hello")
    given.write_text("the passphrase")
    given.chmod(0o600)
    old = HoldfastCommand(tmp_path / "old")
    old("storage", "add", "disk", str(repository), "--secret-file", str(given))
    old("site", "add", "shop", "--path", str(site), "--database", "none", "--client", "Bakery")
    old("schedule", "add", "shop", "--every", "daily", "--at", "11:30")
    old("settings", "set", "overdue_days", "4")
    old("backup", "create", "shop")  # what was entered is sealed by the way
    assert len(list((repository / "holdfast").iterdir())) == 1
    old("settings", "export", str(tmp_path / "export.json"))

    new = HoldfastCommand(tmp_path / "new")
    save_facts(find_paths(new.home), HomeFacts(id="another", secrets="vault"))
    assert new("storage", "adopt-settings", "disk", expect=5).last["failure"]["code"] == "NO-STORAGE"
    new("storage", "add", "usb", str(repository), "--secret-file", str(given))
    plan = new("storage", "adopt-settings", "usb", "--dry-run").last
    assert not plan["done"]
    assert new("site", "list").last["total"] == 0
    taken = new("storage", "adopt-settings", "usb").last
    assert (taken["done"], taken["needs"]) == (True, [])
    assert new("site", "show", "shop").last["client"] == "Bakery"
    schedule = new("schedule", "list").last["items"][0]
    assert (schedule["site"], schedule["every"], schedule["at"]) == ("shop", "daily", "11:30")
    assert new("settings", "get", "overdue_days").last == {"overdue_days": 4}
    assert [job["verb"] for job in new("activity", "list").last["items"]][-1] == "backup"
    assert new("status").last["status"] == "ok"
    new("backup", "restore", "shop", "latest", "--to", str(tmp_path / "restored"), "--yes")
    assert (tmp_path / "restored" / "index.html").read_text() == "hello"
    new("backup", "create", "shop")
    assert len(list((repository / "holdfast").iterdir())) == 2


def test_settings_travel_by_a_file_and_say_what_is_missing(tmp_path: Path) -> None:
    """Without the passphrase nothing opens: exit 3, and which storage needs it. What changes here is asked about first."""
    site, given, file = tmp_path / "site", tmp_path / "given", tmp_path / "export.json"
    site.mkdir()
    given.write_text("the passphrase")
    given.chmod(0o600)
    old = HoldfastCommand(tmp_path / "old")
    old("storage", "add", "disk", str(tmp_path / "repository"), "--secret-file", str(given))
    old("site", "add", "shop", "--path", str(site), "--database", "none")
    old("settings", "export", str(file))
    assert "the passphrase" not in file.read_text()
    new = HoldfastCommand(tmp_path / "new")
    taken = new("settings", "import", str(file), expect=3).last
    assert [(need["noun"], need["name"], need["what"]) for need in taken["needs"]] == [("storage", "disk", "password")]
    new("storage", "edit", "disk", "--secret-file", str(given))
    new("backup", "create", "shop")
    content = json.loads(file.read_text())
    content["sites"][0]["client"] = "Bakery"
    file.write_text(json.dumps(content))
    assert new("settings", "import", str(file), expect=2).last["failure"]["kind"] == "usage"
    assert new("site", "show", "shop").last["client"] == ""
    said = new("settings", "import", str(file), "--dry-run", as_json=False).out
    assert "site shop: would be changed" in said
    assert 'client: "" -> "Bakery"' in said
    new("settings", "import", str(file), "--yes")
    assert new("site", "show", "shop").last["client"] == "Bakery"
    with sqlite3.connect(tmp_path / "new" / "state.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
