"""Extremes that are shared, sources of funds that are not named, and what efficiency may claim."""

from decimal import Decimal

import pytest

from lkipnb.present.kalimat.anggaran import asal_dana, di_luar_apbd, sebutan_anggaran
from lkipnb.present.kalimat.efisiensi import lingkup, pertimbangan, sisa_anggaran
from lkipnb.present.kalimat.ujung import capaian_ujung, serapan_ujung


def at(value, *names):
    return [{"capaian_persen": Decimal(value), "nama": name} for name in names]


def test_all_that_share_an_extreme_are_named():
    assert (
        capaian_ujung(at(100, "Mutu", "Biaya", "Waktu"), at(50, "Layanan", "Obat"))
        == "Capaian tertinggi ialah 100,00% pada indikator mutu, biaya, dan waktu. Capaian"
        " terendah ialah 50,00% pada indikator layanan dan obat."
    )
    assert "100,00% pada 4 indikator." in capaian_ujung(at(100, *"abcd"), at(50, "Obat"))
    assert capaian_ujung([], []) == ""


def test_budget_lines_that_share_the_lowest_absorption_are_named():
    line = {"serapan_persen": Decimal(80), "jenjang": "kegiatan"}
    lines = [line | {"sebutan": f"kegiatan {name}"} for name in ("Satu", "Dua")]
    assert (
        serapan_ujung(lines) == "Serapan terendah, 80,00%, ada pada kegiatan Satu dan kegiatan Dua."
    )
    assert serapan_ujung(lines * 2) == "Serapan terendah, 80,00%, ada pada 4 kegiatan."


def dana(name, pagu):
    return {"sumber_dana": name, "pagu_rp": Decimal(pagu)}


def test_money_that_names_no_source_is_not_given_one():
    assert (
        asal_dana([dana("DAU", 100)], {"pagu_rp": Decimal(70)})
        == "Dari anggaran itu Rp100 berasal dari DAU; Rp70 tidak disebut sumber dananya."
    )
    assert asal_dana([dana("DAU", 100)], None) == "Anggaran itu seluruhnya berasal dari DAU."
    assert (
        asal_dana([dana("DAU", 100), dana("PAD", 5)], None)
        == "Anggaran itu berasal dari DAU dan PAD."
    )
    assert asal_dana([], {"pagu_rp": Decimal(70)}) == ""


def test_the_own_budget_is_called_apbd_where_there_is_money_beside_it():
    beside = [dana("APBN", 30), dana("Dana Desa", 25)]
    assert sebutan_anggaran(beside) == "anggaran APBD"
    assert di_luar_apbd(beside) == "Di luar APBD dikelola APBN Rp30 dan Dana Desa Rp25."
    assert (sebutan_anggaran([]), di_luar_apbd([])) == ("anggaran", "")


def sasaran(capaian, a, b=None, met=4, missed=0, silent=0, linked=4, langsung=False):
    whole = met + missed + silent
    return {
        "capaian_persen": Decimal(capaian),
        "banyak_indikator": whole,
        "banyak_tercapai": met,
        "banyak_belum": missed,
        "banyak_belum_dilaporkan": silent,
        "banyak_tidak_terhitung": 0,
        "anggaran": {"a": Decimal(a), "b": None if b is None else Decimal(b)},
        "anggaran_langsung": langsung,
        "efisiensi": [{"kode": str(n), "program": ("1",) * (n < linked)} for n in range(whole)],
    }


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
    assert lingkup(sasaran(90, 4, linked=1)).startswith(
        "Anggaran yang dibandingkan hanya menunjang 1 dari 4 indikatornya"
    )
    assert lingkup(sasaran(90, 4, linked=1, langsung=True)) == ""
    assert lingkup(sasaran(90, 4)) == ""
