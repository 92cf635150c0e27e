"""A realisasi that is printed in percent only is held against sums, totals and its budget."""

from __future__ import annotations

import pytest
from kecil import buat, temuan


def line(code: str, pagu: str, share: str = "", done: str = "") -> dict[str, str]:
    return {
        "kode_rekening": code,
        "uraian": f"Baris {code}",
        "pagu_rp": pagu,
        "serapan_persen": share,
        "realisasi_rp": done,
    }


def year(tmp_path, *lines, spent: str = ""):
    groups = {"kelompok": "operasi", "penggunaan": "gaji", "pagu_rp": "100", "realisasi_rp": spent}
    return buat(tmp_path, anggaran=lines, belanja=[groups] if spent else [])


def told(folder) -> list[tuple]:
    return [(t.berkas, t.baris, t.kolom, t.seharusnya) for t in temuan(folder, "realisasi-persen")]


TWO = (line("1.02.01.2.01", "60", "95.00"), line("1.02.01.2.02", "40", "82.50"))


@pytest.mark.parametrize(
    ("share", "right"),
    [("50.00", "90,00"), ("90.00", None), ("90.01", None), ("90.03", "90,00"), ("89.96", "90,00")],
)
def test_a_group_is_compared_with_its_parts(tmp_path, share, right):
    folder = year(tmp_path, line("1.02.01", "100", share), *TWO)
    expected = [] if right is None else [("anggaran.csv", 2, "serapan_persen", right)]
    assert told(folder) == expected


def test_a_group_in_rupiah_is_compared_with_parts_in_percent(tmp_path):
    folder = year(tmp_path, line("1.02.01", "100", done="70"), *TWO)
    assert told(folder) == [("anggaran.csv", 2, "realisasi_rp", "90")]


def test_a_group_that_tells_nothing_is_passed_through(tmp_path):
    top = line("1.02.01", "100", "50.00")
    below = (line("1.02.01.2.01", "100"), line("1.02.01.2.01.01", "100", "90.00"))
    assert told(year(tmp_path, top, *below)) == [("anggaran.csv", 2, "serapan_persen", "90,00")]


@pytest.mark.parametrize(("spent", "wrong"), [("70", True), ("90", False), ("90.01", False)])
def test_the_groups_of_spending_are_compared_with_the_programmes(tmp_path, spent, wrong):
    folder = year(tmp_path, line("1.02.01", "100", "90.00"), *TWO, spent=spent)
    assert told(folder) == ([("belanja.csv", 2, "realisasi_rp", None)] if wrong else [])


@pytest.mark.parametrize(
    ("share", "wrong"), [("120.00", True), ("100.01", True), ("100.00", False), ("100", False)]
)
def test_nothing_is_spent_beyond_its_budget(tmp_path, share, wrong):
    found = told(year(tmp_path, line("1.02.01", "100", share)))
    assert found == ([("anggaran.csv", 2, "serapan_persen", "paling banyak 100")] if wrong else [])


def test_one_part_that_is_not_known_says_nothing(tmp_path):
    lines = (line("1.02.01", "100", "50.00"), TWO[0], line("1.02.01.2.02", "40"))
    assert told(year(tmp_path, *lines)) == []


@pytest.mark.parametrize(
    ("codes", "row"),
    [
        (("1.02.2", "1.02.02"), [3]),
        (("1.02.2", "1.02.2.2.01", "1.02.02", "1.02.02.2.01"), [4]),
        (("1.02.02", "1.02.02.2.01", "1.02.02.2.1"), [4]),
        (("1.02.02", "1.02.20"), []),
        (("#1", "#1.1", "#1.10"), []),
        (("1.02.2", "1.02.2.2.01"), []),
    ],
)
def test_a_code_that_lost_a_zero_is_told_once(tmp_path, codes, row):
    folder = year(tmp_path, *(line(code, "50", done="40") for code in codes))
    assert [t.baris for t in temuan(folder, "kode-nol-hilang")] == row
