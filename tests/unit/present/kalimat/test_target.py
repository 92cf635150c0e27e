"""A realisasi against its target: the words for every kind of indicator."""

from decimal import Decimal

import pytest
from baris import baris

from lkipnb.calculate.putusan import BELUM_DILAPORKAN, TANPA_TARGET, TIDAK_BERLAKU
from lkipnb.model import NOT_APPLICABLE, Batas, Perbandingan, Rasio, RentangNilai
from lkipnb.present.kalimat.target import hubungan, sejak, terhadap_target


def indikator(target, realisasi, tercapai, **more):
    told = {
        "jenis": "angka",
        "polaritas": "naik",
        "satuan": "orang",
        "target": target,
        "realisasi": realisasi,
        "tercapai": tercapai,
        "capaian_persen": Decimal(90),
        "predikat": "Baik",
    }
    return baris(Perbandingan, **{**told, **more})


@pytest.mark.parametrize(
    ("target", "realisasi", "tercapai", "more", "said"),
    [
        (Decimal(10), Decimal(12), True, {}, "melampaui"),
        (Decimal(10), Decimal(10), True, {}, "tepat memenuhi"),
        (Decimal(10), Decimal(9), False, {}, "belum mencapai"),
        (Decimal(10), Decimal(9), True, {"polaritas": "turun"}, "lebih baik daripada"),
        (Decimal(10), Decimal(12), False, {"polaritas": "turun"}, "masih di atas"),
        (Decimal(-2), Decimal(-1), True, {"capaian_persen": None}, "melampaui"),
        (Rasio(200), Rasio(250), False, {"polaritas": "turun", "jenis": "rasio"}, "belum mencapai"),
        ("III", "I", False, {"polaritas": "turun", "jenis": "jenjang"}, "belum mencapai"),
        ("BB", "A", True, {"jenis": "jenjang"}, "melampaui"),
        ("ya", "ya", True, {"jenis": "ya-tidak"}, "memenuhi"),
        ("ya", "tidak", False, {"jenis": "ya-tidak"}, "belum memenuhi"),
        (Batas(5, "<="), Decimal(5), True, {"polaritas": "turun"}, "memenuhi"),
        (Batas(5, "<"), Decimal(5), False, {"polaritas": "turun"}, "belum memenuhi"),
        (
            RentangNilai(Decimal(1), Decimal(2)),
            Decimal(2),
            True,
            {"jenis": "rentang"},
            "berada dalam rentang",
        ),
        (
            RentangNilai(Decimal(1), Decimal(2)),
            Decimal(3),
            False,
            {"jenis": "rentang"},
            "berada di luar rentang",
        ),
        (Decimal(0), Decimal(0), None, {}, ""),
    ],
)
def test_the_verb_follows_the_verdict_and_the_kind(target, realisasi, tercapai, more, said):
    assert hubungan(indikator(target, realisasi, tercapai, **more)) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            indikator(Decimal(10), Decimal(9), False, selisih=Decimal(1)),
            "Realisasi 9 orang belum mencapai target 10 orang; capaiannya 90,00% (Baik), selisih 1"
            " orang dari target.",
        ),
        (
            indikator(Decimal(10), Decimal(10), True, capaian_persen=Decimal(100)),
            "Realisasi 10 orang tepat memenuhi target, sehingga capaiannya 100,00% (Baik).",
        ),
        (
            indikator("ya", "tidak", False, jenis="ya-tidak", satuan="dokumen"),
            "Realisasi “tidak” belum memenuhi target “ya”; capaiannya 90,00% (Baik).",
        ),
        (
            indikator(
                Decimal(-2),
                Decimal(-1),
                True,
                satuan="persen",
                capaian_persen=None,
                keterangan="target di bawah nol, capaian tidak terhitung",
            ),
            "Realisasi −1% melampaui target −2%; target di bawah nol, capaian tidak terhitung.",
        ),
        (
            indikator(Decimal(10), None, None, keterangan=BELUM_DILAPORKAN),
            "Target tahun 2023 adalah 10 orang; capaian tidak dihitung karena realisasi belum"
            " dilaporkan.",
        ),
        (
            indikator(None, Decimal(1), None, keterangan=TANPA_TARGET),
            "Target tahun 2023 tidak ada, sehingga capaian tidak dihitung.",
        ),
        (
            indikator(None, NOT_APPLICABLE, None, keterangan=TIDAK_BERLAKU),
            "Indikator ini tidak berlaku tahun 2023.",
        ),
    ],
)
def test_the_sentence_says_what_was_reached_or_why_nobody_knows(row, said):
    assert terhadap_target(row, 2023) == said


@pytest.mark.parametrize(
    ("since", "met", "said"),
    [
        (2021, True, "Setiap tahun sejak 2021 targetnya tercapai."),
        (2021, False, "Setiap tahun sejak 2021 targetnya tidak tercapai."),
        (2023, True, ""),
        (None, None, ""),
    ],
)
def test_a_run_of_years_is_told_only_where_there_is_one(since, met, said):
    assert sejak(indikator(None, None, met, status_sejak=since), 2023) == said
