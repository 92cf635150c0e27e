"""Efficiency: what was achieved against what was spent, by the three customs of
`rules/efisiensi.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from lkipnb.asal import hitung
from lkipnb.calculate.persen import NOL, SERATUS
from lkipnb.calculate.rumus import TERCAPAI
from lkipnb.model import NOT_APPLICABLE, EfisiensiIndikator, NilaiEfisiensi
from lkipnb.rules import Efisiensi

KEMENKEU = "D"
TIDAK_DIKETAHUI = NilaiEfisiensi(a=None, b=None, e=None, ne=None)


def antara_0_dan_100(value: Decimal) -> Decimal:
    return min(SERATUS, max(NOL, value))


def efisiensi(
    capaian_persen: Decimal | None,
    serapan_persen: Decimal | None,
    aturan: Mapping[str, Efisiensi],
) -> NilaiEfisiensi:
    """Efficiency of a capaian reached with an absorption, both in percent; None where one is
    unknown.
    """
    if capaian_persen is None or serapan_persen is None:
        return TIDAK_DIKETAHUI
    e = _e(capaian_persen, serapan_persen)
    return NilaiEfisiensi(
        a=capaian_persen - serapan_persen,
        b=SERATUS - serapan_persen if capaian_persen >= TERCAPAI else None,
        e=e,
        ne=None if e is None else _ne(e, aturan[KEMENKEU]),
    )


def _e(capaian_persen: Decimal, serapan_persen: Decimal) -> Decimal | None:
    """The share that was saved, in percent."""
    if capaian_persen <= 0:
        return None
    return (1 - serapan_persen / capaian_persen) * 100


def _ne(e: Decimal, aturan: Efisiensi) -> Decimal:
    """`tengah` for E of nothing, 100 for E of `penuh`; at least 0 and at most 100."""
    value = aturan.tengah + e / aturan.penuh * aturan.tengah
    bound = antara_0_dan_100(value)
    if bound == value:
        return value
    return hitung("antara_0_dan_100", bound, value)


def tanpa_capaian(indikator: Iterable[EfisiensiIndikator], *, bersama: bool) -> tuple[str, ...]:
    """The indicators of a sasaran that have a part in its money and none in its capaian; `bersama`
    says that lines of the budget serve the sasaran as a whole.
    """
    return tuple(row.kode for row in indikator if _unmeasured(row, bersama))


def _unmeasured(row: EfisiensiIndikator, bersama: bool) -> bool:
    """What does not apply this year has no part in money that serves the sasaran as a whole."""
    shares = bersama and row.realisasi is not NOT_APPLICABLE
    return row.capaian_persen is None and (bool(row.program) or shares)
