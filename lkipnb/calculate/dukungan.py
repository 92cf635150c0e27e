"""The budget behind an indicator or a sasaran: the lines that serve it, each counted once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lkipnb.calculate.serapan import jumlah_baris, pohon
from lkipnb.calculate.urutan import berurut
from lkipnb.model import BagianAnggaran, Penunjang, Realisasi
from lkipnb.schemas import Dukungan, Indikator

TANPA = Realisasi(
    pagu_murni_rp=None,
    pagu_rp=None,
    realisasi_rp=None,
    sisa_rp=None,
    serapan_persen=None,
    fisik_persen=None,
)


def pendukung(kode: str, indikator: Iterable[Indikator], dukungan: Iterable[Dukungan]) -> list[str]:
    """The budget codes that serve an indicator, or a sasaran directly or through its indicators, in
    order.
    """
    served = {kode}
    served |= {row.kode for row in indikator if row.sasaran == kode}
    named = dict.fromkeys(row.kode_rekening for row in dukungan if row.kode in served)
    return berurut(named)


def bersama(
    kode: str, pendukung: Mapping[str, Sequence[str]], semua: BagianAnggaran
) -> tuple[str, ...]:
    """The other sasaran that a line behind one serves too, in their order; `pendukung` are the
    budget codes behind each.

    Their money counts whole for each of them, so together it is more than the budget.
    """
    own = _rinci(pendukung[kode], semua)
    return tuple(
        other
        for other, codes in pendukung.items()
        if other != kode and not own.isdisjoint(_rinci(codes, semua))
    )


def _rinci(codes: Sequence[str], semua: BagianAnggaran) -> set[str]:
    """The codes of the lines without lines below them that stand under `codes`."""
    tree = pohon(semua.baris)
    chosen = set(codes)
    lines = [line.kode_rekening for line in semua.rinci]
    return {line for line in lines if not chosen.isdisjoint(tree.garis(line))}


def penunjang(codes: Sequence[str], semua: BagianAnggaran) -> Penunjang:
    """The sum over all lines without lines below them that stand under `codes`.

    A line that stands under two of the codes counts once.
    """
    if not codes:
        return Penunjang(program=(), **vars(TANPA))
    under = _rinci(codes, semua)
    lines = [line for line in semua.rinci if line.kode_rekening in under]
    return Penunjang(program=tuple(codes), **vars(jumlah_baris(lines)))
