"""The budget: filtered, sorted, as bars and as lines, with the total of what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lkipnb.explore.anggaran import TabelAnggaran, program_indikator
from lkipnb.explore.grafik import batang_anggaran
from lkipnb.explore.panel.bagan import bagan
from lkipnb.explore.panel.isian import (
    SEMUA,
    berjajar,
    bilangan,
    pilih,
    pilih_atau_semua,
    saat_berubah,
    teks,
)
from lkipnb.explore.panel.keadaan import Keadaan
from lkipnb.explore.panel.kisi import Kisi
from lkipnb.explore.saringan import SUSUNAN, Saringan, saring
from lkipnb.load.numbers import NotANumber
from lkipnb.model import BarisAnggaran
from lkipnb.present.html import render

if TYPE_CHECKING:
    import ipywidgets

URUTAN = {
    "Susunan program": SUSUNAN,
    "Pagu": "pagu_rp",
    "Realisasi": "realisasi_rp",
    "Sisa": "sisa_rp",
    "Serapan": "serapan_persen",
}
NONE = "Tabel anggaran belum diisi."
ARAH = {"terbesar dahulu": "turun", "terkecil dahulu": "naik"}


def panel(keadaan: Keadaan) -> ipywidgets.VBox:
    """The panel of the budget; a chosen programme is chosen in all panels."""
    import ipywidgets as widgets

    lk = keadaan.lk
    lines = lk.results.anggaran_semua.baris
    if not lines:
        return widgets.VBox([widgets.HTML(render("jelajah/pesan.html.j2", teks=NONE))])
    text = teks("Cari", "kode atau nama")
    level = pilih_atau_semua("Jenjang", (line.jenjang for line in lines))
    source = pilih_atau_semua("Sumber dana", (line.sumber_dana or "" for line in lines))
    programme = pilih("Program", _programmes(keadaan), keadaan.program)
    indicator = pilih("Mendukung indikator", _indicators(keadaan), keadaan.indikator)
    low, high = teks("Serapan dari (%)"), teks("Serapan sampai (%)")
    left = teks("Sisa paling sedikit", "rupiah")
    order, way = pilih("Urutkan", URUTAN, SUSUNAN), pilih("Arah", ARAH, "turun")
    said, grid, table = widgets.HTML(), Kisi(lk, "anggaran"), TabelAnggaran(lk)

    def wanted() -> Saringan:
        served = program_indikator(lk, indicator.value) if indicator.value else ()
        chosen = (programme.value,) if programme.value else served
        bounds = (bilangan(low.value), bilangan(high.value))
        return Saringan(
            text.value, level.value, source.value, chosen, bounds, (bilangan(left.value), None)
        )

    def show() -> None:
        said.value = ""
        try:
            found = saring(lines, wanted(), order.value, menurun=way.value == "turun")
        except NotANumber as error:
            said.value = render("jelajah/pesan.html.j2", teks=f"Saringan: {error}.")
            return
        grid.tampilkan_tabel(table.tabel(found))

    inputs = (text, level, source, programme, indicator, low, high, left, order, way)
    saat_berubah(show, *inputs)
    widgets.link((keadaan, "program"), (programme, "value"))
    widgets.link((keadaan, "indikator"), (indicator, "value"))
    show()
    chart = bagan(batang_anggaran(_bars(keadaan)), lambda code: setattr(keadaan, "program", code))
    return widgets.VBox([chart, berjajar(inputs), said, grid.widget])


def _programmes(keadaan: Keadaan) -> dict[str, str]:
    told = keadaan.lk.results.anggaran_semua.program
    return {SEMUA: "", **{f"{row.kode_rekening} {row.uraian}": row.kode_rekening for row in told}}


def _indicators(keadaan: Keadaan) -> dict[str, str]:
    told = keadaan.lk.results.capaian
    return {SEMUA: "", **{f"{row.kode} {row.nama}": row.kode for row in told}}


def _bars(keadaan: Keadaan) -> Sequence[BarisAnggaran]:
    """The programmes; the lines that a report tells where there are none."""
    whole = keadaan.lk.results.anggaran_semua
    return whole.program or whole.dirinci
