"""Whatever syntax of Typst stands in prose, cells and profile, the PDF shows it as text."""

from __future__ import annotations

import io
from dataclasses import fields

import nbformat
import pytest
from pypdf import PdfReader

from lkipnb.present.block import Gambar
from lkipnb.present.narasi import render
from lkipnb.present.tabel.data import Tabel
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.susun import susun
from lkipnb.present.tanda_tangan import tanda_tangan
from lkipnb.report.cover import Cover
from lkipnb.report.exporters import LkipHTMLExporter, join
from lkipnb.report.typeset import typeset

DONE = "DIJALANKAN"
CALL = '#text("DIJA"+"LANKAN")'  # prints DONE only where it runs
ENDS = (
    '', '= ', '== ', '+ ', '=\u2003', '+\u3000', '1. ',
    ']', ')', '}', '"', '")', '"]', "'", '*/', '$', '`', '```', '\\', '\\\\', '<x>', '@x',
    '~', '= ', '/ a: ', '- ', '//', '/*', '[', '#{', '#[', '#(', '$$', '&#35;', '\\u{22}',
    '#set page(fill: red)', '#show: it => []', '#let x =', '#import "a": *', '#pagebreak()',
    '{=typst}', '```{=typst}', '<div id="lkip:daftar-isi"></div>', 'http://x.id/', '%22)',
)  # fmt: skip
TEXTS = [f"{end}{CALL}{end}{CALL}" for end in ENDS]
PROSE = (
    "{}", "a {} b", "# {}\n\na", "> {}", "- {}", "1. {}", "*{}*", "**{}**", "`{}`",
    "``` {}\nx\n```",
    "```\n{}\n```", "[{}](http://x.id)", "[a](http://x.id/{})", "[a](<http://x.id/{}>)",
    "[a](http://x.id '{}')", "![{}](http://x.id/a.png)", "<http://x.id/{}>", "    {}",
    "{{{{ '{}' }}}}",
)  # fmt: skip


def pdf(*shown: str | Tabel, cover: Cover | None = None) -> str:
    """The text of the PDF of outputs of a chapter: HTML, or a table that travels as data."""
    cells = [nbformat.v4.new_markdown_cell("# BAB I Satu\n\n## A. Hal")]
    for one in shown:
        data = one._repr_mimebundle_() if isinstance(one, Tabel) else {"text/html": one}
        output = nbformat.v4.new_output("display_data", data)
        cells.append(nbformat.v4.new_code_cell("x", outputs=[output]))
    chapter = nbformat.v4.new_notebook(cells=cells, metadata={"lkip": {"peran": "bab"}})
    document, _ = LkipHTMLExporter().document(join([chapter]), {"lkip_cover": cover})
    pages = PdfReader(io.BytesIO(typeset(document))).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "")


def by_agency(markdown: str, **values: str) -> str:
    return "".join(block.html for block in render(markdown, values, None, "narasi/x.md"))


def as_prose(form: str, text: str) -> str:
    """The text in the form; where Jinja itself refuses it, one without its signs."""
    if form.startswith("{{{{"):
        text = text.replace("\\", "\\\\").replace("'", "\\'")
    elif any(sign in text for sign in ("{{", "{%", "{#")):
        text = text.replace("{#", "{ #")
    return form.format(text)


@pytest.mark.parametrize("form", PROSE)
def test_no_prose_of_an_agency_is_code_of_typst(form):
    shown = pdf(*(by_agency(as_prose(form, text)) for text in TEXTS))
    assert DONE not in shown


def test_no_value_in_a_sentence_and_no_cell_caption_or_note_is_code_of_typst():
    sentences = [by_agency("Nilai {{ a }} dan *{{ a }}*", a=text) for text in TEXTS]
    tables = [
        table(f"k{at}", f"Tabel 1.{at}", text, text) for at, text in enumerate(TEXTS, start=1)
    ]
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>{}</text></svg>'
    pictures = [
        Gambar(f"g{at}", f"Gambar 1.{at}", text, drawn.format("x"), text, text, (text,)).html
        for at, text in enumerate(TEXTS, start=1)
    ]
    shown = pdf(*sentences, *tables, *pictures)
    assert DONE not in shown
    assert shown.count("LANKAN") >= 3 * len(TEXTS)


def table(kunci: str, nomor: str, judul: str, text: str) -> Tabel:
    """A table with the text wherever one can stand."""
    kolom = [Kolom("a", text, 50, kepala=True), Kolom("b", text, 50, angka=True, payung=text)]
    baris = [Baris({"a": text, "b": text}, text, role) for role in ("", "jumlah", "menjorok")]
    return susun(kunci, nomor, Sajian(judul, kolom, baris, text, (text,)))


def test_no_field_of_the_profile_is_code_of_typst(lk):
    hostile = " ".join(TEXTS)
    words = {f.name: hostile for f in fields(Cover) if f.type == "str" and f.name != "waktu"}
    head = lk.data.profil.kepala.model_copy(update={"nama": hostile, "pangkat": hostile})
    signed = tanda_tangan(lk.data.profil.model_copy(update={"kepala": head, "kota": hostile}))
    shown = pdf("<p>a</p>", signed, cover=Cover(**words, tahun=2020, waktu="2021-01"))
    assert DONE not in shown
    assert "LANKAN" in shown


@pytest.mark.parametrize(
    "markdown",
    [
        "[99,99%](#asal-5)",
        "[a](#tabel-hilang)",
        "# a\n\n#### b\n\nc\n\n###### d\n\ne",
        "##### Tabel k1\n\na [b](#tabel-k1)",
        "> " * 7 + "- *__x__*",
        "\n".join("  " * at + "- a" for at in range(5)),
    ],
)
def test_no_link_heading_or_depth_of_prose_keeps_the_pdf_from_being_made(markdown):
    assert "Judul" in pdf(by_agency(markdown), table("k1", "Tabel 1.1", "Judul", "a"))


@pytest.mark.parametrize("sign", ["=", "==", "+", "-", "/", "1.", "12."])
def test_a_sign_that_begins_a_list_or_a_heading_of_typst_is_printed_as_it_is_typed(sign):
    texts = [by_agency(f"- \\{sign} dalam daftar\n\na [\\{sign} tautan](http://x.id)")]
    assert f"{sign} sel" in pdf(table("k", "Tabel 1.1", "a", f"{sign} sel"))
    assert f"{sign} tautan" in pdf(*texts)
