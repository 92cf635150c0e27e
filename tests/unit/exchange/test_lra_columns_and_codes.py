"""The small steps of reading an export: what a heading says, what a code is made of."""

from __future__ import annotations

import pytest

from lkipnb.exchange.lra.kode import gabung, pengganti, potongan
from lkipnb.exchange.lra.kolom import (
    ABAIKAN,
    FISIK,
    KODE,
    MURNI,
    PAGU,
    PERSEN,
    REALISASI,
    URAIAN,
    dengan_sambungan,
    macam,
    pilih,
)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Kode Rekening", KODE),
        ("Program/Kegiatan", URAIAN),
        ("Anggaran Sebelum Perubahan", MURNI),
        ("Anggaran Setelah Perubahan", PAGU),
        ("Realisasi s/d Bulan Ini", REALISASI),
        ("Realisasi Bulan Lalu", ABAIKAN),
        ("Realisasi Fisik (%)", FISIK),
        ("Realisasi (%)", PERSEN),
        ("No.", ABAIKAN),
        ("Rp", None),
    ],
)
def test_the_words_of_a_heading_say_what_its_column_holds(heading, kind):
    assert macam(heading) == kind


def test_of_several_budgets_the_changed_one_counts_and_the_leftmost_is_the_one_before():
    assert pilih({0: "Uraian", 1: "Pagu", 2: "Pagu", 3: "Pagu Perubahan"}) == {
        0: URAIAN,
        1: MURNI,
        2: ABAIKAN,
        3: PAGU,
    }


def test_where_the_changed_budget_stands_leftmost_the_others_are_left_out():
    assert pilih({0: "Pagu Perubahan", 1: "Pagu"}) == {0: PAGU, 1: ABAIKAN}


def test_of_several_realisasi_the_one_up_to_now_counts_else_the_last():
    assert pilih({0: "Realisasi s.d. Juni", 1: "Realisasi"}) == {0: REALISASI, 1: ABAIKAN}
    assert pilih({0: "Realisasi", 1: "Realisasi"}) == {0: ABAIKAN, 1: REALISASI}


def test_a_column_without_a_heading_belongs_to_the_one_left_of_it():
    kolom = {0: KODE, 3: PAGU}
    teks = {0: "Kode", 1: "", 2: "", 3: "Pagu"}
    rows = [["1.02", "15", "Program A", "100"], ["1.02", "16", "Program B", "100"]]
    assert dengan_sambungan(kolom, teks, rows) == {0: KODE, 1: KODE, 2: URAIAN, 3: PAGU}


def test_pieces_left_out_at_the_beginning_of_a_code_are_those_of_the_code_above():
    above = potongan(["1", "06.", "01", "15", ""], ())
    assert gabung(above) == "1.06.01.15"
    assert gabung(potongan(["", "", "", "", "08"], above)) == "1.06.01.15.08"
    assert potongan(["", " ", "."], above) == ()


def test_stand_ins_follow_how_far_the_names_stand_in():
    assert list(pengganti([0, 2, 4, 2, 0])) == ["#1", "#1.1", "#1.1.1", "#1.2", "#2"]
