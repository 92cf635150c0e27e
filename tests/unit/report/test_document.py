"""One document from chapters: numbers, references, contents."""

from __future__ import annotations

import nbformat
import pytest

from lkipnb.errors import ChapterError
from lkipnb.present.narasi import render
from lkipnb.report.exporters import LkipHTMLExporter, join, shown


def table(kunci: str, nomor: str) -> str:
    caption = f'<figcaption><span class="nomor">{nomor}</span> Judul {kunci}</figcaption>'
    cells = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    region = f'<div class="gulir" role="region" tabindex="0" aria-label="{nomor}">{cells}</div>'
    return f'<figure class="tabel" id="tabel-{kunci}">{caption}{region}</figure>'


def reference(kunci: str, text: str) -> str:
    return f'<div class="narasi"><p><a class="rujuk" href="#tabel-{kunci}">{text}</a></p></div>'


def notebook(*cells: str, peran: str = "bab"):
    made = nbformat.v4.new_notebook(metadata={"lkip": {"peran": peran}})
    for cell in cells:
        if cell.startswith("#"):
            made.cells.append(nbformat.v4.new_markdown_cell(cell))
        else:
            output = nbformat.v4.new_output("execute_result", {"text/html": cell})
            made.cells.append(nbformat.v4.new_code_cell("rahasia()", outputs=[output]))
    return made


def document(*chapters):
    return LkipHTMLExporter().document(join(chapters), None)[0]


def test_tables_are_numbered_in_the_order_of_the_document():
    made = document(
        notebook("# BAB I Satu", table("b", "Tabel 1.2"), table("a", "Tabel 1.1")),
        notebook("# BAB II Dua", table("c", "Tabel 2.7")),
    )
    assert [(e.nomor, e.id) for e in made.tabel] == [
        ("Tabel 1.1", "tabel-b"),
        ("Tabel 1.2", "tabel-a"),
        ("Tabel 2.1", "tabel-c"),
    ]


def test_references_follow_the_final_numbers():
    made = document(
        notebook(
            "# BAB I Satu",
            reference("a", "Tabel 1.1"),
            table("b", "Tabel 1.2"),
            table("a", "Tabel 1.1"),
        )
    )
    assert '<a class="rujuk" href="#tabel-a">Tabel 1.2</a>' in made.sections[0][1]


def test_a_reference_that_leads_nowhere_is_refused():
    with pytest.raises(ChapterError, match="#tabel-hilang"):
        document(notebook("# BAB I Satu", reference("hilang", "Tabel 1.1")))


def test_a_table_that_stands_twice_is_refused():
    with pytest.raises(ChapterError, match="dua kali"):
        document(notebook("# BAB I Satu", table("a", "Tabel 1.1"), table("a", "Tabel 1.1")))


def test_headings_get_ids_that_are_stable_and_unique():
    made = document(notebook("# BAB I Satu", "## Hal", "<p>isi</p>", "## Hal", "<p>isi</p>"))
    assert [e.id for e in made.isi] == ["bab-i-satu", "hal", "hal-2"]


def test_front_matter_is_cut_at_its_headings():
    front = notebook(
        "# Kata Pengantar", "<p>a</p>", "# Ikhtisar Eksekutif", "<p>b</p>", peran="depan"
    )
    made = document(front, notebook("# BAB I Satu", "<p>c</p>"))
    assert [peran for peran, _ in made.sections] == ["depan", "depan", "bab"]


def test_source_code_never_shows():
    made = document(notebook("# BAB I Satu", "<p>isi</p>"))
    assert "rahasia" not in made.sections[0][1]


def test_raw_html_in_a_markdown_cell_is_text():
    made = document(notebook("# BAB I <script>x</script>", "<p>isi</p>"))
    assert "&lt;script" in made.sections[0][1]
    assert "<script" not in made.sections[0][1]


def test_an_error_output_has_no_place_in_a_report():
    with pytest.raises(ChapterError, match="ZeroDivisionError"):
        shown(nbformat.v4.new_output("error", ename="ZeroDivisionError", evalue="x", traceback=[]))


def test_plain_output_is_escaped_and_stderr_is_dropped():
    assert (
        shown(nbformat.v4.new_output("stream", name="stdout", text="<b>")) == "<pre>&lt;b&gt;</pre>"
    )
    assert shown(nbformat.v4.new_output("stream", name="stderr", text="x")) == ""


