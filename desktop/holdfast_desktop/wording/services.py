"""Sites with a backup service of their own, in words: systems, ways to sign in, what a service can do and why it cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from holdfast.records import NETWORK_SYSTEMS
from holdfast_desktop.wording.tr import told, tr, tr_n


def is_service(system: str) -> bool:
    """Whether sites of this system are reached through an interface of their own."""
    return system in NETWORK_SYSTEMS


def system_label(system: str) -> str:
    """The name people know it by; a product's name is not translated."""
    labels = {
        "folder": tr("Folder"),
        "backup-copilot": "Backup Copilot Pro",
        "safeguard": "SafeGuard",
        "wp-engine": "WP Engine",
        "general-bots": "General Bots",
        "archives": tr("Archives of another program"),
    }
    return labels.get(system, system)


def where_words(system: str, storage: str) -> str:
    """Where a site's backups are: a storage of ours, or its service."""
    if not is_service(system):
        return storage
    return tr("{service} + {storage}", service=system_label(system), storage=storage) if storage else system_label(system)


# signing in


def ways_of(system: str, offered: Sequence[str]) -> tuple[str, ...]:
    """Words of the ways to sign in, the easiest first. `offered`: what the site said (empty: not asked)."""
    known = {
        "backup-copilot": ("browser", "application-password", "oauth"),
        "safeguard": ("browser", "application-password"),
        "wp-engine": ("basic",),
        "general-bots": ("api-key", "bearer", "login"),
    }.get(system, ("application-password",))
    return tuple(way for way in known if not offered or way in offered) or known


def way_label(way: str) -> str:
    labels = {
        "browser": tr("In the browser"),
        "oauth": tr("In the browser, with a registered client"),
        "application-password": tr("With an application password"),
        "basic": tr("With an API user"),
        "bearer": tr("With a bearer token"),
        "api-key": tr("With an API key"),
        "login": tr("With e-mail and password"),
    }
    return labels.get(way, way)


def way_help(system: str, way: str) -> str:
    """Where the credential is found."""
    if way == "browser":
        return tr("Your browser opens the site's own page: sign in there and press “Approve”. Holdfast never sees your login password.")
    if way == "oauth":
        return tr("Client id and secret come from the plugin's settings, under API.")
    if way == "application-password":
        return tr("wp-admin → Users → Profile → Application Passwords → Add. Paste it with or without its spaces.")
    if way == "basic" and system == "wp-engine":
        return tr("my.wpengine.com → Profile → API Access → Generate Credentials.")
    if way == "login":
        return tr("The password is exchanged for a token at once and is not stored.")
    return tr("From the settings of your server.")


def user_label(way: str) -> str:
    return {
        "basic": tr("API user"),
        "login": tr("E-mail address"),
        "oauth": tr("Client id"),
    }.get(way, tr("User name"))


def secret_label(way: str) -> str:
    return {
        "application-password": tr("Application password"),
        "basic": tr("API password"),
        "bearer": tr("Token"),
        "api-key": tr("API key"),
        "login": tr("Password"),
        "oauth": tr("Client secret"),
    }.get(way, tr("Password"))


def needs_user(way: str) -> bool:
    return way in {"application-password", "basic", "login", "oauth"}


def needs_secret(way: str) -> bool:
    return way != "browser"


def auth_label(auth: str) -> str:
    """How a stored account signs its requests."""
    return {"basic": tr("user and password"), "bearer": tr("token"), "api-key": tr("API key")}.get(auth, auth)


def by_browser(way: str) -> bool:
    return way in {"browser", "oauth"}


def identity_words(identity: Mapping[str, Any]) -> str:
    """Who the credential is."""
    user, roles = str(identity.get("user") or ""), [str(one) for one in identity.get("roles") or ()]
    if user and roles:
        return tr("Signed in as {user} ({roles})", user=user, roles=", ".join(roles))
    return tr("Signed in as {user}", user=user) if user else tr("Signed in")


def hint_words(hint: str) -> str:
    """A remark about the account."""
    words = {
        "ADMIN-NOT-NEEDED": tr("This user is an administrator. One with the role “backup operator” would be enough, and safer."),
        "ADMIN-NEEDED": tr("This user may not do everything: the plugin wants the right “manage_options”."),
        "ADMIN-NEEDED-TO-RESTORE": tr("This user may create and list backups, but not restore or delete them."),
    }
    return words.get(hint, hint)


# detection


def found_title(found: Mapping[str, Any]) -> str:
    """What is at an address."""
    ready = [system_label(str(one["system"])) for one in found.get("systems", ()) if one.get("why") != "PLUGIN-MISSING"]
    name = str(found.get("name") or "")
    systems = ", ".join(ready)
    return tr("{name}: {systems}", name=name, systems=systems) if name else systems


def system_state(why: str) -> str:
    """Why a system that was seen cannot be used."""
    words = {
        "": tr("ready"),
        "AUTH-OFF": tr("application passwords are switched off on this site"),
        "NO-API": tr("this server has no Backup API yet"),
        "PLUGIN-MISSING": tr("not active"),
    }
    return words.get(why, why)


