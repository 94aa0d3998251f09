"""The same transcript as in `vendor_pages`, of the pages of SafeGuard and WP Engine."""

from __future__ import annotations

SAFEGUARD: dict[str, str] = {
    "application password": "manage_options",
    "errors": """-> code message data.status rest_not_logged_in rest_forbidden backup_not_found storage_not_configured backup_in_progress
        license_inactive""",
    "pagination": "per_page page -> X-WP-Total X-WP-TotalPages",
    "GET backups": """per_page page type storage
        -> id type status size storage label components created_at completed_at duration""",
    "POST backups": "type storage label -> id type status storage label created_at",
    "GET backups/{id}": """id
        -> id type status size storage label components file_count table_count created_at completed_at duration parent_id""",
    "DELETE backups/{id}": "id -> deleted id",
    "POST restore": "backup_id components -> id status components started_at",
    "GET storage-providers": "-> slug provider bucket region path is_primary last_tested test_status",
    "POST storage-providers/{id}/test": "id",
    "GET schedules": "-> id type frequency storage time retention next_run last_run enabled",
    "POST schedules": """type frequency storage time retention 1hour 2hours 4hours 8hours 12hours daily weekly monthly
        -> id type frequency storage time retention next_run enabled""",
    "DELETE schedules/{id}": "id -> deleted id",
    "POST staging/create": "mode staging_roles quick full developer -> id mode status staging_roles created_at",
    "POST staging/{id}/settings": "id staging_roles -> id staging_roles updated_at",
    "GET staging/active-job": "-> id mode status progress created_at active",
    "GET migrate/active-job": "-> id status progress source_url created_at active",
    "job chaining": "-> chain_next.action chain_next.job_id",
    "webhook": """-> event timestamp site_url data.id data.type data.status data.size data.storage data.duration data.created_at
        data.completed_at data.error data.failed_at X-SafeGuard-Signature""",
}

WP_ENGINE: dict[str, str] = {
    "basic authentication": "",
    "POST installs/{install_id}/backups": """install_id description notification_emails
        -> id status description create_time complete_time wordpress_version""",
    "GET installs/{install_id}/backups": """install_id limit offset
        -> previous next count results id status description create_time complete_time wordpress_version""",
    "status": "-> requested in_progress completed aborted",
    "400": "-> message documentation_url errors errors.resource errors.field errors.type errors.code errors.message",
    "401": "-> message documentation_url",
    "403": "-> message documentation_url",
    "404": "-> message documentation_url",
    "429": "",
    "502": "",
    "503": "",
    # what the API's own definition has besides the two pages (copied from its public form, not from a vendor's page)
    "GET status": "-> success",
    "GET swagger": "-> paths",
    "GET user": "-> first_name last_name email",
    "GET installs": """account_id limit offset
        -> id name account.id site.id status cname environment primary_domain php_version is_multisite""",
    "GET installs/{install_id}": "install_id -> id wp_version",
    "GET installs/{install_id}/backups/{id}": "id",
    "POST installs/{install_id}/backups/{id}/restore": "id notification_emails restore_database create_checkpoint",
    "GET installs/{install_id}/archives": "limit offset -> id backup.id state create_time start_time download_uri",
    "POST installs/{install_id}/archives": "backup_id notification_emails",
}
