"""The relations of a year over its printed cells: which are broken, and what a change does to
them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from lkipnb.audit.diagnosis.explanation import Penjelasan, Ubah
from lkipnb.audit.kaitan import HasilBagi, Jumlah, Kaitan, Nilai, Sel

BUDGET = "anggaran"
COLUMNS = ("pagu_murni_rp", "pagu_rp", "realisasi_rp", "serapan_persen", "fisik_persen")
SUMMED = COLUMNS[:3]
FEWEST_MENDED = 2  # by an exchange; one relation becomes right by chance
MOST_PARTS = 400  # cells of one relation that are tried as the wrong one
NOWHERE = Sel("", 0, "")

Row = tuple[str, int]
Default = TypeVar("Default")


class Berubah(Mapping[Sel, Decimal | None]):
    """Values with some of them changed, without copying the rest."""

    def __init__(self, nilai: Nilai, ubah: Ubah):
        self._changed = ubah
        self._rest = nilai

    def __getitem__(self, cell: Sel) -> Decimal | None:
        return self._changed[cell] if cell in self._changed else self._rest[cell]

    def get(self, cell: Sel, default: Default | None = None) -> Decimal | Default | None:
        if cell in self._changed:
            return self._changed[cell]
        return self._rest.get(cell, default)

    def __iter__(self) -> Iterator[Sel]:
        yield from self._changed
        yield from (cell for cell in self._rest if cell not in self._changed)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Jaring:
    """All relations of a year over the printed values of their cells.

    `putus` are the broken ones.  A relation without a rule is evidence for or against a change and
    no finding of its own.
    """

    def __init__(self, kaitan: Sequence[Kaitan], nilai: Nilai):
        self.nilai = nilai
        self.kaitan = kaitan
        self._at: dict[Sel, list[int]] = {}
        for n, relation in enumerate(kaitan):
            for cell in relation.sel:
                self._at.setdefault(cell, []).append(n)
        self.putus = [n for n, r in enumerate(kaitan) if r.aturan and r.berlaku(nilai) is False]

    def kelompok(self, di_atas: Mapping[int, int | None]) -> Iterator[list[int]]:
        """The broken relations in groups that share a row, or speak of lines of one parent."""
        rows = {n: _rows(self.kaitan[n], di_atas) for n in self.putus}
        at_row: dict[Row, set[int]] = {}
        for n in self.putus:
            for row in rows[n]:
                at_row.setdefault(row, set()).add(n)
        left = set(self.putus)
        while left:
            group = _reached(min(left), rows, at_row)
            left -= group
            yield sorted(group)

    def menyentuh(self, cells: Iterable[Sel]) -> list[int]:
        """The relations that use one of the cells."""
        return sorted({n for cell in cells for n in self._at.get(cell, ())})

    def merusak(self, ubah: Ubah, group: Collection[int]) -> bool:
        """Whether a change breaks a relation outside the group that held before; one that could not
        be told may go.
        """
        changed = Berubah(self.nilai, ubah)
        outside = (self.kaitan[n] for n in self.menyentuh(ubah) if n not in group)
        return any(r.berlaku(changed) is False and r.berlaku(self.nilai) for r in outside)

    def sisa(self, ubah: Ubah, group: Iterable[int]) -> frozenset[int]:
        """Which of some broken relations do not hold once cells have changed."""
        changed = Berubah(self.nilai, ubah)
        return frozenset(n for n in group if not self.kaitan[n].berlaku(changed))

    def sisa_tanpa(self, ubah: Ubah, group: Collection[int], gone: int) -> frozenset[int] | None:
        """The same when a budget row goes too; None when that breaks a relation outside the
        group.
        """
        changed = Berubah(self.nilai, ubah)
        still = set()
        for n in {*group, *self.menyentuh(ubah)}:
            relation = without(self.kaitan[n], {(BUDGET, gone)})
            holds = _holds(relation, changed)
            if n in group:
                if not holds and relation.utama.tabel:
                    still.add(n)
            elif holds is False and self.kaitan[n].berlaku(self.nilai):
                return None
        return frozenset(still)

    def setelah(self, why: Penjelasan) -> Jaring:
        """The same relations once a change is made; of a row that goes, nothing is left."""
        gone = {(BUDGET, row) for row in why.hapus}
        relations = [without(relation, gone) for relation in self.kaitan] if gone else self.kaitan
        return Jaring(relations, Berubah(self.nilai, why.ubah))


def _reached(
    start: int, rows: Mapping[int, Collection[Row]], at_row: Mapping[Row, set[int]]
) -> set[int]:
    """The broken relations that hang together with one of them."""
    group: set[int] = set()
    todo = [start]
    while todo:
        n = todo.pop()
        if n in group:
            continue
        group.add(n)
        for row in rows[n]:
            todo += at_row[row] - group
    return group


def _rows(relation: Kaitan, di_atas: Mapping[int, int | None]) -> set[Row]:
    """The rows by which a relation hangs together with others; one about a budget line also by the
    parent of that line.
    """
    rows = {(cell.tabel, cell.baris) for cell in near(relation)}
    above = di_atas.get(relation.utama.baris) if relation.utama.tabel == BUDGET else None
    if above is not None:
        rows.add((BUDGET, above))
    return rows


def near(relation: Kaitan) -> tuple[Sel, ...]:
    """The cells that tie broken relations together: of a long sum only its total."""
    return relation.sel if len(relation.sel) <= MOST_PARTS else (relation.utama,)


def without(relation: Kaitan, gone: Collection[Row]) -> Kaitan:
    """A relation without the cells of rows that go; one about such a row itself says nothing any
    more.
    """
    if all(cell[:2] not in gone for cell in relation.sel):
        return relation
    kept: tuple[tuple[Sel, Decimal], ...] = ()
    if isinstance(relation, Jumlah) and relation.utama[:2] not in gone:
        kept = tuple(part for part in relation.bagian if part[0][:2] not in gone)
    total = relation.utama if kept else NOWHERE
    return Jumlah(relation.aturan, relation.tingkat, total, kept, relation.pesan)


def _holds(relation: Kaitan, nilai: Nilai) -> bool | None:
    """Whether a relation holds; a percentage cut off instead of rounded is the print's own habit
    and no evidence against a shift.
    """
    holds = relation.berlaku(nilai)
    if isinstance(relation, HasilBagi):
        return holds is not False or relation.terpotong(nilai)
    return holds
