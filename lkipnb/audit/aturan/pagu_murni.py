"""The budget before its change is one sum, wherever the report tells it.

An empty cell means that nothing was changed there, so that the report takes the pagu for it.  The
sums of printed cells do not see what is empty; this rule compares what the report will print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.aturan.total_belanja import baris_apbd
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan
from lkipnb.bilangan import sebut
from lkipnb.calculate.persen import jumlah
from lkipnb.schemas import Anggaran, Belanja, BelanjaJenis

ID = "pagu-murni"
KOLOM = "pagu_murni_rp"
Baris = Anggaran | Belanja | BelanjaJenis


@dataclass(frozen=True)
class Pasangan:
    """Rows that tell one amount twice: as wholes, and as their parts."""

    sebutan: str
    utuh: Sequence[Baris]
    bagian: Sequence[Baris]

    @property
    def pagu_sama(self) -> bool:
        """Whether the pagu after the change agree."""
        whole = jumlah(row.pagu_rp for row in self.utuh)
        return whole == jumlah(row.pagu_rp for row in self.bagian)


def _periksa(materi: Materi) -> Iterator[Temuan]:
    lines = {row.baris: row for row in materi.baris(Anggaran)}
    told = (*_parents(materi, lines), *_programmes(materi, lines), *_kinds(materi))
    for pair in told:
        yield from _differing(materi, pair, lines)


def _parents(materi: Materi, lines: dict[int, Anggaran]) -> Iterator[Pasangan]:
    for parent, below in materi.pohon.di_bawah.items():
        if parent is not None and lines[parent].pagu_murni_rp is not None:
            parts = [lines[at] for at in below]
            yield Pasangan(f"rincian “{lines[parent].uraian}”", [lines[parent]], parts)


def _programmes(materi: Materi, lines: dict[int, Anggaran]) -> Iterator[Pasangan]:
    spelled_out = materi.rules.anggaran.dirinci
    groups = [group for group in materi.baris(Belanja) if group.kelompok in spelled_out]
    yield Pasangan("seluruh program", groups, [lines[at] for at in baris_apbd(materi)])


def _kinds(materi: Materi) -> Iterator[Pasangan]:
    for group in materi.baris(Belanja):
        kinds = [kind for kind in materi.baris(BelanjaJenis) if kind.kelompok == group.kelompok]
        yield Pasangan(f"jenis belanja {group.kelompok}", [group], kinds)


def _differing(materi: Materi, pair: Pasangan, lines: dict[int, Anggaran]) -> Iterator[Temuan]:
    """A finding at the first empty cell of a pair whose pagu agree and whose pagu before the change
    do not.

    Where no cell is empty, or the pagu differ too, the sums of printed cells speak.
    """
    empty = [row for row in (*pair.utuh, *pair.bagian) if row.pagu_murni_rp is None]
    if not pair.utuh or not pair.bagian or not empty or not pair.pagu_sama:
        return
    if not all(_adds_up(materi, row, lines) for row in pair.bagian):
        return
    whole = jumlah(_before(materi, row, lines) for row in pair.utuh)
    parts = jumlah(_before(materi, row, lines) for row in pair.bagian)
    if whole is not None and parts is not None and whole != parts:
        yield _told(materi, pair.sebutan, empty[0], whole, parts)


def _adds_up(materi: Materi, row: Baris, lines: dict[int, Anggaran]) -> bool:
    """Whether the pagu of a budget line is the sum of the lines below it, at every level; where it
    is not, the sums of the budget speak.
    """
    below = materi.pohon.di_bawah.get(row.baris, ()) if isinstance(row, Anggaran) else ()
    if not below:
        return True
    same = row.pagu_rp == jumlah(lines[at].pagu_rp for at in below)
    return same and all(_adds_up(materi, lines[at], lines) for at in below)


def _told(materi: Materi, sebutan: str, at: Baris, whole: Decimal, parts: Decimal) -> Temuan:
    return Temuan(
        ID,
        GALAT,
        at.table.file,
        at.baris,
        KOLOM,
        None,
        None,
        f"pagu sebelum perubahan {sebutan} berjumlah Rp{sebut(parts)}, sedangkan induknya"
        f" Rp{sebut(whole)}",
        "baris yang tidak mengisinya dianggap tidak berubah pagunya",
        f"isi {KOLOM} yang masih kosong, atau kosongkan semuanya bila tidak ada perubahan",
        kunci=materi.kunci(at.table.name, at.baris),
    )


def _before(materi: Materi, row: Baris, lines: dict[int, Anggaran]) -> Decimal | None:
    """The amount before the change: as told, else from the lines below, else the pagu itself."""
    if isinstance(row.pagu_murni_rp, Decimal):
        return row.pagu_murni_rp
    below = materi.pohon.di_bawah.get(row.baris, ()) if isinstance(row, Anggaran) else ()
    if below:
        return jumlah(_before(materi, lines[at], lines) for at in below)
    return row.pagu_rp


ATURAN = Aturan(
    ID,
    GALAT,
    "Pagu sebelum perubahan berjumlah sama di semua tabel",
    "Permendagri 77/2020: perubahan anggaran mengubah rincian bersama induknya",
    "Sel pagu_murni_rp yang kosong berarti tidak berubah. Bila hanya sebagian baris mengisinya,"
    " dua tabel laporan menyebut jumlah yang berbeda.",
    ("anggaran", "belanja", "belanja_jenis"),
    periksa=_periksa,
    utuh=("anggaran", "belanja", "belanja_jenis"),
)
