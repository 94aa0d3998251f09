"""Keys and config: opening with any of several passphrases, changing them, and what happens in between (K5) and when cut (C7)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from holdfast.errors import AuthRejected, Damaged, HoldfastError, NotFound, Unsupported, UsageError
from holdfast.repository.config import Config, decode_config, encode_config, new_config
from holdfast.repository.crypto import MasterKey
from holdfast.repository.key_files import DEFAULT_KDF, decode_key, encode_key, unlock_key
from holdfast.repository.keys import add_key, change_password, list_keys, remove_key
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.memory import MemoryStorage
from tests.support.dying_storage import DyingStorage, Killed
from tests.support.repositories import PASSWORD, POLYNOMIAL, QUICK, new_repository, store_snapshot

OTHER = Secret("another\u00a0one \U0001f511")


def _opens(storage: MemoryStorage, *passwords: Secret) -> list[bool]:
    result = []
    for password in passwords:
        try:
            Repository.open(storage, password)
        except AuthRejected:
            result.append(False)
        else:
            result.append(True)
    return result


def test_a_new_repository_opens_with_its_passphrase_only() -> None:
    storage = MemoryStorage()
    made = new_repository(storage)
    opened = Repository.open(storage, PASSWORD)
    assert (opened.id, opened.key, opened.config, opened.key_id) == (made.id, made.key, made.config, made.key_id)
    with pytest.raises(AuthRejected) as caught:
        Repository.open(storage, Secret("wrong"))
    assert "wrong" not in str(caught.value)
    assert caught.value.hint


def test_any_of_several_keys_opens() -> None:
    """All give the same master key; a hint only changes the order."""
    storage = MemoryStorage()
    repository = new_repository(storage)
    ids = [add_key(repository, Secret(f"pass {n}"), QUICK) for n in range(3)]
    for number, key_id in enumerate(ids):
        for hint in (None, key_id, ids[0], "unknown"):
            opened = Repository.open(storage, Secret(f"pass {number}"), key_hint=hint)
            assert opened.key == repository.key
            assert opened.key_id == key_id
    assert [key.in_use for key in list_keys(repository)] == [True, False, False, False]
    assert {key.id for key in list_keys(repository)} == {*ids, repository.key_id}


def test_a_removed_key_does_not_open_any_more() -> None:
    storage = MemoryStorage()
    repository = new_repository(storage)
    key_id = add_key(repository, OTHER, QUICK)
    remove_key(repository, key_id[:10])
    assert _opens(storage, PASSWORD, OTHER) == [True, False]
    with pytest.raises(NotFound):
        remove_key(repository, key_id)
    with pytest.raises(NotFound):
        remove_key(repository, "")


def test_the_key_in_use_is_not_removed() -> None:
    repository = new_repository()
    with pytest.raises(UsageError):
        remove_key(repository, repository.key_id)
    assert len(list_keys(repository)) == 1


def test_a_changed_passphrase_replaces_the_old_one() -> None:
    storage = MemoryStorage()
    repository = new_repository(storage)
    change_password(repository, OTHER, QUICK)
    assert _opens(storage, PASSWORD, OTHER) == [False, True]
    assert [key.in_use for key in list_keys(repository)] == [True]
    assert list(storage.list("locks")) == []


@pytest.mark.parametrize("changes", range(8))
def test_k5_killed_while_the_passphrase_changes(changes: int) -> None:
    """After any number of completed steps the old passphrase or the new one opens; never neither."""
    storage = MemoryStorage()
    new_repository(storage)
    repository = Repository.open(DyingStorage(storage, changes), PASSWORD)
    try:
        change_password(repository, OTHER, QUICK)
    except Killed:
        assert changes < 4
    else:
        assert changes >= 4, "the lock, the new key, the old key, the lock"
    old, new = _opens(storage, PASSWORD, OTHER)
    assert old or new
    assert new or changes < 2


@pytest.mark.parametrize("changes", range(4))
def test_k5_killed_while_a_repository_is_made(changes: int) -> None:
    """There is none yet, or a whole one; and making it again works and leaves one key."""
    storage = MemoryStorage()
    try:
        Repository.create(DyingStorage(storage, changes), PASSWORD, kdf=QUICK, polynomial=POLYNOMIAL)
    except Killed:
        with pytest.raises(NotFound):
            Repository.open(storage, PASSWORD)
        new_repository(storage)
    assert len(list_keys(Repository.open(storage, PASSWORD))) == 1


def test_a_repository_is_never_made_over_another() -> None:
    storage = MemoryStorage()
    first = new_repository(storage)
    with pytest.raises(UsageError) as caught:
        new_repository(storage)
    assert caught.value.code == "REPO-EXISTS"
    assert Repository.open(storage, PASSWORD).id == first.id


def test_a_lost_config_is_a_damage_and_the_keys_are_kept() -> None:
    """Making a repository where data without a config lies would throw away the keys of that data."""
    storage = MemoryStorage()
    store_snapshot(new_repository(storage), {"a": b"x"})
    keys = [name for name in storage.files if name.startswith("keys/")]
    del storage.files["config"]
    with pytest.raises(Damaged):
        new_repository(storage)
    assert [name for name in storage.files if name.startswith("keys/")] == keys
    with pytest.raises(NotFound):
        Repository.open(storage, PASSWORD)


class _Overtaken(MemoryStorage):
    """Another program finishes making a repository between our look and our save."""

    def exists(self, name: str) -> bool:
        if name == "config" and name not in self.files:
            self.files["config"] = b"of the other"
            return False
        return super().exists(name)


def test_two_programs_making_one_repository_at_once() -> None:
    """The second one loses, says so, and leaves no key behind."""
    storage = _Overtaken()
    with pytest.raises(UsageError) as caught:
        new_repository(storage)
    assert caught.value.code == "REPO-EXISTS"
    assert storage.files == {"config": b"of the other"}


def test_a_leftover_key_of_another_master_key_does_not_mislead() -> None:
    """Same passphrase, other master key: the one that opens the config counts."""
    storage = MemoryStorage()
    repository = new_repository(storage)
    raw = encode_key(MasterKey.generate(), PASSWORD, QUICK)
    storage.save(f"keys/{sha256(raw).hexdigest()}", [raw])
    assert Repository.open(storage, PASSWORD).key == repository.key


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(UsageError):
        encode_key(MasterKey.generate(), Secret(""), QUICK)


def test_a_process_that_opens_a_repository_again_derives_its_key_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command opens it for each of its steps. The passphrase counts each time."""
    storage = MemoryStorage()
    repository = new_repository(storage)
    derivations: list[bytes] = []
    really = hashlib.scrypt

    def scrypt(password: bytes, **more: Any) -> bytes:
        derivations.append(password)
        return really(password, **more)

    monkeypatch.setattr(hashlib, "scrypt", scrypt)
    assert Repository.open(storage, PASSWORD).key == repository.key
    assert Repository.open(storage, Secret(PASSWORD.reveal())).key == repository.key
    with pytest.raises(AuthRejected):
        Repository.open(storage, Secret("another"))
    assert derivations == [PASSWORD.reveal().encode(), b"another"]


