"""The workbook: one agency and fiscal year, loaded, checked and calculated, ready to present."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lkipnb import check
from lkipnb.calculate import calculate
from lkipnb.errors import DataError
from lkipnb.load.dataset import load
from lkipnb.load.places import data_folder
from lkipnb.model import Dataset, Results
from lkipnb.present.block import Nomor
from lkipnb.rules import Rules, rules


@dataclass(frozen=True)
class Workbook:
    """What a chapter notebook works with: `data`, `hasil`, `rules`, and the blocks made from them."""

    data: Dataset
    rules: Rules
    hasil: Results
    nomor: Nomor

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
        faults = faults + [f for f in check.faults(dataset) if f.file not in _unreadable(faults)]
    if faults or dataset is None:
        raise DataError(faults)
    in_force = rules(tahun)
    return Workbook(dataset, in_force, calculate(dataset, in_force), Nomor(bab))


def _unreadable(faults) -> set[str]:
    """Files that could not be read as a table at all; their contracts say nothing more."""
    return {f.file for f in faults if f.row in (None, 1)}
