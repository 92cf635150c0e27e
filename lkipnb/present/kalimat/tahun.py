"""This year's realisasi against that of last year."""

from __future__ import annotations

from collections.abc import Sequence

from lkipnb.calculate.renstra import AKUMULASI
from lkipnb.calculate.riwayat import BARU, TANPA_DATA
from lkipnb.model import NOT_APPLICABLE, Perbandingan, Rasio
from lkipnb.present.format import daftar, nilai, persen
from lkipnb.present.kalimat import Kalimat
from lkipnb.present.kalimat.target import bersatuan
from lkipnb.rules.satuan import satuan

TAMBAHAN = {
    "naik": "lebih banyak daripada",
    "turun": "lebih sedikit daripada",
    "tetap": "sama dengan",
}
KEADAAN = {True: "membaik", False: "memburuk", None: "tidak berubah"}


def terhadap_tahun_lalu(indikator: Perbandingan, tahun: int) -> Kalimat:
    """What has become of an indicator since last year, to be read behind its name."""
    why_not = _tanpa_pembanding(indikator, tahun)
    if why_not:
        return Kalimat(why_not)
    now = bersatuan(indikator, indikator.realisasi)
    before = bersatuan(indikator, indikator.realisasi_lalu)
    if indikator.realisasi == indikator.realisasi_lalu and not _accumulates(indikator):
        return Kalimat("tetap ", now, ".")
    if _accumulates(indikator):
        return _tambahan(indikator, now, before, tahun)
    moved = Kalimat(f"{_gerak(indikator)} dari ", before, " menjadi ", now)
    judged = _keadaan(indikator) + _berlanjut(indikator, tahun)
    return Kalimat(moved, _besarnya(indikator), f"{judged}.")


def _accumulates(indikator: Perbandingan) -> bool:
    """Whether each year adds to the years before it."""
    return indikator.sifat_target == AKUMULASI and indikator.perubahan is not None


def _tambahan(indikator: Perbandingan, now: str, before: str, tahun: int) -> Kalimat:
    """What this year added beside what last year did: a smaller addition is no fall."""
    assert indikator.arah is not None
    how = TAMBAHAN[indikator.arah]
    return Kalimat("menghasilkan ", now, f", {how} hasil tahun {tahun - 1} (", before, ").")


def _gerak(indikator: Perbandingan) -> str:
    """Which way it moved; of a ratio 1:n, whose number says nothing of it, whether it is better."""
    if isinstance(indikator.realisasi, Rasio) and indikator.membaik is not None:
        return KEADAAN[indikator.membaik]
    return indikator.arah or "berubah"


def _tanpa_pembanding(indikator: Perbandingan, tahun: int) -> str:
    """Why the two years cannot be compared; empty where they can."""
    if indikator.catatan == BARU:
        return "adalah indikator baru; belum ada pembandingnya."
    if indikator.catatan == TANPA_DATA:
        return f"belum dapat dibandingkan: data tahun {tahun - 1} tidak tersedia."
    return _tanpa_nilai(indikator.realisasi, indikator.realisasi_lalu, tahun)


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


def _besarnya(indikator: Perbandingan) -> Kalimat:
    """By how much a number changed: in its unit, and in percent where that says more."""
    change, growth = indikator.besar_perubahan, indikator.besar_pertumbuhan
    told = Kalimat()
    if change is not None:
        told = Kalimat(", atau ", nilai(change, satuan(indikator.satuan).selisih))
    if growth is not None:
        told = Kalimat(told, " (", persen(growth), ")")
    return told


def _keadaan(indikator: Perbandingan) -> str:
    """Whether the change is for the better; of a change without a way nobody can say."""
    if indikator.membaik is None and indikator.arah is None:
        return "; arahnya tidak dapat ditentukan"
    if isinstance(indikator.realisasi, Rasio):
        return ""
    return f"; keadaannya {KEADAAN[indikator.membaik]}"


def _berlanjut(indikator: Perbandingan, tahun: int) -> str:
    since = indikator.searah_sejak
    if since is None or since >= tahun - 1:
        return ""
    return f", dan arah itu berlanjut setiap tahun sejak {since}"


def tahun_berurut(years: Sequence[int]) -> str:
    """`2010–2018 dan 2020`: years in their order, those that follow each other as one run."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return daftar([f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs])
