"""The indicators against the scale, and all that is known of the chosen one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from lkipnb.explore.anggaran import indikator_program
from lkipnb.explore.asal import asal
from lkipnb.explore.grafik import batang_capaian
from lkipnb.explore.indikator import rincian
from lkipnb.explore.panel.bagan import bagan
from lkipnb.explore.panel.isian import SEMUA, pilih, saat_berubah
from lkipnb.explore.panel.keadaan import Keadaan
from lkipnb.explore.panel.kisi import Kisi
from lkipnb.present.html import render
from lkipnb.present.tabel.daftar import capaian_iku
from lkipnb.present.tabel.kolom import Sajian

if TYPE_CHECKING:
    import ipywidgets

ASK = "Asal angka muncul di sini untuk indikator yang dipilih."


def panel(keadaan: Keadaan) -> ipywidgets.VBox:
    """The panel of the indicators; with a chosen programme those that it serves."""
    import ipywidgets as widgets

    lk = keadaan.lk
    detail, origin = widgets.HTML(), widgets.HTML()
    filtered = widgets.HTML()
    grid = Kisi(lk, "capaian", lambda row: choose(row))
    names = {f"{row.kode} {row.nama}": row.kode for row in lk.results.capaian}
    choice = pilih("Indikator", {SEMUA: "", **names}, keadaan.indikator)

    def choose(row: int) -> None:
        keadaan.indikator = grid.baris[row].sel[0].teks

    def filter_rows() -> None:
        whole = capaian_iku.sajian(lk)
        served = indikator_program(lk, keadaan.program) if keadaan.program else None
        grid.tampilkan(whole if served is None else _only(whole, served))
        told = (
            f"Hanya indikator yang didukung program {keadaan.program}." if keadaan.program else ""
        )
        filtered.value = render("jelajah/pesan.html.j2", teks=told)

    def tell() -> None:
        tables = rincian(lk, choice.value) if choice.value else []
        detail.value = "".join(table.html for table in tables)
        lines = [line for table in tables for row in table.baris for line in asal(lk, table, row)]
        origin.value = render("jelajah/asal.html.j2", baris=lines, ajakan=ASK)

    saat_berubah(tell, choice)
    widgets.link((keadaan, "indikator"), (choice, "value"))
    keadaan.observe(lambda change: filter_rows(), "program")
    filter_rows()
    tell()
    chart = bagan(
        batang_capaian(lk.results.capaian), lambda code: setattr(keadaan, "indikator", code)
    )
    return widgets.VBox([chart, filtered, grid.widget, choice, detail, origin])


def _only(sajian: Sajian, kode: Collection[str]) -> Sajian:
    """The table with these indicators, without the means of the others."""
    own = [row for row in sajian.baris if row.isi.get("kode") in kode]
    return replace(sajian, baris=own)
