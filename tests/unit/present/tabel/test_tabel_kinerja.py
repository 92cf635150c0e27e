"""The tables of indicators: what each shows, and from how many rows on it is a table at all."""

from __future__ import annotations

import pytest
from kecil import anggaran, buka, indikator, isi, judul, kinerja

from lkipnb.present.tabel.selisih import CATATAN

S1, S2 = (
    {"kode": "S1", "uraian": "Meningkatnya mutu pelayanan publik"},
    {"kode": "S2", "uraian": "Meningkatnya tata kelola"},
)


def numbered(banyak: int, **cells: object) -> list:
    return [indikator(kode=f"A{n}", nama=f"Cakupan {n}", **cells) for n in range(1, banyak + 1)]


def measured(*realisasi: object, target: object = 60) -> list:
    return [kinerja(f"A{n}", target, value) for n, value in enumerate(realisasi, start=1)]


def test_indicators_stand_in_the_order_of_their_numbers(tmp_path):
    """IKU-9 before IKU-10, whatever the order of the file."""
    codes = ("IKU-10", "IKU-9", "IKU-1")
    kinds = [indikator(kode=kode, nama=kode) for kode in codes]
    lk = buka(tmp_path, indikator=kinds, kinerja=[kinerja(kode) for kode in codes])
    wanted = ["IKU-1", "IKU-9", "IKU-10"]
    assert [row[0] for row in isi(lk.tabel.capaian_iku())][:3] == wanted
    assert [row[1] for row in isi(lk.tabel.perjanjian_kinerja())] == wanted
    assert [row[0] for row in isi(lk.tabel.indikator())] == wanted
    assert [row[0] for row in isi(lk.tabel.target("S1"))][:3] == wanted


def test_the_mean_of_each_sasaran_and_of_all_stands_below_its_indicators(tmp_path):
    kinds = [indikator(), indikator(kode="B1", sasaran="S2"), indikator(kode="B2", sasaran="S2")]
    values = [kinerja("A1", 50, 50), kinerja("B1", 50, 25), kinerja("B2", 50)]
    lk = buka(
        tmp_path, sasaran=[S1, S2], indikator=kinds, kinerja=[*values[:2], kinerja("B2", 50, "")]
    )
    table = lk.tabel.capaian_iku()
    assert [
        (row.grup[:9], *cells[1:]) for row, cells in zip(table.baris, isi(table), strict=True)
    ] == [
        ("Sasaran 1", "Cakupan air minum layak", "50%", "50%", "100,00%", "Sangat Berhasil"),
        ("Sasaran 1", "Rata-rata sasaran", "", "", "100,00%", "Sangat Berhasil"),
        ("Sasaran 2", "Cakupan air minum layak", "50%", "25%", "50,00%", "Tidak Berhasil"),
        (
            "Sasaran 2",
            "Cakupan air minum layak",
            "50%",
            "belum dilaporkan",
            "–",
            "realisasi belum dilaporkan",
        ),
        ("Sasaran 2", "Rata-rata sasaran", "", "", "50,00%", "Tidak Berhasil"),
        ("Seluruh i", "Rata-rata 2 indikator", "", "", "75,00%", "Cukup Berhasil"),
    ]


def test_one_sasaran_needs_no_table_of_means(tmp_path):
    assert buka(tmp_path).tabel.capaian_sasaran() is None


def test_means_count_what_was_met_and_say_what_is_not_known_where_something_is_not(tmp_path):
    kinds = [indikator(), indikator(kode="B1", sasaran="S2"), indikator(kode="B2", sasaran="S2")]
    known = [kinerja("A1", 50, 50), kinerja("B1", 50, 25), kinerja("B2", 50, 75)]
    silent = [*known[:2], kinerja("B2", 50, "")]
    own = {"sasaran": [S1, S2], "indikator": kinds}
    full = buka(tmp_path / "a", **own, kinerja=known).tabel.capaian_sasaran()
    less = buka(tmp_path / "b", **own, kinerja=silent).tabel.capaian_sasaran()
    assert isi(full)[1] == ["2", S2["uraian"], "2", "1", "100,00%", "Sangat Berhasil"]
    assert "Belum dilaporkan" not in judul(full)
    assert isi(less)[1] == ["2", S2["uraian"], "2", "0", "1", "50,00%", "Tidak Berhasil"]
    assert judul(less)[4] == "Belum dilaporkan"


