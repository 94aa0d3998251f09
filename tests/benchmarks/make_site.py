"""A WordPress-shaped folder for benchmarks, the same on every run.

The shape follows vendors' examples (12,847 files, 1.25 GB): many small PHP/JS/CSS files, a few thousand media files that do not
compress, one SQL dump that does, some large archives. ``python -m tests.benchmarks.make_site FOLDER`` makes it.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

FILES, BYTES = 12_847, 1_247_652_864
_SYNTAX = [
    "function", "return", "$this->", "array(", "if (", "echo", "<?php", "add_action(", "'wp_enqueue_scripts'",
    "esc_html(", "=>", ");", "{\n", "}\n", "\n\t", "\n\t\t", "public", "static", "/**", " */", "null", "true",
]  # fmt: skip


def _words() -> list[str]:
    dice = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyz_"
    words = ["".join(dice.choice(letters) for _ in range(dice.randint(2, 11))) for _ in range(6000)]
    return words + _SYNTAX * 40


WORDS = _words()


def _text(dice: random.Random, size: int) -> bytes:
    lines: list[str] = []
    length = 0
    while length < size:
        line = " ".join(dice.choices(WORDS, k=400)) + "\n"
        lines.append(line)
        length += len(line)
    return "".join(lines)[:size].encode()


def _dump(dice: random.Random, path: Path, size: int) -> None:
    with path.open("wb") as file:
        written = number = 0
        while written < size:
            number += 1
            content = " ".join(dice.choices(WORDS, k=120)).replace("'", "")
            author, slug = dice.randint(1, 9), "-".join(dice.choices(WORDS[:6000], k=4))
            day, minute = number % 28 + 1, number % 60
            row = f"({number},{author},'2026-01-{day:02d} 10:{minute:02d}:00','{content}','{slug}','publish','open')"
            written += file.write(f"INSERT INTO `wp_posts` VALUES {row};\n".encode())


def build(folder: Path, files: int = FILES, size: int = BYTES, seed: int = 1) -> None:
    """Make `folder` with `files` files of `size` bytes in all."""
    dice = random.Random(seed)
    media = int(files * 0.22)
    small = files - media - 6
    dump_size, archives = int(size * 0.12), int(size * 0.16)
    small_size = min(small * 9000, int(size * 0.15))
    roots = [
        "wp-admin",
        "wp-includes",
        *(f"wp-content/plugins/plugin-{i:02d}" for i in range(28)),
        *(f"wp-content/themes/theme-{i}" for i in range(4)),
    ]
    below = ("", "js", "css", "includes", "includes/admin", "languages", "templates", "vendor/a/src", "vendor/b/src")
    folders = [folder / root / name for root in roots for name in below]
    months = [folder / f"wp-content/uploads/{year}/{month:02d}" for year in (2023, 2024, 2025, 2026) for month in range(1, 13)]
    for path in (*folders, *months):
        path.mkdir(parents=True, exist_ok=True)
    mean = small_size / small
    for number in range(small):
        length = max(40, min(400_000, int(dice.lognormvariate(0, 1.1) * mean / 1.83)))
        suffix = dice.choice([".php", ".php", ".js", ".css", ".po", ".json"])
        (dice.choice(folders) / f"file-{number:05d}{suffix}").write_bytes(_text(dice, length))
    mean = (size - dump_size - archives - small_size) / media
    for number in range(media):
        length = max(2000, int(dice.lognormvariate(0, 1.0) * mean / 1.65))
        (dice.choice(months) / f"photo-{number:05d}.jpg").write_bytes(dice.randbytes(length))
    for number in range(5):
        (folder / f"wp-content/uploads/video-{number}.mp4").write_bytes(dice.randbytes(archives // 5))
    _dump(dice, folder / "database.sql", dump_size)
    os.symlink("wp-content/uploads", folder / "media")


def mutate(folder: Path, percent: int, seed: int) -> None:
    """Change about `percent` % of the files (edits, deletions, additions), and insert a row in the middle of the dump."""
    dice = random.Random(seed)
    paths = sorted(p for p in folder.rglob("*") if p.suffix in (".php", ".js", ".css", ".jpg") and p.is_file() and not p.is_symlink())
    for path in dice.sample(paths, max(1, len(paths) * percent // 100)):
        what = dice.random()
        if what < 0.7:
            content = bytearray(path.read_bytes())
            at = dice.randrange(len(content))
            content[at:at] = b"/* edited */"
            path.write_bytes(content)
        elif what < 0.85:
            path.unlink()
        else:
            path.with_name(f"new-{seed}-{path.name}").write_bytes(dice.randbytes(30_000))
    dump = folder / "database.sql"
    content = bytearray(dump.read_bytes())
    content[len(content) // 3 : len(content) // 3] = b"INSERT INTO `wp_posts` VALUES (0,'a new post in the middle');\n"
    dump.write_bytes(content)


if __name__ == "__main__":
    build(Path(sys.argv[1]), FILES, BYTES)
