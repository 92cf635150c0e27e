"""Blocks of a chapter: numbered once, and nothing in them is code."""

from __future__ import annotations

from lkipnb.present.block import Gambar, Narasi, Nomor, Rangkaian
from lkipnb.present.html import render


def test_tables_and_pictures_are_numbered_apart_in_the_order_of_first_mention():
    given = Nomor("3")
    told = [given.tabel("a"), given.tabel("b"), given.gambar("a"), given.tabel("a")]
    assert told == ["Tabel 3.1", "Tabel 3.2", "Gambar 3.1", "Tabel 3.1"]


def test_words_of_a_picture_are_escaped_and_its_drawing_is_not():
    picture = Gambar("k", "Gambar 1.1", "<b>judul</b>", "<svg></svg>", "alt", "<i>sumber</i>")
    assert "<svg></svg>" in picture.html
    assert "&lt;b&gt;judul" in picture.html
    assert "&lt;i&gt;sumber" in picture.html
    assert picture._repr_mimebundle_()["text/plain"] == "Gambar 1.1 <b>judul</b>: alt"


def test_prose_of_an_agency_is_marked_as_such():
    assert Narasi("<p>x</p>").html != Narasi("<p>x</p>", instansi=True).html
    both = Rangkaian((Narasi("<p>satu</p>"), Narasi("<p>dua</p>")))
    assert both.html.index("satu") < both.html.index("dua")


def test_a_template_escapes_what_is_no_markup():
    assert "&lt;x&gt;" in render("akar.svg.j2", alt="<x>", tampak="0 0 1 1")
