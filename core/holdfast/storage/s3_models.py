"""botocore's own descriptions of S3 (JSON files of its package), read in a third of the time: it decodes them by the standard library and
looks through the folders of four hundred services to find one."""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from botocore.loaders import JSONFileLoader, Loader


class _QuickFiles(JSONFileLoader):
    def load_file(self, file_path: str) -> Any:
        """The content of `file_path` with ``.json`` or ``.json.gz``; None when there is neither."""
        for suffix in (".json", ".json.gz"):
            try:
                raw = Path(file_path + suffix).read_bytes()
            except OSError:
                continue
            return msgspec.json.decode(zlib.decompress(raw, wbits=31) if suffix == ".json.gz" else raw)
        return None


class _OnlyS3(Loader):
    FILE_LOADER_CLASS = _QuickFiles

    def list_available_services(self, type_name: str) -> list[str]:
        return ["s3"]


class _Every(Loader):
    FILE_LOADER_CLASS = _QuickFiles


@cache
def descriptions(*, others: bool) -> Loader:
    """For a session's ``data_loader``, read once for all clients of this process. `others`: also of the services from which AWS's own
    configuration may fetch keys (STS, SSO)."""
    return _Every() if others else _OnlyS3()
