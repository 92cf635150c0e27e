"""A figure that follows from numbers which were rounded for print is no fault."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kecil import buat, indikator, kinerja, klaim, temuan

from lkipnb.audit.intervals import Selang, asal_tercetak
from lkipnb.audit.temuan import CATATAN, GALAT

CAPAIAN = "capaian.capaian_persen[kode=A1]"
MEAN = "capaian.rata_rata"


@pytest.mark.parametrize(
    ("target", "realisasi", "printed", "level"),
    [
        # 5,34 / 7,15 is 74,69; 5,335 / 7,155 is 74,56, and 5,345 / 7,145 is 74,81.
        ("7.15", "5.34", "74.60", CATATAN),
        ("7.15", "5.34", "74.80", CATATAN),
        ("7.15", "5.34", "74.50", GALAT),
        ("7.15", "5.34", "74.90", GALAT),
        # Whole numbers count things: 50 of 60 are 83,33 and nothing else.
        ("60", "50", "83.50", GALAT),
    ],
)
def test_a_capaian_that_some_unrounded_values_give_is_a_note(
    tmp_path, target, realisasi, printed, level
):
    rows = [kinerja(target=target, realisasi=realisasi)]
    folder = buat(tmp_path, kinerja=rows, klaim=[klaim(CAPAIAN, printed)])
    (found,) = temuan(folder, "capaian-klaim")
    assert found.tingkat == level


def test_what_a_number_may_have_been_before_it_was_rounded():
    assert asal_tercetak(Decimal("5.34")) == Selang(Decimal("5.335"), Decimal("5.345"))
    assert asal_tercetak(Decimal(50)) == Selang(Decimal(50), Decimal(50))


THREE = [indikator(kode=f"A{n}", nama=f"Cakupan {n}") for n in (1, 2, 3)]
# 100/3, 100/3 and 100/3 * 2: the mean is 44,4444; of what is printed with whole numbers 44,3333.
DONE = [kinerja(f"A{n}", "3", str(done)) for n, done in ((1, 1), (2, 1), (3, 2))]


def claims(mean: str) -> list:
    prints = {"A1": "33", "A2": "33", "A3": "67"}
    own = [klaim(f"capaian.capaian_persen[kode={kode}]", value) for kode, value in prints.items()]
    return [*own, klaim(MEAN, mean)]


def test_a_mean_of_printed_capaian_is_a_custom_of_its_own(tmp_path):
    folder = buat(tmp_path, indikator=THREE, kinerja=DONE, klaim=claims("44.33"))
    (found,) = temuan(folder, "kategori-utama")
    assert found.tingkat == CATATAN
    assert "sebagaimana tercetak" in found.sebab


def test_a_mean_that_no_custom_gives_stays_an_error(tmp_path):
    folder = buat(tmp_path, indikator=THREE, kinerja=DONE, klaim=claims("45.33"))
    (found,) = temuan(folder, "kategori-utama")
    assert found.tingkat == GALAT
