"""A region in one year: its agencies, and totals that come from sums alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.batch.summary import Summary

COUNTED = (
    "tercapai",
    "belum",
    "belum_dilaporkan",
    "tidak_terhitung",
    "galat",
    "peringatan",
    "catatan",
)


@dataclass(frozen=True)
class Region:
    """The agencies with a report, those without, and the totals of the former.

    The budget is the sum over the agencies that tell both amounts (`banyak_beranggaran`); serapan
    is sum over sum.  A mean of the agencies' percentages is nowhere made.
    """

    tahun: int
    jadi: tuple[Summary, ...]
    gagal: tuple[Summary, ...]
    banyak_beranggaran: int
    pagu_rp: Decimal
    realisasi_rp: Decimal
    jumlah: dict[str, int]

    @property
    def serapan_persen(self) -> Decimal | None:
        if not self.pagu_rp:
            return None
        return self.realisasi_rp / self.pagu_rp * 100


def regions(summaries: Sequence[Summary]) -> list[Region]:
    """A region for each year, in order."""
    years = sorted({one.tahun for one in summaries})
    return [_region(year, [one for one in summaries if one.tahun == year]) for year in years]


def number(text: str | None) -> Decimal | None:
    """A figure of a summary."""
    return None if text is None else Decimal(text)


def _region(year: int, summaries: Sequence[Summary]) -> Region:
    made = tuple(one for one in summaries if not one.sebab)
    amounts = [amount for amount in map(_amounts, made) if amount is not None]
    return Region(
        tahun=year,
        jadi=made,
        gagal=tuple(one for one in summaries if one.sebab),
        banyak_beranggaran=len(amounts),
        pagu_rp=sum((pagu for pagu, _ in amounts), Decimal(0)),
        realisasi_rp=sum((spent for _, spent in amounts), Decimal(0)),
        jumlah={name: _count(name, made) for name in COUNTED},
    )


def _amounts(one: Summary) -> tuple[Decimal, Decimal] | None:
    """Pagu and realisasi of an agency; None where one of them is not known."""
    pagu, spent = number(one.pagu_rp), number(one.realisasi_rp)
    if pagu is None or spent is None:
        return None
    return pagu, spent


def _count(name: str, made: Sequence[Summary]) -> int:
    """What the agencies count together under one name of COUNTED."""
    return sum(getattr(one, name) for one in made)