def test_new_keys_are_strong_by_default() -> None:
    """scrypt 2^15/8/3 or stronger; a key file made so opens (this also shows that the memory limit suffices)."""
    assert (DEFAULT_KDF.n, DEFAULT_KDF.r, DEFAULT_KDF.p) >= (1 << 15, 8, 3)
    key = MasterKey.generate()
    raw = encode_key(key, PASSWORD)
    assert unlock_key(decode_key(raw), PASSWORD) == key
    fields = json.loads(raw)
    assert list(fields) == ["created", "username", "hostname", "kdf", "N", "r", "p", "salt", "data"]
    assert (fields["kdf"], fields["N"], fields["r"], fields["p"]) == ("scrypt", 32768, 8, 3)


@pytest.mark.parametrize(
    "change",
    [{"N": 0}, {"N": 3}, {"N": 1 << 30}, {"r": 0}, {"p": 0}, {"r": 1 << 20}, {"p": 1 << 40}, {"kdf": "md5"}, {"salt": "AAAA"}, {"data": 5}],
)
def test_a_key_file_with_impossible_values_is_damage(change: dict[str, object]) -> None:
    """Also values that would take all memory or hours."""
    fields = json.loads(encode_key(MasterKey.generate(), PASSWORD, QUICK))
    with pytest.raises(Damaged):
        decode_key(json.dumps({**fields, **change}).encode())


