"""The sample site of the demo: a small café's web site, made on the spot. Nothing is fetched, nothing is random.

`make` writes about 240 files and 25 MB (pages, styles, pictures that do not compress, one SQLite database of posts and orders);
`change` does to it what a week of work does to a site: edited pages, new pictures, a removed page, new rows.
"""

from __future__ import annotations

import random
import struct
import zlib
from pathlib import Path

DATABASE = "data/content.sqlite"
_WORDS = (
    "coffee bread morning oven rye market season window table garden harvest recipe flour honey kitchen neighbour river bicycle "
    "ceramic roast autumn spring letter story evening concert reading breakfast terrace lamp wooden quiet fresh local"
).split()


def make(folder: Path) -> None:
    """Write the site into `folder`, which must not exist yet."""
    folder.mkdir(parents=True)
    rng = random.Random(2026)  # noqa: S311 - a sample, not a secret
    (folder / "assets/css").mkdir(parents=True)
    (folder / "assets/css/site.css").write_text("body { font: 17px/1.6 Georgia, serif; color: #2a2320; background: #fbf7f0 }\n" * 40)
    (folder / "index.html").write_text(_page("Café Morgenrot", rng))
    for number in range(1, 91):
        _write(folder / f"journal/{2021 + number // 20}/{number:03d}-{rng.choice(_WORDS)}.html", _page(f"Journal {number}", rng).encode())
    for number in range(1, 121):
        picture = _picture(rng, 200 + number % 5 * 40)
        _write(folder / f"uploads/{2021 + number // 25}/{number % 12 + 1:02d}/picture-{number:03d}.png", picture)
    for name in ("menu", "orders", "gallery", "contact"):
        _write(folder / f"pages/{name}.html", _page(name.title(), rng).encode())
    (folder / "latest").symlink_to("journal/2025", target_is_directory=True)
    _fill_database(folder / DATABASE, rng)


def change(folder: Path) -> None:
    """A week later. May be called again and again; each call changes something else."""
    import sqlite3

    week = sum(1 for _ in folder.glob("journal/week-*.html")) + 1
    rng = random.Random(week)  # noqa: S311 - a sample, not a secret
    (folder / f"journal/week-{week}.html").write_text(_page(f"Week {week}", rng))
    with (folder / "index.html").open("a") as page:
        page.write(f"<!-- week {week} -->\n")
    _write(folder / f"uploads/2026/new-{week}.png", _picture(rng, 300))
    old = sorted(folder.glob("journal/20*/*.html"))
    if old:
        old[rng.randrange(len(old))].unlink()
    db = sqlite3.connect(folder / DATABASE)
    with db:
        db.executemany(
            "INSERT INTO orders(customer, item, cents) VALUES (?, ?, ?)",
            [(f"guest {week}-{i}", rng.choice(_WORDS), rng.randrange(300, 4000)) for i in range(25)],
        )
        db.execute("UPDATE posts SET title = title || ' (revised)' WHERE id = ?", (week,))
    db.close()


def _fill_database(path: Path, rng: random.Random) -> None:
    import sqlite3

    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path)
    with db:
        db.execute("CREATE TABLE posts(id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL)")
        db.execute("CREATE TABLE orders(id INTEGER PRIMARY KEY, customer TEXT, item TEXT, cents INTEGER)")
        posts = [(f"Post {number}", " ".join(rng.choices(_WORDS, k=300))) for number in range(1, 401)]
        db.executemany("INSERT INTO posts(title, body) VALUES (?, ?)", posts)
        orders = [(f"guest {i}", rng.choice(_WORDS), rng.randrange(300, 4000)) for i in range(4000)]
        db.executemany("INSERT INTO orders(customer, item, cents) VALUES (?, ?, ?)", orders)
    db.close()


def _page(title: str, rng: random.Random) -> str:
    paragraphs = "\n".join(f"<p>{' '.join(rng.choices(_WORDS, k=80))}.</p>" for _ in range(12))
    return f"<!doctype html>\n<html lang=en>\n<title>{title}</title>\n<h1>{title}</h1>\n{paragraphs}\n</html>\n"


def _picture(rng: random.Random, side: int) -> bytes:
    """A PNG of `side` by `side` pixels of noise: like a photograph, it does not compress."""
    rows = b"".join(b"\0" + rng.randbytes(side * 3) for _ in range(side))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
