"""The budget behind an indicator or a sasaran: the lines that serve it, each counted once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def penunjang(codes: Sequence[str], semua: BagianAnggaran) -> Penunjang:
    """The sum over all lines without lines below them that stand under `codes`.

    A line that stands under two of the codes counts once.
    """
    if not codes:
        return Penunjang(program=(), **vars(TANPA))
    tree = pohon(semua.baris)
    chosen = set(codes)
    lines = [line for line in semua.rinci if not chosen.isdisjoint(tree.garis(line.kode_rekening))]
    return Penunjang(program=tuple(codes), **vars(jumlah_baris(lines)))
