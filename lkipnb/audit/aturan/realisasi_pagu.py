"""Nothing is spent beyond its budget."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.schemas import Anggaran, Belanja

ID = "realisasi-pagu"


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for line in materi.baris(Anggaran):
        yield from _beyond(materi, line, line.uraian)
    for group in materi.baris(Belanja):
        yield from _beyond(materi, group, group.kelompok)


def _beyond(materi: Materi, row: Anggaran | Belanja, nama: str) -> Iterator[Temuan]:
    budget, spent, tabel = row.pagu_rp, row.realisasi_rp, row.table.name
    if not isinstance(budget, Decimal) or not isinstance(spent, Decimal) or spent <= budget:
        return
    yield Temuan(
        ID,
        GALAT,
        f"{tabel}.csv",
        row.baris,
        "realisasi_rp",
        polos(spent),
        f"paling banyak {sebut(budget)}",
        f"realisasi “{nama}” {sebut(spent)} melebihi pagunya {sebut(budget)}",
        "angka salah ketik, salah baris, atau milik jumlah lain",
        "cocokkan dengan laporan realisasi anggaran",
        kunci=materi.kunci(tabel, row.baris),
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