def warning_words(code: str, message: str, hint: str) -> str:
    """Something to know about a site that was found."""
    words = {
        "HTTP-ONLY": tr("The site speaks only plain http: passwords could be read on the way. Get a certificate for it."),
        "HTTPS-TAKEN": tr("https works and is used, although http was typed."),
        "AUTH-OFF": tr("Application passwords are off: serve the site by https, or allow them in the security plugin."),
        "HOME-ELSEWHERE": tr("The site calls itself {url}. Check that this is the right one.", url=message.rstrip(".").rpartition(" ")[2]),
        "ROOT-ELSEWHERE": tr(
            "The site's interface is on {host}, not on the host that was typed. Go on only if that is yours.",
            host=message.partition(" on ")[2].partition(",")[0],
        ),
        "JUNK": tr("The site prints text before its data, probably PHP warnings: switch WP_DEBUG_DISPLAY off there."),
    }
    return words.get(code, f"{message} {hint}".strip())


# capabilities


def verb_title(verb: str) -> str:
    """A capability as a person would name it."""
    titles = {
        "create": tr("Back up"),
        "list": tr("List backups"),
        "details": tr("Details of backups"),
        "progress": tr("Progress"),
        "download": tr("Download"),
        "delete": tr("Delete backups"),
        "restore": tr("Restore"),
        "schedules.list": tr("Show schedules"),
        "schedules.create": tr("Add schedules"),
        "schedules.update": tr("Change schedules"),
        "schedules.delete": tr("Delete schedules"),
        "storages.list": tr("Show storages"),
        "storages.test": tr("Test storages"),
        "staging.create": tr("Staging copy"),
        "staging.settings": tr("Roles on staging"),
        "staging.status": tr("State of staging"),
        "migration.status": tr("State of a migration"),
        "webhooks.create": tr("Webhooks"),
        "installs": tr("List of installs"),
        "archives": tr("Archives"),
    }
    return titles.get(verb, verb.replace(".", ": ").replace("_", " "))


def why_not_words(offers: Mapping[str, Any], verb: str) -> str:
    """Why this service does not offer `verb`; empty when it does."""
    if verb in (offers.get("verbs") or ()):
        return ""
    why = (offers.get("why_not") or {}).get(verb)
    return told(str(why)) if why else tr("This service does not offer it.")


def can(offers: Mapping[str, Any], verb: str) -> bool:
    return verb in (offers.get("verbs") or ())


def field_label(field: Mapping[str, Any]) -> str:
    """The label of an option, as the service's capabilities give it."""
    return told(str(field.get("label") or field.get("name") or ""))


def field_help(field: Mapping[str, Any]) -> str:
    return told(str(field.get("help") or ""))


def choice_words(word: str) -> str:
    """One of the words that an option allows."""
    words = {
        "hourly": tr("Every hour"),
        "1hour": tr("Every hour"),
        "2hours": tr("Every 2 hours"),
        "4hours": tr("Every 4 hours"),
        "6hours": tr("Every 6 hours"),
        "8hours": tr("Every 8 hours"),
        "12hours": tr("Every 12 hours"),
        "daily": tr("Every day"),
        "weekly": tr("Every week"),
        "monthly": tr("Every month"),
        "full": tr("Everything"),
        "incremental": tr("What changed since the last one"),
        "differential": tr("What changed since the last full one"),
        "database": tr("The database"),
        "files": tr("The files"),
        "quick": tr("Quick"),
    }
    return words.get(word, word)


def remote_type_word(kind: str) -> str:
    """What a backup on a site holds."""
    words = {
        "full": tr("Everything"),
        "incremental": tr("Changes since the last one"),
        "differential": tr("Changes since the last full one"),
        "database": tr("Database"),
        "files": tr("Files"),
    }
    return words.get(kind, kind)


def backup_status_words(status: str, status_word: str = "") -> str:
    """Where a backup on a site stands; a word that is not known is shown as the site says it."""
    words = {
        "queued": tr("Queued"),
        "running": tr("Running"),
        "completed": tr("On the site"),
        "failed": tr("Failed"),
        "deleted": tr("Deleted"),
    }
    return words.get(status) or (tr("The site says: {word}", word=status_word) if status_word else tr("Unknown"))


def schedule_when(every: str, cron: str, at: str) -> str:
    """When a schedule runs, in words."""
    if cron:
        return tr("cron {cron}", cron=cron)
    words = choice_words(every) if every else tr("as the site says")
    return tr("{every} at {time}", every=words, time=at) if at else words


def keep_words(keep: int | None, keep_days: int | None) -> str:
    if keep is not None:
        return tr_n("{n} backup", "{n} backups", keep)
    if keep_days is not None:
        return tr_n("{n} day", "{n} days", keep_days)
    return "–"


def test_words(status: str) -> str:
    """The outcome of a test of a storage provider, as the site told it."""
    words = {"passed": tr("works"), "ok": tr("works"), "success": tr("works"), "failed": tr("does not work"), "": tr("not tested")}
    return words.get(status, status)


def test_tone(status: str) -> str:
    return {"passed": "ok", "ok": "ok", "success": "ok", "failed": "error"}.get(status, "secondary")


def event_words(event: str) -> str:
    """Something that a webhook tells of."""
    words = {
        "backup.completed": tr("A backup is done"),
        "backup.failed": tr("A backup failed"),
        "restore.completed": tr("A restore is done"),
        "restore.failed": tr("A restore failed"),
    }
    return words.get(event, event)


def job_line(job: Mapping[str, Any] | None, none: str) -> str:
    """One line about a job of the site itself (staging, migration), as far as it tells."""
    if not job:
        return none
    status = str(job.get("status") or job.get("status_word") or tr("running"))
    percent = job.get("percent") or job.get("progress")
    parts = [str(job.get("action") or job.get("type") or ""), status, str(job.get("step") or job.get("message") or "")]
    if isinstance(percent, int | float):
        parts.append(f"{percent:.0f} %")
    return " · ".join(part for part in parts if part)
