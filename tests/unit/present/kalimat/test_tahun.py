"""This year against last year: which way, and whether for the better."""

from dataclasses import replace
from decimal import Decimal

import pytest
from baris import baris

from lkipnb.calculate.riwayat import perbandingan
from lkipnb.model import NOT_APPLICABLE, CapaianIndikator, Perbandingan, Rasio, RentangNilai
from lkipnb.present.kalimat.tahun import tahun_berurut, terhadap_tahun_lalu

LADDER = "D; C; CC; B; BB; A; AA"


def compared(now, before, **kind) -> Perbandingan:
    told = {"kode": "A", "nama": "Indikator", "jenis": "angka", "polaritas": "naik"}
    row = baris(CapaianIndikator, **{**told, "satuan": "orang", **kind})
    lampau = {2022: [replace(row, realisasi=before)]}
    (told,) = perbandingan([replace(row, realisasi=now)], 2023, lampau)
    return told


@pytest.mark.parametrize(
    ("now", "before", "kind", "way", "better"),
    [
        (Decimal(2), Decimal(1), {}, "naik", True),
        (Decimal(2), Decimal(1), {"polaritas": "turun"}, "naik", False),
        (Decimal(1), Decimal(1), {}, "tetap", None),
        ("BB", "B", {"jenis": "jenjang", "jenjang": LADDER}, "naik", True),
        ("B", "BB", {"jenis": "jenjang", "jenjang": LADDER}, "turun", False),
        (
            "I",
            "II",
            {"jenis": "jenjang", "jenjang": "I; II; III", "polaritas": "turun"},
            "turun",
            True,
        ),
        ("BB", "Baik", {"jenis": "jenjang", "jenjang": LADDER}, None, None),
        ("ya", "tidak", {"jenis": "ya-tidak", "target": "ya"}, None, True),
        ("tidak", "ya", {"jenis": "ya-tidak", "target": "ya"}, None, False),
        ("tidak", "ya", {"jenis": "ya-tidak", "target": "tidak"}, None, True),
        ("ya", "ya", {"jenis": "ya-tidak", "target": "ya"}, None, None),
        (NOT_APPLICABLE, Decimal(1), {}, None, None),
        (
            Decimal(4),
            Decimal(9),
            {"target": RentangNilai(Decimal(3), Decimal(5))},
            "turun",
            True,
        ),
    ],
)
def test_way_and_judgement_follow_the_kind_of_indicator(now, before, kind, way, better):
    told = compared(now, before, **kind)
    assert (told.arah, told.membaik) == (way, better)


@pytest.mark.parametrize(
    ("now", "before", "kind", "said"),
    [
        (
            "BB",
            "B",
            {"jenis": "jenjang", "jenjang": LADDER},
            "naik dari B menjadi BB; keadaannya membaik.",
        ),
        (
            "B",
            "BB",
            {"jenis": "jenjang", "jenjang": LADDER},
            "turun dari BB menjadi B; keadaannya memburuk.",
        ),
        ("BB", "BB", {"jenis": "jenjang", "jenjang": LADDER}, "tetap BB."),
        (
            "ya",
            "tidak",
            {"jenis": "ya-tidak", "target": "ya"},
            "berubah dari “tidak” menjadi “ya”; keadaannya membaik.",
        ),
        (
            "BB",
            "Baik",
            {"jenis": "jenjang", "jenjang": LADDER},
            "berubah dari Baik menjadi BB; arahnya tidak dapat ditentukan.",
        ),
        (
            NOT_APPLICABLE,
            Decimal(80),
            {},
            "tidak berlaku tahun ini, sehingga tidak dibandingkan dengan tahun lalu.",
        ),
        (
            Decimal(80),
            NOT_APPLICABLE,
            {},
            "tidak berlaku pada tahun 2022, sehingga perubahannya tidak dihitung.",
        ),
        (
            Decimal(80),
            None,
            {},
            "tidak mempunyai realisasi tahun 2022, sehingga perubahannya tidak dihitung.",
        ),
        (None, Decimal(80), {}, "belum dilaporkan tahun ini."),
        (
            Decimal(3),
            Decimal(5),
            {"sifat_target": "akumulasi"},
            "menghasilkan 3 orang, lebih sedikit daripada hasil tahun 2022 (5 orang).",
        ),
        (
            Decimal(5),
            Decimal(5),
            {"sifat_target": "akumulasi"},
            "menghasilkan 5 orang, sama dengan hasil tahun 2022 (5 orang).",
        ),
        (
            Decimal(90),
            Decimal(80),
            {},
            "naik dari 80 orang menjadi 90 orang, atau 10 orang (12,50%); keadaannya membaik.",
        ),
    ],
)
def test_the_sentence_says_the_way_or_why_there_is_none(now, before, kind, said):
    assert terhadap_tahun_lalu(compared(now, before, **kind), 2023) == said


def test_a_ladder_that_rises_year_after_year_is_told_so():
    row = replace(compared("A", "BB", jenis="jenjang", jenjang=LADDER), searah_sejak=2020)
    assert terhadap_tahun_lalu(row, 2023).endswith(
        "dan arah itu berlanjut setiap tahun sejak 2020."
    )


def test_a_ratio_is_told_by_what_it_means():
    row = compared(Rasio(200), Rasio(250), jenis="rasio", polaritas="turun")
    assert terhadap_tahun_lalu(row, 2023) == "membaik dari 1:250 menjadi 1:200 (20,00%)."


def test_an_indicator_with_a_history_is_not_new_whatever_it_says_of_its_beginning():
    assert "baru" not in terhadap_tahun_lalu(
        compared(Decimal(2), Decimal(1), mulai=Decimal(2023)), 2023
    )


def test_a_run_towards_a_range_ends_where_the_range_is_left_behind():
    target = RentangNilai(Decimal(95), Decimal(105))
    values = {2021: "91.5", 2022: "98.2", 2023: "107.3"}
    row = baris(CapaianIndikator, kode="A", polaritas="naik", jenis="rentang", target=target)
    years = {year: [replace(row, realisasi=Decimal(value))] for year, value in values.items()}
    (told,) = perbandingan(years.pop(2023), 2023, years)
    assert (told.membaik, told.searah_sejak) == (False, 2022)


def test_years_that_follow_each_other_are_one_run():
    assert tahun_berurut([2010, 2011, 2012, 2015]) == "2010–2012 dan 2015"
