"""A coat of arms as SVG: a drawing, or a sentence that says why it is none."""

from __future__ import annotations

import pytest
from berkas import SHIELD

from lkipnb.load.lukisan_svg import BukanLukisan, baca

XLINK = "http://www.w3.org/1999/xlink"


def test_a_drawing_passes_with_its_size_and_without_what_an_editor_keeps():
    given = SHIELD.replace(
        "<svg ",
        '<svg xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1" ',
    ).format('<inkscape:view zoom="2"/><metadata>oleh seseorang</metadata><!-- catatan -->')
    made = baca(given.encode())
    assert (made.lebar, made.tinggi) == (100, 120)
    for gone in (b"inkscape", b"seseorang", b"catatan"):
        assert gone not in made.isi
    assert b"M5 5h90v60z" in made.isi


def test_a_size_without_a_view_box_becomes_one():
    made = baca(b'<svg xmlns="http://www.w3.org/2000/svg" width="40px" height="50"><g/></svg>')
    assert b'viewBox="0 0 40 50"' in made.isi


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<script>alert(1)</script>", "memuat <script>"),
        ("<foreignObject/>", "memuat <foreignObject>"),
        ('<image href="http://x.id/a.png"/>', "memuat <image>"),
        ('<animate attributeName="href"/>', "memuat <animate>"),
        ('<g onclick="a()"/>', "memuat onclick"),
        ('<use href="lain.svg#a"/>', "merujuk ke luar berkasnya"),
        (f'<use xmlns:x="{XLINK}" x:href="file:///etc/passwd"/>', "merujuk ke luar berkasnya"),
        ("<style>@import 'x.css';</style>", "merujuk ke luar berkasnya"),
        ("<style>g{fill:url(http://x.id)}</style>", "merujuk ke luar berkasnya"),
        ('<g style="fill:url( \'//x.id\')"/>', "merujuk ke luar berkasnya"),
        ('<g fill="url(http://x.id)"/>', "merujuk ke luar berkasnya"),
        ('<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>', "memuat <script>"),
        ("<?xml-stylesheet href='x'?>", "memuat perintah XML"),
        ('<g id="a"><use href="#b"/></g><g id="b"/><use href="#a"/>', "salinan"),
    ],
)  # fmt: skip
def test_what_acts_or_leads_outward_is_refused(inside, told):
    with pytest.raises(BukanLukisan, match=told):
        baca(SHIELD.format(inside).encode())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<svg", "bukan SVG yang utuh"),
        (b"<html><svg/></html>", "bukan SVG yang utuh"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SHIELD.format("").encode(), "memuat DOCTYPE"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "tidak menyebut ukurannya"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 5"/>', "tidak menyebut ukuran"),
    ],
)  # fmt: skip
def test_what_is_no_drawing_is_refused(content, told):
    with pytest.raises(BukanLukisan, match=told):
        baca(content)
