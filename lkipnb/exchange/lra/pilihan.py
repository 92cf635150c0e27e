"""What a person decides of an export that the file does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lkipnb.errors import UsageError
from lkipnb.exchange.lra.kolom import (
    FISIK,
    KODE,
    MURNI,
    PAGU,
    PERSEN,
    REALISASI,
    SHARES,
    SUMBER,
    URAIAN,
)
from lkipnb.exchange.lra.lembar import tempat

# How an option names what a column holds.
SEBUTAN = {
    "kode": KODE,
    "uraian": URAIAN,
    "murni": MURNI,
    "pagu": PAGU,
    "realisasi": REALISASI,
    "persen": PERSEN,
    "fisik": FISIK,
    "sumber": SUMBER,
}


# How an option names the unit of amounts.
SATUAN = {"rupiah": 1, "ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000}


@dataclass(frozen=True)
class Pilihan:
    """The fiscal year, the sheet, the unit of the agency, by how much amounts are to be multiplied,
    and the columns of a quantity, from 0; without any column for one that is to stay empty.
    `judul` are the headings that an export must have, as `pola` tells them.
    """

    tahun: int | None = None
    lembar: str | None = None
    unit: str | None = None
    satuan: int | None = None
    kolom: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    judul: Mapping[int, str] | None = None


def sebutan(kind: str) -> str:
    """How an option names what a column holds."""
    return next(name for name, held in SEBUTAN.items() if held == kind)


def baca_kolom(told: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """`realisasi=H`, `pagu=C+E`, `fisik=`.  Raises UsageError."""
    return dict(_one(each) for each in told)


def _one(told: str) -> tuple[str, tuple[int, ...]]:
    name, equals, letters = told.partition("=")
    kind = SEBUTAN.get(name.strip().lower())
    if kind is None or not equals:
        raise UsageError(
            f"--kolom {told}: diharapkan misalnya realisasi=H atau pagu=C+E; yang dapat disebut:"
            f" {', '.join(SEBUTAN)}"
        )
    if not letters.strip():
        return kind, ()
    places = [tempat(letter) for letter in letters.split("+")]
    known = tuple(place for place in places if place is not None)
    if kind in SHARES and len(known) > 1:
        raise UsageError(f"--kolom {told}: persen tidak dijumlahkan; sebutkan satu kolom")
    if len(known) < len(places):
        raise UsageError(f"--kolom {told}: diharapkan huruf kolom seperti di Excel, misalnya H")
    return kind, known
