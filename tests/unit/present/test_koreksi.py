"""A correction in print: names in place of codes, numbers as Indonesian readers write them."""

from __future__ import annotations

import pandas as pd

from lkipnb.present.koreksi import isi, tempat

UNITS = {"unit": pd.DataFrame({"kode": ["subbag-umum"], "nama": ["Sub Bagian Umum"]})}


def test_a_key_is_told_by_names_and_says_nothing_twice():
    row = {
        "tabel": "tugas",
        "kunci": "unit=subbag-umum; lingkup=unit; jenis=fungsi; urutan=1",
        "kolom": "uraian",
    }
    assert tempat(row, UNITS) == "Tugas dan fungsi: Sub Bagian Umum, fungsi, urutan 1 (uraian)"


def test_a_code_that_no_row_has_stays_as_it_is():
    row = {"tabel": "tugas", "kunci": "unit=lain; urutan=2", "kolom": "*"}
    assert tempat(row, UNITS) == "Tugas dan fungsi: lain, urutan 2 (seluruh baris)"


def test_numbers_are_written_as_elsewhere_and_texts_as_they_stand():
    money = {"tabel": "anggaran", "kolom": "pagu_rp", "tercetak": "175811750"}
    share = {"tabel": "anggaran", "kolom": "serapan_persen", "tercetak": "99.86"}
    code = {"tabel": "anggaran", "kolom": "kode_rekening", "tercetak": "1.06"}
    assert [isi(row, "tercetak") for row in (money, share, code)] == [
        "175.811.750",
        "99,86",
        "1.06",
    ]
    assert isi(money | {"tercetak": None}, "tercetak") == "(kosong)"
