"""Looking for planted secrets: what they may look like in a file, and what every process below this one shows of itself."""

from __future__ import annotations

import base64
import json
import os
import threading
import urllib.parse
from collections.abc import Iterator, Mapping
from pathlib import Path


def disguises(secret: str) -> set[bytes]:
    """Raw, URL-encoded, base64 (also in the middle of a longer one), hexadecimal, escaped as in JSON and Python."""
    raw = secret.encode()
    found = {raw, raw.hex().encode(), json.dumps(secret)[1:-1].encode(), repr(secret)[1:-1].encode(), secret.encode("unicode_escape")}
    found |= {text.encode() for text in (urllib.parse.quote(raw), urllib.parse.quote(raw, safe=""), urllib.parse.quote_plus(raw))}
    for encode in (base64.standard_b64encode, base64.urlsafe_b64encode):
        for before in range(3):
            inner = raw[(3 - before) % 3 :]  # what begins at a border of three bytes
            found.add(encode(inner[: len(inner) // 3 * 3]))
    return found


def hits(secrets: Mapping[str, str], places: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Which secret shows itself where, in any disguise."""
    known = [(name, form) for name, secret in secrets.items() for form in disguises(secret)]
    return sorted({(name, place) for place, content in places.items() for name, form in known if form in content})


def files_below(*folders: Path) -> dict[str, bytes]:
    """Every file's name and content."""
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return {str(path): os.fsencode(path) + b"\n" + path.read_bytes() for path in paths}


class Watch:
    """Samples the arguments and the environment of every process below this one, all the time it is open."""

    def __init__(self) -> None:
        self.seen: dict[str, bytes] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="canary-watch")

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(0.002):
            for pid in _below(os.getpid()):
                for what in ("cmdline", "environ"):
                    try:
                        content = Path(f"/proc/{pid}/{what}").read_bytes()
                    except OSError:
                        continue
                    known = self.seen.get(f"{pid}/{what}", b"")
                    if content not in known:  # a process has other ones after exec
                        self.seen[f"{pid}/{what}"] = known + b"\n" + content

    def programs(self) -> str:
        """All command lines, for a test to see that it looked at the right moment."""
        return "\n".join(os.fsdecode(content).replace("\0", " ") for name, content in self.seen.items() if name.endswith("cmdline"))


def _below(pid: int) -> Iterator[int]:
    try:
        threads = os.listdir(f"/proc/{pid}/task")
    except OSError:
        return
    for thread in threads:
        try:
            children = Path(f"/proc/{pid}/task/{thread}/children").read_text().split()
        except OSError:
            continue
        for child in map(int, children):
            yield child
            yield from _below(child)
