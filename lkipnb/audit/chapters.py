"""What the chapter notebooks say, and which pieces of the agency's prose they call."""

from __future__ import annotations

import re
from pathlib import Path

NAMED = "[0-9][0-9]_*.ipynb"
PROSE = "%%narasi"
CALLED = re.compile(r"lk\.narasi\(\\?[\"'](\w+)")


def prose(notebooks: Path) -> dict[str, str]:
    """The prose of each chapter by its file: Markdown cells and `%%narasi` cells."""
    return {path.name: "\n\n".join(_texts(path)) for path in sorted(notebooks.glob(NAMED))}


def _texts(path: Path) -> list[str]:
    import nbformat

    cells = nbformat.read(path, as_version=4).cells  # type: ignore[no-untyped-call]
    plain = [cell.source for cell in cells if cell.cell_type == "markdown"]
    rendered = [c.source.partition("\n")[2] for c in cells if c.source.startswith(PROSE)]
    return plain + rendered


def called(notebooks: Path) -> frozenset[str]:
    """The pieces of prose that chapters call by name, `lk.narasi("simpulan")`."""
    texts = (path.read_text(encoding="utf-8") for path in notebooks.glob(NAMED))
    return frozenset(name for text in texts for name in CALLED.findall(text))
