"""What was read of an export, written as the table `anggaran` of a year."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from lkipnb.bilangan import sebut
from lkipnb.check import contracts
from lkipnb.errors import DataError, Fault, UsageError
from lkipnb.exchange.lra.baris import Baris
from lkipnb.exchange.lra.ekspor import Terbaca
from lkipnb.exchange.lra.jumlah import Selisih
from lkipnb.exchange.lra.kolom import AMOUNTS, KODE, MURNI, PAGU, SHARES, SUMBER, URAIAN
from lkipnb.exchange.lra.petunjuk import petunjuk
from lkipnb.exchange.ringkas import tolak
from lkipnb.load import impor
from lkipnb.load.berkas import OUTSIDE, di_luar
from lkipnb.load.places import year_held, year_path
from lkipnb.load.table import text_frame, typed_frame
from lkipnb.schemas import Anggaran
from lkipnb.storage import backup, place

TABLE = Anggaran.table


def tulis(
    read: Terbaca, opd: str, tahun: int, data: Path, now: datetime, *, apa_adanya: bool = False
) -> Path | None:
    """Write the lines as `anggaran.csv` of the year; gives the backup of the earlier table, if
    there was one.

    Raises DataError when sums do not hold (unless `apa_adanya`) and when a line breaks the contract
    of the table; UsageError when the year has no folder yet; BusyError while another run has the
    year; StorageError when the disk refuses.  Nothing is written then.
    """
    folder = year_path(data, opd, tahun)
    if not folder.is_dir():
        raise UsageError(f"Folder {folder} belum ada; buat dulu dengan: lkipnb new {opd} {tahun}")
    if read.selisih and not apa_adanya:
        raise tolak([_fault(read, wrong) for wrong in read.selisih], read.berkas)
    content = _csv(read.baris).encode()
    faults = _breaches(read, content)
    if faults:
        raise tolak(faults, read.berkas)
    with year_held(data, opd, tahun, "import --lra"):
        return _put(folder, content, read, now)


def _put(folder: Path, content: bytes, read: Terbaca, now: datetime) -> Path | None:
    """The table, and beside it where its rows came from, in place of the earlier ones."""
    target = folder / TABLE.file
    _refuse_links_out(folder, (TABLE.file, impor.FILE))
    saved = backup.save(target, now) if target.is_file() else None
    place.put_file(target, content)
    rows = [line.nomor for line in read.baris]
    origin = impor.catatan(content, read.berkas.name, read.lembar.nama, rows, {})
    known = impor.baca(folder) | {TABLE.file: origin}
    place.put_file(folder / impor.FILE, impor.teks(known))
    return saved


def _refuse_links_out(folder: Path, files: Iterable[str]) -> None:
    """A link that came with a folder must not let us write over a file elsewhere."""
    outside = [file for file in files if di_luar(folder / file, folder.parent)]
    if outside:
        raise DataError(Fault(file, None, None, None, OUTSIDE) for file in outside)


def _breaches(read: Terbaca, content: bytes) -> list[Fault]:
    """What the contract of the table says of the lines, told by their row in the export."""
    texts, faults = text_frame(content, TABLE, TABLE.file)
    frame, unread = typed_frame(texts, TABLE, TABLE.file)
    faults += unread
    faults += contracts.of_table(frame, TABLE)
    rows: dict[int | None, int] = {at: line.nomor for at, line in enumerate(read.baris, start=2)}
    where = read.lembar.nama
    return [replace(fault, file=where, row=rows.get(fault.row, fault.row)) for fault in faults]


def _csv(lines: tuple[Baris, ...]) -> str:
    """The lines in the columns of the table; the budget before a change only where one differs."""
    left_out = () if any(_changed(line) for line in lines) else (MURNI,)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(TABLE.names)
    for line in lines:
        cells = _cells(line) | dict.fromkeys(left_out, "")
        writer.writerow([cells[name] for name in TABLE.names])
    return out.getvalue()


def _changed(line: Baris) -> bool:
    before = line.jumlah[MURNI]
    return before is not None and before != line.jumlah[PAGU]


def _cells(line: Baris) -> dict[str, str]:
    numbers = {kind: _plain(line.jumlah[kind]) for kind in (*AMOUNTS, *SHARES)}
    return numbers | {KODE: line.kode, URAIAN: line.uraian, SUMBER: line.sumber_dana}


def _plain(value: Decimal | None) -> str:
    if value is None:
        return ""
    return format(value, "f")


def _fault(read: Terbaca, wrong: Selisih) -> Fault:
    told = f"“{wrong.uraian}” tidak sama dengan {wrong.menurut}, {sebut(wrong.terhitung)}"
    hidden = {row + 1 for row in read.lembar.baris_tersembunyi}
    hint = petunjuk(wrong, read.isi.baris, hidden)
    told = f"{told}; {hint}" if hint else told
    return Fault(read.lembar.nama, wrong.nomor, wrong.kolom, str(wrong.tercetak), told)
