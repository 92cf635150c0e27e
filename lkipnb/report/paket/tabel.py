"""The tables of a data package: those that were filled in, as corrected, and the results."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pandas as pd

from lkipnb.model import NotApplicable, RentangNilai
from lkipnb.model.bingkai import KELAS, bingkai
from lkipnb.present import sebutan
from lkipnb.present.bahan import sumber
from lkipnb.report.paket.sumber_daya import Lajur, SumberDaya
from lkipnb.schemas import ALL_TABLES, Column, Kind, Table
from lkipnb.workbook import Workbook

HASIL = "hasil-"
# What a table is called by its name; the lines of the budget are one table among the results.
RESULTS = {
    "capaian": "Capaian indikator",
    "capaian_sasaran": "Capaian sasaran",
    "perbandingan": "Capaian indikator terhadap tahun-tahun sebelumnya",
    "kemajuan": "Kemajuan terhadap target akhir Renstra",
    "standar": "Realisasi terhadap standar",
    "efisiensi_sasaran": "Efisiensi sasaran",
    "belanja": "Serapan menurut kelompok belanja",
    "belanja_jenis": "Serapan menurut jenis belanja",
    "pendapatan": "Pendapatan",
    "sumber_dana": "Anggaran menurut sumber dana",
}
# Whose codes the columns of results hold: of one table, or of any.
REFERS = {
    ("", "sasaran"): "sasaran.kode",
    ("capaian", "kode"): "indikator.kode",
    ("perbandingan", "kode"): "indikator.kode",
    ("kemajuan", "kode"): "indikator.kode",
    ("standar", "kode"): "indikator.kode",
    ("capaian_sasaran", "kode"): "sasaran.kode",
    ("efisiensi_sasaran", "kode"): "sasaran.kode",
    ("anggaran_semua", "kode_rekening"): "anggaran.kode_rekening",
}
ANGGARAN = "anggaran_semua"
_KEYS = {
    "capaian": "kode",
    "capaian_sasaran": "kode",
    "perbandingan": "kode",
    "kemajuan": "kode",
    "efisiensi_sasaran": "kode",
}
_PLAIN = (str, bool, int, Decimal, tuple, NotApplicable, RentangNilai)
_UNITS = {"_rp": "Rp", "_persen": "%"}


def sumber_daya(lk: Workbook) -> list[SumberDaya]:
    """Every table that holds a row."""
    return [*_filled(lk), *_computed(lk)]


def _filled(lk: Workbook) -> Iterator[SumberDaya]:
    for name, table in ALL_TABLES.items():
        frame = lk.data.tables[name]
        if not frame.empty:
            columns = [_column(column) for column in table.columns]
            yield SumberDaya(
                _name(name), table.title, columns, frame, table.key, sumber(lk, name), _kind(table)
            )


def _kind(table: Table) -> dict[str, object]:
    kind = "rujukan" if table.folder else "isian"
    return {"lkipnb:jenis": kind}


def _column(column: Column) -> Lajur:
    return Lajur(
        column.name,
        column.meaning,
        column.unit,
        not column.optional,
        column.choices,
        column.refers_to,
        column.numeric or column.kind is Kind.MEASURE,
    )


def _computed(lk: Workbook) -> Iterator[SumberDaya]:
    for name, title in RESULTS.items():
        yield from _result(name, title, bingkai(getattr(lk.results, name), KELAS[name]))
    yield from _result(ANGGARAN, "Serapan tiap baris anggaran", lk.hasil.anggaran_semua)


def _result(name: str, title: str, frame: pd.DataFrame) -> Iterator[SumberDaya]:
    """A table of results, without columns that hold more than one value says."""
    if frame.empty:
        return
    plain = [column for column in frame.columns if _says_one_thing(frame[column])]
    columns = [_computed_column(name, column) for column in plain]
    key = tuple(filter(None, [_KEYS.get(name)]))
    kind = {"lkipnb:jenis": "hasil"}
    yield SumberDaya(HASIL + _name(name), title, columns, frame, key, lain=kind)


def _computed_column(table: str, column: str) -> Lajur:
    unit = _unit(column)
    names = REFERS.get((table, column), REFERS.get(("", column), ""))
    return Lajur(column, sebutan.kolom(column), unit, menunjuk=names, angka=bool(unit))


def _says_one_thing(cells: pd.Series[Any]) -> bool:
    return all(isinstance(value, _PLAIN) or value is None for value in cells)


def _unit(column: str) -> str:
    return next((unit for ending, unit in _UNITS.items() if column.endswith(ending)), "")


def _name(table: str) -> str:
    return table.replace("_", "-")
