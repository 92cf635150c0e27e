"""How an indicator is computed, as far as the agency tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkipnb.model import turunan_dari

Row = Mapping[str, object]


def bercara(indikator: Row) -> bool:
    """Whether the agency tells how the indicator is computed."""
    return bool(indikator["pembilang"] or indikator["penyebut"] or turunan_dari(indikator))


def perincian(indikator: Sequence[Row]) -> str:
    """What the table of indicators tells of them, as the beginning of a sentence."""
    told = [bercara(row) for row in indikator]
    if all(told):
        return "Cara menghitung tiap indikator, arah yang diharapkan, dan satuannya"
    if any(told):
        return "Satuan dan arah tiap indikator, dan cara menghitungnya sejauh ditetapkan,"
    return "Satuan dan arah tiap indikator"
