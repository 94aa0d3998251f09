"""PHP itself, as the judge of what a configuration file means, and as a web server for tests."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

_ASK = """
define('ABSPATH', $argv[2] . '/');
error_reporting(0);
function report() {
    global $table_prefix;
    $found = ['$table_prefix' => $table_prefix ?? null];
    foreach (['DB_NAME', 'DB_USER', 'DB_PASSWORD', 'DB_HOST', 'DB_CHARSET', 'WP_CONTENT_DIR', 'UPLOADS', 'WP_HOME'] as $name)
        if (defined($name)) $found[$name] = constant($name);
    echo "\\n@@", json_encode($found, JSON_INVALID_UTF8_SUBSTITUTE);
}
register_shutdown_function('report');
include $argv[1];
"""


def constants_by_php(config: Path, core: Path, environment: Mapping[str, str] | None = None) -> dict[str, object]:
    """What PHP makes of a wp-config.php (which may not need WordPress' own files)."""
    (core / "wp-settings.php").touch()
    run = subprocess.run(
        ["php", "-d", "variables_order=EGPCS", "-r", _ASK, "--", str(config), str(core)],
        capture_output=True, check=False, timeout=20, env={"PATH": os.environ["PATH"], **(environment or {})},
    )  # fmt: skip
    said = run.stdout.decode()
    assert "\n@@" in said, f"PHP did not follow the file: {said} {run.stderr.decode()}"
    found: dict[str, object] = json.loads(said.rpartition("\n@@")[2])
    return found


class PhpServer:
    """`php -S` on a port of 127.0.0.1, serving a folder; a context manager."""

    def __init__(self, folder: Path, port: int) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = folder.parent / f"php-{self.port}.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                # Without the cache of compiled files, which believes for two seconds that a file is as it was.
                ["php", "-d", "opcache.enable=0", "-S", f"127.0.0.1:{self.port}", "-t", str(folder)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 60
        while not self._answers():
            assert time.monotonic() < deadline, self._log.read_text()
            time.sleep(0.02)

    def get(self, path: str = "/") -> tuple[int, str]:
        """Status and text of a page."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=20) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode("utf-8", "replace")

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def __enter__(self) -> PhpServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait()
