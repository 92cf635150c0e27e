"""A realisasi against the target of its year."""

from __future__ import annotations

from decimal import Decimal

from lkipnb.calculate.perubahan import YA_TIDAK
from lkipnb.calculate.putusan import TANPA_TARGET, TIDAK_BERLAKU
from lkipnb.calculate.rumus import ARAH
from lkipnb.model import Batas, Perbandingan, Rasio
from lkipnb.present.format import nilai, persen, seperti
from lkipnb.present.kalimat import Kalimat
from lkipnb.rules.satuan import satuan

TEPAT = "tepat memenuhi"
RENTANG = {True: "berada dalam rentang", False: "berada di luar rentang"}
SYARAT = {True: "memenuhi", False: "belum memenuhi"}


def hubungan(indikator: Perbandingan) -> str:
    """How the realisasi stands to the target, as a verb; empty where nobody can say."""
    met = indikator.tercapai
    if met is None:
        return ""
    if indikator.jenis == "rentang":
        return RENTANG[met]
    if isinstance(indikator.target, Batas) or indikator.jenis == YA_TIDAK:
        return SYARAT[met]
    if indikator.realisasi == indikator.target:
        return TEPAT
    if met:
        return ARAH[indikator.polaritas].lebih
    return _kalah(indikator)


def _kalah(indikator: Perbandingan) -> str:
    """Of what should fall, a miss stands above its target, as far as it says which way."""
    falls = not ARAH[indikator.polaritas].menaik
    way = indikator.polaritas if falls and _measured(indikator.realisasi) else "naik"
    return ARAH[way].kurang


def _measured(value: object) -> bool:
    """Whether `di atas` says which way; of a ratio 1:n it does not."""
    return isinstance(value, Decimal) and not isinstance(value, Rasio)


def terhadap_target(indikator: Perbandingan, tahun: int) -> Kalimat:
    """The realisasi against the target and the capaian; without a verdict, why there is none."""
    verb = hubungan(indikator)
    if not verb:
        return _tanpa_capaian(indikator, tahun)
    told = Kalimat("Realisasi ", bersatuan(indikator, indikator.realisasi), f" {verb} target")
    if verb == TEPAT:
        return Kalimat(told, _capaian(indikator, ", sehingga"))
    return Kalimat(told, " ", bersatuan(indikator, indikator.target), _capaian(indikator, ";"))


def _capaian(indikator: Perbandingan, sambung: str) -> Kalimat:
    """The capaian behind the verdict, and how much is missing; or why there is no capaian."""
    if indikator.capaian_persen is None:
        return Kalimat("; ", _sebab(indikator.keterangan), ".")
    return Kalimat(
        f"{sambung} capaiannya ",
        persen(indikator.capaian_persen),
        f" ({indikator.predikat})",
        _kurang(indikator),
        ".",
    )


def _kurang(indikator: Perbandingan) -> Kalimat:
    """The distance from a target that is one value and was missed."""
    gap, target = indikator.selisih, indikator.target
    if indikator.tercapai or gap is None or isinstance(target, Batas):
        return Kalimat()
    return Kalimat(", selisih ", nilai(gap, satuan(indikator.satuan).selisih), " dari target")


def _tanpa_capaian(indikator: Perbandingan, tahun: int) -> Kalimat:
    why = indikator.keterangan
    if why == TANPA_TARGET:
        return Kalimat(f"Target tahun {tahun} tidak ada, sehingga capaian tidak dihitung.")
    if why == TIDAK_BERLAKU and not _has_target(indikator):
        return Kalimat(f"Indikator ini tidak berlaku tahun {tahun}.")
    target = bersatuan(indikator, indikator.target)
    return Kalimat(f"Target tahun {tahun} adalah ", target, "; ", _sebab(why), ".")


def _has_target(indikator: Perbandingan) -> bool:
    return isinstance(indikator.target, str | Decimal) or indikator.jenis == "rentang"


def _sebab(keterangan: str) -> str:
    """A reason that names the capaian itself stands alone."""
    alone = "tidak terhitung" in keterangan
    if alone:
        return keterangan
    return f"capaian tidak dihitung karena {keterangan}"


def bersatuan(indikator: Perbandingan, value: object) -> str:
    """A target or realisasi with its unit; a yes or no in quotation marks."""
    told = nilai(value, indikator.satuan)
    if indikator.jenis == YA_TIDAK:
        return seperti(f"“{told}”", told)
    return told


def sejak(indikator: Perbandingan, tahun: int) -> str:
    """Since when every target was met, or none; empty for this year alone."""
    first = indikator.status_sejak
    if first is None or first >= tahun:
        return ""
    verdict = "tercapai" if indikator.tercapai else "tidak tercapai"
    return f"Setiap tahun sejak {first} targetnya {verdict}."
