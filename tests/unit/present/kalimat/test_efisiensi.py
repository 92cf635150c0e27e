"""What is said of capaian against absorption, on both sides of every threshold."""

from decimal import Decimal

import pytest
from baris import baris

from lkipnb.model import EfisiensiIndikator, EfisiensiSasaran
from lkipnb.present.kalimat.efisiensi import lingkup, perbandingan, pertimbangan

INDIKATOR = [
    baris(EfisiensiIndikator, kode="A1", nama="Predikat akuntabilitas", program=("1.01",)),
    baris(EfisiensiIndikator, kode="A2", nama="Persentase arsip", program=()),
]


def sasaran(capaian, serapan, tanpa_capaian=()):
    known = serapan is not None and not tanpa_capaian
    return baris(
        EfisiensiSasaran,
        capaian_persen=Decimal(capaian),
        serapan_persen=None if serapan is None else Decimal(serapan),
        a=Decimal(capaian) - Decimal(serapan) if known else None,
        tanpa_capaian=tanpa_capaian,
        banyak_indikator=2,
    )


@pytest.mark.parametrize(
    ("capaian", "serapan", "told"),
    [
        ("98.66", "94.70", "capaian lebih tinggi daripada serapan, tetapi rata-ratanya belum"),
        ("101", "100", "capaian lebih tinggi daripada serapan, sehingga sumber daya dipakai"),
        ("100.9", "100", "capaian hampir sama dengan serapan, sehingga sumber daya dipakai"),
        ("100", "100", "capaian sama dengan serapan, sehingga sumber daya dipakai dengan"),
        ("100", "100.1", "capaian hampir sama dengan serapan, sehingga pemakaian sumber daya"),
        ("99.9", "100", "capaian hampir sama dengan serapan, tetapi rata-ratanya belum"),
        ("99", "100", "serapan lebih tinggi daripada capaian, sehingga pemakaian"),
    ],
)
def test_a_gap_is_named_as_it_is(capaian, serapan, told):
    assert pertimbangan(sasaran(capaian, serapan)).startswith(told)


def test_money_of_an_indicator_without_capaian_is_not_compared():
    told = sasaran("80", "75.71", tanpa_capaian=("A2",))
    assert perbandingan(told, INDIKATOR) == (
        "Efisiensi sasaran ini tidak dihitung: anggaran penunjangnya, yang terserap 75,71%, juga"
        " membiayai indikator yang capaiannya belum ada, yaitu persentase arsip."
    )
    assert lingkup(told, INDIKATOR, langsung=False) == ""


def test_money_that_is_not_all_reported_is_not_compared():
    assert "realisasi anggaran penunjangnya belum lengkap" in perbandingan(
        sasaran("80", None), INDIKATOR
    )


def test_what_can_be_compared_tells_both_and_their_gap():
    assert perbandingan(sasaran("110", "96"), INDIKATOR).startswith(
        "Sasaran ini mencapai 110,00% dengan menyerap 96,00% anggaran penunjangnya. Selisihnya"
        " 14,00 poin persen: capaian lebih tinggi"
    )
