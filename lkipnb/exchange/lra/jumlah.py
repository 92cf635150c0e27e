"""Whether an export adds up: groups and totals against the lines below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkipnb.calculate.persen import jumlah
from lkipnb.exchange.lra.baris import Baris, Jumlah
from lkipnb.exchange.lra.kolom import AMOUNTS
from lkipnb.exchange.lra.pohon import Pohon

Tercetak = tuple[Decimal | None, ...]


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
    pohon = Pohon.dari(baris)
    for code, line in pohon.baris.items():
        parts = pohon.di_bawah(code)
        if parts:
            yield from _differences(line, _sums(parts))
    whole = _sums(pohon.di_bawah(None))
    for line, is_subtotal in zip(total, _subtotals(total, baris), strict=True):
        if not is_subtotal:
            yield from _differences(line, whole)


def tanpa_jumlah(baris: Sequence[Baris]) -> list[Baris]:
    """The lines, where a group without an amount of its own gets the sum of the lines below it."""
    pohon = Pohon.dari(baris)
    filled = dict(pohon.baris)
    for code in sorted(filled, key=len, reverse=True):
        parts = [filled[part] for part in pohon.bawahan.get(code, ())]
        if parts:
            filled[code] = _summed(filled[code], parts)
    return list(filled.values())


def _summed(line: Baris, parts: Sequence[Baris]) -> Baris:
    sums = _sums(parts)
    missing = {kind: sums[kind] for kind in AMOUNTS if line.jumlah[kind] is None}
    return replace(line, jumlah={**line.jumlah, **missing})


def _sums(parts: Sequence[Baris]) -> Jumlah:
    return {kind: jumlah(part.jumlah[kind] for part in parts) for kind in AMOUNTS}


def _differences(line: Baris, sums: Jumlah) -> Iterator[Selisih]:
    for kind in AMOUNTS:
        printed = line.jumlah[kind]
        computed = sums[kind]
        if printed is not None and computed is not None and printed != computed:
            yield Selisih(line.nomor, line.uraian or line.kode, kind, printed, computed)


def _subtotals(total: Sequence[Baris], baris: Sequence[Baris]) -> Iterator[bool]:
    """Whether each total repeats the amounts of one line: then it is the sub-total of a group."""
    known: dict[tuple[str, ...], set[Tercetak]] = {}
    for line in total:
        kinds = tuple(kind for kind in AMOUNTS if line.jumlah[kind] is not None)
        if kinds not in known:
            known[kinds] = {_printed(other, kinds) for other in baris}
        yield _printed(line, kinds) in known[kinds]


def _printed(line: Baris, kinds: Sequence[str]) -> Tercetak:
    return tuple(line.jumlah[kind] for kind in kinds)
