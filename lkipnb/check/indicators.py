"""Indicators: each serves a sasaran and is measured, and its form, formula and weight fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from decimal import Decimal

from lkipnb.bilangan import sebut
from lkipnb.check.cells import fault_at
from lkipnb.errors import Fault
from lkipnb.model import Batas, Dataset, tingkat_jenjang
from lkipnb.rules import rules
from lkipnb.schemas import Indikator, Kinerja, Sasaran

OWN_FORMULA = frozenset({"rentang", "jenjang", "ya-tidak"})  # kinds whose values are no numbers
WITHOUT_INDICATOR = "sasaran ini tidak mempunyai indikator"
NO_LEVELS = "jenjangnya belum diisi, dari rendah ke tinggi"
NO_WEIGHT = "bobot wajib diisi karena rata-ratanya terbobot"
NO_SOURCE = "sebutkan dokumen yang memuat nilai_batas"
OTHER_WAY = {"naik": "turun", "turun": "naik"}


def measured_once(data: Dataset) -> Iterator[Fault]:
    """Each sasaran has an indicator, each indicator is measured."""
    indicators = data.baris(Indikator)
    measures = data.baris(Kinerja)
    served = {own.sasaran for own in indicators}
    measured = {own.indikator for own in measures}
    for goal in data.baris(Sasaran):
        if indicators and goal.kode not in served:
            yield fault_at(goal, "kode", WITHOUT_INDICATOR)
    for own in indicators:
        if measures and own.kode not in measured:
            yield fault_at(own, "kode", f"indikator ini tidak ada di {Kinerja.table.file}")


def within_maximum(data: Dataset) -> Iterator[Fault]:
    """No target and no realisasi is above the most that its indicator can be."""
    limit = {own.kode: own.maksimum for own in data.baris(Indikator)}
    for column in ("target", "realisasi"):
        for own in data.baris(Kinerja):
            most = limit.get(own.indikator)
            value = getattr(own, column)
            if not isinstance(value, Decimal) or not isinstance(most, Decimal):
                continue
            if value > most:
                yield fault_at(own, column, f"melebihi nilai maksimum indikator, {sebut(most)}")


def kinds(data: Dataset) -> Iterator[Fault]:
    """A ladder has levels, each once, a named formula exists and fits its indicator, and weights
    are there when the mean needs them.
    """
    known = rules(data.tahun).capaian.keys()
    weighted = data.profil.pengukuran.rata_rata == "terbobot"
    for own in data.baris(Indikator):
        if own.jenis == "jenjang" and not own.jenjang:
            yield fault_at(own, "jenjang", NO_LEVELS)
        wrong = _wrong_formula(own, known)
        if wrong:
            yield fault_at(own, "rumus", wrong)
        for level in _twice(tingkat_jenjang(own.jenjang)):
            told = f"tingkat {level} tertulis dua kali; setiap tingkat hanya sekali"
            yield fault_at(own, "jenjang", told)
        if weighted and own.bobot is None:
            yield fault_at(own, "bobot", NO_WEIGHT)


def _wrong_formula(own: Indikator, known: Collection[str]) -> str:
    """Why the formula that an indicator names cannot be its own; nothing where it can."""
    if not own.rumus:
        return ""
    if own.rumus not in known:
        return f"diharapkan salah satu dari: {', '.join(known)}"
    if own.rumus == own.jenis and own.jenis in OWN_FORMULA:
        return ""
    if own.jenis in OWN_FORMULA or own.rumus in OWN_FORMULA:
        return f"bukan rumus untuk jenis {own.jenis}"
    way = own.rumus.partition("-")[0]
    if way != own.polaritas:
        return f"rumus ini untuk polaritas {way}, padahal {own.polaritas}"
    return ""


def _twice(levels: list[str]) -> list[str]:
    """The levels that a ladder has more than once, whatever their capitals."""
    times = Counter(level.casefold() for level in levels)
    return [level for level, count in times.items() if count > 1]


def bounds(data: Dataset) -> Iterator[Fault]:
    """A bound points the way that is good, and a figure that stands for one has a source."""
    ways = {own.kode: own.polaritas for own in data.baris(Indikator)}
    for own in data.baris(Kinerja):
        good = ways.get(own.indikator)
        wrong = _wrong_way(own.target, good)
        if wrong:
            yield fault_at(own, "target", wrong)
        if own.nilai_batas is not None and not own.sumber_batas:
            yield fault_at(own, "sumber_batas", NO_SOURCE)


def _wrong_way(target: object, good: str | None) -> str:
    """That a bound points against the direction that is good; nothing where it does not."""
    if not isinstance(target, Batas) or good not in OTHER_WAY:
        return ""
    points = "turun" if target.tanda.startswith("<") else "naik"
    if points == good:
        return ""
    return f"batas ini searah dengan polaritas {points}, padahal {good}"
