"""The assets of the office."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, has_rows, sumber
from lkipnb.present.format import angka
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Sajian, bila_ada, isi
from lkipnb.schemas import Aset

KOLOM = (
    Kolom("nomor", "No.", 8, bila_ada(angka), angka=True),
    Kolom("nama", "Nama atau jenis barang", 44, kepala=True),
    Kolom("jumlah", "Jumlah", 14, angka, angka=True),
    Kolom("satuan", "Satuan", 16),
    Kolom("kondisi", "Kondisi", 18),
)


def sajian(bahan: Bahan) -> Sajian | None:
    """Every asset in the order of its number; the sum where they have a common one."""
    if not has_rows(bahan, "aset"):
        return None
    listed = sorted(bahan.data.baris(Aset), key=lambda row: row.nomor)
    return Sajian(
        f"Sarana dan prasarana kantor, {bahan.data.tahun}",
        KOLOM,
        [*(Baris(isi(row)) for row in listed), *_total(bahan)],
        sumber(bahan, "aset"),
    )


def _total(bahan: Bahan) -> list[Baris]:
    if not bahan.results.aset_dapat_dijumlah:
        return []
    return [Baris({"nama": "Jumlah", "jumlah": bahan.results.aset_jumlah}, peran=JUMLAH)]
