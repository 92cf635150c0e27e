"""Run the shipped notebooks again and store their outputs in them, as nbval will compare them."""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode

from lkipnb.load.places import data_folder
from lkipnb.report import notebooks as nb
from lkipnb.report import run
from lkipnb.storage import lock, place
from lkipnb.storage.scratch import scratch


def refresh(notebooks: Path, data: Path) -> list[Path]:
    """Each notebook with the outputs of its own default parameters, byte for byte reproducible."""
    found = sorted(notebooks.glob("*.ipynb"))
    with lock.held(notebooks, "lkipnb.report.refresh"):
        with scratch() as folder:
            executed = run.run(found, {}, data, folder)
        for path, notebook in executed.items():
            _without_widgets(notebook)
            text = nb.written(notebook) + "\n"
            place.put_file(path, text.encode())
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
