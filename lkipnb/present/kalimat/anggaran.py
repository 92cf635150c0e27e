"""Which money a sentence speaks of: the agency's own regional budget, or all that it has."""

from __future__ import annotations

from collections.abc import Sequence

from lkipnb.model import JumlahSumberDana, Realisasi
from lkipnb.present.format import daftar, rupiah
from lkipnb.present.kalimat import Kalimat

Rows = Sequence[JumlahSumberDana]
APBD = "anggaran APBD"


def sebutan_anggaran(lain: Rows) -> str:
    """What the own budget is called: `APBD` is said where there is money beside it."""
    if lain:
        return APBD
    return "anggaran"


def di_luar_apbd(lain: Rows) -> Kalimat:
    """The money beside the own budget, source by source; empty without any."""
    if not lain:
        return Kalimat()
    told = [Kalimat(row.sumber_dana, " ", rupiah(row.pagu_rp)) for row in lain]
    return Kalimat("Di luar APBD dikelola ", *_joined(told), ".")


def _joined(pieces: Sequence[Kalimat]) -> list[object]:
    """Pieces of a list in a sentence: `a`, `a dan b`, `a, b, dan c`."""
    if len(pieces) < 2:
        return list(pieces)
    *before, last = pieces
    told: list[object] = [before[0]]
    for piece in before[1:]:
        told += [", ", piece]
    return [*told, ", dan " if len(before) > 1 else " dan ", last]


def asal_dana(sendiri: Rows, tanpa_sumber: Realisasi | None) -> Kalimat:
    """Where the own budget comes from, and how much of it names no source; empty without a name."""
    names = [row.sumber_dana for row in sendiri]
    if not names:
        return Kalimat()
    if tanpa_sumber is None:
        alone = "seluruhnya " if len(names) == 1 else ""
        return Kalimat(f"Anggaran itu {alone}berasal dari {daftar(names)}.")
    told = [Kalimat(rupiah(row.pagu_rp), f" berasal dari {row.sumber_dana}") for row in sendiri]
    return Kalimat(
        "Dari anggaran itu ",
        *_joined(told),
        "; ",
        rupiah(tanpa_sumber.pagu_rp),
        " tidak disebut sumber dananya.",
    )
