"""This year against last year: which way, and whether for the better."""

from decimal import Decimal

import pandas as pd
import pytest

from lkipnb.calculate.riwayat import perbandingan
from lkipnb.model import NOT_APPLICABLE, RentangNilai
from lkipnb.present.kalimat.tahun import terhadap_tahun_lalu

LADDER = "D; C; CC; B; BB; A; AA"


def compared(now, before, **kind):
    row = {
        "kode": "A",
        "nama": "Indikator",
        "jenis": "angka",
        "jenjang": None,
        "polaritas": "naik",
        "satuan": "orang",
        "target": None,
        "realisasi": now,
        "capaian_persen": None,
        "tercapai": None,
        "mulai": None,
    } | kind
    frames = [pd.DataFrame([row | {"realisasi": value}], dtype=object) for value in (now, before)]
    (told,) = perbandingan(frames[0], 2023, {2022: frames[1]}).to_dict("records")
    change, growth = told["perubahan"], told["pertumbuhan_persen"]
    return told | {
        "satuan_selisih": "orang",
        "besar_perubahan": change and abs(change),
        "besar_pertumbuhan": growth and abs(growth),
    }


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
    assert (told["arah"], told["membaik"]) == (way, better)


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
    row = compared("A", "BB", jenis="jenjang", jenjang=LADDER) | {"searah_sejak": 2020}
    assert terhadap_tahun_lalu(row, 2023).endswith(
        "dan arah itu berlanjut setiap tahun sejak 2020."
    )
