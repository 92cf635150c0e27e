"""The mean as the report names it, and the weights that it stands on."""

from __future__ import annotations

from lkipnb.calculate.sasaran import TERBOBOT
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import angka
from lkipnb.present.tabel.kolom import Kolom, atau_kosong

BIASA, BERBOBOT = "rata-rata", "rata-rata terbobot"
BOBOT = Kolom("bobot", "Bobot", 8, atau_kosong(angka), angka=True)


def berbobot(bahan: Bahan) -> bool:
    """Whether weights make a difference: the agency weighs, and not all alike."""
    if bahan.data.profil.pengukuran.rata_rata != TERBOBOT:
        return False
    return len({row.bobot for row in bahan.results.capaian}) > 1


def sebutan(bahan: Bahan) -> str:
    """`rata-rata terbobot`, so that nobody who computes a mean again misses the weights."""
    return BERBOBOT if berbobot(bahan) else BIASA


def kolom(bahan: Bahan) -> list[Kolom]:
    """The column of the weights, where they make a difference."""
    return [BOBOT] if berbobot(bahan) else []
