"""The capaian of a sasaran against the absorption of the budget that serves it."""

from __future__ import annotations

from collections.abc import Sequence

from lkipnb.calculate.rumus import TERCAPAI
from lkipnb.model import EfisiensiIndikator, EfisiensiSasaran
from lkipnb.present.format import length, persen
from lkipnb.present.kalimat import Kalimat


def pertimbangan(sasaran: EfisiensiSasaran) -> str:
    """Whether the resources were used efficiently: never said of a target that was missed."""
    if sasaran.a < 0:
        return "serapan lebih tinggi daripada capaian, sehingga pemakaian sumber daya belum efisien"
    if sasaran.capaian_persen < TERCAPAI:
        return (
            "capaian tidak lebih rendah daripada serapan, tetapi rata-ratanya belum mencapai"
            " target, sehingga pemakaian sumber daya belum dapat disebut efisien"
        )
    return (
        "capaian tidak lebih rendah daripada serapan, sehingga sumber daya dipakai dengan efisien"
    )


def sisa_anggaran(sasaran: EfisiensiSasaran) -> Kalimat:
    """What was left of the budget where the mean is met; indicators that are not met are named."""
    left = sasaran.b
    if left is None:
        return Kalimat()
    short, unknown = sasaran.banyak_belum, _unknown(sasaran)
    if not short and not unknown:
        return Kalimat("Target tercapai dengan sisa anggaran ", persen(left), ".")
    return Kalimat(
        "Rata-rata capaiannya tidak kurang dari 100% dengan sisa anggaran ",
        persen(left),
        ", tetapi ",
        Kalimat(short, " indikatornya belum mencapai target") if short else "",
        " dan " if short and unknown else "",
        Kalimat(unknown, " indikatornya belum dapat dinilai") if unknown else "",
        ".",
    )


def _unknown(sasaran: EfisiensiSasaran) -> object:
    """How many indicators are neither met nor missed."""
    silent, uncounted = sasaran.banyak_belum_dilaporkan, sasaran.banyak_tidak_terhitung
    return silent + uncounted


def lingkup(
    sasaran: EfisiensiSasaran, efisiensi: Sequence[EfisiensiIndikator], *, langsung: bool
) -> Kalimat:
    """That the money of some indicators only is known; empty where the money of all is.

    `efisiensi` are the indicators of the sasaran; `langsung` says that money serves it directly.
    """
    linked = [row for row in efisiensi if row.program]
    whole = sasaran.banyak_indikator
    if langsung or not linked or len(linked) == whole:
        return Kalimat()
    return Kalimat(
        "Anggaran yang dibandingkan hanya menunjang ",
        length(linked),
        " dari ",
        whole,
        " indikatornya, sehingga perbandingan ini belum menggambarkan seluruh sasaran.",
    )
