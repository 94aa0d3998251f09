"""A real WordPress for tests: Debian's package copied to a folder, with a theme, a plugin and posts of ours, on a real MariaDB."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
from pathlib import Path

from tests.support.mariadb import MariaDb, free_port
from tests.support.php import PhpServer

PACKAGE = Path("/usr/share/wordpress")
PASSWORD = "pä'ss \"w#rd\\ 9"

_CONFIG = """<?php
// define('DB_PASSWORD', 'an old one');
define('DB_NAME', '{database}');
define( "DB_USER", '{user}' );
define('DB_PASSWORD', '{password}'); # the password
define('DB_HOST', 'localhost:{socket}');
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', 'http://127.0.0.1:{port}');
define('WP_SITEURL', WP_HOME);
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('FS_METHOD', 'direct');
$table_prefix = 'hf_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
_THEME = {
    "style.css": "/*\nTheme Name: Mini\nVersion: 1.0\n*/\nbody { color: #123 }\n",
    "index.php": "<!doctype html><html><head><?php wp_head(); ?></head><body><h1><?php bloginfo('name'); ?></h1>\n"
    "<?php while (have_posts()) { the_post(); echo '<h2>', get_the_title(), '</h2>'; the_content(); } wp_footer(); ?></body></html>\n",
}
_PLUGIN = {
    "greeter.php": "<?php\n/*\nPlugin Name: Greeter\nVersion: 1.0\n*/\nrequire __DIR__ . '/inc/text.php';\n"
    "add_action('wp_footer', function () { echo '<p>' . greeter_text() . '</p>'; });\n",
    "inc/text.php": "<?php\nfunction greeter_text() { return 'Greetings from the plugin'; }\n",
}
_INSTALL = r"""<?php
define('WP_INSTALLING', true);
error_reporting(E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED);
function wp_new_blog_notification($t, $u, $i, $p) {}
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install('Café Holdfast 😀', 'admin', 'admin@example.org', true, '', 'admin-pw');
update_option('posts_per_page', 5);
switch_theme('mini');
$problem = activate_plugin('greeter/greeter.php');
if (is_wp_error($problem)) { fwrite(STDERR, $problem->get_error_message()); exit(3); }
for ($i = 1; $i <= (int) $argv[2]; $i++) {
    $id = wp_insert_post(['post_title' => "Post number $i", 'post_status' => 'publish', 'post_author' => 1,
        'post_content' => str_repeat("It's \"content\" of $i with ümläuts, 😀 and a \\ backslash. ", 20)]);
    if (!$id || is_wp_error($id)) exit(4);
    update_post_meta($id, 'rating', ['stars' => $i % 5, 'raw' => "\x01\x02"]);
}
echo 'installed ', get_bloginfo('version');
"""


class WordPress:
    """Installed and configured; `serve()` gives a running server. The database has a user who owns databases of one pattern."""

    def __init__(self, folder: Path, mariadb: MariaDb, *, posts: int = 40) -> None:
        self.folder = folder
        self.posts = posts
        self._mariadb = mariadb
        self.port = free_port()
        self.database = mariadb.database()
        mariadb.user(f"u{self.database[:12]}", PASSWORD, [f"ALL ON `{self.database}%`.*"])
        shutil.copytree(PACKAGE, folder, ignore=lambda _, names: {"wp-config.php", ".htaccess", "languages"} & set(names))
        (folder / "wp-config.php").write_text(
            _CONFIG.format(
                database=self.database,
                user=f"u{self.database[:12]}",
                password=PASSWORD.replace("\\", "\\\\").replace("'", "\\'"),
                socket=mariadb.socket,
                port=self.port,
            )
        )
        _write(folder / "wp-content" / "themes" / "mini", _THEME)
        _write(folder / "wp-content" / "plugins" / "greeter", _PLUGIN)
        uploads = folder / "wp-content" / "uploads" / "2026" / "11"
        uploads.mkdir(parents=True)
        for number in range(20):
            (uploads / f"bild-ü{number}.jpg").write_bytes(random.Random(number).randbytes(30_000))
        self._install()

    def serve(self) -> PhpServer:
        return PhpServer(self.folder, self.port)

    def sql(self, text: str) -> list[list[str]]:
        """As the server's root."""
        return self._mariadb.sql(text, self.database)

    def published(self) -> int:
        return int(self.sql("SELECT COUNT(*) FROM hf_posts WHERE post_type = 'post' AND post_status = 'publish';")[0][0])

    def files(self) -> dict[str, str]:
        """Every file with the hash of its content."""
        found = (p for p in self.folder.rglob("*") if p.is_file())
        return {str(p.relative_to(self.folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in found}

    def _install(self) -> None:
        script = self.folder.parent / "install.php"
        script.write_text(_INSTALL)
        run = subprocess.run(
            ["php", "-d", "memory_limit=256M", str(script), str(self.folder), str(self.posts)],
            capture_output=True,
            check=False,
            timeout=100,
        )
        assert run.returncode == 0, run.stderr.decode()
        assert b"installed" in run.stdout, run.stderr.decode()


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
