"""What a home of Holdfast knows, kept in the repository: one object per home under ``holdfast/<home id>``.

Restic reads and lists only the folders of its own format (``doc/design.rst``, "Repository Format"), so it neither minds nor removes
ours: check, forget, prune and repair pass it by. The object is JSON, zstd, sealed with the repository's master key like every unpacked
file; it is replaced as a whole with each change, so nothing piles up. Unlike theirs its name is no hash.
"""

from __future__ import annotations

import re
from hashlib import sha256

from holdfast.errors import Damaged, HoldfastError, InternalError, NotFound
from holdfast.repository.compression import Compressor, Decompressor
from holdfast.repository.repository import Repository

KIND = "holdfast"
_HOME = re.compile(r"[0-9a-z][0-9a-z-]{0,79}")
_LARGEST = 64 << 20


def seal_state(repository: Repository, home: str, plain: bytes, *, keep: bool = False) -> int:
    """Keep `plain` (JSON) for `home`; how many bytes that took. No lock is needed: nothing else refers to it. `keep`: what stands there
    is not ours to replace (a home that lost its database would overwrite what it should come back from), and stays beside it."""
    if not _HOME.fullmatch(home):
        raise InternalError(f"{home!r} is no id of a home.")
    sealer = repository.sealer()
    sealed = sealer.seal(Compressor().compress(plain))
    if Decompressor().whole(sealer.open(sealed)) != plain:
        raise InternalError("The state did not survive its own encryption, so it was not stored.", code="VERIFY")
    if keep and repository.storage.exists(f"{KIND}/{home}"):
        before = repository.storage.load(f"{KIND}/{home}")
        repository.storage.save(f"{KIND}/{home}-{sha256(before).hexdigest()[:8]}", [before])
    repository.storage.save(f"{KIND}/{home}", [sealed])
    return len(sealed)


def sealed_homes(repository: Repository) -> list[str]:
    """The ids of the homes that sealed something here."""
    infos = [info for info in repository.storage.list(KIND) if info.size <= _LARGEST]
    names = (info.name.rpartition("/")[2] for info in infos)
    return sorted(name for name in names if _HOME.fullmatch(name))


def open_state(repository: Repository, home: str) -> bytes:
    """What `home` sealed. NotFound; Damaged."""
    return Decompressor().whole(repository.sealer().open(repository.storage.load(f"{KIND}/{home}")))


def open_all(repository: Repository) -> dict[str, bytes]:
    """Everything that can be read, by home. Damaged when there is something, and none of it can be."""
    found: dict[str, bytes] = {}
    failure: HoldfastError | None = None
    for home in sealed_homes(repository):
        try:
            found[home] = open_state(repository, home)
        except NotFound:
            continue
        except Damaged as error:
            failure = error
    if failure is not None and not found:
        raise failure
    return found
