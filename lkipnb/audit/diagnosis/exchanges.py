"""Amounts in each other's place at a distance: one amount of two lines, all amounts of two lines,
or two columns of a line or a group of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from lkipnb.audit.diagnosis.evidence import BUDGET, COLUMNS, FEWEST_MENDED, SUMMED, Jaring, near
from lkipnb.audit.diagnosis.explanation import Penjelasan, Ubah
from lkipnb.audit.diagnosis.rows import involved
from lkipnb.audit.kaitan import Sel
from lkipnb.audit.pohon import PohonAnggaran

MOST_CELLS = 60  # of one column; all pairs of more would take too long
PAIRS = (("pagu_rp", "realisasi_rp"), ("pagu_murni_rp", "pagu_rp"))


def exchanges(jaring: Jaring, pohon: PohonAnggaran, group: Collection[int]) -> Iterator[Penjelasan]:
    rows = involved(jaring, group)
    yield from _two_amounts(jaring, group)
    yield from _two_lines(jaring, group, [row for row in rows if row not in pohon.di_bawah])
    for own in (*_lines_and_groups(pohon, rows), _overspent(jaring, rows)):
        yield from _two_columns(jaring, group, own)


def _two_amounts(jaring: Jaring, group: Collection[int]) -> Iterator[Penjelasan]:
    for column in SUMMED:
        cells = _cells(jaring, group, column)
        for one, other in combinations(cells, 2) if len(cells) <= MOST_CELLS else ():
            told = f"{column} baris {one.baris} dan {other.baris}"
            yield from _exchanged(jaring, group, {one: other}, told)


def _cells(jaring: Jaring, group: Collection[int], column: str) -> list[Sel]:
    """The amounts of a column that broken relations speak of."""
    cells = {cell for n in group for cell in near(jaring.kaitan[n])}
    return sorted(cell for cell in cells if cell.tabel == BUDGET and cell.kolom == column)


def _two_lines(
    jaring: Jaring, group: Collection[int], rows: Collection[int]
) -> Iterator[Penjelasan]:
    for one, other in combinations(sorted(rows), 2) if len(rows) <= MOST_CELLS else ():
        if other - one > 1:
            pairs = {Sel(BUDGET, one, column): Sel(BUDGET, other, column) for column in COLUMNS}
            yield from _exchanged(jaring, group, pairs, f"jumlah baris {one} dan {other}")


def _lines_and_groups(pohon: PohonAnggaran, rows: Collection[int]) -> Iterator[tuple[int, ...]]:
    """Each line that is involved, and the lines of each group."""
    for row in sorted(rows):
        yield (row,)
    for above in sorted(rows & pohon.di_bawah.keys()):
        yield pohon.di_bawah[above]


def _overspent(jaring: Jaring, rows: Collection[int]) -> tuple[int, ...]:
    """The lines that have spent more than they have: a run whose columns were exchanged."""
    known = {row: _pagu_and_spent(jaring, row) for row in sorted(rows)}
    return tuple(row for row, (pagu, spent) in known.items() if pagu and spent and spent > pagu)


def _pagu_and_spent(jaring: Jaring, row: int) -> tuple[Decimal | None, ...]:
    return tuple(jaring.nilai.get(Sel(BUDGET, row, column)) for column in PAIRS[0])


def _two_columns(
    jaring: Jaring, group: Collection[int], rows: Iterable[int]
) -> Iterator[Penjelasan]:
    for one, other in PAIRS:
        pairs = {Sel(BUDGET, row, one): Sel(BUDGET, row, other) for row in rows}
        lines = ", ".join(str(cell.baris) for cell in pairs)
        yield from _exchanged(jaring, group, pairs, f"{one} dan {other} di baris {lines}")


def _exchanged(
    jaring: Jaring, group: Collection[int], pairs: Mapping[Sel, Sel], told: str
) -> Iterator[Penjelasan]:
    ubah = _ubah(jaring, pairs)
    if not ubah or jaring.merusak(ubah, group):
        return
    rest = jaring.sisa(ubah, group)
    mended = len(group) - len(rest)
    if mended >= FEWEST_MENDED:
        yield Penjelasan(
            f"{told} tertukar; menukarnya membuat {mended} dari {len(group)} hubungan tepat",
            f"tukar {told}",
            ubah,
            peringkat=2,
            sisa=rest,
        )


def _ubah(jaring: Jaring, pairs: Mapping[Sel, Sel]) -> Ubah:
    """Each cell with what stands in the other; only cells whose value that changes."""
    ubah: dict[Sel, Decimal | None] = {}
    for one, other in pairs.items():
        first, second = jaring.nilai.get(one), jaring.nilai.get(other)
        if first != second:
            ubah[one], ubah[other] = second, first
    return ubah
