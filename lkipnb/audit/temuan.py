"""A finding of the audit: what stands where, what should stand there, why, and how to mend it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lkipnb.pribadi import masked

GALAT, PERINGATAN, CATATAN = "galat", "peringatan", "catatan"
TINGKAT = (GALAT, PERINGATAN, CATATAN)
Tempat = tuple[str, int | None, str | None]


@dataclass(frozen=True)
class Perbaikan:
    """One correction as `koreksi.csv` states it: table, row, column, what is printed, what is
    right.
    """

    tabel: str
    baris: int
    kolom: str
    tercetak: str
    terkoreksi: str


@dataclass(frozen=True)
class Pilihan:
    """One of several changes that explain a finding alike: what to do, and its corrections."""

    saran: str
    perbaikan: tuple[Perbaikan, ...]


@dataclass(frozen=True)
class Temuan:
    """One finding.  `baris` is the row in the file, header = 1; texts are Indonesian.

    `perbaikan` are the cells that would mend it, where one change explains it clearly better than
    every other; where several could, they are `pilihan`.  `kunci` names the
    row by its content, so that the finding keeps its identity when rows move.  `asal` is the cell
    of the file that the row was imported from.  `ikut` are cells of which nothing more is told, for
    what is wrong there follows from this finding.
    """

    aturan: str
    tingkat: str
    berkas: str
    baris: int | None
    kolom: str | None
    tercetak: str | None
    seharusnya: str | None
    pesan: str
    sebab: str = ""
    saran: str = ""
    perbaikan: tuple[Perbaikan, ...] = field(default=(), repr=False)
    kunci: str = ""
    pilihan: tuple[Pilihan, ...] = field(default=(), repr=False)
    asal: str = ""
    ikut: frozenset[Tempat] = field(default=frozenset(), repr=False)

    @property
    def tempat(self) -> Tempat:
        return self.berkas, self.baris, self.kolom

    @property
    def id(self) -> str:
        """Eight characters that stay the same while rule, place and figures do."""
        parts = (
            self.aturan,
            self.berkas,
            self.kunci or self.pesan,
            self.kolom,
            self.tercetak,
            self.seharusnya,
        )
        return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:8]


def tersamar(found: Temuan) -> Temuan:
    """The finding without the number or address of a person in any of its texts."""
    return replace(
        found,
        tercetak=found.tercetak and masked(found.tercetak),
        seharusnya=found.seharusnya and masked(found.seharusnya),
        pesan=masked(found.pesan),
        sebab=masked(found.sebab),
        saran=masked(found.saran),
    )


def polos(value: object) -> str | None:
    """A value as a plain text of a finding."""
    if value is None:
        return None
    return format(value, "f") if isinstance(value, Decimal) else str(value)
