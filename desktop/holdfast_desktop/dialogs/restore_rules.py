"""What can be restored where to: said before it is needed, in words. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from holdfast.records import Backup
from holdfast_desktop.dialogs.restore_choice import RestoreFacts, Target
from holdfast_desktop.wording.tr import tr

STAGING_FIELD = "target"
"""The option of services that restore to another place than the live site."""


def is_ours(facts: RestoreFacts, backup: Backup | None) -> bool:
    """Whether its files lie in a storage of ours, so that parts and single files can be had from it."""
    return backup is not None and (not facts.has_service or "storage" in backup.locations)


def why_not_files(facts: RestoreFacts, backup: Backup | None) -> str:
    """Why single files cannot be chosen; empty when they can."""
    if is_ours(facts, backup):
        return ""
    return tr("Single files cannot be chosen through this service: keep the backup in a storage of yours first.")


def why_not(facts: RestoreFacts, backup: Backup | None, some_files: bool, some_parts: bool, verbs: Mapping[str, str]) -> dict[Target, str]:
    """For each target why it is not to be had; empty when it is. `verbs`: why the service does not offer to download or to restore."""
    if not facts.has_service:
        return {
            "folder": "",
            "copy": "",
            "staging": tr("A site of this computer has no staging site. A local test copy serves the same."),
            "live": "" if facts.live_path else tr("The folder of this site is not known on this computer."),
        }
    ours = is_ours(facts, backup)
    return {
        "folder": "" if ours else _why_no_download(some_files or some_parts, verbs),
        "copy": "" if ours else tr("This backup is on the site only. Download it into a storage of yours first, then it can be copied."),
        "staging": _why_no_staging(facts, some_files),
        "live": _why_not_live(backup, some_files, verbs),
    }


def _why_no_download(only_some: bool, verbs: Mapping[str, str]) -> str:
    if only_some:
        return tr("A download through this service is always the whole backup.")
    return verbs.get("download", "")


def _why_no_staging(facts: RestoreFacts, some_files: bool) -> str:
    if not any(one.get("name") == STAGING_FIELD for one in facts.fields):
        return tr("This service restores over the live site only.")
    return tr("Single files cannot be restored through this service, only saved to a folder.") if some_files else ""


def _why_not_live(backup: Backup | None, some_files: bool, verbs: Mapping[str, str]) -> str:
    if verbs.get("restore"):
        return verbs["restore"]
    if some_files:
        return tr("Single files cannot be restored through this service, only saved to a folder.")
    if backup is not None and backup.locations and set(backup.locations) <= {"storage", "file"}:
        return tr("The site itself does not have this backup any more.")
    return ""
