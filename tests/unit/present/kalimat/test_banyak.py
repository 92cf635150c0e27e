"""How many met their target: no zero is counted out, and nobody is left out."""

from decimal import Decimal

import pytest
from baris import baris

from lkipnb.model import CapaianSasaran
from lkipnb.present.kalimat.banyak import (
    capaian_sasaran,
    pencapaian,
    pencapaian_dari,
    ringkas_sasaran,
)


def counts(met, missed, silent=0, uncounted=0, value=Decimal(80)):
    return baris(
        CapaianSasaran,
        nomor=2,
        banyak_indikator=met + missed + silent + uncounted,
        banyak_terhitung=met + missed,
        banyak_tercapai=met,
        banyak_belum=missed,
        banyak_belum_dilaporkan=silent,
        banyak_tidak_terhitung=uncounted,
        capaian_persen=value if met + missed else None,
        predikat="Baik",
    )


@pytest.mark.parametrize(
    ("banyak", "said"),
    [
        (
            counts(2, 6),
            "Sebanyak 2 indikator mencapai atau melampaui target dan 6 indikator belum"
            " mencapainya.",
        ),
        (
            counts(1, 1),
            "Satu indikator mencapai atau melampaui target dan satu indikator belum mencapainya.",
        ),
        (counts(4, 0), "Seluruh 4 indikator mencapai atau melampaui target."),
        (counts(0, 4), "Belum satu pun dari 4 indikator mencapai target."),
        (counts(1, 0), "Satu-satunya indikator mencapai atau melampaui targetnya."),
        (
            counts(0, 3, 1, 2),
            "Belum satu pun dari 3 indikator yang dapat dinilai mencapai target. Realisasi 1"
            " indikator belum dilaporkan. Capaian 2 indikator tidak terhitung.",
        ),
        (
            counts(0, 1, 1),
            "Satu-satunya indikator yang dapat dinilai belum mencapai targetnya. Realisasi 1"
            " indikator belum dilaporkan.",
        ),
    ],
)
def test_all_none_and_some_are_told_each_in_its_way(banyak, said):
    assert pencapaian(banyak) == said


def test_out_of_how_many():
    assert (
        pencapaian_dari(counts(2, 6, 1))
        == "Dari 9 indikator, 2 mencapai atau melampaui target dan 6 belum. Realisasi 1 indikator"
        " belum dilaporkan."
    )


@pytest.mark.parametrize(
    ("banyak", "said"),
    [
        (
            counts(2, 3, 1),
            "Sasaran 2 mencapai 80,00% (Baik); 2 dari 5 indikatornya yang terhitung mencapai"
            " target, 1 belum dilaporkan.",
        ),
        (
            counts(0, 3),
            "Sasaran 2 mencapai 80,00% (Baik); tidak satu pun dari 3 indikatornya mencapai target.",
        ),
        (counts(2, 0), "Sasaran 2 mencapai 80,00% (Baik); kedua indikatornya mencapai target."),
        (
            counts(3, 0),
            "Sasaran 2 mencapai 80,00% (Baik); seluruh 3 indikatornya mencapai target.",
        ),
        (
            counts(0, 1, 1),
            "Sasaran 2 mencapai 80,00% (Baik); satu-satunya indikator yang terhitung belum mencapai"
            " target, 1 belum dilaporkan.",
        ),
        (
            counts(1, 0),
            "Sasaran 2 mencapai 80,00% (Baik); satu-satunya indikator mencapai target.",
        ),
        (
            counts(0, 0, 2, 1),
            "Sasaran 2 belum dapat dihitung: realisasi 2 indikatornya belum dilaporkan dan capaian"
            " 1 indikatornya tidak terhitung.",
        ),
        (counts(0, 0), "Sasaran 2 belum dapat dihitung: belum ada indikatornya."),
    ],
)
def test_a_sasaran_without_a_capaian_says_why(banyak, said):
    assert capaian_sasaran(banyak) == said


def test_the_summary_leaves_out_no_sasaran_and_no_indicator():
    assert (
        ringkas_sasaran(counts(0, 0, 2), "rata-rata")
        == "capaiannya belum dapat dihitung: realisasi 2 indikatornya belum dilaporkan."
    )
    assert (
        ringkas_sasaran(counts(1, 1, 1), "rata-rata terbobot")
        == "rata-rata terbobot capaian 80,00% dari 2 indikator (Baik). Realisasi 1 indikator belum"
        " dilaporkan."
    )
