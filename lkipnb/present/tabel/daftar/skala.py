"""The predicate scale in words."""

from __future__ import annotations

from lkipnb.present.bahan import Bahan
from lkipnb.present.format import angka
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.rules import Skala

KOLOM = (Kolom("selang", "Capaian", 55, kepala=True), Kolom("predikat", "Predikat", 45))


def sajian(bahan: Bahan) -> Sajian:
    """The intervals of the scale, from high to low."""
    scale = bahan.skala
    return Sajian(
        "Skala predikat capaian kinerja",
        KOLOM,
        [
            Baris({"selang": selang_berkata(n, scale), "predikat": selang.predikat})
            for n, selang in enumerate(scale.selang)
        ],
        bahan.data.profil.pengukuran.dasar_skala or scale.dasar,
    )


def selang_berkata(n: int, skala: Skala) -> str:
    """`80% sampai kurang dari 90%`: the n-th interval of the scale, with the bounds that belong to
    it.
    """
    selang = skala.selang[n]
    if selang.tepat:
        return f"tepat {angka(selang.dari)}%"
    if selang.sampai is None and skala.memuat_bawah(n):
        return f"{angka(selang.dari)}% atau lebih"
    if selang.sampai is None:
        return _start(n, skala)
    if selang.dari is None and skala.memuat_atas(n):
        return f"{angka(selang.sampai)}% atau kurang"
    if selang.dari is None:
        return _end(n, skala)
    return f"{_start(n, skala)} sampai {_end(n, skala)}"


def _end(n: int, skala: Skala) -> str:
    high = f"{angka(skala.selang[n].sampai)}%"
    if skala.memuat_atas(n):
        return high
    return f"kurang dari {high}"


def _start(n: int, skala: Skala) -> str:
    low = f"{angka(skala.selang[n].dari)}%"
    if skala.memuat_bawah(n):
        return low
    return f"lebih dari {low}"
