"""The amounts of two neighbouring rows in each other's place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import pairwise

from lkipnb.audit.diagnosis.evidence import BUDGET, COLUMNS, FEWEST_MENDED, Jaring
from lkipnb.audit.diagnosis.explanation import Penjelasan, Ubah
from lkipnb.audit.diagnosis.rows import involved, span
from lkipnb.audit.kaitan import Sel
from lkipnb.audit.pohon import PohonAnggaran


def swaps(jaring: Jaring, pohon: PohonAnggaran, group: Collection[int]) -> Iterator[Penjelasan]:
    rows, places = span(pohon, involved(jaring, group))
    # One row more than may be involved, as the lower of the last two.
    for upper, lower in pairwise(rows[places.start : places.stop + 1]):
        ubah = _exchanged(jaring, upper, lower)
        if jaring.merusak(ubah, group):
            continue
        rest = jaring.sisa(ubah, group)
        if len(group) - len(rest) < FEWEST_MENDED:
            continue
        yield Penjelasan(
            f"jumlah baris {upper} dan {lower} tertukar; "
            f"menukarnya membuat {len(group) - len(rest)} dari {len(group)} tepat",
            f"tukar jumlah baris {upper} dan {lower}",
            ubah,
            peringkat=1,
            sisa=rest,
        )


def _exchanged(jaring: Jaring, upper: int, lower: int) -> Ubah:
    ubah: dict[Sel, Decimal | None] = {}
    for column in COLUMNS:
        one, other = Sel(BUDGET, upper, column), Sel(BUDGET, lower, column)
        ubah[one] = jaring.nilai.get(other)
        ubah[other] = jaring.nilai.get(one)
    return ubah
