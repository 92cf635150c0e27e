"""The cells of a chapter notebook, read without the libraries that run one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Isi:
    """A cell of a notebook: its kind (`code`, `markdown`), its source and its tags."""

    jenis: str
    sumber: str
    tanda: tuple[str, ...] = ()


def cells(path: Path) -> list[Isi]:
    """The cells of a notebook in their order.  Raises ValueError for a file that is none."""
    content = json.loads(path.read_text(encoding="utf-8"))
    if content.get("nbformat") != 4:
        content = _upgraded(path)
    return [_cell(cell) for cell in content["cells"]]


def _cell(cell: dict[str, Any]) -> Isi:
    # On disk a source is a list of lines, or one text.
    source = "".join(cell["source"])
    tags = cell["metadata"].get("tags", ())
    return Isi(cell["cell_type"], source, tuple(tags))


def _upgraded(path: Path) -> dict[str, Any]:
    """A notebook of an older form, as Jupyter reads it."""
    import nbformat

    content: dict[str, Any] = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return content
