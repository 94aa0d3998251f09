"""Backup Copilot Pro, ``bkpc/v1``.

`offers`: what it offers, as data. `asking`: our records into its requests. `reading`: its answers into our records. `provider`: the
calls.
"""

from __future__ import annotations

from holdfast.providers.backup_copilot.provider import BackupCopilot

__all__ = ["BackupCopilot"]
