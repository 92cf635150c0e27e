"""The tables that a table of indicators filled, put in place of the earlier ones, all or none."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from lkipnb.check import contracts
from lkipnb.errors import DataError, Fault, UsageError
from lkipnb.exchange.kinerja.bacaan import Bacaan
from lkipnb.exchange.kinerja.gabung import Gabungan
from lkipnb.exchange.ringkas import lepas, tolak
from lkipnb.load import impor, measured
from lkipnb.load.berkas import OUTSIDE, di_luar
from lkipnb.load.places import year_held
from lkipnb.load.table import text_frame, typed_frame
from lkipnb.schemas import YEAR_TABLES, Indikator, Kind, Kinerja, Table
from lkipnb.storage import backup, place

FIRST_ROW = 2  # of the records of a table, below its header


def simpan(read: Bacaan, made: Gabungan, folder: Path, now: datetime) -> Path | None:
    """Write the tables that changed; gives the backup of the year as it was, if there was any.

    Raises DataError when a cell breaks the contract of its table, other than by being empty;
    UsageError when the year has no folder; BusyError while another run has it; StorageError when
    the disk refuses.  Nothing is written then.
    """
    opd, tahun = folder.parent.name, int(folder.name)
    if not folder.is_dir():
        raise UsageError(f"Folder {folder} belum ada; buat dulu dengan: lkipnb new {opd} {tahun}")
    contents = {YEAR_TABLES[name].file: isi(made, YEAR_TABLES[name]) for name in made.berubah}
    periksa(read, made)
    with year_held(folder.parents[1], opd, tahun, "import --kinerja"):
        saved = _put(folder, contents | _memory(read, made, folder, contents), now)
    lepas(read.berkas)
    return saved


def periksa(read: Bacaan, made: Gabungan) -> None:
    """Raises DataError with what the contracts say of the cells that the file gives, by their place
    in it.
    """
    faults: list[Fault] = []
    kinds = text_frame(isi(made, Indikator.table), Indikator.table, Indikator.table.file)[0]
    indikator, _ = typed_frame(kinds, Indikator.table, Indikator.table.file)
    for name in made.berubah:
        table = YEAR_TABLES[name]
        texts, unread = text_frame(isi(made, table), table, table.file)
        frame, more = typed_frame(texts, table, table.file)
        unread += more
        if any(column.kind is Kind.MEASURE for column in table.columns):
            frame, more = measured.typed(frame, table, indikator)
            unread += more
        unread += contracts.of_table(frame, table)
        faults += _of_the_file(read, made, name, unread)
    if faults:
        raise tolak(faults, read.berkas)


def isi(made: Gabungan, table: Table) -> bytes:
    """A table as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.names)
    for record in made.tabel[table.name]:
        writer.writerow([record.get(name, "") for name in table.names])
    return out.getvalue().encode()


def _of_the_file(read: Bacaan, made: Gabungan, name: str, faults: list[Fault]) -> Iterator[Fault]:
    """The faults of cells that the file gives; what was there before is not judged here."""
    for fault in faults:
        column = (fault.column or "").split(", ")[0]
        origin = made.asal.get((name, (fault.row or 0) - FIRST_ROW, column))
        if origin is not None:
            where = read.where
            yield Fault(where, origin.baris, origin.kolom or column, fault.value, fault.expected)


def _memory(
    read: Bacaan, made: Gabungan, folder: Path, contents: dict[str, bytes]
) -> dict[str, bytes]:
    """Where the rows of `kinerja` came from, when all of them are of this file."""
    table = Kinerja.table
    rows = made.tabel[table.name]
    if table.file not in contents or made.baru.get(table.name, 0) < len(rows):
        return {}
    cells = {(at, name): origin for (of, at, name), origin in made.asal.items() if of == table.name}
    numbers = [cells[at, "indikator"].baris for at in range(len(rows))]
    letters = {name: origin.kolom for (_, name), origin in cells.items() if origin.kolom}
    told = impor.catatan(contents[table.file], read.berkas.name, read.lembar.nama, numbers, letters)
    known = impor.baca(folder) | {table.file: told}
    return {impor.FILE: impor.teks(known)}


def _put(folder: Path, contents: dict[str, bytes], now: datetime) -> Path | None:
    """The new tables beside all else that stands in the folder, in one step."""
    outside = [name for name in contents if di_luar(folder / name, folder.parent)]
    if outside:
        raise DataError(Fault(name, None, None, None, OUTSIDE) for name in outside)
    kept = {name: name for name in _files(folder) if name not in contents}
    saved = _saved(folder, now)
    place.put_folder(folder, contents, kept)
    return saved


def _files(folder: Path) -> list[str]:
    found = [path for path in folder.rglob("*") if path.is_symlink() or path.is_file()]
    return [path.relative_to(folder).as_posix() for path in found]


def _saved(folder: Path, now: datetime) -> Path | None:
    """A backup of the folder, where it holds any table."""
    if not any(folder.glob("*.csv")):
        return None
    return backup.save(folder, now)
