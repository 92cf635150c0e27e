"""A sheet of the form as the records of its table, each at the row that it has in Excel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lkipnb.errors import Fault
from lkipnb.exchange.terisi import gabungan, isi
from lkipnb.exchange.terisi.baris import (
    FILLED_EXAMPLE,
    HALF_EXAMPLE,
    TOTAL,
    Baris,
    Jenis,
    baris,
    jenis,
    sisa_contoh,
)
from lkipnb.exchange.terisi.catatan import Catatan
from lkipnb.exchange.terisi.kepala import Kepala, huruf, kepala
from lkipnb.load.alamat import alamat_sel
from lkipnb.load.buku import Lembar, Tempat
from lkipnb.load.tampilan import TidakTerbaca
from lkipnb.schemas import Column, Kind, Table

ASIDE = "bukan kolom formulir; dilewati"


@dataclass
class Tabel:
    """The records of a table by their row in the sheet, where its columns stand, and what was
    found.

    `buta` are the columns that cannot be read at all, `gelap` cells, by row and column, that a
    fault elsewhere hides; `angka` the rows, by column, whose code stands there as a number.
    """

    table: Table
    lembar: Lembar
    kepala: Kepala
    records: dict[int, dict[str, str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    catatan: list[Catatan] = field(default_factory=list)
    buta: set[str] = field(default_factory=set)
    gelap: set[tuple[int, str]] = field(default_factory=set)
    angka: dict[str, set[int]] = field(default_factory=dict)

    def sel(self, row: int, column: str) -> str:
        """The cell of a record as Excel names it."""
        return alamat_sel(row, self.kepala.kolom[column])

    def cacat(self, row: int | None, column: str | None, value: str | None, reason: str) -> None:
        self.faults.append(Fault(self.table.file, row, column, value, reason))

    def catat(self, place: str, what: str) -> None:
        self.catatan.append(Catatan(self.lembar.nama, place, what))


def tabel(sheet: Lembar, table: Table) -> Tabel:
    """Everything that a sheet says of its table."""
    head = kepala(sheet, table)
    read = Tabel(table, sheet, head)
    merged = gabungan.ulangi(sheet, head, table)
    read.catatan += merged.catatan
    read.gelap |= merged.tertutup
    sheet.tak_terbaca |= merged.ditolak
    for row in _data_rows(read):
        read.records[row.nomor] = _record(read, row)
    _judge_header(read)
    _tell_asides(read)
    _judge_hidden(read)
    return read


def _data_rows(read: Tabel) -> Iterator[Baris]:
    """The rows that are data; what the others are is told."""
    head = read.kepala
    if not head.ada:
        return
    for number in range(head.baris + 1, len(read.lembar.baris) + 1):
        row = baris(read.lembar, head, number)
        kind = jenis(row, head, read.table)
        if kind is Jenis.JUMLAH:
            read.catat(f"baris {number}", TOTAL)
        elif kind is Jenis.CONTOH_TERISI:
            _judge_example(read, row)
            yield row
        elif kind is Jenis.DATA:
            yield row


def _judge_example(read: Tabel, row: Baris) -> None:
    """Words of the example that still stand in a row marked as one may not become data."""
    left = sisa_contoh(row, read.table)
    if left:
        cells = ", ".join(read.sel(row.nomor, column) for column in left)
        read.cacat(row.nomor, None, None, HALF_EXAMPLE.format(sel=cells))
    else:
        read.catat(f"baris {row.nomor}", FILLED_EXAMPLE)


def _record(read: Tabel, row: Baris) -> dict[str, str]:
    columns = (read.table[name] for name in read.kepala.kolom)
    return {column.name: _cell(read, row.nomor, column) for column in columns}


def _cell(read: Tabel, number: int, column: Column) -> str:
    """The text of a cell for the table; empty, and a fault more, where it has no reading."""
    sheet = read.lembar
    place: Tempat = (number, read.kepala.kolom[column.name])
    shown = sheet.sel(*place)
    try:
        if place in sheet.tak_terbaca:
            shown = sheet.tertulis.get(place, shown)
            raise TidakTerbaca(sheet.tak_terbaca[place])
        raw = isi.Mentah(shown, sheet.tanggal.get(place), place in sheet.bilangan)
        told = isi.baca(raw, column)
    except TidakTerbaca as error:
        read.cacat(number, column.name, shown or None, str(error))
        return ""
    if told.apa:
        read.catat(f"sel {alamat_sel(*place)}", told.apa)
    if column.kind is Kind.CODE and place in sheet.bilangan and "." in told.teks:
        read.angka.setdefault(column.name, set()).add(number)
    return told.teks


def _judge_header(read: Tabel) -> None:
    """Columns that the sheet lacks or has twice, where it has any data."""
    head = read.kepala
    if not head.ada:
        _judge_headless(read)
        return
    for at, name in head.lain.items():
        read.catat(f"kolom {huruf([at])}", f"judulnya hilang; dibaca sebagai {name}")
    if not read.records:
        return
    for name, places in head.ganda.items():
        read.buta.add(name)
        read.cacat(head.baris, None, None, f"kolom {name} ada dua: {huruf(places)}; hapus satu")
    for column in head.hilang:
        _judge_missing(read, column)


def _judge_headless(read: Tabel) -> None:
    if any(map(any, read.lembar.baris)):
        read.buta.update(read.table.names)
        names = ", ".join(read.table.names)
        read.cacat(None, None, None, f"judul kolomnya tidak ditemukan; tulis pada baris 1: {names}")


def _judge_missing(read: Tabel, column: Column) -> None:
    """A column without a place: empty where nobody needs it and no other column could be it."""
    others = [at for at, heading in read.kepala.asing.items() if not heading]
    if column.tambahan and not others:
        return
    if column.optional and not others:
        read.catat("", f"kolom {column.name} tidak ada; dianggap kosong")
        return
    read.buta.add(column.name)
    hint = f"; kolom {huruf(others)} berisi tanpa judul" if others else ""
    told = f"kolom {column.name} tidak ada; tulis judul itu di atas kolomnya{hint}"
    read.cacat(read.kepala.baris, None, None, told)


def _tell_asides(read: Tabel) -> None:
    """Columns of a person's own."""
    if not read.kepala.ada:
        return
    if read.lembar.tata.di_luar:
        read.catat(f"sel {read.lembar.tata.di_luar}", ASIDE)
    for at, heading in read.kepala.asing.items():
        named = f"kolom {huruf([at])}" + (f" “{heading[:40]}”" if heading else "")
        read.catat(named, ASIDE)


def _judge_hidden(read: Tabel) -> None:
    """Rows that a filter hides are data; those that a person hid may be meant as gone."""
    hidden = sorted(row for row in read.lembar.tata.tersembunyi if row in read.records)
    if not hidden:
        return
    if read.lembar.tata.tersaring:
        for row in hidden:
            read.catat(f"baris {row}", "tersembunyi oleh penyaring; ikut dibaca")
        return
    named = ", ".join(map(str, hidden))
    told = f"baris {named} tersembunyi dan berisi data; tampilkan (Unhide) atau hapus"
    read.cacat(None, None, None, told)
