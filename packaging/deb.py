"""Makes the Debian package out of the built folder.

The distribution's own libraries are used instead of the copies in the folder; what the package then depends on is found by
``dpkg-shlibdeps``. Layout: ``/usr/lib/holdfast`` (the folder), links in ``/usr/bin``, menu entry, icons, completion, a template for the
autostart (off: the program turns it on), systemd units of the agent (off as well), AppStream metadata, manual pages, licences.
"""

from __future__ import annotations

import datetime as dt
import gzip
import os
import shutil
import subprocess
from pathlib import Path

import licences

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
MAINTAINER = os.environ.get("HOLDFAST_MAINTAINER", "The Holdfast authors <holdfast@localhost>")
DESCRIPTION = """\
Description: backups of web sites: scheduled, proven, restorable
 Holdfast is for people who look after web sites. It backs sites up, files
 and database together, into an encrypted and deduplicated repository in the
 restic format, proves that the backups restore, and restores them: all of a
 site, one part, or one file.
 .
 The package brings the window with its tray icon (holdfast-desktop) and the
 terminal command (holdfast).
"""


def make(folder: Path, work: Path, packages: Path, version: str, out: Path, *, compression: str = "gzip") -> Path:
    """The package, in `out`. `folder` is PyInstaller's, `work` its work folder, `packages` the site-packages it was built from."""
    architecture = _said("dpkg", "--print-architecture").strip()
    tree = work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    program = tree / "usr/lib/holdfast"
    shutil.copytree(folder, program, symlinks=True)
    _use_the_systems_libraries(program / "_internal", work / "bundled.tsv")
    _link_programs(tree)
    _desktop_files(tree, version)
    icons(tree / "usr/share/icons/hicolor", packages)
    _completions(tree, folder)
    _documents(tree, folder, work, packages, version)
    _modes(tree)
    control = tree / "DEBIAN"
    control.mkdir(mode=0o755)
    fields = [
        "Package: holdfast", f"Version: {version}-1", f"Architecture: {architecture}", f"Maintainer: {MAINTAINER}",
        f"Installed-Size: {_size(tree) // 1024}", f"Depends: {depends(tree, work)}",
        "Recommends: gnome-keyring | kwalletmanager | keepassxc, default-mysql-client | mariadb-client",
        "Suggests: php-cli, mariadb-server", "Section: utils", "Priority: optional",
    ]  # fmt: skip
    (control / "control").write_text("\n".join(fields) + "\n" + DESCRIPTION, "utf-8")
    (control / "md5sums").write_text(_sums(tree), "utf-8")
    name = out / f"holdfast_{version}-1_{architecture}.deb"
    out.mkdir(parents=True, exist_ok=True)
    subprocess.run(["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", tree, name], check=True, stdout=subprocess.DEVNULL)
    return name


def _use_the_systems_libraries(internal: Path, bundled: Path) -> None:
    """Remove the copies of libraries that packages of this Debian own."""
    for line in bundled.read_text("utf-8").splitlines():
        place, source = line.split("\t")
        # Not Python itself nor its modules (where it is Debian's): they belong to the program.
        folder, name = os.path.split(source)
        shared = folder.startswith(("/lib/", "/usr/lib/")) and folder.endswith("-linux-gnu") and not name.startswith("libpython")
        if shared and _owned(source):
            (internal / place).unlink(missing_ok=True)
    for link in internal.rglob("*"):
        if link.is_symlink() and not link.exists():
            link.unlink()


def _owned(path: str) -> bool:
    names = {path, os.path.realpath(path), path.removeprefix("/usr")}
    return any(subprocess.run(["dpkg", "-S", name], capture_output=True, check=False).returncode == 0 for name in names)


def depends(tree: Path, work: Path) -> str:
    """What the ELF files left in the tree need from the distribution."""
    source = work / "debian-source"
    (source / "debian").mkdir(parents=True, exist_ok=True)
    (source / "debian/control").write_text("Source: holdfast\n\nPackage: holdfast\nArchitecture: any\n", "utf-8")
    binaries = [path for path in (tree / "usr/lib/holdfast").rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path)]
    private = sorted({str(path.parent) for path in binaries if ".so" in path.name})
    where = [*(f"-l{folder}" for folder in private), *(f"-e{path}" for path in binaries)]
    said = subprocess.run(
        ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *where], cwd=source, check=True, capture_output=True, text=True
    ).stdout
    # Qt shows nothing without a font, and no package that it is linked with brings one.
    found = {*said.strip().removeprefix("shlibs:Depends=").split(", "), "fonts-dejavu-core | fonts-noto-core | fonts-freefont-ttf"}
    return ", ".join(sorted(found))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _link_programs(tree: Path) -> None:
    (tree / "usr/bin").mkdir(parents=True)
    for name in ("holdfast", "holdfast-desktop"):
        (tree / "usr/bin" / name).symlink_to(f"../lib/holdfast/{name}")


