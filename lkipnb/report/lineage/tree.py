"""An origin as a tree of lines, down to cells of `data/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lkipnb.asal import Aturan, Jumlah, Operasi, Sel, Teks, Tetapan, Ungkapan, baca, sederhana, suku
from lkipnb.calculate.telusur import ARTI
from lkipnb.present.format import angka
from lkipnb.report.lineage.file import kunci
from lkipnb.report.readings import indonesian

Cells = Mapping[str, Mapping[str, object]]
SIGNS = {"+": "dijumlahkan", "-": "dikurangi", "*": "dikalikan", "/": "dibagi"}
INDENT = "    "
NOT_COUNTED = frozenset({"tahun"})


def pohon(expression: str, cells: Cells) -> Iterator[str]:
    """The lines of an expression over the cells of the graph, indented by their depth."""
    for line in _lines(sederhana(baca(expression)), cells):
        yield INDENT + line


def _lines(ungkapan: Ungkapan, cells: Cells) -> Iterator[str]:
    match ungkapan:
        case Teks(isi):
            yield f"“{isi}”"
        case Tetapan(angka=constant):
            yield f"tetapan {indonesian(constant)}"
        case Sel():
            yield _cell(ungkapan, cells)
        case Jumlah(sel=summed):
            yield f"jumlah {angka(len(summed))} sel:"
            for cell in summed:
                yield INDENT + _cell(cell, cells)
        case Operasi() | Aturan():
            yield f"{_name(ungkapan)}:"
            for part in _parts(ungkapan):
                for line in _lines(part, cells):
                    yield INDENT + line


def _parts(ungkapan: Operasi | Aturan) -> Sequence[Ungkapan]:
    """What stands below an operation: of a chain of additions all that it adds."""
    if isinstance(ungkapan, Operasi) and ungkapan.tanda == "+":
        return suku(ungkapan)
    return ungkapan.bagian


def _name(ungkapan: Operasi | Aturan) -> str:
    if isinstance(ungkapan, Operasi):
        return SIGNS[ungkapan.tanda]
    return ARTI.get(ungkapan.nama, ungkapan.nama)


def _cell(part: Sel, cells: Cells) -> str:
    cell = cells[kunci(part)]
    told = f"{cell['berkas']} baris {cell['baris']} kolom {cell['kolom']}"
    if cell.get("asal"):
        told = f"{cell['asal']} ({told})"
    if part.batas:
        told += f" ({part.batas})"
    told += f" = {_value(cell)}"
    if "koreksi" in cell:
        told += f"; tercetak {cell['tercetak'] or '(kosong)'}, koreksi {cell['koreksi']}"
    return told


def _value(cell: Mapping[str, object]) -> object:
    if cell["kolom"] in NOT_COUNTED:
        return cell["nilai"]
    return indonesian(str(cell["nilai"]))
