"""The catalogue of files: what a repository holds, remembered on this computer so that lists, search and browsing need no network.

A cache: whatever is wrong with it, it is made anew from the repository, which alone is the truth. Folders are kept by the id of their
tree, so a folder that did not change between backups is stored once and costs nothing the next time. A worker writes it
(`holdfast.worker.cataloguing`), the program reads it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from holdfast.errors import Damaged, StorageError, Unsupported
from holdfast.records import HALVES, Backup
from holdfast.state.database import Database, Row, utc_now

log = logging.getLogger(__name__)

MIGRATIONS = (
    """
    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE snapshots (
        id TEXT PRIMARY KEY,
        time TEXT NOT NULL,
        site_id TEXT NOT NULL,
        site TEXT NOT NULL,
        tree BLOB NOT NULL,
        root INTEGER,
        path TEXT NOT NULL,
        backup TEXT NOT NULL
    );
    CREATE INDEX snapshots_by_site ON snapshots (site_id, time);
    CREATE TABLE trees (key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);
    CREATE TABLE nodes (
        tree INTEGER NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        size INTEGER,
        mtime TEXT NOT NULL,
        mode INTEGER NOT NULL,
        target TEXT NOT NULL,
        subtree INTEGER,
        content BLOB,
        PRIMARY KEY (tree, name)
    ) WITHOUT ROWID;
    CREATE INDEX nodes_by_subtree ON nodes (subtree) WHERE subtree IS NOT NULL;
    """,
)


class Node(NamedTuple):
    """One entry of a folder, on its way in. A tuple, because there are millions of them."""

    name: str
    """Text for people; bytes that are no UTF-8 stand as ``\\xNN``."""
    kind: str
    size: int | None
    mtime: str
    mode: int
    """Permission bits, setuid, setgid, sticky, as POSIX has them."""
    target: str
    subtree: bytes | None
    """The id of a folder's tree."""
    content: bytes | None
    """A short mark of a file's content: equal marks, equal content."""


class CatalogueSnapshot(msgspec.Struct, frozen=True):
    """One snapshot. `time` is ISO 8601 UTC with microseconds; `path` the site's own folder inside the backup."""

    id: str
    time: str
    site_id: str
    site: str
    tree: bytes
    path: str
    backup: Backup


class StoredNode(msgspec.Struct, frozen=True):
    """One entry of a folder, as it was kept."""

    name: str
    kind: str
    size: int | None
    mtime: str
    mode: int
    target: str


