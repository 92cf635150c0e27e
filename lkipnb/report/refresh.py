"""Run the shipped notebooks again and store their outputs in them, as nbval will compare them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import nbformat

from lkipnb.load.places import data_folder
from lkipnb.report import chapters, run


def refresh(notebooks: Path, data: Path) -> list[Path]:
    """Each chapter with the outputs of its own default parameters, byte for byte reproducible."""
    found = chapters.find(notebooks)
    with tempfile.TemporaryDirectory() as scratch:
        executed = run.run(found, {}, data, Path(scratch))
    for path, notebook in zip(found, executed, strict=True):
        path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    return found


if __name__ == "__main__":
    folder = data_folder()
    for path in refresh(folder.parent / "notebooks", folder):
        print(path.name)
