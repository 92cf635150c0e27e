"""Every group of the budget equals the sum of the lines right below it, in every column."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import Jumlah, Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT
from lkipnb.schemas import Anggaran

ID = "jumlah-anggaran"
KOLOM = ("pagu_murni_rp", "pagu_rp", "realisasi_rp")


def _kaitan(materi: Materi) -> Iterator[Jumlah]:
    names = {row.baris: row.uraian for row in materi.baris(Anggaran)}
    for parent, rows in materi.pohon.di_bawah.items():
        if parent is None:
            continue
        for column in KOLOM:
            parts = tuple((Sel("anggaran", row, column), Decimal(1)) for row in rows)
            yield Jumlah(
                ID,
                GALAT,
                Sel("anggaran", parent, column),
                parts,
                f"jumlah rincian “{names[parent]}”",
            )


ATURAN = Aturan(
    ID,
    GALAT,
    "Jumlah rincian sama dengan induknya",
    "Hitungan: induk adalah jumlah rinciannya",
    "Pagu dan realisasi sebuah program harus sama dengan jumlah kegiatan di bawahnya, begitu pula"
    " kegiatan dengan sub kegiatannya. Bila tidak, ada baris yang salah, hilang, atau tergeser.",
    ("anggaran",),
    kaitan=_kaitan,
)
