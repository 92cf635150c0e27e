"""What every amount of an export is read from: the columns of each quantity and their factor."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.lra.angka import Rupiah, persen, rupiah
from lkipnb.exchange.lra.ciri import ciri
from lkipnb.exchange.lra.judul import Judul
from lkipnb.exchange.lra.kolom import AMOUNTS, MURNI, PAGU, PERSEN, REALISASI, SHARES
from lkipnb.exchange.lra.lembar import Lembar, huruf, sel
from lkipnb.exchange.lra.pilih import (
    MORE_THAN_PAGU,
    Angka,
    Calon,
    Putusan,
    Ragu,
    jumlah_baris,
    pilih_pagu,
    pilih_persen,
    pilih_realisasi,
)
from lkipnb.exchange.lra.pilihan import Pilihan, sebutan
from lkipnb.exchange.lra.saksi import (
    Saksi,
    SisaLain,
    beda_tahap,
    dapat_dijumlahkan,
    terhitung_ganda,
)
from lkipnb.exchange.lra.satuan import (
    ONLY_NAME,
    ROUND,
    bertentangan,
    hanya_pada_lembar,
    pengali,
)
from lkipnb.exchange.lra.tanda import Tanda, tanda
from lkipnb.load.numbers import NotANumber
from lkipnb.load.xlsx import Rows

LOOKS_LIKE_SHARES = Decimal(1000)  # no realisasi of a budget of millions is below this throughout
MILLION = Decimal(1_000_000)
CLOSE = Decimal("0.5")  # percent by which a printed share may differ from the one of the amounts


@dataclass(frozen=True)
class Pasangan:
    """The columns of each quantity, from 0, why they were chosen, the factor of each column, what
    was left out and why, and the rows where a column of the rest contradicts the amounts.
    """

    kolom: Mapping[str, tuple[int, ...]]
    alasan: Mapping[str, str] = field(default_factory=dict)
    pengali: Mapping[int, int] = field(default_factory=dict)
    ditinggal: tuple[str, ...] = ()
    tanda: Mapping[int, Tanda] = field(default_factory=dict)
    sisa_lain: tuple[SisaLain, ...] = ()

    def letak(self, kind: str) -> tuple[int, ...]:
        return self.kolom.get(kind, ())

    def rupiah(self, text: str, at: int) -> Rupiah:
        """An amount of a column.  Raises NotANumber."""
        return rupiah(text, self.pengali.get(at, 1), self.tanda.get(at, Tanda()))


def pasangkan(lembar: Lembar, judul: Judul, pilihan: Pilihan, where: str) -> Pasangan:
    """What each quantity is read from.  Raises DataError that asks for what the file does not
    decide.
    """
    rows = lembar.rows[judul.data :]
    chosen = {kind: _named(lembar, judul, rows, kind, at) for kind, at in pilihan.kolom.items()}
    try:
        found = _decided(lembar, judul, rows, pilihan.tahun, chosen)
    except _Tanya as question:
        raise DataError([_ask(where, judul, question)]) from question
    kolom = {kind: put.letak for kind, put in found.items()}
    alasan = {kind: put.alasan for kind, put in found.items() if put.alasan}
    used = {at for places in kolom.values() for at in places}
    factors = _factors(judul, used)
    _unit_fits(lembar, judul, rows, factors, where)
    signs = _signs(rows, used, factors)
    pasangan = Pasangan(kolom, alasan, factors, tanda=signs)
    with_shares = _shares(lembar, judul, rows, pilihan, pasangan, where)
    return _witnessed(lembar, judul, pilihan, with_shares, where)


def _factors(judul: Judul, used: Collection[int]) -> dict[int, int]:
    """The unit of columns that are not in rupiah: the one that a person named before any other."""
    if judul.satuan is None:
        return pengali(judul.pernyataan, judul.teks, used)
    return dict.fromkeys(used, judul.satuan) if judul.satuan > 1 else {}


def _witnessed(
    lembar: Lembar, judul: Judul, pilihan: Pilihan, pasangan: Pasangan, where: str
) -> Pasangan:
    """Also what the columns beside the amounts say against them.  Raises DataError when they
    contradict them.
    """
    rows = lembar.rows[judul.data :]
    budget, spent = (
        [_candidate(lembar, judul, rows, at, kind) for at in pasangan.letak(kind)]
        for kind in (PAGU, REALISASI)
    )
    beside = [_candidate(lembar, judul, rows, at, PAGU) for at in judul.teks]
    used = {each.at for each in (*budget, *spent)}
    heard = Saksi(
        pagu=jumlah_baris(budget),
        realisasi=jumlah_baris(spent),
        lain=tuple(each for each in beside if each.at not in used),
        baris=judul.data + 1,
    )
    twice = [terhitung_ganda(columns) for columns in (budget, spent)]
    if PAGU in pilihan.kolom or REALISASI in pilihan.kolom:
        against = [*twice, *_against_answer(heard, budget, spent, pilihan)]
    else:
        against = [*twice, *_against_reading(heard, budget, spent)]
    faults = [Fault(where, judul.baris + 1, None, None, told) for told in against if told]
    if faults:
        raise DataError(faults)
    return replace(pasangan, sisa_lain=heard.sisa_lain())


def _against_answer(
    heard: Saksi, budget: Sequence[Calon], spent: Sequence[Calon], pilihan: Pilihan
) -> Iterator[str]:
    """What speaks against the columns that a person named."""
    if len(spent) > 1:
        yield heard.jumlah_berlebih()
    if PAGU in pilihan.kolom:
        yield beda_tahap(budget)


def _against_reading(
    heard: Saksi, budget: Sequence[Calon], spent: Sequence[Calon]
) -> Iterator[str]:
    """What speaks against the columns that a rule has chosen."""
    yield heard.tertukar()
    yield heard.bukan_sisa()
    for column in (*budget, *spent):
        yield heard.bukan_jumlah(column)


def _unit_fits(
    lembar: Lembar, judul: Judul, rows: Rows, factors: Mapping[int, int], where: str
) -> None:
    """Raises DataError when amounts are too large, or too round, for their unit, or only the name
    of the sheet tells one.
    """
    if judul.satuan is not None:
        return
    if hanya_pada_lembar(lembar.nama, factors):
        told = ONLY_NAME.format(lembar.nama)
        raise DataError([Fault(where, judul.baris + 1, None, None, told)])
    for at, factor in factors.items():
        values = (_value(_written, sel(row, at)) for row in rows)
        known = [value for value in values if value is not None]
        heading = judul.teks.get(at, "")
        if bertentangan(known, factor, judul.pernyataan, heading):
            told = f"kolom {huruf(at)}: {ROUND.format(judul.pernyataan or heading)}"
            raise DataError([Fault(where, judul.baris + 1, None, None, told)])


class _Tanya(Exception):
    """What is to be asked about a quantity."""

    def __init__(self, kind: str, ragu: Ragu) -> None:
        super().__init__(kind)
        self.kind = kind
        self.ragu = ragu


def _decided(
    lembar: Lembar,
    judul: Judul,
    rows: Rows,
    tahun: int | None,
    chosen: Mapping[str, Putusan],
) -> dict[str, Putusan]:
    """The columns of the budget, of the one before its change, and of what was spent of it."""
    found = {kind: chosen[kind] for kind in AMOUNTS if kind in chosen}
    taken = {at for put in found.values() for at in put.letak}
    candidates = {kind: calon(lembar, judul, rows, kind, taken) for kind in (PAGU, REALISASI)}
    if PAGU not in found:
        for kind, put in _budget(candidates[PAGU], tahun).items():
            found.setdefault(kind, put)
    if REALISASI not in found:
        found[REALISASI] = _spent(candidates[REALISASI], tahun, found[PAGU], chosen)
    return found


def _budget(candidates: Sequence[Calon], tahun: int | None) -> dict[str, Putusan]:
    """The columns of the budget, and of the one before its change where there is one."""
    try:
        budget, before = pilih_pagu(candidates, tahun)
    except Ragu as ragu:
        raise _Tanya(PAGU, ragu) from ragu
    if before is None:
        return {PAGU: budget}
    return {PAGU: budget, MURNI: before}


def _spent(
    candidates: Sequence[Calon],
    tahun: int | None,
    budget: Putusan,
    chosen: Mapping[str, Putusan],
) -> Putusan:
    """The columns of what was spent; a budget that a person chose is not judged by them."""
    money = [each for each in candidates if not _is_share(each, budget)]
    try:
        spent = _spent_of(candidates, money, tahun, budget)
        if PAGU not in chosen:
            _money(budget, spent)
    except Ragu as ragu:
        raise _Tanya(REALISASI, ragu) from ragu
    return spent


def _spent_of(
    candidates: Sequence[Calon], money: Sequence[Calon], tahun: int | None, budget: Putusan
) -> Putusan:
    """What was spent; among columns as small as percentages only where all do not decide it."""
    try:
        return pilih_realisasi(candidates, tahun, budget)
    except Ragu:
        if not money or len(money) == len(candidates):
            raise
        return pilih_realisasi(money, tahun, budget)


def _is_share(each: Calon, budget: Putusan) -> bool:
    """Whether a column headed as an amount stays as small as a percentage beside millions."""
    largest = [
        max(map(abs, known), default=Decimal(0)) for known in (_amounts(each), _known(budget))
    ]
    return 0 < largest[0] <= LOOKS_LIKE_SHARES and largest[1] >= MILLION


def _amounts(each: Calon) -> list[Decimal]:
    return [value for value in each.nilai if value is not None]


def calon(lembar: Lembar, judul: Judul, rows: Rows, kind: str, taken: set[int]) -> list[Calon]:
    """The columns whose heading says that they hold `kind`."""
    places = [at for at in judul.letak(kind) if at not in taken]
    return [_candidate(lembar, judul, rows, at, kind) for at in places]


def _candidate(lembar: Lembar, judul: Judul, rows: Rows, at: int, kind: str) -> Calon:
    heading = judul.teks.get(at, "")
    factors = _factors(judul, [at])
    factor = factors.get(at, 1)
    signs = _signs(rows, [at], factors)[at]
    reader = persen if kind in SHARES else _in_unit(factor, signs)
    return Calon(
        at=at,
        judul=heading,
        ciri=ciri(heading),
        nilai=tuple(_value(reader, sel(row, at)) for row in rows),
        tersembunyi=at in lembar.kolom_tersembunyi,
        ragu=signs.ragu and any(sel(row, at) for row in rows),
    )


def _signs(rows: Rows, used: Iterable[int], factors: Mapping[int, int]) -> dict[int, Tanda]:
    """What the amounts of each column show of their separators."""
    return {at: tanda((sel(row, at) for row in rows), factors.get(at, 1)) for at in used}


def _written(text: str) -> Decimal:
    return rupiah(text).nilai


def _in_unit(factor: int, signs: Tanda) -> Callable[[str], Decimal]:
    """What reads an amount that is written in a unit."""

    def read(text: str) -> Decimal:
        return rupiah(text, factor, signs).nilai

    return read


def _value(reader: Callable[[str], Decimal], text: str) -> Decimal | None:
    if not text:
        return None
    try:
        return reader(text)
    except NotANumber:
        return None


def _named(lembar: Lembar, judul: Judul, rows: Rows, kind: str, places: Sequence[int]) -> Putusan:
    columns = [_candidate(lembar, judul, rows, at, kind) for at in places]
    return Putusan(tuple(columns), "sebagaimana disebut dengan --kolom")


def _money(budget: Putusan, spent: Putusan) -> None:
    """Both are amounts: one that stays small beside millions is a share or a count."""
    pairs = ((budget, spent), (spent, budget))
    for one, other in pairs:
        largest = [max(map(abs, _known(put)), default=Decimal(0)) for put in (one, other)]
        if 0 < largest[1] <= LOOKS_LIKE_SHARES and largest[0] >= MILLION:
            raise Ragu(other.kolom, "isinya terlalu kecil untuk rupiah; mungkin persen")


def _known(put: Putusan) -> list[Decimal]:
    return [value for value in jumlah_baris(put.kolom) if value is not None]


def _ask(where: str, judul: Judul, question: _Tanya) -> Fault:
    name = sebutan(question.kind)
    columns = question.ragu.calon
    listed = ", ".join(map(str, columns))
    one = f"--kolom {name}={huruf(columns[0].at)}"
    several = "+".join(huruf(each.at) for each in columns)
    why = question.ragu.mengapa
    others = ", ".join(huruf(each.at) for each in columns[1:])
    if others:
        one += f" (atau {others})"
    told = f"{why}; sebutkan dengan {one}"
    if question.kind in SHARES:
        told += f", atau kosongkan dengan --kolom {name}="
    elif why != MORE_THAN_PAGU and dapat_dijumlahkan(columns):
        told += f", atau beberapa yang dijumlahkan dengan --kolom {name}={several}"
    return Fault(where, judul.baris + 1, None, None, f"kolom {name}: {listed}; {told}")


def _shares(
    lembar: Lembar,
    judul: Judul,
    rows: Rows,
    pilihan: Pilihan,
    pasangan: Pasangan,
    where: str,
) -> Pasangan:
    """Also the columns of the shares: of absorption only one that the amounts bear out."""
    kolom = dict(pasangan.kolom)
    left_out = list(pasangan.ditinggal)
    for kind in SHARES:
        if kind in pilihan.kolom:
            kolom[kind] = tuple(pilihan.kolom[kind])
            _has_shares(lembar, judul, rows, kind, kolom[kind], where)
            continue
        candidates = calon(lembar, judul, rows, kind, set())
        if kind == PERSEN:
            sums = [_sums(lembar, judul, rows, kolom[each]) for each in (REALISASI, PAGU)]
            fitting = [each for each in candidates if _bears_out(each, *sums)]
            left_out += _not_borne_out(candidates, fitting)
            candidates = fitting[:1]
        if not candidates:
            continue
        try:
            put = pilih_persen(candidates, pilihan.tahun)
        except Ragu as ragu:
            raise DataError([_ask(where, judul, _Tanya(kind, ragu))]) from ragu
        kolom[kind] = put.letak
    return replace(pasangan, kolom=kolom, ditinggal=tuple(left_out))


def _has_shares(
    lembar: Lembar, judul: Judul, rows: Rows, kind: str, places: Sequence[int], where: str
) -> None:
    """Raises DataError when a column that a person named holds no share at all."""
    for at in places:
        if not any(_candidate(lembar, judul, rows, at, kind).nilai):
            told = f"kolom {huruf(at)} yang disebut dengan --kolom tidak memuat satu pun persen"
            raise DataError([Fault(where, judul.baris + 1, kind, None, told)])


def _not_borne_out(candidates: Sequence[Calon], fitting: Sequence[Calon]) -> list[str]:
    """What is told of the columns that are no absorption, where none is."""
    if fitting:
        return []
    return [f"{each} ditinggal: bukan realisasi dibagi pagu" for each in candidates]


def _sums(lembar: Lembar, judul: Judul, rows: Rows, places: Sequence[int]) -> tuple[Angka, ...]:
    return jumlah_baris([_candidate(lembar, judul, rows, at, REALISASI) for at in places])


def _bears_out(
    share: Calon, spent: Sequence[Decimal | None], budget: Sequence[Decimal | None]
) -> bool:
    """Whether a share is that of the amounts in most rows, as percent or as a fraction."""
    told = 0
    fitting = 0
    for printed, amount, whole in zip(share.nilai, spent, budget, strict=True):
        if printed is None or amount is None or not whole:
            continue
        told += 1
        true = amount / whole * 100
        fitting += any(abs(true - shown) <= CLOSE for shown in (printed, printed * 100))
    return fitting * 2 >= told