@pytest.mark.parametrize(("banyak", "rows"), [(2, None), (3, 4)])
def test_a_sasaran_has_a_table_of_targets_from_three_indicators_on(tmp_path, banyak, rows):
    table = buka(tmp_path, indikator=numbered(banyak), kinerja=measured(*[50] * banyak)).tabel
    made = table.target("S1")
    assert (None if made is None else len(made.baris)) == rows


def test_a_target_met_for_years_says_since_when(tmp_path):
    past = [
        {"indikator": "A1", "tahun": year, "target": 50, "realisasi": 55} for year in (2021, 2022)
    ]
    own = {"indikator": numbered(3), "kinerja": measured(70, 50, 50)}
    told = buka(tmp_path / "a", **own, riwayat=past).tabel.target("S1")
    status = [row[6] for row in isi(told)]
    assert status == ["tercapai sejak 2021", "belum tercapai", "belum tercapai", "–"]
    new = buka(tmp_path / "b", **own).tabel.target("S1")
    assert "Status target" not in judul(new)


@pytest.mark.parametrize(
    ("now", "before", "notes"),
    [("26100", "11.7880", True), ("26100", "11.79", False)],
)
def test_a_change_that_the_printed_numbers_do_not_give_has_a_note(tmp_path, now, before, notes):
    past = [{"indikator": "A1", "tahun": 2022, "target": 50, "realisasi": before}]
    kinds = [indikator(pembilang="Anggota", penyebut="Penduduk")]
    rows = [kinerja(realisasi="", nilai_pembilang=now, nilai_penyebut="201340")]
    table = buka(tmp_path, indikator=kinds, kinerja=rows, riwayat=past).tabel.tahun_lalu("S1")
    assert (CATATAN in table.catatan) is notes


def test_the_gap_of_capaian_and_absorption_has_the_same_note(tmp_path):
    money = [anggaran("1.02.02", 3, 2)]
    linked = [{"kode": f"A{n}", "kode_rekening": "1.02.02"} for n in (1, 2, 3)]
    own = {"indikator": numbered(3), "kinerja": measured(50, 50, 50)}
    table = buka(tmp_path, **own, anggaran=money, dukungan=linked).tabel.efisiensi("S1")
    assert isi(table)[0][2:5] == ["83,33%", "66,67%", "+16,67"]
    assert CATATAN in table.catatan


def test_a_change_has_its_sign_and_a_year_without_a_number_a_dash(tmp_path):
    past = [
        {"indikator": "A1", "tahun": 2022, "target": 50, "realisasi": 40},
        {"indikator": "A2", "tahun": 2022, "target": 50, "realisasi": 55},
        {"indikator": "A3", "tahun": 2022, "target": 50},
    ]
    own = {"indikator": numbered(3), "kinerja": measured(50, 50, 50)}
    rows = isi(buka(tmp_path, **own, riwayat=past).tabel.tahun_lalu("S1"))
    assert [row[1:4] for row in rows] == [
        ["40%", "50%", "+10"],
        ["55%", "50%", "−5"],
        ["–", "50%", "–"],
    ]
    assert [row[4] for row in rows] == ["80,00%", "110,00%", "–"]


def test_without_an_earlier_year_there_is_no_table_of_years(tmp_path):
    assert buka(tmp_path).tabel.tahun_lalu("S1") is None


def test_a_quarter_is_told_out_of_its_target_and_a_missing_one_is_a_dash(tmp_path):
    quarters = [
        {"indikator": "A1", "triwulan": 1, "target": 15, "realisasi": 12},
        {"indikator": "A1", "triwulan": 2, "realisasi": 20},
        {"indikator": "A1", "triwulan": 3, "target": 15},
    ]
    own = {"indikator": [indikator(triwulan="terakhir")], "triwulan": quarters}
    table = buka(tmp_path, **own, kinerja=[kinerja(realisasi=50)]).tabel.triwulan("S1")
    assert isi(table)[0][2:] == ["12 (target 15)", "20", "–", "–", "50% (terakhir)"]


def test_an_indicator_that_no_quarter_measures_stands_in_no_table_of_quarters(tmp_path):
    quarters = [{"indikator": "A1", "triwulan": 1, "target": 15, "realisasi": 12}]
    assert buka(tmp_path, triwulan=quarters).tabel.triwulan("S1") is None


