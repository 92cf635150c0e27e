"""An origin as a tree, by the cells of the form, and the places of figures in words."""

from __future__ import annotations

import nbformat
import pytest

from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.susun import susun
from lkipnb.report.lineage.formulir import di_formulir
from lkipnb.report.lineage.places import nama_tempat
from lkipnb.report.lineage.tree import pohon

TARGET, REALISASI = 'sel("kinerja", "target", 2)', 'sel("kinerja", "realisasi", 3)'
CELLS = {
    "kinerja.target@2": {
        "berkas": "2023/kinerja.csv",
        "baris": 2,
        "kolom": "target",
        "nilai": "60",
    },
    "kinerja.realisasi@3": {
        "berkas": "2023/kinerja.csv",
        "baris": 3,
        "kolom": "realisasi",
        "nilai": "50",
        "asal": "formulir.xlsx, lembar kinerja, sel D5",
    },
}
IMPOR = {
    "kinerja.csv": {
        "sha256": "",
        "tempat": "formulir.xlsx, lembar kinerja",
        "baris": [4, 5],
        "kolom": {"target": "C", "realisasi": "D"},
    }
}


def test_a_chain_of_additions_is_one_line_and_nothing_added_is_none():
    chain = f'(({TARGET} + k("0")) + {REALISASI}) + {TARGET}'
    assert [line.strip().partition(" = ")[0] for line in pohon(chain, CELLS)] == [
        "dijumlahkan:",
        "2023/kinerja.csv baris 2 kolom target",
        "formulir.xlsx, lembar kinerja, sel D5 (2023/kinerja.csv baris 3 kolom realisasi)",
        "2023/kinerja.csv baris 2 kolom target",
    ]


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        (f"{REALISASI} / {TARGET} - {TARGET}", "formulir.xlsx, lembar kinerja, sel C4 dan D5"),
        ('sel("2022/kinerja", "target", 2)', ""),
        ('sel("belanja", "pagu_rp", 2)', ""),
        ('k("0")', ""),
    ],
)
def test_an_origin_names_the_cells_of_the_form(expression, told):
    assert di_formulir(expression, IMPOR) == told


def chapter(heading, *tables):
    outputs = [
        nbformat.v4.new_output("display_data", table._repr_mimebundle_()) for table in tables
    ]
    cells = [nbformat.v4.new_markdown_cell(heading), nbformat.v4.new_code_cell(outputs=outputs)]
    return nbformat.v4.new_notebook(cells=cells)


def table(kunci, nomor):
    return susun(kunci, nomor, Sajian("Judul", [Kolom("a", "A", 50)], [Baris({"a": "1"})]))


def test_places_are_called_as_the_report_calls_them():
    """The second table was referred to first, and so got the lower number in the notebook."""
    body = chapter("# BAB III Akuntabilitas", table("satu", "Tabel 3.2"), table("dua", "Tabel 3.1"))
    front = chapter("# Kata Pengantar\n\n# Ikhtisar Eksekutif")
    assert nama_tempat({"03": body, "00": front}) == {
        "03": "BAB III",
        "03#tabel-satu": "Tabel 3.1, BAB III",
        "03#tabel-dua": "Tabel 3.2, BAB III",
        "00": "Ikhtisar Eksekutif",
    }
