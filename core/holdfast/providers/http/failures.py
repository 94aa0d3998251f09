"""From any answer that is no success to one error: the kind comes from status, headers and body, in this order.

Forms seen (apis.md 0.1, 2.4): WordPress ``{code, message, data: {status}}``, Backup Copilot's envelope ``{success: false, error: {code,
message, data}}``, WP Engine's ``{message, documentation_url, errors: []}``, General Bots' ``{error, message}`` and ``{error, details}``,
HTML of web servers, firewalls, WordPress itself and its maintenance mode, and nothing at all.

Codes: AUTH-REJECTED AUTH-OFF AUTH-EXPIRED AUTH-SCOPE LICENCE REST-HIDDEN SITE-LOGIN SITE-GUARDED SITE-BLOCKED SITE-MOVED
SITE-MAINTENANCE SITE-DATABASE SITE-5XX SITE-TIMEOUT SITE-BUSY PLUGIN-MISSING (no such route, says WordPress) NO-ROUTE (no such address,
says a web server or gateway) NOT-FOUND BAD-REQUEST RATE-LIMIT NOT-JSON EMPTY REMOTE.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from holdfast.errors import AuthRejected, Busy, Forbidden, HoldfastError, NotFound, RateLimited, RemoteError, Unsupported
from holdfast.providers import values
from holdfast.providers.http.address import resolve, shown
from holdfast.providers.http.answer import Answer
from holdfast.providers.http.waiting import asked_wait

WRONG_LOGIN = frozenset(
    {
        "incorrect_password",
        "invalid_username",
        "invalid_email",
        "invalid_api_key",
        "invalid_token",
        "missing_token",
        "invalid_credentials",
        "invalid_client",
    }
)
_HIDDEN = frozenset({"rest_cannot_access", "rest_login_required", "rest_api_authentication_required", "rest_disabled"})
_EXPIRED = frozenset({"expired_token", "session_expired", "token_expired", "invalid_grant"})
_ROUTE = frozenset({"rest_no_route", "rest_invalid_handler"})
_AGAIN_LATER = frozenset({408, 425, 500, 502, 503, 504, 507, 508, 509, *range(520, 531)})
_FATAL = re.compile(r"critical error on (this|your) (web)?site|wp-die-message|Fatal error: ", re.IGNORECASE)
_DATABASE = re.compile(
    r"Error establishing a database connection|<title>\s*Database Error|One or more database tables are unavailable", re.I
)
_MAINTENANCE = re.compile(r"Briefly unavailable for scheduled maintenance|<title>\s*(Scheduled )?Maintenance", re.IGNORECASE)
_DIED = "wp_die: "
_LOGIN = re.compile(r"<form[^>]+(loginform|wp-login\.php)|<body[^>]+class=[\"'][^\"']*\blogin\b", re.IGNORECASE)
_CLOUDFLARE = re.compile(
    r"cf-challenge|cdn-cgi/challenge-platform|<title>\s*(Just a moment|Attention Required! \| Cloudflare)", re.IGNORECASE
)


def failed(answer: Answer, *, expects_json: bool = True) -> bool:
    """Whether `answer` is to be taken as a failure: by status, by ``success: false``, or as a page where JSON was due."""
    if not answer.ok or "cf-mitigated" in answer.headers:
        return True
    if answer.parsed:
        return isinstance(answer.body, dict) and (answer.body.get("success") is False or _wordpress_status(answer.body) >= 400)
    return expects_json and bool(answer.raw.strip())


def error_of(answer: Answer) -> HoldfastError:
    """The error that `answer` means. ``details``: ``http``, and where told ``server_code``, ``server_message``, ``server_errors``,
    ``documentation_url``, ``retry_after`` (seconds), ``location``."""
    code, message = said(answer)
    details = _details(answer, code, message)
    status = answer.status
    if answer.ok:
        status = _wordpress_status(answer.body) or _status_of_code(code)
    return (
        _of_firewall(answer, details)
        or _of_redirect(answer, details)
        or _of_login(status, answer, code, message, details)
        or _of_absence(status, answer, code, message, details)
        or _of_page(status, answer, details)
        or _of_trouble(status, answer, code, message, details)
    )


def said(answer: Answer) -> tuple[str, str]:
    """(code, message) in the server's own words; "" where there are none."""
    body = answer.body
    if not isinstance(body, dict):
        return "", ""
    error = body.get("error")
    inner = error if isinstance(error, dict) else {}
    nested = values.find(body, "data", "error")
    code = values.first(inner, "code", "error") or values.first(body, "code") or (error if isinstance(error, str) else "")
    message = (
        values.first(inner, "message", "details")
        or values.first(body, "message", "error_description", "details")
        or (nested if isinstance(nested, str) else values.find(nested, "message"))
        or (error if isinstance(error, str) else "")
    )
    return values.text(code, 80), values.plain(message)


