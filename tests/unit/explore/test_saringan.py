"""The budget that is asked for, and its total: each rupiah of what is shown, once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kecil import anggaran, buka

from lkipnb.explore.anggaran import (
    TabelAnggaran,
    indikator_program,
    program_indikator,
    sebutan_jumlah,
)
from lkipnb.explore.saringan import Saringan, saring


@pytest.fixture
def lk(tmp_path):
    return buka(
        tmp_path,
        anggaran=[
            anggaran("1.01.01", 100, 90),
            anggaran("1.01.01.01", 60, 60, sumber_dana="DAU"),
            anggaran("1.01.01.02", 40, 30, sumber_dana="PAD"),
            anggaran("1.01.02", 50, ""),
            anggaran("1.01.02.01", 50, ""),
        ],
        dukungan=[{"kode": "A1", "kode_rekening": "1.01.01.01"}],
    )


def found(lk, **wanted):
    order = {"urutan": wanted.pop("urutan", ""), "menurun": wanted.pop("menurun", True)}
    return saring(lk.results.anggaran_semua.baris, Saringan(**wanted), **order)


def codes(tersaring):
    return [line.kode_rekening for line in tersaring.baris]


def test_without_a_condition_all_is_shown_and_the_total_is_that_of_the_report(lk):
    whole = found(lk)
    assert whole.semua
    assert whole.jumlah == lk.results.anggaran_semua.jumlah
    assert sebutan_jumlah(whole) == "Jumlah seluruhnya"


def test_a_line_and_the_line_above_it_are_counted_once(lk):
    some = found(lk, teks="1.01.01")
    assert codes(some) == ["1.01.01", "1.01.01.01", "1.01.01.02"]
    assert some.jumlah.pagu_rp == 100
    assert sebutan_jumlah(some) == "Jumlah 3 baris yang tampil (tersaring)"


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ({"teks": "BARIS 1.01.02.01"}, ["1.01.02.01"]),
        ({"jenjang": "kegiatan", "sumber_dana": "PAD"}, ["1.01.01.02"]),
        ({"serapan": (Decimal(90), Decimal(100))}, ["1.01.01", "1.01.01.01"]),
        ({"serapan": (None, Decimal(75))}, ["1.01.01.02"]),
        ({"sisa": (Decimal(10), None)}, ["1.01.01", "1.01.01.02"]),
        ({"program": ("1.01.02",)}, ["1.01.02", "1.01.02.01"]),
        ({"teks": "tidak ada"}, []),
    ],
)
def test_each_condition_leaves_what_it_says(lk, wanted, shown):
    assert codes(found(lk, **wanted)) == shown


def test_lines_are_ordered_by_a_column_and_those_without_a_value_come_last(lk):
    by_share = found(lk, urutan="serapan_persen", menurun=False, jenjang="kegiatan")
    assert codes(by_share) == ["1.01.01.02", "1.01.01.01", "1.01.02.01"]


def test_the_table_ends_with_the_total_of_what_is_shown(lk):
    table = TabelAnggaran(lk)
    line, last = table.tabel(found(lk, sumber_dana="DAU")).baris
    assert [line.sel[0].teks, line.sel[1].teks.strip()] == ["1.01.01.01", "Baris 1.01.01.01"]
    assert (last.peran, last.sel[3].isi) == ("jumlah", "60")
    assert len(table.tabel(found(lk)).baris) == 6


def test_a_programme_and_the_indicators_that_it_serves_lead_to_each_other(lk):
    assert program_indikator(lk, "A1") == ("1.01.01",)
    assert indikator_program(lk, "1.01.01") == ("A1",)
    assert indikator_program(lk, "1.01.02") == ()
