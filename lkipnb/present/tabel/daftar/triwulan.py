"""Realisasi of the indicators of a sasaran in each quarter."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lkipnb.calculate.realisasi import QUARTERS
from lkipnb.model import CapaianIndikator
from lkipnb.present.bahan import Bahan, has_rows, rows_of, sumber
from lkipnb.present.format import KOSONG, berdampingan, seperti
from lkipnb.present.tabel.indikator import KODE, SATUAN, bernama_juta, dalam_juta
from lkipnb.present.tabel.kolom import Baris, Kolom, Row, Sajian, isi
from lkipnb.schemas import Triwulan

PER_TRIWULAN = "per_triwulan"


def sajian(bahan: Bahan, sasaran: str) -> Sajian | None:
    """Realisasi over target of each quarter, how they become a year, and the year."""
    if not has_rows(bahan, "triwulan"):
        return None
    told = bahan.results.per_triwulan
    own = [row for row in rows_of(bahan.results.capaian, sasaran) if row.kode in told]
    if not own:
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
        [_baris(row, told[row.kode]) for row in own],
        sumber(bahan, "triwulan"),
    )


def _baris(row: CapaianIndikator, told: Mapping[str, Triwulan]) -> Baris:
    plain: dict[str, object] = {f"t{quarter}": None for quarter in QUARTERS}
    for quarter, cell in told.items():
        plain[f"t{quarter}"] = cell.realisasi
    return Baris(isi(row, **plain, **{PER_TRIWULAN: told}))


def _quarter(quarter: str) -> Callable[[Row], str]:
    """`12 (target 15)`: what was reached and what was planned."""

    def shown(row: Row) -> str:
        cell = row[PER_TRIWULAN].get(quarter)
        if cell is None or cell.realisasi is None:
            return KOSONG
        known = [value for value in (cell.realisasi, cell.target) if value is not None]
        told = [dalam_juta(value, row["satuan"], tanda=False) for value in known]
        if len(told) == 1:
            return told[0]
        done, target = told
        return berdampingan(f"{done} (target {target})", done, target)

    return shown


def _year(row: Row) -> str:
    whole = dalam_juta(row["realisasi"], row["satuan"])
    return seperti(f"{whole} ({row['triwulan']})", whole)
