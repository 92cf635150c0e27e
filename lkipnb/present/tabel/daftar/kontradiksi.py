"""Places where the source document disagrees with itself."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, Row, has_rows, rows
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian

NAMA_STATUS = {"terbuka": "Masih terbuka", "selesai": "Terselesaikan"}
KOLOM = (
    Kolom("kode", "Kode", 7, utuh=True),
    Kolom("hal", "Hal", 15, kepala=True),
    Kolom("tercetak", "Tercetak", 34),
    Kolom("dipakai", "Dipakai laporan ini", 18),
    Kolom("alasan", "Alasan", 26),
)


def sajian(bahan: Bahan) -> Sajian | None:
    """The open ones first."""
    if not has_rows(bahan, "kontradiksi"):
        return None
    ordered = sorted(rows(bahan.data.kontradiksi), key=lambda row: row["status"] != "terbuka")
    return Sajian(
        "Pertentangan dalam dokumen sumber",
        KOLOM,
        [Baris(row | {"tercetak": _both(row)}, NAMA_STATUS[row["status"]]) for row in ordered],
    )


def _both(row: Row) -> str:
    places = (f"{row[f'tempat_{n}']}: {row[f'tercetak_{n}']}" for n in (1, 2))
    return "; ".join(places)
