"""The assets of the office."""

from __future__ import annotations

import pandas as pd

from lkipnb.present.bahan import Bahan, has_rows, rows, sumber
from lkipnb.present.format import angka
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Sajian, bila_ada

BUTIRAN = frozenset({"unit", "buah"})
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
    listed = rows(bahan.data.aset.sort_values("nomor", kind="stable"))
    return Sajian(
        f"Sarana dan prasarana kantor, {bahan.data.tahun}",
        KOLOM,
        [*map(Baris, listed), *_total(bahan)],
        sumber(bahan, "aset"),
    )


def _total(bahan: Bahan) -> list[Baris]:
    if not dapat_dijumlah(bahan.data.aset):
        return []
    return [Baris({"nama": "Jumlah", "jumlah": bahan.hasil.aset_jumlah}, peran=JUMLAH)]


def dapat_dijumlah(aset: pd.DataFrame) -> bool:
    """Whether the assets have a common sum: all in one unit, or all counted by the piece."""
    units = set(aset.satuan.str.casefold())
    return len(units) == 1 or units <= BUTIRAN
