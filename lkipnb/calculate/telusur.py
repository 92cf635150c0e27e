"""What the origins of numbers name beyond arithmetic, to compute a figure again from its cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from lkipnb.model import RentangNilai

SERATUS, NOL = Decimal(100), Decimal(0)

ATURAN: Mapping[str, Callable[..., object]] = {
    "dalam_rentang": lambda value, low, high: SERATUS if low <= value <= high else NOL,
    "peringkat": lambda level, ladder: Decimal(ladder.split("; ").index(level) + 1),
    "sama": lambda one, other: SERATUS if one == other else NOL,
    "dipenuhi": lambda value, way: (
        SERATUS if (value >= 0 if way == "naik" else value <= 0) else NOL
    ),
    "paling_tinggi": min,
    "paling_rendah": max,
    "habis": lambda value, done, target: value,
    "selang": RentangNilai,
    "berdampingan": RentangNilai,
    "antara_0_dan_100": lambda value: min(SERATUS, max(NOL, value)),
}

ARTI = {
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
