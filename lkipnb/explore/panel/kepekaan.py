"""Which indicator moves the mean most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkipnb.explore.panel.keadaan import Keadaan
from lkipnb.explore.panel.kisi import Kisi
from lkipnb.explore.peka import jarak, sajian
from lkipnb.present.html import render

if TYPE_CHECKING:
    import ipywidgets


def panel(keadaan: Keadaan) -> ipywidgets.VBox:
    """A sentence and a table."""
    import ipywidgets as widgets

    grid = Kisi(keadaan.lk, "kepekaan")
    grid.tampilkan(sajian(keadaan.lk))
    told = widgets.HTML(render("jelajah/pesan.html.j2", teks=jarak(keadaan.lk)))
    return widgets.VBox([told, grid.widget])
