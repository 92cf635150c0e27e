"""A table that an agency adds, as it stands in its CSV file, or the reason why it is refused."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from lkipnb.load.berkas import teks
from lkipnb.load.citra import Ditolak, alamat, terbaca
from lkipnb.load.table import FORMULA, SEMICOLONS
from lkipnb.rumus import awal
from lkipnb.tersembunyi import pertama, sebab

MOST_BYTES = 1_000_000
MOST_ROWS, MOST_COLUMNS = 300, 12  # what print can show, and a reader read
MOST_LETTERS = 400  # of a cell
MOST_TOLD = 5  # rows that one message names
EMPTY = "diharapkan baris judul kolom dan sedikitnya satu baris isi"

Isi = tuple[tuple[str, ...], ...]


def muat(folder: Path, nama: str) -> Isi:
    """The rows of the table `nama` of a folder of the year, its head first; each is as long as the
    head.  Raises Ditolak.
    """
    content = terbaca(alamat(folder, nama, (".csv",)), MOST_BYTES)
    text, faults = teks(content, nama)
    for fault in faults:
        raise Ditolak(fault.expected)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise Ditolak("susunan CSV rusak: periksa tanda petik yang tidak ditutup") from error
    rows = [[cell.strip() for cell in record] for record in records]
    while rows and not any(rows[-1]):
        rows.pop()
    _refuse_head(rows)
    _refuse_rows(rows)
    return tuple(map(tuple, rows))


def _refuse_head(rows: list[list[str]]) -> None:
    if len(rows) < 2:
        raise Ditolak(EMPTY)
    head = rows[0]
    if len(head) == 1 and ";" in head[0]:
        raise Ditolak(SEMICOLONS)
    if not all(head) or len(set(head)) < len(head):
        raise Ditolak("judul kolom ada yang kosong atau tertulis dua kali")
    if len(head) > MOST_COLUMNS or len(rows) > MOST_ROWS:
        raise Ditolak(f"paling banyak {MOST_COLUMNS} kolom dan {MOST_ROWS} baris")


def _refuse_rows(rows: list[list[str]]) -> None:
    """Raise with every row that is wrong in the same way."""
    wide = len(rows[0])
    ragged = [number for number, row in enumerate(rows, start=1) if len(row) != wide]
    if ragged:
        raise Ditolak(f"{_told(ragged)} tidak mempunyai {wide} sel seperti judulnya")
    for number, row in enumerate(rows, start=1):
        for cell in row:
            why = _wrong(cell)
            if why:
                raise Ditolak(f"baris {number}: {why}")


def _wrong(cell: str) -> str:
    hidden = pertama(cell)
    if hidden:
        return sebab(hidden)
    if awal(cell) == "=":
        return FORMULA
    return f"sel lebih dari {MOST_LETTERS} huruf" if len(cell) > MOST_LETTERS else ""


def _told(rows: list[int]) -> str:
    shown = ", ".join(map(str, rows[:MOST_TOLD]))
    more = f" dan {len(rows) - MOST_TOLD} lagi" if len(rows) > MOST_TOLD else ""
    return f"baris {shown}{more}"
