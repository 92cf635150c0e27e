"""The regulations that this report cites."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan
from lkipnb.present.rujukan import peraturan_dirujuk
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian


def sajian(bahan: Bahan) -> Sajian | None:
    """With what has replaced them where something has; None when the report cites none of the
    list.
    """
    listed = bahan.data.peraturan
    name = dict(zip(listed.kode, listed.nama, strict=True))
    cited = [row | {"pengganti": name.get(row["diganti_oleh"])} for row in peraturan_dirujuk(bahan)]
    if not cited:
        return None
    replaced = any(row["pengganti"] for row in cited)
    return Sajian("Peraturan yang dirujuk", _kolom(replaced), [*map(Baris, cited)])


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
