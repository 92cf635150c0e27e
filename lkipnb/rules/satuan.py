"""The units that indicators are measured in, whatever way an agency writes them.

A unit that the table does not know stays usable: its values are written with it, and nothing is
multiplied.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import cache

from lkipnb.rules.bentuk import AturanSatuan
from lkipnb.rules.entri import entri

PERSEN, RUPIAH, CACAH = "persen", "rupiah", "cacah"
CLOSE = 0.75
NILAI = "{}"  # the place of the number in `bentuk`
_PER_NUMBER = re.compile(r"\bper\s+(?P<banyak>\d{1,3}(?:\.\d{3})+|\d+)\b")


@dataclass(frozen=True)
class Satuan:
    """A unit as an agency writes it.

    `kode` is its name in the table (`persen` for `%`), None for an unknown one; `nama` how a
    sentence names it; `pengali` turns a quotient into the unit; `bentuk` holds the place of the
    number; `selisih` is the unit of a difference.
    """

    kode: str | None
    nama: str
    pengali: Decimal
    bentuk: str
    selisih: str


@cache
def satuan(teks: str) -> Satuan:
    """What the table knows of a unit; of one that it does not know, that it stands behind its
    number.
    """
    kode = _names().get(_plain(teks))
    if kode is None:
        return _as_written(teks, _per_number(teks), teks)
    if kode == CACAH:
        return _as_written(teks, CACAH, _small(teks))
    rule = _table()[kode]
    return Satuan(kode, kode, rule.pengali, rule.bentuk or _behind(kode), rule.selisih or kode)


def _as_written(teks: str, kode: str | None, nama: str) -> Satuan:
    """A unit that stands behind its number by the name that it has in the text."""
    return Satuan(kode, nama, _multiplier(teks), _behind(nama), nama)


def mirip(teks: str) -> list[str]:
    """The units whose spelling is closest to that of an unknown one, the closest first."""
    found = get_close_matches(_plain(teks), _names(), n=3, cutoff=CLOSE)
    return list(dict.fromkeys(_unit_of(spelling) for spelling in found))


def _unit_of(spelling: str) -> str:
    """The unit of a known spelling; something that is counted is a unit by its own name."""
    name = _names()[spelling]
    if name == CACAH:
        return spelling
    return name


def _small(teks: str) -> str:
    """Without the capital of a table cell; an abbreviation keeps its own."""
    if teks[1:2].isupper():
        return teks
    return teks[:1].lower() + teks[1:]


def _behind(nama: str) -> str:
    return f"{NILAI} {nama}"


def _multiplier(teks: str) -> Decimal:
    """`kematian per 100.000 kelahiran hidup` multiplies a quotient by 100.000."""
    found = _PER_NUMBER.search(_plain(teks))
    if found is None:
        return Decimal(1)
    digits = found["banyak"].replace(".", "")
    return Decimal(digits)


def _per_number(teks: str) -> str | None:
    if _PER_NUMBER.search(_plain(teks)):
        return "per"
    return None


def _plain(teks: str) -> str:
    return " ".join(teks.casefold().split())


@cache
def _table() -> Mapping[str, AturanSatuan]:
    return entri("satuan.yaml", AturanSatuan)


@cache
def _names() -> Mapping[str, str]:
    """Every spelling with the name of its unit."""
    names = {name: name for name in _table() if name != CACAH}
    for name, rule in _table().items():
        for spelling in rule.sebutan:
            names[_plain(spelling)] = name
    return names
