"""`make package`: the one-folder program, its sizes and start-up times, and the Debian package.

    python packaging/build.py [--no-deb] [--xz]

Run with the Python of the build's own environment (``packaging/prepare.sh package`` makes it: the product's dependencies and PyInstaller,
nothing else), so that what is bundled is what is declared. Results: ``.build/package/dist/holdfast`` and ``.build/package/*.deb``.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
OUT = ROOT / ".build/package"
sys.path.insert(0, str(HERE))


def build() -> Path:
    """The folder."""
    started = time.monotonic()
    command = [
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "WARN",
        "--distpath",
        OUT / "dist",
        "--workpath",
        OUT / "work",
    ]
    subprocess.run([*command, HERE / "pyinstaller/holdfast.spec"], check=True)
    print(f"built in {time.monotonic() - started:.0f} s")
    folder = OUT / "dist/holdfast"
    if sys.platform == "linux" and shutil.which("strip"):
        strip(folder / "_internal")
    return folder


def strip(internal: Path) -> None:
    """Drop what only a debugger reads. Not from numpy's own libraries (their tables were moved, strip breaks them), nor from the
    programs (their modules hang behind the ELF file)."""
    for file in internal.rglob("*"):
        if ".so" in file.name and "numpy.libs" not in file.parts and file.is_file() and not file.is_symlink():
            subprocess.run(["strip", "--strip-unneeded", file], check=True)


def version(folder: Path) -> str:
    said = subprocess.run([folder / "holdfast", "--version"], check=True, capture_output=True, text=True).stdout
    return said.split()[1]


def sizes(folder: Path) -> None:
    """What takes the room."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    print(f"folder: {sum(f.stat().st_size for f in files) / 1e6:.0f} MB in {len(files)} files")
    by_part: dict[str, int] = {}
    for file in files:
        part = file.relative_to(folder).parts
        name = part[1] if len(part) > 2 else part[0] if len(part) == 1 else "libraries"
        by_part[name] = by_part.get(name, 0) + file.stat().st_size
    for name, size in sorted(by_part.items(), key=lambda item: -item[1])[:10]:
        print(f"  {size / 1e6:6.1f} MB  {name}")


def start_ups(folder: Path) -> None:
    """Medians of five warm starts, from a path with a space and letters beyond ASCII."""
    with tempfile.TemporaryDirectory(prefix="Holdfast ö ") as odd:
        copy = Path(odd) / "ein Ort"
        shutil.copytree(folder, copy, symlinks=True)
        home = f"{odd}/home"
        for words in (["holdfast", "--version"], ["holdfast", "--home", home, "status"], ["holdfast-desktop", "--version"]):
            taken = []
            for _ in range(6):
                began = time.perf_counter()
                subprocess.run(
                    [copy / words[0], *words[1:]],
                    check=False,
                    stdout=subprocess.DEVNULL,
                    env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                )
                taken.append(time.perf_counter() - began)
            print(f"start: {statistics.median(taken[1:]) * 1000:4.0f} ms  {' '.join(w for w in words if w not in ('--home', home))}")


def main(arguments: list[str]) -> int:
    import licences

    folder = build()
    packages = Path(sysconfig.get_paths()["purelib"])
    found = licences.components(OUT / "work/holdfast/bundled.tsv", packages)
    (folder / "LICENCES.txt").write_text(licences.plain_text(found), "utf-8")
    sizes(folder)
    start_ups(folder)
    if "--no-deb" not in arguments and shutil.which("dpkg-deb"):
        import deb

        for old in OUT.glob("*.deb"):
            old.unlink()
        began = time.monotonic()
        made = deb.make(folder, OUT / "work/holdfast", packages, version(folder), OUT, compression="xz" if "--xz" in arguments else "gzip")
        print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.1f} MB, in {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
