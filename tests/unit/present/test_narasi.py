"""Prose: every value is text, whatever stands in it."""

from decimal import Decimal

import pytest

from lkipnb.errors import UsageError
from lkipnb.present.kalimat import Kalimat
from lkipnb.present.narasi import markdown, render


def html_of(template: str, values: dict[str, object]) -> str:
    (piece,) = render(template, values)
    return piece.isi


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "**tebal**",
        "[x](javascript:alert(1))",
        "{{ 7 * 7 }}",
        "{% for %}",
        "# judul",
        "![x](y)",
        "a & b < c",
        "`kode`",
        "1. satu\n2. dua",
        '"><img src=x>',
    ],
)
def test_a_value_is_shown_as_it_was_typed(hostile):
    from html import unescape

    html = html_of("Nama: {{ nama }}.", {"nama": hostile})
    assert html.startswith("<p>Nama: ")
    assert html.count("<") == 2
    assert unescape(html) == f"<p>Nama: {hostile}.</p>"


def test_markdown_of_the_template_works_around_values():
    assert html_of(
        "Capaian **{{ x | persen }}**\n\n- {{ y }}", {"x": Decimal("51.2"), "y": Decimal("3450")}
    ) == ("<p>Capaian <strong>51,20%</strong></p>\n<ul>\n<li>3.450</li>\n</ul>")


def test_raw_html_in_a_template_is_shown_as_text():
    assert "<b>" not in markdown("a <b>c</b>")


@pytest.mark.parametrize(
    "template",
    [
        "{{ tidak_ada }}",
        "{{ x.y.z }}",
        "{{ x | tak_dikenal }}",
        "{% if %}",
        "{{ ''.__class__.__mro__ }}",
    ],
)
def test_a_template_that_cannot_be_filled_says_so_in_indonesian(template):
    with pytest.raises(UsageError, match="Narasi tidak dapat disusun"):
        render(template, {"x": {}})


def test_the_same_template_gives_the_same_text_twice():
    assert (
        html_of("{{ 'a' }} {{ x }}", {"x": 1})
        == html_of("{{ 'a' }} {{ x }}", {"x": 1})
        == "<p>a 1</p>"
    )


def test_a_table_alone_in_a_paragraph_cuts_the_prose(lk):
    before, table, after = render(
        "Lihat:\n\n{{ tabel.skala() }}\n\nItulah **skalanya**.", lk.konteks_bab
    )
    assert (before.isi, after.isi) == ("<p>Lihat:</p>", "<p>Itulah <strong>skalanya</strong>.</p>")
    assert table.kunci == "skala"


def test_a_table_inside_a_sentence_is_refused(lk):
    with pytest.raises(UsageError, match=r"Tabel 3\.\d+ berada di dalam kalimat"):
        render("Lihat {{ tabel.skala() }}.", lk.konteks_bab)


def test_a_piece_is_filled_where_it_is_included():
    pieces = {"salam": "Halo, {{ nama }}."}
    told = render(
        "{% for nama in semua %}\n{% include 'salam' %}\n\n\n{% endfor %}",
        {"semua": ("A", "<b>")},
        pieces,
    )
    assert told[0].isi == "<p>Halo, A.</p>\n<p>Halo, &lt;b&gt;.</p>"
    with pytest.raises(UsageError, match="Narasi tidak dapat disusun"):
        render("{% include 'lain' %}", {}, pieces)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Membantu Bupati.", "<p>Tugas: Membantu Bupati. Fungsinya</p>"),
        ("Membantu Bupati", "<p>Tugas: Membantu Bupati. Fungsinya</p>"),
        (Kalimat("Cukup ", Decimal(3), "."), "<p>Tugas: Cukup 3. Fungsinya</p>"),
    ],
)
def test_a_value_that_ends_its_sentence_gets_no_other_full_stop(value, shown):
    assert html_of("Tugas: {{ x }}. Fungsinya", {"x": value}) == shown


def test_dots_that_are_no_full_stop_stay():
    assert html_of("{{ x }}... dan {{ x }}", {"x": "dst."}) == "<p>dst.... dan dst.</p>"
