"""The regulations that this report cites."""

from __future__ import annotations

from collections.abc import Mapping

from lkipnb.present.bahan import Bahan
from lkipnb.present.rujukan import peraturan_dirujuk
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian, isi
from lkipnb.schemas import Peraturan


def sajian(bahan: Bahan) -> Sajian | None:
    """With what has replaced them where something has; None when the report cites none of the
    list.
    """
    name = {row.kode: row.nama for row in bahan.data.baris(Peraturan)}
    cited = [isi(row, pengganti=_newer(row, name)) for row in peraturan_dirujuk(bahan)]
    if not cited:
        return None
    replaced = any(row["pengganti"] for row in cited)
    return Sajian("Peraturan yang dirujuk", _kolom(replaced), [Baris(row) for row in cited])


def _newer(row: Peraturan, name: Mapping[str, str]) -> str | None:
    if row.diganti_oleh:
        return name.get(row.diganti_oleh)
    return None


def _kolom(replaced: bool) -> list[Kolom]:
    if not replaced:
        return [
            Kolom("nama", "Peraturan", 45, kepala=True),
            Kolom("tentang", "Tentang", 55),
        ]
    return [
        Kolom("nama", "Peraturan", 36, kepala=True),
        Kolom("tentang", "Tentang", 40),
        Kolom("pengganti", "Digantikan oleh", 24),
    ]
