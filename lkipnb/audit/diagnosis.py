"""The smallest change that makes relations hold again: one cell, a shift of rows, a line too many
or too few.

Relations that are broken together are looked at together.  A change explains them when it mends all
of them and breaks none; what a slip of the hand does to a number decides between changes that
explain alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from lkipnb.audit.kaitan import HasilBagi, Jumlah, Kaitan, Nilai, Sel
from lkipnb.audit.materi import Pohon
from lkipnb.bilangan import tulis

BUDGET = "anggaran"
COLUMNS = ("pagu_murni_rp", "pagu_rp", "realisasi_rp", "serapan_persen", "fisik_persen")
SUMMED = COLUMNS[:3]
LONGEST_SHIFT = 40  # rows; a search over more would not end in time
TANPA_TANDA = 5  # the rank of a change that no slip of the hand speaks for
FEWEST_DIGITS = 3  # of a shorter number every other one is only a slip away
# What was decided before the year is never mended to fit it.
TETAP = frozenset({"renstra", "riwayat"})
MOST_PARTS = 400  # cells of one relation that are tried as the wrong one


@dataclass(frozen=True)
class Penjelasan:
    """A change, why it is believed, and how well: 0 is best."""

    sebab: str
    saran: str
    ubah: Mapping[Sel, Decimal | None]
    hapus: tuple[int, ...] = ()
    peringkat: int = 9
    # Whether a known slip of the hand makes the print of the right value.
    selip: bool = False
    # The broken relations that it leaves broken.
    sisa: frozenset[int] = frozenset()

    @property
    def urutan(self) -> tuple[int, int]:
        """What comes first: what mends most, then what a hand does most easily."""
        return len(self.sisa), self.peringkat


class Jaring:
    """All relations of a year over the printed values of their cells."""

    def __init__(self, kaitan: Sequence[Kaitan], nilai: Nilai):
        self.nilai = nilai
        self.kaitan = kaitan
        self._at: dict[Sel, list[int]] = {}
        for n, relation in enumerate(kaitan):
            for cell in relation.sel:
                self._at.setdefault(cell, []).append(n)
        # A silent relation is evidence for or against a change and no finding of its own.
        self.putus = [n for n, r in enumerate(kaitan) if r.aturan and r.berlaku(nilai) is False]

    def kelompok(self) -> Iterator[list[int]]:
        """The broken relations in groups that share a cell or a row."""
        left = set(self.putus)
        owners: dict[tuple[str, int], list[int]] = {}
        for n in left:
            for cell in _near(self.kaitan[n]):
                owners.setdefault((cell.tabel, cell.baris), []).append(n)
        while left:
            group, todo = set(), [min(left)]
            while todo:
                n = todo.pop()
                if n in group:
                    continue
                group.add(n)
                for cell in _near(self.kaitan[n]):
                    todo += [
                        m for m in owners[cell.tabel, cell.baris] if m in left and m not in group
                    ]
            left -= group
            yield sorted(group)

    def menyentuh(self, cells: Iterable[Sel]) -> list[int]:
        """The relations that use one of the cells."""
        return sorted({n for cell in cells for n in self._at.get(cell, ())})

    def merusak(self, ubah: Mapping[Sel, Decimal | None], group: Collection[int]) -> bool:
        """Whether a change breaks a relation outside the group that held before; one that could not
        be told may go.
        """
        changed = _Berubah(self.nilai, ubah)
        return any(
            self.kaitan[n].berlaku(changed) is False and self.kaitan[n].berlaku(self.nilai)
            for n in self.menyentuh(ubah)
            if n not in group
        )

    def setelah(self, why: Penjelasan) -> Jaring:
        """The same relations once a change is made; of a row that goes, nothing is left."""
        gone = {(BUDGET, row) for row in why.hapus}
        relations = [_without(relation, gone) for relation in self.kaitan] if gone else self.kaitan
        return Jaring(relations, _Berubah(self.nilai, why.ubah))

    def sisa(self, ubah: Mapping[Sel, Decimal | None], group: Iterable[int]) -> frozenset[int]:
        """Which of some broken relations do not hold once cells have changed."""
        changed = _Berubah(self.nilai, ubah)
        return frozenset(n for n in group if not self.kaitan[n].berlaku(changed))


class _Berubah(dict):
    """Values with some of them changed, without copying the rest."""

    def __init__(self, nilai: Nilai, ubah: Mapping[Sel, Decimal | None]):
        super().__init__(ubah)
        self._rest = nilai

    def get(self, cell: Sel, default: object = None) -> Decimal | None:
        return self[cell] if cell in self else self._rest.get(cell, default)


def jelaskan(jaring: Jaring, pohon: Pohon) -> dict[int, Penjelasan]:
    """For each broken relation the change that explains it; those that nothing single explains are
    left out.
    """
    found: dict[int, Penjelasan] = {}
    for group in jaring.kelompok():
        found |= _explain(jaring, pohon, group)
    return found


def _explain(jaring: Jaring, pohon: Pohon, group: list[int]) -> dict[int, Penjelasan]:
    """Changes for one group: one that mends it whole, else several, each for its part."""
    left, found = list(group), {}
    while left:
        ranked = sorted(
            (p for p in _candidates(jaring, pohon, left) if len(p.sisa) < len(left)),
            key=lambda p: p.urutan,
        )
        best = _believed(ranked)
        if best is None:
            break
        found |= dict.fromkeys((n for n in left if n not in best.sisa), best)
        left = [n for n in left if n in best.sisa]
        jaring = jaring.setelah(best)
    return found


def _believed(ranked: Sequence[Penjelasan]) -> Penjelasan | None:
    """The first change; None when its only merit is one that others have too.

    Any sum becomes right by changing any one of its cells, so a cell whose old value no slip
    explains is believed only while it is the one that can change without breaking another relation.
    """
    if not ranked:
        return None
    best = ranked[0]
    rivals = [
        p.saran for p in ranked[1:] if len(p.sisa) == len(best.sisa) and p.saran != best.saran
    ]
    if best.peringkat >= TANPA_TANDA and rivals:
        return None
    alike = [p.saran for p in ranked[1:] if p.urutan == best.urutan and p.saran != best.saran]
    if not alike or not best.selip:
        return best
    shown = "; ".join(alike[:2]) + ("; …" if len(alike) > 2 else "")
    return replace(best, sebab=f"{best.sebab} (sama mungkinnya: {shown})")


def _candidates(jaring: Jaring, pohon: Pohon, group: list[int]) -> Iterator[Penjelasan]:
    yield from _one_cell(jaring, pohon, group)
    in_budget = {c.baris for n in group for c in _near(jaring.kaitan[n]) if c.tabel == BUDGET}
    if in_budget and len(group) > 1:
        yield from _shifts(jaring, pohon, group, in_budget)
        yield from _swaps(jaring, pohon, group, in_budget)
        yield from _whole_lines(jaring, pohon, group, in_budget)


def _near(relation: Kaitan) -> tuple[Sel, ...]:
    """The cells that tie broken relations together: of a long sum only its total."""
    return relation.sel if len(relation.sel) <= MOST_PARTS else (relation.utama,)


def _one_cell(jaring: Jaring, pohon: Pohon, group: list[int]) -> Iterator[Penjelasan]:
    """Each cell of a broken relation with the value that would mend that relation."""
    tried = set()
    for n in group:
        relation = jaring.kaitan[n]
        for cell in relation.sel[: MOST_PARTS + 1]:
            if cell.tabel in TETAP:
                continue
            value = relation.seharusnya(cell, jaring.nilai)
            if value is None or (cell, value) in tried or value == jaring.nilai.get(cell):
                continue
            tried.add((cell, value))
            ubah = {cell: value}
            if jaring.merusak(ubah, group):
                continue
            rest = jaring.sisa(ubah, group)
            slip, rank = _slip(jaring.nilai.get(cell), value, *_neighbours(jaring, cell))
            mended = len(group) - len(rest)
            sebab = (
                f"{slip or 'hanya sel ini yang dapat berubah tanpa merusak hubungan lain'}; dengan"
                f" {_plain(value)}, {mended} dari {len(group)} hubungan tepat"
            )
            rank = rank if slip else TANPA_TANDA
            yield Penjelasan(
                sebab,
                f"{_place(cell)}: tulis {_plain(value)}",
                ubah,
                peringkat=rank,
                selip=bool(slip),
                sisa=rest,
            )


def _neighbours(jaring: Jaring, cell: Sel) -> tuple[Decimal | None, Decimal | None]:
    """The amounts right above and below a cell of the budget; elsewhere rows have nothing in
    common.
    """
    if cell.tabel != BUDGET or cell.kolom not in SUMMED:
        return None, None
    above, below = (
        jaring.nilai.get(Sel(cell.tabel, cell.baris + step, cell.kolom)) for step in (-1, 1)
    )
    return above, below


def _slip(
    printed: Decimal | None, right: Decimal, above: Decimal | None, below: Decimal | None
) -> tuple[str, int]:
    """The slip of the hand that makes `printed` of `right`, and how likely it is; "" for none."""
    if printed is None:
        return "sel kosong", 1
    if printed == -right:
        return "tandanya terbalik", 1
    a, b = _digits(printed), _digits(right)
    # What a hand really does to a number comes before what only happens to look alike.
    if (
        len(a) == len(b)
        and sorted(a) == sorted(b)
        and sum(x != y for x, y in zip(a, b, strict=True)) == 2
    ):
        return "dua angka tertukar", 1
    if right and printed and a.rstrip("0") == b.rstrip("0"):
        return "pemisah atau nol hilang atau berlebih", 1
    if printed == above:
        return "angka baris di atasnya tersalin", 2
    if printed == below:
        return "angka baris di bawahnya tersalin", 4
    if min(len(a), len(b)) < FEWEST_DIGITS:
        return "", 9
    if len(a) + 1 == len(b) and _one_out(b, a):
        return "satu angka hilang", 2
    if len(a) == len(b) + 1 and _one_out(a, b):
        return "satu angka tertulis dua kali atau berlebih", 2
    if len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1:
        return "satu angka salah", 3
    return "", 9


def _digits(value: Decimal) -> str:
    return "".join(map(str, abs(value).as_tuple().digits))


def _one_out(longer: str, shorter: str) -> bool:
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))


def _shifts(jaring: Jaring, pohon: Pohon, group: list[int], near: set[int]) -> Iterator[Penjelasan]:
    """One label too many: the amounts beside it and below belong to the label under each
    of them.
    """
    rows = sorted(pohon.di_atas)
    place = {row: n for n, row in enumerate(rows)}
    span = _span(rows, place, near)
    for start in span:
        for end in range(start + 1, min(start + LONGEST_SHIFT, len(rows))):
            # The last label has lost its amounts to the one above it, so it stands empty.
            if _amount(jaring, rows[end]) is not None:
                continue
            ubah: dict[Sel, Decimal | None] = {Sel(BUDGET, rows[start], c): None for c in COLUMNS}
            for upper, lower in pairwise(rows[start : end + 1]):
                ubah |= {
                    Sel(BUDGET, lower, c): jaring.nilai.get(Sel(BUDGET, upper, c)) for c in COLUMNS
                }
            rest = _rest_without(jaring, pohon, group, ubah, rows[start])
            if rest is None:
                continue
            first, last = rows[start], rows[end]
            exact, sums = _sums_around(jaring, ubah, first)
            yield Penjelasan(
                f"satu label berlebih di baris {first}, sehingga jumlah di sebelahnya dan di"
                f" bawahnya turun satu baris; menggeser baris {first}–{last} membuat {exact} dari"
                f" {sums} jumlah tepat",
                f"hapus label baris {first} dan naikkan jumlah baris {rows[start + 1]}–{last} satu"
                " baris",
                ubah,
                hapus=(first,),
                peringkat=2 - sum(pohon.kembar(first)),
                sisa=rest,
            )


def _sums_around(jaring: Jaring, ubah: Mapping[Sel, Decimal | None], gone: int) -> tuple[int, int]:
    """How many of the group sums that a shift touches hold after it, and how many there are."""
    changed = _Berubah(jaring.nilai, ubah)
    touched = [_without(jaring.kaitan[n], {(BUDGET, gone)}) for n in jaring.menyentuh(ubah)]
    sums = [
        r
        for r in touched
        if isinstance(r, Jumlah) and r.utama.tabel == BUDGET and r.utama.kolom in SUMMED
    ]
    told = [holds for r in sums if (holds := r.berlaku(changed)) is not None]
    return sum(told), len(told)


def _swaps(jaring: Jaring, pohon: Pohon, group: list[int], near: set[int]) -> Iterator[Penjelasan]:
    """The amounts of two neighbouring rows in each other's place."""
    rows = sorted(pohon.di_atas)
    place = {row: n for n, row in enumerate(rows)}
    for n in _span(rows, place, near):
        if n + 1 >= len(rows):
            continue
        upper, lower = rows[n], rows[n + 1]
        ubah = {}
        for c in COLUMNS:
            ubah[Sel(BUDGET, upper, c)] = jaring.nilai.get(Sel(BUDGET, lower, c))
            ubah[Sel(BUDGET, lower, c)] = jaring.nilai.get(Sel(BUDGET, upper, c))
        if jaring.merusak(ubah, group):
            continue
        rest = jaring.sisa(ubah, group)
        yield Penjelasan(
            f"jumlah baris {upper} dan {lower} tertukar; "
            f"menukarnya membuat {len(group) - len(rest)} dari {len(group)} tepat",
            f"tukar jumlah baris {upper} dan {lower}",
            ubah,
            peringkat=1,
            sisa=rest,
        )


