"""The checklist by which the report is reviewed."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan
from lkipnb.present.tabel.kolom import Sajian
from lkipnb.present.tabel.penilaian import penilaian


def sajian(bahan: Bahan) -> Sajian:
    return penilaian(bahan, "Daftar uji reviu laporan kinerja", bahan.rules.reviu)
