"""The tables of the agency itself: its assets, its staff, its plan, the lists that it may show."""

from __future__ import annotations

import pytest
from conftest import OPD, TAHUN
from kecil import buka, isi, judul

import lkipnb


def aset(nomor: int, satuan: str = "unit", jumlah: int = 2) -> dict:
    own = {"nomor": nomor, "nama": f"Barang {nomor}", "jumlah": jumlah}
    return own | {"satuan": satuan, "kondisi": "Baik"}


def test_assets_stand_in_the_order_of_their_numbers(tmp_path):
    rows = isi(buka(tmp_path, aset=[aset(10), aset(9), aset(1)]).tabel.aset())
    assert [row[0] for row in rows] == ["1", "9", "10", ""]


@pytest.mark.parametrize(
    ("units", "total"),
    [
        (("unit", "unit"), True),
        (("Unit", "buah"), False),
        (("hektare", "Hektare"), True),
        (("unit", "hektare"), False),
    ],
)
def test_assets_are_summed_only_where_they_have_a_common_unit(tmp_path, units, total):
    rows = isi(buka(tmp_path, aset=[aset(n, u) for n, u in enumerate(units)]).tabel.aset())
    assert (rows[-1][1:3] == ["Jumlah", "4"]) is total


STAFF = [
    {"eselon": "Eselon II", "pendidikan": "S2", "jumlah": 1},
    {"eselon": "Eselon III", "pendidikan": "S2", "jumlah": 2},
    {"eselon": "Eselon III", "pendidikan": "S1", "jumlah": 3},
]


def test_staff_are_counted_by_echelon_and_education_with_both_totals(tmp_path):
    table = buka(tmp_path, pegawai_eselon=STAFF).tabel.pegawai_eselon()
    assert judul(table) == ["Eselon", "S2", "S1", "Jumlah"]
    assert isi(table) == [
        ["Eselon II", "1", "–", "1"],
        ["Eselon III", "2", "3", "5"],
        ["Jumlah", "3", "3", "6"],
    ]
    assert sum(column.lebar for column in table.tampak) == pytest.approx(100, abs=0.1)


def test_staff_are_counted_by_education_and_rank(tmp_path):
    ranks = [
        {"pendidikan": "S1", "golongan": "III", "jumlah": 4},
        {"pendidikan": "SD/SLTA/SMA", "golongan": "II", "jumlah": 2},
    ]
    table = buka(tmp_path, pegawai_golongan=ranks).tabel.pegawai_golongan()
    assert isi(table)[-1] == ["Jumlah", "4", "2", "6"]


def test_the_plan_stands_in_the_order_of_its_numbers_under_the_levels_that_it_has(tmp_path):
    plan = [
        {"kode": "1.10", "jenjang": "tujuan", "induk": "1", "uraian": "Sepuluh"},
        {"kode": "1.9", "jenjang": "tujuan", "induk": "1", "uraian": "Sembilan"},
        {"kode": "1", "jenjang": "misi", "uraian": "Misi"},
    ]
    table = buka(tmp_path, kerangka=plan).tabel.kerangka()
    assert table.judul == "Misi dan tujuan"
    assert [row[:2] for row in isi(table)] == [["Misi", "1"], ["Tujuan", "1.9"], ["Tujuan", "1.10"]]


def test_an_agency_without_a_table_of_data_gets_none(tmp_path):
    tables = buka(tmp_path).tabel
    for name in ("aset", "pegawai_eselon", "pegawai_golongan", "kerangka", "anggaran", "belanja"):
        assert getattr(tables, name)() is None, name


def test_the_lists_of_social_affairs_are_read_down_two_columns(lk):
    people = isi(lk.tabel.pmks())
    assert (len(people), [row[0] for row in people[:2]]) == (13, ["1", "2"])
    assert people[0][2] == "14"
    resources = isi(lk.tabel.psks())
    assert (len(resources), resources[0][2]) == (6, "7")
    assert any(row[1].endswith(" (TAGANA)") for row in resources)


def test_an_agency_of_another_field_shows_no_lists_of_social_affairs(tmp_path):
    tables = buka(tmp_path).tabel
    assert (tables.pmks(), tables.psks()) == (None, None)


def test_regulations_stand_with_what_has_replaced_them(lk):
    table = lk.tabel.peraturan()
    names = [row[0] for row in isi(table)]
    assert "Peraturan Presiden Nomor 29 Tahun 2014" in " ".join(names)
    assert ("Digantikan oleh" in judul(table)) is any(row[2:] and row[2] for row in isi(table))


def test_a_regulation_is_listed_once(data):
    names = [row[0] for row in isi(lkipnb.open(OPD, TAHUN, data=data.path).tabel.peraturan())]
    assert len(names) == len(set(names))
