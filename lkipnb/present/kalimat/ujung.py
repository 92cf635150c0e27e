"""What stands highest and lowest, alone or together with others."""

from __future__ import annotations

from collections.abc import Sequence

from lkipnb.model import BarisAnggaran, Perbandingan, Ujung
from lkipnb.present import sebutan
from lkipnb.present.format import daftar, huruf_kecil, length, persen
from lkipnb.present.kalimat import Kalimat

TERBANYAK = 3  # of names that a sentence tells one by one


def capaian_ujung(ujung: Ujung[Perbandingan]) -> Kalimat:
    """The highest and the lowest capaian; empty where all indicators are alike."""
    if not ujung.terendah:
        return Kalimat()
    return Kalimat(
        "Capaian tertinggi ialah ",
        _at(ujung.tertinggi),
        " Capaian terendah ialah ",
        _at(ujung.terendah),
    )


def _at(rows: Sequence[Perbandingan]) -> Kalimat:
    """`133,33% pada indikator a dan b.`; of many only how many."""
    value = persen(rows[0].capaian_persen)
    if len(rows) > TERBANYAK:
        return Kalimat(value, " pada ", length(rows), " indikator.")
    return Kalimat(value, " pada indikator ", bersama([huruf_kecil(row.nama) for row in rows]), ".")


def serapan_ujung(terendah: Sequence[BarisAnggaran]) -> Kalimat:
    """The lowest absorption of the budget lines; empty where none stands out."""
    if not terendah:
        return Kalimat()
    value = persen(terendah[0].serapan_persen)
    if len(terendah) > TERBANYAK:
        where = Kalimat(length(terendah), f" {terendah[0].jenjang}")
    else:
        where = bersama([sebutan.baris(row) for row in terendah])
    return Kalimat("Serapan terendah, ", value, ", ada pada ", where, ".")


def bersama(names: Sequence[str]) -> Kalimat:
    """Names as a list of a sentence; one name keeps its origin."""
    return Kalimat(names[0] if len(names) == 1 else daftar(names))
