"""What the origins of numbers name beyond arithmetic, to compute a figure again from its cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from lkipnb.calculate.persen import SERATUS
from lkipnb.model import RentangNilai

NOL = Decimal(0)


def _seratus_bila(met: bool) -> Decimal:
    return SERATUS if met else NOL


def _dalam_rentang(value: Decimal, low: Decimal, high: Decimal) -> Decimal:
    return _seratus_bila(low <= value <= high)


def _peringkat(level: str, ladder: str) -> Decimal:
    return Decimal(ladder.split("; ").index(level) + 1)


def _sama(one: object, other: object) -> Decimal:
    return _seratus_bila(one == other)


def _dipenuhi(value: Decimal, polaritas: str) -> Decimal:
    return _seratus_bila(value >= 0 if polaritas == "naik" else value <= 0)


def _habis(value: Decimal, realisasi: object, target: object) -> Decimal:
    return value


def _antara_0_dan_100(value: Decimal) -> Decimal:
    return min(SERATUS, max(NOL, value))


ATURAN: Mapping[str, Callable[..., object]] = {
    "dalam_rentang": _dalam_rentang,
    "peringkat": _peringkat,
    "sama": _sama,
    "dipenuhi": _dipenuhi,
    "paling_tinggi": min,
    "paling_rendah": max,
    "habis": _habis,
    "selang": RentangNilai,
    "berdampingan": RentangNilai,
    "antara_0_dan_100": _antara_0_dan_100,
}

ARTI: Mapping[str, str] = {
    "dalam_rentang": "100 bila di dalam rentang",
    "peringkat": "peringkat pada jenjang",
    "sama": "100 bila sama",
    "dipenuhi": "100 bila target nol dipenuhi",
    "paling_tinggi": "yang lebih kecil di antara",
    "paling_rendah": "yang lebih besar di antara",
    "habis": "nilai tertinggi bila realisasi nol untuk indikator yang diharapkan turun",
    "antara_0_dan_100": "paling rendah 0 dan paling tinggi 100",
    "selang": "dari dan sampai",
    "berdampingan": "realisasi dan target",
    "bulat": "dibulatkan",
    "banyak": "banyaknya",
    "baris": "banyaknya baris tabel",
}
