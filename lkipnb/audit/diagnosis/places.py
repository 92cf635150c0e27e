"""A line that stands at the wrong place of the tree, for its code is not its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from lkipnb.audit.diagnosis.evidence import BUDGET, FEWEST_MENDED, Jaring, without
from lkipnb.audit.diagnosis.explanation import TERANG, Penjelasan
from lkipnb.audit.diagnosis.lines import FEWEST_COLUMNS, gaps_below, is_sum_of, same_amounts
from lkipnb.audit.diagnosis.rows import involved
from lkipnb.audit.kaitan import Jumlah, Kaitan, Sel
from lkipnb.audit.pohon import PohonAnggaran
from lkipnb.calculate.rekening import Ruas

TREE = (BUDGET, "belanja")  # the sums that follow the tree; those of claims name their lines
NOWHERE = 0  # no row of a file


def wrong_places(
    jaring: Jaring, pohon: PohonAnggaran, group: Collection[int]
) -> Iterator[Penjelasan]:
    rows = involved(jaring, group)
    for parent in sorted(rows & pohon.di_bawah.keys()):
        gaps = gaps_below(jaring, pohon, parent)
        if len(gaps) >= FEWEST_COLUMNS:
            yield from _missing_here(jaring, pohon, group, parent, gaps)
    for row in sorted(rows):
        yield from _too_many_there(jaring, pohon, group, row)


def _missing_here(
    jaring: Jaring,
    pohon: PohonAnggaran,
    group: Collection[int],
    parent: int,
    gaps: Mapping[str, Decimal],
) -> Iterator[Penjelasan]:
    """A line elsewhere that has exactly what the lines of a group lack."""
    above = set(pohon.garis(parent))
    for row, own in pohon.di_atas.items():
        if own == parent or row in above:
            continue
        if all(jaring.nilai.get(Sel(BUDGET, row, c)) == gap for c, gap in gaps.items()):
            where = "tanpa induk" if own is None else f"di bawah baris {own}"
            told = f"baris {row} berada {where}, padahal jumlahnya tepat yang kurang di bawah"
            rank = TERANG if _missed(jaring, pohon, own, gaps) else 1
            for moved in _moved(jaring, group, row, parent, f"{told} baris {parent}", rank):
                code = ".".join(_code_below(pohon, row, parent))
                yield replace(moved, saran=f"{moved.saran}, yaitu {code}")


def _code_below(pohon: PohonAnggaran, row: int, parent: int) -> Ruas:
    """The code of a parent, with the last segment of a line where that is free below it."""
    own, above = pohon.label[row][0], pohon.label[parent][0]
    meant = (*above, *own[-1:])  # a line that lacks its code has no segment
    is_free = all(meant != code for code, _ in pohon.label.values())
    return meant if is_free and len(meant) == len(own) else above


def _missed(
    jaring: Jaring, pohon: PohonAnggaran, own: int | None, gaps: Mapping[str, Decimal]
) -> bool:
    """Whether the group in which a line stands now has as much too much."""
    if own is None:
        return True
    return gaps_below(jaring, pohon, own) == {column: -gap for column, gap in gaps.items()}


def _too_many_there(
    jaring: Jaring, pohon: PohonAnggaran, group: Collection[int], row: int
) -> Iterator[Penjelasan]:
    """A line without which sums become right, under no parent or beside one that is not spelled
    out and has its amounts.
    """
    owner = _without_detail(jaring, pohon, row)
    if owner is not None:
        told = f"baris {owner} tidak dirinci, padahal berjumlah tepat seperti baris {row}"
        yield from _moved(jaring, group, row, owner, told)
    elif pohon.di_atas[row] is None and len(pohon.di_bawah[None]) > 1:
        yield from _moved(jaring, group, row, NOWHERE, f"baris {row} tidak berinduk")


def _without_detail(jaring: Jaring, pohon: PohonAnggaran, row: int) -> int | None:
    """The one line without lines below it, a level higher than this one, that has its amounts."""
    level = pohon.tingkat[row] - 1
    bare = [at for at in pohon.rinci() if pohon.tingkat[at] == level and at != row]
    found = [at for at in bare if same_amounts(jaring, row, at)]
    return found[0] if len(found) == 1 else None


def _moved(
    jaring: Jaring, group: Collection[int], row: int, parent: int, told: str, rank: int = 1
) -> Iterator[Penjelasan]:
    """The explanation that a line belongs under another parent, where that mends enough."""
    after = {n: _as_moved(jaring.kaitan[n], row, parent) for n in group}
    rest = frozenset(n for n, relation in after.items() if not relation.berlaku(jaring.nilai))
    mended = len(group) - len(rest)
    where = f" sehingga berada di bawah baris {parent}" if parent != NOWHERE else ""
    if mended >= FEWEST_MENDED:
        yield Penjelasan(
            f"{told}; memindahkannya membuat {mended} dari {len(group)} hubungan tepat",
            f"betulkan kode baris {row}{where}",
            {},
            peringkat=rank,
            sisa=rest,
            sekali=True,
            kode=(row,),
        )


def _as_moved(relation: Kaitan, row: int, parent: int) -> Kaitan:
    """A sum of the tree as it is once a line stands under another parent."""
    if not isinstance(relation, Jumlah) or relation.utama.tabel not in TREE:
        return relation
    if is_sum_of(relation, parent):
        added = (Sel(BUDGET, row, relation.utama.kolom), Decimal(1))
        return replace(relation, bagian=(*relation.bagian, added))
    return relation if is_sum_of(relation, row) else without(relation, {(BUDGET, row)})
