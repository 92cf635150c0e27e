"""A realisasi that differs from last year's by far more than is plausible."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan, polos
from lkipnb.bilangan import sebut, tulis
from lkipnb.schemas import Kinerja

ID = "lonjakan"


def _periksa(materi: Materi) -> Iterator[Temuan]:
    if materi.lalu is None:
        return
    before = {past.kode: past for past in materi.lalu}
    limit = materi.rules.kewajaran[ID].batas
    for row, _ in materi.terukur:
        past = before.get(row.indikator)
        for column in ("target", "realisasi"):
            yield from _jump(row, column, getattr(past, column, None), limit)


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
    "Kehati-hatian: ambang 8 kali lipat naik atau turun",
    "Nilai yang berubah delapan kali lipat atau lebih dari tahun lalu hampir selalu salah satuan.",
    ("kinerja",),
    periksa=_periksa,
)
