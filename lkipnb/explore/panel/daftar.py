"""Any table or picture of the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lkipnb.explore.panel.isian import pilih, saat_berubah
from lkipnb.explore.panel.keadaan import Keadaan
from lkipnb.explore.semua import Call, semua
from lkipnb.present.html import render

if TYPE_CHECKING:
    import ipywidgets

NONE = "Datanya belum diisi."


def panel(keadaan: Keadaan) -> ipywidgets.VBox:
    """A list of all tables, one of all pictures, and the chosen one below each."""
    import ipywidgets as widgets

    lk = keadaan.lk
    goals = [row.kode for row in lk.results.capaian_sasaran]
    listed = {"Tabel": lk.tabel, "Gambar": lk.gambar}
    return widgets.VBox([_chosen(name, semua(each, goals)) for name, each in listed.items()])


def _chosen(label: str, blocks: Mapping[str, Call]) -> ipywidgets.VBox:
    import ipywidgets as widgets

    choice = pilih(label, list(blocks), next(iter(blocks)))
    shown = widgets.HTML()

    def show() -> None:
        block = blocks[choice.value]()
        shown.value = render("jelajah/pesan.html.j2", teks=NONE) if block is None else block.html

    saat_berubah(show, choice)
    show()
    return widgets.VBox([choice, shown])
