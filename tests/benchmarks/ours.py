"""What `tests.benchmarks.engine` runs as a program of its own: little more than the engine, started anew each time.

``python -m tests.benchmarks.ours init|backup|list|key REPOSITORY [SITE]``
"""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    verb, place = sys.argv[1:3]
    from holdfast.repository.repository import Repository
    from holdfast.secret import Secret
    from holdfast.storage.base import StorageAddress
    from holdfast.storage.opening import open_storage

    storage = open_storage(StorageAddress(place))
    if verb == "init":
        Repository.create(storage, Secret("benchmark"))
    elif verb == "backup":
        from holdfast.engine.archiver import ArchiveOptions, archive
        from holdfast.repository.tags import SnapshotTags
        from holdfast.sources.folder import FolderSource

        options = ArchiveOptions(tags=SnapshotTags(site="benchmark"))
        archive(lambda: Repository.open(storage, Secret("benchmark")), [FolderSource(Path(sys.argv[3]))], options)
    elif verb == "list":
        print(len(Repository.open(storage, Secret("benchmark")).snapshots()))
    elif verb == "key":
        Repository.open(storage, Secret("benchmark"))


if __name__ == "__main__":
    main()
