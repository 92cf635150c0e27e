"""An export of the budget system (LRA) into the table `anggaran` of a year.

Offices have these as Excel or CSV with title lines, merged cells, codes over several columns,
indented names, totals and footers.  What was understood is told; what does not add up is refused,
unless it is to be kept as printed.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from lkipnb.bilangan import sebut
from lkipnb.calculate.rekening import ruas
from lkipnb.check import contracts
from lkipnb.errors import DataError, Fault, UsageError
from lkipnb.exchange.lra.baris import AMOUNTS, SHARES, Baris, Isi, isi
from lkipnb.exchange.lra.judul import MURNI, PAGU, Judul, cari
from lkipnb.exchange.lra.jumlah import Selisih, periksa, tanpa_jumlah
from lkipnb.exchange.lra.lembar import lembar
from lkipnb.load import impor
from lkipnb.load.places import year_held, year_path
from lkipnb.load.table import text_frame, typed_frame
from lkipnb.load.xlsx import Rows
from lkipnb.schemas import Anggaran
from lkipnb.storage import backup, place

FRACTION = Decimal("1.5")  # a column whose largest share is below this holds fractions, not percent
_YEAR = re.compile(r"\b(20[0-9]{2})\b")


@dataclass(frozen=True)
class Terbaca:
    """What an export was understood to hold.

    `kolom` tells the heading that each column of `anggaran` was read from; `tahun` is the year that
    the title lines name, if any; `selisih` are the sums that do not hold.
    """

    berkas: str
    lembar: str
    judul: int
    tahun: int | None
    kolom: Mapping[str, str]
    baris: tuple[Baris, ...]
    total: tuple[Baris, ...]
    dilewati: tuple[tuple[int, str], ...]
    ditafsirkan: tuple[tuple[int, str, str], ...]
    selisih: tuple[Selisih, ...]

    @property
    def ruas(self) -> dict[int, int]:
        """How many lines have codes of how many segments."""
        return dict(sorted(Counter(len(ruas(line.kode)) for line in self.baris).items()))


def baca(path: Path) -> Terbaca:
    """Read an export.  Raises DataError with every fault when no header is found or a line cannot
    be read.
    """
    headed = [(name, rows, found) for name, rows in lembar(path).items() if (found := cari(rows))]
    if not headed:
        expected = "judul kolom tidak ditemukan; diharapkan kolom uraian, anggaran, dan realisasi"
        raise DataError([Fault(path.name, None, None, None, expected)])
    name, rows, judul = max(headed, key=lambda sheet: len(sheet[1]))
    where = path.name if name == path.name else f"{path.name}, lembar {name}"
    content = isi(rows, judul, where)
    if not content.baris and not content.faults:
        raise DataError(
            [Fault(where, judul.data + 1, None, None, "tidak ada baris anggaran di bawah judul")]
        )
    if content.faults:
        raise DataError(content.faults)
    return _terbaca(path.name, name, rows, judul, content)


def _terbaca(file: str, name: str, rows: Rows, judul: Judul, content: Isi) -> Terbaca:
    lines = _in_percent(tanpa_jumlah(content.baris))
    return Terbaca(
        berkas=file,
        lembar=name,
        judul=judul.baris + 1,
        tahun=_year(rows[: judul.baris]),
        kolom={
            held: judul.teks.get(at, "") for at, held in sorted(judul.kolom.items(), reverse=True)
        },
        baris=tuple(lines),
        total=content.total,
        dilewati=content.dilewati,
        ditafsirkan=content.ditafsirkan,
        selisih=tuple(periksa(lines, content.total)),
    )


def _year(title: Rows) -> int | None:
    """The year of the title lines: that of the fiscal year before any other."""
    text = " ".join(" ".join(row) for row in title)
    named = re.search(r"tahun\s+anggaran\D{0,5}(20[0-9]{2})", text, re.IGNORECASE) or _YEAR.search(
        text
    )
    return int(named[1]) if named else None


def _in_percent(lines: list[Baris]) -> list[Baris]:
    """Excel keeps 98,55% as 0.9855; then all shares of the column are small, and none has a percent
    sign.
    """
    whole = lines
    for kind in (each for each in SHARES if not any(each in line.berpersen for line in lines)):
        told = [line.jumlah[kind] for line in whole if line.jumlah.get(kind) is not None]
        if told and max(told) <= FRACTION:
            whole = [
                replace(b, jumlah={**b.jumlah, kind: _times_100(b.jumlah.get(kind))}) for b in whole
            ]
    return whole


def _times_100(value: Decimal | None) -> Decimal | None:
    return None if value is None else value * 100


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
        raise DataError([_fault(read, wrong) for wrong in read.selisih])
    content = _csv(read)
    if faults := _breaches(read, content.encode()):
        raise DataError(faults)
    target = folder / Anggaran.table.file
    with year_held(data, opd, tahun, "import --lra"):
        saved = backup.save(target, now) if target.is_file() else None
        place.put_file(target, content.encode())
        told = impor.catatan(
            content.encode(), read.berkas, read.lembar, [line.nomor for line in read.baris], {}
        )
        place.put_file(
            folder / impor.FILE, impor.teks(impor.baca(folder) | {Anggaran.table.file: told})
        )
    return saved


def _breaches(read: Terbaca, content: bytes) -> list[Fault]:
    """What the contract of the table says of the lines, told by their row in the export."""
    texts, _ = text_frame(content, Anggaran.table, Anggaran.table.file)
    frame, faults = typed_frame(texts, Anggaran.table, Anggaran.table.file)
    faults += contracts.of_table(frame, Anggaran.table)
    rows = {at: line.nomor for at, line in enumerate(read.baris, start=2)}
    return [
        replace(fault, file=read.lembar, row=rows.get(fault.row, fault.row)) for fault in faults
    ]


def _csv(read: Terbaca) -> str:
    changed = any(
        line.jumlah.get(MURNI) is not None and line.jumlah[MURNI] != line.jumlah.get(PAGU)
        for line in read.baris
    )
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Anggaran.table.names)
    for line in read.baris:
        cells = {kind: _plain(line.jumlah.get(kind)) for kind in (*AMOUNTS, *SHARES)}
        cells |= {
            "kode_rekening": line.kode,
            "uraian": line.uraian,
            "sumber_dana": line.sumber_dana,
        }
        cells |= {} if changed else {MURNI: ""}
        writer.writerow([cells[name] for name in Anggaran.table.names])
    return out.getvalue()


def _plain(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def _fault(read: Terbaca, wrong: Selisih) -> Fault:
    told = f"“{wrong.uraian}” tidak sama dengan jumlah rinciannya, {sebut(wrong.terhitung)}"
    return Fault(read.lembar, wrong.nomor, wrong.kolom, str(wrong.tercetak), told)


__all__ = ["Selisih", "Terbaca", "baca", "tulis"]