def _details(answer: Answer, code: str, message: str) -> dict[str, Any]:
    details: dict[str, Any] = {"http": answer.status}
    if code:
        details["server_code"] = code
    if message:
        details["server_message"] = message
    body = answer.mapping()
    errors = [one for one in map(_one_error, values.sequence(body.get("errors"))[:10]) if one]
    if errors:
        details["server_errors"] = errors
    link = values.text(body.get("documentation_url"), 300)
    if link.startswith("https://"):
        details["documentation_url"] = link
    return details


def _one_error(one: object) -> str:
    field, message = values.text(values.find(one, "field"), 60), values.plain(values.find(one, "message") or values.find(one, "code"))
    return f"{field}: {message}" if field and message else message or field


def _of_firewall(answer: Answer, details: dict[str, Any]) -> HoldfastError | None:
    if answer.headers.get("cf-mitigated", "").lower() == "challenge" or (not answer.parsed and _CLOUDFLARE.search(answer.page)):
        return RemoteError(
            f"Cloudflare stands before {answer.host} and asks for a browser; no program can pass that.",
            code="SITE-BLOCKED",
            hint="In Cloudflare, add a rule that skips challenges for /wp-json/* from your address.",
            **details,
        )
    return None


def _of_redirect(answer: Answer, details: dict[str, Any]) -> HoldfastError | None:
    if not 300 <= answer.status < 400:
        return None
    target = shown(resolve(f"https://{answer.host}/{answer.path.lstrip('/')}", answer.headers.get("location", "")))
    details["location"] = target
    path = urlsplit(target).path
    if path.endswith("/wp-admin/install.php"):
        return _database_missing(answer, details)
    if path.endswith("/wp-login.php"):
        return _login_page(answer, details)
    return RemoteError(
        f"{answer.host} sends to another address ({values.text(target) or 'not named'}). Nothing was sent there.",
        code="SITE-MOVED",
        hint="If the site has moved, change its address in Holdfast.",
        **details,
    )


def _of_login(status: int, answer: Answer, code: str, message: str, details: dict[str, Any]) -> HoldfastError | None:
    if status == 403 and message == "Missing Authentication Token":  # Amazon's gateway, of a path it does not have
        return _no_route(answer, details)
    if code in _HIDDEN and status in {401, 403}:
        return _hidden(answer, details)
    if code.startswith("application_passwords_disabled"):
        return AuthRejected(
            f"{answer.host} does not allow application passwords" + (" for this user." if code.endswith("user") else "."),
            code="AUTH-OFF",
            hint="Allow them in the security plugin (Wordfence, Really Simple Security …) or sign in as another user.",
            **details,
        )
    if status == 401:
        return _rejected(answer, code, details)
    if (status == 403 and answer.parsed) or status == 402:
        return _not_allowed(answer, code, message, details)
    if code in WRONG_LOGIN | _EXPIRED and 400 <= status < 404:
        return _rejected(answer, code, details)
    return None


def hidden_from_visitors(answer: Answer) -> HoldfastError | None:
    """What `answer` to an unsigned question for the index means when WordPress itself refuses it: every plugin that hides the interface has
    a code of its own (``rest_not_logged_in`` is the handbook's). None when it is no refusal of WordPress."""
    status = _wordpress_status(answer.body) or answer.status
    if status not in {401, 403} or not isinstance(values.find(answer.body, "data", "status"), int):
        return None
    return _hidden(answer, _details(answer, *said(answer)))


