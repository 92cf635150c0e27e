"""What is shown, as files: CSV and XLSX of a table, the text of a scenario, a picture."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from lkipnb.present.html import render
from lkipnb.present.tabel.data import Tabel
from lkipnb.report.cover import cover
from lkipnb.report.document import Document, Entry
from lkipnb.workbook import Workbook

TEKS, CSV = "text/plain;charset=utf-8", "text/csv;charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOM = "\ufeff"  # by which Excel knows the letters of a CSV


@dataclass(frozen=True)
class Unduhan:
    """A file for the browser: its name, its kind, its content."""

    nama: str
    jenis: str
    isi: bytes

    @property
    def alamat(self) -> str:
        """The content as an address, so that no server holds what a visitor made."""
        return f"data:{self.jenis};base64,{base64.b64encode(self.isi).decode()}"


def unduhan_tabel(lk: Workbook, tabel: Tabel) -> list[Unduhan]:
    """A table as CSV and as XLSX."""
    name = f"{tabel.kunci}-{lk.data.opd}-{lk.data.tahun}"
    return [
        Unduhan(f"{name}.csv", CSV, (BOM + tabel.csv).encode()),
        Unduhan(f"{name}.xlsx", XLSX, xlsx(lk, tabel)),
    ]


def xlsx(lk: Workbook, *tabel: Tabel) -> bytes:
    """Tables on sheets of their own, as the spreadsheet of the report has them."""
    from lkipnb.report.spreadsheet import spreadsheet

    front = cover(lk.data)
    entries = tuple(Entry(each.id, each.judul, nomor=each.nomor) for each in tabel)
    blocks = {each.id: each for each in tabel}
    return spreadsheet(Document(front.judul, front, (), (), entries, (), blocks))


def tautan(berkas: list[Unduhan]) -> str:
    """Links that save the files, as HTML."""
    return render("jelajah/unduhan.html.j2", berkas=berkas)
