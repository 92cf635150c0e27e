"""Realisasi of the indicators of a sasaran in each quarter."""

from __future__ import annotations

from collections.abc import Callable

from lkipnb.calculate.realisasi import QUARTERS
from lkipnb.present.bahan import Bahan, Row, has_rows, rows, rows_of, sumber
from lkipnb.present.format import KOSONG, berdampingan, seperti
from lkipnb.present.tabel.indikator import KODE, SATUAN, bernama_juta, dalam_juta
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian

PAIR = ("realisasi", "target")


def sajian(bahan: Bahan, sasaran: str) -> Sajian | None:
    """Realisasi over target of each quarter, how they become a year, and the year."""
    if not has_rows(bahan, "triwulan"):
        return None
    told = _told(bahan, sasaran)
    baris = [
        Baris(row | _quarters(told[row["kode"]]))
        for row in rows_of(bahan.hasil.capaian, sasaran)
        if row["kode"] in told
    ]
    if not baris:
        return None
    return Sajian(
        f"Realisasi per triwulan {bahan.data.tahun}",
        [
            KODE,
            Kolom("nama", "Indikator", 29, kepala=True, dari=bernama_juta),
            *(Kolom(f"t{q}", f"Triwulan {q}", 12, angka=True, dari=_quarter(q)) for q in QUARTERS),
            Kolom("triwulan", "Setahun", 14, dari=_year),
            SATUAN,
        ],
        baris,
        sumber(bahan, "triwulan"),
    )


def _told(bahan: Bahan, sasaran: str) -> dict[str, dict[str, Row]]:
    """What was reported of each indicator that is measured by quarters, by its code and quarter."""
    own = rows_of(bahan.data.indikator, sasaran)
    measured = {row["kode"] for row in own if row["triwulan"]}
    told: dict[str, dict[str, Row]] = {}
    for row in rows(bahan.data.triwulan):
        if row["indikator"] in measured:
            told.setdefault(row["indikator"], {})[row["triwulan"]] = row
    return told


def _quarters(told: dict[str, Row]) -> Row:
    own = {q: told.get(q) for q in QUARTERS}
    plain = {f"t{q}": None if cell is None else cell["realisasi"] for q, cell in own.items()}
    return plain | {"per_triwulan": own}


def _quarter(quarter: str) -> Callable[[Row], str]:
    """`12 dari 15`: realisasi out of target."""

    def shown(row: Row) -> str:
        cell = row["per_triwulan"][quarter]
        if cell is None or cell["realisasi"] is None:
            return KOSONG
        known = [cell[name] for name in PAIR if cell[name] is not None]
        told = [dalam_juta(value, row["satuan"], tanda=False) for value in known]
        return berdampingan(" dari ".join(told), *told) if len(told) > 1 else told[0]

    return shown


def _year(row: Row) -> str:
    whole = dalam_juta(row["realisasi"], row["satuan"])
    return seperti(f"{whole} ({row['triwulan']})", whole)
