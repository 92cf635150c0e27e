"""Rows of an export that part a line further: by source of funds under its code, or without any
code below it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from lkipnb.calculate.rekening import ruas
from lkipnb.exchange.lra.baris import Baris, sumber_bersama
from lkipnb.exchange.lra.kode import BARIS, SUB
from lkipnb.exchange.lra.kolom import AMOUNTS, SHARES

RINCIAN = "tanpa kode di bawah baris anggaran"
NERACA = "surplus, defisit, atau pembiayaan"
_BALANCE = re.compile(
    r"surplus|defisit|\(?defisit\)?|pembiayaan\b|silpa\b|sisa lebih", re.IGNORECASE
)
# How names of what is bought begin; a kegiatan is called by what is done.
_PART = re.compile(r"[-–•*]|belanja\b|honor|biaya\b|sewa\b|sumber dana", re.IGNORECASE)


def pisahkan_rincian(lines: Sequence[Baris]) -> tuple[list[Baris], list[Baris]]:
    """The lines, and the rows without a code that part the line above them."""
    depths = {len(ruas(line.kode)) for line in lines if line.kode}
    depth = max(depths) if len(depths) > 1 else 0  # of one level nothing tells the deepest
    groups: list[tuple[Baris, list[Baris]]] = []
    for line in lines:
        if groups and not line.kode and _BALANCE.match(line.uraian):
            groups[-1][1].append(replace(line, jenis=NERACA))
        elif groups and not line.kode and _is_part(line, groups[-1][0], depth):
            groups[-1][1].append(replace(line, jenis=RINCIAN))
        else:
            groups.append((line, []))
    parts = [part for _, below in groups for part in below]
    return [_with(line, below) for line, below in groups], parts


def _is_larger(part: Baris, line: Baris) -> bool:
    """Whether a row is more than the line that it would be a part of."""
    pairs = [(part.jumlah[kind], line.jumlah[kind]) for kind in AMOUNTS]
    return any(one is not None and other is not None and one > other for one, other in pairs)


def _with(line: Baris, parts: Sequence[Baris]) -> Baris:
    """The line, with the sources of its parts, and their sums where it has no amount."""
    parts = [part for part in parts if part.jenis == RINCIAN]
    if not parts:
        return line
    source = line.sumber_dana or sumber_bersama(parts)
    if any(line.jumlah[kind] is not None for kind in AMOUNTS):
        return replace(line, sumber_dana=source)
    sums = {kind: _sum(parts, kind) for kind in AMOUNTS}
    return replace(line, jumlah={**line.jumlah, **sums}, sumber_dana=source)


def _is_part(line: Baris, above: Baris, depth: int) -> bool:
    """Whether a row without a code goes into a line that has no budget line below it."""
    if not above.kode or line.jenis or _is_larger(line, above):
        return False
    if not (line.uraian or line.sumber_dana):
        return False
    is_deepest = above.jenis not in BARIS and len(ruas(above.kode)) == depth
    return above.jenis == SUB or is_deepest or not line.uraian or bool(_PART.match(line.uraian))


def pisahkan_kepala(lines: Sequence[Baris]) -> tuple[list[Baris], list[Baris]]:
    """The lines, and the rows without a code above the first that has one: they tell the whole."""
    coded = [at for at, line in enumerate(lines) if line.kode]
    first = coded[0] if coded else 0
    return list(lines[first:]), list(lines[:first])


def tanpa_kembaran(
    lines: Sequence[Baris], tersembunyi: Collection[int]
) -> tuple[list[Baris], list[Baris]]:
    """The lines without hidden rows whose code a visible one has too, and these."""
    shown = {(line.unit, line.kode) for line in lines if line.nomor not in tersembunyi}
    twins = [
        line
        for line in lines
        if line.nomor in tersembunyi and line.kode and (line.unit, line.kode) in shown
    ]
    gone = {line.nomor for line in twins}
    return [line for line in lines if line.nomor not in gone], twins


def gabung_sumber(lines: Sequence[Baris]) -> tuple[list[Baris], list[int]]:
    """The lines, those of one code and name that only their sources tell apart added to the first,
    and the rows that were added or are told once more by their sources.
    """
    groups: dict[tuple[str, str], list[Baris]] = {}
    for line in lines:
        groups.setdefault((line.unit, line.kode), []).append(line)
    kept: list[Baris] = []
    added: list[int] = []
    for same in groups.values():
        whole = _of_sources(same)
        kept += same if whole is None else [whole]
        added += [] if whole is None else [line.nomor for line in same if line.nomor != whole.nomor]
    return sorted(kept, key=lambda line: line.nomor), sorted(added)


def _of_sources(same: Sequence[Baris]) -> Baris | None:
    """One line for those that their sources tell apart; None for any others."""
    named = [line for line in same if line.sumber_dana]
    bare = [line for line in same if not line.sumber_dana]
    sources = {line.sumber_dana.lower() for line in named}
    names = {line.uraian for line in same if line.uraian}
    if not same[0].kode or len(named) < 2 or len(sources) < len(named) or len(names) > 1:
        return None
    sums = {kind: _sum(named, kind) for kind in AMOUNTS}
    whole = replace(
        same[0],
        jumlah={**dict.fromkeys(SHARES), **sums},
        sumber_dana=sumber_bersama(named),
    )
    if not bare:
        return whole
    is_told_once_more = len(bare) == 1 and all(
        bare[0].jumlah[kind] == sums[kind] for kind in AMOUNTS
    )
    return replace(bare[0], sumber_dana=whole.sumber_dana) if is_told_once_more else None


def _sum(lines: Sequence[Baris], kind: str) -> Decimal | None:
    known = [line.jumlah[kind] for line in lines]
    if all(amount is None for amount in known):
        return None
    return sum((amount or Decimal(0) for amount in known), Decimal(0))
