"""What may be behind a sum that does not hold, for the person who is to mend it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from lkipnb.exchange.lra.baris import Baris
from lkipnb.exchange.lra.jumlah import Selisih
from lkipnb.exchange.ringkas import tempat_lain

ROUNDING = Decimal(1000)  # rupiah; a smaller difference comes of amounts that were rounded


def petunjuk(wrong: Selisih, baris: Sequence[Baris], tersembunyi: Collection[int]) -> str:
    """The lines whose amount is the difference, or that it is small; empty where nothing shows."""
    over = wrong.terhitung - wrong.tercetak
    others = [line for line in baris if line.nomor != wrong.nomor]
    same = [line.nomor for line in others if line.jumlah[wrong.kolom] == abs(over)]
    hidden = [number for number in same if number in tersembunyi]
    if hidden and over > 0:
        return f"selisihnya sama dengan {tempat_lain(hidden)} yang tersembunyi dan ikut terhitung"
    if same and over > 0:
        return f"selisihnya sama dengan {tempat_lain(same)}, yang mungkin terhitung dua kali"
    if same:
        return f"selisihnya sama dengan {tempat_lain(same)}, yang mungkin di bawah kode yang keliru"
    if abs(over) < ROUNDING:
        return "selisih sekecil ini biasanya karena pembulatan"
    return ""