def headings(made) -> list[str]:
    return [entry.text for entry in made.isi]


def test_a_heading_without_text_below_goes_and_the_next_ones_move_up():
    made = document(
        notebook(
            "# BAB I Satu",
            "## A. Ada",
            reference("a", "x"),
            "## B. Kosong",
            "### 1. Juga kosong",
            "## C. Akhir",
        ),
        notebook("# BAB II Dua", "## A. Isi", table("a", "Tabel 2.1")),
    )
    assert headings(made) == ["BAB I Satu", "A. Ada", "BAB II Dua", "A. Isi"]


def test_a_heading_with_only_headings_below_stays_while_one_of_them_says_something():
    prose = '<div class="narasi"><p>Isi.</p></div>'
    made = document(
        notebook(
            "# BAB I Satu",
            "## A. Luar",
            "### 1. Kosong",
            "### 2. Dalam",
            prose,
            "## B. Lain",
            prose,
        )
    )
    assert headings(made) == ["BAB I Satu", "A. Luar", "1. Dalam", "B. Lain"]


def test_a_number_in_a_heading_of_the_prose_is_left_alone():
    prose = '<div class="narasi"><h3>7. Dari narasi</h3><p>Isi.</p></div>'
    made = document(notebook("# BAB I Satu", "## A. Luar", prose))
    assert headings(made) == ["BAB I Satu", "A. Luar", "7. Dari narasi"]


def by_agency(markdown: str) -> str:
    return "".join(block.html for block in render(markdown, {}, None, "narasi/x.md"))


@pytest.mark.parametrize(
    ("typed", "levels"),
    [
        ("# X\n\na", [3]),
        ("### X\n\na", [3]),
        ("###### X\n\na", [3]),
        ("# X\n\n#### Y\n\na\n\n## Z\n\na", [3, 4, 4]),
        ("X\n=\n\na\n\nY\n-\n\na", [3, 4]),
    ],
)
def test_headings_of_an_agency_stand_below_the_section_of_the_chapter(typed, levels):
    made = document(
        notebook("# BAB I Satu", "## A. Hal", by_agency(typed), "## B. Lain", "<p>isi</p>")
    )
    kept = {"BAB I Satu": 1, "A. Hal": 2, "B. Lain": 2}
    assert [e.level for e in made.isi if e.text not in kept] == levels
    assert {e.text: e.level for e in made.isi if e.text in kept} == kept


def test_no_heading_takes_the_name_of_another_place():
    typed = "## Asal 11\n\na\n\n## Asal Angka\n\na\n\n## Isi\n\na\n\n## Tabel A\n\na"
    twice = "\n\n## Hal\n\na\n\n## Hal\n\na\n\n## Hal 2\n\na"
    made = document(notebook("# BAB I Satu", by_agency(typed + twice), table("a", "Tabel 1.1")))
    names = [e.id for e in made.isi]
    assert names[1:5] == ["asal-11-2", "asal-angka-2", "isi-2", "tabel-a-2"]
    assert names[5:] == ["hal", "hal-2", "hal-2-2"]


@pytest.mark.parametrize(
    "typed",
    ["[98,60%](#asal-1)", "[a](#tabel-a)", "[a](&#35;asal-1)", "[a][b]\n\n[b]: #isi", "[a](#x)"],
)
def test_a_link_that_an_agency_typed_leads_to_no_place_of_the_report(typed):
    made = document(notebook("# BAB I Satu", by_agency(typed), table("a", "Tabel 1.1")))
    assert "<a" not in made.sections[0][1]


def test_a_link_of_a_chapter_leads_to_a_place_that_is_there_or_is_no_link():
    prose = "# BAB I Satu\n\n[a](#bab-i-satu) [b](#tidak-ada) [c](#asal-1) [d](http://contoh.id)"
    made = document(notebook(prose)).sections[0][1]
    assert '<a href="#bab-i-satu">a</a> b c <a href="http://contoh.id">d</a>' in made


def test_a_skipped_level_of_headings_is_closed():
    made = document(
        notebook("# BAB V Uji\n\n#### Dalam\n\nSatu.\n\n#### Lagi\n\nDua.\n\n## Atas\n\nTiga.")
    )
    assert [(entry.text, entry.level) for entry in made.isi] == [
        ("BAB V Uji", 1),
        ("Dalam", 2),
        ("Lagi", 2),
        ("Atas", 2),
    ]
