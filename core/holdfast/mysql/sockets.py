"""Where ``localhost`` is: the socket that the server of a local bundle listens on.

PHP asks its own default socket for ``localhost``, which in MAMP, XAMPP and Local is another one than that of the installed client programs.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

_BUNDLES = (
    ("/Applications/MAMP", "/Applications/MAMP/tmp/mysql/mysql.sock"),
    ("/Applications/XAMPP", "/Applications/XAMPP/xamppfiles/var/mysql/mysql.sock"),
    ("/opt/lampp", "/opt/lampp/var/mysql/mysql.sock"),
)
_USUAL = ("/run/mysqld/mysqld.sock", "/var/run/mysqld/mysqld.sock", "/var/lib/mysql/mysql.sock", "/run/mysql/mysql.sock", "/tmp/mysql.sock")  # noqa: S108
_LOCAL_HOMES = (".config/Local", "Library/Application Support/Local")


def socket_near(site: Path, home: Path | None = None) -> str:
    """The socket that belongs to a site in the folder `site`; "" = the client's own default is as good as any."""
    local = _of_local(site, home or Path.home())
    if local:
        return local
    for folder, socket in _BUNDLES:
        if site.is_relative_to(folder) and os.path.exists(socket):
            return socket
    if any(map(os.path.exists, _USUAL)):
        return ""
    return next((socket for _, socket in _BUNDLES if os.path.exists(socket)), "")


def _of_local(site: Path, home: Path) -> str:
    """Local runs a server for each site: ``run/<id>/mysql/mysqld.sock`` of its folder, ids by path in ``sites.json``."""
    for place in _LOCAL_HOMES:
        try:
            listed = json.loads((home / place / "sites.json").read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            continue
        for name, facts in listed.items() if isinstance(listed, dict) else ():
            path = facts.get("path") if isinstance(facts, dict) else None
            if not isinstance(path, str) or "\0" in path or "/" in name:
                continue
            folder = home / path[2:] if path.startswith("~/") else Path(path)
            socket = home / place / "run" / name / "mysql" / "mysqld.sock"
            if site.is_relative_to(folder) and socket.exists():
                return str(socket)
    return ""
