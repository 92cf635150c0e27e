"""A table that is sorted by its heads, and tells of a chosen row where its figures come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

from lkipnb.explore.asal import asal
from lkipnb.explore.unduhan import tautan, unduhan_tabel
from lkipnb.present.html import render
from lkipnb.present.tabel.data import Lajur, Larik, Sel, Tabel
from lkipnb.present.tabel.kolom import JUMLAH, Sajian
from lkipnb.present.tabel.susun import susun
from lkipnb.workbook import Workbook

if TYPE_CHECKING:
    import ipywidgets
    from itables.widget import ITable

PER_HALAMAN = 25
GRUP = "Kelompok"
LOWEST = Decimal("-Infinity")  # before every number: what is not known
ASK = "Pilih sebuah baris untuk melihat asal angkanya."
# What the grid says in words of its own.
BAHASA = {
    "emptyTable": "Tidak ada baris.",
    "info": "Baris _START_ sampai _END_ dari _TOTAL_",
    "infoEmpty": "Tidak ada baris",
    "lengthMenu": "_MENU_ baris per halaman",
    "select": {"rows": {"_": "%d baris dipilih", "0": "", "1": "1 baris dipilih"}},
    "paginate": {"first": "«", "last": "»", "next": "›", "previous": "‹"},
    "aria": {
        "orderable": "Urutkan menurut lajur ini",
        "orderableReverse": "Balik urutan lajur ini",
        "orderableRemove": "Hapus urutan lajur ini",
        "paginate": {
            "first": "Halaman pertama",
            "last": "Halaman terakhir",
            "next": "Halaman berikut",
            "previous": "Halaman sebelumnya",
        },
    },
}
Terpilih = Callable[[int], None]


def bingkai(tabel: Tabel, baris: Sequence[Larik]) -> pd.DataFrame:
    """The shown cells as texts; a column of figures is sorted by their values, what is not known
    first.
    """
    columns = {lajur.judul: _column(lajur, n, baris) for n, lajur in _shown(tabel)}
    if any(row.grup for row in baris):
        columns = {GRUP: pd.Series([row.grup for row in baris], dtype=object), **columns}
    return pd.DataFrame(columns)


def _shown(tabel: Tabel) -> list[tuple[int, Lajur]]:
    return [(n, lajur) for n, lajur in enumerate(tabel.kolom) if lajur.lebar]


def _column(lajur: Lajur, n: int, baris: Sequence[Larik]) -> pd.Series[Any]:
    cells = [row.sel[n] for row in baris]
    if not any(cell.angka for cell in cells):
        return pd.Series([cell.teks for cell in cells], dtype=object)
    # A category is sorted by its rank: the text stays exact, and no number becomes a float.
    ranked = list(dict.fromkeys(cell.teks for cell in sorted(cells, key=_value)))
    return pd.Series(pd.Categorical([cell.teks for cell in cells], categories=ranked, ordered=True))


def _value(cell: Sel) -> Decimal:
    if cell.angka and cell.isi is not None:
        return Decimal(cell.isi)
    return LOWEST


class Kisi:
    """A grid for tables that come and go; rows of totals stand below it and are not sorted."""

    def __init__(self, lk: Workbook, nama: str, terpilih: Terpilih = lambda row: None) -> None:
        import ipywidgets as widgets

        self._lk, self._nama, self._terpilih = lk, nama, terpilih
        self._rows: list[Larik] = []
        self._sources: Mapping[str, Workbook] = {}
        self.tabel: Tabel | None = None
        self._place = widgets.VBox()
        self._grid = self._empty()
        self._total = widgets.HTML()
        self._origin = widgets.HTML()
        self._files = widgets.HTML()
        save = widgets.Button(description="Siapkan CSV dan XLSX", layout={"width": "auto"})
        save.on_click(lambda button: self._offer())
        parts = [self._place, self._total, widgets.HBox([save, self._files]), self._origin]
        self.widget: ipywidgets.VBox = widgets.VBox(parts)

    def tampilkan(self, sajian: Sajian, sumber: Mapping[str, Workbook] | None = None) -> None:
        """Show a table.  `sumber` are the workbooks that columns are made of, by the names of the
        columns; without it all are of one.
        """
        self._sources = sumber or {}
        self.tampilkan_tabel(susun(self._nama, "Tabel 1", sajian))

    def tampilkan_tabel(self, table: Tabel) -> None:
        """Show a table that is formed already."""
        self.tabel = table
        self._rows = [row for row in table.baris if row.peran != JUMLAH]
        totals = table.model_copy(
            update={"baris": tuple(row for row in table.baris if row.peran == JUMLAH)}
        )
        frame = bingkai(table, self._rows)
        if self._grid.selected_rows:
            # To change rows and selection at once would make the browser read the new rows twice,
            # which it cannot.
            self._grid.close()
            self._grid = self._empty()
        # Options that are not named again would be those of the library.
        self._grid.update(frame, **_options(_of_figures(table, frame)))
        self._total.value = render("jelajah/jumlah.html.j2", t=totals)
        self._files.value = ""
        self._tell(None)

    @property
    def baris(self) -> Sequence[Larik]:
        """The rows that are shown, without totals."""
        return self._rows

    def _empty(self) -> ITable:
        """A grid in its place, without rows."""
        from itables.widget import ITable

        grid = ITable(pd.DataFrame(), **_options())
        grid.observe(lambda change: self._choose(change["new"]), "selected_rows")
        self._place.children = [grid]
        return grid

    def _offer(self) -> None:
        if self.tabel is not None:
            self._files.value = tautan(unduhan_tabel(self._lk, self.tabel))

    def _choose(self, rows: Sequence[int]) -> None:
        if not rows or rows[0] >= len(self._rows):
            self._tell(None)
            return
        self._tell(self._rows[rows[0]])
        self._terpilih(rows[0])

    def _tell(self, row: Larik | None) -> None:
        lines = [] if row is None else list(self._lines(row))
        self._origin.value = render("jelajah/asal.html.j2", baris=lines, ajakan=ASK)

    def _lines(self, row: Larik) -> Iterable[str]:
        assert self.tabel is not None
        if not self._sources:
            return asal(self._lk, self.tabel, row)
        return [
            line
            for name, lk in self._sources.items()
            for line in asal(lk, self.tabel, row, hanya=name)
        ]


def _of_figures(tabel: Tabel, frame: pd.DataFrame) -> list[int]:
    """The places of columns of figures."""
    titles = {lajur.judul for lajur in tabel.tampak if lajur.angka}
    return [n for n, title in enumerate(frame.columns) if title in titles]


def _options(angka: Sequence[int] = ()) -> dict[str, Any]:
    """What the grid does and does not do: it has no filter of its own, for our totals would not
    follow it; columns of figures stand to the right.
    """
    return {
        "columnDefs": [{"targets": list(angka), "className": "dt-right"}],
        "select": "single",
        "maxBytes": 0,
        "maxRows": 0,
        "maxColumns": 0,
        "showIndex": False,
        "layout": {"topEnd": None},
        "order": [],
        "pageLength": PER_HALAMAN,
        "lengthMenu": [PER_HALAMAN, 100, 500],
        "autoWidth": False,
        "language": BAHASA,
        "classes": "display compact",
        "style": "width:100%;margin:0",
    }
