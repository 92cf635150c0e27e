"""The columns of amounts that the tables of the budget share."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from lkipnb.calculate.rekening import tercetak
from lkipnb.calculate.serapan import hanya_persen
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import KOSONG, persen, sen, uang
from lkipnb.present.tabel.kolom import Kolom, Row, atau_kosong
from lkipnb.present.tabel.susun import UPRIGHT

NARROWEST_LABEL = 25
HANYA_PERSEN = "hanya_persen"
CATATAN_PERSEN = "Tanda – pada realisasi: sumbernya hanya menyebut persentase, bukan rupiah."
SERAPAN = Kolom("serapan_persen", "Serapan", 9, atau_kosong(persen), angka=True)
FISIK = Kolom("fisik_persen", "Fisik", 8, atau_kosong(persen), angka=True)


def bernilai(frame: pd.DataFrame) -> list[Kolom]:
    """Pagu, realisasi, what is left and absorption; where there are any, also the pagu before a
    change and physical progress.
    """
    columns = ringkas(frame)
    if frame.pagu_murni_rp.notna().any():
        columns = [
            _money(frame, "pagu_murni_rp", "Sebelum perubahan (Rp)", 14),
            *_amounts(frame, "Setelah perubahan (Rp)", 14),
        ]
    return [*columns, FISIK] if frame.fisik_persen.notna().any() else columns


def ringkas(frame: pd.DataFrame) -> list[Kolom]:
    """Pagu, realisasi, what is left and absorption."""
    return _amounts(frame, "Pagu (Rp)", 15)


def _amounts(frame: pd.DataFrame, pagu: str, lebar: float) -> list[Kolom]:
    return [
        _money(frame, "pagu_rp", pagu, lebar),
        _money(frame, "realisasi_rp", "Realisasi (Rp)", lebar),
        _money(frame, "sisa_rp", "Sisa (Rp)", 12),
        SERAPAN,
    ]


def bertanda(part: pd.DataFrame, lines: list[Row]) -> list[Row]:
    """Budget lines of a part of the budget, each knowing whether percentages alone keep its
    realisasi unknown.
    """
    shared = hanya_persen(part)
    return [row | {HANYA_PERSEN: row["kode_rekening"] in shared} for row in lines]


def catatan_persen(bahan: Bahan) -> tuple[str, ...]:
    """What a dash among amounts means; nothing where there is none."""
    return (CATATAN_PERSEN,) if hanya_persen(bahan.hasil.anggaran_semua) else ()


def _money(frame: pd.DataFrame, nama: str, judul: str, lebar: float) -> Kolom:
    """A column of amounts, all with sen or all without; a dash where none is known."""
    desimal = sen(frame[nama])

    def shown(row: Row) -> str:
        value = row.get(nama)
        if value is not None:
            return uang(value, desimal)
        shared = row.get("serapan_persen") is not None or row.get(HANYA_PERSEN, False)
        of_percent = nama != "pagu_rp" and shared
        return KOSONG if of_percent or nama == "pagu_murni_rp" else uang(None)

    return Kolom(nama, judul, lebar, angka=True, dari=shown)


def berkode(lines: pd.DataFrame, lebar: int) -> list[Kolom]:
    """The column of codes, `lebar` percent wide; none where the source prints none."""
    if not any(map(tercetak, lines.kode_rekening)):
        return []
    return [Kolom("kode_rekening", "Kode", lebar, tercetak, utuh=True)]


def berlabel(label: Kolom, nilai: list[Kolom], kode: list[Kolom] | None = None) -> list[Kolom]:
    """The columns of amounts behind a label that takes what they and the code leave.

    A label has room enough always; with many amounts the table becomes wider than an upright page.
    """
    codes = kode or []
    taken = sum(column.lebar for column in [*codes, *nilai])
    return [*codes, replace(label, lebar=max(NARROWEST_LABEL, UPRIGHT - taken)), *nilai]
