"""Staff by echelon and education."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, has_rows, sumber
from lkipnb.present.tabel.kolom import Sajian
from lkipnb.present.tabel.silang import silang


def sajian(bahan: Bahan) -> Sajian | None:
    """A row per echelon, a column per education, both with totals."""
    if not has_rows(bahan, "pegawai_eselon"):
        return None
    kolom, baris = silang(bahan.results.pegawai.eselon, "eselon", "Eselon", "Pendidikan")
    return Sajian(
        f"Pegawai negeri sipil menurut eselon dan pendidikan, {bahan.data.tahun}",
        kolom,
        baris,
        sumber(bahan, "pegawai_eselon"),
    )
