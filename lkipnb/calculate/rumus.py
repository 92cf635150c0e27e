"""The formulas of capaian and the directions that are good: each in one entry.

A formula has the name of its rule in `rules/capaian.yaml`, which tells it in words and where it
comes from, and its cases stand in `tests/spec/capaian.yaml`.  An entry holds the arithmetic, and
what the origin of its figures names beyond arithmetic: in words, and how to compute it again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from lkipnb.asal import hitung
from lkipnb.calculate.persen import persen
from lkipnb.model import RentangNilai

TERCAPAI = Decimal(100)
GAGAL = Decimal(0)
Tangga = Sequence[str]


@dataclass(frozen=True)
class Langkah:
    """A step that is no arithmetic: what an origin calls it in words, and its function."""

    arti: str
    fungsi: Callable[..., object]


@dataclass(frozen=True)
class Rumus:
    """A formula.

    `hitung` takes target, realisasi and the levels of a ladder from worst to best, and gives
    percent, None where no ratio exists.  `langkah` are the steps that its origins name.  Of a
    formula that `habis` bounds, a realisasi of zero or less stands at the cap of the agency, which
    its neighbours reach.  `arah` tells which way is good where a value has no higher and lower.
    """

    hitung: Callable[..., Decimal | None]
    langkah: Mapping[str, Langkah] = field(default_factory=dict)
    habis: bool = False
    arah: str = ""


@dataclass(frozen=True)
class Arah:
    """A direction that is good: in words, how a met target and a missed one are told, and whether
    more is better.
    """

    sebutan: str
    lebih: str
    kurang: str
    menaik: bool

    def dipenuhi(self, nilai: Decimal, batas: Decimal) -> bool:
        """Whether a value is as good as a bound, or better."""
        return nilai >= batas if self.menaik else nilai <= batas

    def tangga(self, tingkat: Sequence[str]) -> list[str]:
        """The levels of a ladder, written from low to high, from worst to best."""
        return list(tingkat) if self.menaik else list(reversed(tingkat))


ARAH: Mapping[str, Arah] = {
    "naik": Arah("makin tinggi makin baik", "melampaui", "belum mencapai", menaik=True),
    "turun": Arah("makin rendah makin baik", "lebih baik daripada", "masih di atas", menaik=False),
}


def seratus_bila(met: bool) -> Decimal:
    """All or nothing."""
    return TERCAPAI if met else GAGAL


def _naik(target: Decimal, realisasi: Decimal, _: Tangga = ()) -> Decimal | None:
    if target <= 0:
        return None
    return persen(realisasi, target)


def _turun(target: Decimal, realisasi: Decimal, _: Tangga = ()) -> Decimal | None:
    if target <= 0:
        return None
    return persen(2 * target - realisasi, target)


def _terbalik(target: Decimal, realisasi: Decimal, _: Tangga = ()) -> Decimal | None:
    """Target over realisasi; nothing left of what should fall, or less, is a target fully met."""
    if target <= 0:
        return None
    if realisasi <= 0:
        return hitung("habis", TERCAPAI, TERCAPAI, realisasi, target)
    return persen(target, realisasi)


def _rentang(target: RentangNilai, realisasi: Decimal, _: Tangga = ()) -> Decimal | None:
    """100 inside the range; outside, against the nearest bound where that is above zero."""
    if target.dari <= realisasi <= target.sampai:
        return hitung("dalam_rentang", TERCAPAI, realisasi, target.dari, target.sampai)
    if realisasi < target.dari:
        return _naik(target.dari, realisasi)
    return _turun(target.sampai, realisasi)


def _jenjang(target: str, realisasi: str, tangga: Tangga) -> Decimal | None:
    """The rank of the level reached over the rank of the level promised; the worst level has rank
    1.
    """
    ladder = "; ".join(tangga)
    own = hitung("peringkat", _peringkat(realisasi, ladder), realisasi, ladder)
    promised = hitung("peringkat", _peringkat(target, ladder), target, ladder)
    return persen(own, promised)


def _ya_tidak(target: str, realisasi: str, _: Tangga = ()) -> Decimal | None:
    return hitung("sama", seratus_bila(realisasi == target), realisasi, target)


def _habis(value: Decimal, realisasi: object, target: object) -> Decimal:
    return value


def _dalam_rentang(value: Decimal, low: Decimal, high: Decimal) -> Decimal:
    return seratus_bila(low <= value <= high)


def _peringkat(level: str, ladder: str) -> Decimal:
    return Decimal(ladder.split("; ").index(level) + 1)


def _sama(one: object, other: object) -> Decimal:
    return seratus_bila(one == other)


RUMUS: Mapping[str, Rumus] = {
    "naik": Rumus(_naik),
    "turun": Rumus(_turun),
    "turun-t-per-r": Rumus(
        _terbalik,
        {
            "habis": Langkah(
                "nilai tertinggi bila realisasi nol untuk indikator yang diharapkan turun", _habis
            )
        },
        habis=True,
    ),
    "rentang": Rumus(
        _rentang,
        {"dalam_rentang": Langkah("100 bila di dalam rentang", _dalam_rentang)},
        arah="makin dekat ke rentang targetnya makin baik",
    ),
    "jenjang": Rumus(_jenjang, {"peringkat": Langkah("peringkat pada jenjang", _peringkat)}),
    "ya-tidak": Rumus(
        _ya_tidak,
        {"sama": Langkah("100 bila sama", _sama)},
        arah="tercapai bila sama dengan targetnya",
    ),
}
