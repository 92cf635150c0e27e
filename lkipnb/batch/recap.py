"""The recapitulation of a region in one year as HTML, XLSX and CSV."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

from markupsafe import Markup

from lkipnb.batch.chart import chart
from lkipnb.batch.discovery import RECAP
from lkipnb.batch.region import COUNTED, Region, number
from lkipnb.batch.summary import Summary
from lkipnb.batch.tree import Tree
from lkipnb.present.format import persen, rupiah
from lkipnb.present.html import environment
from lkipnb.report.formats import FORMATS
from lkipnb.rumus import aman

TEMPLATES = Path(__file__).parent / "templates"
TITLES = {
    "opd": "Instansi",
    "nama": "Nama",
    "tahun": "Tahun",
    "capaian_persen": "Rata-rata capaian (%)",
    "predikat": "Predikat",
    "pagu_rp": "Pagu (Rp)",
    "realisasi_rp": "Realisasi (Rp)",
    "serapan_persen": "Serapan (%)",
    "tercapai": "Indikator tercapai",
    "belum": "Belum tercapai",
    "belum_dilaporkan": "Belum dilaporkan",
    "tidak_terhitung": "Tidak dapat dinilai",
    "galat": "Galat",
    "peringatan": "Peringatan",
    "catatan": "Catatan",
    "keadaan": "Keadaan",
    "sebab": "Sebab",
}
DECIMALS = ("capaian_persen", "pagu_rp", "realisasi_rp", "serapan_persen")
WHOLE = "Jumlah wilayah"
# Cells stay what they are: no formula, no link.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
Cell = str | int | Decimal | None


def write(out: Tree, region: Region, formats: Sequence[str]) -> str:
    """Put the three files in their place; gives the path of the page below the reports."""
    folder = f"{RECAP}/{region.tahun}"
    for name, content in files(region, formats).items():
        out.write(f"{folder}/{name}", content)
    return f"{folder}/index.html"


def files(region: Region, formats: Sequence[str]) -> Mapping[str, bytes]:
    """The files of a recapitulation by their name."""
    rows = _rows(region)
    return {
        "rekap.csv": _csv(rows).encode("utf-8"),
        "rekap.xlsx": _xlsx(rows),
        "index.html": _page(region, formats).encode("utf-8"),
    }


def _rows(region: Region) -> list[list[Cell]]:
    """A row for each agency, those without a report too, and the total."""
    every = sorted([*region.jadi, *region.gagal], key=lambda one: one.opd)
    return [*(_row(one) for one in every), _total(region)]


def _row(one: Summary) -> list[Cell]:
    cells: dict[str, Cell] = {name: getattr(one, name, None) for name in TITLES}
    if one.sebab:
        cells.update(dict.fromkeys(COUNTED))  # nothing was counted, which is not zero
    for name in DECIMALS:
        cells[name] = number(getattr(one, name))
    cells["keadaan"] = state(one)
    cells["sebab"] = "; ".join(one.sebab)
    return list(cells.values())


def _total(region: Region) -> list[Cell]:
    cells: dict[str, Cell] = dict.fromkeys(TITLES)
    cells.update(region.jumlah)
    cells["opd"] = WHOLE
    cells["tahun"] = region.tahun
    cells["pagu_rp"] = region.pagu_rp
    cells["realisasi_rp"] = region.realisasi_rp
    cells["serapan_persen"] = region.serapan_persen
    return list(cells.values())


def state(one: Summary) -> str:
    """What became of an agency-year, in a word."""
    if one.sebab:
        return "gagal"
    return "konsep" if one.galat else "jadi"


def _csv(rows: Sequence[Sequence[Cell]]) -> str:
    """As read by a machine: decimal points; a text that a spreadsheet would run gets an
    apostrophe.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(TITLES)
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
    return out.getvalue()


def _plain(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return "" if cell is None else aman(str(cell))


def _xlsx(rows: Sequence[Sequence[Cell]]) -> bytes:
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        sheet = book.add_worksheet("Rekap")
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        amount = book.add_format({"num_format": "#,##0.##"})
        for column, title in enumerate(TITLES.values()):
            sheet.write_string(0, column, title, bold)
        for line, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                _put(sheet, (line, column), cell, amount)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(TITLES) - 1, 16)
    return out.getvalue()


def _put(sheet: object, at: tuple[int, int], cell: Cell, amount: object) -> None:
    """A number as a number, a text as a text whatever it begins with."""
    write_number = sheet.write_number  # type: ignore[attr-defined]
    if isinstance(cell, Decimal):
        write_number(*at, float(cell), amount)
    elif isinstance(cell, int):
        write_number(*at, cell)
    elif cell is not None:
        sheet.write_string(*at, cell)  # type: ignore[attr-defined]


def _page(region: Region, formats: Sequence[str]) -> str:
    templates = environment(TEMPLATES)
    return templates.get_template("rekap.html.j2").render(
        region=region,
        chart=Markup(chart(region)),
        berkas=[FORMATS[form].file for form in formats],
        state=state,
        persen=lambda text: _shown(persen, text),
        rupiah=lambda text: _shown(rupiah, text),
    )


def _shown(form: object, value: str | Decimal | None) -> str:
    """A figure in Indonesian notation; a dash where there is none."""
    if value is None:
        return "–"
    return str(form(Decimal(value)))  # type: ignore[operator]
