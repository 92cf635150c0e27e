"""What the chapter notebooks say, and which pieces of the agency's prose they call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lkipnb.load.notebooks import cells

NAMED = "[0-9][0-9]_*.ipynb"
PROSE = "%%narasi"
CALLED = re.compile(r"lk\.narasi\([\"'](\w+)")


def prose(notebooks: Path) -> dict[str, str]:
    """The prose of each chapter by its file: Markdown cells and `%%narasi` cells."""
    return {path.name: "\n\n".join(_texts(path)) for path in sorted(notebooks.glob(NAMED))}


def _texts(path: Path) -> list[str]:
    own = cells(path)
    plain = [cell.sumber for cell in own if cell.jenis == "markdown"]
    rendered = [cell.sumber.partition("\n")[2] for cell in own if cell.sumber.startswith(PROSE)]
    return plain + rendered


def called(notebooks: Path) -> frozenset[str]:
    """The pieces of prose that chapters call by name, `lk.narasi("simpulan")`."""
    return frozenset(name for text in _sources(notebooks) for name in CALLED.findall(text))


def _sources(notebooks: Path) -> Iterator[str]:
    for path in notebooks.glob(NAMED):
        for cell in cells(path):
            yield cell.sumber
