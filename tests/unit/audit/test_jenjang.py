"""A ladder from high to low, and a score that is not of its level, are asked about."""

from __future__ import annotations

import pytest
from kecil import buat, indikator, kinerja, temuan

SAKIP = "D; C; CC; B; BB; A; AA"


def year(tmp_path, ladder: str, target: str, realisasi: str, **cells):
    kind = {"jenis": "jenjang", "jenjang": ladder, "satuan": "predikat"} | cells
    return buat(tmp_path, indikator=[indikator(**kind)], kinerja=[kinerja("A1", target, realisasi)])


@pytest.mark.parametrize(
    ("ladder", "level", "right"),
    [
        ("AA; A; BB; B; CC; C; D", "A", "D; C; CC; B; BB; A; AA"),
        ("AA;A;BB", "A", "BB; A; AA"),
        ("WTP; WDP; TW; TMP", "WTP", "TMP; TW; WDP; WTP"),
        ("a; b; c", "a", "c; b; a"),
        (SAKIP, "A", None),
        ("C; B; A", "A", None),
        ("III; II; I", "I", None),
        ("Tinggi; Rendah", "Tinggi", None),
    ],
)
def test_a_known_ladder_from_high_to_low(tmp_path, ladder, level, right):
    found = temuan(year(tmp_path, ladder, level, level), "urutan-jenjang")
    assert [t.seharusnya for t in found] == ([] if right is None else [right])


@pytest.mark.parametrize(
    ("ladder", "target", "realisasi", "columns"),
    [
        (SAKIP, "BB (72)", "B (85)", ["realisasi"]),
        (SAKIP, "BB (72)", "B (63)", []),
        (SAKIP, "BB (72)", "63 (B)", []),
        (SAKIP, "BB (70)", "B (70)", []),
        (SAKIP, "BB (69.99)", "B (70.01)", ["target", "realisasi"]),
        (SAKIP, "AA (100)", "D (0)", []),
        (SAKIP, "BB (72)", "B", []),
        ("D; C; B; A", "B (80)", "A (88.31)", []),
        ("Awal; Tumbuh; Mapan", "Mapan (40)", "Tumbuh (50)", ["realisasi"]),
        ("Awal; Tumbuh; Mapan", "Mapan (50)", "Tumbuh (40)", []),
        ("Awal; Tumbuh; Mapan", "Mapan (50)", "Mapan (60)", []),
    ],
)
def test_a_score_beside_a_level(tmp_path, ladder, target, realisasi, columns):
    found = temuan(year(tmp_path, ladder, target, realisasi), "skor-jenjang")
    assert [t.kolom for t in found] == columns


@pytest.mark.parametrize(
    ("realisasi", "columns"),
    [("AA (60)", ["realisasi"]), ("B (63)", []), ("B (80)", []), ("85", [])],
)
def test_a_score_whose_level_stands_beside_it(tmp_path, realisasi, columns):
    """Of an indicator in numbers no ladder is told, so any known one will do."""
    folder = year(tmp_path, "", "BB (72)", realisasi, jenis="angka", satuan="nilai")
    assert [t.kolom for t in temuan(folder, "skor-jenjang")] == columns