@pytest.mark.parametrize(("banyak", "rows"), [(2, None), (3, 3)])
def test_progress_to_the_renstra_is_a_table_from_three_final_targets_on(tmp_path, banyak, rows):
    kinds = numbered(3, sifat_target="tahunan")
    plan = [{"indikator": f"A{n}", "tahun": 2026, "target": 80} for n in range(1, banyak + 1)]
    made = buka(tmp_path, indikator=kinds, kinerja=measured(40, 60, 80), renstra=plan).tabel
    table = made.renstra("S1")
    assert (None if table is None else len(table.baris)) == rows
    if table:
        told = [(row[3], row[4], row[5]) for row in isi(table)]
        assert told == [
            ("80%", "40%", "50,00%"),
            ("80%", "60%", "75,00%"),
            ("80%", "80%", "100,00%"),
        ]


@pytest.mark.parametrize(("banyak", "rows"), [(2, None), (3, 3)])
def test_standards_are_a_table_from_three_on(tmp_path, banyak, rows):
    given = [
        {"indikator": "A1", "lingkup": scope, "nilai": 80, "sumber": "Standar"}
        for scope in ("nasional", "provinsi", "kabupaten/kota")[:banyak]
    ]
    table = buka(tmp_path, standar=given).tabel.standar("S1")
    assert (None if table is None else len(table.baris)) == rows
    if table:
        assert isi(table)[0][2:] == ["Nasional", "80%", "50%", "62,50%", "Standar"]


LINKS = [{"kode": f"A{n}", "kode_rekening": f"1.02.0{n}"} for n in (1, 2, 3)]
BUDGET = [anggaran("1.02.01", 100, 70), anggaran("1.02.02", 100, 90), anggaran("1.02.03", 100, 100)]


def test_efficiency_has_its_sign_and_none_is_told_below_the_target(tmp_path):
    own = {"indikator": numbered(3), "kinerja": measured(50, 40, 60, target=50)}
    rows = isi(buka(tmp_path, **own, anggaran=BUDGET, dukungan=LINKS).tabel.efisiensi("S1"))
    assert [row[2:6] for row in rows[:3]] == [
        ["100,00%", "70,00%", "+30,00", "30,00%"],
        ["80,00%", "90,00%", "−10,00", "–"],
        ["120,00%", "100,00%", "+20,00", "0,00%"],
    ]
    assert rows[3][:3] == ["", "Sasaran ini", "100,00%"]


def test_two_indicators_with_money_have_no_table_of_efficiency(tmp_path):
    own = {"indikator": numbered(3), "kinerja": measured(50, 40, 60, target=50)}
    assert buka(tmp_path, **own, anggaran=BUDGET, dukungan=LINKS[:2]).tabel.efisiensi("S1") is None


def test_how_an_indicator_is_reckoned_is_told_where_the_agency_tells_it(tmp_path):
    told = indikator(pembilang="Rumah berair minum", penyebut="Rumah")
    table = buka(tmp_path / "a", indikator=[told]).tabel.indikator()
    assert table.judul == "Indikator kinerja utama dan cara menghitungnya"
    assert isi(table)[0][2:] == ["Rumah berair minum", "Rumah", "persen, makin tinggi makin baik"]
    bare = buka(tmp_path / "b", indikator=[indikator(polaritas="turun")]).tabel.indikator()
    assert bare.judul == "Indikator kinerja utama"
    assert isi(bare)[0][2:] == ["persen, makin rendah makin baik"]


def test_an_indicator_that_follows_from_others_names_them(tmp_path):
    own = [
        indikator(kode="A0", turunan="rata-rata", turunan_dari="A1; A2"),
        *numbered(2),
    ]
    values = [kinerja("A0", 60, ""), *measured(50, 70)]
    rows = isi(buka(tmp_path, indikator=own, kinerja=values).tabel.indikator())
    assert [row[2] for row in rows] == ["rata-rata realisasi A1 dan A2", "–", "–"]


def test_the_table_of_the_agreement_stands_once_more_in_the_appendix(tmp_path):
    lk = buka(tmp_path, indikator=numbered(2), kinerja=measured(50, 60))
    assert isi(lk.tabel.perjanjian_kinerja_lampiran()) == isi(lk.tabel.perjanjian_kinerja())
    assert isi(lk.tabel.perjanjian_kinerja()) == [
        ["1", "Cakupan 1", "60%"],
        ["2", "Cakupan 2", "60%"],
    ]


def test_the_scale_is_told_in_words_from_its_highest_class(tmp_path):
    assert isi(buka(tmp_path).tabel.skala()) == [
        ["90% atau lebih", "Sangat Berhasil"],
        ["80% sampai kurang dari 90%", "Berhasil"],
        ["70% sampai kurang dari 80%", "Cukup Berhasil"],
        ["60% sampai kurang dari 70%", "Kurang Berhasil"],
        ["kurang dari 60%", "Tidak Berhasil"],
    ]
