"""The floor: a year's tables, pictures, prose and HTML in one plain process, no notebook run.

python benchmarks/lantai.py OPD YEAR DATA NOTEBOOKS
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbformat

import lkipnb
from lkipnb.report import files
from lkipnb.report.cover import cover
from lkipnb.report.lean import import_jsonschema
from lkipnb.report.page import page_file

PROSE, PART = "%%narasi", "%%narasi bagian "


def executed(path: Path, opd: str, tahun: int, data: Path) -> nbformat.NotebookNode:
    """A chapter with what its cells show; its setup is run as it stands."""
    notebook = nbformat.read(path, as_version=4)
    names: dict[str, object] = {}
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        if "parameters" in cell.metadata.get("tags", []):
            names.update(opd=opd, tahun=tahun)
        elif cell.source.startswith(PART):
            name, _, body = cell.source.removeprefix(PART).partition("\n")
            names["lk"].bagian[name.strip()] = body
        elif cell.metadata.get("tags"):
            exec(cell.source, names)
        else:
            cell.outputs = outputs(shown(cell.source, names))
    return notebook


def shown(source: str, names: dict[str, object]) -> object:
    if source.startswith(PROSE):
        return names["lk"].tulis(source.partition("\n")[2])
    return eval(source, names)


def outputs(block: object) -> list[nbformat.NotebookNode]:
    if block is None:
        return []
    if hasattr(block, "blok"):
        return [output for part in block.blok for output in outputs(part)]
    forms = dict(block._repr_mimebundle_())
    return [nbformat.v4.new_output("display_data", forms)]


def main() -> None:
    opd, year, data, notebooks = sys.argv[1:]
    os.environ["LKIPNB_DATA"] = data
    chapters = sorted(Path(notebooks).glob("[0-9][0-9]_*.ipynb"))
    made = {path: executed(path, opd, int(year), Path(data)) for path in chapters}
    lk = lkipnb.open(opd, int(year), data=data)
    content = page_file(files.assembled(made, cover(lk.data), lk.data.impor))
    print(len(content))


if __name__ == "__main__":
    import_jsonschema()
    main()