def _hidden(answer: Answer, details: dict[str, Any]) -> HoldfastError:
    return AuthRejected(
        f"{answer.host} hides its REST interface from visitors.",
        code="REST-HIDDEN",
        hint="Sign in; if that does not help, allow the REST interface in the security plugin.",
        **details,
    )


def _rejected(answer: Answer, code: str, details: dict[str, Any]) -> HoldfastError:
    if code in _EXPIRED:
        return AuthRejected(f"The sign-in at {answer.host} has expired.", code="AUTH-EXPIRED", hint="Sign in again.", **details)
    if not answer.parsed and "basic" in answer.headers.get("www-authenticate", "").lower():
        return AuthRejected(
            f"The web server of {answer.host} asks for a password of its own before WordPress is reached.",
            code="SITE-GUARDED",
            hint="Application passwords cannot pass it: exempt /wp-json/* from the web server's password.",
            **details,
        )
    if code == "rest_not_logged_in":
        hint = (
            "The password is wrong or revoked, or the web server drops the header that carries it, or application passwords are off. "
            "Sign in again: holdfast site edit SITE --secret-stdin. Which of them it is, may be told by: holdfast site test SITE --probe"
        )
    else:
        hint = "Check user and password, or sign in again."
    return AuthRejected(f"{answer.host} refused the sign-in.", hint=hint, **details)


def _not_allowed(answer: Answer, code: str, message: str, details: dict[str, Any]) -> HoldfastError:
    if "licen" in code.lower():
        return Forbidden(
            f"The licence of the backup plugin on {answer.host} is not active.",
            code="LICENCE",
            hint="Renew or activate the licence in the plugin's settings; the account itself is fine.",
            **details,
        )
    because = f": {message}" if message else "."
    return Forbidden(
        f"{answer.host} does not allow this account to do that{because}", hint="Use an account with the needed role.", **details
    )


def _of_absence(status: int, answer: Answer, code: str, message: str, details: dict[str, Any]) -> HoldfastError | None:
    if code in _ROUTE:
        return Unsupported(
            f"{answer.host} does not know this call.",
            code="PLUGIN-MISSING",
            hint="The backup plugin is not active, or too old for this.",
            **details,
        )
    if status in {405, 501} or (status == 404 and not answer.parsed):
        return _no_route(answer, details)
    if status in {404, 410}:
        return NotFound(
            f"{answer.host} does not have that any more" + (f": {message}" if message else "."),
            hint="It may have been deleted there. Read the list anew.",
            **details,
        )
    return None


def _no_route(answer: Answer, details: dict[str, Any]) -> HoldfastError:
    return Unsupported(
        f"{answer.host} offers nothing at this address.",
        code="NO-ROUTE",
        hint="Check the address, and that the interface is there.",
        **details,
    )


def _of_page(status: int, answer: Answer, details: dict[str, Any]) -> HoldfastError | None:
    page = answer.page or _died(answer, status)
    if not page.strip():
        return None
    if status == 503 and page.startswith(_DIED):
        return _maintenance(answer, details)  # in whatever language
    if _DATABASE.search(page):
        return _database_missing(answer, details)
    if _MAINTENANCE.search(page):
        return _maintenance(answer, details)
    if _FATAL.search(page):
        return _broken(answer, details)
    if status < 400 or status == 403:
        if _LOGIN.search(page):
            return _login_page(answer, details)
        if status == 403:
            return _blocked(answer, details)
        return RemoteError(
            f"{answer.host} answered with a web page where data was due.",
            code="NOT-JSON",
            hint="A cache, a firewall or a plugin stands in between. Open the address in a browser to see what it says.",
            retryable=True,
            **details,
        )
    if status in {406, 444, 451}:
        return _blocked(answer, details)
    return None


def _died(answer: Answer, status: int) -> str:
    """What WordPress says as a page to browsers it says as JSON to us: ``{"code": "wp_die", "message": "<h1>Error establishing …"}``."""
    body = answer.mapping()
    message = body.get("message")
    return f"{_DIED}{message}" if status >= 500 and body.get("code") == "wp_die" and isinstance(message, str) else ""


