"""The schema of ``state.db``. Only ever add to `MIGRATIONS`: entry n leads from version n to n+1."""

from __future__ import annotations

MIGRATIONS = (
    """
    CREATE TABLE sites (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        record TEXT NOT NULL
    );
    CREATE TABLE storages (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        record TEXT NOT NULL
    );
    CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        verb TEXT NOT NULL,
        site_id TEXT NOT NULL DEFAULT '',
        site TEXT NOT NULL DEFAULT '',
        storage TEXT NOT NULL DEFAULT '',
        started_at TEXT NOT NULL,
        ended_at TEXT,
        outcome TEXT NOT NULL DEFAULT '',
        step TEXT NOT NULL DEFAULT '',
        backup_id TEXT NOT NULL DEFAULT '',
        origin TEXT NOT NULL DEFAULT 'user',
        pid INTEGER NOT NULL DEFAULT 0,
        pid_mark TEXT NOT NULL DEFAULT '',
        cancel_asked INTEGER NOT NULL DEFAULT 0,
        warnings TEXT NOT NULL DEFAULT '[]',
        failure TEXT,
        result TEXT NOT NULL DEFAULT '{}'
    );
    CREATE INDEX jobs_by_start ON jobs (started_at);
    CREATE INDEX jobs_by_site ON jobs (site_id, started_at);
    CREATE INDEX jobs_open ON jobs (outcome) WHERE outcome = '';
    CREATE TABLE audit (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        action TEXT NOT NULL,
        subject TEXT NOT NULL,
        outcome TEXT NOT NULL,
        details TEXT NOT NULL DEFAULT '{}'
    );
    CREATE TABLE facts (
        subject TEXT NOT NULL,
        name TEXT NOT NULL,
        at TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (subject, name)
    );
    """,
    """
    CREATE TABLE accounts (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        record TEXT NOT NULL
    );
    CREATE TABLE remote_jobs (
        job TEXT PRIMARY KEY,
        site_id TEXT NOT NULL,
        what TEXT NOT NULL,
        backup TEXT NOT NULL DEFAULT '',
        started_at TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT '{}'
    );
    CREATE INDEX remote_jobs_by_site ON remote_jobs (site_id, started_at);
    """,
    """
    CREATE TABLE schedules (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        record TEXT NOT NULL
    );
    CREATE TABLE slots (
        schedule TEXT NOT NULL,
        site TEXT NOT NULL,
        key TEXT NOT NULL,
        due_at TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        details TEXT NOT NULL DEFAULT '{}',
        job TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (schedule, site, key)
    );
    CREATE INDEX slots_by_due ON slots (schedule, due_at);
    CREATE INDEX slots_by_site ON slots (site, due_at);
    CREATE TABLE pauses (
        site TEXT PRIMARY KEY,
        until TEXT NOT NULL,
        since TEXT NOT NULL
    );
    """,
    """
    CREATE INDEX slots_open ON slots (due_at) WHERE state = 'waiting' OR reason = 'RUNNING';
    """,
    """
    CREATE TABLE endpoints (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        record TEXT NOT NULL
    );
    CREATE TABLE outbox (
        number INTEGER PRIMARY KEY,
        endpoint TEXT NOT NULL,
        message TEXT NOT NULL,
        in_order INTEGER NOT NULL,
        signal TEXT NOT NULL,
        job TEXT NOT NULL,
        body TEXT NOT NULL,
        made_at REAL NOT NULL,
        due_at REAL NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX outbox_by_due ON outbox (due_at);
    """,
    """
    CREATE TABLE traffic (
        job TEXT NOT NULL,
        day TEXT NOT NULL,
        network TEXT NOT NULL,
        site_id TEXT NOT NULL DEFAULT '',
        received INTEGER NOT NULL,
        sent INTEGER NOT NULL,
        seconds REAL NOT NULL,
        PRIMARY KEY (job, day, network)
    );
    CREATE INDEX traffic_by_day ON traffic (day);
    CREATE INDEX traffic_by_site ON traffic (site_id, day);
    """,
    """
    CREATE INDEX slots_by_time ON slots (due_at);
    """,
    """
    ALTER TABLE jobs ADD COLUMN phases TEXT NOT NULL DEFAULT '{}';
    """,
)
