"""The passwords that open a repository: list, add, remove."""

from __future__ import annotations

from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.jobs.messages import AddKey, ListKeys, RemoveKey
from holdfast.progress import Progress
from holdfast.repository.keys import KeyInfo, add_key, list_keys, remove_key
from holdfast.worker.opening import open_repository


def run(request: ListKeys | AddKey | RemoveKey, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Results: {"keys": [KeyView…], "location": as it is to be kept} · {"key": KeyView} · {"removed": id}."""
    repository = open_repository(request, cancelled, progress)
    if isinstance(request, AddKey):
        key_id = add_key(repository, request.new_password)
        return {"key": next(_view(key) for key in list_keys(repository) if key.id == key_id)}
    if isinstance(request, RemoveKey):
        remove_key(repository, request.key_id)
        return {"removed": request.key_id}
    return {"keys": [_view(key) for key in list_keys(repository)], "location": repository.storage.location}


def _view(key: KeyInfo) -> dict[str, Any]:
    return {"id": key.id, "current": key.in_use, "username": key.username, "hostname": key.hostname, "created_at": key.created}
