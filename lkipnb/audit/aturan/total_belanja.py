"""The programmes add up to the groups of spending that they are the detail of."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import Jumlah, Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT

ID = "total-belanja"


def _kaitan(materi: Materi) -> Iterator[Jumlah]:
    groups = [row for row in materi.baris("belanja") if row["kelompok"] in materi.rules.anggaran.dirinci]
    top = materi.pohon.di_bawah.get(None, ())
    if not groups or not top:
        return
    first, *others = groups
    for column in ("pagu_murni_rp", "pagu_rp", "realisasi_rp"):
        parts = [(Sel("anggaran", row, column), Decimal(1)) for row in top]
        parts += [(Sel("belanja", row["baris"], column), Decimal(-1)) for row in others]
        told = "jumlah seluruh program" + (" dikurangi kelompok belanja lain" if others else "")
        yield Jumlah(ID, GALAT, Sel("belanja", first["baris"], column), tuple(parts), told)


ATURAN = Aturan(
    ID,
    GALAT,
    "Jumlah program sama dengan kelompok belanja",
    "Permendagri 13/2006 dan 90/2019: program merinci kelompok belanja",
    "Jumlah semua program harus sama dengan kelompok belanja yang dirincinya: belanja langsung sampai 2020, seluruh "
    "belanja sejak 2021.",
    ("anggaran", "belanja"),
    kaitan=_kaitan,
)
