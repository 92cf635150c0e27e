"""Which of several columns is a quantity: what headings, years and numbers decide is taken, what
they do not decide is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations, pairwise, permutations

from lkipnb.exchange.lra.ciri import Ciri
from lkipnb.exchange.lra.lembar import huruf

PARTS_OF_A_YEAR = {"tw": 4, "semester": 2, "bulan": 12}
_STEPS = ("awal", "dpa", "")  # of a budget before any change
_CHANGE = re.compile(
    r"(?:(?:anggaran|pagu) )?(?:efisiensi|pergeseran|perubahan|refocusing|penambahan|pengurangan)"
    r"(?: anggaran| pagu)?(?: \(?[-+/]*\)?)?(?: ?\(?rp\.?\)?)?",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"\bapbn\b|dekonsentrasi|\bdekon\b|tugas pembantuan|dana desa|apbdes", re.IGNORECASE
)
OUTSIDE = "kolom {} memuat dana di luar APBD, yang dilaporkan terpisah"
UNDECIDED = "tidak ada yang memutuskan mana yang dipakai"

MORE_THAN_PAGU = "jumlahnya melebihi pagu; mungkin sudah kumulatif"

Angka = Decimal | None


@dataclass(frozen=True)
class Calon:
    """A column that could be a quantity, and its amounts row by row; `ragu` where none could be
    read, because every one may be thousands or a fraction.
    """

    at: int
    judul: str
    ciri: Ciri
    nilai: tuple[Angka, ...]
    tersembunyi: bool = False
    ragu: bool = False

    def __str__(self) -> str:
        return f"{huruf(self.at)} “{self.judul}”"


@dataclass(frozen=True)
class Putusan:
    """The columns that a quantity is the sum of, and why, in Indonesian; empty where only one could
    be meant.
    """

    kolom: tuple[Calon, ...]
    alasan: str = ""

    @property
    def letak(self) -> tuple[int, ...]:
        """Where the columns stand."""
        return tuple(each.at for each in self.kolom)

    @property
    def kelompok(self) -> frozenset[str]:
        """The groups that were added."""
        return frozenset(name for each in self.kolom for _, name in each.ciri.kelompok)


class Ragu(Exception):
    """The file does not decide; `calon` are the columns that could be meant."""

    def __init__(self, calon: Sequence[Calon], mengapa: str) -> None:
        super().__init__(mengapa)
        self.calon = tuple(calon)
        self.mengapa = mengapa


def pilih_pagu(calon: Sequence[Calon], tahun: int | None) -> tuple[Putusan, Putusan | None]:
    """The budget, and the one before its change where that stands beside it.  Raises Ragu."""
    left = _without_changes(_saring(calon, tahun))
    stages = sorted({each.ciri.tahap for each in left}, key=_step)
    if stages in ([stages[0]], ["dpa", ""]):
        return _gabung(left), None
    if len(stages) != 2 or _step(stages[0]) == _step(stages[1]):
        raise Ragu(left, "beberapa tahap anggaran berdampingan")
    first = _gabung(_keep(left, lambda each: each.ciri.tahap == stages[0]))
    last = _gabung(_keep(left, lambda each: each.ciri.tahap == stages[1]))
    if first.kelompok != last.kelompok:
        raise Ragu(left, "kelompok sebelum dan sesudah perubahan tidak sama")
    return Putusan(last.kolom, last.alasan or "anggaran sesudah perubahan"), first


def _without_changes(calon: list[Calon]) -> list[Calon]:
    """Without a column that is headed as a change and is the difference of two others."""
    return _keep(calon, lambda each: not _is_change(each, calon)) or calon


def _is_change(each: Calon, calon: Sequence[Calon]) -> bool:
    if not _CHANGE.fullmatch(each.judul.strip()) or not any(each.nilai):
        return False
    others = _keep(calon, lambda other: other is not each)
    return any(_agree(_sizes(each.nilai), _gap(*pair)) for pair in combinations(others, 2))


def _sizes(values: Sequence[Angka]) -> list[Angka]:
    return [None if value is None else abs(value) for value in values]


def _gap(one: Calon, other: Calon) -> list[Angka]:
    """By how much two columns differ, row by row."""
    pairs = zip(one.nilai, other.nilai, strict=True)
    return [None if a is None or b is None else abs(a - b) for a, b in pairs]


def _step(tahap: str) -> int:
    """The order of the stages of a budget; changes come last, and none before another."""
    if tahap in _STEPS:
        return _STEPS.index(tahap)
    return len(_STEPS)


def pilih_realisasi(calon: Sequence[Calon], tahun: int | None, pagu: Putusan) -> Putusan:
    """What was spent of the budget in the year.  Raises Ragu."""
    left = _saring(calon, tahun)
    try:
        chosen = _gabung(left)
    except Ragu as ragu:
        chosen = _whole_of_times(calon) or _undecided(calon, ragu)
    if len(chosen.kolom) > 1 and _exceeds(chosen, pagu):
        raise Ragu(left, MORE_THAN_PAGU)
    if _mismatch(chosen, pagu):
        raise Ragu([*pagu.kolom, *left], "kelompok pada pagu dan realisasi tidak sama")
    return chosen


def _whole_of_times(calon: Sequence[Calon]) -> Putusan | None:
    """The total of what was spent before and now, where it is their sum in every row."""
    totals = _keep(calon, lambda each: each.ciri.total)
    before = _keep(calon, lambda each: each.ciri.lalu)
    now = _keep(calon, lambda each: each not in totals and each not in before)
    if (len(totals), len(before), len(now)) != (1, 1, 1) or now[0].ciri.bagian is None:
        return None
    if _agree(totals[0].nilai, jumlah_baris([*before, *now])):
        return _total(totals[0], [*before, *now])
    return None


def _undecided(calon: Sequence[Calon], ragu: Ragu) -> Putusan:
    raise Ragu(calon, ragu.mengapa) from ragu


def pilih_persen(calon: Sequence[Calon], tahun: int | None) -> Putusan:
    """A share in percent that stands once for the whole year.  Raises Ragu."""
    left = _saring(calon, tahun)
    if len(left) == 1 or _same(left):
        return Putusan((left[0],))
    until = [each for each in left if each.ciri.sampai]
    if len(until) == 1 and all(each.ciri.bagian for each in left if not each.ciri.sampai):
        return Putusan((until[0],))
    raise Ragu(left, UNDECIDED)


def jumlah_baris(kolom: Sequence[Calon]) -> tuple[Angka, ...]:
    """The sum of columns row by row; None where all are empty."""
    return tuple(map(_sum, zip(*(each.nilai for each in kolom), strict=True)))


def _sum(values: Sequence[Angka]) -> Angka:
    known = [value for value in values if value is not None]
    if known:
        return sum(known, Decimal(0))
    return None


def _saring(calon: Sequence[Calon], tahun: int | None) -> list[Calon]:
    """Without columns that are empty, of another year, of an earlier period, or hidden beside a
    visible one.
    """
    left = _keep(calon, _is_filled) or list(calon)
    left = _of_the_year(left, tahun)
    now = _keep(left, lambda each: not each.ciri.lalu)
    if not now:
        raise Ragu(left, "yang ada hanya untuk masa yang lalu")
    return _keep(now, lambda each: not each.tersembunyi) or now


def _is_filled(each: Calon) -> bool:
    return each.ragu or any(value is not None for value in each.nilai)


def _keep(calon: Sequence[Calon], wanted: Callable[[Calon], bool]) -> list[Calon]:
    return [each for each in calon if wanted(each)]


def _of_the_year(calon: list[Calon], tahun: int | None) -> list[Calon]:
    years = {each.ciri.tahun for each in calon} - {None}
    if tahun is None and len(years) > 1:
        raise Ragu(calon, "beberapa tahun berdampingan, sedangkan tahun laporan tidak diketahui")
    if tahun is None:
        return calon
    left = _keep(calon, lambda each: each.ciri.tahun in (None, tahun))
    if not left:
        raise Ragu(calon, f"yang ada hanya untuk tahun selain {tahun}")
    return left


def _gabung(calon: Sequence[Calon]) -> Putusan:
    """The one column that is the whole, or all that add up to it."""
    if len(calon) == 1:
        return _only(calon[0])
    outside = _keep(calon, lambda each: bool(_OUTSIDE.search(each.judul)))
    if outside and len(outside) < len(calon):
        raise Ragu(calon, OUTSIDE.format(", ".join(map(str, outside))))
    if _same(calon) and all(each.ciri.polos for each in calon):
        return Putusan((calon[0],), "isi kolom-kolomnya sama")
    left = _up_to_now(calon)
    if len(left) == 1:
        return Putusan((left[0],), "sampai dengan akhir masa laporan")
    whole = _keep(left, lambda each: each.ciri.polos)
    parts = _keep(left, lambda each: not each.ciri.polos)
    if not whole:
        return _added(parts)
    if len(whole) > 1 and not _same(whole):
        return _sum_of_others(calon)
    return _total(whole[0], parts)


def _only(calon: Calon) -> Putusan:
    if calon.ciri.bagian and not calon.ciri.sampai:
        raise Ragu([calon], "kolom itu hanya untuk sebagian tahun")
    return Putusan((calon,))


def _same(calon: Sequence[Calon]) -> bool:
    return len({each.nilai for each in calon}) == 1


def _up_to_now(calon: Sequence[Calon]) -> list[Calon]:
    """Of columns that run up to a date and columns of single months only the former; of several
    dates the last.
    """
    until = _keep(calon, lambda each: each.ciri.sampai)
    others = _keep(calon, lambda each: not each.ciri.sampai)
    if not until:
        return list(calon)
    until = _keep(until, lambda each: any(each.nilai)) or until  # what piles up stays above zero
    if any(each.ciri.bagian is None for each in others):
        raise Ragu(calon, UNDECIDED)
    if _goes_further(others, until):
        raise Ragu(calon, "ada masa sesudah batas waktu itu")
    dates = {each.ciri.bagian for each in until}
    if len(dates) > 1:
        return [_latest(calon, until)]
    if len({each.ciri.kelompok for each in until}) < len(until):
        raise Ragu(calon, UNDECIDED)
    return until


def _latest(calon: Sequence[Calon], until: Sequence[Calon]) -> Calon:
    """The column that runs furthest, of those that run up to several dates of one kind."""
    dates = {each.ciri.bagian for each in until}
    units = {date[0] for date in dates if date}
    if len(until) > len(dates) or len(units) > 1 or None in dates:
        raise Ragu(calon, "beberapa batas waktu berdampingan")
    return max(until, key=_period)


def _period(calon: Calon) -> tuple[str, int]:
    """The part of the year that a column stands for; one of the whole year comes first."""
    return calon.ciri.bagian or ("", 0)


def _goes_further(others: Sequence[Calon], until: Sequence[Calon]) -> bool:
    """Whether a month or quarter stands beside columns that end before it, or in another unit."""
    dates = [each.ciri.bagian for each in until if each.ciri.bagian]
    periods = [each.ciri.bagian for each in others if each.ciri.bagian]
    if not dates or all(unit == "ini" for unit, _ in periods):
        return False
    last = max(dates)
    return any(unit != last[0] or number > last[1] for unit, number in periods)


def _total(whole: Calon, parts: Sequence[Calon]) -> Putusan:
    """The column of the whole, when the parts beside it bear it out."""
    if not parts:
        return Putusan((whole,), "isi kolom-kolomnya sama")
    sums = jumlah_baris(parts)
    if _agree(whole.nilai, sums):
        return Putusan((whole,), f"sama dengan jumlah kolom {_letters(parts)} di setiap baris")
    last = max(parts, key=_period)
    if all(each.ciri.bagian for each in parts) and _agree(whole.nilai, last.nilai):
        return Putusan((whole,), f"sama dengan kolom {huruf(last.at)}, yang kumulatif")
    raise Ragu([whole, *parts], f"kolom {huruf(whole.at)} bukan jumlah kolom {_letters(parts)}")


def _sum_of_others(calon: Sequence[Calon]) -> Putusan:
    """The one column of a total that all others add up to in every row.  Raises Ragu."""
    totals = _keep(calon, lambda each: each.ciri.total)
    others = _keep(calon, lambda each: not each.ciri.total)
    if len(totals) != 1 or len(others) < 2 or not _agree(totals[0].nilai, jumlah_baris(others)):
        raise Ragu(calon, UNDECIDED)
    return _total(totals[0], others)


def _agree(one: Sequence[Angka], other: Sequence[Angka]) -> bool:
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    return bool(pairs) and all(a == b for a, b in pairs)


def _added(parts: Sequence[Calon]) -> Putusan:
    if any(each.ciri.total for each in parts):
        return _sum_of_others(parts)
    if all(each.ciri.bagian for each in parts):
        return _periods(parts)
    if any(each.ciri.bagian for each in parts) or not _is_one_family(parts):
        raise Ragu(parts, UNDECIDED)
    return Putusan(tuple(parts), "dijumlahkan, karena terbagi menurut kelompok")


def _is_one_family(parts: Sequence[Calon]) -> bool:
    """Whether the columns are different groups of one family, none of them part of another."""
    families = [set(dict(each.ciri.kelompok)) for each in parts]
    return any(_are_apart(parts, family) for family in set.intersection(*families))


def _are_apart(parts: Sequence[Calon], family: int) -> bool:
    groups = chain.from_iterable(each.ciri.kelompok for each in parts)
    names = {name for held, name in groups if held == family}
    overlaps = any(one in other for one, other in permutations(names, 2))
    return len(names) == len(parts) and not overlaps


def _periods(parts: Sequence[Calon]) -> Putusan:
    """Months or quarters from the first on, when the numbers prove that they do not pile up."""
    ordered = sorted(parts, key=_period)
    periods = [each.ciri.bagian for each in ordered if each.ciri.bagian]
    unit = periods[0][0]
    expected = [(unit, number) for number in range(1, len(periods) + 1)]
    if unit not in PARTS_OF_A_YEAR or periods != expected:
        raise Ragu(parts, "bagian tahunnya tidak lengkap")
    if not _falls(ordered):
        raise Ragu(parts, "tidak jelas apakah tiap masa berdiri sendiri atau sudah kumulatif")
    return Putusan(tuple(ordered), "dijumlahkan, karena angkanya turun antarmasa")


def _falls(ordered: Sequence[Calon]) -> bool:
    """Whether amounts fall from one period to the next in most rows."""
    rows = [row for row in zip(*(each.nilai for each in ordered), strict=True) if any(row)]
    falling = [row for row in rows if _falls_in(row)]
    return bool(rows) and len(falling) * 2 > len(rows)


def _falls_in(row: Sequence[Angka]) -> bool:
    known = [value or Decimal(0) for value in row]
    return any(after < before for before, after in pairwise(known))


def _exceeds(chosen: Putusan, pagu: Putusan) -> bool:
    pairs = zip(jumlah_baris(chosen.kolom), jumlah_baris(pagu.kolom), strict=True)
    return any(spent > budget for spent, budget in pairs if spent is not None and budget)


def _mismatch(chosen: Putusan, pagu: Putusan) -> bool:
    """Whether a part of the budget stands beside the spending of another part, or of the whole."""
    both = (chosen.kelompok, pagu.kelompok)
    if all(both):
        return both[0] != both[1]
    return any(len(groups) == 1 for groups in both)


def _letters(calon: Sequence[Calon]) -> str:
    return "+".join(huruf(each.at) for each in calon)
