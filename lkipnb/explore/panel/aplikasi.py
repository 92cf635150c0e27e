"""The whole workbook of an analyst: an agency, a year, and one view at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lkipnb.errors import LkipError
from lkipnb.explore.panel import (
    andaian,
    anggaran,
    banding,
    daftar,
    indikator,
    kepekaan,
    organisasi,
    temuan,
)
from lkipnb.explore.panel.isian import pilih, saat_berubah
from lkipnb.explore.panel.keadaan import Keadaan
from lkipnb.explore.sesi import alasan
from lkipnb.explore.tempat import ada
from lkipnb.present.html import render
from lkipnb.workbook import Workbook, open_workbook

if TYPE_CHECKING:
    import ipywidgets

Panel = Callable[[Keadaan], "ipywidgets.VBox"]
TAMPILAN: dict[str, Panel] = {
    "Anggaran": anggaran.panel,
    "Indikator": indikator.panel,
    "Bagaimana jika": andaian.panel,
    "Kepekaan": kepekaan.panel,
    "Bandingkan": banding.panel,
    "Pegawai dan aset": organisasi.panel,
    "Temuan": temuan.panel,
    "Tabel dan gambar": daftar.panel,
}


def jelajah(lk: Workbook) -> ipywidgets.VBox:
    """The workbook of an analyst, open on the agency and year of `lk`; a view is made when it is
    first asked for.
    """
    import ipywidgets as widgets

    known = {f"{opd}, tahun {tahun}": (opd, tahun) for opd, tahun in ada(lk.folder)}
    own = next(name for name, each in known.items() if each == (lk.data.opd, lk.data.tahun))
    choice = pilih("Instansi dan tahun", list(known), own)
    views = widgets.ToggleButtons(options=list(TAMPILAN), value=None, tooltips=list(TAMPILAN))
    head, place = widgets.HTML(), widgets.VBox()
    made: dict[str, ipywidgets.VBox] = {}
    state = Keadaan(lk)

    def show() -> None:
        if views.value is None:
            return
        if views.value not in made:
            made[views.value] = TAMPILAN[views.value](state)
        place.children = [made[views.value]]

    def change() -> None:
        nonlocal state
        try:
            state = Keadaan(_open(known[choice.value], lk.folder))
        except LkipError as error:
            head.value = render("jelajah/galat.html.j2", baris=alasan(error))
            place.children = []
            return
        made.clear()
        head.value = _head(state.lk)
        show()

    saat_berubah(change, choice)
    saat_berubah(show, views)
    head.value = _head(lk)
    views.value = next(iter(TAMPILAN))
    style = widgets.HTML(render("jelajah/gaya.html.j2"))
    return widgets.VBox([style, choice, head, views, place])


def _open(which: tuple[str, int], data: Path) -> Workbook:
    return open_workbook(*which, bab="J", data=data)


def _head(lk: Workbook) -> str:
    profil = lk.data.profil
    return render(
        "jelajah/kepala.html.j2",
        judul=f"{profil.nama_lengkap}, tahun {lk.data.tahun}",
        pemberitahuan=profil.pemberitahuan,
    )
