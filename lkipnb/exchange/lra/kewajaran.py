"""Whether the budget of an export can be in full rupiah where nothing tells its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from statistics import median

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.baris import Baris
from lkipnb.exchange.lra.judul import Judul
from lkipnb.exchange.lra.kolom import PAGU
from lkipnb.exchange.lra.lembar import Lembar
from lkipnb.exchange.lra.pasangan import Pasangan
from lkipnb.exchange.lra.pohon import Pohon
from lkipnb.present.format import uang

# The salaries of the smallest kelurahan alone are more than this a year; a sub kegiatan of an
# agency is a purchase at least.  Both in rupiah, with room below what offices have.
LEAST_OF_ALL = Decimal(10_000_000)
LEAST_OF_ONE = Decimal(1_000_000)
# Thousands of a large agency are as much as the rupiah of a small one; rupiah of a budget end in a
# zero nearly always, thousands do so as often as chance has it.
SMALL = Decimal(1_000_000_000)
FEW = 4  # lines of which it may be chance
_TOLD = re.compile(r"\brp\b|rupiah", re.IGNORECASE)


def satuan_wajar(
    lembar: Lembar, judul: Judul, pasangan: Pasangan, lines: Sequence[Baris], where: str
) -> None:
    """Raise DataError where amounts look like thousands or millions and nobody says which."""
    if judul.satuan or pasangan.pengali or _tells_rupiah(lembar, judul, pasangan):
        return
    tree = Pohon.dari(lines)
    whole = sum((line.jumlah[PAGU] or Decimal(0) for line in tree.di_bawah(None)), Decimal(0))
    leaves = [line.jumlah[PAGU] for code, line in tree.baris.items() if code not in tree.bawahan]
    amounts = [amount for amount in leaves if amount]
    if amounts and _is_small(whole, amounts):
        told = (
            f"pagu seluruhnya hanya Rp {uang(whole)} bila dalam rupiah penuh, dan tidak ada yang"
            " menyebut satuannya; sebutkan --satuan ribu atau --satuan juta bila angkanya dalam"
            " ribuan atau jutaan, atau --satuan rupiah bila memang rupiah penuh"
        )
        raise DataError([Fault(where, judul.baris + 1, None, None, told)])


def _is_small(whole: Decimal, amounts: Sequence[Decimal]) -> bool:
    """Whether a budget is less than any agency has, or small and of digits as chance has them."""
    if whole < LEAST_OF_ALL or median(amounts) < LEAST_OF_ONE:
        return True
    odd = [amount for amount in amounts if amount % 10]
    return whole < SMALL and len(amounts) >= FEW and len(odd) * 2 > len(amounts)


def _tells_rupiah(lembar: Lembar, judul: Judul, pasangan: Pasangan) -> bool:
    """Whether a title, the heading of an amount or an amount itself says that it is in rupiah."""
    used = [at for places in pasangan.kolom.values() for at in places]
    headings = [judul.teks.get(at, "") for at in used]
    titles = [" ".join(row) for row in lembar.rows[: judul.baris]]
    cells = [row[at] for row in lembar.rows[judul.data :] for at in used if at < len(row)]
    return any(map(_TOLD.search, (*headings, *titles, *cells)))
