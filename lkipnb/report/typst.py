"""Blocks that travel as data, as calls of lkip.typ: every text is a string, and none is code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from lkipnb.present.html import environment
from lkipnb.present.tabel.data import Larik, Tabel
from lkipnb.report.assets import TEMPLATES

CUT = "\n// potong\n"  # no text has a line of its own
CENT = Decimal("0.01")
# `Tabel 3.1`, `BAB II`: the word stays with its number.
_NUMBERED = re.compile(
    r"(?<![A-Za-z])(Tabel|Gambar|BAB|Lampiran) (?=\(?[LR]?\.?\d|[IVX]+(?![IVX]))"
)
# Tables up to this size, in rows and in bytes of text, stay on one page; longer ones may break.
MOST_ROWS, MOST_LETTERS = 4, 500
# Tables with more rows never stand on one page, so nobody need measure whether they do.
MOST_ROWS_OF_A_PAGE = 60
# Of a table that breaks, the last rows that stay together, in rows and in letters.
LAST_ROWS, LAST_LETTERS = 3, 700

Butir = str | Larik  # the heading of a group, or a row


def tabel(table: Tabel) -> list[str]:
    """The call of a numbered table in parts: what opens it, the table, its end."""
    lines = list(_lines(table))
    at = _last_lines(table, lines)
    call = code(
        "tabel.typ.j2",
        t=table,
        badan=lines[:at],
        akhir=lines[at:],
        terbagi=_is_long(table),
        panjang=len(table.baris) > MOST_ROWS_OF_A_PAGE,
    )
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


def _lines(table: Tabel) -> Iterator[Butir]:
    """The rows in their order, those of a group below its heading."""
    for group, rows in table.kelompok.items():
        if group:
            yield group
        yield from rows


def _last_lines(table: Tabel, lines: Sequence[Butir]) -> int:
    """Where the lines begin that stay together at the end; the heading of a group stays with its
    first row.
    """
    at = len(lines) - 1
    letters = _letters(table, lines[at])
    for earlier in reversed(range(max(len(lines) - LAST_ROWS, 0), at)):
        letters += _letters(table, lines[earlier])
        if letters > LAST_LETTERS:
            break
        at = earlier
    if at and isinstance(lines[at - 1], str):
        return at - 1
    return at


def _letters(table: Tabel, line: Butir) -> int:
    if isinstance(line, str):
        return len(line)
    return sum(len(cell.teks) for _, cell in table.sel(line))


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
