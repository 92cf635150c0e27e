"""One column of a run of lines that stands one row too low or too high."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from lkipnb.audit.diagnosis.evidence import BUDGET, SUMMED, Berubah, Jaring
from lkipnb.audit.diagnosis.explanation import TERANG, Penjelasan, Ubah
from lkipnb.audit.diagnosis.rows import involved, span
from lkipnb.audit.kaitan import Sel
from lkipnb.audit.pohon import PohonAnggaran

FEWEST_ROWS = 3  # fewer are an exchange, or a slip in one cell
FEWEST_MENDED = 3


def runs(jaring: Jaring, pohon: PohonAnggaran, group: Collection[int]) -> Iterator[Penjelasan]:
    """For each column and direction the run whose return mends most."""
    if len(group) < FEWEST_MENDED:
        return
    rows, places = span(pohon, involved(jaring, group))
    near = rows[places.start : places.stop]
    for column in SUMMED:
        for order, moved, back in ((1, "turun", "menaikkannya"), (-1, "naik", "menurunkannya")):
            cells = [Sel(BUDGET, row, column) for row in near[::order]]
            told = f"{moved} satu baris; {back}"
            for run in _ending_near(_best_run(jaring, group, cells), cells):
                yield from _returned(jaring, group, run, told)


def _ending_near(run: Sequence[Sel], cells: Sequence[Sel]) -> Iterator[Sequence[Sel]]:
    """A run, and the same one cell longer: a sum asks for the last value of either, so that only a
    percentage tells them apart.
    """
    yield run
    if run and run[-1] != cells[-1]:
        yield cells[cells.index(run[0]) : cells.index(run[-1]) + 2]


def _best_run(jaring: Jaring, group: Collection[int], cells: Sequence[Sel]) -> Sequence[Sel]:
    """The run that leaves least broken: first its end, then its start, then its end again."""

    def broken(run: Sequence[Sel]) -> int:
        return len(jaring.sisa(_ubah(jaring, group, run), group))

    run = cells
    for _ in range(2):
        starts = (run[at:] for at in range(len(run) - FEWEST_ROWS + 1))
        run = min(starts, key=broken, default=run)
        ends = (run[:at] for at in range(FEWEST_ROWS, len(run) + 1))
        run = min(ends, key=broken, default=run)
    return run


def _ubah(jaring: Jaring, group: Collection[int], run: Sequence[Sel]) -> Ubah:
    """Each cell with what stands in the next; the last with what the sums ask of it, or with what
    stands in the first.
    """
    ubah = {cell: jaring.nilai.get(after) for cell, after in pairwise(run)}
    if run:
        ubah[run[-1]] = _asked(jaring, group, ubah, run[-1]) or jaring.nilai.get(run[0])
    return {cell: value for cell, value in ubah.items() if value != jaring.nilai.get(cell)}


def _asked(jaring: Jaring, group: Collection[int], ubah: Ubah, cell: Sel) -> Decimal | None:
    """What a broken relation gives for a cell once the others have changed."""
    changed = Berubah(jaring.nilai, ubah)
    touching = (jaring.kaitan[n] for n in jaring.menyentuh([cell]) if n in group)
    values = (relation.seharusnya(cell, changed) for relation in touching)
    return next((value for value in values if value is not None), None)


def _returned(
    jaring: Jaring, group: Collection[int], run: Sequence[Sel], told: str
) -> Iterator[Penjelasan]:
    """The explanation that a run was moved, where its return mends enough."""
    ubah = _ubah(jaring, group, run)
    if len(ubah) < FEWEST_ROWS or jaring.merusak(ubah, group):
        return
    rest = jaring.sisa(ubah, group)
    mended = len(group) - len(rest)
    if mended < FEWEST_MENDED:
        return
    first, last = sorted((run[0].baris, run[-1].baris))
    where = f"{run[0].kolom} baris {first}–{last}"
    yield Penjelasan(
        f"{where} {told} membuat {mended} dari {len(group)} hubungan tepat",
        f"geser kembali {where} satu baris, dan cocokkan baris {run[-1].baris} dengan dokumen"
        " sumbernya",
        ubah,
        peringkat=TERANG if ubah.get(run[-1]) == jaring.nilai.get(run[0]) else 1,
        sisa=rest,
        sekali=True,
    )
