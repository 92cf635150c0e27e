"""How many indicators met their target, missed it, or cannot be judged.

The counts are those of a `CapaianOpd`, of the agency or of one sasaran.
"""

from __future__ import annotations

from decimal import Decimal

from lkipnb.model import CapaianOpd, CapaianSasaran
from lkipnb.present.format import persen, terbilang
from lkipnb.present.kalimat import Kalimat, bila

BOTH = 2


def pencapaian(banyak: CapaianOpd) -> Kalimat:
    """`Sebanyak 2 indikator mencapai atau melampaui target dan 6 indikator belum mencapainya.`"""
    return Kalimat(
        _all_alike(banyak)
        or Kalimat(
            sebanyak(banyak.banyak_tercapai),
            " indikator mencapai atau melampaui target dan ",
            seberapa(banyak.banyak_belum),
            " indikator belum mencapainya.",
        ),
        tanpa_nilai(banyak),
    )


def sebanyak(banyak: Decimal) -> Kalimat:
    """The count that begins a sentence: `Sebanyak 3`, but `Satu`."""
    if banyak == 1:
        return Kalimat(terbilang(banyak, besar=True))
    return Kalimat("Sebanyak ", banyak)


def seberapa(banyak: Decimal) -> Kalimat:
    """The count within a sentence: `3`, but `satu`."""
    return Kalimat(terbilang(banyak) if banyak == 1 else banyak)


def pencapaian_dari(banyak: CapaianOpd) -> Kalimat:
    """The same, out of how many: `Dari 9 indikator, 2 mencapai ... dan 6 belum.`"""
    return Kalimat(
        _all_alike(banyak)
        or Kalimat(
            "Dari ",
            banyak.banyak_indikator,
            " indikator, ",
            banyak.banyak_tercapai,
            " mencapai atau melampaui target dan ",
            banyak.banyak_belum,
            " belum.",
        ),
        tanpa_nilai(banyak),
    )


def _all_alike(banyak: CapaianOpd) -> Kalimat:
    """What is said where all met their target, or none did; empty otherwise."""
    met, missed = banyak.banyak_tercapai, banyak.banyak_belum
    if met and missed:
        return Kalimat()
    judged = met + missed
    which = " indikator" if judged == banyak.banyak_indikator else " indikator yang dapat dinilai"
    if judged == 1:
        verdict = "mencapai atau melampaui targetnya" if met else "belum mencapai targetnya"
        return Kalimat("Satu-satunya", which, f" {verdict}.")
    if met:
        return Kalimat("Seluruh ", met, which, " mencapai atau melampaui target.")
    if missed:
        return Kalimat("Belum satu pun dari ", missed, which, " mencapai target.")
    return Kalimat("Belum ada indikator yang dapat dinilai.")


def tanpa_nilai(banyak: CapaianOpd) -> Kalimat:
    """Of the indicators that are neither met nor missed, how many and why; empty without any."""
    silent, uncounted = banyak.banyak_belum_dilaporkan, banyak.banyak_tidak_terhitung
    return Kalimat(
        bila(silent, " Realisasi ", silent, " indikator belum dilaporkan."),
        bila(uncounted, " Capaian ", uncounted, " indikator tidak terhitung."),
    )


def sebab_kosong(banyak: CapaianOpd) -> Kalimat:
    """Why there is no mean: `realisasi 3 indikatornya belum dilaporkan`."""
    silent, uncounted = banyak.banyak_belum_dilaporkan, banyak.banyak_tidak_terhitung
    if not banyak.banyak_indikator:
        return Kalimat("belum ada indikatornya")
    told = Kalimat(
        bila(silent, "realisasi ", silent, " indikatornya belum dilaporkan"),
        bila(silent and uncounted, " dan "),
        bila(uncounted, "capaian ", uncounted, " indikatornya tidak terhitung"),
    )
    return told or Kalimat("tidak satu pun indikatornya terhitung")


def capaian_sasaran(sasaran: CapaianSasaran) -> Kalimat:
    """What a sasaran came to, and how many of its indicators met their target."""
    start = Kalimat("Sasaran ", sasaran.nomor)
    if sasaran.capaian_persen is None:
        return Kalimat(start, " belum dapat dihitung: ", sebab_kosong(sasaran), ".")
    silent, uncounted = sasaran.banyak_belum_dilaporkan, sasaran.banyak_tidak_terhitung
    return Kalimat(
        start,
        " mencapai ",
        persen(sasaran.capaian_persen),
        f" ({sasaran.predikat}); ",
        _out_of(sasaran),
        bila(silent, ", ", silent, " belum dilaporkan"),
        bila(uncounted, ", ", uncounted, " tidak terhitung"),
        ".",
    )


def _out_of(sasaran: CapaianSasaran) -> Kalimat:
    """How many met the target, of those with a capaian or, where there are more, with a verdict."""
    judged = sasaran.banyak_tercapai + sasaran.banyak_belum
    which = _which(sasaran, judged)
    if judged == 1:
        verdict = "mencapai target" if sasaran.banyak_tercapai else "belum mencapai target"
        return Kalimat(f"satu-satunya indikator{which} {verdict}")
    met = sasaran.banyak_tercapai
    if met == judged:
        whole = Kalimat("kedua") if judged == BOTH else Kalimat("seluruh ", judged)
        return Kalimat(whole, f" indikatornya{which} mencapai target")
    return Kalimat(
        met or "tidak satu pun", " dari ", judged, f" indikatornya{which} mencapai target"
    )


def _which(sasaran: CapaianSasaran, judged: object) -> str:
    """Which indicators are counted; nothing where it is all of them."""
    if judged == sasaran.banyak_indikator:
        return ""
    return " yang terhitung" if judged == sasaran.banyak_terhitung else " yang dapat dinilai"


def ringkas_sasaran(sasaran: CapaianSasaran, rata_rata: str) -> Kalimat:
    """The same for the executive summary, to be read behind the name of the sasaran; `rata_rata` is
    the word for its mean.
    """
    if sasaran.capaian_persen is None:
        return Kalimat("capaiannya belum dapat dihitung: ", sebab_kosong(sasaran), ".")
    return Kalimat(
        f"{rata_rata} capaian ",
        persen(sasaran.capaian_persen),
        " dari ",
        sasaran.banyak_terhitung,
        f" indikator ({sasaran.predikat}).",
        tanpa_nilai(sasaran),
    )
