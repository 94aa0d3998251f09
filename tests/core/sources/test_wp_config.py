# ruff: noqa: E501 - samples of PHP are as wide as they are
"""wp-config.php read without PHP; PHP itself is the judge of what is right."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.errors import Forbidden, HoldfastError, NotFound
from holdfast.sources.php_dotenv import parse_dotenv
from holdfast.sources.php_tokens import tokens_of
from holdfast.sources.wp_config import WpConfig, find_config, read_wp_config
from tests.support.php import constants_by_php

STANDARD = "define('DB_NAME', 'wp'); define('DB_USER', 'u'); define('DB_PASSWORD', 'p'); define('DB_HOST', 'h');"

AS_PHP = {
    "the sample file": r"""<?php
/** The name of the database for WordPress */
define( 'DB_NAME', 'database_name_here' );
define( 'DB_USER', 'username_here' );
define( 'DB_PASSWORD', 'password_here' );
define( 'DB_HOST', 'localhost' );
define( 'DB_CHARSET', 'utf8' );
$table_prefix = 'wp_';
define( 'WP_DEBUG', false );
/* That's all, stop editing! Happy publishing. */
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
define('DB_NAME', 'too late');
""",
    "quotes and escapes": r"""<?php
define("DB_NAME","wp\x5f1");define  (  'DB_USER' ,  'it\'s\\n' )  ;
DEFINE('DB_PASSWORD', "a\"b\$c\t\u{1F600}\xC3\xA4 {not} $ % #'//");
define(
  'DB_HOST'   // the host
  , # really
  "loc" . 'al' ."host" /* . ':3307' */
);""",
    "old values in comments": r"""<?php
// define('DB_NAME', 'old1');
# define('DB_NAME', 'old2');
/* define('DB_NAME', 'old3'); */
/** define('DB_NAME', "old4" ?> still a comment */
define('DB_NAME', 'new'); // define('DB_NAME', 'old5');
//define('DB_USER', 'x'); ?><?php define('DB_USER', 'after the tag');
define('DB_PASSWORD', '/* no comment */ // neither #');
""",
    "heredoc and nowdoc": "<?php define('DB_PASSWORD', <<<'X'\nit's \"raw\" $x \\n\nX\n); $v = 'val'; define('DB_NAME', <<<\"END\"\n  a $v {$v}\n    b\\t\\\"\n  END); define('DB_USER', <<<E\nline\nE);",
    "constants": r"""<?php namespace Site\Config; const DB_X = 'a'; \define('DB_NAME', 'n');
define('PREFIX', 'wp'); define('DB_USER', PREFIX . '_' . \PREFIX); define('DB_HOST', constant('PREFIX') . ":3307");""",
    "const statements": "<?php const DB_NAME = 'n', DB_USER = DB_NAME . '_u'; const DB_HOST = 'h';",
    "first definition counts": "<?php define('DB_NAME', 'one'); define('DB_NAME', 'two'); if (!defined('DB_NAME')) define('DB_NAME', 'three');"
    " defined('DB_USER') or define('DB_USER', 'u1'); defined('DB_USER') || define('DB_USER', 'u2'); !defined('DB_HOST') && define('DB_HOST', 'h');",
    "paths": r"""<?php define('WP_CONTENT_DIR', dirname(__FILE__) . '/content'); define('UPLOADS', 'content/' . basename('/x/media/'));
define('DB_NAME', basename(dirname(__DIR__, 1)) === '' ? 'a' : 'b'); define('DB_USER', realpath(__DIR__ . '/.') === __DIR__ ? 'y' : 'n');""",
    "conditions": r"""<?php $env = 'local';
