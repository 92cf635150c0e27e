"""The findings of the audit, and the row that a chosen one speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkipnb.audit.temuan import TINGKAT, Temuan
from lkipnb.explore.panel.isian import berjajar, pilih_atau_semua, saat_berubah, teks
from lkipnb.explore.panel.keadaan import Keadaan
from lkipnb.explore.panel.kisi import Kisi
from lkipnb.explore.temuan import SaringanTemuan, baris, pilih, sajian, tempat
from lkipnb.present.html import render

if TYPE_CHECKING:
    import ipywidgets


def panel(keadaan: Keadaan) -> ipywidgets.VBox:
    """The findings of `lkipnb check`, as the tables are corrected."""
    import ipywidgets as widgets

    _, judged = keadaan.lk.pemeriksaan
    level = pilih_atau_semua("Tingkat", TINGKAT)
    file = pilih_atau_semua("Berkas", (found.berkas for found in judged.temuan))
    text = teks("Cari", "kata dalam temuan")
    row = widgets.HTML()
    shown: list[Temuan] = []
    grid = Kisi(keadaan.lk, "temuan", lambda n: lead(shown[n]))

    def lead(found: Temuan) -> None:
        cells = baris(keadaan.lk.data, found)
        row.value = render("jelajah/baris.html.j2", t=found, tempat=tempat(found), sel=cells)

    def show() -> None:
        shown[:] = pilih(judged.temuan, SaringanTemuan(level.value, file.value, text.value))
        row.value = ""
        grid.tampilkan(sajian(shown))

    saat_berubah(show, level, file, text)
    show()
    return widgets.VBox([berjajar([level, file, text]), grid.widget, row])
