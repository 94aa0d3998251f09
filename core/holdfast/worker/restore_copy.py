"""A test copy must not write into the live database: its ``wp-config.php`` is given a database of another name.

``define`` of PHP keeps what was defined first, so one line at the top is stronger than whatever the file says below, in whatever quotes,
constants or included files it says so. PHP then warns of the second definition, and nothing else happens.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from holdfast.errors import UsageError
from holdfast.sources.wp_config import find_config, read_wp_config

DEPTH = 3
"""So many folders deep WordPress is looked for: sites keep it in ``public`` or ``web`` at times."""
MARK = "Holdfast: this is a test copy."
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?<\?php(?=\s)(?:\s*declare\s*\([^)]*\)\s*;)?", re.IGNORECASE)


def refuse_live(target: Path, live: Path) -> None:
    """UsageError when the copy would lie in the live site, or the live site in the copy."""
    copy, site = target.resolve(), live.resolve()
    if copy == site or copy in site.parents or site in copy.parents:
        raise UsageError("A test copy cannot lie where the live site is.", hint="Name another folder.", code="COPY-IN-LIVE")


def detach(target: Path, database: str = "") -> list[dict[str, str]]:
    """Give each ``wp-config.php`` of the copy in `target` a database of its own: that of the address `database`, else one that does not
    exist. A link to one elsewhere, and one above the copy, become files of the copy. Returns [{"path", "database"}]; one that was done
    before stays as it is and is not in it."""
    done = []
    for place, source in list(_configs(target)):
        text = source.read_bytes()
        if MARK.encode() in text and place == source:
            continue
        names = _constants(source, database)
        _write(place, _with(text, names), source.stat().st_mode & 0o7777)
        done.append({"path": str(place), "database": names["DB_NAME"]})
    return done


def _configs(target: Path) -> Iterator[tuple[Path, Path]]:
    """(where it has to be, where it is now)"""
    for name, folders, files in os.walk(target):
        folder = Path(name)
        if len(folder.relative_to(target).parts) >= DEPTH:
            folders.clear()
        place = folder / "wp-config.php"
        if place.is_file():
            yield place, place.resolve() if place.is_symlink() else place
        elif "wp-settings.php" in files:
            above = find_config(folder)
            if above is not None and target not in above.parents:
                yield place, above


def _constants(path: Path, database: str) -> dict[str, str]:
    """The password stays: it may be the same, and belongs to the user to write."""
    if "://" in database and not database.startswith("sqlite"):
        address = urlsplit(database)
        host = (address.hostname or "localhost") + (f":{address.port}" if address.port else "")
        return {"DB_NAME": unquote(address.path.lstrip("/")), "DB_USER": unquote(address.username or ""), "DB_HOST": host}
    return {"DB_NAME": f"{read_wp_config(path).name or 'wordpress'}_copy"}


def _with(text: bytes, constants: dict[str, str]) -> bytes:
    lines = [f"// {MARK} What is defined here holds, whatever is said below, so that the live database is left alone.",
             "// Load the database of the backup into one of its own, name it here, and take the other definition away."]  # fmt: skip
    lines += [f"define( '{name}', {_quoted(value)} );" for name, value in constants.items()]
    added = "\n".join(lines).encode()
    found = _BEGINNING.match(text)
    if found is None:
        return b"<?php\n" + added + b"\n?>" + text
    return text[: found.end()] + b"\n" + added + b"\n" + text[found.end() :]


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _write(path: Path, text: bytes, mode: int) -> None:
    """Whole or not at all, readable by whom it was."""
    new = path.with_name(".wp-config.php.holdfast")
    new.unlink(missing_ok=True)  # also a link that a backup brought along
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.chmod(mode)
    new.replace(path)
