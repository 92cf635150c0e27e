"""The rules in use with their source."""

from __future__ import annotations

from lkipnb.model import turunan_dari
from lkipnb.present.bahan import Bahan, has_rows
from lkipnb.present.format import daftar
from lkipnb.present.rumus import batas, rumus, target_nol
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian
from lkipnb.rules import Aturan

KOLOM = (
    Kolom("hal", "Hal", 22, kepala=True),
    Kolom("isi", "Aturan", 38),
    Kolom("dasar", "Dasar", 40),
)

OLEH_INSTANSI = (
    "Ditetapkan instansi dalam profilnya; PermenPANRB Nomor 53 Tahun 2014 tidak membatasi nilai"
    " capaian"
)


def sajian(bahan: Bahan) -> Sajian:
    """Of capaian, means, the scale, efficiency and the budget, as far as they are used."""
    baris = [
        *_derived(bahan),
        *_capaian(bahan),
        *_means(bahan),
        *_efficiency(bahan),
        *_budget(bahan),
    ]
    return Sajian("Aturan yang dipakai", KOLOM, baris)


def _derived(bahan: Bahan) -> list[Baris]:
    """How the realisasi of each indicator that follows from others is computed."""
    found = []
    for row in bahan.results.capaian:
        codes = turunan_dari(row.turunan, row.turunan_dari)
        if row.turunan and codes:
            rule = bahan.rules.turunan[row.turunan]
            told = f"{rule.tampil} {daftar(codes)}"
            found.append(_rule(f"Realisasi {row.kode}", told, rule))
    return found


def _capaian(bahan: Bahan) -> list[Baris]:
    measured = bahan.data.profil.pengukuran
    found = [_rule(f"Capaian, {used.hal}", used.tampil, used.aturan) for used in rumus(bahan)]
    if target_nol(bahan):
        zero = bahan.rules.target_nol[measured.target_nol]
        found.append(_rule("Target nol", zero.tampil, zero))
    if batas(bahan):
        found.append(Baris({"hal": "Batas capaian", "isi": batas(bahan), "dasar": OLEH_INSTANSI}))
    return found


def _means(bahan: Bahan) -> list[Baris]:
    mean = bahan.rules.rata_rata[bahan.data.profil.pengukuran.rata_rata]
    return [
        _rule("Rata-rata", mean.tampil, mean),
        _rule("Skala predikat", bahan.skala.nama, bahan.skala),
    ]


def _efficiency(bahan: Bahan) -> list[Baris]:
    if not bahan.results.efisiensi_terhitung:
        return []
    return [
        _rule(f"Efisiensi {code}", rule.tampil, rule)
        for code, rule in bahan.rules.efisiensi.items()
    ]


def _budget(bahan: Bahan) -> list[Baris]:
    if not has_rows(bahan, "anggaran"):
        return []
    rule = bahan.rules.anggaran
    return [_rule("Susunan anggaran", ", ".join(rule.tingkat), rule)]


def _rule(hal: str, isi: str, rule: Aturan) -> Baris:
    return Baris({"hal": hal, "isi": isi, "dasar": rule.dasar})
