"""The workbook: one agency and fiscal year, loaded, checked and calculated, ready to present."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from lkipnb import check
from lkipnb.calculate import calculate
from lkipnb.errors import DataError, UsageError
from lkipnb.load.dataset import load
from lkipnb.load.places import data_folder, years
from lkipnb.model import Dataset, Results
from lkipnb.present.bahan import Bahan
from lkipnb.present.block import Narasi, Nomor, TandaTangan
from lkipnb.present.magic import register
from lkipnb.rules import rules
from lkipnb.schemas import KINERJA, PROSE

EARLIER_YEARS = 5


@dataclass(frozen=True)
class Workbook(Bahan):
    """What a chapter notebook works with: `data`, `hasil`, `rules`, and the blocks made from them."""

    @cached_property
    def konteks(self) -> dict[str, object]:
        """The values that prose may show, by name."""
        from lkipnb.present.konteks import konteks

        return konteks(self)

    def tulis(self, template: str) -> Narasi:
        """Prose in Markdown with Jinja values, rendered with the values of this workbook."""
        from lkipnb.present.narasi import render

        return Narasi(render(template, self.konteks))

    def narasi(self, nama: str) -> Narasi:
        """The agency's own prose `narasi/<nama>.md`; a stated gap where it has not been written.

        Raises UsageError for a name that no chapter knows.
        """
        if nama in self.data.narasi:
            return self.tulis(self.data.narasi[nama])
        if nama not in PROSE:
            raise UsageError(f"Narasi “{nama}” tidak dikenal; diharapkan salah satu dari: {', '.join(PROSE)}.")
        return self.tulis(f"*{PROSE[nama]} belum diisi (narasi/{nama}.md).*")

    def tanda_tangan(self) -> TandaTangan:
        """The signature block of the head of the agency."""
        from lkipnb.present.tanda_tangan import tanda_tangan

        return TandaTangan(tanda_tangan(self.data.profil))

    @cached_property
    def tabel(self):
        """The tables of the report, one method each."""
        from lkipnb.present.tabel import DaftarTabel

        return DaftarTabel(self)

    @cached_property
    def gambar(self):
        """The pictures of the report, one method each."""
        from lkipnb.present.gambar import DaftarGambar

        return DaftarGambar(self)


def open_workbook(opd: str, tahun: int, bab: str = "", data: str | Path | None = None) -> Workbook:
    """Load, check and calculate one agency and fiscal year.

    `bab` numbers the tables and pictures (`3` gives Tabel 3.1).  Raises UsageError when the
    agency or year does not exist, DataError with every fault when the data break a contract.
    """
    folder = data_folder(data)
    dataset, results = _year(opd, tahun, folder)
    earlier = {year: _earlier(opd, year, folder) for year in _earlier_years(opd, tahun, folder)}
    lk = Workbook(dataset, rules(tahun), results, Nomor(bab), earlier)
    register(lk.tulis)
    return lk


def _year(opd: str, tahun: int, folder: Path) -> tuple[Dataset, Results]:
    """One year, loaded, checked and calculated.  Raises DataError with every fault."""
    dataset, faults = load(opd, tahun, folder)
    if dataset is not None:
        told = {(fault.file, fault.row, fault.column) for fault in faults}
        faults = faults + [f for f in check.faults(dataset) if (f.file, f.row, f.column) not in told]
    if faults or dataset is None:
        raise DataError(faults)
    return dataset, calculate(dataset, rules(tahun))


def _earlier_years(opd: str, tahun: int, folder: Path) -> list[int]:
    """The years before this one that have been measured, up to `EARLIER_YEARS` back."""
    return [
        year
        for year in years(folder, opd)
        if tahun - EARLIER_YEARS <= year < tahun and (folder / opd / str(year) / KINERJA.file).is_file()
    ]


def _earlier(opd: str, tahun: int, folder: Path) -> Results:
    """The results of an earlier year; a fault in it is told with the year."""
    try:
        return _year(opd, tahun, folder)[1]
    except DataError as error:
        raise DataError(replace(fault, file=f"{tahun}/{fault.file}") for fault in error.faults) from error
