"""Lines of a budget as a tree, and the money behind an indicator."""

from __future__ import annotations

from decimal import Decimal

import pytest
from baris import baris

from lkipnb.calculate.dukungan import TANPA, pendukung, penunjang
from lkipnb.calculate.pohon import Pohon, di_atas
from lkipnb.calculate.rekening import ruas
from lkipnb.calculate.serapan import bagian, serapan_anggaran
from lkipnb.calculate.susunan import letak
from lkipnb.rules import rules
from lkipnb.schemas import Anggaran, Dukungan, Indikator

CODES = ["1.06.01", "1.06.01.2.01", "1.06.01.2.01.01", "1.06.01.2.01.02", "1.06.02"]


@pytest.fixture(scope="module")
def pohon() -> Pohon[str]:
    above = di_atas({code: ruas(code) for code in CODES})
    return Pohon(above, Pohon.bercabang(above))


def test_a_line_stands_below_the_longest_code_that_begins_its_own(pohon):
    assert list(pohon.garis("1.06.01.2.01.02")) == ["1.06.01.2.01.02", "1.06.01.2.01", "1.06.01"]
    assert pohon.di_atas["1.06.02"] is None


def test_a_code_does_not_begin_another_in_the_middle_of_a_segment():
    above = di_atas({code: ruas(code) for code in ("1.06.1", "1.06.10")})
    assert above["1.06.10"] is None


def test_of_a_code_that_stands_twice_the_first_holds_what_is_below():
    lines = {1: ruas("1.06.01"), 2: ruas("1.06.01"), 3: ruas("1.06.01.2.01")}
    assert di_atas(lines)[3] == 1


def test_the_lowest_lines_are_those_with_none_below_them(pohon):
    assert pohon.rinci() == ["1.06.01.2.01.01", "1.06.01.2.01.02", "1.06.02"]
    assert pohon.terbawah("1.06.01") == {"1.06.01.2.01.01", "1.06.01.2.01.02"}
    assert pohon.terbawah("1.06.02") == {"1.06.02"}
    assert pohon.di_bawah_semua("1.06.01.2.01") == {
        "1.06.01.2.01",
        "1.06.01.2.01.01",
        "1.06.01.2.01.02",
    }


def line(code: str, pagu: int, realisasi: int, **more: object) -> Anggaran:
    return baris(
        Anggaran,
        kode_rekening=code,
        uraian=f"Baris {code}",
        pagu_rp=Decimal(pagu),
        realisasi_rp=Decimal(realisasi),
        **more,
    )


LINES = [
    line("1.06.01", 100, 60),
    line("1.06.01.2.01", 100, 60, sumber_dana="DAK"),
    line("1.06.01.2.01.01", 70, 50),
    line("1.06.01.2.01.02", 30, 10),
    line("1.06.02", 40, 40),
]


def test_a_line_has_its_level_its_programme_and_the_source_of_the_line_above_it():
    places = {one.asli.kode_rekening: one.tempat for one in letak(LINES, rules(2023).anggaran)}
    lowest = places["1.06.01.2.01.02"]
    assert (lowest.jenjang, lowest.tingkat) == ("sub kegiatan", 3)
    assert (lowest.program, lowest.induk, lowest.rinci) == ("1.06.01", "1.06.01.2.01", True)
    assert lowest.sumber_dana == "DAK"
    assert places["1.06.01"].sumber_dana is None
    assert (places["1.06.02"].jenjang, places["1.06.02"].rinci) == ("program", True)


def budget():
    susunan = rules(2023).anggaran
    return bagian(serapan_anggaran(LINES, susunan), susunan)


def test_money_behind_two_codes_counts_once_where_one_holds_the_other():
    served = penunjang(["1.06.01", "1.06.01.2.01.02"], budget())
    assert (served.pagu_rp, served.realisasi_rp, served.serapan_persen) == (100, 60, 60)


def test_what_no_line_serves_has_no_money_rather_than_zero():
    served = penunjang([], budget())
    assert {name: getattr(served, name) for name in vars(TANPA)} == vars(TANPA)


def test_a_sasaran_is_served_directly_and_through_its_indicators_in_the_order_of_the_codes():
    indikator = [
        baris(Indikator, kode="A1", sasaran="S1"),
        baris(Indikator, kode="B1", sasaran="S2"),
    ]
    dukungan = [
        baris(Dukungan, kode="A1", kode_rekening="1.06.10"),
        baris(Dukungan, kode="S1", kode_rekening="1.06.02"),
        baris(Dukungan, kode="B1", kode_rekening="1.06.03"),
        baris(Dukungan, kode="A1", kode_rekening="1.06.04"),
        baris(Dukungan, kode="S1", kode_rekening="1.06.10"),
    ]
    assert pendukung("S1", indikator, dukungan) == ["1.06.02", "1.06.04", "1.06.10"]
    assert pendukung("A1", indikator, dukungan) == ["1.06.04", "1.06.10"]
