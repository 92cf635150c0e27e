"""How an indicator changed, whether it met its target, and the means behind a sasaran."""

from __future__ import annotations

from decimal import Decimal

import pytest
from baris import baris

from lkipnb.calculate import perubahan, putusan
from lkipnb.calculate.riwayat import BARU, BERGANTI_NAMA, TANPA_DATA, TETAP_NAMA, perbandingan
from lkipnb.calculate.sasaran import TERBOBOT, capaian_opd, capaian_sasaran
from lkipnb.model import NOT_APPLICABLE, CapaianIndikator
from lkipnb.nilai import Batas, RentangNilai
from lkipnb.rules import rules
from lkipnb.schemas import Indikator, Sasaran

SKALA = rules(2023).skala["ordinal-90-80-70-60"]


def angka(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def measured(realisasi: object, **more: object) -> CapaianIndikator:
    own = {"kode": "A1", "nama": "Cakupan", "satuan": "persen", "polaritas": "naik"}
    return baris(CapaianIndikator, **{**own, "realisasi": realisasi, **more})


@pytest.mark.parametrize(
    ("before", "now", "polarity", "better"),
    [
        ("50", "60", "naik", True),
        ("50", "60", "turun", False),
        ("60", "50", "turun", True),
        ("50", "50", "naik", None),
    ],
)
def test_a_change_is_judged_by_polarity(before, now, polarity, better):
    row = measured(Decimal(now), polaritas=polarity)
    last = measured(Decimal(before))
    step = perubahan.perubahan_besar(row, last)
    assert step == Decimal(now) - Decimal(before)
    assert perubahan.membaik(row, last, step) is better


def test_a_value_within_a_range_is_not_better_than_another_within_it():
    target = RentangNilai(Decimal(20), Decimal(30))
    row, last = measured(Decimal(29), target=target), measured(Decimal(21), target=target)
    assert perubahan.membaik(row, last, perubahan.perubahan_besar(row, last)) is None


def test_coming_nearer_to_a_range_is_better_from_either_side():
    target = RentangNilai(Decimal(20), Decimal(30))
    row, last = measured(Decimal(18), target=target), measured(Decimal(40), target=target)
    assert perubahan.membaik(row, last, perubahan.perubahan_besar(row, last)) is True


def test_a_level_moves_by_its_rank_on_the_ladder():
    ladder = {"jenis": "jenjang", "jenjang": "TMP; TW; WDP; WTP"}
    row, last = measured("WTP", **ladder), measured("TW", **ladder)
    assert perubahan.perubahan_besar(row, last) == 2
    assert perubahan.arah(perubahan.perubahan_besar(last, row)) == perubahan.TURUN


@pytest.mark.parametrize(("last", "growth"), [("40", "25"), ("0", None), ("-5", None)])
def test_from_zero_or_below_there_is_no_growth_in_percent(last, growth):
    assert perubahan.pertumbuhan(measured(Decimal(50)), measured(Decimal(last))) == angka(growth)


def test_of_a_percentage_no_growth_is_told_beside_the_difference():
    assert perubahan.besar_pertumbuhan(measured(Decimal(50)), Decimal(25)) is None
    people = measured(Decimal(50), satuan="orang")
    assert perubahan.besar_pertumbuhan(people, Decimal(-25)) == 25


@pytest.mark.parametrize(
    ("series", "since"),
    [
        ({2019: "1", 2020: "2", 2021: "3"}, 2019),
        ({2019: "5", 2020: "2", 2021: "3"}, 2020),
        ({2019: "1", 2020: None, 2021: "3"}, None),
        ({2019: "1", 2020: "3", 2021: "3"}, None),
    ],
)
def test_a_run_of_years_ends_at_a_turn_a_gap_or_a_standstill(series, since):
    values = {year: angka(value) for year, value in series.items()}
    assert perubahan.searah_sejak(values, 2021) == since


def test_the_same_verdict_reaches_back_to_the_year_before_which_it_was_another():
    def year(met: bool | None, share: str | None = "90") -> CapaianIndikator:
        return measured(Decimal(1), tercapai=met, capaian_persen=angka(share))

    before = {2018: year(False), 2019: year(True), 2020: year(False), 2021: year(False)}
    assert perubahan.status_sejak(before, year(False), 2022) == 2020
    unreported = {**before, 2021: year(None, None)}
    assert perubahan.status_sejak(unreported, year(False), 2022) == 2022
    assert perubahan.status_sejak(before, year(None, None), 2022) is None


@pytest.mark.parametrize(
    ("target", "realisasi", "share", "met"),
    [
        (Decimal(60), Decimal(60), "100", True),
        (Decimal(60), Decimal("59.99"), "99.98", False),
        (Batas(5, "<"), Decimal(5), "100", False),
        (Batas(5, "<="), Decimal(5), "100", True),
        # No ratio to what lies below zero: the direction decides.
        (Decimal(-5), Decimal(-3), None, True),
        (Decimal(-5), Decimal(-7), None, False),
        (Decimal(0), Decimal(3), None, None),
        (RentangNilai(Decimal(-2), Decimal(0)), Decimal(1), None, False),
    ],
)
def test_a_target_is_met_by_its_bound_its_capaian_or_its_direction(target, realisasi, share, met):
    row = baris(Indikator, polaritas="naik")
    assert putusan.tercapai(row, target, realisasi, angka(share)) is met


@pytest.mark.parametrize(
    ("target", "realisasi", "reason"),
    [
        (Decimal(1), NOT_APPLICABLE, putusan.TIDAK_BERLAKU),
        (None, Decimal(1), putusan.TANPA_TARGET),
        (Decimal(1), None, putusan.BELUM_DILAPORKAN),
        (Decimal(0), Decimal(3), putusan.TARGET_NOL),
        (Decimal(0), Decimal(0), putusan.NOL),
    ],
)
def test_the_report_says_why_there_is_no_capaian(target, realisasi, reason):
    assert putusan.keterangan(target, realisasi, None, None) == reason


def test_where_there_is_a_capaian_nothing_is_to_be_explained():
    assert putusan.keterangan(Decimal(1), Decimal(1), Decimal(100), True) == ""


def test_below_zero_the_reason_tells_the_verdict_too():
    told = putusan.keterangan(Decimal(-5), Decimal(-3), None, True)
    assert told == f"{putusan.DI_BAWAH_NOL}, tetapi target tercapai"


@pytest.mark.parametrize(
    ("last", "mulai", "known", "note"),
    [
        (measured(Decimal(1)), None, (2022,), TETAP_NAMA),
        (measured(Decimal(1), nama="Cakupan lama"), None, (2022,), BERGANTI_NAMA),
        (None, None, (2022,), BARU),
        (None, None, (), TANPA_DATA),
        (None, Decimal(2023), (), BARU),
        (None, Decimal(2020), (2022,), TANPA_DATA),
    ],
)
def test_an_indicator_is_new_renamed_or_without_data_of_last_year(last, mulai, known, note):
    now = measured(Decimal(2), mulai=mulai)
    before = {2022: [last] if last else []}
    (row,) = perbandingan([now], 2023, before, known)
    assert row.catatan == note


def test_an_indicator_that_paused_for_a_year_is_not_new():
    (row,) = perbandingan([measured(Decimal(2))], 2023, {2021: [measured(Decimal(1))]}, (2022,))
    assert row.catatan == TANPA_DATA


def share(code: str, sasaran: str, value: str | None, bobot: str = "1") -> CapaianIndikator:
    return measured(
        angka(value),
        kode=code,
        sasaran=sasaran,
        bobot=Decimal(bobot),
        capaian_persen=angka(value),
        tercapai=None if value is None else Decimal(value) >= 100,
        keterangan=putusan.BELUM_DILAPORKAN if value is None else "",
    )


ROWS = [
    share("A1", "S1", "100", "3"),
    share("A2", "S1", "60"),
    share("A3", "S1", None, "5"),
    share("B1", "S2", "40"),
]


def test_the_mean_of_a_sasaran_leaves_out_what_was_not_reported():
    sasaran = [baris(Sasaran, kode="S2"), baris(Sasaran, kode="S1")]
    first, second = capaian_sasaran(sasaran, ROWS, SKALA)
    assert (first.kode, first.nomor, second.kode, second.nomor) == ("S1", 1, "S2", 2)
    assert (first.capaian_persen, first.predikat) == (80, "Berhasil")
    counts = (first.banyak_indikator, first.banyak_terhitung, first.banyak_belum_dilaporkan)
    assert counts == (3, 2, 1)
    assert (first.banyak_tercapai, first.banyak_belum) == (1, 1)


def test_weights_count_only_of_what_was_reported():
    own = [row for row in ROWS if row.sasaran == "S1"]
    assert capaian_opd(own, SKALA, TERBOBOT).capaian_persen == 90


def test_the_agency_is_the_mean_of_its_indicators_not_of_its_sasaran():
    whole = capaian_opd(ROWS, SKALA)
    assert whole.capaian_persen == Decimal(200) / 3


def test_without_any_reported_indicator_there_is_no_mean():
    nothing = capaian_opd([share("A3", "S1", None)], SKALA)
    assert (nothing.capaian_persen, nothing.predikat) == (None, None)
