"""Blocks that travel as data, as calls of lkip.typ: every text is a string, and none is code."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

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
    code = _environment().get_template("tabel.typ.j2").render(t=table, terbagi=_is_long(table))
    return code.rstrip().split(CUT)


def text(value: str) -> str:
    """A Typst string on one line; nothing in it is markup or code."""
    line = " ".join(value.split())
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_long(table: Tabel) -> bool:
    groups = [group for group in table.kelompok if group]
    rows = len(table.baris) + max(len(groups) - 1, 0)
    heads = [column.judul for column in table.tampak]
    shared = [heading for heading, _ in table.kepala]
    cells = [cell.teks for row in table.baris for _, cell in table.sel(row)]
    letters = "".join([*heads, *shared, *groups, *cells])
    return rows > MOST_ROWS or len(letters.encode()) > MOST_LETTERS


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=_literal,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"persen": _percent}
    return environment


def _literal(value: object) -> Markup:
    """A value as a literal of Typst; what a macro has made is one already."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, bool):
        return Markup("true" if value else "false")
    if isinstance(value, int | float):
        return Markup(f"{value:g}")
    return Markup(_NUMBERED.sub("\\1\N{NO-BREAK SPACE}", text(str(value))))


def _percent(share: float) -> float:
    """A width with two decimals, rounded half up."""
    return float(Decimal(str(share)).quantize(CENT, ROUND_HALF_UP))
