"""Run the shipped notebooks again and store their outputs in them, as nbval will compare them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from lkipnb.load.places import data_folder
from lkipnb.report import run


def refresh(notebooks: Path, data: Path) -> list[Path]:
    """Each notebook with the outputs of its own default parameters, byte for byte reproducible."""
    found = sorted(notebooks.glob("*.ipynb"))
    with tempfile.TemporaryDirectory() as scratch:
        executed = run.run(found, {}, data, Path(scratch))
    for path, notebook in zip(found, executed, strict=True):
        _without_widgets(notebook)
        path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    return found


def _without_widgets(notebook: NotebookNode) -> None:
    """Drop the state of widgets, whose ids are random and which only a live kernel can answer."""
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        if "nbval-ignore-output" in cell.metadata.get("tags", []):
            cell.outputs = []


if __name__ == "__main__":
    folder = data_folder()
    for path in refresh(folder.parent / "notebooks", folder):
        print(path.name)
