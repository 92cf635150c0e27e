"""Tables, measures and prose: what is declared of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import pytest

from lkipnb.schemas.kolom import Baris, Kind, choice, code, rupiah, text
from lkipnb.schemas.markdown import baris_terlalu_dalam, markdown, teks
from lkipnb.schemas.satuan_ukuran import BARIS, CACAH, INDIKATOR, PERSEN, RUPIAH, satuan_besaran
from lkipnb.schemas.templat import kesalahan, terketik
from lkipnb.schemas.ukuran import UkuranSalah, baca


@pytest.mark.parametrize(
    ("measure", "unit"),
    [
        ("anggaran.pagu_rp", RUPIAH),
        ("capaian.capaian_persen[kode=A1]", PERSEN),
        ("pegawai_golongan.jumlah", CACAH),
        ("capaian.realisasi[kode=A1]", INDIKATOR),
        ("aset.jumlah", BARIS),
    ],
)
def test_a_measure_has_the_unit_that_its_name_or_its_column_says(measure, unit):
    assert satuan_besaran(baca(measure)) == unit


@pytest.mark.parametrize("measure", ["", "anggaran", "anggaran.pagu", "angaran.pagu_rp", "a.b[c"])
def test_a_measure_that_names_nothing_says_what_was_expected(measure):
    with pytest.raises(UkuranSalah, match=r"\w"):
        baca(measure)


def test_a_class_of_rows_declares_its_table():
    class Contoh(Baris, name="contoh_saja", title="Contoh", key=("kode",)):
        kode: str = code("Kode", example="1")
        jenis: Literal["a", "b"] = choice("Jenis", example="a")
        pagu_rp: Decimal | None = rupiah("Pagu", example="1")
        uraian: str = text("Uraian", example="x")

    table = Contoh.table
    assert (table.file, table.names) == ("contoh_saja.csv", ("kode", "jenis", "pagu_rp", "uraian"))
    assert table["jenis"].choices == ("a", "b")
    assert (table["pagu_rp"].optional, table["kode"].optional) == (True, False)
    assert (table["pagu_rp"].kind, table["pagu_rp"].minimum, table["pagu_rp"].unit) == (
        Kind.RUPIAH,
        0,
        "Rp",
    )
    assert table["pagu_rp"].numeric
    assert not table["uraian"].numeric


def test_a_reader_sees_the_words_of_prose_without_what_was_put_between_them():
    assert teks("<p>1234<!-- x -->5678 &amp; <b>9</b></p>") == "12345678 & 9"


def test_html_typed_into_prose_is_shown_as_text():
    assert "<script>" not in markdown("<script>alert(1)</script>")


def test_prose_that_goes_too_deep_is_told_by_its_line():
    lines = [f"{'  ' * depth}- butir" for depth in range(12)]
    assert baris_terlalu_dalam("\n".join(lines[:3])) is None
    line = baris_terlalu_dalam("\n".join(lines))
    assert line is not None
    assert baris_terlalu_dalam("\n".join(lines[: line - 1])) is None


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{{ opd }}", None),
        ("satu\n{% include 'x' %}", 2),
        ("{{ opd.__class__ }}", None),
        ("{{ 9 ** 9 }}", 1),
        ("{{ opd | tojson }}", 1),
        ("{% for a in b %}", 1),
    ],
)
def test_a_template_may_use_what_is_on_the_lists_only(template, line):
    found = kesalahan(template)
    assert (None if found is None else found[0]) == line


def test_what_is_typed_into_the_code_of_a_template_is_seen_unless_it_only_chooses():
    template = "{{ 'rajin' if 'diam' else 4.5 }} {{ tahun - 1 }}"
    assert sorted(terketik(template)) == ["4,5", "rajin"]
