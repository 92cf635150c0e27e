"""In which order findings are told: by level, then by cause, the most money and the most certain
first; and which of them a person should look at first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from lkipnb.audit.contract import KONTRAK
from lkipnb.audit.temuan import CATATAN, TINGKAT, Temuan

TERATAS = 3  # causes that are worth a look before the rest
UANG = "_rp"
Sebab = tuple[str, ...]


@dataclass(frozen=True)
class Kelompok:
    """Findings of one level with one cause."""

    temuan: tuple[Temuan, ...]

    @property
    def urutan(self) -> tuple[int, bool, Decimal, int]:
        """What comes first: what cannot be read, then the most money, then the most certain."""
        first = self.temuan[0]
        unread = first.aturan != KONTRAK
        money = max(map(nilai_uang, self.temuan))
        certain = min(map(keraguan, self.temuan))
        return TINGKAT.index(first.tingkat), unread, -money, certain


def berurutan(found: Iterable[Temuan]) -> list[Temuan]:
    """The findings in the order in which they are told."""
    return [one for each in kelompok(found) for one in each.temuan]


def kelompok(found: Iterable[Temuan]) -> list[Kelompok]:
    """The findings by level and cause, the most pressing first."""
    told = list(found)
    mended = _mended(told)
    causes: dict[tuple[str, Sebab], list[Temuan]] = {}
    # What names a mend leads those that tell of the same row only.
    for one in sorted(told, key=lambda t: not t.perbaikan):
        row = (one.tingkat, one.berkas, one.baris)
        causes.setdefault((one.tingkat, mended.get(row) or _sebab(one)), []).append(one)
    return sorted((Kelompok(tuple(own)) for own in causes.values()), key=lambda g: g.urutan)


def _mended(found: Iterable[Temuan]) -> dict[tuple[str, str, int | None], Sebab]:
    """Of each row that one finding alone mends, the cause of that finding, at its level."""
    rows: dict[tuple[str, str, int | None], set[Sebab]] = {}
    for one in found:
        for change in one.perbaikan:
            row = (one.tingkat, f"{change.tabel}.csv", change.baris)
            rows.setdefault(row, set()).add(_sebab(one))
    return {row: causes.pop() for row, causes in rows.items() if len(causes) == 1}


def teratas(found: Sequence[Temuan]) -> list[Kelompok]:
    """The causes to look at first; none where there are hardly more, for then all are seen at
    once.
    """
    causes = [each for each in kelompok(found) if each.temuan[0].tingkat != CATATAN]
    return causes[:TERATAS] if len(causes) > TERATAS else []


def _sebab(found: Temuan) -> Sebab:
    """What findings have in common that one change mends; else rule, file and cause."""
    if found.perbaikan or found.pilihan:
        return found.saran, found.sebab.partition(";")[0]
    return found.aturan, found.berkas, found.sebab


def nilai_uang(found: Temuan) -> Decimal:
    """By how many rupiah what stands there differs from what should; zero where it is no money, or
    where that is not known.
    """
    if found.kolom is None or not found.kolom.endswith(UANG):
        return Decimal(0)
    printed, right = _angka(found.tercetak), _angka(found.seharusnya)
    return Decimal(0) if printed is None or right is None else abs(printed - right)


def keraguan(found: Temuan) -> int:
    """0 for a finding that says what to write; more the less is known of it."""
    if found.perbaikan:
        return 0
    return 1 if found.pilihan or found.seharusnya else 2


def _angka(text: str | None) -> Decimal | None:
    try:
        return Decimal(text or "")
    except InvalidOperation:
        return None
