"""Other parts, or another multiplier, that give exactly what is reported."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kecil import buat, indikator, kinerja, temuan

from lkipnb.audit.bagian_lain import Bagian, bacaan_lain, tertukar


def bagian(above: int, below: int, faktor: int, told: str) -> Bagian:
    return Bagian(Decimal(above), Decimal(below), Decimal(faktor), Decimal(told))


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (bagian(200, 50, 100, "25.00"), ["50 dibagi 200 memberi"]),
        (bagian(21, 400, 100, "50.25"), ["201 dibagi 400 memberi"]),
        (bagian(50, 200, 1, "25.00"), ["kali 100, bukan kali 1, memberi"]),
        (bagian(50, 200, 100, "0.25"), ["kali 1, bukan kali 100, memberi"]),
        (bagian(53, 211, 1000, "25.12"), []),
        (bagian(50, 200, 100, "26.00"), []),
    ],
)
def test_what_else_gives_what_is_reported(own, told):
    assert bacaan_lain(own) == told


def test_a_denominator_of_zero_gives_nothing():
    assert bacaan_lain(bagian(5, 0, 100, "5")) == []


def test_digits_are_exchanged_also_with_a_zero_that_was_lost():
    assert set(tertukar(Decimal(21))) == {Decimal(12), Decimal(201)}


def test_a_unit_that_multiplies_otherwise_is_no_error_of_the_realisasi(tmp_path):
    """Persentase with unit orang: 50 of 200 would be 0,25; what is reported is 25."""
    own = indikator(nama="Persentase posyandu aktif", satuan="orang")
    row = kinerja(realisasi="25.00", nilai_pembilang="50", nilai_penyebut="200")
    folder = buat(tmp_path, indikator=[own], kinerja=[row])
    (told,) = temuan(folder, "realisasi-bagian")
    assert "kali 100, bukan kali 1" in told.sebab
    assert not told.perbaikan
    (unit,) = temuan(folder, "satuan-nama")
    assert (unit.tercetak, unit.seharusnya) == ("orang", "persen")
