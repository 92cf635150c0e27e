"""The organisation as a tree, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from lkipnb.schemas import PegawaiEselon, PegawaiGolongan, Unit


class Berinduk(Protocol):
    """A row of a tree: its code, and that of the row above it."""

    @property
    def kode(self) -> str: ...
    @property
    def induk(self) -> str | None: ...


Simpul = TypeVar("Simpul", bound=Berinduk)


@dataclass(frozen=True)
class Cabang(Generic[Simpul]):
    """A row of a tree and how deep it stands: 0 for the top."""

    isi: Simpul
    kedalaman: int


@dataclass(frozen=True, kw_only=True)
class BedaPendidikan:
    """A level of schooling of which two counts of the same staff disagree."""

    pendidikan: str
    menurut_eselon: Decimal
    menurut_golongan: Decimal


def urutan_pohon(unit: Iterable[Unit]) -> list[Cabang[Unit]]:
    """The units from the top down, each before the units below it, siblings by `urutan`."""
    return pohon(sorted(unit, key=lambda row: row.urutan))


def pohon(rows: Iterable[Simpul]) -> list[Cabang[Simpul]]:
    """Rows of a tree, each before those below it, siblings as they come, whatever the depth.

    A row that is below itself does not appear; the contract refuses it.
    """
    below: dict[str | None, list[Simpul]] = {}
    for row in rows:
        below.setdefault(row.induk, []).append(row)
    told: list[Cabang[Simpul]] = []
    waiting = [Cabang(row, 0) for row in reversed(below.get(None, []))]
    while waiting:
        branch = waiting.pop()
        told.append(branch)
        parts = reversed(below.get(branch.isi.kode, []))
        waiting += [Cabang(part, branch.kedalaman + 1) for part in parts]
    return told


def beda_pendidikan(
    eselon: Sequence[PegawaiEselon], golongan: Sequence[PegawaiGolongan]
) -> list[BedaPendidikan]:
    """Where the counts by echelon and by rank disagree; a table that is not filled in disagrees
    with nothing.
    """
    if not eselon or not golongan:
        return []
    first, second = _by_schooling(eselon), _by_schooling(golongan)
    nothing = Decimal(0)
    pairs = [
        BedaPendidikan(
            pendidikan=name,
            menurut_eselon=first.get(name, nothing),
            menurut_golongan=second.get(name, nothing),
        )
        for name in dict.fromkeys([*first, *second])
    ]
    return [pair for pair in pairs if pair.menurut_eselon != pair.menurut_golongan]


def _by_schooling(staff: Iterable[PegawaiEselon | PegawaiGolongan]) -> dict[str, Decimal]:
    counts: dict[str, Decimal] = {}
    for row in staff:
        counts[row.pendidikan] = counts.get(row.pendidikan, Decimal(0)) + row.jumlah
    return counts
