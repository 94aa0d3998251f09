"""Level "boots": the restored WordPress answers. PHP serves the scratch copy against the private database; the front page is asked for, and
WordPress itself is asked how many posts and pages it has.

The copy's own wp-config.php runs as it is; what it must not decide (the database, the folders, cron, outgoing requests) is defined before,
and PHP keeps the first definition. Drop-ins that need other servers (object cache, page cache, another database) are put aside in the
scratch copy. See `targets.php_server` for what the site's code may not do.
"""

from __future__ import annotations

import base64
import re
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.drill_loading import Loaded
from holdfast.engine.drill_records import DrillCheck, some
from holdfast.engine.drill_scratch import Scratch
from holdfast.errors import HoldfastError, RemoteError
from holdfast.mysql.access import quoted
from holdfast.sources.wordpress import WordPressSite
from holdfast.targets.php_server import TOKEN_HEADER, Page, Php, PhpServer

_PROBE = "/holdfast-drill-probe"
_MARK = b"@@holdfast@@"
_DROP_INS = ("object-cache.php", "advanced-cache.php", "db.php", "maintenance.php")
_OWN_FAULT = re.compile(
    r"Failed opening|No such file|database connection|doesn't exist|Parse error|syntax error|class \"WP_|undefined function wp_|"
    r"theme .* is not in the backup",
    re.IGNORECASE,
)
"""What in a fatal error speaks against the backup, rather than against this computer's PHP."""

_ROUTER = r"""<?php
$holdfast = json_decode(base64_decode('%(facts)s'), true);
if (!hash_equals($holdfast['token'], $_SERVER['%(header)s'] ?? '')) { http_response_code(403); exit; }
ob_start();
function gethostbyname($name) { return $name; }
function gethostbynamel($name) { return false; }
function mail() { return true; }
function mb_send_mail() { return true; }
function fsockopen($host, $port = -1, &$number = null, &$said = null, $time = null) { $number = 1; $said = 'drill'; return false; }
function pfsockopen($host, $port = -1, &$number = null, &$said = null, $time = null) { $number = 1; $said = 'drill'; return false; }
function stream_socket_client($at, &$number = null, &$said = null, $time = null, $flags = 0, $context = null) { $number = 1; return false; }
function exec($command, &$lines = null, &$code = null) { $code = 127; return false; }
function shell_exec($command) { return null; }
function system($command, &$code = null) { $code = 127; return false; }
function passthru($command, &$code = null) { $code = 127; return false; }
function popen($command, $mode) { return false; }
function proc_open() { return false; }
function dns_get_record($name) { return []; }
function checkdnsrr($name) { return false; }
function dns_check_record($name) { return false; }
if (function_exists('curl_init')) {
    function curl_exec($handle) { return false; }
    function curl_multi_exec($handle, &$running) { $running = 0; return 0; }
}
foreach ($holdfast['constants'] as $name => $value) define($name, $value);
$_SERVER['HTTP_HOST'] = $holdfast['host'];
$_SERVER['SERVER_NAME'] = preg_replace('/:\d+$/', '', $holdfast['host']);
if ($holdfast['https']) { $_SERVER['HTTPS'] = 'on'; $_SERVER['SERVER_PORT'] = 443; }
$holdfast_probe = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) === '%(probe)s';
$_SERVER['REQUEST_URI'] = $holdfast['path'];
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $holdfast['path'] . 'index.php';
$_SERVER['SCRIPT_FILENAME'] = $holdfast['index'];
$_SERVER['DOCUMENT_ROOT'] = dirname($holdfast['index']);
unset($_SERVER['%(header)s'], $_SERVER['PATH_INFO']);
chdir(dirname($holdfast['index']));
if (!$holdfast_probe) { require $holdfast['index']; return; }
require $holdfast['core'] . '/wp-load.php';
while (ob_get_level()) ob_end_clean();
http_response_code(200);
$holdfast_lost = [];
foreach ((array) get_option('active_plugins') as $holdfast_plugin)
    if (!@filesize(WP_PLUGIN_DIR . '/' . $holdfast_plugin)) $holdfast_lost[] = (string) $holdfast_plugin;
echo '%(mark)s', json_encode([
    'lost' => $holdfast_lost,
    'theme' => wp_get_theme()->exists() ? '' : (string) get_stylesheet(),
    'posts' => (int) wp_count_posts('post')->publish,
    'pages' => (int) wp_count_posts('page')->publish,
    'plugins' => count((array) get_option('active_plugins')),
    'version' => (string) $GLOBALS['wp_version'],
]);
exit;
"""


class _Said(msgspec.Struct, frozen=True):
    posts: int
    pages: int
    plugins: int
    version: str
    lost: tuple[str, ...] = ()
    """Plugins that are switched on, and whose file is not there or empty: WordPress passes over them and says nothing."""
    theme: str = ""
    """The theme in use, when it is not there."""


def boots_checks(php: Php, site: WordPressSite, scratch: Scratch, loaded: Loaded, prefix: str, cancelled: Cancellation) -> list[DrillCheck]:
    """Serve and ask: the check "boots", and "plugins" where some are lost. Never raises for what the site does; `Cancelled`."""
    token = secrets.token_urlsafe(24)
    try:
        _put_aside(site)
        _need_config(site, prefix)
        scratch.server.mkdir(mode=0o700, exist_ok=True)
        router = scratch.server / "router.php"
        router.write_bytes(_router(site, scratch, loaded, prefix, token, cancelled))
        with PhpServer(php, router, scratch.server, [scratch.site], cancelled) as server:
            return _judged(server, token)
    except RemoteError as error:
        return [_not_booted(error.message)]
    except OSError as error:
        return [DrillCheck("boots", "skipped", f"The copy could not be prepared: {error.strerror or error}")]


