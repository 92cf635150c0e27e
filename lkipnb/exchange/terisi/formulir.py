"""A whole form as read: its tables, its profile, its prose, and all that was found on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.form import PROFILE_SHEET, PROSE_SHEET
from lkipnb.exchange.terisi.acuan import samakan
from lkipnb.exchange.terisi.catatan import Catatan
from lkipnb.exchange.terisi.lembar import Susunan, susun
from lkipnb.exchange.terisi.narasi import Narasi, narasi
from lkipnb.exchange.terisi.nol import pulihkan
from lkipnb.exchange.terisi.profil import Dikenal, Isian, isian
from lkipnb.exchange.terisi.tabel import Tabel, tabel
from lkipnb.load.buku import buka
from lkipnb.load.ditolak import Ditolak
from lkipnb.load.xlsx import LEADS_OUT, catatan_rumus
from lkipnb.schemas import YEAR_TABLES

_FORMULAS = "Rumus Excel dibaca menurut hasilnya: {}."
_EXCHANGED = (
    "keterangan di bawah judul ini milik kolom {}, jadi judulnya tampak tertukar; betulkan"
    " judulnya, atau ulangi dengan --apa-adanya bila judulnya benar"
)
_MISSING = "lembar ini tidak ada"
_NOT_THERE = "tidak ada dalam berkas; dianggap kosong"


@dataclass(frozen=True)
class Formulir:
    """A form: the name of its file, and what its sheets say."""

    berkas: str
    susunan: Susunan
    tabel: dict[str, Tabel]
    profil: Isian
    narasi: Narasi

    def cacat(self) -> list[Fault]:
        """What could not be read, by the tables that it would have filled."""
        return list(_faults(self))

    def judul_bertukar(self) -> list[Fault]:
        """Headings that stand above what the form explains of another column."""
        faults: list[Fault] = []
        for read in self.tabel.values():
            if read.records:
                faults += _exchanged(read)
        return faults

    def catatan(self) -> list[Catatan]:
        """What was read otherwise than it stands, sheet by sheet."""
        told = [*self.susunan.catatan, *self.profil.catatan]
        absent = self._tak_ada()
        if absent:
            told.append(Catatan(", ".join(absent), "", _NOT_THERE))
        for table in self.tabel.values():
            told += table.catatan
        return told

    def rumus(self) -> list[str]:
        """Which cells of each sheet count by the value that Excel stored for their formula."""
        sheets = [sheet for sheet in self.susunan.lembar.values() if sheet.tata.rumus]
        return [_FORMULAS.format(catatan_rumus(sheet.nama, sheet.tata)) for sheet in sheets]

    def _tak_ada(self) -> list[str]:
        """The optional tables without a sheet."""
        optional = [name for name, table in YEAR_TABLES.items() if table.optional]
        return [name for name in optional if name not in self.susunan.lembar]

    def judul(self, name: str) -> str:
        """What the sheet of a table is called in the file."""
        sheet = self.susunan.lembar.get(name)
        if sheet:
            return sheet.nama
        return name


def lembar(path: Path) -> Susunan:
    """The sheets of a form.  Raises DataError when the file cannot be trusted."""
    try:
        return susun(buka(path))
    except Ditolak as error:
        raise DataError([Fault(path.name, None, None, None, str(error))]) from error


def formulir(berkas: str, sheets: Susunan, known: Dikenal) -> Formulir:
    """Everything that the sheets say."""
    tables = {
        name: tabel(sheets.lembar[name], table)
        for name, table in YEAR_TABLES.items()
        if name in sheets.lembar and name not in sheets.ditolak
    }
    pulihkan(tables)
    samakan(tables)
    profil = isian(sheets.lembar.get(PROFILE_SHEET), known)
    return Formulir(berkas, sheets, tables, profil, narasi(sheets.lembar.get(PROSE_SHEET)))


def _exchanged(read: Tabel) -> Iterator[Fault]:
    for name, owner in read.kepala.bertukar.items():
        told = _EXCHANGED.format(owner)
        yield Fault(read.table.file, read.kepala.baris, name, name, told)


def _faults(form: Formulir) -> Iterator[Fault]:
    for sheet in form.susunan.lembar.values():
        outside = sheet.tata.rumus_luar
        if outside:
            place = f"{form.berkas}, lembar {sheet.nama}, sel {outside}"
            yield Fault(place, None, None, None, LEADS_OUT)
    for name, reason in form.susunan.ditolak.items():
        yield Fault(f"{name}.csv", None, None, None, reason)
    for name, table in YEAR_TABLES.items():
        if not table.optional and name not in form.susunan.lembar:
            yield Fault(table.file, None, None, None, _MISSING)
    yield from form.profil.faults
    for read in form.tabel.values():
        yield from read.faults
    yield from form.narasi.faults
