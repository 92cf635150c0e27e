"""One label too many: the amounts beside it and below belong to the label under each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import pairwise

from lkipnb.audit.diagnosis.evidence import BUDGET, COLUMNS, SUMMED, Berubah, Jaring, without
from lkipnb.audit.diagnosis.explanation import TERANG, Penjelasan, Ubah
from lkipnb.audit.diagnosis.rows import involved, span
from lkipnb.audit.kaitan import Jumlah, Sel
from lkipnb.audit.pohon import PohonAnggaran

# By how much of its label stands beside it too: nothing, code or name, both.
RANKS = (3, 2, TERANG)
LONGEST_SHIFT = 40  # rows; a search over more would not end in time


def shifts(jaring: Jaring, pohon: PohonAnggaran, group: Collection[int]) -> Iterator[Penjelasan]:
    rows, places = span(pohon, involved(jaring, group))
    for start in places:
        # Of two equal labels either may be the one too many; the table is the same without it.
        if start > 0 and pohon.label[rows[start]] == pohon.label[rows[start - 1]]:
            continue
        for end in range(start + 1, min(start + LONGEST_SHIFT, len(rows))):
            # The last label has lost its amounts to the one above it, so it stands empty.
            if jaring.nilai.get(Sel(BUDGET, rows[end], "pagu_rp")) is None:
                yield from _shift(jaring, pohon, group, rows[start : end + 1])


def _shift(
    jaring: Jaring, pohon: PohonAnggaran, group: Collection[int], rows: list[int]
) -> Iterator[Penjelasan]:
    """The amounts of some rows moved one row down, and the label of the first of them gone."""
    first, second, last = rows[0], rows[1], rows[-1]
    ubah = _moved(jaring, rows)
    rest = jaring.sisa_tanpa(ubah, group, first)
    if rest is None:
        return
    exact, sums = _sums_around(jaring, ubah, first)
    yield Penjelasan(
        f"satu label berlebih di baris {first}, sehingga jumlah di sebelahnya dan di"
        f" bawahnya turun satu baris; menggeser baris {first}–{last} membuat {exact} dari"
        f" {sums} jumlah tepat",
        f"hapus label baris {first} dan naikkan jumlah baris {second}–{last} satu baris",
        ubah,
        hapus=(first,),
        peringkat=RANKS[sum(pohon.kembar(first))],
        sisa=rest,
    )


def _moved(jaring: Jaring, rows: list[int]) -> Ubah:
    ubah: dict[Sel, Decimal | None] = {Sel(BUDGET, rows[0], c): None for c in COLUMNS}
    for upper, lower in pairwise(rows):
        for column in COLUMNS:
            ubah[Sel(BUDGET, lower, column)] = jaring.nilai.get(Sel(BUDGET, upper, column))
    return ubah


def _sums_around(jaring: Jaring, ubah: Ubah, gone: int) -> tuple[int, int]:
    """How many of the group sums that a shift touches hold after it, and how many there are."""
    changed = Berubah(jaring.nilai, ubah)
    touched = [without(jaring.kaitan[n], {(BUDGET, gone)}) for n in jaring.menyentuh(ubah)]
    verdicts = [r.berlaku(changed) for r in touched if isinstance(r, Jumlah) and _of_money(r.utama)]
    told = [holds for holds in verdicts if holds is not None]
    return sum(told), len(told)


def _of_money(cell: Sel) -> bool:
    return cell.tabel == BUDGET and cell.kolom in SUMMED
