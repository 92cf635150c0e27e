"""The small steps of reading an export: what a heading says, what a code is made of."""

from __future__ import annotations

import pytest

from lkipnb.exchange.lra.kode import Kode, isi_dari_atas, jenis, pecah, rangkai
from lkipnb.exchange.lra.kolom import (
    ABAIKAN,
    FISIK,
    KODE,
    NOMOR,
    PAGU,
    PERSEN,
    REALISASI,
    URAIAN,
    dengan_sambungan,
    macam,
)
from lkipnb.exchange.lra.tingkat import dari_nomor, pengganti


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Kode Rekening", KODE),
        ("Program/Kegiatan", URAIAN),
        ("Anggaran Sebelum Perubahan", PAGU),
        ("Anggaran Setelah Perubahan", PAGU),
        ("Realisasi s/d Bulan Ini", REALISASI),
        ("Alokasi Anggaran", PAGU),
        ("Lokasi", ABAIKAN),
        ("Penyerapan (Rp)", REALISASI),
        ("DAK Fisik Realisasi", REALISASI),
        ("Realisasi Fisik (%)", FISIK),
        ("Realisasi (%)", PERSEN),
        ("No.", NOMOR),
        ("Rp", None),
    ],
)
def test_the_words_of_a_heading_say_what_its_column_holds(heading, kind):
    assert macam(heading) == kind


def test_a_column_without_a_heading_belongs_to_the_one_left_of_it():
    kolom = {0: KODE, 3: PAGU}
    teks = {0: "Kode", 1: "", 2: "", 3: "Pagu"}
    rows = [["1.02", "15", "Program A", "100"], ["1.02", "16", "Program B", "100"]]
    assert dengan_sambungan(kolom, teks, rows) == {0: KODE, 1: KODE, 2: URAIAN, 3: PAGU}


def test_pieces_left_out_at_the_beginning_of_a_code_are_those_of_the_code_above():
    above = isi_dari_atas(["1", "06", "01", "15", ""], ())
    assert rangkai(above) == Kode("1.06.01.15")
    assert rangkai(isi_dari_atas(["", "", "", "", "08"], above)) == Kode("1.06.01.15.08")
    assert isi_dari_atas(["", "", ""], above) == ()


@pytest.mark.parametrize("group", ["5.1", "5.2", "5.3"])
def test_a_rekening_behind_the_code_of_its_kegiatan_is_no_code_of_the_budget(group):
    whole = f"1.02.01.17.{group}"
    assert rangkai((whole,)) == Kode("", "", whole)


def test_a_kegiatan_whose_number_begins_like_a_rekening_stays_one():
    assert rangkai(("1.02.01.17.54",)) == Kode("1.02.01.17.54")


def test_a_whole_code_goes_on_from_the_one_left_of_it_and_a_piece_is_added():
    unit = "5.02.0.00.0.00.01.0000"
    whole = ("5.02", unit, "5.02.01.2.01.0001", "5.1.02")
    assert rangkai(whole) == Kode("5.02.01.2.01.0001", unit, "5.1.02")
    assert rangkai(("5", "02", "01", "2.01", "0001")) == Kode("5.02.01.2.01.0001")
    assert rangkai(("5.02.01", "2.01")) == Kode("5.02.01.2.01")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1 . 06 . 01", ("1.06.01", "")),
        ("5 02 01 2.01", ("5.02.01.2.01", "")),
        ("5.02.01 - Program Satu", ("5.02.01", "Program Satu")),
        ("X.XX.01. Program Penunjang", ("X.XX.01", "Program Penunjang")),
        ("Jumlah Belanja", ("", "Jumlah Belanja")),
    ],
)
def test_a_code_and_the_name_that_follows_it_in_one_cell(cell, code):
    assert pecah(cell) == code


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("5.02", "bidang urusan"),
        ("5.02.01", "program"),
        ("X.XX.01.2.01", "kegiatan"),
        ("5.02.01.2.01.0001", "sub kegiatan"),
        ("5.02.0.00.0.00.01.0000", "perangkat daerah"),
        ("5.1.02.01", "rekening belanja"),
        ("5.02.01.2.01.0001.5.1.02", "rekening belanja"),
        ("1.06.01.15.08", ""),
    ],
)
def test_the_form_of_a_code_says_what_it_stands_for(code, kind):
    assert jenis(code) == kind


def test_numbers_tell_levels_by_their_points_or_by_their_style():
    assert dari_nomor(["1", "1.1", "1.1.1", "2"]) == [0, 1, 2, 0]
    assert dari_nomor(["I", "A", "1", "2", "B", "1", "II", "A"]) == [0, 1, 2, 2, 1, 2, 0, 1]
    assert dari_nomor(["1", ""]) is None


def test_stand_ins_follow_how_far_the_names_stand_in():
    assert list(pengganti([0, 2, 4, 2, 0])) == ["#1", "#1.1", "#1.1.1", "#1.2", "#2"]
