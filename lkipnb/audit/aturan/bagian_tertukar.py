"""A share of a whole is not larger than the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan, polos
from lkipnb.bilangan import sebut, tulis
from lkipnb.calculate.persen import SERATUS
from lkipnb.rules.satuan import PERSEN, satuan
from lkipnb.schemas import Kinerja

ID = "bagian-tertukar"
KALI = Decimal("1.5")  # a share a little above the whole may be meant: 105 of 100 promised


@dataclass(frozen=True)
class Bagian:
    """A share in percent by its parts, and what was promised of it."""

    pembilang: Decimal
    penyebut: Decimal
    target: Decimal
    realisasi: Decimal

    @property
    def sebaliknya(self) -> Decimal:
        """What the parts would give exchanged."""
        return self.penyebut / self.pembilang * SERATUS

    @property
    def tertukar(self) -> bool:
        """Whether the part is larger than the whole, far from the target, and exchanged come
        nearer.
        """
        if not 0 < self.penyebut < self.pembilang or not 0 < self.target <= SERATUS:
            return False
        is_far = self.realisasi >= KALI * self.target
        return is_far and abs(self.sebaliknya - self.target) < abs(self.realisasi - self.target)


def _periksa(materi: Materi) -> Iterator[Temuan]:
    for row, kind in materi.terukur:
        if satuan(kind.satuan or "").kode != PERSEN:
            continue
        parts = _bagian(row)
        if parts is not None and parts.tertukar:
            yield _told(row, parts)


def _bagian(row: Kinerja) -> Bagian | None:
    values = (row.nilai_pembilang, row.nilai_penyebut, row.target, row.realisasi)
    known = [value for value in values if isinstance(value, Decimal)]
    return Bagian(*known) if len(known) == len(values) else None


def _told(row: Kinerja, bagian: Bagian) -> Temuan:
    return Temuan(
        ID,
        PERINGATAN,
        "kinerja.csv",
        row.baris,
        "nilai_pembilang",
        polos(bagian.pembilang),
        None,
        f"realisasi {row.indikator} {tulis(bagian.realisasi, 2)}%: pembilang"
        f" {sebut(bagian.pembilang)} lebih besar daripada penyebut {sebut(bagian.penyebut)},"
        f" padahal targetnya {sebut(bagian.target)}%",
        f"pembilang dan penyebut tertukar; sebaliknya {tulis(bagian.sebaliknya, 2)}%",
        "tukar keduanya bila itu maksudnya, atau terima temuan ini dengan alasannya",
        kunci=f"indikator={row.indikator}",
    )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Bagian tidak lebih besar daripada keseluruhannya",
    "Hitungan: bagian dibagi keseluruhan tidak melampaui 100 persen",
    "Pembilang 198.650 dan penyebut 23.417 memberi 848 persen; tertukar, 11,79 persen.",
    ("indikator", "kinerja"),
    periksa=_periksa,
    utuh=("indikator", "kinerja", "triwulan"),
)
