"""Units by any of their names: read alike, written alike, asked about when unknown."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkipnb.present.format import nama_bersatuan, nilai, nilai_ringkas
from lkipnb.rules.satuan import PERSEN, mirip, satuan

PERCENT = ["%", "persen", "Persen", "PERSEN", "prosen", "Persentase", " persen ", "per  seratus"]


@pytest.mark.parametrize("teks", PERCENT)
def test_percent_by_any_name_is_a_hundredth_told_in_percentage_points(teks):
    unit = satuan(teks)
    assert (unit.kode, unit.pengali, unit.selisih) == (PERSEN, 100, "poin persen")
    assert nilai(Decimal("96.5"), teks) == nilai_ringkas(Decimal("96.5"), teks) == "96,5%"


@pytest.mark.parametrize(
    ("teks", "pengali"),
    [
        ("per seribu", 1000),
        ("permil", 1000),
        ("kematian per 100.000 kelahiran hidup", 100_000),
        ("kasus per 1.000 penduduk", 1000),
        ("kunjungan per 100 orang", 100),
        ("orang", 1),
        ("Jumlah per tahun", 1),
        ("presen", 1),
    ],
)
def test_a_quotient_is_multiplied_by_what_the_unit_says(teks, pengali):
    assert satuan(teks).pengali == pengali


@pytest.mark.parametrize(
    ("teks", "value", "shown"),
    [
        ("Orang", "1640", "1.640 orang"),
        ("KK", "12", "12 KK"),
        ("Rp", "2000000", "Rp2.000.000"),
        ("juta rupiah", "1.5", "Rp1,5 juta"),
        ("Rp Juta", "-1.5", "−Rp1,5 juta"),
        ("Indeks", "3.27", "3,27"),
        ("per seribu", "4.2", "4,2 permil"),
        ("Zakat {x}", "3", "3 Zakat {x}"),
    ],
)
def test_a_value_is_written_as_its_unit_is_spoken(teks, value, shown):
    assert nilai(Decimal(value), teks) == shown


def test_an_unknown_unit_stays_as_written_and_has_its_likely_meaning():
    assert (satuan("presen").kode, mirip("presen")) == (None, ["persen"])
    assert mirip("zzzz") == []


def test_a_name_tells_its_unit_once():
    assert nama_bersatuan("Angka kemiskinan", "Persen") == "Angka kemiskinan"
    assert nama_bersatuan("Jumlah orang terlatih", "Orang") == "Jumlah orang terlatih"
    assert nama_bersatuan("Kelulusan", "Siswa") == "Kelulusan (siswa)"
