"""The columns of amounts that the tables of the budget share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkipnb.calculate.rekening import tercetak
from lkipnb.model import BarisAnggaran, Realisasi
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import KOSONG, persen, sen, uang
from lkipnb.present.tabel.kolom import Kolom, Row, atau_kosong
from lkipnb.present.tabel.susun import UPRIGHT

NARROWEST_LABEL = 25
HANYA_PERSEN = "hanya_persen"
SEBELUMNYA = {"pagu_murni_rp": ("pagu_murni_rp", "pagu_rp")}
CATATAN_PERSEN = "Tanda – pada realisasi: sumbernya hanya menyebut persentase, bukan rupiah."
SERAPAN = Kolom("serapan_persen", "Serapan", 9, atau_kosong(persen), angka=True)
FISIK = Kolom("fisik_persen", "Fisik", 8, atau_kosong(persen), angka=True)


def bernilai(rows: Sequence[Realisasi]) -> list[Kolom]:
    """Pagu, realisasi, what is left and absorption; where there are any, also the pagu before a
    change and physical progress.
    """
    columns = ringkas(rows)
    if any(row.pagu_murni_rp is not None for row in rows):
        columns = [
            _money(rows, "pagu_murni_rp", "Sebelum perubahan (Rp)", 14),
            *_amounts(rows, "Setelah perubahan (Rp)", 14),
        ]
    if any(row.fisik_persen is not None for row in rows):
        return [*columns, FISIK]
    return columns


def ringkas(rows: Sequence[Realisasi]) -> list[Kolom]:
    """Pagu, realisasi, what is left and absorption."""
    return _amounts(rows, "Pagu (Rp)", 15)


def _amounts(rows: Sequence[Realisasi], pagu: str, lebar: float) -> list[Kolom]:
    return [
        _money(rows, "pagu_rp", pagu, lebar),
        _money(rows, "realisasi_rp", "Realisasi (Rp)", lebar),
        _money(rows, "sisa_rp", "Sisa (Rp)", 12),
        SERAPAN,
    ]


def catatan_persen(bahan: Bahan) -> tuple[str, ...]:
    """What a dash among amounts means; nothing where there is none."""
    lines = bahan.results.anggaran_semua.baris
    if any(line.hanya_persen for line in lines):
        return (CATATAN_PERSEN,)
    return ()


def _money(rows: Sequence[Realisasi], nama: str, judul: str, lebar: float) -> Kolom:
    """A column of amounts, all with sen or all without; a dash where none is known.  A line whose
    pagu was not changed had the same before.
    """
    names = SEBELUMNYA.get(nama, (nama,))
    desimal = sen(getattr(row, name) for row in rows for name in names)

    def shown(row: Row) -> str:
        known = [row[name] for name in names if row.get(name) is not None]
        if known:
            return uang(known[0], desimal)
        if "pagu_rp" not in names and _tells_share(row):
            return KOSONG
        return uang(None)

    return Kolom(nama, judul, lebar, angka=True, dari=shown)


def _tells_share(row: Row) -> bool:
    """Whether a row tells its absorption, or that only percentages keep it unknown."""
    return row.get("serapan_persen") is not None or row.get(HANYA_PERSEN, False)


def berkode(lines: Sequence[BarisAnggaran], lebar: int) -> list[Kolom]:
    """The column of codes, `lebar` percent wide; none where the source prints none."""
    if not any(tercetak(line.kode_rekening) for line in lines):
        return []
    return [Kolom("kode_rekening", "Kode", lebar, tercetak, utuh=True)]


def berlabel(label: Kolom, nilai: list[Kolom], kode: list[Kolom] | None = None) -> list[Kolom]:
    """The columns of amounts behind a label that takes what they and the code leave.

    A label has room enough always; with many amounts the table becomes wider than an upright page.
    """
    codes = kode or []
    taken = sum(column.lebar for column in [*codes, *nilai])
    return [*codes, replace(label, lebar=max(NARROWEST_LABEL, UPRIGHT - taken)), *nilai]
