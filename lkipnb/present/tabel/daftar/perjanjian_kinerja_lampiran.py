"""The table of the agreement once more, under its own number in the appendix."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan
from lkipnb.present.tabel.daftar.perjanjian_kinerja import KOLOM, bernomor
from lkipnb.present.tabel.kolom import Sajian


def sajian(bahan: Bahan) -> Sajian:
    """The indicators numbered throughout, grouped by sasaran."""
    title = f"Sasaran strategis, indikator kinerja, dan target tahun {bahan.data.tahun}"
    return Sajian(title, KOLOM, bernomor(bahan))
