"""Whether the amounts of an export can be in full rupiah where nothing tells their unit, and budget
and realisasi in one unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from statistics import median

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.baris import Baris
from lkipnb.exchange.lra.judul import Judul
from lkipnb.exchange.lra.kolom import PAGU, REALISASI
from lkipnb.exchange.lra.lembar import Lembar
from lkipnb.exchange.lra.pasangan import Pasangan
from lkipnb.exchange.lra.pohon import Pohon
from lkipnb.exchange.ringkas import tempat_lain
from lkipnb.present.format import uang

# The salaries of the smallest kelurahan alone are more than this a year; a sub kegiatan of an
# agency is a purchase at least.  Both in rupiah, with room below what offices have.
LEAST_OF_ALL = Decimal(10_000_000)
LEAST_OF_ONE = Decimal(1_000_000)
# Thousands of a large agency are as much as the rupiah of a small one; rupiah of a budget end in a
# zero nearly always, thousands do so as often as chance has it.
SMALL = Decimal(1_000_000_000)
FEW = 4  # lines of which it may be chance
# A realisasi a thousandfold too small or too large is in another unit than its pagu: nobody spends
# hundreds of times as much, and no programme of several lines less than a five-hundredth.
LEAST_SHARE, MOST_SHARE = Decimal("0.002"), Decimal(500)
LEAST_PRICE = Decimal(10_000)  # rupiah; among lines of millions no budget is less
NEXT_TO_NOTHING = Decimal("0.0001")
PROGRAM = 3  # segments of the code of a programme
OTHER_UNIT = (
    "{} tampak dalam satuan lain daripada pagunya: realisasi {}, pagu {}; samakan satuan kedua"
    " kolom di berkasnya, misalnya semuanya rupiah penuh, lalu ulangi"
)
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


def satuan_selaras(lines: Sequence[Baris], where: str) -> None:
    """Raise DataError where realisasi and pagu cannot be in one unit."""
    tree = Pohon.dari(lines)
    leaves = [line for code, line in tree.baris.items() if code not in tree.bawahan]
    budgets = [line.jumlah[PAGU] or Decimal(0) for line in leaves]
    are_large = bool(budgets) and median(budgets) >= LEAST_OF_ONE
    odd = [line for line in leaves if _is_too_large(line) or (are_large and _is_tiny(line))]
    for group in _groups(leaves):
        if len(group) > 1 and all(map(_is_too_small, group)):
            odd += [line for line in group if line not in odd]
    if not odd:
        return
    first = odd[0]
    rows = tempat_lain([line.nomor for line in odd])
    done, budget = first.jumlah[REALISASI], first.jumlah[PAGU]
    told = OTHER_UNIT.format(rows, _amount(done), _amount(budget))
    raise DataError([Fault(where, first.nomor, REALISASI, _amount(done), told)])


def _groups(leaves: Sequence[Baris]) -> list[list[Baris]]:
    """The lines with a realisasi: all of them, then those of each programme by its code."""
    spent = [line for line in leaves if line.jumlah[PAGU] and line.jumlah[REALISASI]]
    groups: dict[tuple[str, ...], list[Baris]] = {}
    for line in spent:
        groups.setdefault(tuple(line.kode.split(".")[:PROGRAM]), []).append(line)
    return [spent, *groups.values()]


def _is_too_small(line: Baris) -> bool:
    share = _share(line)
    return share is not None and share < LEAST_SHARE


def _is_too_large(line: Baris) -> bool:
    share = _share(line)
    return share is not None and share > MOST_SHARE


def _share(line: Baris) -> Decimal | None:
    """The realisasi over the pagu; None where one of them is nothing."""
    done, budget = line.jumlah[REALISASI], line.jumlah[PAGU]
    if not done or not budget:
        return None
    return done / budget


def _is_tiny(line: Baris) -> bool:
    """Whether a line has a budget that buys nothing, or next to nothing of its budget was spent, as
    millions look among rupiah.
    """
    done, budget = line.jumlah[REALISASI], line.jumlah[PAGU]
    if budget and budget < LEAST_PRICE:
        return True
    share = _share(line)
    return share is not None and share < NEXT_TO_NOTHING and (done or 0) < LEAST_PRICE


def _amount(value: Decimal | None) -> str:
    return "kosong" if value is None else f"{value:f}"


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
