"""The parts of a supporting figure add up to it."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import Jumlah, Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT
from lkipnb.schemas import Fakta

ID = "rincian-fakta"


def _kaitan(materi: Materi) -> Iterator[Jumlah]:
    rows = materi.baris(Fakta)
    for row in rows:
        parts = [r for r in rows if r.induk == row.kode and r.satuan == row.satuan]
        if len(parts) > 1:
            cells = tuple((Sel("fakta", r.baris, "nilai"), Decimal(1)) for r in parts)
            yield Jumlah(
                ID,
                GALAT,
                Sel("fakta", row.baris, "nilai"),
                cells,
                f"jumlah rincian “{row.uraian}”",
            )


ATURAN = Aturan(
    ID,
    GALAT,
    "Rincian data pendukung berjumlah sama dengan induknya",
    "Hitungan: induk adalah jumlah rinciannya",
    "Bila sebuah data pendukung dirinci, rinciannya harus berjumlah sama.",
    ("fakta",),
    kaitan=_kaitan,
)
