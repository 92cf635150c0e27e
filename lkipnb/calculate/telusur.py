"""What the origins of numbers name beyond arithmetic: in words, and to compute a figure again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from lkipnb.calculate.efisiensi import antara_0_dan_100
from lkipnb.calculate.rumus import ARAH, RUMUS, Langkah, seratus_bila
from lkipnb.model import RentangNilai


def _dipenuhi(value: Decimal, polaritas: str) -> Decimal:
    return seratus_bila(ARAH[polaritas].dipenuhi(value, Decimal(0)))


_OF_FORMULAS: Mapping[str, Langkah] = {
    name: step for formula in RUMUS.values() for name, step in formula.langkah.items()
}
_OF_ALL: Mapping[str, Langkah] = {
    "dipenuhi": Langkah("100 bila target nol dipenuhi", _dipenuhi),
    "paling_tinggi": Langkah("yang lebih kecil di antara", min),
    "paling_rendah": Langkah("yang lebih besar di antara", max),
    "selang": Langkah("dari dan sampai", RentangNilai),
    "berdampingan": Langkah("realisasi dan target", RentangNilai),
    "antara_0_dan_100": Langkah("paling rendah 0 dan paling tinggi 100", antara_0_dan_100),
}
_STEPS: Mapping[str, Langkah] = {**_OF_FORMULAS, **_OF_ALL}

ATURAN: Mapping[str, Callable[..., object]] = {name: step.fungsi for name, step in _STEPS.items()}

# What `asal` itself names has no function here.
ARTI: Mapping[str, str] = {
    **{name: step.arti for name, step in _STEPS.items()},
    "bulat": "dibulatkan",
    "banyak": "banyaknya",
    "baris": "banyaknya baris tabel",
}
