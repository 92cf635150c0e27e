"""What the agency can say itself of the quality of the report."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan
from lkipnb.present.tabel.kolom import Sajian
from lkipnb.present.tabel.penilaian import penilaian


def sajian(bahan: Bahan) -> Sajian | None:
    """None for a year whose report was signed before the criteria were issued."""
    if not bahan.rules.mutu:
        return None
    return penilaian(bahan, "Penilaian mandiri atas mutu laporan", bahan.rules.mutu)
