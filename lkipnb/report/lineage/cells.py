"""The cells of `data/` that origins rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce

import pandas as pd

from lkipnb.asal import nilai
from lkipnb.calculate.telusur import ATURAN
from lkipnb.errors import DataError
from lkipnb.load import profile
from lkipnb.load.corrections import cocok
from lkipnb.load.dataset import load
from lkipnb.load.impor import tempat
from lkipnb.model import Dataset
from lkipnb.present.konteks import PROFILE
from lkipnb.report.lineage.formulir import Impor
from lkipnb.schemas import REFERENCE_FOLDER, REFERENCE_TABLES, Koreksi
from lkipnb.workbook import Workbook

Tables = Mapping[str, pd.DataFrame]
Place = tuple[str, int, str]


class Sumber:
    """The cells of `data/` by their origin, of this year and of earlier ones."""

    def __init__(self, lk: Workbook):
        self._lk = lk
        self._years: dict[str, Dataset] = {}
        self._mended = dict(_mended(lk))

    def isi(self, tabel: str, kolom: str, baris: int) -> object:
        """The value of a cell as the calculations use it."""
        if tabel == PROFILE:
            return reduce(getattr, kolom.split("."), self._lk.data.profil)
        year, _, name = tabel.rpartition("/")
        frame = self._tables(year)[name]
        return frame.at[baris, kolom]

    def hitung(self, expression: str) -> object:
        """The value of an origin, computed again from the cells."""
        rules = {**ATURAN, "baris": self._rows}
        return nilai(expression, self.isi, rules)

    def sel(self, tabel: str, kolom: str, baris: int) -> dict[str, object]:
        """A cell of the graph."""
        year, _, name = tabel.rpartition("/")
        told: dict[str, object] = {
            "berkas": self._file(year, name),
            "baris": baris,
            "kolom": kolom,
            "nilai": str(self.isi(tabel, kolom, baris)),
        }
        written = tempat(self._impor(year), f"{name}.csv", baris, kolom)
        if written:
            told["asal"] = written
        correction = self._mended.get((name, baris, kolom))
        if correction and not year:
            printed = self._lk.data.printed[name]
            told["tercetak"] = str(printed.at[baris, kolom])
            told["koreksi"] = correction
        return told

    def _file(self, year: str, name: str) -> str:
        """`2020/kinerja.csv`, as a path below the folder of the agency."""
        folder = year or self._lk.data.tahun
        if name == PROFILE:
            return f"{folder}/{profile.FILE}"
        if name in REFERENCE_TABLES:
            folder = REFERENCE_FOLDER
        return f"{folder}/{name}.csv"

    def _rows(self, name: str) -> int:
        printed = self._lk.data.printed.get(name)
        if printed is not None:
            return len(printed)
        return len(self._lk.data.tables[name])

    def _tables(self, year: str) -> Tables:
        return self._data(year).tables

    def _impor(self, year: str) -> Impor:
        return self._data(year).impor

    def _data(self, year: str) -> Dataset:
        if not year:
            return self._lk.data
        if year not in self._years:
            self._years[year] = self._loaded(int(year))
        return self._years[year]

    def _loaded(self, year: int) -> Dataset:
        dataset, faults = load(self._lk.data.opd, year, self._lk.folder)
        if dataset is None:
            raise DataError(faults)
        return dataset


def _mended(lk: Workbook) -> Iterator[tuple[Place, str]]:
    """Each mended cell with the code of its correction."""
    for entry in lk.data.baris(Koreksi):
        for row in _rows_of(entry, lk):
            place = (entry.tabel, row, entry.kolom)
            yield place, entry.kode


def _rows_of(entry: Koreksi, lk: Workbook) -> list[int]:
    frame = lk.data.printed.get(entry.tabel)
    if frame is None:
        return []
    return cocok(frame, entry.kunci) or []
