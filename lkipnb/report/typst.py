"""Blocks that travel as data, as calls of lkip.typ: every text is a string, and none is code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from lkipnb.present.html import environment
from lkipnb.present.tabel.data import Tabel
from lkipnb.report.assets import TEMPLATES

CUT = "\n// potong\n"  # no text has a line of its own
CENT = Decimal("0.01")
# `Tabel 3.1`, `BAB II`: the word stays with its number.
_NUMBERED = re.compile(
    r"(?<![A-Za-z])(Tabel|Gambar|BAB|Lampiran) (?=\(?L?\.?\d|[IVX]+(?![IVX])|L\.\d)"
)
# Tables up to this size, in rows and in bytes of text, stay on one page; longer ones may break.
MOST_ROWS, MOST_LETTERS = 4, 500


def tabel(table: Tabel) -> list[str]:
    """The call of a numbered table in parts: what opens it, the table, its notes, its end."""
    call = code("tabel.typ.j2", t=table, terbagi=_is_long(table))
    return call.split(CUT)


def code(template: str, **values: object) -> str:
    """The file `template` of `templates/`, filled: every value is a literal of Typst."""
    filled = _environment().get_template(template).render(values)
    return filled.rstrip()


def text(value: str) -> str:
    """A Typst string on one line; nothing in it is markup or code."""
    line = " ".join(value.split())
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_long(table: Tabel) -> bool:
    groups = [group for group in table.kelompok if group]
    rows = len(table.baris) + max(len(groups) - 1, 0)
    if rows > MOST_ROWS:
        return True
    letters = "".join([*_heads(table), *groups, *_cells(table)])
    return len(letters.encode()) > MOST_LETTERS


def _heads(table: Tabel) -> Iterator[str]:
    for column in table.tampak:
        yield column.judul
    for heading, _ in table.kepala:
        yield heading


def _cells(table: Tabel) -> Iterator[str]:
    for row in table.baris:
        for _, cell in table.sel(row):
            yield cell.teks


@cache
def _environment() -> Environment:
    made = environment(TEMPLATES, _literal)
    made.filters["persen"] = _percent
    return made


def _literal(value: object) -> Markup:
    """A value as a literal of Typst; what a macro has made is one already."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, bool):
        return Markup(str(value).lower())
    if isinstance(value, int | float):
        return Markup(f"{value:g}")
    joined = _NUMBERED.sub("\\1\N{NO-BREAK SPACE}", text(str(value)))
    return Markup(joined)


def _percent(share: float) -> float:
    """A width with two decimals, rounded half up."""
    exact = Decimal(str(share))
    return float(exact.quantize(CENT, ROUND_HALF_UP))
