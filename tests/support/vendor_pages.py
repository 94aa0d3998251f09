"""What the vendors' pages document: every call with every field, sent (before ``->``) and answered (after it), copied from the pages.

`tests/VENDOR_CALLS*.md` say where each is covered, and a test holds the two against each other.
"""

from __future__ import annotations

from tests.support.vendor_pages_safeguard_wpe import SAFEGUARD, WP_ENGINE

BACKUP_COPILOT: dict[str, str] = {
    "application password": "",
    "GET /oauth/authorize": "client_id redirect_uri response_type scope -> code",
    "POST /oauth/token": "grant_type code client_id client_secret redirect_uri -> access_token",
    "POST backup/create": """type cloud_upload provider send_notification metadata
        -> success data uuid status type created_at estimated_size progress_url""",
    "GET backup/list": """page per_page type status order orderby
        -> success data backups uuid type status created_at completed_at size cloud_provider cloud_uploaded download_url
        pagination.current_page pagination.per_page pagination.total_items pagination.total_pages""",
    "GET backup/{uuid}": """uuid
        -> success data uuid type status created_at completed_at size cloud_provider cloud_uploaded cloud_path
        metadata metadata.wordpress_version metadata.php_version metadata.mysql_version metadata.table_count metadata.file_count
        metadata.triggered_by includes includes.database includes.plugins includes.themes includes.uploads includes.wordpress_core""",
    "POST backup/{uuid}/download": "uuid -> success data download_url expires_at size",
    "DELETE backup/{uuid}": "uuid delete_cloud -> success message",
    "POST backup/{uuid}/restore": """uuid restore_database restore_files restore_plugins restore_themes restore_uploads
        -> success data restore_id status started_at progress_url""",
    "GET restore/{restore_id}/status": "restore_id",
    "GET backup/{uuid}/status": """uuid
        -> success data status progress.percentage progress.current_step progress.steps_completed progress.steps_total
        progress.files_processed progress.files_total progress.bytes_processed progress.bytes_total estimated_time_remaining""",
    "GET schedule/list": """-> success data schedules id name enabled frequency time backup_type cloud_upload cloud_provider retention_days
        next_run last_run last_run_status""",
    "POST schedule/create": """name enabled frequency backup_type cloud_upload cloud_provider retention_days send_notification
        -> success data id name next_run""",
    "update a schedule": "",
    "delete a schedule": "",
    "POST webhooks/create": "url events secret",
    "webhook": """-> event timestamp site_url data.uuid data.type data.size data.duration_seconds data.cloud_uploaded data.cloud_provider
        X-BKPC-Signature""",
    "errors": "-> success error.code error.message error.data 400 401 403 404 429 500",
    "rate limits": "-> X-RateLimit-Limit X-RateLimit-Remaining X-RateLimit-Reset",
}

GENERAL_BOTS: dict[str, str] = {
    "base address": "",
    "sign-in": "administrator",
    "POST create": "type include_files include_database -> backup_id",
    "GET list": "-> id created_at size",
    "GET {backup_id}": "backup_id",
    "DELETE {backup_id}": "backup_id",
    "POST restore/{backup_id}": "backup_id target -> job_id",
    "GET restore/{job_id}/status": "job_id",
    "POST schedule": "cron type retention_days",
    "GET schedule": "",
    "PUT schedule/{schedule_id}": "schedule_id",
    "DELETE schedule/{schedule_id}": "schedule_id",
    "types": "full incremental differential",
    "status codes": "-> 200 201 202 400 401 403 404 409 500",
    "roles": "-> create list restore schedules delete",
    "status: roadmap": "",
}

PAGES: dict[str, dict[str, str]] = {
    "Backup Copilot Pro": BACKUP_COPILOT,
    "General Bots": GENERAL_BOTS,
    "SafeGuard": SAFEGUARD,
    "WP Engine": WP_ENGINE,
}


def documented() -> set[tuple[str, str, str]]:
    """(vendor, call, field) of everything; the field of a call itself is "", answered fields begin with "-> "."""
    found: set[tuple[str, str, str]] = set()
    for vendor, calls in PAGES.items():
        for call, fields in calls.items():
            sent, _, answered = fields.partition("->")
            found |= {(vendor, call, ""), *((vendor, call, name) for name in sent.split())}
            found |= {(vendor, call, f"-> {name}") for name in answered.split()}
    return found