def _desktop_files(tree: Path, version: str) -> None:
    _copy(HERE / "linux/holdfast-desktop.desktop", tree / "usr/share/applications/holdfast-desktop.desktop")
    text = (HERE / "linux/org.holdfast.Holdfast.metainfo.xml").read_text("utf-8")
    filled = text.replace("@VERSION@", version).replace("@DATE@", dt.datetime.now(dt.UTC).date().isoformat())
    _write(tree / "usr/share/metainfo/org.holdfast.Holdfast.metainfo.xml", filled)
    for unit in sorted((HERE / "systemd").iterdir()):
        _copy(unit, tree / "usr/lib/systemd/user" / unit.name)
    from holdfast_desktop.autostart import linux_entry

    _write(tree / "usr/share/holdfast/autostart/holdfast-desktop.desktop", linux_entry(["/usr/bin/holdfast-desktop", "--hidden"]))


def icons(place: Path, packages: Path) -> None:
    """The icon in all sizes and as SVG below `place`, drawn by Qt (of the build's environment)."""
    picture = ROOT / "resources/holdfast_resources/app/holdfast.svg"
    _copy(picture, place / "scalable/apps/holdfast-desktop.svg")
    targets = []
    for size in SIZES:
        target = place / f"{size}x{size}/apps/holdfast-desktop.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        targets.append(f"{size}={target}")
    python = packages.parents[2] / "bin" / "python"
    subprocess.run([python, HERE / "draw_icon.py", picture, *targets], check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def _completions(tree: Path, folder: Path) -> None:
    places = {"bash": "usr/share/bash-completion/completions/holdfast", "zsh": "usr/share/zsh/vendor-completions/_holdfast",
              "fish": "usr/share/fish/vendor_completions.d/holdfast.fish"}  # fmt: skip
    for shell, place in places.items():
        text = _said(folder / "holdfast", "completion", shell)
        _write(tree / place, ("#compdef holdfast\n" if shell == "zsh" else "") + text)


def _documents(tree: Path, folder: Path, work: Path, packages: Path, version: str) -> None:
    documents = tree / "usr/share/doc/holdfast"
    own = (ROOT / "resources/holdfast_resources/icons/LICENSE").read_text("utf-8")
    found = licences.components(work / "bundled.tsv", packages)
    _write(documents / "copyright", licences.debian_copyright(found, own, dt.datetime.now(dt.UTC).year))
    stamp = dt.datetime.now(dt.UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    log = f"holdfast ({version}-1) unstable; urgency=medium\n\n  * Built from the sources; see changelog.gz.\n\n -- {MAINTAINER}  {stamp}\n"
    _packed(documents / "changelog.Debian.gz", log)
    _packed(documents / "changelog.gz", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    _write(tree / "usr/share/lintian/overrides/holdfast", (HERE / "linux/lintian-overrides").read_text("utf-8"))
    for page in sorted((HERE / "linux").glob("*.1")):
        _packed(tree / "usr/share/man/man1" / f"{page.name}.gz", page.read_text("utf-8").replace("@VERSION@", version))


def _modes(tree: Path) -> None:
    for path in tree.rglob("*"):
        if path.is_symlink():
            continue
        executable = path.is_dir() or (path.name in ("holdfast", "holdfast-desktop") and path.parent.name == "holdfast")
        path.chmod(0o755 if executable else 0o644)
    tree.chmod(0o755)


def _size(tree: Path) -> int:
    return sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir())


def _sums(tree: Path) -> str:
    import hashlib

    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts)
    lines = [f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree)}" for path in files]
    return "\n".join(lines) + "\n"


def _packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _said(*command: str | Path) -> str:
    return subprocess.run(list(command), check=True, capture_output=True, text=True).stdout
