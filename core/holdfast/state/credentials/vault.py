"""Secrets in a sealed file, for computers without a keyring (servers).

One AES-256-GCM record per secret in one JSON file; the key comes from a passphrase by scrypt (N 2^17, r 8, p 1) and stays in memory.
The record's key is authenticated with it, so records cannot be swapped. The passphrase comes from the file that
``HOLDFAST_VAULT_PASSPHRASE_FILE`` names (0600), or from a person.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
import threading
from pathlib import Path

import msgspec

from holdfast.errors import AuthRejected, Damaged, Forbidden, NotFound, UsageError
from holdfast.secret import Secret
from holdfast.state.credentials.base import Ask, SecretName, locked
from holdfast.state.files import save_atomically

PASSPHRASE_VARIABLE = "HOLDFAST_VAULT_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable

_CHECK = "holdfast vault"
_DEMO_PASSPHRASE = "demo-vault-passphrase"  # noqa: S105 - the name of a file


class Cost(msgspec.Struct, frozen=True):
    """scrypt's parameters."""

    n: int = 1 << 17
    r: int = 8
    p: int = 1


class SealedRecord(msgspec.Struct, frozen=True):
    label: str
    nonce: str
    sealed: str


class VaultFile(msgspec.Struct, frozen=True):
    """The file. `check` is a known text, sealed: it tells a wrong passphrase from a damaged record."""

    salt: str
    cost: Cost
    check: SealedRecord
    records: dict[str, SealedRecord] = {}
    version: int = 1


class Vault:
    """A `Credentials` in a sealed file. Errors: Busy KEY-LOCKED without a passphrase, AuthRejected for a wrong one, Damaged."""

    def __init__(self, path: Path, ask: Ask | None = None, *, cost: Cost | None = None) -> None:
        self._path = path
        self._ask = ask
        self._cost = cost or Cost()
        self._key: bytes | None = None
        self._lock = threading.Lock()

    @property
    def description(self) -> str:
        return "sealed file"

    @property
    def is_unlocked(self) -> bool:
        return self._key is not None

    def unlock(self, passphrase: Secret) -> None:
        """Derive the key and keep it. Makes the vault when there is none."""
        with self._lock:
            self._open(passphrase)

    def get(self, name: SecretName) -> Secret | None:
        with self._lock:
            if not self._path.exists():
                return None
            key = self._unlocked()
            record = self._load().records.get(name.key)
            return None if record is None else Secret(_unseal(key, name.key, record))

    def put(self, name: SecretName, secret: Secret) -> None:
        with self._lock:
            key = self._unlocked()
            file = self._load()
            record = _seal(key, name.key, secret.reveal(), name.title)
            self._save(msgspec.structs.replace(file, records={**file.records, name.key: record}))

    def rename(self, old: SecretName, new: SecretName) -> None:
        with self._lock:
            file = self._load() if self._path.exists() else None
            if file is not None and old.key in file.records:
                renamed = msgspec.structs.replace(file.records[old.key], label=new.title)
                self._save(msgspec.structs.replace(file, records={**file.records, new.key: renamed}))

    def remove(self, name: SecretName) -> None:
        with self._lock:
            if not self._path.exists():
                return
            file = self._load()
            if name.key in file.records:
                self._save(msgspec.structs.replace(file, records={k: v for k, v in file.records.items() if k != name.key}))

    def _unlocked(self) -> bytes:
        if self._key is not None:
            return self._key
        passphrase = passphrase_from_file(self._path)
        if passphrase is None and self._ask is not None:
            what = (
                "Passphrase of the sealed file" if self._path.exists() else "New passphrase for the sealed file that will keep your secrets"
            )
            passphrase = self._ask(what)
        if not passphrase:
            raise locked(
                "The sealed file with your secrets is locked.",
                f"Run this at a terminal to be asked for its passphrase, or name a file that holds it in {PASSPHRASE_VARIABLE}.",
            )
        return self._open(passphrase)

    def _open(self, passphrase: Secret) -> bytes:
        if not self._path.exists():
            salt = secrets.token_bytes(32)
            key = _derive(passphrase, salt, self._cost)
            self._save(VaultFile(_text(salt), self._cost, _seal(key, _CHECK, _CHECK, "check")))
        else:
            file = self._load()
            key = _derive(passphrase, base64.b64decode(file.salt), file.cost)
            try:
                _unseal(key, _CHECK, file.check)
            except Damaged as error:
                raise AuthRejected("The passphrase of the sealed file is wrong.", code="VAULT-PASSPHRASE", hint="Try again.") from error
        self._key = key
        return key

    def _load(self) -> VaultFile:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=VaultFile)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise Damaged(
                f"The sealed file {self._path.name} is damaged.",
                code="VAULT-DAMAGED",
                hint=f"The one before is {self._path.name}.bak; put it in its place. Backups are not affected.",
            ) from error

    def _save(self, file: VaultFile) -> None:
        save_atomically(self._path, msgspec.json.format(msgspec.json.encode(file)) + b"\n", keep_backup=True)


def passphrase_from_file(vault: Path) -> Secret | None:
    """What the file named by the environment holds, else that of a demo beside its `vault`, without its last line break; None when there
    is neither."""
    named = os.environ.get(PASSPHRASE_VARIABLE)
    path = Path(named) if named else vault.with_name(_DEMO_PASSPHRASE)
    if not named and not path.exists():
        return None
    try:
        mode = path.stat().st_mode
        content = path.read_text("utf-8")
    except OSError as error:
        raise NotFound(f"The file that {PASSPHRASE_VARIABLE} names cannot be read: {error.strerror}.", hint=f"It names {path}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not text.", hint="It must hold the passphrase on one line.") from error
    if os.name == "posix" and mode & 0o077:
        raise Forbidden(f"{path} can be read by others, so it is refused.", code="KEY-FILE-OPEN", hint=f"chmod 600 {path}")
    return Secret(content.removesuffix("\n").removesuffix("\r"))


def make_demo_passphrase(vault: Path) -> Secret:
    """A made-up passphrase in a file beside the vault that is to come, so that everything in a demo's home can be played with unasked. A
    real vault's lies elsewhere."""
    made = Secret(secrets.token_urlsafe(24))
    descriptor = os.open(vault.with_name(_DEMO_PASSPHRASE), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(made.reveal())
    return made


def _derive(passphrase: Secret, salt: bytes, cost: Cost) -> bytes:
    memory = 128 * cost.n * cost.r + (1 << 20)
    return hashlib.scrypt(passphrase.reveal().encode(), salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=memory, dklen=32)


def _seal(key: bytes, name: str, value: str, label: str) -> SealedRecord:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(12)
    return SealedRecord(label, _text(nonce), _text(AESGCM(key).encrypt(nonce, value.encode("utf-8", "surrogateescape"), name.encode())))


def _unseal(key: bytes, name: str, record: SealedRecord) -> str:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        plain = AESGCM(key).decrypt(base64.b64decode(record.nonce), base64.b64decode(record.sealed), name.encode())
    except (InvalidTag, ValueError) as error:
        raise Damaged(
            f"The record {record.label!r} in the sealed file is damaged.", code="VAULT-DAMAGED", hint="Enter that secret again."
        ) from error
    return plain.decode("utf-8", "surrogateescape")


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")
