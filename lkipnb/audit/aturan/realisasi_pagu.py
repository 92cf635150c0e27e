"""Nothing is spent beyond its budget."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.schemas import Anggaran, Belanja

ID = "realisasi-pagu"
FOLLOWING = ("pagu_rp", "realisasi_rp", "serapan_persen")


SEDIKITNYA = (
    3  # lines over their budget, and most of those with both; then the columns are exchanged
)


def _periksa(materi: Materi) -> Iterator[Temuan]:
    filled = [row for row in materi.baris(Anggaran) if _both(row)]
    over = [row for row in filled if any(_beyond(materi, row, row.uraian))]
    if len(over) >= SEDIKITNYA and len(over) * 2 > len(filled):
        yield _exchanged(materi, over, len(filled))
        return
    for line in materi.baris(Anggaran):
        yield from _beyond(materi, line, line.uraian)
    for group in materi.baris(Belanja):
        yield from _beyond(materi, group, group.kelompok)


def _both(row: Anggaran) -> bool:
    return isinstance(row.pagu_rp, Decimal) and isinstance(row.realisasi_rp, Decimal)


def _exchanged(materi: Materi, over: Sequence[Anggaran], filled: int) -> Temuan:
    """Two whole columns in each other's place, with all that follows in the table."""
    file, first = Anggaran.table.file, over[0]
    return Temuan(
        ID,
        GALAT,
        file,
        first.baris,
        "realisasi_rp",
        polos(first.realisasi_rp),
        None,
        f"realisasi melebihi pagu di {len(over)} dari {filled} baris yang terisi keduanya",
        "kolom pagu_rp dan realisasi_rp tertukar, atau angkanya tergeser baris",
        "periksa judul kedua kolom itu terhadap laporan realisasi anggaran; bila tertukar, tukar"
        " isinya di semua baris",
        kunci=materi.kunci(Anggaran.table.name, first.baris),
        ikut=frozenset((file, row.baris, column) for row in over for column in FOLLOWING),
    )


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
