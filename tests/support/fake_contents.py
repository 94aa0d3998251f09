"""`FakeHoldfast.contents`: a WordPress of a gigabyte; every pattern takes away the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from holdfast.app.contents import Contents, FolderSize
from holdfast.app.views import FolderFacts
from holdfast.errors import NotFound

if TYPE_CHECKING:
    from tests.support.fake_holdfast import FakeHoldfast

FOLDERS = (
    ("wp-content/uploads/2026", 512_000_000, 3_102),
    ("wp-content/uploads/2025", 301_000_000, 2_877),
    ("wp-content/cache/seiten-der-werkstatt-und-des-verleihs/am-alten-güterbahnhof", 120_000_000, 4_011),
    ("wp-content/plugins/shop", 98_000_000, 812),
    ("wp-includes", 51_000_000, 988),
)
PARTS = {"uploads": 902_000_000, "plugins": 214_000_000, "core": 71_000_000, "database": 38_000_000, "themes": 25_000_000}


class FakeContents:
    def __init__(self, fake: FakeHoldfast) -> None:
        self.fake = fake
        made = datetime(2026, 11, 20, 13, 33, tzinfo=UTC)
        self.found = Contents("aa", made, True, 1_250_000_000, 12_847, PARTS, tuple(FolderSize(*one) for one in FOLDERS))

    async def of(self, site: str, backup: str = "latest") -> Contents:
        self.fake.asked("contents.of", site=site)
        if not self.fake.backup_rows.get(site):
            raise NotFound("There is no backup yet.", code="NO-BACKUP")
        return self.found

    async def weigh(self, site: str, excludes: Sequence[str], presets: Sequence[str]) -> FolderFacts:
        self.fake.asked("contents.weigh", site=site, excludes=tuple(excludes), presets=tuple(presets))
        less = len(excludes) * 100 + len(presets) * 50
        return FolderFacts(self.fake.site(site).path, "wordpress", site, files=12_847 - less, bytes=1_250_000_000 - less * 1_000_000)
