"""What was printed wrongly and mended."""

from __future__ import annotations

from functools import partial

from lkipnb.present.bahan import Bahan, has_rows
from lkipnb.present.dokumen_sumber import bertempat
from lkipnb.present.koreksi import isi, tempat
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.kolom import isi as isi_baris
from lkipnb.schemas import Koreksi

KOLOM = (
    Kolom("kode", "Kode", 8, utuh=True),
    Kolom("tempat", "Tabel, baris, dan kolom", 38, kepala=True),
    Kolom("tercetak", "Tercetak", 27, dari=partial(isi, sisi="tercetak")),
    Kolom("terkoreksi", "Dipakai", 27, dari=partial(isi, sisi="terkoreksi")),
)


def sajian(bahan: Bahan) -> Sajian | None:
    """Every correction, those with one reason and one evidence under one heading."""
    if not has_rows(bahan, "koreksi"):
        return None
    groups: dict[str, list[Baris]] = {}
    for row in bahan.data.baris(Koreksi):
        reason = bertempat(f"{row.alasan}. Bukti: {row.bukti}.")
        placed = isi_baris(row, tempat=tempat(isi_baris(row), bahan.data.tables))
        groups.setdefault(reason, []).append(Baris(placed, reason))
    listed = [row for same in groups.values() for row in same]
    return Sajian("Koreksi atas data tercetak", KOLOM, listed)
