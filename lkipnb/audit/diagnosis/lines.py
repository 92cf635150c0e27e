"""A line missing below a group, or standing there twice: every column differs by the amounts of one
line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from lkipnb.audit.diagnosis import words
from lkipnb.audit.diagnosis.evidence import BUDGET, SUMMED, Jaring
from lkipnb.audit.diagnosis.explanation import TERANG, Penjelasan
from lkipnb.audit.diagnosis.rows import involved
from lkipnb.audit.kaitan import Jumlah, Kaitan, Sel
from lkipnb.audit.pohon import PohonAnggaran
from lkipnb.calculate.rekening import Ruas

Label = tuple[Ruas, str]
FEWEST_COLUMNS = 2  # a single column that differs is a wrong cell and no line


def whole_lines(
    jaring: Jaring, pohon: PohonAnggaran, group: Collection[int]
) -> Iterator[Penjelasan]:
    for parent in sorted(involved(jaring, group) & pohon.di_bawah.keys()):
        gaps = gaps_below(jaring, pohon, parent)
        if len(gaps) < FEWEST_COLUMNS:
            continue
        rest = frozenset(n for n in group if not is_sum_of(jaring.kaitan[n], parent))
        if _may_be_a_line(gaps):
            yield _missing(parent, gaps, rest)
        for row in pohon.di_bawah[parent]:
            if all(jaring.nilai.get(Sel(BUDGET, row, c)) == -gap for c, gap in gaps.items()):
                yield _too_many(jaring, pohon, row, rest)


def _missing(parent: int, gaps: Mapping[str, Decimal], rest: frozenset[int]) -> Penjelasan:
    told = words.kolom(gaps)
    return Penjelasan(
        f"satu baris di bawah baris {parent} hilang: semua kolom kurang sebesar satu baris"
        f" ({told})",
        f"tambahkan baris di bawah baris {parent} dengan {told}",
        {},
        peringkat=2,
        sisa=rest,
    )


def _too_many(jaring: Jaring, pohon: PohonAnggaran, row: int, rest: frozenset[int]) -> Penjelasan:
    """A line that stands twice goes; of any other its code may be wrong as well."""
    twice = _stands_twice(jaring, pohon, row)
    return Penjelasan(
        f"baris {row} tertulis berlebih; tanpa baris itu semua kolom tepat",
        f"hapus baris {row}",
        {},
        hapus=(row,),
        peringkat=TERANG if twice else 1,
        sisa=rest,
        ragu=not twice,
    )


def _stands_twice(jaring: Jaring, pohon: PohonAnggaran, row: int) -> bool:
    """Whether another line of the group, of that code or that name, has the same amounts."""
    others = (at for at in pohon.di_bawah[pohon.di_atas[row]] if at != row)
    like = (at for at in others if _alike(pohon.label[at], pohon.label[row]))
    return any(same_amounts(jaring, row, at) for at in like)


def _alike(one: Label, other: Label) -> bool:
    return one[0] == other[0] or one[1] == other[1]


def _may_be_a_line(gaps: Mapping[str, Decimal]) -> bool:
    """Whether what is missing could stand in a line: nothing negative, no more spent than there
    is.
    """
    nothing = Decimal(0)
    in_order = gaps.get("realisasi_rp", nothing) <= gaps.get("pagu_rp", nothing)
    return in_order and all(gap > 0 for gap in gaps.values())


def gaps_below(jaring: Jaring, pohon: PohonAnggaran, parent: int) -> dict[str, Decimal]:
    """What each column of a group has more than the sum of its lines, where they differ."""
    gaps = {column: _gap(jaring, pohon, parent, column) for column in SUMMED}
    return {column: gap for column, gap in gaps.items() if gap}


def _gap(jaring: Jaring, pohon: PohonAnggaran, parent: int, column: str) -> Decimal | None:
    """None where a part of it cannot be told."""
    gap = jaring.nilai.get(Sel(BUDGET, parent, column))
    for row in pohon.di_bawah[parent]:
        part = jaring.nilai.get(Sel(BUDGET, row, column))
        if gap is None or part is None:
            return None
        gap -= part
    return gap


def is_sum_of(relation: Kaitan, parent: int) -> bool:
    return isinstance(relation, Jumlah) and relation.utama[:2] == (BUDGET, parent)


def same_amounts(jaring: Jaring, one: int, other: int) -> bool:
    return all(
        jaring.nilai.get(Sel(BUDGET, one, column)) == jaring.nilai.get(Sel(BUDGET, other, column))
        for column in SUMMED
    )
