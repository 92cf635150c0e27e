"""Claims that nothing can be said of yet.

A figure of the text is compared with what follows from the tables.  While a table contradicts
itself, its sum is no witness: to advise the planner to write the wrong sum into the text would
spoil what is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lkipnb.audit.materi import Materi, klaim_terbaca
from lkipnb.audit.temuan import GALAT, Temuan
from lkipnb.schemas import Anggaran, Belanja, BelanjaJenis, Klaim

# What measures of money are computed from, by the table that a measure names.
SUMBER = {
    "anggaran": Anggaran.table.file,
    "anggaran_semua": Anggaran.table.file,
    "sumber_dana": Anggaran.table.file,
    "belanja": Belanja.table.file,
    "belanja_jenis": BelanjaJenis.table.file,
}
UANG = frozenset(SUMBER.values())
SEBAB = "tabel yang menjadi dasarnya masih memuat galat, jadi belum pasti mana yang salah"
SARAN = "betulkan dahulu {}, lalu periksa lagi; jangan ubah angka ini sebelumnya"


def ditahan(found: Sequence[Temuan], materi: Materi) -> list[Temuan]:
    """The findings; those of claims about money without advice while a table of money is wrong."""
    broken = _broken(found)
    if not broken:
        return list(found)
    money = {row.baris for row, ukuran in klaim_terbaca(materi) if ukuran.tabel in SUMBER}
    held = SARAN.format(" dan ".join(broken))
    return [
        replace(each, sebab=SEBAB, saran=held, perbaikan=()) if _is_of(each, money) else each
        for each in found
    ]


def _broken(found: Iterable[Temuan]) -> list[str]:
    """The tables of money that an error stands in."""
    return sorted({each.berkas for each in found if each.tingkat == GALAT and each.berkas in UANG})


def _is_of(found: Temuan, rows: set[int]) -> bool:
    return found.berkas == Klaim.table.file and found.baris in rows
