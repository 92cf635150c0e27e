"""Claims of the source document against what its own tables give."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from lkipnb.calculate.isi_ukuran import Isi
from lkipnb.calculate.rekening import tercetak
from lkipnb.calculate.ukuran import Terhitung, hitung
from lkipnb.errors import Fault
from lkipnb.model import BarisAnggaran, KlaimTerhitung
from lkipnb.schemas import Anggaran, Klaim
from lkipnb.schemas.ukuran import UkuranSalah, baca

_TWO_DECIMALS = Decimal("0.01")
_SEBUTAN = {"pagu_rp": "Pagu", "realisasi_rp": "Realisasi", "serapan_persen": "Serapan"}
_SATUAN = {"pagu_rp": "rupiah", "realisasi_rp": "rupiah", "serapan_persen": "persen"}
TANPA_UKURAN = "ukurannya tidak disebut"
TANPA_NILAI = "nilainya belum diisi"


def bandingkan(klaim: Iterable[Klaim], nilai: Iterable[Terhitung]) -> tuple[KlaimTerhitung, ...]:
    """The claims beside the computed values, one for each."""
    return tuple(_verdict(row, value) for row, value in zip(klaim, nilai, strict=True))


def _verdict(claim: Klaim, computed: Terhitung) -> KlaimTerhitung:
    rounded: Decimal | None = None
    same: bool | None = None
    why_not = computed.sebab if computed.nilai is None else ""
    if computed.nilai is not None and not isinstance(claim.nilai, Decimal):
        why_not = TANPA_NILAI
    elif computed.nilai is not None:
        rounded, same = dibandingkan(computed.nilai, claim.nilai, claim.nilai_sampai)
    return KlaimTerhitung(
        **vars(claim),
        terhitung=computed.nilai,
        terbulat=rounded,
        cocok=same,
        sebab=why_not,
        satuan_hasil=computed.satuan,
    )


def dibandingkan(terhitung: Decimal, nilai: Decimal, sampai: object = None) -> tuple[Decimal, bool]:
    """The computed value as a claim would print it, and whether the claim says the same.

    Every claim is compared so, in the report and in the audit: one figure to the decimals that it
    prints, an interval by its bounds, both included.
    """
    if isinstance(sampai, Decimal):
        return terhitung.quantize(_TWO_DECIMALS, ROUND_HALF_UP), nilai <= terhitung <= sampai
    exponent = nilai.as_tuple().exponent
    decimals = min(0, exponent) if isinstance(exponent, int) else 0
    rounded = terhitung.quantize(Decimal(1).scaleb(decimals), ROUND_HALF_UP)
    return rounded, rounded == nilai


def nilai_klaim(klaim: Iterable[Klaim], isi: Isi) -> tuple[list[Terhitung], list[Fault]]:
    """The value of each claim's measure, and a fault for each measure that names nothing."""
    values, faults = [], []
    for claim in klaim:
        try:
            values.append(_measured(claim, isi))
        except UkuranSalah as wrong:
            values.append(Terhitung(None, str(wrong)))
            faults.append(Fault(Klaim.table.file, claim.baris, "ukuran", claim.ukuran, str(wrong)))
    return values, faults


def _measured(claim: Klaim, isi: Isi) -> Terhitung:
    if not claim.ukuran:
        return Terhitung(None, TANPA_UKURAN)
    return hitung(baca(claim.ukuran), isi)


def klaim_anggaran(
    anggaran: Iterable[Anggaran], serapan: Iterable[BarisAnggaran]
) -> tuple[KlaimTerhitung, ...]:
    """What the budget table prints for figures that follow from its own rows, beside what follows.

    These are the percentage of every line and the amounts of every line with lines below it.
    `serapan` is the same table computed; a percentage without a realisasi is no claim, for it is
    all that is known.
    """
    computed = {line.kode_rekening: line for line in serapan}
    claims, values = [], []
    for line in anggaran:
        own = computed[line.kode_rekening]
        for column in _claimed(own):
            printed = getattr(line, column)
            if isinstance(printed, Decimal):
                claims.append(_printed(line, column, printed))
                values.append(Terhitung(getattr(own, column)))
    return bandingkan(claims, values)


def _claimed(own: BarisAnggaran) -> list[str]:
    """The columns of a line that claim something."""
    sums = [] if own.rinci else ["pagu_rp", "realisasi_rp"]
    if own.realisasi_rp is None:
        return sums
    return [*sums, "serapan_persen"]


def _printed(line: Anggaran, column: str, printed: Decimal) -> Klaim:
    kode = line.kode_rekening
    return Klaim(
        baris=line.baris,
        kode=f"{kode} {column}",
        tempat=f"Tabel anggaran, {tercetak(kode) or line.uraian}",
        uraian=f"{_SEBUTAN[column]} {line.uraian}",
        nilai=printed,
        nilai_sampai=None,
        satuan=_SATUAN[column],
        ukuran=f"anggaran_semua.{column}[kode_rekening={kode}]",
    )
