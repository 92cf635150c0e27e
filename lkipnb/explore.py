"""Widgets for an analyst in JupyterLab: look at any table or picture, and ask what if."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from lkipnb.calculate import calculate
from lkipnb.model.bingkai import Hasil
from lkipnb.present.block import Gambar
from lkipnb.present.format import persen
from lkipnb.present.html import render
from lkipnb.present.tabel.data import Tabel
from lkipnb.workbook import Workbook

if TYPE_CHECKING:
    import ipywidgets

TABS = ("Tabel", "Gambar", "Bagaimana jika")
Block = Tabel | Gambar
Change = dict[str, Any]


def bagaimana_jika(lk: Workbook, kode: str, realisasi: Decimal) -> Hasil:
    """The results if indicator `kode` had reached `realisasi` (unit of the indicator); `lk` stays
    as it is.
    """
    kinerja = lk.data.kinerja.copy()
    (row,) = kinerja.index[kinerja.indikator == kode]
    # Parts would come before what is reported, and the question would change nothing.
    changes: dict[str, Any] = {
        "realisasi": realisasi,
        "nilai_pembilang": None,
        "nilai_penyebut": None,
    }
    for column, value in changes.items():
        kinerja.at[row, column] = value
    tables = {**lk.data.tables, "kinerja": kinerja}
    return Hasil(calculate(replace(lk.data, tables=tables), lk.rules))


def jelajah(lk: Workbook) -> ipywidgets.Tab:
    """Three tabs: every table, every picture, and the capaian of the agency under another
    realisasi.
    """
    import ipywidgets as widgets

    sasaran = list(lk.data.sasaran.kode)
    tables = _pilih(semua(lk.tabel, sasaran), "Tabel")
    pictures = _pilih(semua(lk.gambar, sasaran), "Gambar")
    tabs = widgets.Tab(children=[tables, pictures, _pengandaian(lk)])
    for number, title in enumerate(TABS):
        tabs.set_title(number, title)
    return tabs


def semua(blocks: object, sasaran: Iterable[str]) -> dict[str, Block]:
    """Every table or picture that the data give, by the call that makes it; `blocks` is `lk.tabel`
    or `lk.gambar`.
    """
    made: dict[str, Block] = {}
    for name in dir(blocks):
        if name.startswith("_"):
            continue
        for call, block in _calls(name, getattr(blocks, name), sasaran).items():
            if block is not None:
                made[call] = block
    return made


def _calls(
    name: str, method: Callable[..., Block | None], sasaran: Iterable[str]
) -> dict[str, Block | None]:
    """What a method gives, once or for each sasaran."""
    if not inspect.signature(method).parameters:
        return {name: method()}
    return {f"{name} {kode}": method(kode) for kode in sasaran}


def _pilih(blocks: Mapping[str, Block], label: str) -> ipywidgets.VBox:
    """A list of all blocks of one kind, and the chosen one below it."""
    import ipywidgets as widgets

    choice = widgets.Dropdown(options=list(blocks), description=label)
    shown = widgets.HTML(blocks[choice.value].html)

    def show(change: Change) -> None:
        shown.value = blocks[change["new"]].html

    choice.observe(show, names="value")
    return widgets.VBox([choice, shown])


def _pengandaian(lk: Workbook) -> ipywidgets.VBox:
    """An indicator, another realisasi for it, and what would follow."""
    import ipywidgets as widgets

    rows = {row.kode: row for row in lk.results.capaian}
    first = next(iter(rows))
    choice = widgets.Dropdown(options=list(rows), value=first, description="Indikator")
    typed = widgets.Text(
        value=str(rows[first].realisasi), description="Realisasi", continuous_update=False
    )
    shown = widgets.HTML(_akibat(lk, first, typed.value))

    def choose(change: Change) -> None:
        typed.value = str(rows[change["new"]].realisasi)

    def show(change: Change) -> None:
        shown.value = _akibat(lk, choice.value, typed.value)

    choice.observe(choose, names="value")
    typed.observe(show, names="value")
    return widgets.VBox([choice, typed, shown])


def _akibat(lk: Workbook, kode: str, text: str) -> str:
    """What follows from a typed realisasi, as a sentence in HTML; a text that is no number is said
    to be none.
    """
    try:
        results = bagaimana_jika(lk, kode, Decimal(text.replace(",", ".")))
    except InvalidOperation:
        return render("bukan_angka.html.j2", teks=text)
    row = results.capaian.set_index("kode").loc[kode]
    now, then = lk.results.capaian_opd, results.capaian_opd
    return render(
        "akibat.html.j2",
        nama=row.nama,
        capaian=persen(row.capaian_persen),
        predikat=row.predikat,
        semula=persen(now.capaian_persen),
        predikat_semula=now.predikat,
        menjadi=persen(then.capaian_persen),
        predikat_menjadi=then.predikat,
    )
