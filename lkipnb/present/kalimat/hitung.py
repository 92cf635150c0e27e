"""How an indicator is computed, as far as the agency tells it."""

from __future__ import annotations

from collections.abc import Sequence

from lkipnb.model import turunan_dari
from lkipnb.schemas import Indikator


def bercara(indikator: Indikator) -> bool:
    """Whether the agency tells how the indicator is computed."""
    derived = turunan_dari(indikator.turunan, indikator.turunan_dari)
    return bool(indikator.pembilang or indikator.penyebut or derived)


def perincian(indikator: Sequence[Indikator]) -> str:
    """What the table of indicators tells of them, as the beginning of a sentence."""
    told = [bercara(row) for row in indikator]
    if all(told):
        return "Cara menghitung tiap indikator, arah yang diharapkan, dan satuannya"
    if any(told):
        return "Satuan dan arah tiap indikator, dan cara menghitungnya sejauh ditetapkan,"
    return "Satuan dan arah tiap indikator"
