"""What goes wrong with a site's own backup service, in words: who said no, what it means, and what to do about it (apis.md 2.4)."""

from __future__ import annotations

from collections.abc import Callable

from holdfast.errors import Failure
from holdfast.verdict import Reason
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.errors import ErrorWords, failure_words, fix
from holdfast_desktop.wording.tr import tr

_Form = tuple[str, str, tuple[str, ...]]
"""Title, remedy, fixes; with {places}."""

_SAFE = ("sign_in", "test_site")


def _reaching() -> dict[str, Callable[[], _Form]]:
    return {
        "NET-OFFLINE": lambda: (tr("You are not online"), tr("Try again when the connection is back."), ("retry",)),
        "NET-DNS": lambda: (tr("{host} cannot be found"), tr("Check how it is written, or whether the domain has run out."), ("retry",)),
        "NET-REFUSED": lambda: (tr("{host} refuses connections"), tr("The server is down, or the address or port is wrong."), ("retry",)),
        "NET-TIMEOUT": lambda: (tr("{host} does not answer"), tr("The server is down or very slow. Try again in a while."), ("retry",)),
        "NET-RESET": lambda: (tr("{host} broke the connection"), tr("Try again; if it stays so, ask the host."), ("retry",)),
        "NET-UNREACHABLE": lambda: (tr("{host} cannot be reached from here"), tr("Check your network, VPN or firewall."), ("retry",)),
        "TLS-BAD": lambda: (tr("The certificate of {host} is not trusted"), tr("{message} Nothing was sent."), ("open_live", "retry")),
        "HTTP-REFUSED": lambda: (
            tr("{host} would send the password unprotected"),
            tr("Get a certificate for the site, so that https works."),
            ("retry",),
        ),
        "SITE-MOVED": lambda: (tr("{host} sends to another address"), tr("{message} If the site has moved, change its address here."), ()),
        "NOT-WORDPRESS": lambda: (
            tr("No backup service was found at {host}"),
            tr("Check the address. If it is right, a security plugin or firewall may hide the REST interface; a site on this computer can "
               "be added as a folder."),
            (),
        ),
        "PLUGIN-MISSING": lambda: (
            tr("No backup plugin that Holdfast knows is active on {host}"),
            tr("Activate Backup Copilot Pro or SafeGuard under Plugins in wp-admin, or update it; then try again."),
            ("open_plugins", "retry"),
        ),
        "NO-ROUTE": lambda: (tr("{host} offers no backup interface at this address"), tr("Check the address and the plugin."), ("retry",)),
        "NO-BACKUP-API": lambda: (tr("This server has no Backup API yet"), tr("Update the server, then try again."), ("retry",)),
    }  # fmt: skip


def _in_the_way() -> dict[str, Callable[[], _Form]]:
    return {
        "SITE-BLOCKED": lambda: (
            tr("A firewall blocks the backup interface of {host}"),
            tr("No program can pass it. Add a rule that lets /wp-json/* through for your address (Cloudflare: skip challenges), or ask "
               "the host."),
            ("copy_rule", "retry"),
        ),
        "REST-HIDDEN": lambda: (
            tr("{host} hides its REST interface from visitors"),
            tr("Allow the REST interface in the security plugin, at least for signed-in users."),
            ("retry",),
        ),
        "SITE-LOGIN": lambda: (tr("{host} asks everybody to log in first"), tr("Exempt /wp-json/* from the forced login."), ("retry",)),
        "SITE-GUARDED": lambda: (
            tr("The web server of {host} wants a password of its own"),
            tr("Exempt /wp-json/* from that password: an application password cannot pass it."),
            ("retry",),
        ),
        "SITE-MAINTENANCE": lambda: (tr("{host} is in maintenance mode"), tr("An update or a restore runs. Wait a little."), ("retry",)),
        "SITE-DATABASE": lambda: (tr("{host} cannot reach its database"), tr("The site itself is down. Ask its host."), ("retry",)),
        "SITE-5XX": lambda: (
            tr("{host} failed while answering"),
            tr("Often too little memory or time on the server; its error log says more."),
            ("retry", "show_activity"),
        ),
        "SITE-TIMEOUT": lambda: (
            tr("A server before {host} gave up waiting"),
            tr("The work may go on there: look at the list of backups before you start another."),
            ("retry",),
        ),
        "SITE-BUSY": lambda: (tr("{host} is busy with another backup or restore"), tr("Wait until it is done."), ("retry",)),
        "RATE-LIMIT": lambda: (tr("{host} asks to slow down"), tr("Holdfast goes on by itself as soon as it may."), ()),
        "NOT-JSON": lambda: (
            tr("{host} answers with a page where data is due"),
            tr("Probably PHP warnings or a page cache: switch WP_DEBUG_DISPLAY off and do not cache /wp-json/*."),
            ("retry",),
        ),
    }  # fmt: skip