if ($env === 'live') { define('DB_NAME', 'live'); } elseif ($env == "local") { define('DB_NAME', 'dev'); } else { define('DB_NAME', 'none'); }
if ($env !== 'local') : define('DB_USER', 'a'); elseif (true) : define('DB_USER', 'b'); else : define('DB_USER', 'c'); endif;
define('DB_HOST', $env === 'live' ? 'db.live' : ($env === 'local' ? 'localhost' : 'x')); if (false) exit; if (!$env) die('no');
$table_prefix = empty($env) ? 'a_' : 'b_';""",
    "arrays and interpolation": r"""<?php $db = ['name' => 'n', 'h' => array('host' => 'hh', 'port' => 3307), 'list' => ['x', 'y']];
define('DB_NAME', $db['name']); define('DB_HOST', "{$db['h']['host']}:{$db['h']['port']}"); define('DB_USER', "$db[name]_u");
extract([]); $db['pw'] = 'set'; $db['pw'] .= '!'; define('DB_PASSWORD', $db['pw']); $table_prefix = "${db}" . 'x';
$table_prefix = implode('_', $db['list']) . '_';""",
    "functions": r"""<?php define('DB_NAME', trim(" n \n")); define('DB_USER', strtoupper(substr('xuser', 1))); define('DB_HOST', sprintf('%s:%s', 'h', 33));
define('DB_PASSWORD', str_replace('X', '', 'sXeXc') . rtrim('a///', '/') . base64_decode('aGk='));""",
    "environment": r"""<?php define('DB_NAME', getenv('SITE_DB') ?: 'x'); define('DB_USER', getenv('NOT_THERE') ?: 'fallback');
define('DB_PASSWORD', $_ENV['SITE_PW'] ?? 'none'); define('DB_HOST', $_SERVER['NOT_THERE'] ?? 'h'); $table_prefix = isset($_ENV['NOT_THERE']) ? 'a_' : 'b_';""",
    "functions and classes in between": r"""<?php
if (!function_exists('helper')) { function helper($a, $b = "}") { if ($a) { return '}'; } define('DB_NAME', 'never'); } }
class Site { const X = 'x'; public function y() { define('DB_USER', 'never'); } }
abstract class Other {} $f = function() use (&$x) { define('DB_HOST', 'never'); }; $g = fn($x) => $x;
define('DB_NAME', 'n'); define('DB_USER', 'u'); define('DB_HOST', 'h');""",
    "try, loops and odd syntax": r"""<?php declare(strict_types=1); use function strtolower; ini_set('display_errors', 0); @ini_set('x', -1);
try { define('DB_NAME', 'n'); } catch (Exception $e) { define('DB_NAME', 'other'); } finally { define('DB_USER', 'u'); }
foreach (['A', 'B'] as $k) { $x = $k; } for ($i = 0; $i < 3; $i++) { ; } while (false) : endwhile; switch (1) { case 1: break; default: }
{ define('DB_HOST', 'h'); } ; ; define('WP_DEBUG', (bool) 0); list($a, $b) = [1, 2]; [$c] = [3]; $d ??= 'dd'; define('DB_PASSWORD', $d);""",
    "text around the code": "\ufeffjunk <b><?php define('DB_NAME', 'n') ?>\n<p>define('DB_USER', 'no');</p><?php define('DB_USER', 'u'); ?>",
    "numbers and booleans": "<?php define('DB_NAME', 12 . ''); define('DB_USER', 1.5 . 'x'); define('DB_HOST', true . 'y'); define('DB_PASSWORD', 0x1F . '-' . 017);",
    "docker": r"""<?php