class Catalogue:
    """One repository's. Reading methods raise Damaged when the file is: then `reset` it and let a worker fill it again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database = Database(path, MIGRATIONS, durable=False, what="The catalogue")

    @classmethod
    def open(cls, path: Path) -> Catalogue:
        """The catalogue at `path`, empty when there was none or none that can be used."""
        try:
            return cls(path)
        except (Damaged, Unsupported) as error:
            log.warning("the catalogue %s is made anew: %s", path.name, error.message)
            reset(path)
            return cls(path)

    def close(self) -> None:
        self._database.close()

    # ---- snapshots

    def snapshot_ids(self) -> set[str]:
        return {row[0] for row in self._database.read("SELECT id FROM snapshots")}

    def unfinished(self) -> list[tuple[str, bytes]]:
        """(id, tree) of snapshots whose folders are not all known yet, newest first."""
        rows = self._database.read("SELECT id, tree FROM snapshots WHERE root IS NULL ORDER BY time DESC")
        return [(row[0], row[1]) for row in rows]

    def put_snapshots(self, snapshots: Iterable[CatalogueSnapshot]) -> None:
        """Enter snapshots; their folders may follow."""
        encode = msgspec.json.Encoder().encode
        rows = [(s.id, s.time, s.site_id, s.site, s.tree, s.path, encode(s.backup).decode()) for s in snapshots]
        with self._database.write() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO snapshots (id, time, site_id, site, tree, root, path, backup) "
                "VALUES (?1, ?2, ?3, ?4, ?5, (SELECT key FROM trees WHERE id = ?5), ?6, ?7)",
                rows,
            )

    def remove_snapshots(self, ids: Iterable[str]) -> None:
        """Take snapshots out. Folders stay until `sweep`: most are needed by others."""
        with self._database.write() as connection:
            connection.executemany("DELETE FROM snapshots WHERE id = ?", [(one,) for one in ids])

    def backups(self, site_id: str | None = None) -> list[Backup]:
        """Newest first; None = all, those of other programs included."""
        where, values = ("WHERE site_id = ?", (site_id,)) if site_id is not None else ("", ())
        rows = self._database.read(f"SELECT backup FROM snapshots {where} ORDER BY time DESC, id", values)  # noqa: S608 - our own words
        if not rows:
            return []
        return msgspec.json.decode("[" + ",".join([row[0] for row in rows]) + "]", type=list[Backup])

    def find_backups(self, prefix: str, site_id: str | None = None) -> list[Backup]:
        """At most two backups whose id begins with `prefix`."""
        where = "AND site_id = ?" if site_id is not None else ""
        rows = self._database.read(
            f"SELECT backup FROM snapshots WHERE id >= ? AND id < ? {where} LIMIT 2",  # noqa: S608 - our own words
            (prefix, prefix + "g", *((site_id,) if site_id is not None else ())),
        )
        return [msgspec.json.decode(row[0], type=Backup) for row in rows]

    def newest(self, *, whole: bool = False) -> dict[str, tuple[Backup, int]]:
        """The newest complete backup of each site (by site id), and how many there are. What a restore set aside before it began counts
        only where there is nothing else. `whole`: only those that hold more than the database or the files alone."""
        where = "WHERE " + " AND ".join(f'backup NOT LIKE \'%"type":"{kind}","status":%\'' for kind in HALVES) if whole else ""
        rows = self._database.read(
            "SELECT site_id, backup, count FROM (SELECT site_id, backup, count(*) OVER (PARTITION BY site_id) AS count, "  # noqa: S608 - our words
            'row_number() OVER (PARTITION BY site_id ORDER BY backup LIKE \'%"status":"completed"%\' DESC, '
            f'backup LIKE \'%"safety":"1"%\', time DESC) AS place FROM snapshots {where}) WHERE place = 1'
        )
        return {row[0]: (msgspec.json.decode(row[1], type=Backup), row[2]) for row in rows}

    def sites(self) -> dict[str, str]:
        """Site id -> name, as the newest backup of each calls it."""
        rows = self._database.read("SELECT site_id, site FROM snapshots WHERE site_id <> '' ORDER BY time")
        return {row[0]: row[1] for row in rows}

    # ---- folders

    def known_trees(self, ids: Sequence[bytes]) -> set[bytes]:
        found: set[bytes] = set()
        for start in range(0, len(ids), 500):
            part = ids[start : start + 500]
            found |= {row[0] for row in self._database.read(f"SELECT id FROM trees WHERE id IN ({','.join('?' * len(part))})", part)}  # noqa: S608 - only marks
        return found

    def put_trees(self, trees: Iterable[tuple[bytes, Sequence[Node]]], *, root_of: str = "") -> None:
        """Enter folders, each after the folders in it. `root_of`: the last one is the root of this snapshot, which is now complete."""
        with self._database.write() as connection:
            execute, many = connection.execute, connection.executemany
            last = b""
            for tree, nodes in trees:
                last = tree
                cursor = execute("INSERT OR IGNORE INTO trees (id) VALUES (?)", (tree,))
                if not cursor.rowcount:
                    continue  # another worker was here first
                key = cursor.lastrowid
                many(
                    "INSERT OR REPLACE INTO nodes VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT key FROM trees WHERE id = ?), ?)",
                    [(key, *node) for node in nodes],
                )
            if root_of:
                tree = last or connection.execute("SELECT tree FROM snapshots WHERE id = ?", (root_of,)).fetchone()[0]
                execute("UPDATE snapshots SET root = (SELECT key FROM trees WHERE id = ?) WHERE id = ?", (tree, root_of))

    def sweep(self) -> int:
        """Remove folders that no snapshot needs any more; how many."""
        with self._database.write() as connection:
            connection.execute("CREATE TEMP TABLE IF NOT EXISTS needed (tree INTEGER PRIMARY KEY)")
            connection.execute("DELETE FROM needed")
            connection.execute(
                "WITH RECURSIVE down (tree) AS (SELECT root FROM snapshots WHERE root IS NOT NULL "
                "UNION SELECT nodes.subtree FROM nodes JOIN down ON nodes.tree = down.tree WHERE nodes.subtree IS NOT NULL) "
                "INSERT OR IGNORE INTO needed SELECT tree FROM down"
            )
            connection.execute("DELETE FROM nodes WHERE tree NOT IN (SELECT tree FROM needed)")
            return connection.execute("DELETE FROM trees WHERE key NOT IN (SELECT tree FROM needed)").rowcount

    def folder(self, snapshot: str, path: str, offset: int = 0, limit: int | None = None) -> list[StoredNode] | None:
        """The entries of a folder of a backup, by name; None when the catalogue cannot tell (not read yet, or no such folder).

        With `limit` so many from the `offset`-th on, folders first."""
        key = self._tree_at(snapshot, [part for part in path.split("/") if part])
        if key is None:
            return None
        order = "name" if limit is None else "kind <> 'dir', name COLLATE NOCASE, name"
        rows = self._database.read(
            f"SELECT name, kind, size, mtime, mode, target FROM nodes WHERE tree = ? ORDER BY {order} LIMIT ? OFFSET ?",  # noqa: S608 - our own words
            (key, -1 if limit is None else limit, offset),
        )
        return [StoredNode(*row) for row in rows]

    def site_path(self, snapshot: str) -> str:
        """The site's own folder inside a backup; ``/`` when there is none."""
        row = self._database.read_one("SELECT path FROM snapshots WHERE id = ?", (snapshot,))
        return str(row[0]) if row and row[0] else "/"

    def _tree_at(self, snapshot: str, parts: Sequence[str]) -> int | None:
        row: Row | None = self._database.read_one("SELECT root FROM snapshots WHERE id = ?", (snapshot,))
        for part in parts:
            if row is None or row[0] is None:
                return None
            row = self._database.read_one("SELECT subtree FROM nodes WHERE tree = ? AND name = ?", (row[0], part))
        return None if row is None else row[0]

    # ---- facts

    def fact(self, name: str) -> str:
        row = self._database.read_one("SELECT value FROM facts WHERE name = ?", (name,))
        return "" if row is None else str(row[0])

    def put_fact(self, name: str, value: str) -> None:
        with self._database.write() as connection:
            connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def mark_synced(self) -> None:
        self.put_fact("synced_at", utc_now())

    @property
    def database(self) -> Database:
        """For the search (`holdfast.state.catalogue_search`), which has its own questions."""
        return self._database


def catalogue_path(cache: str | Path, repository_id: str) -> Path:
    """Where a repository's catalogue lies in a home's cache folder."""
    return Path(cache) / f"catalogue-{repository_id}.db"


def reset(path: Path) -> None:
    """Remove a catalogue; the next one is made from the repository."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def open_if_there(path: Path) -> Catalogue | None:
    """The catalogue for reading; None when there is none yet, or none that can be used."""
    if not path.exists():
        return None
    try:
        return Catalogue(path)
    except (Damaged, Unsupported, StorageError) as error:
        log.warning("the catalogue %s is passed over: %s", path.name, error.message)
        return None
