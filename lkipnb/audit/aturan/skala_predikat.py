"""Every capaian has one predicate: no gap, no overlap, no end."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.rules.skala import dari_tinggi

ID = "skala-predikat"
BATAS = {
    "sampai": "kosongkan batas itu, atau isi pengukuran.batas_capaian bila capaian tidak"
    " melampauinya",
    "dari": "kosongkan batas itu, atau isi pengukuran.batas_bawah bila capaian tidak lebih rendah",
}


def _periksa(materi: Materi) -> Iterator[Temuan]:
    measured = materi.data.profil.pengukuran
    rows = dari_tinggi(materi.baris("skala"))
    for n, row in enumerate(rows):
        if (
            n == 0
            and row["sampai"] is not None
            and not _reaches(measured.batas_capaian, row["sampai"])
        ):
            yield _finding(
                row,
                "sampai",
                row["sampai"],
                None,
                f"di atas {sebut(row['sampai'])} tidak ada predikat",
            )
        if n + 1 < len(rows):
            below = rows[n + 1]
            if (
                row["dari"] is not None
                and below["sampai"] is not None
                and below["sampai"] != row["dari"]
            ):
                what = "celah" if below["sampai"] < row["dari"] else "tumpang tindih"
                bounds = f"{sebut(below['sampai'])} dan {sebut(row['dari'])}"
                told = f"{what} antara {below['predikat']} dan {row['predikat']}: {bounds}"
                yield _finding(below, "sampai", below["sampai"], row["dari"], told)
        elif row["dari"] is not None and not _reaches(row["dari"], measured.batas_bawah):
            yield _finding(
                row, "dari", row["dari"], None, f"di bawah {sebut(row['dari'])} tidak ada predikat"
            )


def _reaches(low: Decimal | None, high: Decimal | None) -> bool:
    """Whether capaian end before the scale does."""
    return low is not None and high is not None and low <= high


def _finding(row: dict, column: str, printed: Decimal, right: Decimal | None, told: str) -> Temuan:
    return Temuan(
        ID,
        GALAT,
        "skala.csv",
        row["baris"],
        column,
        polos(printed),
        polos(right),
        told,
        "batas dicetak sebagai bilangan bulat, atau salah ketik",
        f"tulis {sebut(right)}" if right is not None else BATAS[column],
        kunci=f"predikat={row['predikat']}",
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
