"""Which of the changes that could explain broken relations is believed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lkipnb.audit.diagnosis.cells import one_cell
from lkipnb.audit.diagnosis.copies import copied_lines
from lkipnb.audit.diagnosis.evidence import Jaring
from lkipnb.audit.diagnosis.exchanges import exchanges
from lkipnb.audit.diagnosis.explanation import TERANG, Penjelasan
from lkipnb.audit.diagnosis.lines import whole_lines
from lkipnb.audit.diagnosis.performance import of_performance
from lkipnb.audit.diagnosis.places import wrong_places
from lkipnb.audit.diagnosis.possible import impossible
from lkipnb.audit.diagnosis.rows import involved
from lkipnb.audit.diagnosis.runs import runs
from lkipnb.audit.diagnosis.shifts import shifts
from lkipnb.audit.diagnosis.swaps import swaps
from lkipnb.audit.pohon import PohonAnggaran

MOST_RIVALS = 2  # that are told beside the first
BEHIND = 2  # ranks by which a rival must be worse, so that it is no rival


def jelaskan(jaring: Jaring, pohon: PohonAnggaran) -> dict[int, Penjelasan]:
    """For each broken relation the change that explains it; those that nothing single explains are
    left out.
    """
    found: dict[int, Penjelasan] = {}
    for group in jaring.kelompok(pohon.di_atas):
        found |= _explain(jaring, pohon, group)
    return found


def _explain(jaring: Jaring, pohon: PohonAnggaran, group: list[int]) -> dict[int, Penjelasan]:
    """Changes for one group: one that mends it whole, else several, each for its part."""
    left = list(group)
    found: dict[int, Penjelasan] = {}
    while left:
        best = _believed(_ranked(jaring, pohon, left), left, len(group))
        if best is None:
            break
        found.update(dict.fromkeys(set(left) - best.sisa, best))
        left = sorted(best.sisa)
        if best.yakin:
            jaring = jaring.setelah(best)
    whole = not left and all(p.yakin for p in found.values())
    return found if whole else {n: _alone(p) for n, p in found.items()}


def _alone(part: Penjelasan) -> Penjelasan:
    """A change beside which something stays unexplained: a clear slip of the hand, or a label that
    stands twice, is one all the same, and what is open anyhow stays so; amounts that were moved may
    have been moved otherwise.
    """
    slip = part.selip and not part.lemah
    open_already = part.sekali and part.rival
    return part if slip or open_already or part.peringkat == TERANG else replace(part, ragu=True)


def _ranked(jaring: Jaring, pohon: PohonAnggaran, left: list[int]) -> list[Penjelasan]:
    """The changes that help and that may be, the best first."""
    helpful = [p for p in _candidates(jaring, pohon, left) if len(p.sisa) < len(left)]
    sound = [p for p in helpful if not impossible(jaring, p.ubah)]
    return sorted(sound, key=lambda p: p.urutan)


def _candidates(jaring: Jaring, pohon: PohonAnggaran, group: list[int]) -> Iterator[Penjelasan]:
    yield from one_cell(jaring, group)
    yield from of_performance(jaring, group)
    if len(group) > 1 and involved(jaring, group):
        yield from shifts(jaring, pohon, group)
        yield from swaps(jaring, pohon, group)
        yield from exchanges(jaring, pohon, group)
        yield from runs(jaring, pohon, group)
        yield from copied_lines(jaring, pohon, group)
        yield from whole_lines(jaring, pohon, group)
        yield from wrong_places(jaring, pohon, group)


def _believed(ranked: Sequence[Penjelasan], left: Sequence[int], whole: int) -> Penjelasan | None:
    """The first change, with those that are hardly worse; None when its only merit is one that too
    many have.

    Any sum becomes right by changing any one of its cells, so a cell whose old value no slip
    explains says little while others could change as well, or while more was broken beside it.
    """
    if not ranked:
        return None
    best, *others = ranked
    rivals = [p for p in _distinct([best, *others])[1:] if _is_rival(p, best, left)]
    if not best.bertanda and len(rivals) > MOST_RIVALS:
        return None
    unsure = best.lemah and len(left) - len(best.sisa) < whole
    return replace(best, rival=tuple(rivals[:MOST_RIVALS]), ragu=best.ragu or unsure)


def _is_rival(one: Penjelasan, best: Penjelasan, left: Sequence[int]) -> bool:
    """Whether another change mends the same, or some of it, and is not clearly worse."""
    if len(one.sisa) > len(best.sisa):
        return False
    mended = set(left) - one.sisa - best.sisa
    return bool(mended) and one.peringkat < best.peringkat + BEHIND


def _distinct(rivals: Iterable[Penjelasan]) -> list[Penjelasan]:
    """Each change once, however it was found and worded: the same cells with the same values, and
    the same lines; what changes neither is known by its words.
    """
    once: dict[object, Penjelasan] = {}
    for each in rivals:
        once.setdefault(_what(each), each)
    return list(once.values())


def _what(one: Penjelasan) -> object:
    """What a change does; its words where it does nothing to cells or lines."""
    if one.ubah or one.hapus:
        return frozenset(one.ubah.items()), one.hapus
    return one.saran
