"""The parts of `FakeHoldfast` that look after things: receivers, the doctor, carried settings, keys and locks of storages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.app.adopting import Taken
from holdfast.app.diagnosing import Diagnosis
from holdfast.app.diagnosing_local import Finding
from holdfast.app.missing_secrets import Need
from holdfast.app.telling import EndpointAdded, EndpointView, Tested
from holdfast.app.views import KeyView, SizePoint, StorageAdded, StorageView
from holdfast.errors import NetworkError, UsageError
from holdfast.records import RetentionPolicy
from holdfast.retention import apply_policy, parse_policy
from holdfast.secret import Secret
from holdfast.state.merging import Change
from holdfast.state.traffic import Moved
from holdfast.surroundings.base import Facts, Network

if TYPE_CHECKING:
    from tests.support.fake_holdfast import FakeHoldfast

TODAY = date(2026, 11, 20)


@dataclass
class CareData:
    """What comes from the computer, from other computers and from the core's own words: data, whatever the window's language."""

    network: str = "Studio Wi-Fi"
    findings: tuple[Finding, ...] = (
        Finding("python", "ok", "Python 3.11.2 with SQLite 3.40.1."),
        Finding(
            "disk",
            "warning",
            "1.2 GB are free on the disk of /home/mira/.cache/holdfast.",
            "Make room there: downloads and databases pass through it.",
        ),
        Finding("secrets", "ok", "Passwords are kept in the keyring (Secret Service), and it answers."),
        Finding(
            "storage",
            "failed",
            "The storage s3:https://s3.eu-central-1.example/mira cannot be reached.",
            "Check the network connection.",
            "Bucket in Frankfurt",
        ),
        Finding("clock", "unknown", "No server is known whose clock could be compared."),
    )
    texts: dict[str, str] = field(
        default_factory=lambda: {
            "README.txt": "What `holdfast doctor --bundle` put together for whoever helps you.\n",
            "report.txt": "[failed] storage: address-1 did not answer in 20 s.\n    Is this computer online?\n",
            "settings.json": '{\n  "theme": "dark"\n}\n',
            "logs/holdfast.log": "\n".join(f"2026-11-20 14:{n:02d}:01 INFO opened HOME/state.db" for n in range(60)),
            "logs/jobs/a1.log": "14:05:01  opened storage\n",
        }
    )
    changes: tuple[Change, ...] = (
        Change("storage", "Bucket in Frankfurt", "added"),
        Change("site", "weingut-lehmann.example", "added"),
        Change("site", "fahrrad-werkstatt-und-verleih-am-alten-güterbahnhof.example", "added"),
        Change("schedule", "every night", "changed", {"at": ("10:00", "02:30")}),
        Change("site", "yoga-mitte.example", "same"),
    )
    needs: tuple[Need, ...] = (Need("storage", "Bucket in Frankfurt", "password"), Need("site", "weingut-lehmann.example", "folder"))


class FakeTelling:
    """`Holdfast.telling`. A receiver called "broken" takes nothing."""

    def __init__(self, app: FakeHoldfast) -> None:
        self._app = app
        self.rows: list[EndpointView] = []

    async def list(self) -> Sequence[EndpointView]:
        self._app.asked("telling.list")
        return list(self.rows)

    async def add(self, kind: Any, name: str, address: Secret, **given: Any) -> EndpointAdded:
        self._app.asked("telling.add", kind=kind, name=name, address=address.reveal(), **given)
        if not address.reveal().startswith("https://"):
            raise UsageError("The address must begin with https://.", hint="http only for this computer.")
        host = address.reveal().split("/")[2]
        view = EndpointView(name, kind, host, tuple(given.get("events", ())), tuple(given.get("sites", ())))
        self.rows.append(view)
        made = Secret("whsec_bWFkZSBmb3IgdGhlIHdpbmRvdw==") if kind == "webhook" and not given.get("secret") else None
        return EndpointAdded(view, made)

    async def edit(self, name: str, *, address: Secret | None = None, secret: Secret | None = None, **changes: Any) -> EndpointAdded:
        given = {word: value.reveal() for word, value in (("address", address), ("secret", secret)) if value is not None}
        self._app.asked("telling.edit", name=name, **given, **changes)
        old = next(one for one in self.rows if one.name == name)
        known = {word: tuple(value) for word, value in changes.items() if word in {"events", "sites"} and value is not None}
        view = msgspec.structs.replace(old, disabled="" if address is not None else old.disabled, **known)
        self.rows[self.rows.index(old)] = view
        return EndpointAdded(view, None)

    async def test(self, name: str) -> Tested:
        self._app.asked("telling.test", name=name)
        if name == "broken":
            raise NetworkError("broken was not told: it does not answer.", code="NOT-TOLD", hint="Check the address.")
        return Tested(name, 204, 0.18)

    async def remove(self, name: str) -> None:
        self._app.asked("telling.remove", name=name)
        self.rows = [one for one in self.rows if one.name != name]

    async def resume(self) -> None:
        """Nothing waits."""


class CaringConditions:
    """`Holdfast.conditions`, as far as Settings look at it."""

    fake: FakeHoldfast

    async def facts(self) -> Facts:
        return Facts(Network("full", False, self.fake.care.network, "uuid"))

    async def moved_today(self) -> dict[str, Moved]:
        return {"uuid": Moved(1_200_000_000, 310_000_000, 400.0)}


class FakeAdopting:
    """`Holdfast.adopting`."""

    def __init__(self, app: FakeHoldfast) -> None:
        self._app = app
        self.nothing = False

    async def export(self, file: str | Path) -> int:
        self._app.asked("adopting.export", file=str(file))
        return 31

    async def bring(self, file: str | Path, *, dry_run: bool = False) -> Taken:
        self._app.asked("adopting.bring", file=str(file), dry_run=dry_run)
        return self._taken(done=not dry_run)

    async def adopt(self, storage: str, *, home: str = "", dry_run: bool = False) -> Taken:
        self._app.asked("adopting.adopt", storage=storage, dry_run=dry_run)
        return self._taken(done=not dry_run, computer="mira@old-laptop")

    def _taken(self, *, done: bool, computer: str = "") -> Taken:
        from tests.support.fake_holdfast import NOW

        if self.nothing:
            return Taken((Change("site", "yoga-mitte.example", "same"),), done=done)
        return Taken(self._app.care.changes, self._app.care.needs, 214, done, computer, NOW if computer else None)


class FakeKeys:
    """`Holdfast.storages.keys`."""

    def __init__(self, app: FakeHoldfast) -> None:
        self._app = app
        self.rows = [
            KeyView("5f1c9a02b7", True, "mira", "studio", "2026-01-24T09:12:00+00:00"),
            KeyView("c41d77aa10", False, "mira", "old-laptop", "2025-03-02T18:40:00+00:00"),
        ]

    async def list(self, storage: str) -> Sequence[KeyView]:
        self._app.asked("keys.list", storage=storage)
        return list(self.rows)

    async def add(self, storage: str, new_password: Secret) -> KeyView:
        self._app.asked("keys.add", storage=storage, new_password=new_password.reveal())
        made = KeyView("0d93be5512", False, "mira", "studio", "2026-11-20T14:05:00+00:00")
        self.rows.append(made)
        return made

    async def remove(self, storage: str, key_id: str) -> None:
        self._app.asked("keys.remove", storage=storage, key_id=key_id)
        self.rows = [one for one in self.rows if one.id != key_id]

    async def change(self, storage: str, new_password: Secret | None = None) -> StorageAdded:
        self._app.asked("keys.change", storage=storage, new_password=new_password.reveal() if new_password else None)
        made = None if new_password else Secret("maple-harbour-dusk-violin-nine-copper")
        view = next(one for one in self._app.storage_views if one.name == storage)
        return StorageAdded(view, False, made, "<html><body><h1>Recovery kit</h1></body></html>")


class Caring:
    """What `FakeHoldfast` itself answers."""

    asked: Any
    care: CareData

    @property
    def folder(self) -> Path:
        return Path("/home/mira/.local/share/holdfast")

    @property
    def logs_folder(self) -> Path:
        return self.folder / "logs"

    async def doctor(self, **_given: Any) -> Diagnosis:
        from tests.support.fake_holdfast import NOW

        self.asked("doctor")
        return Diagnosis("failed", self.care.findings, {"holdfast": "0.5"}, NOW)

    async def diagnostics(self, diagnosis: Diagnosis) -> Mapping[str, str]:
        self.asked("diagnostics")
        return self.care.texts

    async def save_diagnostics(self, texts: Mapping[str, str], file: str | Path) -> Path:
        self.asked("save_diagnostics", names=tuple(texts), file=str(file))
        return Path(file)

    async def export_audit(self, file: str | Path) -> int:
        self.asked("export_audit", file=str(file))
        return 412


class CaringStorages:
    """What `FakeHoldfast.storages` answers about keys, locks and growth."""

    fake: FakeHoldfast

    async def locks(self, name: str) -> Sequence[dict[str, Any]]:
        self.fake.asked("storages.locks", name=name)
        lock = self._view(name).lock
        if not lock:
            return []
        return [{"id": "ab12", "state": "in use", "age": 5400, "exclusive": True, **lock}]

    async def sizes(self, name: str) -> Sequence[SizePoint]:
        self.fake.asked("storages.sizes", name=name)
        view = self._view(name)
        if not view.backups:
            return []
        stored = int(view.stats.get("stored") or 9_000_000_000)
        days = 300
        return [
            SizePoint(
                (TODAY - timedelta(days=days - n)).isoformat(),
                (n + 1) * view.backups // (days + 1) + 1,
                round(stored * (0.35 + 0.65 * n / days + (0.02 if n % 40 < 20 else 0))),
                round(stored * (0.4 + 13.6 * n / days)),
            )
            for n in range(0, days + 1, 2)
        ]

    def free(self, name: str) -> None:
        """Nobody is at work there any more."""
        views = self.fake.storage_views
        self.fake.storage_views = [msgspec.structs.replace(one, lock={}) if one.name == name else one for one in views]

    def _view(self, name: str) -> StorageView:
        return next(one for one in self.fake.storage_views if one.name == name)


class CaringBackups:
    """What `FakeHoldfast.backups` answers about rules: the real rules, over the made-up backups."""

    fake: FakeHoldfast

    async def import_files(self, site: str, files: Sequence[str | Path], *, keep_in: str | None = None) -> Any:
        self.fake.asked("backups.import_files", site=site, files=[str(one) for one in files])
        return self.fake.start("import", site, {"imported": [], "failed": []})

    async def retention_preview(self, site: str, policy: Any = None) -> dict[str, Any]:
        self.fake.asked("backups.retention_preview", site=site, policy=policy)
        names = self._storage(site[1:]).sites if site.startswith("@") else (site,)
        groups = [self._group(name, parse_policy(policy or "standard")) for name in names if self.fake.backup_rows.get(name)]
        return {"plan": {"policy": policy, "groups": groups}, "files": []}

    def _group(self, name: str, rule: RetentionPolicy) -> dict[str, Any]:
        dated = [_Dated(one.id, one.created_at, one.type) for one in self.fake.backup_rows[name] if one.created_at is not None]
        decision = apply_policy(dated, rule)
        keep = [{"id": one.snapshot.id, "time": one.snapshot.when.isoformat(), "type": one.snapshot.type} for one in decision.keep]
        gone = [{"id": one.id, "time": one.when.isoformat(), "type": one.type} for one in decision.remove]
        stop = "MANY" if len(gone) > 2 * len(keep) else ""
        return {"site": self.fake.site(name).id, "name": name, "keep": keep, "remove": gone, "stop": stop}

    def _storage(self, name: str) -> StorageView:
        return next(one for one in self.fake.storage_views if one.name == name)


class _Dated(msgspec.Struct, frozen=True):
    id: str
    when: datetime
    type: str = ""
    tags: tuple[str, ...] = ()
