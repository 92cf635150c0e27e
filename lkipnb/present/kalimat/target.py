"""A realisasi against the target of its year."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lkipnb.calculate.capaian import TANPA_TARGET, TIDAK_BERLAKU
from lkipnb.calculate.riwayat import YA_TIDAK
from lkipnb.model import Batas, Rasio
from lkipnb.present.format import nilai, persen, seperti
from lkipnb.present.kalimat import Kalimat

Row = Mapping[str, object]
TEPAT = "tepat memenuhi"
RENTANG = {True: "berada dalam rentang", False: "berada di luar rentang"}
SYARAT = {True: "memenuhi", False: "belum memenuhi"}


def hubungan(indikator: Row) -> str:
    """How the realisasi stands to the target, as a verb; empty where nobody can say."""
    met = indikator["tercapai"]
    if met is None:
        return ""
    if indikator["jenis"] == "rentang":
        return RENTANG[met]
    if isinstance(indikator["target"], Batas) or indikator["jenis"] == YA_TIDAK:
        return SYARAT[met]
    if indikator["realisasi"] == indikator["target"]:
        return TEPAT
    return _lebih(indikator) if met else _kalah(indikator)


def _lebih(indikator: Row) -> str:
    return "melampaui" if indikator["polaritas"] == "naik" else "lebih baik daripada"


def _kalah(indikator: Row) -> str:
    """Of what should fall, a miss stands above its target."""
    above = indikator["polaritas"] == "turun" and _measured(indikator["realisasi"])
    return "masih di atas" if above else "belum mencapai"


def _measured(value: object) -> bool:
    """Whether `di atas` says which way; of a ratio 1:n it does not."""
    return isinstance(value, Decimal) and not isinstance(value, Rasio)


def terhadap_target(indikator: Row, tahun: int) -> Kalimat:
    """The realisasi against the target and the capaian; without a verdict, why there is none."""
    verb = hubungan(indikator)
    if not verb:
        return _tanpa_capaian(indikator, tahun)
    told = Kalimat("Realisasi ", bersatuan(indikator, "realisasi"), f" {verb} target")
    if verb == TEPAT:
        return Kalimat(told, _capaian(indikator, ", sehingga"))
    return Kalimat(told, " ", bersatuan(indikator, "target"), _capaian(indikator, ";"))


def _capaian(indikator: Row, sambung: str) -> Kalimat:
    """The capaian behind the verdict, and how much is missing; or why there is no capaian."""
    if indikator["capaian_persen"] is None:
        return Kalimat("; ", _sebab(indikator["keterangan"]), ".")
    return Kalimat(
        f"{sambung} capaiannya ",
        persen(indikator["capaian_persen"]),
        f" ({indikator['predikat']})",
        _kurang(indikator),
        ".",
    )


def _kurang(indikator: Row) -> Kalimat:
    """The distance from a target that is one value and was missed."""
    gap, target = indikator["selisih"], indikator["target"]
    if indikator["tercapai"] or gap is None or isinstance(target, Batas):
        return Kalimat()
    return Kalimat(", selisih ", nilai(gap, indikator["satuan_selisih"]), " dari target")


def _tanpa_capaian(indikator: Row, tahun: int) -> Kalimat:
    why = indikator["keterangan"]
    if why == TANPA_TARGET:
        return Kalimat(f"Target tahun {tahun} tidak ada, sehingga capaian tidak dihitung.")
    if why == TIDAK_BERLAKU and not _has_target(indikator):
        return Kalimat(f"Indikator ini tidak berlaku tahun {tahun}.")
    target = bersatuan(indikator, "target")
    return Kalimat(f"Target tahun {tahun} adalah ", target, "; ", _sebab(why), ".")


def _has_target(indikator: Row) -> bool:
    return isinstance(indikator["target"], str | Decimal) or indikator["jenis"] == "rentang"


def _sebab(keterangan: str) -> str:
    """A reason that names the capaian itself stands alone."""
    alone = "tidak terhitung" in keterangan
    return keterangan if alone else f"capaian tidak dihitung karena {keterangan}"


def bersatuan(indikator: Row, name: str) -> str:
    """A target or realisasi with its unit; a yes or no in quotation marks."""
    told = nilai(indikator[name], indikator["satuan"])
    return seperti(f"“{told}”", told) if indikator["jenis"] == YA_TIDAK else told


def sejak(indikator: Row, tahun: int) -> str:
    """Since when every target was met, or none; empty for this year alone."""
    first = indikator["status_sejak"]
    if first is None or first >= tahun:
        return ""
    verdict = "tercapai" if indikator["tercapai"] else "tidak tercapai"
    return f"Setiap tahun sejak {first} targetnya {verdict}."