if (!function_exists('getenv_docker')) {
	function getenv_docker($env, $default) {
		if ($fileEnv = getenv($env . '_FILE')) { return rtrim(file_get_contents($fileEnv), "\r\n"); }
		else if (($val = getenv($env)) !== false) { return $val; }
		else { return $default; }
	}
}
define( 'DB_NAME', getenv_docker('SITE_DB', 'wordpress') );
define( 'DB_USER', getenv_docker('WORDPRESS_DB_USER', 'example username') );
define( 'DB_PASSWORD', getenv_docker('WORDPRESS_DB_PASSWORD', 'example password') );
define( 'DB_HOST', getenv_docker('WORDPRESS_DB_HOST', 'mysql') );
$table_prefix = getenv_docker('WORDPRESS_TABLE_PREFIX', 'wp_');
if (isset($_SERVER['HTTP_X_FORWARDED_PROTO']) && strpos($_SERVER['HTTP_X_FORWARDED_PROTO'], 'https') !== false) { $_SERVER['HTTPS'] = 'on'; }
if ($configExtra = getenv_docker('WORDPRESS_CONFIG_EXTRA', '')) { eval($configExtra); }
""",
}
ENVIRONMENT = {"SITE_DB": "from env", "SITE_PW": "env pw"}


def read(folder: Path, code: str, environment: dict[str, str] | None = None, host: str = "") -> WpConfig:
    (folder / "wp-config.php").write_text(code, encoding="utf-8")
    return read_wp_config(folder / "wp-config.php", environment=environment or {}, host=host)


def known(config: WpConfig) -> dict[str, object]:
    found = {
        "DB_NAME": config.name, "DB_USER": config.user, "DB_PASSWORD": config.password.reveal() if config.password else None,
        "DB_HOST": config.host, "DB_CHARSET": config.character_set, "WP_CONTENT_DIR": config.content_dir, "UPLOADS": config.uploads,
        "WP_HOME": config.home, "$table_prefix": config.table_prefix,
    }  # fmt: skip
    return {k: v for k, v in found.items() if v not in (None, "")}


def reasons(config: WpConfig) -> dict[str, str]:
    return {u.name: u.why for u in config.unknown}


@pytest.mark.parametrize("case", AS_PHP)
def test_what_php_makes_of_it(tmp_path: Path, case: str) -> None:
    config = read(tmp_path, AS_PHP[case], ENVIRONMENT)
    php = constants_by_php(tmp_path / "wp-config.php", tmp_path, ENVIRONMENT)
    assert known(config) == {k: v for k, v in php.items() if v not in (None, "")}
    assert {name for name, why in reasons(config).items() if "not set" not in why} == set()


def test_an_environment_variable_without_default_is_unknown_by_name(tmp_path: Path) -> None:
    config = read(
        tmp_path, "<?php define('DB_NAME', getenv('X_NAME')); define('DB_USER', $_ENV['X_USER']); define('DB_HOST', env('X_HOST'));"
    )
    assert config.name is None
    assert reasons(config)["DB_NAME"] == "comes from the environment variable X_NAME"
    assert reasons(config)["DB_USER"] == "comes from the environment variable X_USER"
    assert "X_NAME" in {u.name: u.hint for u in config.unknown}["DB_NAME"]
    assert config.unseen_environment == ("X_HOST", "X_NAME", "X_USER")


def test_what_depends_on_the_visitor_is_unknown_but_what_all_ways_share_is_known(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        """<?php if ($_SERVER['HTTP_HOST'] == 'a.example') { define('DB_NAME', 'a'); define('DB_USER', 'same'); }
        elseif (strpos($_SERVER['REQUEST_URI'], 'x')) { define('DB_NAME', 'b'); define('DB_USER', 'same'); }
        else { define('DB_NAME', 'c'); define('DB_USER', 'same'); }
        if ($_SERVER['HTTPS']) { define('DB_HOST', 'h'); } define('DB_HOST', 'h'); define('DB_PASSWORD', md5('x'));""",
    )
    assert (config.name, config.user, config.host) == (None, "same", None)
    assert "condition" in reasons(config)["DB_NAME"]
    assert "md5" in reasons(config)["DB_PASSWORD"]


def test_the_host_name_decides_where_it_is_given(tmp_path: Path) -> None:
    code = "<?php if ($_SERVER['HTTP_HOST'] === 'a.example') define('DB_NAME', 'a'); else define('DB_NAME', 'b');"
    assert read(tmp_path, code, host="a.example").name == "a"
    assert read(tmp_path, code, host="b.example").name == "b"


def test_a_way_that_ends_the_site_does_not_count(tmp_path: Path) -> None:
    config = read(tmp_path, f"<?php if (!$_SERVER['HTTP_HOST']) {{ define('DB_NAME', 'x'); exit; }} {STANDARD}")
    assert config.name == "wp"


def test_an_included_file_below_the_site_is_followed(tmp_path: Path) -> None:
    (tmp_path / "wp-config-local.php").write_text("<?php define('DB_NAME', 'local'); return ['user' => 'u'];")
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "db.php").write_text("<?php define('DB_HOST', basename(__DIR__)); include 'again.php'; require __FILE__;")
    config = read(
        tmp_path,
        """<?php if (file_exists(dirname(__FILE__) . '/wp-config-local.php')) { include(dirname(__FILE__) . '/wp-config-local.php'); }
        require_once __DIR__ . '/conf/db.php'; include_once 'missing.php'; require __DIR__ . '/vendor/autoload.php'; define('DB_NAME', 'default');""",
    )
    assert (config.name, config.host) == ("local", "conf")
    assert [p.name for p in config.followed] == ["wp-config.php", "wp-config-local.php", "db.php"]


def test_an_include_that_cannot_be_followed_is_told_where_a_value_is_missing(tmp_path: Path) -> None:
    config = read(tmp_path, "<?php require getenv('SECRETS_FILE'); define('DB_NAME', 'n');")
    assert config.name == "n"
    assert "SECRETS_FILE" in reasons(config)["DB_PASSWORD"]


def test_only_files_of_the_site_are_opened(tmp_path: Path) -> None:
    """A hacked configuration must not make us read, and send to a server, the user's own files."""
    site = tmp_path / "home" / "sites" / "one"
    site.mkdir(parents=True)
    secret = tmp_path / "home" / "id_rsa"
    secret.write_text("PRIVATE")
    (site / "link").symlink_to(secret)
    config = read(
        site,
        f"<?php define('DB_NAME', file_get_contents('{secret}')); define('DB_USER', file_get_contents(__DIR__ . '/link'));"
        f" define('DB_HOST', file_get_contents(__DIR__ . '/../../id_rsa')); define('DB_PASSWORD', getenv_docker('P', 'x'));",
        {"P_FILE": str(secret)},
    )
    assert known(config) == {}
    assert "PRIVATE" not in repr(config)


