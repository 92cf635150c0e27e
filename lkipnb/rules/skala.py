"""The predicate scale that an agency uses: one of the named ones, or its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from lkipnb.model import Pengukuran
from lkipnb.rules.bentuk import Berlaku
from lkipnb.rules.selang import Skala
from lkipnb.rules.setahun import Rules
from lkipnb.schemas import SelangSkala

Baris = TypeVar("Baris", bound=Mapping[Any, Any])
SENDIRI = "sendiri"
SELANG = ("dari", "sampai", "predikat", "batas")


def skala_dipakai(pengukuran: Pengukuran, tabel: Iterable[SelangSkala], rules: Rules) -> Skala:
    """The scale named in the profile; for `sendiri` the one of the table `skala`.

    Raises KeyError for a name that does not exist, ValueError (pydantic) when the agency's own
    scale has a gap or an overlap, or does not say which document sets it.
    """
    if pengukuran.skala != SENDIRI:
        return rules.skala[pengukuran.skala]
    rows = dari_tinggi(map(vars, tabel))
    own = {
        "nama": "Skala instansi",
        "dasar": pengukuran.dasar_skala,
        "satuan": "persen",
        "berlaku": Berlaku(dari=rules.tahun, sampai=rules.tahun),
        "termasuk": pengukuran.batas_selang,
        "selang": [{name: row[name] for name in SELANG} for row in rows],
        "terendah": pengukuran.batas_bawah,
        "tertinggi": pengukuran.batas_capaian,
    }
    return Skala.model_validate(own)


def dari_tinggi(rows: Iterable[Baris]) -> list[Baris]:
    """The rows of a scale from high to low; a class of one number below the class that begins at
    it.
    """
    return sorted(rows, key=_bounds, reverse=True)


def _bounds(row: Mapping[Any, Any]) -> tuple[Decimal, Decimal]:
    return _bound(row["dari"], "-Infinity"), _bound(row["sampai"], "Infinity")


def _bound(value: Decimal | None, open_end: str) -> Decimal:
    if value is None:
        return Decimal(open_end)
    return value
