"""What spells the groups of spending out adds up to them: the programmes, and the kinds of
spending.
"""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import Jumlah, Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT

ID, JENIS = "total-belanja", "jenis-belanja"
KOLOM = ("pagu_murni_rp", "pagu_rp", "realisasi_rp")


def _programmes(materi: Materi) -> Iterator[Jumlah]:
    groups, own = kelompok_dirinci(materi), baris_apbd(materi)
    if not groups or not own:
        return
    first, *others = groups
    for column in KOLOM:
        parts = [(Sel("anggaran", row, column), Decimal(1)) for row in own]
        parts += [(Sel("belanja", row["baris"], column), Decimal(-1)) for row in others]
        told = "jumlah seluruh program" + (" dikurangi kelompok belanja lain" if others else "")
        yield Jumlah(ID, GALAT, Sel("belanja", first["baris"], column), tuple(parts), told)


def kelompok_dirinci(materi: Materi) -> list[dict]:
    """The groups of spending that the lines of the budget spell out together."""
    told = materi.rules.anggaran.dirinci
    return [row for row in materi.baris("belanja") if row["kelompok"] in told]


def baris_apbd(materi: Materi) -> list[int]:
    """The lines, as high as may be, that are of the agency's own budget together."""
    return [at for top in materi.pohon.di_bawah.get(None, ()) for at in _of_the_budget(materi, top)]


def _of_the_budget(materi: Materi, baris: int) -> list[int]:
    """The line, or the parts of it that are of the agency's own budget where another source pays
    some.
    """
    leaves = materi.pohon.terbawah(baris)
    if leaves.isdisjoint(materi.di_luar):
        return [baris]
    if leaves <= materi.di_luar:
        return []
    return [at for part in materi.pohon.di_bawah[baris] for at in _of_the_budget(materi, part)]


def _kinds(materi: Materi) -> Iterator[Jumlah]:
    kinds = materi.baris("belanja_jenis")
    for group in materi.baris("belanja"):
        own = [row["baris"] for row in kinds if row["kelompok"] == group["kelompok"]]
        for column in KOLOM if own else ():
            parts = tuple((Sel("belanja_jenis", row, column), Decimal(1)) for row in own)
            told = f"jumlah jenis belanja {group['kelompok']}"
            yield Jumlah(JENIS, GALAT, Sel("belanja", group["baris"], column), parts, told)


ATURAN = (
    Aturan(
        ID,
        GALAT,
        "Jumlah program sama dengan kelompok belanja",
        "Permendagri 13/2006 dan 90/2019: program merinci kelompok belanja",
        "Jumlah semua program harus sama dengan kelompok belanja yang dirincinya: belanja langsung"
        " sampai 2020, seluruh belanja sejak 2021. Baris dari sumber dana di luar APBD tidak ikut"
        " dijumlahkan.",
        ("anggaran", "belanja"),
        kaitan=_programmes,
    ),
    Aturan(
        JENIS,
        GALAT,
        "Jumlah jenis belanja sama dengan kelompoknya",
        "Permendagri 13/2006 dan PP 12/2019: kelompok belanja terdiri atas jenis belanja",
        "Belanja pegawai, barang dan jasa, modal, dan jenis lain di dalam satu kelompok harus"
        " berjumlah sama dengan kelompok itu.",
        ("belanja", "belanja_jenis"),
        kaitan=_kinds,
    ),
)