def test_bedrock(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "web" / "wp").mkdir(parents=True)
    (tmp_path / ".env").write_text(
        "DB_NAME='bedrock db'\nDB_USER=\"user\"\nDB_PASSWORD='p#w\"$x' # comment\n# DB_HOST=old\nexport DB_PREFIX=br_\nWP_ENV=development\n"
        "WP_HOME=https://example.test\nWP_SITEURL=${WP_HOME}/wp\n"
    )
    (tmp_path / "web" / "wp-config.php").write_text(
        "<?php\nrequire_once dirname(__DIR__) . '/vendor/autoload.php';\nrequire_once dirname(__DIR__) . '/config/application.php';\n"
        "require_once ABSPATH . 'wp-settings.php';\n"
    )
    (tmp_path / "config" / "application.php").write_text(BEDROCK)
    config = read_wp_config(tmp_path / "web" / "wp-config.php", core=tmp_path / "web" / "wp", environment={})
    assert known(config) == {
        "DB_NAME": "bedrock db", "DB_USER": "user", "DB_PASSWORD": 'p#w"$x', "DB_HOST": "localhost", "DB_CHARSET": "utf8mb4",
        "WP_CONTENT_DIR": f"{tmp_path}/web/app", "WP_HOME": "https://example.test", "$table_prefix": "br_",
    }  # fmt: skip
    assert config.site_url == "https://example.test/wp"

    (tmp_path / ".env").write_text("DATABASE_URL='mysql://me:p%40ss@db.example:3307/shop'\nWP_HOME=x\n")
    by_url = read_wp_config(tmp_path / "web" / "wp-config.php", core=tmp_path / "web" / "wp", environment={})
    assert (by_url.name, by_url.user, by_url.host) == ("shop", "me", "db.example:3307")


