"""HTML that sites answer with where JSON was due, as seen on real ones (shortened)."""

HOME = "<!DOCTYPE html>\n<html lang='en'><head><title>My site</title></head><body class='home'><h1>Welcome</h1></body></html>"
LOGIN = (
    "<!DOCTYPE html>\n<html lang='en'><head><title>Log In &lsaquo; My site &#8212; WordPress</title></head>"
    "<body class='login no-js login-action-login wp-core-ui'><form name='loginform' id='loginform' action='/wp-login.php' method='post'>"
    "</form></body></html>"
)
MAINTENANCE = (
    "<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body id='error-page'>"
    "<div class='wp-die-message'>Briefly unavailable for scheduled maintenance. Check back in a minute.</div></body></html>"
)
CRITICAL = (
    "<!DOCTYPE html>\n<html><head><title>WordPress &rsaquo; Error</title></head><body id='error-page'><div class='wp-die-message'>"
    "<p>There has been a critical error on this website.</p></div></body></html>"
)
DATABASE = (
    "<!DOCTYPE html>\n<html><head><title>Database Error</title></head><body id='error-page'>"
    "<div class='wp-die-message'><h1>Error establishing a database connection</h1></div></body></html>"
)
CLOUDFLARE = (
    "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>"
    "<script src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1'></script></body></html>"
)
FIREWALL = (
    "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1>"
    "<p>You don't have permission to access this resource.</p></body></html>"
)
GATEWAY = (
    "<html><head><title>504 Gateway Time-out</title></head><body><center><h1>504 Gateway Time-out</h1></center><hr>nginx</body></html>"
)
PHP_WARNING = (
    "<br />\n<b>Warning</b>:  Undefined array key &quot;x&quot; in "
    "<b>/var/www/html/wp-content/plugins/old/old.php</b> on line <b>[12]</b><br />\n"
)


def died(status: int, message: str) -> dict[str, object]:
    """What WordPress says in place of the page when it was asked for JSON (seen on 6.1.9)."""
    return {"code": "wp_die", "message": message, "data": {"status": status}, "additional_errors": []}


MAINTENANCE_JSON = died(503, "Briefly unavailable for scheduled maintenance. Check back in a minute.")
MAINTENANCE_ABROAD = died(503, "Aufgrund von Wartungsarbeiten kurzzeitig nicht erreichbar.")
DATABASE_JSON = died(500, "<h1>Error establishing a database connection</h1>")
CRITICAL_JSON = {
    "code": "internal_server_error", "message": "<p>There has been a critical error on this website.</p>", "data": {"status": 500},
    "additional_errors": [],
}  # fmt: skip