def _whole_lines(
    jaring: Jaring, pohon: Pohon, group: list[int], near: set[int]
) -> Iterator[Penjelasan]:
    """A line missing below a group, or standing there twice: every column differs by the amounts of
    one line.
    """
    for parent in sorted(row for row in near if row in pohon.di_bawah):
        gaps = _gaps(jaring, pohon, parent)
        if len(gaps) < 2:
            continue
        missing = all(gap > 0 for gap in gaps.values()) and gaps.get("realisasi_rp", 0) <= gaps.get(
            "pagu_rp", 0
        )
        rest = frozenset(n for n in group if not _is_sum_of(jaring.kaitan[n], parent))
        if missing:
            told = ", ".join(f"{column} {_plain(gap)}" for column, gap in gaps.items())
            yield Penjelasan(
                f"satu baris di bawah baris {parent} hilang: semua kolom kurang sebesar satu baris"
                f" ({told})",
                f"tambahkan baris di bawah baris {parent} dengan {told}",
                {},
                peringkat=2,
                sisa=rest,
            )
        for row in pohon.di_bawah[parent]:
            own = {c: jaring.nilai.get(Sel(BUDGET, row, c)) for c in gaps}
            if all(own[c] == -gap for c, gap in gaps.items()):
                yield Penjelasan(
                    f"baris {row} tertulis berlebih; tanpa baris itu semua kolom tepat",
                    f"hapus baris {row}",
                    {},
                    hapus=(row,),
                    peringkat=1,
                    sisa=rest,
                )