BEDROCK = r"""<?php
use Roots\WPConfig\Config;
use function Env\env;
/** Directory containing all of the site's files */
$root_dir = dirname(__DIR__);
$webroot_dir = $root_dir . '/web';
if (file_exists($root_dir . '/.env')) {
    $env_files = file_exists($root_dir . '/.env.local') ? ['.env', '.env.local'] : ['.env'];
    $repository = Dotenv\Repository\RepositoryBuilder::createWithNoAdapters()
        ->addAdapter(Dotenv\Repository\Adapter\EnvConstAdapter::class)
        ->addAdapter(Dotenv\Repository\Adapter\PutenvAdapter::class)
        ->immutable()
        ->make();
    $dotenv = Dotenv\Dotenv::create($repository, $root_dir, $env_files, false);
    $dotenv->load();
    $dotenv->required(['WP_HOME', 'WP_SITEURL']);
    if (!env('DATABASE_URL')) { $dotenv->required(['DB_NAME', 'DB_USER', 'DB_PASSWORD']); }
}
define('WP_ENV', env('WP_ENV') ?: 'production');
if (!env('WP_ENVIRONMENT_TYPE') && in_array(WP_ENV, ['production', 'staging', 'development', 'local'])) {
    Config::define('WP_ENVIRONMENT_TYPE', WP_ENV);
}
Config::define('WP_HOME', env('WP_HOME'));
Config::define('WP_SITEURL', env('WP_SITEURL'));
Config::define('CONTENT_DIR', '/app');
Config::define('WP_CONTENT_DIR', $webroot_dir . Config::get('CONTENT_DIR'));
Config::define('WP_CONTENT_URL', Config::get('WP_HOME') . Config::get('CONTENT_DIR'));
if (env('DB_SSL')) { Config::define('MYSQL_CLIENT_FLAGS', MYSQLI_CLIENT_SSL); }
Config::define('DB_NAME', env('DB_NAME'));
Config::define('DB_USER', env('DB_USER'));
Config::define('DB_PASSWORD', env('DB_PASSWORD'));
Config::define('DB_HOST', env('DB_HOST') ?: 'localhost');
Config::define('DB_CHARSET', 'utf8mb4');
$table_prefix = env('DB_PREFIX') ?: 'wp_';
if (env('DATABASE_URL')) {
    $dsn = (object) parse_url(env('DATABASE_URL'));
    Config::define('DB_NAME', substr($dsn->path, 1));
    Config::define('DB_USER', $dsn->user);
    Config::define('DB_PASSWORD', isset($dsn->pass) ? $dsn->pass : null);
    Config::define('DB_HOST', isset($dsn->port) ? "{$dsn->host}:{$dsn->port}" : $dsn->host);
}
$env_config = __DIR__ . '/environments/' . WP_ENV . '.php';
if (file_exists($env_config)) { require_once $env_config; }
Config::apply();
if (!defined('ABSPATH')) { define('ABSPATH', $webroot_dir . '/wp/'); }
"""


def debian(tmp_path: Path) -> Path:
    etc = tmp_path / "etc"
    etc.mkdir()
    (tmp_path / "www").mkdir()
    source = Path("/usr/share/wordpress/wp-config.php").read_text().replace("/etc/wordpress/", f"{etc}/")
    (tmp_path / "www" / "wp-config.php").write_text(source)
    (etc / "config-one.example.php").write_text("<?php define('DB_NAME', 'one'); define('DB_USER', 'u'); define('DB_PASSWORD', 'p');")
    return tmp_path / "www" / "wp-config.php"