def _of_trouble(status: int, answer: Answer, code: str, message: str, details: dict[str, Any]) -> HoldfastError:
    because = f": {message}" if message else ""
    if status == 429:
        wait = asked_wait(answer)
        details["retry_after"] = wait
        return RateLimited(f"{answer.host} asks to slow down.", hint="Try again later; what runs by schedule waits by itself.", **details)
    if status in {409, 423}:
        return Busy(
            f"{answer.host} is busy with another job{because}.", code="SITE-BUSY", hint="Wait until it is done, then try again.", **details
        )
    if status == 503 and ("retry-after" in answer.headers and not answer.parsed):
        return _maintenance(answer, {**details, "unsure": True})  # caches say the same when a site takes too long
    if status in {504, 522, 524}:
        return RemoteError(
            f"The server before {answer.host} gave up waiting; the work may go on behind it.",
            code="SITE-TIMEOUT",
            hint="Look whether the job runs before it is started again.",
            retryable=True,
            **details,
        )
    if status >= 500:
        return _broken(answer, details, because)
    if status in {413, 414, 431}:
        hint = "Use shorter names and notes, or ask the host to allow longer requests."
        return RemoteError(f"The web server of {answer.host} finds the request too long.", code="BAD-REQUEST", hint=hint, **details)
    if status == 408 or status == 425:
        hint = "Try again later."
        return RemoteError(f"{answer.host} did not take the request ({status}).", code="SITE-5XX", hint=hint, retryable=True, **details)
    if status >= 400:
        hint = "Change what was asked for." if message else "It does not say why; the site's own error log may."
        return RemoteError(f"{answer.host} refused the request ({status}){because}.", code="BAD-REQUEST", hint=hint, **details)
    return RemoteError(f"{answer.host} reports a failure{because}.", hint="Details are in the plugin's own log.", **details)


def _broken(answer: Answer, details: dict[str, Any], because: str = "") -> HoldfastError:
    return RemoteError(
        f"{answer.host} failed while it worked on the request ({answer.status}){because}.",
        code="SITE-5XX",
        hint="The site's own error log says why; often memory or time of the host ran out.",
        retryable=answer.status in _AGAIN_LATER or answer.ok,
        **details,
    )


def _blocked(answer: Answer, details: dict[str, Any]) -> HoldfastError:
    return RemoteError(
        f"A firewall blocks the backup interface of {answer.host} ({answer.status}).",
        code="SITE-BLOCKED",
        hint="Ask the host, or the security plugin, to let /wp-json/* through for your address.",
        **details,
    )


def _login_page(answer: Answer, details: dict[str, Any]) -> HoldfastError:
    return AuthRejected(
        f"{answer.host} shows its login page instead of answering.",
        code="SITE-LOGIN",
        hint="The host or a plugin demands a login before the REST interface: exempt /wp-json/*.",
        **details,
    )


def _maintenance(answer: Answer, details: dict[str, Any]) -> HoldfastError:
    return RemoteError(
        f"{answer.host} is in maintenance mode.",
        code="SITE-MAINTENANCE",
        hint="An update or a restore is running there. It ends by itself.",
        retryable=True,
        **details,
    )


def _database_missing(answer: Answer, details: dict[str, Any]) -> HoldfastError:
    return RemoteError(
        f"The database of {answer.host} does not answer.",
        code="SITE-DATABASE",
        hint="During a restore this is normal and passes. Otherwise ask the host.",
        retryable=True,
        **details,
    )


def _wordpress_status(body: object) -> int:
    """``data.status`` of WordPress' error form; 0 when `body` is none."""
    if isinstance(body, dict) and isinstance(body.get("code"), str) and "message" in body:
        found = values.whole(values.find(body, "data", "status"), 100)
        return found if found is not None and found < 600 else 0
    return 0


def _status_of_code(code: str) -> int:
    """The status that a code would have had, where a server answers 200 with an error in the body."""
    known = {
        "not_found": 404,
        "backup_not_found": 404,
        "forbidden": 403,
        "unauthorized": 401,
        "rate_limited": 429,
        "rate_limit_exceeded": 429,
    }
    if code in WRONG_LOGIN or code in _EXPIRED or code == "rest_not_logged_in":
        return 401
    return known.get(code.lower(), 409 if code.endswith("_in_progress") else 200)
