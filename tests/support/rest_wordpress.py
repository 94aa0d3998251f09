"""A real WordPress whose REST interface offers the namespaces of two backup plugins, by a must-use plugin of ours."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.mariadb import MariaDb
from tests.support.php import PhpServer
from tests.support.wordpress import WordPress

_PLUGIN = Path(__file__).parent / "wordpress_plugin"


class RestWordPress:
    """`passwords`: application passwords in groups of four, by user: admin, operator (role backup_operator), writer (author)."""

    def __init__(self, folder: Path, mariadb: MariaDb, *, backups: int = 130) -> None:
        self.site = WordPress(folder, mariadb, posts=3)
        self.folder, self.backups = folder, backups
        config = folder / "wp-config.php"
        config.write_text(config.read_text().replace("<?php\n", "<?php\ndefine('WP_ENVIRONMENT_TYPE', 'local');\n", 1))
        plugins = folder / "wp-content" / "mu-plugins"
        plugins.mkdir()
        shutil.copy(_PLUGIN / "holdfast-test-backups.php", plugins)
        self.passwords: dict[str, str] = {}
        self.seed("pretty")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.site.port}"

    def seed(self, permalinks: str) -> None:
        """Make users, passwords and backups anew; `permalinks`: "pretty" or "plain"."""
        run = subprocess.run(
            ["php", str(_PLUGIN / "seed.php"), str(self.folder), str(self.backups), permalinks],
            capture_output=True,
            check=False,
            timeout=60,
        )
        said = run.stdout.decode()
        assert "\n@@" in said, said + run.stderr.decode()
        self.passwords = json.loads(said.rpartition("\n@@")[2])

    def switch(self, name: str, *, on: bool) -> None:
        """`passwords-off`, `user-off`, `rest-hidden` or `asks-early`, read by the plugin at every request."""
        mark = self.folder / "wp-content" / name
        if on:
            mark.touch()
        else:
            mark.unlink(missing_ok=True)

    @contextmanager
    def broken(self, how: str) -> Iterator[None]:
        """As a site is during a restore: in `maintenance`, its `database` lets nobody in, `installing` (its tables are gone)."""
        config, mark = self.folder / "wp-config.php", self.folder / ".maintenance"
        was = config.read_text()
        try:
            if how == "maintenance":
                mark.write_text(f"<?php $upgrading = {int(time.time())};")
            elif how == "database":
                config.write_text(was.replace('define( "DB_USER", \'', 'define( "DB_USER", \'nobody'))
            else:
                config.write_text(was.replace("'hf_'", "'gone_'"))
            yield
        finally:
            config.write_text(was)
            mark.unlink(missing_ok=True)

    def serve(self) -> PhpServer:
        return self.site.serve()