def test_debians_scheme(tmp_path: Path) -> None:
    config = debian(tmp_path)
    only = read_wp_config(config, environment={})
    assert (only.name, only.user, only.host, only.content_dir) == ("one", "u", "localhost", "/var/lib/wordpress/wp-content")
    (config.parent.parent / "etc" / "config-two.example.php").write_text("<?php define('DB_NAME', 'two');")
    assert read_wp_config(config, environment={}, host="www.two.example").name == "two"
    unclear = read_wp_config(config, environment={})
    assert unclear.name is None
    assert "2 files" in reasons(unclear)["DB_NAME"]


def test_a_file_one_level_above_the_core(tmp_path: Path) -> None:
    core = tmp_path / "public"
    core.mkdir()
    (tmp_path / "wp-config.php").write_text(f"<?php {STANDARD}")
    assert find_config(core) == tmp_path / "wp-config.php"
    (tmp_path / "wp-settings.php").touch()  # another WordPress is there: then that file is its own
    assert find_config(core) is None


def test_a_file_that_is_not_there_or_may_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_wp_config(tmp_path / "wp-config.php")
    (tmp_path / "wp-config.php").write_bytes(b"<?php " + b" " * (2 << 20))
    with pytest.raises(Forbidden):
        read_wp_config(tmp_path / "wp-config.php")


def test_the_password_does_not_show(tmp_path: Path) -> None:
    assert "hush-hush" not in repr(read(tmp_path, "<?php define('DB_PASSWORD', 'hush-hush');"))


def fuzz_folder(factory: pytest.TempPathFactory) -> Path:
    """One for all examples of a test, where no other test looks for a configuration."""
    folder = factory.getbasetemp() / "fuzz" / "site"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def quickly(folder: Path, content: bytes) -> None:
    """C9: a value or a typed error, within a second."""
    (folder / "wp-config.php").write_bytes(content)
    started = time.process_time()
    try:
        read_wp_config(folder / "wp-config.php", environment={})
    except HoldfastError:
        pass
    assert time.process_time() - started < 1


PIECES = (
    "define('DB_NAME', ", "'x'", ");", "if (", ") {", "}", "else", " elseif (", "<<<E\n", "E;\n", "/*", "*/", "//", "?>", "<?php ", "\"a{$b['c']}\"", "$x = ", "[", "]",
    "=>", "->", "::", "?", ":", "??", "&&", "||", "!", "(", ")", "function f(", "class ", "require ", "const A = ", "foreach (", "endif;", "exit;", "return ", "'", '"',
    "\\", "\n", "getenv('A')", "namespace ", "use ", "try {", "catch", "#[", "switch", "new ", "static ", "1e999", "0x", "array(", "isset(", "die", "__DIR__", ".", ",",
)  # fmt: skip


@given(st.binary(max_size=400))
def test_c9_random_bytes_give_a_record_or_a_typed_error(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    folder = fuzz_folder(tmp_path_factory)
    quickly(folder, noise)
    quickly(folder, b"<?php " + noise + STANDARD.encode())


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_c9_pieces_of_php_in_any_order_give_a_record(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    quickly(fuzz_folder(tmp_path_factory), ("<?php " + " ".join(pieces)).encode())


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "[",
        "{",
        "if(a)",
        "!",
        "'a'.",
        "a?",
        "a?b:",
        "if($u){exit;}else ",
        "$a[",
        "f(",
        '"{$',
        "/*",
        "<<<A\n",
        "a->",
        "=",
        "require '",
        "(array)",
        "-",
    ],
)
def test_c9_deep_and_long_files_end(tmp_path: Path, piece: str) -> None:
    quickly(tmp_path, b"<?php " + piece.encode() * 60_000)


@given(st.text(max_size=200))
def test_tokens_and_dotenv_take_any_text(text: str) -> None:
    tokens_of(text)
    tokens_of("<?php " + text)
    parse_dotenv(text, {})
