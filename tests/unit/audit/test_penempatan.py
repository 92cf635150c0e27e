"""What a finding advises names the row of the form that the planner looks at."""

from __future__ import annotations

from lkipnb.audit.penempatan import ditempatkan
from lkipnb.audit.temuan import GALAT, Temuan

IMPOR = {
    "anggaran.csv": {
        "sha256": "",
        "tempat": "formulir.xlsx, lembar anggaran",
        "baris": [4, 5, 7, 8],
        "kolom": {"pagu_rp": "E"},
    }
}


def found(sebab: str, saran: str) -> Temuan:
    told = "jumlah rincian"
    return Temuan("a", GALAT, "anggaran.csv", 2, "pagu_rp", "1", "2", told, sebab, saran)


def test_cell_and_rows_are_those_of_the_sheet():
    told = found("baris 3 dan 5 tertukar", "anggaran.csv baris 4 kolom pagu_rp: tulis 187.250.000")
    placed = ditempatkan(told, IMPOR)
    assert placed.asal == "formulir.xlsx, lembar anggaran, sel E4"
    assert placed.sebab == "baris 5 dan 8 tertukar"
    assert placed.saran == "formulir.xlsx, lembar anggaran, sel E7: tulis 187.250.000"
    assert placed.id == told.id


def test_a_span_of_rows_keeps_what_stands_between():
    assert ditempatkan(found("", "geser baris 3–5 satu baris"), IMPOR).saran == (
        "geser baris 5–8 satu baris"
    )


def test_a_table_that_came_from_no_form_speaks_of_its_own_rows():
    told = found("baris 3 berlebih", "belanja.csv baris 2 kolom pagu_rp: tulis 5")
    assert ditempatkan(told, {}) == told
    assert ditempatkan(told, IMPOR).saran == told.saran
