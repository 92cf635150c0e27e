"""The predicate scale: a named one exists; the agency's own has no gap, no overlap and a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from lkipnb.check.cells import fault_at, fault_in_profile
from lkipnb.errors import Fault
from lkipnb.model import Dataset
from lkipnb.rules import rules
from lkipnb.rules.selang import SelangSalah
from lkipnb.rules.skala import SENDIRI, skala_dipakai
from lkipnb.schemas import SelangSkala

MOST_SHORT_SOURCE = 10  # characters; a rule without a source does not load
NO_SOURCE = "sebutkan dokumen yang menetapkan skala sendiri"
TOO_SHORT = "diharapkan paling sedikit dua predikat"


def faults(data: Dataset) -> Iterator[Fault]:
    measured = data.profil.pengukuran
    in_force = rules(data.tahun)
    if measured.skala == SENDIRI and len(measured.dasar_skala) < MOST_SHORT_SOURCE:
        told = measured.dasar_skala or None
        yield fault_in_profile("pengukuran.dasar_skala", told, NO_SOURCE)
        return
    try:
        skala_dipakai(measured, data.baris(SelangSkala), in_force)
    except KeyError:
        named = ", ".join((*in_force.skala, SENDIRI))
        expected = f"diharapkan salah satu dari: {named}"
        yield fault_in_profile("pengukuran.skala", measured.skala, expected)
    except ValidationError as error:
        for detail in error.errors():
            yield _own(data.baris(SelangSkala), detail)


def _own(classes: tuple[SelangSkala, ...], detail: Mapping[str, Any]) -> Fault:
    """A fault of the agency's own scale, with its cell where it has one."""
    if detail["type"] == "too_short":
        return _whole(TOO_SHORT)
    reason = detail["msg"].removeprefix("Value error, ")
    wrong = detail.get("ctx", {}).get("error")
    if not isinstance(wrong, SelangSalah):
        return _whole(reason)
    row = next(own for own in classes if own.predikat == wrong.predikat)
    return fault_at(row, wrong.kolom, reason)


def _whole(expected: str) -> Fault:
    return Fault(SelangSkala.table.file, None, None, None, expected)
