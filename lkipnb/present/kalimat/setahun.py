"""The year in three sentences: what was reached, what was missed and why, what follows.

Why and what follows are the words of the agency's own analysis, never ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from lkipnb.model import CapaianIndikator, CapaianOpd, CapaianSasaran
from lkipnb.present.format import huruf_kecil, persen
from lkipnb.present.kalimat import Kalimat, bila
from lkipnb.present.kalimat.banyak import sebanyak, tanpa_nilai
from lkipnb.present.kalimat.ujung import TERBANYAK, bersama
from lkipnb.schemas import Analisis

HAMBATAN, SOLUSI = "hambatan", "solusi"


def tercapai(banyak: CapaianOpd, sasaran: Sequence[CapaianSasaran]) -> Kalimat:
    """`Sebanyak 10 dari 15 indikator mencapai atau melampaui target; rata-rata tertinggi, 102,82%,
    pada sasaran 1.`
    """
    met, judged = banyak.banyak_tercapai, banyak.banyak_tercapai + banyak.banyak_belum
    if not judged:
        return Kalimat("Belum ada indikator yang dapat dinilai.")
    start = Kalimat(sebanyak(met), " dari ", judged, " indikator mencapai atau melampaui target")
    if met == judged:
        whole = Kalimat("Satu-satunya") if judged == 1 else Kalimat("Seluruh ", judged)
        start = Kalimat(whole, " indikator mencapai atau melampaui target")
    if not met:
        start = Kalimat("Belum satu pun dari ", judged, " indikator mencapai target")
    return Kalimat(start, _best(sasaran), ".")


def belum(
    banyak: CapaianOpd, indikator: Iterable[CapaianIndikator], analisis: Sequence[Analisis]
) -> Kalimat:
    """`Sebanyak 5 indikator belum mencapai target, terjauh pertumbuhan kunjungan rawat inap
    (-60,00%).  Hambatannya: pasien dirujuk langsung ke rumah sakit provinsi.`
    """
    missed = meleset(indikator)
    if not missed:
        silent = banyak.banyak_belum_dilaporkan + banyak.banyak_tidak_terhitung
        said = "Tidak ada indikator yang dinilai di bawah target." if silent else _NONE
        return Kalimat(said, tanpa_nilai(banyak))
    worst = [row for row in missed if row.capaian_persen == missed[0].capaian_persen]
    count = sebanyak(banyak.banyak_belum)
    start = Kalimat(count, " indikator belum mencapai target", _farthest(worst, missed))
    return Kalimat(start, ". ", _why(worst, missed, analisis), tanpa_nilai(banyak))


def selanjutnya(
    indikator: Iterable[CapaianIndikator], analisis: Sequence[Analisis], *, bertindak: bool
) -> Kalimat:
    """`Untuk pertumbuhan kunjungan rawat inap: ... Langkah tindak lanjut diuraikan dalam BAB IV.`

    `bertindak` says that the agency wrote what it will do.
    """
    row, told = _told(SOLUSI, meleset(indikator), analisis)
    solution = Kalimat("Untuk ", huruf_kecil(row.nama), ": ", told, ".") if row else Kalimat()
    where = "Langkah tindak lanjut diuraikan dalam BAB IV."
    if not bertindak:
        where = "" if solution else "Langkah tindak lanjut belum diisi."
    return Kalimat(solution, bila(solution and where, " "), where)


def meleset(indikator: Iterable[CapaianIndikator]) -> list[CapaianIndikator]:
    """The indicators that missed their target, the lowest capaian first; those without one last."""
    missed = [row for row in indikator if row.tercapai is False]
    return sorted(missed, key=lambda row: (row.capaian_persen is None, row.capaian_persen or 0))


_NONE = "Tidak ada indikator di bawah target."


def _best(sasaran: Sequence[CapaianSasaran]) -> Kalimat:
    """The sasaran with the highest mean; nothing where there is one only, or all are alike."""
    known = [row for row in sasaran if row.capaian_persen is not None]
    highest = max((row.capaian_persen or Decimal(0) for row in known), default=Decimal(0))
    best = [row for row in known if row.capaian_persen == highest]
    if len(sasaran) < 2 or len(best) != 1:
        return Kalimat()
    value = persen(best[0].capaian_persen)
    return Kalimat("; rata-rata tertinggi, ", value, ", pada sasaran ", best[0].nomor)


def _farthest(worst: Sequence[CapaianIndikator], missed: Sequence[CapaianIndikator]) -> Kalimat:
    """Which of them came least far, where that says more than their number."""
    value = worst[0].capaian_persen
    if value is None or len(worst) > TERBANYAK:
        return Kalimat()
    names = bersama([huruf_kecil(row.nama) for row in worst])
    which = ", terjauh " if len(missed) > len(worst) else ", yaitu "
    return Kalimat(which, names, " (", persen(value), ")")


def _why(
    worst: Sequence[CapaianIndikator],
    missed: Sequence[CapaianIndikator],
    analisis: Sequence[Analisis],
) -> Kalimat:
    """What held up the first of them that the analysis speaks of."""
    row, told = _told(HAMBATAN, missed, analisis)
    if row is None:
        return Kalimat("Sebabnya belum diuraikan dalam analisis.")
    if len(worst) == 1 and row is worst[0]:
        return Kalimat("Hambatannya: ", told, ".")
    return Kalimat("Hambatan ", huruf_kecil(row.nama), ": ", told, ".")


def _told(
    jenis: str, missed: Sequence[CapaianIndikator], analisis: Sequence[Analisis]
) -> tuple[CapaianIndikator | None, str]:
    """The first of them that the analysis speaks of, and what it says."""
    ordered = sorted(analisis, key=lambda each: each.urutan)
    for row in missed:
        for told in ordered:
            if told.indikator == row.kode and told.jenis == jenis:
                return row, huruf_kecil(told.uraian.strip().rstrip("."))
    return None, ""
