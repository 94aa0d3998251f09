"""Gathers the licences of what a build bundles, from the metadata of the bundled distributions themselves.

Input is the build's ``bundled.tsv`` (place, source). Every source below ``site-packages`` belongs to the distribution whose RECORD names
it; its licence texts are those its ``dist-info`` brings. Distributions that bring none must be known here, with the text Debian keeps.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

LGPL = "On Debian systems the full text of the licence is in /usr/share/common-licenses/LGPL-3."
KNOWN = {
    "PySide6_Essentials": ("LGPL-3.0-only", "Copyright (C) The Qt Company Ltd. and other contributors.\n\n" + LGPL),
    "shiboken6": ("LGPL-3.0-only", "Copyright (C) The Qt Company Ltd. and other contributors.\n\n" + LGPL),
}
"""They bring no text of their own; Qt's libraries are taken under the LGPL and stay exchangeable files."""
TEXT = re.compile(r"(^|/)(licen[cs]e|copying|notice|[a-z0-9]+_license)[^/]*$", re.IGNORECASE)


@dataclass(frozen=True)
class Component:
    """`places`: where its files are in the bundle. `text` is never empty."""

    name: str
    version: str
    licence: str
    text: str
    places: tuple[str, ...]

    @property
    def holders(self) -> list[str]:
        found = dict.fromkeys(
            " ".join(line.split())
            for line in self.text.splitlines()
            if re.match(r"\W*(?:portions )?copyright (\(c\)|©|\d{4}|the )", line, re.IGNORECASE) and "notice" not in line.lower()
        )
        return [line.lstrip("*# -") for line in found][:20] or [f"the authors of {self.name}"]


def components(bundled: Path, packages: Path) -> list[Component]:
    """Everything in the bundle that is not the product's own. SystemExit when something has no licence text."""
    files = [line.split("\t") for line in bundled.read_text("utf-8").splitlines()]
    owners = _owners(packages)
    places: dict[str, list[str]] = {}
    for place, source in files:
        owner = owners.get(str(Path(source).absolute()))
        if owner:
            places.setdefault(owner, []).append(place)
    found = [_component(distribution, places[name]) for name, distribution in _named(packages) if name in places and name != "holdfast"]
    return [*found, _python(), _loader(packages)]


def _named(packages: Path) -> Iterable[tuple[str, metadata.Distribution]]:
    for distribution in metadata.distributions(path=[str(packages)]):
        yield distribution.metadata["Name"], distribution


def _owners(packages: Path) -> dict[str, str]:
    return {str(packages.absolute() / str(file)): name for name, distribution in _named(packages) for file in distribution.files or ()}


def _component(distribution: metadata.Distribution, places: list[str]) -> Component:
    name, version = distribution.metadata["Name"], distribution.version
    if name in KNOWN:
        licence, text = KNOWN[name]
        return Component(name, version, licence, text, tuple(places))
    texts = [file.read_text("utf-8").strip() for file in distribution.files or () if ".dist-info" in str(file) and TEXT.search(str(file))]
    if not texts:
        raise SystemExit(f"{name} {version} brings no licence text: add it to packaging/licences.py")
    return Component(name, version, _expression(distribution), "\n\n".join(texts), tuple(places))


def _expression(distribution: metadata.Distribution) -> str:
    fields = distribution.metadata
    classifiers = [c.rsplit(" :: ", 1)[1] for c in fields.get_all("Classifier") or [] if c.startswith("License ::")]
    said = str(fields.get("License-Expression") or "") or str(fields.get("License") or "").strip().splitlines()[0:1] or classifiers
    return said if isinstance(said, str) else "; ".join(said) or "see the text"


def _python() -> Component:
    library = Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "LICENSE.txt"
    debian = Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright")
    text = next(path for path in (library, debian) if path.exists()).read_text("utf-8")
    return Component("Python", sys.version.split()[0], "PSF-2.0", text, ("libpython*", "base_library.zip", "python3.*"))


def _loader(packages: Path) -> Component:
    distribution = next(metadata.distributions(name="pyinstaller", path=[str(packages)]))
    return _component(distribution, ["holdfast", "holdfast-desktop"])


def debian_copyright(found: list[Component], own: str, year: int) -> str:
    """Debian's machine-readable form (copyright-format 1.0)."""
    parts = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: Holdfast",
        f"Files: *\nCopyright: {year} the Holdfast authors\nLicense: Apache-2.0",
        "License: Apache-2.0\n On Debian systems the full text of the licence is in /usr/share/common-licenses/Apache-2.0.",
        "Files: usr/lib/holdfast/_internal/holdfast_resources/icons/*\nCopyright: the Lucide and Feather contributors\n"
        f"License: Lucide\n{_indented(own)}",
    ]
    for component in found:
        files = "\n ".join(sorted({_pattern(place) for place in component.places}))
        label = re.sub(r"[^A-Za-z0-9.+-]", "-", component.name)
        parts.append(
            f"Files: {files}\nCopyright: {(chr(10) + ' ').join(component.holders)}\nLicense: {label}\n"
            f" {component.name} {component.version}: {component.licence}\n .\n{_indented(component.text)}"
        )
    return "\n\n".join(parts) + "\n"


def plain_text(found: list[Component]) -> str:
    """For the portable folder: one text."""
    return "\n\n".join(f"{'=' * 100}\n{c.name} {c.version}: {c.licence}\n{'=' * 100}\n\n{c.text.strip()}" for c in found) + "\n"


def _pattern(place: str) -> str:
    first = (
        place.split("/", 1)[0]
        if "/" in place
        else place.split(".", 1)[0]
        if not place.endswith((".so", ".zip")) and ".so." not in place
        else place
    )
    return f"usr/lib/holdfast/{first}" if first in ("holdfast", "holdfast-desktop") else f"usr/lib/holdfast/_internal/{first}*"


def _indented(text: str) -> str:
    return "\n".join(f" {line.rstrip()}" if line.strip() else " ." for line in text.strip().splitlines())
