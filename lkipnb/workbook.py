"""The workbook: one agency and fiscal year, loaded, checked and calculated, ready to present."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lkipnb import check
from lkipnb.calculate import calculate
from lkipnb.errors import DataError, UsageError
from lkipnb.load.dataset import load
from lkipnb.load.places import data_folder
from lkipnb.present.bahan import Bahan
from lkipnb.present.block import Narasi, Nomor, TandaTangan
from lkipnb.present.magic import register
from lkipnb.rules import rules
from lkipnb.schemas import PROSE


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
    dataset, faults = load(opd, tahun, data_folder(data))
    if dataset is not None:
        told = {(fault.file, fault.row, fault.column) for fault in faults}
        faults = faults + [f for f in check.faults(dataset) if (f.file, f.row, f.column) not in told]
    if faults or dataset is None:
        raise DataError(faults)
    in_force = rules(tahun)
    lk = Workbook(dataset, in_force, calculate(dataset, in_force), Nomor(bab))
    register(lk.tulis)
    return lk