def _gaps(jaring: Jaring, pohon: Pohon, parent: int) -> dict[str, Decimal]:
    """What each column of a group has more than the sum of its lines, where they differ."""
    gaps = {}
    for column in SUMMED:
        printed = jaring.nilai.get(Sel(BUDGET, parent, column))
        parts = [jaring.nilai.get(Sel(BUDGET, row, column)) for row in pohon.di_bawah[parent]]
        if (
            printed is not None
            and all(part is not None for part in parts)
            and (gap := printed - sum(parts))
        ):
            gaps[column] = gap
    return gaps


def _is_sum_of(relation: Kaitan, parent: int) -> bool:
    return isinstance(relation, Jumlah) and relation.utama[:2] == (BUDGET, parent)


def _rest_without(
    jaring: Jaring, pohon: Pohon, group: list[int], ubah: Mapping[Sel, Decimal | None], gone: int
) -> frozenset[int] | None:
    """Which of a group stay broken when a row is gone and others have changed; None when the change
    breaks more.
    """
    changed = _Berubah(jaring.nilai, ubah)
    still = set()
    for n in {*group, *jaring.menyentuh(ubah)}:
        relation = _without(jaring.kaitan[n], {(BUDGET, gone)})
        holds = relation.berlaku(changed)
        if isinstance(relation, HasilBagi):
            # A percentage cut off instead of rounded is the print's own habit and no evidence
            # against a shift.
            holds = holds is not False or relation.terpotong(changed)
        if n in group and not holds and relation.utama.tabel:
            still.add(n)
        if n not in group and holds is False and jaring.kaitan[n].berlaku(jaring.nilai):
            return None
    return frozenset(still)


