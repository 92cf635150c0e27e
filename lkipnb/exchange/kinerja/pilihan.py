"""What a person decides of a table of indicators that the file does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lkipnb.errors import UsageError
from lkipnb.exchange.kinerja.kolom import VALUES, WORDS
from lkipnb.exchange.lra.lembar import tempat

NOL, KOSONG = "nol", "kosong"  # what a dash means
LAMA, BARU = "lama", "baru"  # what stays where a table and the file differ
_OF_A_TIME = re.compile(r"(?:target|realisasi)-(?:tw[1-4]|20[0-9]{2})|renstra-20[0-9]{2}")


@dataclass(frozen=True)
class Pilihan:
    """The year, the sheet, what a dash means, whether doubtful figures are taken as they stand, and
    columns by what they hold; None for one that is not to be used.
    """

    tahun: int | None = None
    lembar: str | None = None
    tanda_hubung: str | None = None
    apa_adanya: bool = False
    kolom: Mapping[str, int | None] = field(default_factory=dict)


def baca_kolom(told: Iterable[str]) -> dict[str, int | None]:
    """`realisasi=H`, `target-tw1=F`, `capaian=`.  Raises UsageError."""
    return dict(_one(each) for each in told)


def _one(told: str) -> tuple[str, int | None]:
    name, equals, letters = told.partition("=")
    name = name.strip().lower()
    is_known = name in (*WORDS, *VALUES) or bool(_OF_A_TIME.fullmatch(name))
    if not is_known or not equals:
        raise UsageError(
            f"--kolom {told}: diharapkan misalnya realisasi=H; yang dapat disebut:"
            f" {', '.join((*WORDS, *VALUES))}, target-tw1, realisasi-2023, renstra-2026"
        )
    place = tempat(letters) if letters.strip() else None
    if letters.strip() and place is None:
        raise UsageError(f"--kolom {told}: diharapkan satu huruf kolom, misalnya H")
    return name, place
