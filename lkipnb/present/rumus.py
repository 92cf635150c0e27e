"""The formulas and bounds that the capaian of a year were computed with, as print tells them."""

from __future__ import annotations

from dataclasses import dataclass

from lkipnb.model import CapaianIndikator
from lkipnb.present.bahan import Bahan, rumus_dipakai
from lkipnb.present.format import daftar, nilai
from lkipnb.rules import RumusCapaian
from lkipnb.rules.bentuk import nama_rumus
from lkipnb.rules.satuan import PERSEN

PALING_TINGGI, PALING_RENDAH = "paling tinggi", "paling rendah"


@dataclass(frozen=True)
class Rumus:
    """A formula in use: what it is for, the indicators that chose it themselves named, how it
    reads, and its rule.
    """

    hal: str
    tampil: str
    aturan: RumusCapaian


def rumus(bahan: Bahan) -> list[Rumus]:
    """The formulas in use, in the order of the rules."""
    names = zip(bahan.results.rumus_dipakai, rumus_dipakai(bahan), strict=True)
    return [Rumus(_hal(bahan, name, rule), rule.tampil, rule) for name, rule in names]


def _hal(bahan: Bahan, nama: str, rule: RumusCapaian) -> str:
    """What a formula is for; an indicator that departs from its kind is named."""
    own = [row.kode for row in bahan.results.capaian if row.rumus and _uses(bahan, row, nama)]
    if not own:
        return rule.hal
    return f"{rule.hal} ({daftar(own)})"


def _uses(bahan: Bahan, row: CapaianIndikator, nama: str) -> bool:
    return nama_rumus(row, bahan.rules.capaian) == nama


def target_nol(bahan: Bahan) -> str:
    """What a target of zero gives; empty where no indicator has one."""
    if not any(row.target == 0 for row in bahan.results.capaian):
        return ""
    return bahan.rules.target_nol[bahan.data.profil.pengukuran.target_nol].tampil


def batas(bahan: Bahan) -> str:
    """The cap and the floor of capaian, `paling tinggi 120%`; empty without either."""
    measured = bahan.data.profil.pengukuran
    bounds = ((PALING_TINGGI, measured.batas_capaian), (PALING_RENDAH, measured.batas_bawah))
    return daftar([f"{word} {nilai(value, PERSEN)}" for word, value in bounds if value is not None])
