"""The wp-config.php of a test copy, judged by PHP itself."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from holdfast.errors import UsageError
from holdfast.worker.restore_copy import detach, refuse_live

CONFIGS = {
    "single": "<?php\ndefine('DB_NAME', 'shop_live');\n",
    "double": '<?php\n/** comment */\ndefine( "DB_NAME", "shop_live" );\n',
    "windows": "<?php\r\ndefine(\r\n  'DB_NAME' ,\r\n  \"shop_live\"\r\n);\r\n",
    "const": "<?php const DB_NAME = 'shop_live';\n",
    "guarded": "<?php if (!defined('DB_NAME')) { define('DB_NAME', 'shop_live'); }\n",
    "joined": "<?php\n$site = 'shop';\ndefine('DB_NAME', $site . '_live');\n",
    "heredoc": "<?php\ndefine('DB_NAME', <<<X\nshop_live\nX\n);\n",
    "strict": "<?php declare(strict_types=1);\ndefine('DB_NAME', 'shop_live');\n",
    "mark": "\ufeff<?php\ndefine('DB_NAME', 'shop_live');\n",
    "page": "<!-- -->\n<?php\ndefine('DB_NAME', 'shop_live');\n",
}


def php(path: Path, name: str = "DB_NAME") -> str:
    """What the file defines, as PHP runs it."""
    code = f"error_reporting(0); ob_start(); require {str(path)!r}; ob_end_clean(); echo {name};"
    return subprocess.run(["php", "-n", "-r", code], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("kind", CONFIGS)
def test_whatever_the_file_says_the_live_database_is_not_named(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "wp-config.php"
    path.write_text(CONFIGS[kind], encoding="utf-8", newline="")
    path.chmod(0o640)
    assert php(path) == "shop_live"
    (done,) = detach(tmp_path)
    assert php(path) == done["database"] == "shop_live_copy"
    assert path.stat().st_mode & 0o777 == 0o640
    before = path.read_bytes()
    assert detach(tmp_path) == [], "once is enough"
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["wp-config.php"]


def test_the_database_that_was_chosen_for_the_copy_is_named(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    path = tmp_path / "public" / "wp-config.php"
    path.write_text("<?php\ndefine('DB_NAME', 'live'); define('DB_USER', 'live'); define('DB_HOST', 'db.live');\n")
    detach(tmp_path, "mysql://ada%27s@127.0.0.1:3307/it's%20mine")
    assert [php(path, name) for name in ("DB_NAME", "DB_USER", "DB_HOST")] == ["it's mine", "ada's", "127.0.0.1:3307"]


def test_a_link_to_the_live_file_becomes_a_file_of_the_copy(tmp_path: Path) -> None:
    live, copy = tmp_path / "live", tmp_path / "copy"
    live.mkdir()
    copy.mkdir()
    (live / "wp-config.php").write_text(CONFIGS["single"])
    (copy / "index.html").write_text("hello")
    assert detach(copy) == []
    (copy / "wp-config.php").symlink_to(live / "wp-config.php")
    detach(copy)
    assert php(copy / "wp-config.php") == "shop_live_copy"
    assert (live / "wp-config.php").read_text() == CONFIGS["single"]


def test_a_configuration_above_the_copy_is_the_live_sites_and_not_used(tmp_path: Path) -> None:
    """WordPress looks there when it has none in its own folder."""
    (tmp_path / "wp-config.php").write_text(CONFIGS["single"])
    copy = tmp_path / "html-copy"
    copy.mkdir()
    (copy / "wp-settings.php").write_text("<?php\n")
    detach(copy)
    assert php(copy / "wp-config.php") == "shop_live_copy"
    assert (tmp_path / "wp-config.php").read_text() == CONFIGS["single"]


def test_the_copy_does_not_lie_in_the_live_site(tmp_path: Path) -> None:
    live = tmp_path / "live"
    for inside in (live, live / "copy", tmp_path):
        with pytest.raises(UsageError):
            refuse_live(inside, live)
    refuse_live(tmp_path / "live-copy", live)
