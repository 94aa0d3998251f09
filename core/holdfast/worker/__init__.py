"""The other end of the pipe: one verb per module, told as a story.

Every verb's body is callable without a process: ``holdfast.worker.backup.run(request, progress, cancelled)``; `perform` finds the
body for a request. Modules are imported when their verb is asked for, so that a worker starts fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.jobs.messages import AnyRequest, verb_of
from holdfast.jobs.performing import Ending
from holdfast.progress import Progress

MODULES = {
    "backup": "backup",
    "restore": "restore",
    "sync": "sync",
    "files": "files",
    "diff": "diff",
    "get": "get",
    "download": "export",
    "verify": "check",
    "check": "check",
    "drill": "drill",
    "keep": "keep",
    "delete": "forget",
    "forget": "forget",
    "prune": "prune",
    "repair": "repair",
    "unlock": "unlock",
    "stats": "stats",
    "recovery_kit": "recovery_kit",
    "list_keys": "keys",
    "add_key": "keys",
    "remove_key": "keys",
    "seal_state": "sealed_state",
    "read_sealed": "sealed_state",
    "compare_clocks": "compare_clocks",
    "add_storage": "add_storage",
    "test_storage": "test_storage",
    "inspect_folder": "inspect_folder",
    "find_sites": "find_sites",
    "take_in": "take_in",
    "list_archives": "fetch_archives",
    "fetch_archives": "fetch_archives",
    "fetch_bucket": "fetch_bucket",
    "detect_site": "network_asking",
    "try_site": "network_asking",
    "look_at_site": "network_asking",
    "change_site": "network_asking",
    "rotate_sign_in": "network_asking",
    "revoke_sign_in": "network_asking",
    "browser_sign_in": "network_browser",
    "listen": "network_listening",
    "reach": "network_reaching",
    "kept_databases": "kept_databases",
    "site_backup": "network_backup",
    "site_watch": "network_backup",
    "site_restore": "network_backup",
    "site_link": "network_link",
    "site_download": "network_download",
}
"""Verb -> the module that tells its story. The only list of verbs on this side."""


def perform(request: AnyRequest, progress: Progress, cancelled: Cancellation) -> dict[str, Any] | Ending:
    """Run the body of `request`. A `holdfast.jobs.performing.Body`."""
    module = _module(verb_of(request))
    result: dict[str, Any] | Ending = module.run(request, progress, cancelled)
    return result


def warm(verb: str) -> None:
    """Import what `verb` needs, ahead of its request."""
    _module(verb)


def _module(verb: str) -> Any:
    return import_module(f"holdfast.worker.{MODULES[verb]}")
