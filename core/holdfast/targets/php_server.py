"""PHP's own web server on loopback, for a drill: it serves one restored site, to us alone, kept apart as far as PHP can.

It answers requests that carry a random token only, may read and write nothing outside its folders (``open_basedir``), starts no program,
sends no mail; addresses of the web, sockets and curl are switched off. One thing PHP cannot forbid: code of the site that opens a database
connection to another computer by itself. It gets a bare environment, and ends with us.
"""

from __future__ import annotations

import functools
import http.client
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import RemoteError
from holdfast.targets.companions import ends_with_us

_PLACES = (
    "/usr/local/bin",
    "/opt/homebrew/bin",
    "/Applications/MAMP/bin/php/php8.3/bin",
    "/Applications/XAMPP/xamppfiles/bin",
    "C:/xampp/php",
)
_ASK = "echo PHP_VERSION_ID, ' ', (int) extension_loaded('mysqli');"
_OLDEST = 80000
"""Before PHP 8 a function that was switched off could not be replaced by a harmless one."""
SWITCHED_OFF = (
    "curl_exec", "curl_multi_exec", "fsockopen", "pfsockopen", "stream_socket_client", "stream_socket_server", "socket_connect",
    "socket_sendto", "mail", "mb_send_mail", "exec", "shell_exec", "system", "passthru", "popen", "proc_open", "pcntl_exec", "pcntl_fork",
    "ftp_connect", "ftp_ssl_connect", "ssh2_connect", "ldap_connect", "imap_open", "dns_get_record", "dns_check_record", "checkdnsrr",
    "getmxrr", "dns_get_mx", "gethostbyname", "gethostbynamel", "dl", "link", "symlink", "posix_kill",
)  # fmt: skip
TOKEN_HEADER = "X-Holdfast-Drill"  # noqa: S105 - the name of a header


class Php(msgspec.Struct, frozen=True):
    path: str
    version: int
    """As PHP_VERSION_ID: 80207."""
    mysqli: bool


class Page(msgspec.Struct, frozen=True):
    status: int
    body: bytes


def find_php() -> Php | None:
    """A PHP on this computer that can serve a WordPress: PHP 8 with mysqli. None when there is none."""
    return _find(os.environ.get("PATH", ""))


@functools.lru_cache(maxsize=4)
def _find(search: str) -> Php | None:
    path = shutil.which("php", path=os.pathsep.join([search, *_PLACES]))
    if path is None:
        return None
    try:
        said = subprocess.run([path, "-r", _ASK], capture_output=True, check=False, timeout=20, stdin=subprocess.DEVNULL).stdout.split()
        found = Php(path, int(said[-2]), said[-1] == b"1")
    except (OSError, subprocess.TimeoutExpired, ValueError, IndexError):
        return None
    return found if found.mysqli and found.version >= _OLDEST else None


class PhpServer:
    """Serves by `router` (a PHP script that answers every request); a context manager. `folder`: for its log and temporary files, holds
    the router; `readable`: what else it may read and write."""

    def __init__(self, php: Php, router: Path, folder: Path, readable: Sequence[Path], cancelled: Cancellation) -> None:
        self._cancelled = cancelled
        self._log = folder / "log"
        self.errors = folder / "errors"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        settings = {
            "open_basedir": os.pathsep.join(str(path) for path in (folder, *readable)),
            "disable_functions": ",".join(SWITCHED_OFF),
            "allow_url_fopen": "0", "allow_url_include": "0", "ffi.enable": "0", "sendmail_path": "", "opcache.enable": "0",
            "display_errors": "0", "log_errors": "1", "error_log": str(self.errors), "memory_limit": "512M", "max_execution_time": "60",
            "sys_temp_dir": str(folder), "upload_tmp_dir": str(folder), "session.save_path": str(folder), "auto_prepend_file": "",
            "auto_append_file": "", "output_buffering": "0", "session.auto_start": "0", "mysqli.allow_local_infile": "0",
        }  # fmt: skip
        options = [part for name, value in settings.items() for part in ("-d", f'{name}="{value}"')]
        command = [*ends_with_us(), php.path, *options, "-S", f"127.0.0.1:{self.port}", "-t", str(folder), str(router)]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=_bare(folder), cwd=folder, start_new_session=True
            )
        (folder / "pid").write_text(str(self._process.pid))
        try:
            self._wait()
        except BaseException:
            self.close()
            raise

    def get(self, path: str, token: str, *, seconds: float = 60) -> Page:
        """One page. Raises `Cancelled`, and RemoteError when no answer comes in time; the server is ended then."""
        found: list[Page] = []
        asking = threading.Thread(target=lambda: found.extend(_asked(self.port, path, token, seconds)), name="drill-page", daemon=True)
        asking.start()
        deadline = time.monotonic() + seconds
        try:
            while asking.is_alive() and time.monotonic() < deadline:
                self._cancelled.check()
                asking.join(0.05)
        finally:
            if asking.is_alive():
                self.close()
                asking.join(5)
        if not found:
            raise RemoteError(f"PHP gave no answer for {path}. {self.last_words()}")
        return found[0]

    def last_words(self) -> str:
        """The last fatal error in PHP's log, or its last line."""
        try:
            lines = self.errors.read_text("utf-8", "replace").splitlines()
        except OSError:
            return ""
        fatal = [line for line in lines if "Fatal error" in line or "Parse error" in line]
        return (fatal or lines or [""])[-1].partition("] ")[2][:500]

    def close(self) -> None:
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> PhpServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _wait(self) -> None:
        deadline = time.monotonic() + 15
        while True:
            self._cancelled.check()
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RemoteError(f"PHP's web server did not start: {self._log.read_text('utf-8', 'replace')[-300:]}")
            self._cancelled.wait(0.02)


def _asked(port: int, path: str, token: str, seconds: float) -> list[Page]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        connection.request("GET", path, headers={TOKEN_HEADER: token, "User-Agent": "Holdfast drill"})
        answer = connection.getresponse()
        return [Page(answer.status, answer.read(32 << 20))]
    except (OSError, http.client.HTTPException):
        return []
    finally:
        connection.close()


def _bare(folder: Path) -> dict[str, str]:
    nowhere = "http://127.0.0.1:9"
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "HOME": str(folder), "TMPDIR": str(folder), "http_proxy": nowhere, "https_proxy": nowhere, "all_proxy": nowhere}
