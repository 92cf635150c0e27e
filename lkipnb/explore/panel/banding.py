"""This year beside another year or another agency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkipnb.errors import LkipError
from lkipnb.explore.banding import banding
from lkipnb.explore.panel.isian import pilih, saat_berubah
from lkipnb.explore.panel.keadaan import Keadaan
from lkipnb.explore.panel.kisi import Kisi
from lkipnb.explore.tempat import ada
from lkipnb.present.html import render
from lkipnb.workbook import Workbook, open_workbook

if TYPE_CHECKING:
    import ipywidgets

NONE = "Belum ada tahun atau instansi lain untuk dibandingkan."


def panel(keadaan: Keadaan) -> ipywidgets.VBox:
    """A choice of the other side, and both in one table."""
    import ipywidgets as widgets

    lk = keadaan.lk
    others = {
        f"{opd} {tahun}": (opd, tahun) for opd, tahun in ada(lk.folder) if (opd, tahun) != sisi(lk)
    }
    if not others:
        return widgets.VBox([widgets.HTML(render("jelajah/pesan.html.j2", teks=NONE))])
    choice = pilih("Bandingkan dengan", list(others), _nearest(lk, list(others)))
    said, grid = widgets.HTML(), Kisi(lk, "banding")

    def show() -> None:
        said.value = ""
        try:
            other = open_workbook(*others[choice.value], data=lk.folder)
        except LkipError as error:
            said.value = render("jelajah/pesan.html.j2", teks=error)
            return
        names = {choice.value: other, " ".join(map(str, sisi(lk))): lk}
        grid.tampilkan(banding(names), {f"s{n}": each for n, each in enumerate(names.values())})

    saat_berubah(show, choice)
    show()
    return widgets.VBox([choice, said, grid.widget])


def sisi(lk: Workbook) -> tuple[str, int]:
    return lk.data.opd, lk.data.tahun


def _nearest(lk: Workbook, names: list[str]) -> str:
    """The year before, where there is one."""
    before = f"{lk.data.opd} {lk.data.tahun - 1}"
    return before if before in names else names[0]
