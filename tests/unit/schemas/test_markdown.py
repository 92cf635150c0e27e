"""Markdown of prose: tables, notes, tasks and words struck out; raw HTML is text."""

from __future__ import annotations

import pytest

from lkipnb.present.sanitize import bersih
from lkipnb.schemas.markdown import markdown, terlalu_dalam

TABLE = "| Indikator | Target |\n|---|---:|\n| <b>PMKS</b> | 10 |"


def shown(text: str) -> str:
    """As it passes the gate, on one line."""
    return " ".join(bersih(markdown(text)).split())


def test_a_table_is_one_and_html_in_its_cell_is_text():
    html = shown(TABLE)
    assert "<th>Indikator</th>" in html
    assert '<td style="text-align:right">10</td>' in html
    assert "<td>&lt;b&gt;PMKS&lt;/b&gt;</td>" in html


def test_words_are_struck_out():
    assert shown("~~lama~~ baru") == "<p><s>lama</s> baru</p>"


def test_a_task_has_its_box_as_a_sign():
    assert shown("- [x] selesai\n- [ ] belum") == ("<ul> <li>☑ selesai</li> <li>☐ belum</li> </ul>")


def test_a_note_stands_below_without_links():
    assert shown("Angka[^1] ini.\n\n[^1]: Belum diaudit.") == (
        "<p>Angka<sup>1</sup> ini.</p> <ol> <li><p>Belum diaudit.</p> </li> </ol>"
    )


@pytest.mark.parametrize("text", ["a | b", "harga ~5~ ribu", "lihat [^1]", "[x] bukan tugas"])
def test_what_only_looks_like_it_stays_text(text):
    assert shown(text) == f"<p>{text}</p>"


def test_depth_counts_tables_and_notes_too():
    assert not terlalu_dalam(markdown(TABLE))
