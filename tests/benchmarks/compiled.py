"""The program as an installer leaves it: compiled. From a working tree, and where Python may not write such files
(``PYTHONDONTWRITEBYTECODE``), each start would compile two hundred modules anew, which is a third of a short command's time."""

from __future__ import annotations

import compileall
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def compile_ours() -> None:
    """Compile the program's modules beside their sources, where that is not done."""
    for folder in ("core", "resources"):
        compileall.compile_dir(_ROOT / folder, quiet=1)
