"""Extremes that are shared, sources of funds that are not named, and what efficiency may claim."""

from dataclasses import replace
from decimal import Decimal

import pytest
from baris import baris

from lkipnb.model import (
    BarisAnggaran,
    EfisiensiIndikator,
    EfisiensiSasaran,
    JumlahSumberDana,
    Perbandingan,
    Ujung,
)
from lkipnb.present.kalimat.anggaran import asal_dana, di_luar_apbd, sebutan_anggaran
from lkipnb.present.kalimat.efisiensi import lingkup, pertimbangan, sisa_anggaran
from lkipnb.present.kalimat.ujung import capaian_ujung, serapan_ujung


def at(value, *names):
    rows = [baris(Perbandingan, capaian_persen=Decimal(value), nama=name) for name in names]
    return tuple(rows)


def test_all_that_share_an_extreme_are_named():
    assert (
        capaian_ujung(Ujung(at(50, "Layanan", "Obat"), at(100, "Mutu", "Biaya", "Waktu")))
        == "Capaian tertinggi ialah 100,00% pada indikator mutu, biaya, dan waktu. Capaian"
        " terendah ialah 50,00% pada indikator layanan dan obat."
    )
    many = Ujung(at(50, "Obat"), at(100, *"abcd"))
    assert "100,00% pada 4 indikator." in capaian_ujung(many)
    assert capaian_ujung(Ujung((), ())) == ""


def test_budget_lines_that_share_the_lowest_absorption_are_named():
    line = baris(BarisAnggaran, serapan_persen=Decimal(80), jenjang="kegiatan")
    lines = [replace(line, uraian=name) for name in ("Satu", "Dua")]
    assert (
        serapan_ujung(lines) == "Serapan terendah, 80,00%, ada pada kegiatan Satu dan kegiatan Dua."
    )
    assert serapan_ujung(lines * 2) == "Serapan terendah, 80,00%, ada pada 4 kegiatan."


def dana(name, pagu):
    return baris(JumlahSumberDana, sumber_dana=name, pagu_rp=Decimal(pagu))


def test_money_that_names_no_source_is_not_given_one():
    assert (
        asal_dana([dana("DAU", 100)], dana("", 70))
        == "Dari anggaran itu Rp100 berasal dari DAU; Rp70 tidak disebut sumber dananya."
    )
    assert asal_dana([dana("DAU", 100)], None) == "Anggaran itu seluruhnya berasal dari DAU."
    assert (
        asal_dana([dana("DAU", 100), dana("PAD", 5)], None)
        == "Anggaran itu berasal dari DAU dan PAD."
    )
    assert asal_dana([], dana("", 70)) == ""


def test_the_own_budget_is_called_apbd_where_there_is_money_beside_it():
    beside = [dana("APBN", 30), dana("Dana Desa", 25)]
    assert sebutan_anggaran(beside) == "anggaran APBD"
    assert di_luar_apbd(beside) == "Di luar APBD dikelola APBN Rp30 dan Dana Desa Rp25."
    assert (sebutan_anggaran([]), di_luar_apbd([])) == ("anggaran", "")


def sasaran(capaian, a, b=None, met=4, missed=0, silent=0):
    return baris(
        EfisiensiSasaran,
        capaian_persen=Decimal(capaian),
        banyak_indikator=met + missed + silent,
        banyak_tercapai=met,
        banyak_belum=missed,
        banyak_belum_dilaporkan=silent,
        a=Decimal(a),
        b=None if b is None else Decimal(b),
    )


def indikator(banyak, berdana):
    """Indicators of a sasaran, the first of which have money."""
    return [baris(EfisiensiIndikator, program=("1",) * (n < berdana)) for n in range(banyak)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (sasaran(101, 3), "sehingga sumber daya dipakai dengan efisien"),
        (sasaran(100, 0), "sehingga sumber daya dipakai dengan efisien"),
        (sasaran("68.57", 28), "belum dapat disebut efisien"),
        (sasaran(90, -3), "pemakaian sumber daya belum efisien"),
    ],
)
def test_resources_are_efficient_only_where_the_target_was_met(row, said):
    assert pertimbangan(row).endswith(said)


def test_a_target_is_met_only_where_every_indicator_is():
    assert sisa_anggaran(sasaran(102, 4, "2.21")) == "Target tercapai dengan sisa anggaran 2,21%."
    assert (
        sisa_anggaran(sasaran(102, 4, "2.21", missed=1))
        == "Rata-rata capaiannya tidak kurang dari 100% dengan sisa anggaran 2,21%, tetapi 1"
        " indikatornya belum mencapai target."
    )
    assert sisa_anggaran(sasaran(102, 4, "2.21", missed=1, silent=2)).endswith(
        "1 indikatornya belum mencapai target dan 2 indikatornya belum dapat dinilai."
    )
    assert sisa_anggaran(sasaran(90, 4)) == ""


def test_indicators_without_linked_money_are_a_reservation():
    goal = sasaran(90, 4)
    assert lingkup(goal, indikator(4, 1), langsung=False).startswith(
        "Anggaran yang dibandingkan hanya menunjang 1 dari 4 indikatornya"
    )
    assert lingkup(goal, indikator(4, 1), langsung=True) == ""
    assert lingkup(goal, indikator(4, 4), langsung=False) == ""
