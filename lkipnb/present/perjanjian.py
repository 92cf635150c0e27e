"""What the Perjanjian Kinerja of a year is called, and the budget that it promises."""

from __future__ import annotations

from lkipnb.model import Profil, Realisasi
from lkipnb.model.profil import PERUBAHAN
from lkipnb.present.tabel.kolom import Row


def nama(profil: Profil) -> str:
    """`Perjanjian Kinerja`, of one that was signed anew `Perjanjian Kinerja Perubahan`."""
    if _changed(profil):
        return "Perjanjian Kinerja Perubahan"
    return "Perjanjian Kinerja"


def dijanjikan(row: Row, profil: Profil) -> object:
    """The amount of a budget line or total when it was signed: before the change of the budget, of
    a Perjanjian Kinerja Perubahan after it.
    """
    before = row["pagu_murni_rp"]
    if before is None or _changed(profil):
        return row["pagu_rp"]
    return before


def saat(profil: Profil, jumlah: Realisasi) -> str:
    """`, sebelum perubahan anggaran` behind the name of what was promised before the budget was
    changed; nothing where it was not changed, or the change is what was promised.
    """
    if jumlah.pagu_murni_rp is None or _changed(profil):
        return ""
    return ", sebelum perubahan anggaran"


def _changed(profil: Profil) -> bool:
    return profil.perjanjian is not None and profil.perjanjian.anggaran == PERUBAHAN
