"""The figures of an indicator as the table of the file prints them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from lkipnb.errors import Fault
from lkipnb.exchange.kinerja.arti import Arti
from lkipnb.exchange.kinerja.baris import Butir
from lkipnb.exchange.kinerja.jenis import bentuk
from lkipnb.exchange.kinerja.kolom import CAPAIAN, REALISASI, SATUAN, TARGET
from lkipnb.exchange.kinerja.pilihan import NOL, Pilihan
from lkipnb.exchange.lra.lembar import huruf
from lkipnb.load.numbers import DASH, NotANumber, is_dash, read
from lkipnb.load.sel import AS_DATE, DATE
from lkipnb.rules.satuan import PERSEN, satuan

_FOOTNOTE = re.compile(r"\s*\*+\)?$")
_UNIT = re.compile(r"[0-9][0-9.,]* *(?P<satuan>%|[^\W\d_].*)")
_HAS_DIGITS = re.compile(r"[0-9]")
# A level of a ladder, with its score before or behind it.
_WORD = re.compile(r"(?:[0-9.,]+ *\()?[^\W\d_][^0-9]*(?:\([0-9.,]+\))?\)?")
_IN_BRACKETS = re.compile(r"\([0-9][0-9.,]*\)")
BRACKETS = (
    "“{}” dapat berarti di bawah nol atau sekadar catatan; tulis -{} bila di bawah nol, atau {}"
    " tanpa kurung"
)
NO_VALUE = (
    "bukan satu nilai; diharapkan misalnya 92,5 atau 92% atau <= 5 atau BB; bila selnya memuat"
    " beberapa nilai, beri setiap indikator barisnya sendiri"
)
_NONE = re.compile(r"n/?a|tidak ada data|t\.?a\.?d\.?", re.IGNORECASE)
Bertanda = tuple[Decimal, bool]  # a number, and whether it is written in percent
HUNDRED, ONE = Decimal(100), Decimal(1)
LARGEST_FRACTION = Decimal(3)  # of a capaian that may be written as a fraction
FAR = 20  # how many times a percentage is larger than a fraction that means the same
LEAST_ROWS = 3
DASHES = {NOL: "0"}  # what a dash is written as, by what it means
ANSWER_DASH = f"{DASH}, atau sebutkan --tanda-hubung nol atau --tanda-hubung kosong"
FOOTNOTE = "tanda catatan kaki (*) dilepas dari angkanya"
MIXED = "tampak pecahan di samping persen; tulis {} bila maksudnya {} persen"
FRACTIONS = (
    "semua nilai persen paling besar 1, jadi tampak pecahan; tulis misalnya 92 bila maksudnya 92"
    " persen, atau ulangi dengan --apa-adanya"
)
SHARES = (
    "tidak jelas apakah capaian ini pecahan atau persen; tulis dalam persen, tinggalkan dengan"
    " --kolom capaian=, atau ulangi dengan --apa-adanya"
)


@dataclass
class Angka:
    """The indicators with their figures as the tables hold them; `catatan` tells rows by what was
    read otherwise than it stands.
    """

    butir: list[Butir] = field(default_factory=list)
    catatan: dict[str, list[int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def bersihkan(rows: Sequence[Butir], arti: Arti, pilihan: Pilihan, where: str) -> Angka:
    """The figures without footnote marks; dashes as they are meant; shares that may be fractions
    are asked about.
    """
    found = Angka()
    for row in rows:
        found.butir.append(_row(row, arti, pilihan, where, found))
    if not pilihan.apa_adanya:
        found.faults += _fractions(found.butir, where)
        found.faults += _shares(found, where)
    return found


def bilangan(text: str) -> Decimal | None:
    """The number of a text; None for any other."""
    try:
        return read(text)
    except NotANumber:
        return None


def _row(row: Butir, arti: Arti, pilihan: Pilihan, where: str, found: Angka) -> Butir:
    figures = {}
    for name, text in row.nilai.items():
        figures[name], reason = _figure(name, text, row, pilihan, found)
        if reason:
            found.faults.append(Fault(where, row.nomor, huruf(arti.kolom[name]), text, reason))
    words = dict(row.kata)
    if not words.get(SATUAN):
        words[SATUAN] = _unit_of(figures)
        if words[SATUAN]:
            found.catatan.setdefault("satuan dibaca dari nilainya", []).append(row.nomor)
    return Butir(row.nomor, words, figures)


def _figure(name: str, text: str, row: Butir, pilihan: Pilihan, found: Angka) -> tuple[str, str]:
    """A figure as the tables hold it, and why it cannot be one."""
    clean = _clean(text, row, found)
    if not is_dash(text):
        return clean, _no_value(clean, name)
    if name == CAPAIAN:
        return "", ""
    if pilihan.tanda_hubung is None:
        return "", ANSWER_DASH
    return DASHES.get(pilihan.tanda_hubung, ""), ""


def _no_value(text: str, name: str) -> str:
    """Why a text is no value of an indicator: no number, no range and the like, and no word."""
    if DATE.match(text):
        return AS_DATE
    if _IN_BRACKETS.fullmatch(text):
        return BRACKETS.format(text, text.strip("()"), text.strip("()"))
    if name == CAPAIAN and _HAS_DIGITS.search(text):
        try:
            read(text)
        except NotANumber as error:
            return str(error)
    if not text or bentuk(text) or _WORD.fullmatch(text):
        return ""
    return NO_VALUE


def _clean(text: str, row: Butir, found: Angka) -> str:
    bare = _FOOTNOTE.sub("", " ".join(text.split()))
    if bare != text and "*" in text:
        found.catatan.setdefault(FOOTNOTE, []).append(row.nomor)
    if _NONE.fullmatch(bare):
        return "n/a"
    return bare


def _unit_of(figures: Mapping[str, str]) -> str:
    """The one unit that stands behind the figures of a row."""
    own = [text for name, text in figures.items() if name != CAPAIAN and text]
    matches = map(_UNIT.fullmatch, own)
    return satuan_tunggal({match["satuan"] for match in matches if match})


def satuan_tunggal(units: Collection[str]) -> str:
    """The one unit that is named; nothing where several are, or none."""
    if len(units) != 1:
        return ""
    [unit] = units
    if unit == "%":
        return PERSEN
    return unit


def _fractions(rows: Iterable[Butir], where: str) -> Iterator[Fault]:
    """Percentages that a sheet holds as fractions: 0,92 beside 95, or none above 1 at all."""
    shares = [row for row in rows if satuan(row.kata.get(SATUAN, "")).kode == PERSEN]
    known: list[Decimal] = []
    for row in shares:
        for pair in _pairs(row):
            yield from _mixed(row, pair, where)
            known += _unsigned(pair)
    if len(shares) >= LEAST_ROWS and _are_fractions(known):
        yield Fault(where, shares[0].nomor, None, None, FRACTIONS)


def _unsigned(pair: Sequence[Bertanda]) -> list[Decimal]:
    return [value for value, is_signed in pair if not is_signed]


def _are_fractions(values: Sequence[Decimal]) -> bool:
    """Whether none is above 1, and they are not only ones and zeros."""
    return all(value <= 1 for value in values) and any(value % 1 for value in values)


def _mixed(row: Butir, pair: Sequence[Bertanda], where: str) -> Iterator[Fault]:
    largest = max(value for value, _ in pair)
    for value, is_signed in pair:
        if not is_signed and 0 < value <= 1 and largest >= max(value * FAR, Decimal(2)):
            meant = f"{(value * HUNDRED).normalize():f}".replace(".", ",")
            yield Fault(where, row.nomor, None, f"{value}", MIXED.format(meant, meant))


def _pairs(row: Butir) -> Iterator[list[Bertanda]]:
    """Target and realisasi of each time, and whether a sign of percent stands behind them."""
    for time in dict.fromkeys(_time(name) for name in row.nilai):
        texts = [row.nilai.get(name + time, "") for name in (TARGET, REALISASI)]
        known = list(_signed(texts))
        if known:
            yield known


def _time(name: str) -> str:
    """`-tw1` of `target-tw1`; nothing for the year itself."""
    _, dash, time = name.partition("-")
    return dash + time


def _signed(texts: Iterable[str]) -> Iterator[Bertanda]:
    for text in texts:
        value = bilangan(text)
        if value is not None:
            yield value, text.endswith("%")


def _shares(found: Angka, where: str) -> Iterator[Fault]:
    """Capaian that is written as a fraction, where realisasi over target shows that it is; asked
    where they do not tell, and where only some are.
    """
    bare = _bare(found.butir)
    if not any(bare.values()):
        return
    votes = _votes(found.butir)
    are_small = max(bare.values()) <= LARGEST_FRACTION
    signed = any(map(_is_signed, found.butir))
    if are_small and not signed and votes and all(votes.values()):
        _multiply(found, set(bare))
        return
    for row in found.butir:
        if row.nomor in bare and votes.get(row.nomor, are_small and not votes):
            yield Fault(where, row.nomor, None, row.nilai[CAPAIAN], SHARES)


def _is_signed(row: Butir) -> bool:
    return row.nilai.get(CAPAIAN, "").endswith("%")


def _bare(rows: Iterable[Butir]) -> dict[int, Decimal]:
    """The capaian that stand without a sign of percent, by row."""
    told = {row.nomor: _fraction(row) for row in rows}
    return {at: value for at, value in told.items() if value is not None}


def _votes(rows: Iterable[Butir]) -> dict[int, bool]:
    """What each row says of its capaian, where it says anything."""
    told = {row.nomor: _is_fraction(row) for row in rows}
    return {at: vote for at, vote in told.items() if vote is not None}


def _fraction(row: Butir) -> Decimal | None:
    text = row.nilai.get(CAPAIAN, "")
    if text.endswith("%"):
        return None
    return bilangan(text)


def _is_fraction(row: Butir) -> bool | None:
    """Whether realisasi over target, or the other way, is the capaian as it stands; None where they
    say nothing.
    """
    told = _fraction(row)
    pair = [bilangan(row.nilai.get(name, "")) for name in (TARGET, REALISASI)]
    target, done = pair
    if told is None or not target or not done:
        return None
    ways = (done / target, target / done, (2 * target - done) / target)
    if any(abs(way - told) <= Decimal("0.006") for way in ways):
        return True
    if any(abs(way * HUNDRED - told) <= ONE for way in ways):
        return False
    return None


def _multiply(found: Angka, rows: set[int]) -> None:
    found.catatan["capaian berupa pecahan dibaca dalam persen"] = sorted(rows)
    for at, row in enumerate(found.butir):
        value = _fraction(row)
        if row.nomor in rows and value is not None:
            told = f"{(value * HUNDRED).normalize():f}"
            found.butir[at] = Butir(row.nomor, row.kata, {**row.nilai, CAPAIAN: told})
