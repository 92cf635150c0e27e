"""A table as CSV: plain values, and nothing that a spreadsheet would run."""

from __future__ import annotations

from lkipnb.present.tabel.data import Lajur, Larik, Sel, Tabel
from lkipnb.present.tabel.sebagai_csv import sebagai_csv


def table(*cells: Sel, grup: str = "") -> Tabel:
    columns = tuple(Lajur(nama=f"k{n}", judul="K", lebar=10) for n in range(len(cells)))
    rows = (Larik(sel=cells, grup=grup),)
    return Tabel(kunci="uji", nomor="Tabel 1.1", judul="Uji", kolom=columns, baris=rows)


def line(*cells: Sel, grup: str = "") -> str:
    return sebagai_csv(table(*cells, grup=grup)).splitlines()[1]


def number(isi: str) -> Sel:
    return Sel(teks="dibulatkan", isi=isi, angka=True)


def test_a_number_is_exact_up_to_six_decimals_and_then_rounded_half_up():
    assert line(number("1234567.5"), number("0.123456")) == "1234567.5,0.123456"
    assert line(number("0.1234565"), number("1E+3")) == "0.123457,1000"


def test_nothing_is_an_empty_cell_and_a_negative_number_no_formula():
    assert line(Sel(teks="–"), number("-5")) == ",-5"


def test_a_text_that_would_run_gets_an_apostrophe_also_as_a_group():
    assert line(Sel(isi="=1+1"), Sel(isi="-x"), grup="+g") == "'+g,'=1+1,'-x"


def test_groups_are_a_column_only_where_there_are_any():
    assert sebagai_csv(table(Sel(isi="a"))).splitlines()[0] == "k0"
    assert sebagai_csv(table(Sel(isi="a"), grup="g")).splitlines()[0] == "grup,k0"
