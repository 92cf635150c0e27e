"""Prose in Markdown with Jinja values, rendered to HTML in which every value is text.

A value never meets the Markdown parser: it is carried through as a token and put in, escaped,
once the HTML stands.  So whatever a cell of `data/` holds - HTML, Markdown, Jinja - is shown as it
was typed and never acts.  A value that is a table or a picture stands in a paragraph of its own,
and the prose is cut there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from lkipnb.asal import Kata, tulis
from lkipnb.errors import ProseError, UsageError
from lkipnb.present import format as bentuk
from lkipnb.present.block import Gambar, Narasi, Rangkaian
from lkipnb.present.kalimat import Kalimat
from lkipnb.present.sandbox import isi_templat
from lkipnb.present.sanitize import bersih
from lkipnb.present.tabel.data import Tabel
from lkipnb.schemas.markdown import TOO_DEEP, markdown, terlalu_dalam

_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}([.](?![.]))?")  # with a full stop behind it
_ALONE = re.compile(f"<p>{_OPEN}(\\d+){_CLOSE}</p>\n?")
_IN_A_TAG = re.compile(f"<[^<>]*(?:{_OPEN}|%EE%80%80)")  # as it is, and as an address spells it


Nilai = Markup | Tabel | Gambar | Rangkaian


@dataclass(frozen=True)
class Rujukan:
    """A link to a table or picture of this chapter, shown by its number."""

    sasaran: str
    nomor: str


def render(
    template: str,
    konteks: Mapping[str, object],
    bagian: Mapping[str, str] | None = None,
    tempat: str = "",
) -> list[Narasi | Tabel | Gambar]:
    """The pieces of a Markdown template whose `{{ }}` are filled from `konteks`: prose, tables,
    pictures.

    `bagian` are templates by name that a chapter may `{% include %}`; agency prose has none (None).
    Raises UsageError, in Indonesian and naming `tempat`, when the template names something that
    does not exist, does what prose may not do (`present.sandbox`), or puts a table inside a
    sentence.
    """
    _refuse_tokens(template, tempat)
    values: list[Nilai] = []

    def keep(value: object) -> str:
        values.append(_shown(value))
        return f"{_OPEN}{len(values) - 1}{_CLOSE}"

    html = _html(isi_templat(template, konteks, keep, bagian, tempat), tempat)
    if _IN_A_TAG.search(html):
        raise UsageError(
            "Nilai {{ }} tidak dapat menjadi alamat atau judul tautan; letakkan dalam kalimatnya."
        )
    pieces = _pieces(html, values)
    if bagian is not None:
        return pieces
    return [_of_agency(piece) for piece in pieces]


def _html(text: str, tempat: str) -> str:
    try:
        html = markdown(text)
    except RecursionError as error:
        raise ProseError(tempat, None, TOO_DEEP) from error
    if terlalu_dalam(html):
        raise ProseError(tempat, None, TOO_DEEP)
    return html


def _of_agency(piece: Narasi | Tabel | Gambar) -> Narasi | Tabel | Gambar:
    if isinstance(piece, Narasi):
        return replace(piece, instansi=True)
    return piece


def _refuse_tokens(template: str, tempat: str) -> None:
    """A template that holds our tokens already could name any value."""
    if _OPEN in template or _CLOSE in template:
        raise ProseError(tempat, None, "memuat huruf U+E000 atau U+E001")


def _pieces(html: str, values: list[Nilai]) -> list[Narasi | Tabel | Gambar]:
    """The HTML cut at each block that stands alone; every other token replaced by its value."""
    pieces: list[Narasi | Tabel | Gambar] = []
    last = 0
    for match in _ALONE.finditer(html):
        value = values[int(match[1])]
        if isinstance(value, Markup):
            continue
        pieces += _prose(html[last : match.start()], values)
        pieces += value.blok if isinstance(value, Rangkaian) else [value]
        last = match.end()
    return pieces + _prose(html[last:], values)


def _prose(html: str, values: list[Nilai]) -> list[Narasi]:
    def shown(match: re.Match[str]) -> str:
        value, stop = values[int(match[1])], match[2] or ""
        if isinstance(value, Markup):
            return value if _ended(value) else value + stop
        nomor = "Isi tambahan" if isinstance(value, Rangkaian) else value.nomor
        raise UsageError(f"{nomor} berada di dalam kalimat; letakkan dalam paragraf tersendiri.")

    text = bersih(_TOKEN.sub(shown, html)).strip()
    if text:
        return [Narasi(text)]
    return []


def _ended(value: Markup) -> bool:
    """Whether a value ends its sentence itself: `Membantu Bupati.` needs no other full stop."""
    return value.striptags().endswith(".")


def _shown(value: object) -> Nilai:
    """A block as it is, any other value as HTML."""
    if isinstance(value, Tabel | Gambar | Rangkaian):
        return value
    if isinstance(value, Rujukan):
        return Markup('<a class="rujuk" href="#{}">{}</a>').format(value.sasaran, value.nomor)
    if isinstance(value, Kalimat):
        return Markup("").join(map(_marked, value.bagian))
    return _marked(value)


def _marked(value: object) -> Markup:
    """A text or a figure as HTML; a figure with an origin carries it."""
    shown = bentuk.teks(value)
    if isinstance(shown, Kata):
        shown = bentuk.Tampil(shown, shown, shown.asal)
    if not isinstance(shown, bentuk.Tampil):
        return escape(str(shown))
    return Markup('<data value="{}" data-asal="{}">{}</data>').format(
        shown.nilai, tulis(shown.asal), str(shown)
    )
