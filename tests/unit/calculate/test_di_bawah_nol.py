"""An indicator whose target lies below zero is judged without a capaian, and counted once."""

from __future__ import annotations

import pytest
from conftest import chapter_outputs
from kecil import OPD, TAHUN, buat, indikator, kinerja

import lkipnb
from lkipnb.calculate.isi_ukuran import isi_ukuran
from lkipnb.calculate.ukuran import hitung
from lkipnb.schemas.ukuran import baca


@pytest.fixture
def lk(tmp_path):
    kinds = [
        indikator(),
        indikator(kode="A2", nama="Pertumbuhan ekonomi"),
        indikator(kode="A3", nama="Laju inflasi", polaritas="turun"),
    ]
    done = [kinerja(), kinerja("A2", "-2", "-1"), kinerja("A3", "-5", "-4")]
    plan = [{"indikator": "A2", "tahun": "2023", "target": "-2"}]
    standard = {"indikator": "A2", "lingkup": "nasional", "nilai": "-3", "sumber": "BPS"}
    folder = buat(tmp_path, indikator=kinds, kinerja=done, renstra=plan, standar=[standard])
    return lkipnb.open(OPD, TAHUN, bab="3", data=folder)


def test_every_indicator_is_counted_once(lk):
    counts = vars(lk.hasil.capaian_opd)
    assert {name: counts[f"banyak_{name}"] for name in ("indikator", "terhitung")} == {
        "indikator": 3,
        "terhitung": 1,
    }
    assert [counts[f"banyak_{name}"] for name in ("tercapai", "belum", "tidak_terhitung")] == [
        1,
        2,
        0,
    ]


@pytest.mark.parametrize(
    ("ukuran", "right"),
    [
        ("instansi.banyak_tercapai", 1),
        ("capaian.banyak[status=tercapai]", 1),
        ("capaian.banyak[status=belum tercapai]", 2),
        ("capaian.banyak[status=tidak terhitung]", 0),
    ],
)
def test_measures_count_the_same(lk, ukuran, right):
    assert hitung(baca(ukuran), isi_ukuran(lk.data, lk.results, lk.skala)).nilai == right


def test_plan_and_standard_are_judged_by_direction_too(lk):
    assert list(lk.hasil.kemajuan.query("kode == 'A2'").tercapai) == [True]
    assert list(lk.hasil.standar.memenuhi) == [True]


def test_the_chapter_says_the_verdict_and_no_percentage(lk):
    shown = "".join(chapter_outputs(lk).values())
    assert "sehingga capaian tidak terhitung, tetapi target tercapai" in shown
    assert "sehingga capaian tidak terhitung, dan target belum tercapai" in shown
    assert "50,00%" not in shown
