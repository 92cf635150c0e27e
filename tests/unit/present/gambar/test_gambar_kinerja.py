"""The pictures of indicators: which are drawn, in which order, and what their words say."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest
from kecil import anggaran, buka, indikator, kinerja

from lkipnb.present.gambar.indikator import bernilai, label, terbanyak
from lkipnb.present.gambar.pilih import catatan
from lkipnb.present.gambar.svg import bingkai


def numbered(*realisasi: object, target: object = 100, **cells: object) -> dict:
    """The tables of as many indicators as there are values."""
    codes = [f"A{n}" for n in range(1, len(realisasi) + 1)]
    return {
        "indikator": [indikator(kode=code, nama=f"Cakupan {code}", **cells) for code in codes],
        "kinerja": [kinerja(code, target, one) for code, one in zip(codes, realisasi, strict=True)],
    }


def values(picture, column: str = "nilai") -> list:
    """A column of the bars, from the top of the sheet down."""
    rows = [row for rows in picture.spec["datasets"].values() for row in rows if "tercapai" in row]
    return [row[column] for row in sorted(rows, key=lambda row: row["y"])]


def test_two_indicators_with_a_capaian_make_no_picture_and_three_do(tmp_path):
    assert buka(tmp_path / "a", **numbered(50, 60, "")).gambar.capaian_iku() is None
    picture = buka(tmp_path / "b", **numbered(50, 60, 100, "")).gambar.capaian_iku()
    assert values(picture) == [50, 60, 100, 0]
    assert values(picture, "tercapai") == [False, False, True, False]
    assert "Tanpa batang: A4 (realisasi belum dilaporkan)." in picture.alt


def test_a_bar_beyond_300_percent_is_cut_and_the_note_says_so(tmp_path):
    long = buka(tmp_path / "a", **numbered(50, 300, 301)).gambar.capaian_iku()
    short = buka(tmp_path / "b", **numbered(50, 60, 300)).gambar.capaian_iku()
    assert values(long) == [50, 300, 300]
    cut = "Batang yang melebihi 300% dipotong di sana."
    assert (cut in long.catatan, cut in short.catatan) == (True, False)


def test_the_bands_are_the_classes_of_the_scale_that_the_axis_reaches(tmp_path):
    picture = buka(tmp_path, **numbered(50, 60, 95)).gambar.capaian_iku()
    bands = [row for rows in picture.spec["datasets"].values() for row in rows if "warna" in row]
    assert [(band["nilai"], band["sampai"]) for band in bands] == [
        (90, 104),
        (80, 90),
        (70, 80),
        (60, 70),
        (0, 60),
    ]
    assert len({band["warna"] for band in bands}) == 5


def test_the_highest_and_the_lowest_are_named_and_neither_where_all_are_alike(tmp_path):
    picture = buka(tmp_path / "a", **numbered(50, 60, 100)).gambar.capaian_iku()
    assert "Tertinggi 100,00%, A3 cakupan A3; terendah 50,00%, A1 cakupan A1." in picture.alt
    alike = buka(tmp_path / "b", **numbered(50, 50, 50)).gambar.capaian_iku()
    assert "Tertinggi" not in alike.alt
    assert "Tidak ada yang mencapai target." in alike.alt


def test_a_target_is_drawn_beside_the_realisasi_on_a_scale_of_its_own(tmp_path):
    picture = buka(tmp_path, **numbered(50, 100, 200)).gambar.target("S1")
    assert values(picture) == [0.5, 1, 1]
    assert values(picture, "teks") == ["50%; target 100%", "100%; target 100%", "200%; target 100%"]
    goals = [
        row["nilai"]
        for rows in picture.spec["datasets"].values()
        for row in rows
        if row.keys() == {"y", "nilai"}
    ]
    assert goals == [1, 1, 0.5]
    assert "Yang mencapai target: A2 dan A3." in picture.alt
    assert "Batang jingga: target belum tercapai." in picture.catatan[0]


def test_the_note_on_missed_targets_stands_only_where_one_was_missed(tmp_path):
    picture = buka(tmp_path, **numbered(100, 110, 120)).gambar.target("S1")
    assert "Batang jingga" not in picture.catatan[0]


@pytest.mark.parametrize(
    ("kind", "drawn"),
    [
        ({"target": "40 - 60", "jenis": "rentang"}, [40 / 80, 60 / 80]),
        ({"target": "ya", "jenis": "ya-tidak", "realisasi": "ya"}, [1]),
    ],
)
def test_a_range_has_a_mark_for_each_bound_and_a_level_one_for_its_rank(tmp_path, kind, drawn):
    target, realisasi = kind.pop("target"), kind.pop("realisasi", 80)
    own = numbered(*[realisasi] * 3, target=target, **kind)
    picture = buka(tmp_path, **own).gambar.target("S1")
    goals = [
        row["nilai"]
        for rows in picture.spec["datasets"].values()
        for row in rows
        if row.keys() == {"y", "nilai"}
    ]
    assert goals == drawn * 3


LINKS = [{"kode": f"A{n}", "kode_rekening": f"1.02.0{n}"} for n in (1, 2, 3)]


def test_capaian_and_absorption_are_two_points_of_an_indicator(tmp_path):
    budget = [anggaran(f"1.02.0{n}", 100, value) for n, value in enumerate((70, 90, 100), start=1)]
    own = numbered(80, 90, 95)
    picture = buka(tmp_path / "a", **own, anggaran=budget, dukungan=LINKS).gambar.efisiensi("S1")
    rows = [row for rows in picture.spec["datasets"].values() for row in rows if "serapan" in row]
    assert [(row["capaian"], row["serapan"]) for row in rows] == [(80, 70), (90, 90), (95, 100)]
    assert picture.alt.endswith("Capaian sama dengan atau di atas serapan: A1 dan A2.")
    two = buka(tmp_path / "b", **own, anggaran=budget, dukungan=LINKS[:2])
    assert two.gambar.efisiensi("S1") is None


def test_progress_to_the_renstra_counts_what_has_reached_its_final_target(tmp_path):
    own = numbered(40, 80, 100, sifat_target="tahunan")
    plan = [{"indikator": f"A{n}", "tahun": 2026, "target": 80} for n in (1, 2, 3)]
    picture = buka(tmp_path, **own, renstra=plan).gambar.renstra("S1")
    assert values(picture) == [50, 100, 125]
    assert "2 sudah mencapainya. Terendah 50,00%, A1." in picture.alt
    assert values(picture, "teks")[0] == "50,00%; target 80%"


def past(*years: int) -> list:
    return [{"indikator": "A1", "tahun": year, "target": 100, "realisasi": 40} for year in years]


def test_a_line_over_the_years_needs_three_of_them(tmp_path):
    two = buka(tmp_path / "a", **numbered(50), riwayat=past(2022))
    three = buka(tmp_path / "b", **numbered(50), riwayat=past(2021, 2022))
    assert two.gambar.tren("S1") is None
    assert "Dibandingkan tahun lalu: A1 naik." in three.gambar.tren("S1").alt
    assert three.gambar.tren("S1").judul == "Perkembangan realisasi 2021 sampai 2023, sasaran 1"


STAFF = [
    {"eselon": f"Eselon {n}", "pendidikan": "S1", "jumlah": size}
    for n, size in (("II", 1), ("III", 4), ("IV", 20))
]


def test_staff_are_a_bar_for_each_echelon_with_their_sum_beside_it(tmp_path):
    sexes = [{"jenis_kelamin": "Laki-laki", "jumlah": 25}]
    own = {"pegawai_eselon": STAFF, "pegawai_kelamin": sexes}
    picture = buka(tmp_path / "a", **own).gambar.pegawai_susunan()
    assert "Eselon II 1 orang, Eselon III 4 orang, dan Eselon IV 20 orang" in picture.alt
    parts = [row for rows in picture.spec["datasets"].values() for row in rows if "muat" in row]
    assert [(part["dari"], part["sampai"]) for part in parts[:3]] == [(0, 1), (0, 4), (0, 20)]
    assert buka(tmp_path / "b", pegawai_eselon=STAFF[:2]).gambar.pegawai_susunan() is None


def test_an_organisation_without_units_has_no_chart(tmp_path, lk):
    assert buka(tmp_path).gambar.bagan_organisasi() is None
    assert "di bawahnya 15 unit." in lk.gambar.bagan_organisasi().alt


def test_of_too_many_indicators_the_lowest_are_drawn():
    rows = [
        SimpleNamespace(kode=f"A{n}", nama="x", satuan="persen", capaian_persen=Decimal(n))
        for n in range(99)
    ]
    shown = terbanyak(rows, "capaian_persen")
    assert 3 <= len(shown) < 99
    assert shown == rows[: len(shown)]
    assert catatan(99, 99, "indikator", "capaiannya") == ()


def test_a_label_tells_the_unit_and_a_value_in_rupiah_is_short():
    row = SimpleNamespace(kode="A1", nama="Pendapatan", satuan="rupiah")
    assert label(row) == "A1  Pendapatan (rupiah)"
    assert bernilai(Decimal(2_500_000_000), "rupiah") == "Rp2,50 miliar"
    assert bernilai(Decimal("2.5"), "persen") == "2,5%"


def test_two_drawings_on_one_page_share_no_id_and_keep_their_own_links():
    drawing = '<svg class="x" viewBox="0 0 9 9"><g id="clip7"/><path d="url(#clip7)"/></svg>'
    first, second = (bingkai(drawing, key, "kata & kata") for key in ("satu", "dua"))
    assert 'id="satu-1"' in first
    assert "url(#satu-1)" in first
    assert 'id="dua-1"' in second
    assert 'viewBox="0 0 9 9"' in first
    assert "kata &amp; kata" in first
