"""The capaian of a sasaran against the absorption of the budget that serves it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkipnb.calculate.rumus import TERCAPAI
from lkipnb.model import EfisiensiIndikator, EfisiensiSasaran
from lkipnb.present.format import angka, daftar, huruf_kecil, length, persen
from lkipnb.present.kalimat import Kalimat, bila

SETARA = 1  # percentage point: a smaller gap is none to speak of


def perbandingan(sasaran: EfisiensiSasaran, indikator: Sequence[EfisiensiIndikator]) -> Kalimat:
    """Capaian beside absorption, and what follows; or why they cannot be compared."""
    if sasaran.a is None:
        return _tak_terbanding(sasaran, indikator)
    return Kalimat(
        "Sasaran ini mencapai ",
        persen(sasaran.capaian_persen),
        " dengan menyerap ",
        persen(sasaran.serapan_persen),
        " anggaran penunjangnya. Selisihnya ",
        angka(sasaran.a, 2),
        f" poin persen: {pertimbangan(sasaran)}.",
    )


def _tak_terbanding(sasaran: EfisiensiSasaran, indikator: Sequence[EfisiensiIndikator]) -> Kalimat:
    if sasaran.serapan_persen is None:
        return Kalimat(
            "Efisiensi sasaran ini belum dapat dihitung karena realisasi anggaran penunjangnya"
            " belum lengkap."
        )
    left = [huruf_kecil(row.nama) for row in indikator if row.kode in sasaran.tanpa_capaian]
    return Kalimat(
        "Efisiensi sasaran ini tidak dihitung: anggaran penunjangnya, yang terserap ",
        persen(sasaran.serapan_persen),
        f", juga membiayai indikator yang capaiannya belum ada, yaitu {daftar(left)}.",
    )


def pertimbangan(sasaran: EfisiensiSasaran) -> str:
    """Whether the resources of a sasaran that can be compared were used efficiently: never said of
    a target that was missed.
    """
    gap, capaian = sasaran.a, sasaran.capaian_persen
    assert gap is not None
    assert capaian is not None
    if gap <= -SETARA:
        return "serapan lebih tinggi daripada capaian, sehingga pemakaian sumber daya belum efisien"
    told = _sandingan(gap)
    if capaian < TERCAPAI:
        return (
            f"{told}, tetapi rata-ratanya belum mencapai target, sehingga pemakaian sumber daya"
            " belum dapat disebut efisien"
        )
    if gap < 0:
        return f"{told}, sehingga pemakaian sumber daya sebanding dengan hasilnya"
    return f"{told}, sehingga sumber daya dipakai dengan efisien"


def _sandingan(gap: Decimal) -> str:
    """How the capaian stands to an absorption that is not clearly higher."""
    if gap >= SETARA:
        return "capaian lebih tinggi daripada serapan"
    if gap:
        return "capaian hampir sama dengan serapan"
    return "capaian sama dengan serapan"


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
        bila(short, short, " indikatornya belum mencapai target"),
        bila(short and unknown, " dan "),
        bila(unknown, unknown, " indikatornya belum dapat dinilai"),
        ".",
    )


def _unknown(sasaran: EfisiensiSasaran) -> object:
    """How many indicators are neither met nor missed."""
    silent, uncounted = sasaran.banyak_belum_dilaporkan, sasaran.banyak_tidak_terhitung
    return silent + uncounted


def bersama(sasaran: Sequence[int]) -> str:
    """That a budget counts for other sasaran too, by their numbers; empty where it does not."""
    if not sasaran:
        return ""
    others = daftar([str(number) for number in sasaran])
    return (
        f"Sebagian atau seluruhnya juga menunjang sasaran {others}. Pagu itu disebut utuh pada tiap"
        " sasaran, sehingga jumlah antarsasaran melebihi anggaran yang ada."
    )


def lingkup(
    sasaran: EfisiensiSasaran, efisiensi: Sequence[EfisiensiIndikator], *, langsung: bool
) -> Kalimat:
    """That the money of some indicators only is known; empty where the money of all is.

    `efisiensi` are the indicators of the sasaran; `langsung` says that money serves it directly.
    """
    linked = [row for row in efisiensi if row.program]
    whole = sasaran.banyak_indikator
    if sasaran.a is None or langsung or not linked or len(linked) == whole:
        return Kalimat()
    return Kalimat(
        "Anggaran yang dibandingkan hanya menunjang ",
        length(linked),
        " dari ",
        whole,
        " indikatornya, sehingga perbandingan ini belum menggambarkan seluruh sasaran.",
    )
