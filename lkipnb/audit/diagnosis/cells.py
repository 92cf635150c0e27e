"""One cell that is wrong: for each cell of a broken relation the value that would mend it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.diagnosis import words
from lkipnb.audit.diagnosis.evidence import BUDGET, MOST_PARTS, SUMMED, Jaring
from lkipnb.audit.diagnosis.explanation import TANPA_TANDA, Penjelasan, Ubah
from lkipnb.audit.diagnosis.slips import Tetangga, slip
from lkipnb.audit.kaitan import Sel

# What was decided before the year is never mended to fit it.
TETAP = frozenset({"renstra", "riwayat"})


def one_cell(jaring: Jaring, group: list[int]) -> Iterator[Penjelasan]:
    """Each change of one cell that mends some of the group and breaks nothing else."""
    for cell, value in dict.fromkeys(_values(jaring, group)):
        ubah = {cell: value}
        if not jaring.merusak(ubah, group):
            yield _explained(jaring, group, cell, value)


def _values(jaring: Jaring, group: list[int]) -> Iterator[tuple[Sel, Decimal]]:
    """The cells of the group, each with a value that mends one relation."""
    for relation in (jaring.kaitan[n] for n in group):
        for cell in relation.sel[: MOST_PARTS + 1]:
            if cell.tabel in TETAP:
                continue
            value = relation.seharusnya(cell, jaring.nilai)
            if value is not None and value != jaring.nilai.get(cell):
                yield cell, value


def _explained(jaring: Jaring, group: list[int], cell: Sel, value: Decimal) -> Penjelasan:
    ubah: Ubah = {cell: value}
    rest = jaring.sisa(ubah, group)
    made = slip(jaring.nilai.get(cell), value, _beside(jaring, cell))
    mended = len(group) - len(rest)
    sebab = (
        f"{made.sebutan or words.HANYA_SEL_INI}; dengan {words.angka(value)}, {mended} dari"
        f" {len(group)} hubungan tepat"
    )
    return Penjelasan(
        sebab,
        f"{words.sel(cell)}: tulis {words.angka(value)}",
        ubah,
        peringkat=made.peringkat if made.sebutan else TANPA_TANDA,
        selip=bool(made.sebutan),
        sisa=rest,
    )


def _beside(jaring: Jaring, cell: Sel) -> Tetangga:
    """The neighbours of a cell of the budget; elsewhere rows have nothing in common."""
    if cell.tabel != BUDGET or cell.kolom not in SUMMED:
        return Tetangga()
    above = cell._replace(baris=cell.baris - 1)
    below = cell._replace(baris=cell.baris + 1)
    return Tetangga(jaring.nilai.get(above), jaring.nilai.get(below))
