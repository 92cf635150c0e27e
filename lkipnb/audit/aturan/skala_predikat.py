"""Every capaian has one predicate: no gap, no overlap, no end."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import angka
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.rules.skala import dari_tinggi
from lkipnb.schemas import SelangSkala

ID = "skala-predikat"
BATAS = {
    "sampai": "kosongkan batas itu, atau isi pengukuran.batas_capaian bila capaian tidak"
    " melampauinya",
    "dari": "kosongkan batas itu, atau isi pengukuran.batas_bawah bila capaian tidak lebih rendah",
}


def _periksa(materi: Materi) -> Iterator[Temuan]:
    rows = _from_high(materi.baris(SelangSkala))
    if not rows:
        return
    measured = materi.data.profil.pengukuran
    high, low = angka(rows[0].sampai), angka(rows[-1].dari)
    if high is not None and not _reaches(measured.batas_capaian, high):
        yield _finding(rows[0], "sampai", None, f"di atas {sebut(high)} tidak ada predikat")
    for above, below in pairwise(rows):
        yield from _between(above, below)
    if low is not None and not _reaches(low, measured.batas_bawah):
        yield _finding(rows[-1], "dari", None, f"di bawah {sebut(low)} tidak ada predikat")


def _from_high(rows: Sequence[SelangSkala]) -> list[SelangSkala]:
    at = {row.baris: row for row in rows}
    return [at[row["baris"]] for row in dari_tinggi([vars(row) for row in rows])]


def _between(above: SelangSkala, below: SelangSkala) -> Iterator[Temuan]:
    """A gap or an overlap of two neighbouring classes."""
    low, high = angka(above.dari), angka(below.sampai)
    if low is None or high is None or high == low:
        return
    what = "celah" if high < low else "tumpang tindih"
    bounds = f"{sebut(high)} dan {sebut(low)}"
    told = f"{what} antara {below.predikat} dan {above.predikat}: {bounds}"
    yield _finding(below, "sampai", low, told)


def _reaches(low: Decimal | None, high: Decimal | None) -> bool:
    """Whether capaian end before the scale does."""
    return low is not None and high is not None and low <= high


def _finding(row: SelangSkala, column: str, right: Decimal | None, told: str) -> Temuan:
    return Temuan(
        ID,
        GALAT,
        "skala.csv",
        row.baris,
        column,
        polos(getattr(row, column)),
        polos(right),
        told,
        "batas dicetak sebagai bilangan bulat, atau salah ketik",
        BATAS[column] if right is None else f"tulis {sebut(right)}",
        kunci=f"predikat={row.predikat}",
    )


ATURAN = Aturan(
    ID,
    GALAT,
    "Skala predikat tanpa celah dan tanpa tumpang tindih",
    "Hitungan: setiap capaian mempunyai tepat satu predikat",
    "Skala seperti 80–89 dan 90–100 tidak memuat 89,5; skala 80–90 dan 90–100 memuat 90 dua kali.",
    ("skala",),
    periksa=_periksa,
)