def test_strong_parameters_of_others_are_accepted() -> None:
    """rustic's 2^17/8/1, and restic's p above 3."""
    fields = json.loads(encode_key(MasterKey.generate(), PASSWORD, QUICK))
    for n, r, p in ((1 << 17, 8, 1), (1 << 15, 8, 9), (1 << 20, 8, 1)):
        assert n == decode_key(json.dumps({**fields, "N": n, "r": r, "p": p}).encode()).N


def test_a_config_survives_and_others_fields_are_ignored() -> None:
    config = new_config(POLYNOMIAL)
    assert decode_config(encode_config(config)) == config
    assert config.polynomial == POLYNOMIAL
    extended = json.loads(encode_config(config)) | {"append_only": True, "chunker": "rabin"}
    assert decode_config(json.dumps(extended).encode()) == config
    assert new_config().id != new_config().id


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"version": 1}, Unsupported),
        ({"version": 3}, Unsupported),
        ({"id": "x"}, Damaged),
        ({"chunker_polynomial": "3da3358b4dc172"}, Damaged),
        ({"chunker_polynomial": "7"}, Damaged),
        ({"chunker_polynomial": "-3da3358b4dc173"}, Damaged),
        ({"chunker_polynomial": "0x3da3358b4dc173"}, Damaged),
        ({"chunker_polynomial": ""}, Damaged),
    ],
)
def test_a_config_that_cannot_be_right_is_refused(change: dict[str, object], error: type[HoldfastError]) -> None:
    """A reducible polynomial, like restic; other versions, with what to do."""
    fields = json.loads(encode_config(Config(2, "a" * 64, f"{POLYNOMIAL:x}")))
    with pytest.raises(error):
        decode_config(json.dumps({**fields, **change}).encode())


def _each_cut(storage: MemoryStorage, name: str, act: Callable[[], object]) -> None:
    whole = storage.files[name]
    for length in range(len(whole)):
        storage.files[name] = whole[:length]
        with pytest.raises(HoldfastError) as caught:
            act()
        assert caught.value.kind == "damaged"
    storage.files[name] = whole
    act()


def test_c7_config_and_key_cut_to_every_length() -> None:
    """A typed error for each, never a traceback of another kind; whole again, it opens again."""
    storage = MemoryStorage()
    repository = new_repository(storage)
    _each_cut(storage, "config", lambda: Repository.open(storage, PASSWORD))
    _each_cut(storage, f"keys/{repository.key_id}", lambda: Repository.open(storage, PASSWORD))


def test_c7_a_damaged_key_does_not_stop_the_others() -> None:
    storage = MemoryStorage()
    repository = new_repository(storage)
    key_id = add_key(repository, OTHER, QUICK)
    storage.files[f"keys/{key_id}"] = storage.files[f"keys/{key_id}"][:-5]
    assert Repository.open(storage, PASSWORD).id == repository.id
    assert [key.readable for key in sorted(list_keys(repository), key=lambda key: key.id == key_id)] == [True, False]


def test_c7_a_snapshot_cut_to_every_length_leaves_the_others_usable() -> None:
    storage = MemoryStorage()
    repository = new_repository(storage)
    good = store_snapshot(repository, {"a": b"x"})
    bad = store_snapshot(repository, {"b": b"y"})
    name = f"snapshots/{bad.id}"
    _each_cut(storage, name, lambda: repository.snapshot(bad.id))
    storage.files[name] = storage.files[name][:-1]
    with pytest.raises(Damaged):
        repository.snapshots()
    told: list[str] = []
    assert [s.id for s in repository.snapshots(on_damaged=lambda file_id, _: told.append(file_id))] == [good.id]
    assert told == [bad.id]
    assert repository.snapshot(good.id) == good
