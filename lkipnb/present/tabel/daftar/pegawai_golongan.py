"""Staff by education and civil-service rank."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, has_rows, sumber
from lkipnb.present.tabel.kolom import Sajian
from lkipnb.present.tabel.silang import silang


def sajian(bahan: Bahan) -> Sajian | None:
    """A row per education, a column per rank, both with totals."""
    if not has_rows(bahan, "pegawai_golongan"):
        return None
    kolom, baris = silang(bahan.results.pegawai.golongan, "pendidikan", "Pendidikan", "Golongan")
    return Sajian(
        f"Pegawai negeri sipil menurut pendidikan dan golongan, {bahan.data.tahun}",
        kolom,
        baris,
        sumber(bahan, "pegawai_golongan"),
    )
