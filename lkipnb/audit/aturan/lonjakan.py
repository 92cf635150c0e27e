"""A realisasi that differs from last year's by far more than is plausible."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan, polos
from lkipnb.bilangan import sebut, tulis
from lkipnb.model import CapaianIndikator
from lkipnb.rules.bentuk import Kewajaran
from lkipnb.rules.entri import entri
from lkipnb.schemas import Kinerja, Riwayat

ID = "lonjakan"
BATAS = sebut(entri("kewajaran.yaml", Kewajaran)[ID].batas)


def _periksa(materi: Materi) -> Iterator[Temuan]:
    before = _before(materi)
    limit = materi.rules.kewajaran[ID].batas
    for row, _ in materi.terukur:
        past = before.get(row.indikator)
        for column in ("target", "realisasi"):
            yield from _jump(row, column, getattr(past, column, None), limit)


def _before(materi: Materi) -> dict[str, Riwayat | CapaianIndikator]:
    """What each indicator was the year before: by the folder of that year, else by the history."""
    last = materi.data.tahun - 1
    told: dict[str, Riwayat | CapaianIndikator] = {
        row.indikator: row for row in materi.baris(Riwayat) if row.tahun == last
    }
    return told | {past.kode: past for past in materi.lalu or ()}


def _jump(row: Kinerja, column: str, then: object, limit: Decimal) -> Iterator[Temuan]:
    now = getattr(row, column)
    if not isinstance(now, Decimal) or not isinstance(then, Decimal) or now * then <= 0:
        return
    ratio = max(now / then, then / now)
    if ratio < limit:
        return
    yield Temuan(
        ID,
        PERINGATAN,
        "kinerja.csv",
        row.baris,
        column,
        polos(now),
        None,
        f"{column} {row.indikator} {sebut(now)}, tahun lalu {sebut(then)}: "
        f"berubah {tulis(ratio, 1)} kali",
        "mungkin salah satuan atau pemisah desimalnya hilang",
        "pastikan satuan dan pemisahnya, atau jelaskan perubahannya",
        kunci=f"indikator={row.indikator}",
    )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Perubahan dari tahun lalu masuk akal",
    f"Kehati-hatian: ambang {BATAS} kali lipat naik atau turun",
    f"Nilai yang berubah {BATAS} kali lipat atau lebih dari tahun lalu (foldernya, atau"
    " riwayat.csv) hampir selalu salah satuan.",
    ("kinerja",),
    periksa=_periksa,
)
