"""Whether an export adds up: groups and totals against the lines below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkipnb.calculate.persen import jumlah
from lkipnb.calculate.rekening import Ruas, induk, ruas
from lkipnb.exchange.lra.baris import AMOUNTS, Baris


@dataclass(frozen=True)
class Selisih:
    """A sum that does not hold: where it is printed, what is printed, and what the lines give."""

    nomor: int
    uraian: str
    kolom: str
    tercetak: Decimal
    terhitung: Decimal


def periksa(baris: Sequence[Baris], total: Sequence[Baris]) -> Iterator[Selisih]:
    """Every group that differs from the lines right below it, every total that fits no part of the
    lines.
    """
    below = _below(baris)
    by_code = {ruas(line.kode): line for line in baris}
    for code, line in by_code.items():
        if own := below.get(code):
            yield from _differences(line, _sums([by_code[c].jumlah for c in own]))
    top = _sums([by_code[c].jumlah for c in below.get(None, [])])
    for line, closes in zip(total, _closing(total, baris), strict=True):
        whole = list(_differences(line, top))
        if whole and not closes:
            yield from whole


def tanpa_jumlah(baris: Sequence[Baris]) -> list[Baris]:
    """The lines, where a group without an amount of its own gets the sum of the lines below it."""
    below = _below(baris)
    by_code = {ruas(line.kode): line for line in baris}
    for code in sorted(by_code, key=len, reverse=True):
        line = by_code[code]
        if own := below.get(code):
            filled = {
                kind: jumlah(by_code[c].jumlah.get(kind) for c in own)
                if kind in AMOUNTS and line.jumlah.get(kind) is None
                else line.jumlah.get(kind)
                for kind in line.jumlah
            }
            by_code[code] = replace(line, jumlah=filled)
    return list(by_code.values())


def _below(baris: Sequence[Baris]) -> dict[Ruas | None, list[Ruas]]:
    """The codes right below each code; below None those at the top."""
    codes = [ruas(line.kode) for line in baris]
    known = set(codes)
    below: dict[Ruas | None, list[Ruas]] = {}
    for code in codes:
        below.setdefault(induk(code, known), []).append(code)
    return below


Jumlah = Mapping[str, Decimal | None]


def _sums(parts: Sequence[Jumlah]) -> Jumlah:
    return {kind: jumlah(part.get(kind) for part in parts) for kind in AMOUNTS}


def _differences(line: Baris, sums: Jumlah) -> Iterator[Selisih]:
    for kind in AMOUNTS:
        printed, computed = line.jumlah.get(kind), sums[kind]
        if printed is not None and computed is not None and printed != computed:
            yield Selisih(line.nomor, line.uraian or line.kode, kind, printed, computed)


def _closing(total: Sequence[Baris], baris: Sequence[Baris]) -> Iterator[bool]:
    """Whether each total repeats the amounts of one line: then it is the sub-total of a group."""
    known: dict[tuple[str, ...], set[tuple[Decimal | None, ...]]] = {}
    for line in total:
        kinds = tuple(kind for kind in AMOUNTS if line.jumlah.get(kind) is not None)
        if kinds not in known:
            known[kinds] = {tuple(other.jumlah.get(kind) for kind in kinds) for other in baris}
        yield tuple(line.jumlah[kind] for kind in kinds) in known[kinds]
