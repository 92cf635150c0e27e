"""From rows and columns to the `<table>` of a report: built by great_tables, reduced to its
meaning.

great_tables escapes every cell and lays out spanners and groups.  What it adds for the eye (its
style sheet, its class names, its ids) is dropped: the report has one style sheet of its own, and
pandoc reads only structure, column widths and inline alignment.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import lxml.html
import lxml.html.builder
import pandas as pd
from lxml.html import HtmlElement

from lkipnb.asal import tulis
from lkipnb.present.format import KOSONG, Tampil
from lkipnb.present.tabel.lebar import pas
from lkipnb.rumus import aman

ALIGNMENT = {"gt_left": "left", "gt_right": "right", "gt_center": "center"}
UPRIGHT = 100  # percent; columns that need more stand on a page turned on its side
ALLOWANCE = 1e-6  # of a sum of widths that are no whole numbers
SIX_DECIMALS = Decimal("0.000001")
TIDAK_ADA = "(tidak ada)"


def apa_adanya(value: object) -> str:
    """A text as it stands; nothing for nothing."""
    return "" if value is None else str(value)


@dataclass(frozen=True)
class Kolom:
    """A column: the name of its value, its heading, its width in percent of an upright page, its
    form.

    `dari` forms the cell from the whole row instead of from its value, for a number whose unit
    stands beside it.  `utuh` keeps a code on one line.  A column without width is not shown and
    stands in the CSV only.
    """

    nama: str
    judul: str
    lebar: float
    tampil: Callable[[object], str] = apa_adanya
    angka: bool = False
    kepala: bool = False
    utuh: bool = False
    payung: str = ""
    dari: Callable[[Mapping[str, object]], str] | None = None

    def sel(self, row: Mapping[str, object]) -> str:
        """The cell of this column as shown."""
        return self.dari(row) if self.dari else self.tampil(row.get(self.nama))


@dataclass(frozen=True)
class Baris:
    """A row: its values by column, its group, and its role (`jumlah`, `menjorok`, `program`)."""

    isi: dict[str, object]
    grup: str = ""
    peran: str = ""


@dataclass(frozen=True)
class Susunan:
    """A `<table>` as HTML, and whether it needs a page turned on its side."""

    html: str
    lanskap: bool


def susun(kunci: str, kolom: Sequence[Kolom], baris: Sequence[Baris]) -> Susunan:
    """The table with columns as wide as their cells need; every cell is text.  Without rows it says
    so.
    """
    kolom = [c for c in kolom if c.lebar]
    cells = [{c.nama: c.sel(row.isi) for c in kolom} | {"_grup": row.grup} for row in baris]
    if not cells:
        baris = [Baris({})]
        cells = [
            dict.fromkeys((c.nama for c in kolom), "") | {kolom[0].nama: TIDAK_ADA, "_grup": ""}
        ]
    kolom = pas(kolom, baris, cells)
    lanskap = sum(c.lebar for c in kolom) > UPRIGHT + ALLOWANCE
    return Susunan(_table(kunci, kolom, baris, cells), lanskap)


def _table(
    kunci: str, kolom: Sequence[Kolom], baris: Sequence[Baris], cells: Sequence[Mapping[str, str]]
) -> str:
    from great_tables import GT

    whole = max(UPRIGHT, sum(c.lebar for c in kolom))
    shown = pd.DataFrame(cells, dtype=object)
    grouped = any(row.grup for row in baris)
    table = GT(
        shown if grouped else shown.drop(columns="_grup"),
        groupname_col="_grup" if grouped else None,
        id=kunci,
        locale="id",
    )
    table = (
        table.cols_label({c.nama: c.judul for c in kolom})
        .cols_align("left")
        .cols_align("right", columns=[c.nama for c in kolom if c.angka])
        .cols_width({c.nama: f"{c.lebar * 100 / whole:.4g}%" for c in kolom})
    )
    for payung in dict.fromkeys(c.payung for c in kolom if c.payung):
        table = table.tab_spanner(payung, columns=[c.nama for c in kolom if c.payung == payung])
    return _reduced(table.as_raw_html(), kolom, baris, cells)


def _reduced(
    raw: str, kolom: Sequence[Kolom], baris: Sequence[Baris], cells: Sequence[Mapping[str, str]]
) -> str:
    table = lxml.html.fromstring(raw).find(".//table")
    for element in table.iter():
        _keep_meaning(element)
    data_rows = [tr for tr in table.findall("./tbody/tr") if tr.get("class") != "grup"]
    for tr, row, shown in zip(data_rows, baris, cells, strict=True):
        if row.peran:
            tr.set("class", row.peran)
        for td, column in zip(tr, kolom, strict=True):
            _bind(td, shown[column.nama])
            if column.kepala:
                td.tag = "th"
                td.set("scope", "row")
    return lxml.html.tostring(table, encoding="unicode").strip()


def _bind(td: HtmlElement, shown: str) -> None:
    """A figure with an origin carries it."""
    if isinstance(shown, Tampil):
        figure = lxml.html.builder.E.data(
            td.text or "", {"value": shown.nilai, "data-asal": tulis(shown.asal)}
        )
        td.text = None
        td.insert(0, figure)


def _keep_meaning(element: HtmlElement) -> None:
    classes = element.get("class", "").split()
    width = element.get("style", "") if element.tag == "col" else ""
    kept = {
        name: element.get(name)
        for name in ("scope", "colspan", "rowspan")
        if element.get(name, "1") != "1"
    }
    element.attrib.clear()
    if "gt_group_heading" in classes:
        kept["scope"] = "rowgroup"
    if "gt_group_heading_row" in classes:
        kept["class"] = "grup"
    for name, side in ALIGNMENT.items():
        if name in classes:
            kept["style"] = f"text-align: {side}"
    if width:
        kept["style"] = width.rstrip(";").replace("width:", "width: ")
    if element.tag == "span":
        element.drop_tag()
    for name, value in kept.items():
        element.set(name, value)
    element.text = (
        element.text.strip()
        if element.text and element.tag in {"table", "thead", "tbody", "tr"}
        else element.text
    )


def sebagai_csv(kolom: Sequence[Kolom], baris: Sequence[Baris]) -> str:
    """The same cells as plain values: decimal point, no grouping, six decimals at most, rounded
    half up.

    A text that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    grouped = any(row.grup for row in baris)
    writer.writerow((["grup"] if grouped else []) + [c.nama for c in kolom])
    for row in baris:
        cells = [_plain(row.isi.get(c.nama)) for c in kolom]
        writer.writerow(([_plain(row.grup)] if grouped else []) + cells)
    return out.getvalue()


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        short = (
            value
            if -value.as_tuple().exponent <= 6
            else value.quantize(SIX_DECIMALS, ROUND_HALF_UP)
        )
        return format(short, "f")
    return aman(str(value))


def atau_kosong(tampil: Callable[[object], str]) -> Callable[[object], str]:
    """The same form, but a dash where there is no value."""
    return lambda value: KOSONG if value is None else tampil(value)


def nol_kosong(tampil: Callable[[object], str]) -> Callable[[object], str]:
    """The same form, but a dash for zero, as in tables of counts."""
    return lambda value: KOSONG if value == 0 else tampil(value)
