"""Places where the source document disagrees with itself."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, has_rows
from lkipnb.present.dokumen_sumber import bertempat
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian, isi
from lkipnb.schemas import Kontradiksi

NAMA_STATUS = {"terbuka": "Masih terbuka", "selesai": "Terselesaikan"}
KOLOM = (
    Kolom("kode", "Kode", 7, utuh=True),
    Kolom("hal", "Hal", 15, bertempat, kepala=True),
    Kolom("tercetak", "Tercetak dalam dokumen sumber", 34),
    Kolom("dipakai", "Dipakai laporan ini", 18),
    Kolom("alasan", "Alasan", 26, bertempat),
)


def sajian(bahan: Bahan) -> Sajian | None:
    """The open ones first."""
    if not has_rows(bahan, "kontradiksi"):
        return None
    ordered = sorted(bahan.data.baris(Kontradiksi), key=lambda row: row.status != "terbuka")
    return Sajian(
        "Pertentangan dalam dokumen sumber",
        KOLOM,
        [Baris(isi(row, tercetak=_both(row)), NAMA_STATUS[row.status]) for row in ordered],
    )


def _both(row: Kontradiksi) -> str:
    return f"{row.tempat_1}: {row.tercetak_1}; {row.tempat_2}: {row.tercetak_2}"
