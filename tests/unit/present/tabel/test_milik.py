"""A frame of an analyst as a table of the report."""

from __future__ import annotations

from decimal import Decimal

import kecil
import nbformat
import pandas as pd
import pytest

from lkipnb.errors import UsageError
from lkipnb.present.tabel import milik
from lkipnb.report import exporters

TELLING = {"judul": "Sisa anggaran", "sumber": "Diolah dari anggaran.csv"}


@pytest.fixture
def lk(tmp_path):
    return kecil.buka(tmp_path)


def cells(table) -> list[list[str]]:
    return [[sel.teks for sel in row.sel] for row in table.baris]


def test_a_frame_is_numbered_with_title_source_and_unit(lk):
    frame = pd.DataFrame({"program": ["Perlindungan", "=1+1"], "sisa": [1250000, None]})
    table = lk.tampilkan(frame, **TELLING, satuan="rupiah")
    assert (table.nomor, table.judul, table.kunci) == (
        "Tabel 3.1",
        "Sisa anggaran",
        "milik-sisa-anggaran",
    )
    assert cells(table) == [["Perlindungan", "1.250.000"], ["=1+1", "–"]]
    assert "Sumber: Diolah dari anggaran.csv" in table.html
    assert "Satuan: rupiah." in table.html
    assert table.csv.splitlines() == ["program,sisa", "Perlindungan,1250000.0", "'=1+1,"]


def test_figures_of_a_column_have_equal_decimals_and_text_stays_text(lk):
    frame = pd.DataFrame({"<b>x</b>": [1.5, 2.0, -0.25], "ada": [True, False, None]})
    table = lk.tampilkan(frame, **TELLING)
    assert cells(table) == [["1,50", "ya"], ["2,00", "tidak"], ["−0,25", "–"]]
    assert "<b>" not in table.html


def test_a_named_index_is_a_column_and_a_numbered_one_is_not(lk):
    frame = pd.DataFrame({"program": ["A", "B", "A"], "sisa": [1, 2, 3]})
    sums = lk.tampilkan(frame.groupby("program").sum(), **TELLING)
    assert cells(sums) == [["A", "4"], ["B", "2"]]
    assert [kolom.nama for kolom in lk.tampilkan(frame, **TELLING).kolom] == ["program", "sisa"]


def test_a_figure_of_the_data_keeps_its_origin(lk):
    table = lk.tampilkan(lk.data.kinerja[["indikator", "target"]], **TELLING)
    assert table.baris[0].sel[1].asal == 'sel("kinerja", "target", 2)'


@pytest.mark.parametrize(
    ("frame", "telling", "told"),
    [
        (pd.Series([1]), TELLING, "to_frame"),
        (pd.DataFrame({"a": [1]}), TELLING | {"judul": " "}, "judul belum ada"),
        (pd.DataFrame({"a": [1]}), TELLING | {"sumber": ""}, "sumber belum ada"),
        (pd.DataFrame(), TELLING, "tanpa kolom"),
        (pd.DataFrame([[1, 2]], columns=["a", "a"]), TELLING, "bernama sama"),
        (pd.DataFrame({("a", "b"): [1]}), TELLING, "bertingkat"),
        (pd.DataFrame({"a": range(milik.MOST_ROWS + 1)}), TELLING, "2.001 baris"),
    ],
)
def test_what_is_no_table_is_refused(lk, frame, telling, told):
    with pytest.raises(UsageError, match=told):
        lk.tampilkan(frame, **telling)


def test_the_report_lists_it_and_keeps_it_as_csv(lk):
    from lkipnb.report.files import _tables

    shown = lk.tampilkan(pd.DataFrame({"x": [Decimal("1.5")]}), **TELLING)
    output = nbformat.v4.new_output("execute_result", dict(shown._repr_mimebundle_()))
    chapter = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x", outputs=[output])])
    exporter = exporters.LkipHTMLExporter()
    document, _ = exporter.document(chapter, None)
    assert [(one.nomor, one.text) for one in document.tabel] == [("Tabel 3.1", "Sisa anggaran")]
    assert dict(_tables({None: chapter})) == {"tabel-3-1-milik-sisa-anggaran": "x\n1.5\n"}