def _of_sign_in() -> dict[str, Callable[[], _Form]]:
    return {
        "AUTH-REJECTED": lambda: (
            tr("{subject} refused the sign-in"),
            tr("User or password is wrong or was revoked, or the web server drops the header that carries it."),
            _SAFE,
        ),
        "AUTH-EXPIRED": lambda: (tr("The sign-in at {subject} has expired"), tr("Sign in again; nothing is lost."), ("sign_in",)),
        "AUTH-OFF": lambda: (
            tr("{host} does not allow application passwords"),
            tr("Serve the site by https, or allow them in the security plugin (Wordfence, Really Simple Security, WP Cerber …)."),
            ("sign_in",),
        ),
        "AUTH-SCOPE": lambda: (
            tr("This user may not do that on {subject}"),
            tr("{why}Backup Copilot wants the role “backup operator”, SafeGuard an administrator."),
            ("sign_in", "show_activity"),
        ),
        "AUTH-2FA": lambda: (tr("This account wants the code of a second factor"), tr("Type the code, or use an API key instead."), ()),
        "LICENCE": lambda: (
            tr("The licence of the backup plugin on {subject} is not active"),
            tr("Renew or activate it in the plugin's settings; the sign-in itself is fine."),
            ("retry",),
        ),
        "KEY-GONE": lambda: (tr("The password for {subject} is missing"), tr("The password store has no entry for it."), ("sign_in",)),
        "NO-ACCOUNT": lambda: (tr("The account of {subject} is gone"), tr("Sign in again."), ("sign_in",)),
        "SIGN-IN-REFUSED": lambda: (tr("The approval was refused in the browser"), tr("Try again, or paste an application password."), ()),
    }  # fmt: skip


def _of_jobs() -> dict[str, Callable[[], _Form]]:
    return {
        "BACKUP-FAILED": lambda: (tr("The backup failed on {subject}"), tr("{message}"), ("back_up", "show_activity")),
        "RESTORE-FAILED": lambda: (tr("The restore failed on {subject}"), tr("{message} Look at the site now."), ("show_activity",)),
        "UNCLEAR": lambda: (
            tr("It is not clear whether the backup of {subject} has begun"),
            tr("The answer was lost. Look at the list of backups before you start another; Holdfast follows what it finds there."),
            ("watch", "show_activity"),
        ),
        "RESTORE-UNCLEAR": lambda: (
            tr("It is not clear whether the restore of {subject} has begun"),
            tr("The answer was lost, and the site shows no sign of it. Look at the site before you ask for it again."),
            ("open_live", "show_activity"),
        ),
        "CHANGE-UNCLEAR": lambda: (
            tr("It is not clear whether {subject} did that"),
            tr("The answer was lost; it may have been done all the same. Look before you ask for it again."),
            ("show_activity",),
        ),
        "NOT-BEGUN": lambda: (tr("{subject} has not begun this backup"), tr("Start it again."), ("back_up",)),
        "NO-END": lambda: (tr("{subject} has not said for a day how this ended"), tr("Look at the site in wp-admin."), ("show_activity",)),
        "NOT-RESTORABLE": lambda: (tr("This backup cannot be restored"), tr("Choose one that is completed."), ()),
        "ARCHIVE-FAILED": lambda: (tr("{subject} could not make the archive"), tr("{message}"), ("retry",)),
        "NOT-DELETED": lambda: (tr("{subject} did not delete the backup"), tr("{message}"), ("show_activity",)),
    }  # fmt: skip


def site_failure_words(failure: Failure, subject: str = "", *, known: bool = True) -> ErrorWords:
    """A failure that has to do with a site's own service. `subject`: the site's name, or the address that was typed. `known`: it is a
    site of Holdfast's already, and not one that is being added."""
    forms = {**_reaching(), **_in_the_way(), **_of_sign_in(), **_of_jobs()}
    form = forms.get(failure.code)
    if form is None:
        return failure_words(failure, subject)
    title, body, fixes = form()
    told = str(failure.details.get("server_message") or "")
    places = {
        "host": str(failure.details.get("host") or subject or tr("The site")),
        "subject": subject or str(failure.details.get("host") or tr("The site")),
        "message": sentence(failure.message),
        "why": tr("It says: {message}", message=told).rstrip(".") + ". " if told else "",
    }
    for name, value in places.items():
        title, body = title.replace("{" + name + "}", value), body.replace("{" + name + "}", value)
    if known and failure.code == "AUTH-REJECTED":
        body += " " + tr("The stored sign-in is kept; existing backups are safe.")
    severity = "neutral" if failure.code == "RATE-LIMIT" else "error"
    return ErrorWords(title, body.strip(), severity, tuple(fix(word) for word in fixes), failure.code)


def site_reason_words(reason: Reason, site: str) -> ErrorWords:
    """A reason of a verdict over a site with a service."""
    return site_failure_words(Failure("", reason.code, reason.message, details=dict(reason.details)), site)


def is_of_sign_in(code: str) -> bool:
    """Whether the remedy is another credential."""
    return code in _of_sign_in()
