"""Columns as wide as their cells need."""

from __future__ import annotations

import pytest

from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.lebar import Teks, pas
from lkipnb.present.tabel.susun import susun

MILIAR = "111.894.583.270"


def widths(kolom: list[Kolom], *rows: dict[str, str]) -> list[float]:
    cells = {column.nama: [Teks(row[column.nama]) for row in rows] for column in kolom}
    return list(pas(kolom, cells).values())


def columns(figures: int, label: float) -> list[Kolom]:
    own = [Kolom(f"n{n}", "Pagu (Rp)", 10, angka=True) for n in range(figures)]
    return [Kolom("uraian", "Uraian", label, kepala=True), *own]


def row(figures: int, jumlah: str = MILIAR) -> dict[str, str]:
    return {"uraian": "Belanja langsung"} | {f"n{n}": jumlah for n in range(figures)}


def test_a_figure_gets_its_room_from_the_column_of_words():
    label, *figures = widths(columns(3, 70), row(3))
    assert sum([label, *figures]) == pytest.approx(100)
    assert min(figures) > 14
    assert label < 60


def test_columns_that_fit_stay_as_they_are():
    assert widths(columns(2, 80), row(0) | {"n0": "1", "n1": "2"}) == [80, 10, 10]


def test_a_table_is_set_close_before_it_stands_on_its_side():
    kept = susun("uji", "", Sajian("", columns(4, 40), [Baris(row(4))]))
    turned = susun("uji", "", Sajian("", columns(6, 40), [Baris(row(6))]))
    close = susun("uji", "", Sajian("", columns(5, 40), [Baris(row(5, f"1.{MILIAR}"))]))
    assert [table.lanskap for table in (kept, close, turned)] == [False, False, True]
    assert [table.rapat for table in (kept, close, turned)] == [False, True, False]


def test_a_long_code_is_not_broken():
    kolom = [Kolom("kode", "Kode", 8, utuh=True), Kolom("uraian", "Uraian", 92)]
    code, _ = widths(kolom, {"kode": "7.01.01.2.01.01.5.1.02", "uraian": "Belanja"})
    assert code > 18
