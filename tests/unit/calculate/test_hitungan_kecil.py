"""The small calculations, each on the fewest rows that show what it decides."""

from __future__ import annotations

from decimal import Decimal

import pytest
from baris import baris

from lkipnb.calculate.aset import dapat_dijumlah
from lkipnb.calculate.belanja import belanja_jenis, jumlah_kelompok, jumlah_pendapatan, penerimaan
from lkipnb.calculate.kerangka import jenjang_kerangka
from lkipnb.calculate.silang import JUMLAH, tabel_silang
from lkipnb.calculate.ujung import di_ujung
from lkipnb.desimal import banyak_desimal
from lkipnb.model import CapaianIndikator
from lkipnb.schemas import Aset, BelanjaJenis, Kerangka, Pendapatan


@pytest.mark.parametrize(
    ("units", "together"),
    [(["unit", "Unit"], True), (["unit", "m2"], False), ([], True)],
)
def test_assets_have_a_sum_only_in_one_unit(units, together):
    assert dapat_dijumlah([baris(Aset, satuan=unit) for unit in units]) is together


def kind(group: str, name: str, pagu: int, realisasi: int | None) -> BelanjaJenis:
    done = None if realisasi is None else Decimal(realisasi)
    return baris(BelanjaJenis, kelompok=group, jenis=name, pagu_rp=Decimal(pagu), realisasi_rp=done)


def test_kinds_of_spending_add_up_to_their_group_and_the_share_follows_from_the_sums():
    kinds = belanja_jenis(
        [
            kind("Operasi", "Pegawai", 300, 300),
            kind("Modal", "Gedung", 50, 10),
            kind("Operasi", "Barang", 100, 20),
        ]
    )
    groups = jumlah_kelompok(kinds)
    assert [(group.kelompok, group.pagu_rp, group.realisasi_rp) for group in groups] == [
        ("Operasi", 400, 320),
        ("Modal", 50, 10),
    ]
    # The mean of 100 % and 20 % would be 60 %.
    assert groups[0].serapan_persen == 80


def test_a_kind_that_is_not_reported_leaves_its_group_without_a_sum():
    (group,) = jumlah_kelompok(
        belanja_jenis([kind("Operasi", "Pegawai", 300, 300), kind("Operasi", "Barang", 100, None)])
    )
    assert (group.pagu_rp, group.realisasi_rp, group.serapan_persen) == (400, None, None)


def income(target: int, realisasi: int | None) -> Pendapatan:
    done = None if realisasi is None else Decimal(realisasi)
    return baris(Pendapatan, target_rp=Decimal(target), realisasi_rp=done)


def test_income_is_compared_with_its_target_and_surplus_is_above_zero():
    rows = [income(200, 250), income(100, 80)]
    whole = jumlah_pendapatan(rows)
    assert (whole.target_rp, whole.realisasi_rp, whole.lebih_rp) == (300, 330, 30)
    assert whole.tercapai_persen == 110
    assert [row.lebih_rp for row in penerimaan(rows)] == [50, -20]


def test_income_that_is_not_reported_is_no_zero():
    whole = jumlah_pendapatan([income(200, 250), income(100, None)])
    assert (whole.realisasi_rp, whole.lebih_rp, whole.tercapai_persen) == (None, None, None)


def test_the_levels_of_the_frame_stand_from_the_mission_down_as_far_as_they_are_filled():
    filled = [baris(Kerangka, jenjang=level) for level in ("kebijakan", "misi", "misi")]
    assert jenjang_kerangka(filled) == ("misi", "kebijakan")


def test_a_cross_table_has_its_margins_and_counts_what_is_not_told_as_none():
    table = tabel_silang(
        [("S1", "III", Decimal(4)), ("SMA", "II", Decimal(3)), ("S1", "III", Decimal(1))],
        "pendidikan",
        "golongan",
    )
    assert (table.nama_baris, table.nama_kolom) == (("S1", "SMA", JUMLAH), ("III", "II", JUMLAH))
    assert table.sel["S1", "III"] == 5
    assert table.sel["S1", "II"] == 0
    assert table.sel[JUMLAH, "III"] == 5
    assert table.sel["SMA", JUMLAH] == 3
    assert table.sel[JUMLAH, JUMLAH] == 8


def reached(code: str, share: int | None) -> CapaianIndikator:
    value = None if share is None else Decimal(share)
    return baris(CapaianIndikator, kode=code, capaian_persen=value)


def test_all_that_stand_lowest_and_highest_are_named_together():
    rows = [reached("A", 90), reached("B", 50), reached("C", 90), reached("D", None)]
    ends = di_ujung(rows, "capaian_persen")
    assert [row.kode for row in ends.terendah] == ["B"]
    assert [row.kode for row in ends.tertinggi] == ["A", "C"]


@pytest.mark.parametrize("shares", [[90], [90, 90], [90, None]])
def test_where_all_are_alike_none_stands_highest(shares):
    ends = di_ujung([reached("A", share) for share in shares], "capaian_persen")
    assert (ends.terendah, ends.tertinggi) == ((), ())


@pytest.mark.parametrize(("number", "places"), [("1.50", 2), ("7", 0), ("1E+3", -3)])
def test_decimals_are_those_that_are_written(number, places):
    assert banyak_desimal(Decimal(number)) == places
