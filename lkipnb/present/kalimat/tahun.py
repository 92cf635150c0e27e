"""This year's realisasi against that of last year."""

from __future__ import annotations

from collections.abc import Mapping

from lkipnb.calculate.riwayat import BARU, TANPA_DATA
from lkipnb.model import NOT_APPLICABLE
from lkipnb.present.format import nilai, persen
from lkipnb.present.kalimat import Kalimat
from lkipnb.present.kalimat.target import bersatuan

Row = Mapping[str, object]
KEADAAN = {True: "membaik", False: "memburuk", None: "tidak berubah"}


def terhadap_tahun_lalu(indikator: Row, tahun: int) -> Kalimat:
    """What has become of an indicator since last year, to be read behind its name."""
    why_not = _tanpa_pembanding(indikator, tahun)
    if why_not:
        return Kalimat(why_not)
    now, before = (bersatuan(indikator, name) for name in ("realisasi", "realisasi_lalu"))
    if indikator["realisasi"] == indikator["realisasi_lalu"]:
        return Kalimat("tetap ", now, ".")
    moved = Kalimat(f"{indikator['arah'] or 'berubah'} dari ", before, " menjadi ", now)
    judged = _keadaan(indikator) + _berlanjut(indikator, tahun)
    return Kalimat(moved, _besarnya(indikator), f"{judged}.")


def _tanpa_pembanding(indikator: Row, tahun: int) -> str:
    """Why the two years cannot be compared; empty where they can."""
    if indikator["catatan"] == BARU:
        return "adalah indikator baru; belum ada pembandingnya."
    if indikator["catatan"] == TANPA_DATA:
        return f"belum dapat dibandingkan: data tahun {tahun - 1} tidak tersedia."
    return _tanpa_nilai(indikator["realisasi"], indikator["realisasi_lalu"], tahun)


def _tanpa_nilai(now: object, before: object, tahun: int) -> str:
    if now is None:
        return "belum dilaporkan tahun ini."
    if now is NOT_APPLICABLE:
        return "tidak berlaku tahun ini, sehingga tidak dibandingkan dengan tahun lalu."
    if before is None:
        return f"tidak mempunyai realisasi tahun {tahun - 1}, sehingga perubahannya tidak dihitung."
    if before is NOT_APPLICABLE:
        return f"tidak berlaku pada tahun {tahun - 1}, sehingga perubahannya tidak dihitung."
    return ""


def _besarnya(indikator: Row) -> Kalimat:
    """By how much a number changed: in its unit, and in percent where that says more."""
    change, growth = indikator["besar_perubahan"], indikator["besar_pertumbuhan"]
    return Kalimat(
        "" if change is None else Kalimat(", atau ", nilai(change, indikator["satuan_selisih"])),
        "" if growth is None else Kalimat(" (", persen(growth), ")"),
    )


def _keadaan(indikator: Row) -> str:
    """Whether the change is for the better; of a change without a way nobody can say."""
    if indikator["membaik"] is None and indikator["arah"] is None:
        return "; arahnya tidak dapat ditentukan"
    return f"; keadaannya {KEADAAN[indikator['membaik']]}"


def _berlanjut(indikator: Row, tahun: int) -> str:
    since = indikator["searah_sejak"]
    if since is None or since >= tahun - 1:
        return ""
    return f", dan arah itu berlanjut setiap tahun sejak {since}"
