"""People and assets, as the report shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkipnb.explore.panel.keadaan import Keadaan
from lkipnb.present.block import Gambar
from lkipnb.present.html import render
from lkipnb.present.tabel.data import Tabel

if TYPE_CHECKING:
    import ipywidgets

TABEL = ("pegawai_eselon", "pegawai_golongan", "aset")
GAMBAR = ("pegawai_susunan", "bagan_organisasi")
NONE = "Tabel pegawai dan aset belum diisi."


def panel(keadaan: Keadaan) -> ipywidgets.VBox:
    """The tables and pictures of staff and assets that the data give."""
    import ipywidgets as widgets

    lk = keadaan.lk
    blocks: list[Tabel | Gambar | None] = [
        *(getattr(lk.gambar, name)() for name in GAMBAR),
        *(getattr(lk.tabel, name)() for name in TABEL),
    ]
    shown = [block.html for block in blocks if block is not None]
    return widgets.VBox(
        [widgets.HTML("".join(shown) or render("jelajah/pesan.html.j2", teks=NONE))]
    )
