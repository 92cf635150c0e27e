"""Results as pandas frames, for an analyst: `lk.hasil`.

The program itself reads the rows (`Results`).  A frame is made when it is first asked for: a column
for each field of its rows, in their order, and `attrs["satuan"]` with the unit of each column whose
name tells it.  Levels and flags that every row has are integers and booleans of pandas.  Amounts
stay exact numbers that know their cells (a Decimal, or None for what is not known):
`frame.capaian_persen.astype(float)` makes what pandas computes with, and leaves both behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cached_property
from typing import Any, get_type_hints

import pandas as pd

from lkipnb.model.anggaran import (
    BarisAnggaran,
    JumlahKelompok,
    JumlahSumberDana,
    Realisasi,
    SerapanJenis,
    SerapanKelompok,
    SumberPendapatan,
)
from lkipnb.model.hasil import Results
from lkipnb.model.kinerja import (
    CapaianIndikator,
    CapaianSasaran,
    EfisiensiIndikator,
    EfisiensiSasaran,
    Kemajuan,
    Perbandingan,
    TerhadapStandar,
)
from lkipnb.model.klaim import KlaimTerhitung
from lkipnb.model.kolom import NOMOR_BARIS
from lkipnb.model.pegawai import TabelSilang

WHOLE = (int, bool)  # what no cell leaves empty, in the type of pandas
UNITS = {"_rp": "Rp", "_persen": "%"}


def bingkai(rows: Iterable[object], kelas: type) -> pd.DataFrame:
    """Rows of a class as a frame.  The row of the file, where a row knows it, is no column."""
    names = [field.name for field in fields(kelas) if field.name != NOMOR_BARIS]
    cells = [[getattr(row, name) for name in names] for row in rows]
    frame = pd.DataFrame(cells, columns=names, dtype=object)
    hints = get_type_hints(kelas)
    frame = frame.astype({name: hints[name] for name in names if hints[name] in WHOLE})
    frame.attrs["satuan"] = _units(name for name in names if hints[name] not in WHOLE)
    return frame


def _units(names: Iterable[str]) -> dict[str, str]:
    """The unit of each column whose name tells one."""
    units = {name: _unit(name) for name in names}
    return {name: unit for name, unit in units.items() if unit}


def _unit(name: str) -> str:
    for ending, unit in UNITS.items():
        if name.endswith(ending):
            return unit
    return ""


def silang(tabel: TabelSilang) -> pd.DataFrame:
    """A cross table with its margins."""
    cells = [[tabel.sel[row, column] for column in tabel.nama_kolom] for row in tabel.nama_baris]
    frame = pd.DataFrame(cells, index=tabel.nama_baris, columns=tabel.nama_kolom, dtype=object)
    return frame.rename_axis(index=tabel.baris, columns=tabel.kolom)


@dataclass(frozen=True)
class PegawaiBingkai:
    """The staff: head count, count per sex, and two cross tables with margins."""

    jumlah: Decimal
    kelamin: Mapping[str, Decimal]
    eselon: pd.DataFrame
    golongan: pd.DataFrame


# The class of the rows of each frame.
KELAS: Mapping[str, type] = {
    "capaian": CapaianIndikator,
    "perbandingan": Perbandingan,
    "dihapus": CapaianIndikator,
    "kemajuan": Kemajuan,
    "standar": TerhadapStandar,
    "efisiensi": EfisiensiIndikator,
    "efisiensi_sasaran": EfisiensiSasaran,
    "capaian_sasaran": CapaianSasaran,
    "belanja": SerapanKelompok,
    "belanja_jenis": SerapanJenis,
    "jumlah_kelompok": JumlahKelompok,
    "pendapatan": SumberPendapatan,
    "sumber_dana": JumlahSumberDana,
    "klaim_anggaran": KlaimTerhitung,
    "klaim_kinerja": KlaimTerhitung,
}
ANGGARAN = ("anggaran", "anggaran_lain", "anggaran_semua")


class Hasil:
    """The results as frames, by the names of `Results`; single figures are as they are there.

    `klaim` bears the row of its file as index; `anggaran` and its parts are frames of their lines,
    with the total beside them (`anggaran_jumlah`).
    """

    def __init__(self, results: Results):
        self._results = results

    def __dir__(self) -> list[str]:
        return sorted({*vars(self._results), "anggaran_jumlah", "anggaran_semua_jumlah"})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        made = self._made(name)
        self.__dict__[name] = made
        return made

    def _made(self, name: str) -> object:
        value = getattr(self._results, name)
        if name in ANGGARAN:
            return bingkai(value.baris, BarisAnggaran)
        if name in KELAS:
            return bingkai(value, KELAS[name])
        return value

    @cached_property
    def lampau(self) -> Mapping[int, pd.DataFrame]:
        known = self._results.lampau
        return {year: bingkai(rows, CapaianIndikator) for year, rows in known.items()}

    @cached_property
    def klaim(self) -> pd.DataFrame:
        rows = self._results.klaim
        frame = bingkai(rows, KlaimTerhitung)
        frame.index = pd.Index([row.baris for row in rows])
        return frame

    @property
    def anggaran_jumlah(self) -> Realisasi:
        return self._results.anggaran.jumlah

    @property
    def anggaran_semua_jumlah(self) -> Realisasi:
        return self._results.anggaran_semua.jumlah

    @cached_property
    def pegawai(self) -> PegawaiBingkai:
        staff = self._results.pegawai
        return PegawaiBingkai(
            staff.jumlah, staff.kelamin, silang(staff.eselon), silang(staff.golongan)
        )
