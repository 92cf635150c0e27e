"""Nothing is spent beyond its budget."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan, polos
from lkipnb.bilangan import sebut

ID = "realisasi-pagu"


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for tabel, nama in (("anggaran", "uraian"), ("belanja", "kelompok")):
        for row in materi.baris(tabel):
            budget, spent = row["pagu_rp"], row["realisasi_rp"]
            if isinstance(budget, Decimal) and isinstance(spent, Decimal) and spent > budget:
                yield Temuan(
                    ID,
                    GALAT,
                    f"{tabel}.csv",
                    row["baris"],
                    "realisasi_rp",
                    polos(spent),
                    f"paling banyak {sebut(budget)}",
                    f"realisasi “{row[nama]}” {sebut(spent)} melebihi pagunya {sebut(budget)}",
                    "angka salah ketik, salah baris, atau milik jumlah lain",
                    "cocokkan dengan laporan realisasi anggaran",
                    kunci=materi.kunci(tabel, row["baris"]),
                )


ATURAN = Aturan(
    ID,
    GALAT,
    "Realisasi tidak melebihi pagu",
    "PP 12/2019: pengeluaran tidak boleh melampaui anggaran yang tersedia",
    "Realisasi di atas pagu hampir selalu salah ketik atau angka dari baris lain.",
    ("anggaran",),
    periksa=_periksa,
)
