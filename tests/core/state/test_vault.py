"""The sealed file of secrets, for computers without a keyring."""

from __future__ import annotations

import base64
from pathlib import Path

import msgspec
import pytest

from holdfast.errors import AuthRejected, Busy, Damaged, Forbidden
from holdfast.secret import Secret
from holdfast.state.credentials.base import SecretName
from holdfast.state.credentials.vault import PASSPHRASE_VARIABLE, Cost, Vault, make_demo_passphrase, passphrase_from_file

QUICK = Cost(n=1 << 10)
DISK = SecretName("1", "password", "disk")
SHOP = SecretName("2", "database", "shop")


def make_vault(path: Path, passphrase: str | None = "open sesame") -> Vault:
    return Vault(path, lambda _: None if passphrase is None else Secret(passphrase), cost=QUICK)


def test_secrets_come_back_after_a_restart(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault.json")
    vault.put(DISK, Secret("one"))
    vault.put(SHOP, Secret("zwei ☃"))
    again = make_vault(tmp_path / "vault.json")
    assert again.get(DISK) == Secret("one")
    assert again.get(SHOP) == Secret("zwei ☃")
    again.remove(DISK)
    assert make_vault(tmp_path / "vault.json").get(DISK) is None


def test_the_file_holds_no_secret_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "vault.json"
    make_vault(path).put(DISK, Secret("canary-secret"))
    content = path.read_bytes()
    assert b"canary-secret" not in content
    assert base64.b64encode(b"canary-secret") not in content
    assert b"open sesame" not in content
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_default_cost_is_what_was_promised() -> None:
    assert Cost() == Cost(n=1 << 17, r=8, p=1)


def test_a_wrong_passphrase_is_refused_and_none_means_locked(tmp_path: Path) -> None:
    make_vault(tmp_path / "vault.json").put(DISK, Secret("one"))
    with pytest.raises(AuthRejected):
        make_vault(tmp_path / "vault.json", "guess").get(DISK)
    with pytest.raises(Busy) as caught:
        make_vault(tmp_path / "vault.json", None).get(DISK)
    assert caught.value.code == "KEY-LOCKED"


def test_records_cannot_be_swapped(tmp_path: Path) -> None:
    path = tmp_path / "vault.json"
    vault = make_vault(path)
    vault.put(DISK, Secret("one"))
    vault.put(SHOP, Secret("two"))
    content = msgspec.json.decode(path.read_bytes())
    records = content["records"]
    records[DISK.key], records[SHOP.key] = records[SHOP.key], records[DISK.key]
    path.write_bytes(msgspec.json.encode(content))
    with pytest.raises(Damaged):
        make_vault(path).get(DISK)


def test_a_damaged_file_is_named_and_the_one_before_is_there(tmp_path: Path) -> None:
    path = tmp_path / "vault.json"
    vault = make_vault(path)
    vault.put(DISK, Secret("one"))
    vault.put(SHOP, Secret("two"))
    path.write_bytes(b"{")
    with pytest.raises(Damaged) as caught:
        make_vault(path).get(DISK)
    assert "vault.json.bak" in caught.value.hint
    assert make_vault(path.with_name("vault.json.bak")).get(DISK) == Secret("one")


def test_the_passphrase_file_must_be_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "passphrase"
    file.write_text("open sesame\n")
    file.chmod(0o600)
    monkeypatch.setenv(PASSPHRASE_VARIABLE, str(file))
    assert passphrase_from_file(tmp_path / "vault.json") == Secret("open sesame")
    file.chmod(0o640)
    with pytest.raises(Forbidden):
        passphrase_from_file(tmp_path / "vault.json")


def test_a_demos_vault_is_opened_by_the_file_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the demo made can be played with unasked; the file is for this user alone."""
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)
    path = tmp_path / "vault.json"
    make_vault(path).unlock(make_demo_passphrase(path))
    Vault(path).put(DISK, Secret("one"))
    assert Vault(path).get(DISK) == Secret("one")
    [beside] = [one for one in tmp_path.iterdir() if "passphrase" in one.name]
    assert beside.stat().st_mode & 0o077 == 0


def test_a_rename_changes_only_what_people_see(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault.json")
    vault.put(DISK, Secret("one"))
    vault.rename(DISK, SecretName("1", "password", "big disk"))
    assert vault.get(DISK) == Secret("one")
    assert "big disk" in (tmp_path / "vault.json").read_text("utf-8")
