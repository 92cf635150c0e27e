"""The regulations that this report cites."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkipnb.present.bahan import Bahan
from lkipnb.present.rujukan import peraturan_dirujuk
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian, isi
from lkipnb.schemas import Peraturan

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


def sajian(bahan: Bahan) -> Sajian | None:
    """With what had replaced them in the year of the report; None when the report cites none of
    the list.
    """
    tahun = bahan.data.tahun
    issued = [row for row in bahan.data.baris(Peraturan) if _year(row.nama) <= tahun]
    name = {row.kode: row.nama for row in issued}
    cited = [isi(row, pengganti=_newer(row, name)) for row in peraturan_dirujuk(bahan)]
    if not cited:
        return None
    replaced = any(row["pengganti"] for row in cited)
    return Sajian("Peraturan yang dirujuk", _kolom(replaced), [Baris(row) for row in cited])


def _newer(row: Peraturan, name: Mapping[str, str]) -> str | None:
    if row.diganti_oleh:
        return name.get(row.diganti_oleh)
    return None


def _year(nama: str) -> int:
    """The year in the name of a regulation; 0 where it tells none."""
    years = _YEAR.findall(nama)
    return int(years[-1]) if years else 0


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
