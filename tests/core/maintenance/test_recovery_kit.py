"""The recovery kit: its commands, typed as they stand, bring everything back; the passphrase is on it only when asked for."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from datetime import UTC, datetime
from html.parser import HTMLParser

import msgspec
import pytest

from holdfast.engine.recovery_kit import as_html, as_text, recovery_kit, restore_steps
from holdfast.secret import Secret
from tests.core.maintenance.scene import PASSWORD, SITE, Scene

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def test_the_commands_on_the_page_restore_the_site(three: Scene) -> None:
    kit = recovery_kit(three.repository, "Attic", NOW)
    commands = [shlex.split(command) for step in restore_steps(kit) for command in step.commands if command.startswith("restic ")]
    assert [command[3] for command in commands] == ["snapshots", "ls", "restore", "check"]
    environment = os.environ | {"RESTIC_PASSWORD": PASSWORD, "RESTIC_CACHE_DIR": str(three.scratch / "cache")}
    for command in commands:
        subprocess.run(command, env=environment, cwd=three.scratch, check=True, capture_output=True)
    target = three.scratch / "restored"
    assert {str(p.relative_to(target)): p.read_bytes() for p in target.rglob("*") if p.is_file()} == list(three.backups.values())[-1]


def test_both_forms_say_what_is_needed_to_find_it_again(three: Scene) -> None:
    kit = recovery_kit(three.repository, "Attic", NOW)
    for page in (as_text(kit), as_html(kit)):
        for fact in (str(three.path), three.repository.id, three.repository.key_id, "2026-11-20", "Shop", f"site:{SITE.site}"):
            assert fact in page


def test_the_passphrase_is_on_the_page_only_when_asked_for(three: Scene) -> None:
    without = recovery_kit(three.repository, "Attic", NOW)
    assert PASSWORD not in as_text(without) + as_html(without)
    asked = recovery_kit(three.repository, "Attic", NOW, passphrase=Secret(PASSWORD))
    assert PASSWORD in as_text(asked)
    assert PASSWORD in as_html(asked)
    assert PASSWORD not in repr(asked)


def test_s3_is_explained_with_its_access_keys(three: Scene) -> None:
    kit = msgspec.structs.replace(
        recovery_kit(three.repository, "Cloud", NOW), location="s3:https://s3.example.com/bucket/a b", region="eu-1"
    )
    text = as_text(kit)
    assert "AWS_ACCESS_KEY_ID" in text
    assert "AWS_DEFAULT_REGION=eu-1" in text
    assert "restic -r 's3:https://s3.example.com/bucket/a b' snapshots" in text


class _Checker(HTMLParser):
    """Notes tags that load something, and whether all are closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        self.outside += [name for name, _ in attrs if name in {"src", "href"}]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", ["Attic", "<script>alert(1)</script>", 'a"b&c{0}{facts}'])
def test_the_page_needs_nothing_else_and_names_are_text(three: Scene, name: str) -> None:
    page = as_html(recovery_kit(three.repository, name, NOW))
    checker = _Checker()
    checker.feed(page)
    assert checker.open == []
    assert checker.outside == []
    assert "<script" not in page
    assert not re.search(r"url\(|@import", page)
