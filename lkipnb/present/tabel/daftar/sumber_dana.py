"""The budget by source of funds."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan, rows, sumber
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.present.tabel.lingkup import APBD, DI_LUAR
from lkipnb.present.tabel.uang import berlabel, bernilai


def sajian(bahan: Bahan) -> Sajian | None:
    """Sources outside the own budget stand apart.  None when no line names its source."""
    sources = bahan.hasil.sumber_dana
    if sources.empty:
        return None
    label = Kolom("sumber_dana", "Sumber dana", 0, kepala=True)
    return Sajian(
        f"Anggaran menurut sumber dana, {bahan.data.tahun}",
        berlabel(label, bernilai(sources)),
        _baris(rows(sources)),
        sumber(bahan, "anggaran"),
    )


def _baris(sources: list[dict]) -> list[Baris]:
    if not any(row["lain"] for row in sources):
        return [Baris(row) for row in sources]
    ordered = sorted(sources, key=lambda row: row["lain"])
    return [Baris(row, DI_LUAR if row["lain"] else APBD) for row in ordered]
