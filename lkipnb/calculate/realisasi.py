"""The realisasi of an indicator that is used: from its parts where they are given, and always
compared.

An indicator may tell its realisasi, its numerator and denominator, the indicators that it sums or
averages, and its four quarters.  The parts come first, then the other indicators, then what was
reported, then the quarters; where two of them are given, the report compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkipnb.calculate.persen import jumlah, rata_rata
from lkipnb.model import NOT_APPLICABLE, Nilai, Rasio, Terukur, turunan_dari
from lkipnb.rules.satuan import satuan
from lkipnb.schemas import Indikator, Kinerja, Klaim, Triwulan

BAGIAN, TURUNAN, TRIWULAN = "pembilang dan penyebut", "indikator lain", "triwulan"
QUARTERS = ("1", "2", "3", "4")
JUMLAH, RASIO = "jumlah", "rasio"


@dataclass(frozen=True)
class Pengukuran:
    """What was told of the indicators of a year: each, its values, its quarters."""

    indikator: Mapping[str, Indikator]
    kinerja: tuple[Kinerja, ...]
    triwulan: tuple[Triwulan, ...]

    @classmethod
    def dari(
        cls,
        indikator: Iterable[Indikator],
        kinerja: Iterable[Kinerja],
        triwulan: Iterable[Triwulan] = (),
    ) -> Pengukuran:
        return cls({row.kode: row for row in indikator}, tuple(kinerja), tuple(triwulan))

    def per_triwulan(self, kode: str, kolom: str) -> dict[str, Terukur]:
        """The target or realisasi of an indicator by quarter."""
        return {row.triwulan: getattr(row, kolom) for row in self.triwulan if row.indikator == kode}


def per_triwulan(
    indikator: Iterable[Indikator], triwulan: Iterable[Triwulan]
) -> dict[str, dict[str, Triwulan]]:
    """What was told of each indicator that is measured by quarters, by its code and quarter."""
    measured = {row.kode for row in indikator if row.triwulan}
    told: dict[str, dict[str, Triwulan]] = {}
    for row in triwulan:
        if row.indikator in measured:
            told.setdefault(row.indikator, {})[row.triwulan] = row
    return told


def ditetapkan(pengukuran: Pengukuran) -> tuple[Kinerja, ...]:
    """The values of the year with the realisasi that is used."""
    measured = {row.indikator: row for row in pengukuran.kinerja}
    used: dict[str, Terukur] = {}
    for kode in _parts_first(measured, pengukuran.indikator):
        used[kode] = _used(measured[kode], pengukuran, used)
    return tuple(replace(row, realisasi=used[row.indikator]) for row in pengukuran.kinerja)


def _parts_first(measured: Iterable[str], kinds: Mapping[str, Indikator]) -> list[str]:
    """The codes, each behind those that it follows from; `check` has refused circles."""
    order: list[str] = []
    waiting = list(measured)
    while waiting:
        ready = [kode for kode in waiting if set(_sources(kinds[kode])).isdisjoint(waiting)]
        order += ready or waiting
        waiting = [kode for kode in waiting if kode not in order]
    return order


def _sources(kind: Indikator) -> list[str]:
    return turunan_dari(kind.turunan, kind.turunan_dari)


def dari_indikator_lain(kind: Indikator, used: Mapping[str, Terukur]) -> Decimal | None:
    """The sum or mean of the realisasi of other indicators; None for none, or while one of them is
    not a number.
    """
    values = [used.get(kode) for kode in _sources(kind)]
    if not values:
        return None
    return _together(values, kind.turunan)


def _together(values: Sequence[Terukur], cara: str | None) -> Decimal | None:
    """The sum or the mean; None while one value is not a number."""
    if not all(isinstance(value, Decimal) for value in values):
        return None
    if cara == JUMLAH:
        return jumlah(values)
    return rata_rata(values)


def _used(row: Kinerja, pengukuran: Pengukuran, used: Mapping[str, Terukur]) -> Terukur:
    """The first of the ways that gives a value."""
    if row.realisasi is NOT_APPLICABLE:
        return NOT_APPLICABLE
    kind = pengukuran.indikator[row.indikator]
    quarters = pengukuran.per_triwulan(row.indikator, "realisasi")
    ways: Sequence[Terukur] = (
        hasil_bagi(row.nilai_pembilang, row.nilai_penyebut, kind),
        dari_indikator_lain(kind, used),
        row.realisasi,
        setahun(quarters, kind.triwulan),
    )
    told = [value for value in ways if value is not None]
    return told[0] if told else None


def hasil_bagi(pembilang: object, penyebut: object, indikator: Indikator) -> Decimal | None:
    """Numerator over denominator in the unit of the indicator; for a ratio 1:n the n.

    The quotient is multiplied by `pengali`: where none is given, by that of the unit
    (`rules/satuan.yaml`). None when a part is missing or the denominator is zero.
    """
    if not isinstance(pembilang, Decimal) or not isinstance(penyebut, Decimal):
        return None
    divisor = pembilang if indikator.jenis == RASIO else penyebut
    if not divisor:
        return None
    if indikator.jenis == RASIO:
        return Rasio(penyebut / pembilang)
    return pembilang / penyebut * pengali(indikator.pengali, indikator.satuan)


def pengali(dinyatakan: object, teks: str | None) -> Decimal:
    """What a quotient is multiplied by to stand in the unit `teks` of an indicator: what it says
    itself, else what the unit says.
    """
    if isinstance(dinyatakan, Decimal) and dinyatakan:
        return dinyatakan
    return satuan(teks or "").pengali


def setahun(quarters: Mapping[str, Terukur], cara: str | None) -> Terukur:
    """The value of the year from its quarters by `jumlah`, `terakhir` or `rata-rata`.

    A sum and a mean need all four, the last value needs the fourth; otherwise None.
    """
    values = [quarters.get(quarter) for quarter in QUARTERS]
    if cara == "terakhir":
        return values[-1]
    if cara is None:
        return None
    return _together(values, cara)


@dataclass(frozen=True)
class _Turunan:
    """A target or realisasi that follows from other values, and from which."""

    dari: str
    kolom: str
    nilai: Terukur


def klaim_kinerja(pengukuran: Pengukuran) -> list[tuple[Klaim, Decimal]]:
    """Reported targets and realisasi that follow from parts or quarters too, as claims, each with
    what follows.
    """
    used = {row.indikator: row.realisasi for row in ditetapkan(pengukuran)}
    pairs: list[tuple[Klaim, Decimal]] = []
    for row in pengukuran.kinerja:
        kind = pengukuran.indikator[row.indikator]
        for told in _derived(row, pengukuran, used):
            claimed: Nilai = getattr(row, told.kolom)
            if isinstance(claimed, Decimal) and isinstance(told.nilai, Decimal):
                pairs.append((_claim(kind, told, claimed), told.nilai))
    return pairs


def _derived(
    row: Kinerja, pengukuran: Pengukuran, used: Mapping[str, Terukur]
) -> Iterator[_Turunan]:
    kind = pengukuran.indikator[row.indikator]
    quotient = hasil_bagi(row.nilai_pembilang, row.nilai_penyebut, kind)
    yield _Turunan(BAGIAN, "realisasi", quotient)
    yield _Turunan(TURUNAN, "realisasi", dari_indikator_lain(kind, used))
    for column in ("target", "realisasi"):
        quarters = pengukuran.per_triwulan(row.indikator, column)
        yield _Turunan(TRIWULAN, column, setahun(quarters, kind.triwulan))


def _claim(kind: Indikator, told: _Turunan, claimed: Decimal) -> Klaim:
    return Klaim(
        baris=0,
        kode=f"{kind.kode} {told.kolom}",
        tempat=f"Tabel kinerja, {kind.kode}",
        uraian=f"{told.kolom.capitalize()} {kind.nama}, dihitung dari {told.dari}",
        nilai=claimed,
        nilai_sampai=None,
        satuan=kind.satuan,
        ukuran=f"{told.kolom} {kind.kode} ({told.dari})",
    )
