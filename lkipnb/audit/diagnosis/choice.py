"""Which of the changes that could explain broken relations is believed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkipnb.audit.diagnosis.cells import one_cell
from lkipnb.audit.diagnosis.evidence import Jaring
from lkipnb.audit.diagnosis.explanation import TANPA_TANDA, Penjelasan
from lkipnb.audit.diagnosis.lines import whole_lines
from lkipnb.audit.diagnosis.rows import involved
from lkipnb.audit.diagnosis.shifts import shifts
from lkipnb.audit.diagnosis.swaps import swaps
from lkipnb.audit.pohon import PohonAnggaran

MOST_RIVALS = 2  # that are told


def jelaskan(jaring: Jaring, pohon: PohonAnggaran) -> dict[int, Penjelasan]:
    """For each broken relation the change that explains it; those that nothing single explains are
    left out.
    """
    found: dict[int, Penjelasan] = {}
    for group in jaring.kelompok():
        found |= _explain(jaring, pohon, group)
    return found


def _explain(jaring: Jaring, pohon: PohonAnggaran, group: list[int]) -> dict[int, Penjelasan]:
    """Changes for one group: one that mends it whole, else several, each for its part."""
    left = list(group)
    found: dict[int, Penjelasan] = {}
    while left:
        helpful = [p for p in _candidates(jaring, pohon, left) if len(p.sisa) < len(left)]
        best = _believed(sorted(helpful, key=lambda p: p.urutan))
        if best is None:
            break
        found |= {n: best for n in left if n not in best.sisa}
        left = [n for n in left if n in best.sisa]
        jaring = jaring.setelah(best)
    return found


def _candidates(jaring: Jaring, pohon: PohonAnggaran, group: list[int]) -> Iterator[Penjelasan]:
    yield from one_cell(jaring, group)
    if len(group) > 1 and involved(jaring, group):
        yield from shifts(jaring, pohon, group)
        yield from swaps(jaring, pohon, group)
        yield from whole_lines(jaring, pohon, group)


def _believed(ranked: Sequence[Penjelasan]) -> Penjelasan | None:
    """The first change; None when its only merit is one that others have too.

    Any sum becomes right by changing any one of its cells, so a cell whose old value no slip
    explains is believed only while it is the one that can change without breaking another relation.
    """
    if not ranked:
        return None
    best, *others = ranked
    rivals = [p for p in others if p.saran != best.saran]
    if best.peringkat >= TANPA_TANDA and any(len(p.sisa) == len(best.sisa) for p in rivals):
        return None
    alike = [p.saran for p in rivals if p.urutan == best.urutan]
    if not alike or not best.selip:
        return best
    return replace(best, sebab=f"{best.sebab} (sama mungkinnya: {_shown(alike)})")


def _shown(rivals: Sequence[str]) -> str:
    more = "; …" if len(rivals) > MOST_RIVALS else ""
    return "; ".join(rivals[:MOST_RIVALS]) + more
