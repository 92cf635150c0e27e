"""Indicators that sum or average others: these exist, in one unit, and never lead back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkipnb.check.cells import fault_of
from lkipnb.errors import Fault
from lkipnb.model import Dataset, terpisah
from lkipnb.rules.satuan import satuan
from lkipnb.schemas import Indikator

NO_PARTS = "kode indikatornya belum diisi, dipisah titik koma"
Kinds = Mapping[str, Indikator]


def faults(data: Dataset) -> Iterator[Fault]:
    kinds = {own.kode: own for own in data.baris(Indikator)}
    for own in data.baris(Indikator):
        parts = _parts(own)
        if own.turunan and not parts:
            yield fault_of(own, "turunan_dari", None, NO_PARTS)
        for kode in parts:
            wrong = _unfit(kode, own, kinds)
            if wrong:
                yield fault_of(own, "turunan_dari", kode, wrong)


def _parts(own: Indikator) -> list[str]:
    """The codes of the indicators that one sums or averages."""
    if not own.turunan:
        return []
    return terpisah(own.turunan_dari)


def _unfit(kode: str, own: Indikator, kinds: Kinds) -> str:
    """Why an indicator cannot be a part of another; nothing where it can."""
    part = kinds.get(kode)
    if part is None:
        return f"tidak ada di kolom kode pada {Indikator.table.file}"
    if own.kode in _followed(kode, kinds):
        return f"{own.kode} mengikuti dari dirinya sendiri"
    unit = _unit(own)
    if _unit(part) != unit:
        return f"satuannya {_unit(part)}, berbeda dari {unit}"
    return ""


def _unit(own: Indikator) -> str:
    return satuan(own.satuan or "").nama


def _followed(kode: str, kinds: Kinds) -> set[str]:
    """The indicator and all that it follows from."""
    seen: set[str] = set()
    waiting = [kode]
    while waiting:
        at = waiting.pop()
        if at not in seen and at in kinds:
            seen.add(at)
            waiting += _parts(kinds[at])
    return seen