def _without(relation: Kaitan, gone: Collection[tuple[str, int]]) -> Kaitan:
    """A relation without the cells of rows that go; one about such a row itself says nothing any
    more.
    """
    if all(cell[:2] not in gone for cell in relation.sel):
        return relation
    parts = () if relation.utama[:2] in gone else getattr(relation, "bagian", ())
    kept = tuple(part for part in parts if part[0][:2] not in gone)
    nowhere = Sel("", 0, "")
    return Jumlah(
        relation.aturan, relation.tingkat, relation.utama if kept else nowhere, kept, relation.pesan
    )


def _span(rows: list[int], place: Mapping[int, int], near: set[int]) -> range:
    """The places of the rows that may be involved."""
    places = [place[row] for row in near if row in place]
    return (
        range(max(0, min(places) - 1), min(len(rows), max(places) + 2))
        if len(places) < 200
        else range(0)
    )


def _amount(jaring: Jaring, row: int) -> Decimal | None:
    return jaring.nilai.get(Sel(BUDGET, row, "pagu_rp"))


def _place(cell: Sel) -> str:
    return f"{cell.tabel}.csv baris {cell.baris} kolom {cell.kolom}"


def _plain(value: Decimal) -> str:
    return tulis(value.to_integral_value() if value == value.to_integral_value() else value)


__all__ = ["HasilBagi", "Jaring", "Penjelasan", "jelaskan"]