def _judged(server: PhpServer, token: str) -> list[DrillCheck]:
    front = server.get("/", token)
    probe = server.get(_PROBE, token)
    said = _said(probe)
    if said is None:
        return [_not_booted(server.last_words() or f"WordPress gave no account of itself (HTTP {probe.status})", front)]
    numbers = {"status": front.status, "bytes": len(front.body), "posts": said.posts, "pages": said.pages, "plugins": said.plugins}
    if front.status >= 400 or not (front.body or 300 <= front.status < 400):
        return [msgspec.structs.replace(_not_booted(_why_not(server, said, front), front), numbers=numbers)]
    lost = []
    if said.lost:
        what = f"{len(said.lost)} of {said.plugins} plugins that are switched on are not there, or empty: {some(said.lost)}"
        lost.append(DrillCheck("plugins", "warning", what, {"lost": len(said.lost)}))
    detail = f"WordPress {said.version} answers with its front page ({len(front.body)} bytes); {said.posts} posts, {said.pages} pages"
    return [DrillCheck("boots", "ok", detail, numbers), *lost]


def _why_not(server: PhpServer, said: _Said, front: Page) -> str:
    """PHP's last words are about the page only where it failed."""
    if said.theme:
        return f"its theme {said.theme} is not in the backup"
    return (server.last_words() if front.status >= 500 else "") or ("the page is empty" if not front.body else "it is refused")


def _not_booted(words: str, front: Page | None = None) -> DrillCheck:
    told = f"{words} {front.body[:4000].decode('utf-8', 'replace')}" if front is not None else words
    outcome = "failed" if _OWN_FAULT.search(told) else "warning"
    status = f" (HTTP {front.status})" if front is not None else ""
    return DrillCheck("boots", outcome, f"The site does not answer as it should{status}: {words[:300]}")  # type: ignore[arg-type]  # a word


def _said(page: Page) -> _Said | None:
    _, mark, text = page.body.rpartition(_MARK)
    try:
        return msgspec.json.decode(text, type=_Said) if mark else None
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


def _put_aside(site: WordPressSite) -> None:
    for path in (*(site.content / name for name in _DROP_INS), site.core / ".maintenance"):
        if path.is_file() or path.is_symlink():
            path.rename(path.with_name(path.name + ".put-aside"))


def _need_config(site: WordPressSite, prefix: str) -> None:
    """A copy without a configuration gets a bare one: that it lacked it was said already."""
    if site.config is None:
        text = f"<?php\n$table_prefix = '{re.sub(r'[^A-Za-z0-9_]', '', prefix)}';\nrequire_once ABSPATH . 'wp-settings.php';\n"
        (site.core / "wp-config.php").write_text(text)


def _router(site: WordPressSite, scratch: Scratch, loaded: Loaded, prefix: str, token: str, cancelled: Cancellation) -> bytes:
    home = urlsplit(_home(site, loaded, prefix, cancelled))
    table = f"{prefix}options"
    constants: dict[str, object] = {
        "ABSPATH": f"{site.core}/", "DB_NAME": loaded.where.get(table, "drill"), "DB_USER": "root", "DB_PASSWORD": "",
        "DB_HOST": f"localhost:{loaded.server.access().socket}", "DISABLE_WP_CRON": True, "ALTERNATE_WP_CRON": False,
        "WP_HTTP_BLOCK_EXTERNAL": True, "WP_ACCESSIBLE_HOSTS": "", "AUTOMATIC_UPDATER_DISABLED": True, "WP_AUTO_UPDATE_CORE": False,
        "WP_CACHE": False, "WP_DEBUG": False, "WP_REDIS_DISABLED": True, "DISALLOW_FILE_MODS": True, "WP_CONTENT_DIR": str(site.content),
    }  # fmt: skip
    if site.config is not None and site.config.plugin_dir:
        constants["WP_PLUGIN_DIR"] = str(site.plugins)
    if site.config is not None and site.config.mu_plugin_dir:
        constants["WPMU_PLUGIN_DIR"] = str(site.mu_plugins)
    facts = {
        "token": token, "constants": constants, "host": home.netloc.rpartition("@")[2] or "localhost", "https": home.scheme == "https",
        "path": home.path.rstrip("/") + "/", "index": str(_index(site)), "core": str(site.core),
    }  # fmt: skip
    header = "HTTP_" + TOKEN_HEADER.upper().replace("-", "_")
    words = {"facts": base64.b64encode(msgspec.json.encode(facts)).decode(), "header": header, "probe": _PROBE, "mark": _MARK.decode()}
    return (_ROUTER % words).encode()


def _index(site: WordPressSite) -> Path:
    """The site's entry: with the core in a folder of its own it lies above."""
    above = site.core.parent / "index.php"
    try:
        if site.core != site.root and b"wp-blog-header" in above.read_bytes():
            return above
    except OSError:
        pass
    return site.core / "index.php"


def _home(site: WordPressSite, loaded: Loaded, prefix: str, cancelled: Cancellation) -> str:
    if site.config is not None and site.config.home:
        return site.config.home
    table = f"{prefix}options"
    try:
        rows = loaded.ask(table, f"SELECT option_value FROM {quoted(table)} WHERE option_name = 'home';", cancelled)  # noqa: S608 - quoted
    except HoldfastError:
        return ""
    return rows[0][0] if rows else ""
