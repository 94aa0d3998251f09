"""Key files: the master key sealed with a password by scrypt (restic design document, "Keys, Encryption and MAC").

Several key files may exist, one for each password; all hold the same master key.
"""

from __future__ import annotations

import getpass
import hashlib
import os
import socket
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import lru_cache, partial

import msgspec

from holdfast.errors import AuthRejected, Damaged, HoldfastError, NotFound, UsageError
from holdfast.repository.crypto import MasterKey, Sealer
from holdfast.repository.ids import is_file_id
from holdfast.repository.times import format_moment
from holdfast.secret import Secret
from holdfast.storage.base import Storage

MAX_KEYS = 20
"""restic tries this many."""
_RESTORE = "Restore {} from a copy of the repository; without it nothing can be opened."


class Kdf(msgspec.Struct, frozen=True):
    """scrypt's cost. restic refuses to open nothing that is valid, so tests may use cheap ones."""

    n: int = 1 << 15
    r: int = 8
    p: int = 3

    def derive(self, password: Secret, salt: bytes) -> MasterKey:
        """The key that seals the master key. Takes about 0.1 s per unit of `p`; other threads run meanwhile."""
        memory = 128 * self.r * (self.n + self.p + 2) + (1 << 20)
        raw = hashlib.scrypt(password.reveal().encode(), salt=salt, n=self.n, r=self.r, p=self.p, maxmem=memory, dklen=64)
        return MasterKey.from_bytes(raw)


DEFAULT_KDF = Kdf()


class KeyFile(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON, in restic's order."""

    created: str
    username: str
    hostname: str
    kdf: str
    N: int
    r: int
    p: int
    salt: bytes
    data: bytes


class _Mac(msgspec.Struct):
    k: bytes
    r: bytes


class _SealedMaster(msgspec.Struct):
    mac: _Mac
    encrypt: bytes


def encode_key(master: MasterKey, password: Secret, kdf: Kdf = DEFAULT_KDF) -> bytes:
    """A new key file."""
    if not password:
        raise UsageError("A repository's passphrase must not be empty.")
    salt = os.urandom(64)
    plain = msgspec.json.encode(_SealedMaster(_Mac(master.mac_k, master.mac_r), master.encrypt))
    return msgspec.json.encode(
        KeyFile(
            created=format_moment(datetime.now(UTC)),
            username=_username(),
            hostname=socket.gethostname(),
            kdf="scrypt",
            N=kdf.n,
            r=kdf.r,
            p=kdf.p,
            salt=salt,
            data=Sealer(kdf.derive(password, salt)).seal(plain),
        )
    )


def _username() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def decode_key(raw: bytes) -> KeyFile:
    """`Damaged` when it is no key file, or its scrypt parameters are out of reason."""
    try:
        file = msgspec.json.decode(raw, type=KeyFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Damaged("A key file of the repository cannot be read.") from None
    sane = 1 < file.N <= 1 << 24 and file.N & (file.N - 1) == 0 and 1 <= file.r <= 64 and 1 <= file.p <= 64
    if file.kdf != "scrypt" or len(file.salt) != 64 or not sane or 128 * file.N * file.r > 1 << 30:
        raise Damaged("A key file of the repository holds values that cannot be right.")
    return file


def unlock_key(file: KeyFile, password: Secret) -> MasterKey | None:
    """The master key, or None when the password is another one. `Damaged` when the password fits and the content is wrong."""
    derived = _derived(Kdf(file.N, file.r, file.p), password, file.salt)
    try:
        plain = Sealer(derived).open(file.data)
    except Damaged:
        return None
    try:
        sealed = msgspec.json.decode(plain, type=_SealedMaster)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Damaged("A key file of the repository opens, but holds no key.") from None
    return MasterKey(sealed.encrypt, sealed.mac.k, sealed.mac.r)


@lru_cache(maxsize=4)
def _derived(kdf: Kdf, password: Secret, salt: bytes) -> MasterKey:
    """`Kdf.derive`, once for what this process opens again (a command opens its repository for each of its steps)."""
    return kdf.derive(password, salt)


def key_ids(storage: Storage) -> list[str]:
    """The ids of all key files, sorted."""
    return sorted(i for i in (info.name.removeprefix("keys/") for info in storage.list("keys")) if is_file_id(i))


def find_master_key(
    storage: Storage,
    password: Secret,
    fits: Callable[[MasterKey], bool],
    ids: Sequence[str],
    hinted: tuple[str, Callable[[], KeyFile]] | None = None,
) -> tuple[str, MasterKey]:
    """Which of the key files `ids` the password opens, and the master key. Tries `hinted` (an id, and what gives that file) first.

    `fits` says whether a master key is this repository's: an interrupted creation may have left a key file of another.

    Raises `NotFound` (no key files: no repository here), `AuthRejected` (the password opens none), `Damaged` (it opens one, but `fits`
    says no; or it opens none, and some cannot be read).
    """
    if not ids:
        raise NotFound(
            f"There is no repository in {storage.location}.",
            code="REPO-NOT-FOUND",
            hint="Check the location. A new repository is made with `holdfast storage add`.",
        )
    files: dict[str, Callable[[], KeyFile]] = {key_id: partial(load_key, storage, key_id) for key_id in ids}
    if hinted is not None and hinted[0] in files:
        files = {hinted[0]: hinted[1], **{key_id: load for key_id, load in files.items() if key_id != hinted[0]}}
    unreadable: HoldfastError | None = None
    opened = False
    for key_id, load in [*files.items()][:MAX_KEYS]:
        try:
            master = unlock_key(load(), password)
        except (Damaged, NotFound) as error:
            unreadable = error
            continue
        if master is not None and fits(master):
            return key_id, master
        opened = opened or master is not None
    if opened:
        raise Damaged(
            f"The passphrase is right, but the file config of {storage.location} is damaged.", hint=_RESTORE.format("the file config")
        )
    if unreadable is not None:
        raise Damaged(
            f"The passphrase fits none of the readable keys of {storage.location}, and at least one key file is damaged.",
            hint="If the passphrase is right: " + _RESTORE.format("the folder keys"),
        ) from unreadable
    raise AuthRejected(
        f"The passphrase does not open the repository in {storage.location}.",
        code="REPO-PASSWORD",
        hint="Check the passphrase; upper and lower case and blanks count.",
    )


def load_key(storage: Storage, key_id: str) -> KeyFile:
    """One key file, checked against its id."""
    raw = storage.load(f"keys/{key_id}")
    if hashlib.sha256(raw).hexdigest() != key_id:
        raise Damaged(f"The key file {key_id[:8]} of the repository is damaged.")
    return decode_key(raw)


def save_key(storage: Storage, raw: bytes) -> str:
    """Store a key file; returns its id once it is durable."""
    key_id = hashlib.sha256(raw).hexdigest()
    storage.save(f"keys/{key_id}", [raw], only_new=True)
    return key_id
