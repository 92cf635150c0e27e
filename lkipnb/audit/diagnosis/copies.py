"""Amounts of a line equal to those of its neighbour: copied there, or a run that moved.

Both give the same sums, so neither is proposed alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from lkipnb.audit.diagnosis import words
from lkipnb.audit.diagnosis.evidence import BUDGET, FEWEST_MENDED, SUMMED, Jaring
from lkipnb.audit.diagnosis.explanation import Penjelasan, Ubah
from lkipnb.audit.diagnosis.rows import involved, span
from lkipnb.audit.kaitan import Jumlah, Sel
from lkipnb.audit.pohon import PohonAnggaran

FEWEST_COLUMNS = 2  # one column alone is a copied cell
RANK = 2
BESIDE = ((-1, "atas", "turun"), (1, "bawah", "naik"))


def copied_lines(
    jaring: Jaring, pohon: PohonAnggaran, group: Collection[int]
) -> Iterator[Penjelasan]:
    rows, places = span(pohon, involved(jaring, group))
    for row in rows[places.start : places.stop]:
        for step, side, way in BESIDE:
            if row not in pohon.di_bawah and _equal(jaring, row, row + step):
                yield from _copied(jaring, group, row, f"di {side}nya", way)


def _equal(jaring: Jaring, one: int, other: int) -> bool:
    """Whether two lines have the same amounts in more than one column."""
    pairs = [
        (jaring.nilai.get(Sel(BUDGET, one, c)), jaring.nilai.get(Sel(BUDGET, other, c)))
        for c in SUMMED
    ]
    return sum(a == b for a, b in pairs if a) >= FEWEST_COLUMNS


def _copied(
    jaring: Jaring, group: Collection[int], row: int, side: str, way: str
) -> Iterator[Penjelasan]:
    ubah = _asked(jaring, group, row)
    if len(ubah) < FEWEST_COLUMNS or jaring.merusak(ubah, group):
        return
    rest = jaring.sisa(ubah, group)
    mended = len(group) - len(rest)
    if mended >= FEWEST_MENDED:
        amounts = {cell.kolom: value for cell, value in ubah.items() if value is not None}
        yield Penjelasan(
            f"jumlah baris {row} sama dengan baris {side}: tersalin, atau jumlah beberapa baris"
            f" {way} satu baris; {mended} dari {len(group)} hubungan tepat bila berisi"
            f" {words.kolom(amounts)}",
            f"cocokkan baris {row} dan baris sesudahnya; yang hilang {words.kolom(amounts)}",
            ubah,
            peringkat=RANK,
            sisa=rest,
            ragu=True,
        )


def _asked(jaring: Jaring, group: Collection[int], row: int) -> Ubah:
    """What the broken sums ask of the amounts of a line."""
    asked: dict[Sel, Decimal | None] = {}
    for relation in (jaring.kaitan[n] for n in group):
        for column in SUMMED if isinstance(relation, Jumlah) else ():
            cell = Sel(BUDGET, row, column)
            value = relation.seharusnya(cell, jaring.nilai) if cell in relation.sel else None
            if value is not None and value > 0:
                asked.setdefault(cell, value)
    return asked
