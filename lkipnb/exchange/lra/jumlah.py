"""Whether an export adds up: lines, totals and other rows are each other's witness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lkipnb.calculate.persen import jumlah
from lkipnb.calculate.rekening import induk, ruas
from lkipnb.exchange.lra.baris import Baris, Jumlah
from lkipnb.exchange.lra.kode import BARIS, BIDANG, REKENING, UNIT, URUSAN
from lkipnb.exchange.lra.kolom import AMOUNTS, PAGU, REALISASI
from lkipnb.exchange.lra.pohon import Pohon
from lkipnb.exchange.lra.rinci import NERACA, RINCIAN

SPENDING = "5"  # the first segment of a rekening of spending; 4 is income, 6 financing

Tercetak = tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Selisih:
    """A sum that does not hold: where it is printed, what is printed, and what its parts give;
    `menurut` names the parts in Indonesian.
    """

    nomor: int
    uraian: str
    kolom: str
    tercetak: Decimal
    terhitung: Decimal
    menurut: str = "jumlah rinciannya"


@dataclass
class Kesaksian:
    """The sums that do not hold, and how many hold; `satuan` is what amounts were rounded to."""

    satuan: int = 1
    selisih: list[Selisih] = field(default_factory=list)
    cocok: int = 0

    def dengar(self, line: Baris, parts: Sequence[Baris]) -> None:
        """Compare what is printed at a line with the sum of its parts."""
        sums = {kind: _known_sum(parts, kind) for kind in AMOUNTS}
        compared = [kind for kind in AMOUNTS if None not in (line.jumlah[kind], sums[kind])]
        wrong = list(_differences(line, sums, self._tolerance(len(parts))))
        self.selisih += wrong
        self.cocok += bool(compared) and not wrong

    def _tolerance(self, parts: int) -> Decimal:
        if self.satuan == 1:
            return Decimal(0)
        return Decimal(self.satuan * (parts + 1)) / 2


def periksa(
    baris: Sequence[Baris], total: Sequence[Baris], saksi: Sequence[Baris], satuan: int = 1
) -> Kesaksian:
    """Every group that differs from the lines right below it, every total that fits no part of the
    lines, every row of a unit, a bidang or a rekening that differs from its lines.
    """
    heard = Kesaksian(satuan)
    tops: list[Baris] = []
    for lines in _by_unit(baris).values():
        pohon = Pohon.dari(lines)
        for code, line in pohon.baris.items():
            parts = pohon.di_bawah(code)
            if parts:
                heard.dengar(line, parts)
        tops += pohon.di_bawah(None)
    for line, is_subtotal in zip(total, _subtotals(total, [*baris, *saksi]), strict=True):
        if is_subtotal:
            heard.cocok += 1
        else:
            heard.dengar(line, tops)
    _hear_units(heard, saksi, tops)
    _hear_bidang(heard, saksi, tops)
    _hear_accounts(heard, saksi, baris)
    _hear_parts(heard, saksi, baris)
    return heard


def _hear_units(heard: Kesaksian, saksi: Sequence[Baris], tops: Sequence[Baris]) -> None:
    for row in saksi:
        parts = [line for line in tops if line.unit == row.unit]
        if row.jenis == UNIT and parts:
            heard.dengar(row, parts)


def _hear_bidang(heard: Kesaksian, saksi: Sequence[Baris], tops: Sequence[Baris]) -> None:
    """A bidang or urusan with its programs; those of every urusan (X.XX) stand under any."""
    if any(line.kode.startswith("X") for line in tops):
        return
    rows = [row for row in saksi if row.jenis in (BIDANG, URUSAN)]
    times = Counter(row.kode for row in rows)
    for row in rows:
        parts = _below(row.kode, tops)
        if parts and times[row.kode] == 1:
            heard.dengar(row, parts)


def _below(kode: str, lines: Iterable[Baris]) -> list[Baris]:
    return [line for line in lines if line.kode.startswith(f"{kode}.")]


def _hear_accounts(heard: Kesaksian, saksi: Sequence[Baris], baris: Sequence[Baris]) -> None:
    """The kinds of spending right below a line, the topmost of each branch."""
    rows = [row for row in saksi if row.jenis == REKENING]
    accounts = [row for row in rows if row.kode.startswith(SPENDING)]
    numbers = sorted([(row.nomor, row) for row in (*accounts, *baris)], key=lambda pair: pair[0])
    line: Baris | None = None
    below: list[Baris] = []
    for _, row in numbers:
        if row.jenis == REKENING:
            below.append(row)
            continue
        _hear_branch(heard, line, below)
        line, below = row, []
    _hear_branch(heard, line, below)


def _hear_parts(heard: Kesaksian, saksi: Sequence[Baris], baris: Sequence[Baris]) -> None:
    """The rows without a code that go into the line right above them, no rekening in between."""
    line: Baris | None = None
    below: list[Baris] = []
    for row in sorted((*saksi, *baris), key=lambda row: row.nomor):
        if row.jenis == RINCIAN:
            below.append(row)
        if row.jenis in (RINCIAN, NERACA):
            continue
        if line is not None and below:
            heard.dengar(line, below)
        line, below = (None if row.jenis == REKENING else row), []
    if line is not None and below:
        heard.dengar(line, below)


def _hear_branch(heard: Kesaksian, line: Baris | None, below: Sequence[Baris]) -> None:
    known = {ruas(row.kode) for row in below}
    tops = [row for row in below if induk(ruas(row.kode), known) is None]
    if line is not None and tops:
        heard.dengar(line, tops)


def tanpa_tingkat(baris: Sequence[Baris], total: Sequence[Baris]) -> Baris | None:
    """A line that is the sum of those right below it although none stands below another: the levels
    were lost.  None where no line is, or where a total bears out that all lines stand side by side.
    """
    whole = tuple(_known_sum(baris, kind) for kind in (PAGU, REALISASI))
    if any(_printed(line, (PAGU, REALISASI)) == whole for line in total):
        return None
    by_unit = _by_unit(baris)
    if any(Pohon.dari(lines).bertingkat for lines in by_unit.values()):
        return None
    loose = [line for line in baris if line.jenis not in BARIS]
    for at, line in enumerate(loose):
        if _is_sum_of_next(line, loose[at + 1 :]):
            return line
    return None


def _is_sum_of_next(line: Baris, following: Sequence[Baris]) -> bool:
    """Whether the budget of a line, and what was spent of it, are those of the next lines added."""
    wanted = _printed(line, (PAGU, REALISASI))
    if not all(wanted):
        return False
    budget = spent = Decimal(0)
    for other in following:
        budget += other.jumlah[PAGU] or 0
        spent += other.jumlah[REALISASI] or 0
        if (budget, spent) == wanted:
            return True
        if budget > (wanted[0] or 0):
            return False
    return False


def tanpa_jumlah(baris: Sequence[Baris]) -> list[Baris]:
    """The lines, where a group without an amount of its own gets the sum of the lines below it."""
    filled: dict[tuple[str, str], Baris] = {}
    for unit, lines in _by_unit(baris).items():
        for line in _filled(lines):
            filled[unit, line.kode] = line
    return [filled[line.unit, line.kode] for line in baris]


def _by_unit(baris: Sequence[Baris]) -> dict[str, list[Baris]]:
    units: dict[str, list[Baris]] = {}
    for line in baris:
        units.setdefault(line.unit, []).append(line)
    return units


def _filled(baris: Sequence[Baris]) -> list[Baris]:
    pohon = Pohon.dari(baris)
    filled = dict(pohon.baris)
    for code in sorted(filled, key=len, reverse=True):
        parts = [filled[part] for part in pohon.bawahan.get(code, ())]
        if parts:
            filled[code] = _summed(filled[code], parts)
    return list(filled.values())


def _summed(line: Baris, parts: Sequence[Baris]) -> Baris:
    sums = _sums(parts)
    missing = {kind: sums[kind] for kind in AMOUNTS if line.jumlah[kind] is None}
    return replace(line, jumlah={**line.jumlah, **missing})


def _sums(parts: Sequence[Baris]) -> Jumlah:
    return {kind: jumlah(part.jumlah[kind] for part in parts) for kind in AMOUNTS}


def _known_sum(parts: Sequence[Baris], kind: str) -> Decimal | None:
    """What the parts add up to where an empty cell stands for nothing; None where all are empty."""
    known = [part.jumlah[kind] for part in parts if part.jumlah[kind] is not None]
    if known:
        return jumlah(known)
    return None


def _differences(line: Baris, sums: Jumlah, tolerance: Decimal) -> Iterator[Selisih]:
    for kind in AMOUNTS:
        printed = line.jumlah[kind]
        computed = sums[kind]
        if printed is None or computed is None:
            continue
        if abs(printed - computed) > tolerance:
            yield Selisih(line.nomor, line.uraian or line.kode, kind, printed, computed)


def _subtotals(total: Sequence[Baris], baris: Sequence[Baris]) -> Iterator[bool]:
    """Whether each total repeats the amounts of one line: then it is the sub-total of a group."""
    known: dict[tuple[str, ...], set[Tercetak]] = {}
    for line in total:
        kinds = tuple(kind for kind in AMOUNTS if line.jumlah[kind] is not None)
        if kinds not in known:
            known[kinds] = {_printed(other, kinds) for other in baris}
        yield _printed(line, kinds) in known[kinds]


def _printed(line: Baris, kinds: Sequence[str]) -> Tercetak:
    return tuple(line.jumlah[kind] for kind in kinds)
