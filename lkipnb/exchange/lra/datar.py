"""A flat list: every row has the codes or names of all its levels in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkipnb.calculate.rekening import PENGGANTI
from lkipnb.exchange.lra.baris import Baris, sumber_bersama
from lkipnb.exchange.lra.judul import Judul
from lkipnb.exchange.lra.kode import BARIS, BIDANG, REKENING, UNIT, URUSAN, jenis, pecah
from lkipnb.exchange.lra.kolom import AMOUNTS, KODE, PAGU, SHARES, URAIAN
from lkipnb.exchange.lra.rincian import Terurai
from lkipnb.exchange.lra.tingkat import sebutan_di_depan

FEW = 2  # one rekening with two equal rows may be two packages
NO_LINE = (URUSAN, BIDANG, UNIT, REKENING)
_CODE = re.compile(r"[0-9X]\.[0-9X]{2}\b|[4-6]\.[1-4]\.")
Jalur = tuple[tuple[str, str], ...]  # code and name of each level from the top


def is_datar(rows: Sequence[Terurai], judul: Judul) -> bool:
    """Whether names of several levels stand side by side in one row, each under its own heading, or
    every row has a rekening beside the code of its line.
    """
    valued = [row for row in rows if row.nilai.ada]
    headings = {judul.teks.get(at, "") for at in judul.letak(URAIAN)} - {""}
    if len(headings) > 1 and any(len(list(filter(None, row.nama))) > 1 for row in valued):
        return True
    return bool(valued) and all(row.kode.rekening and _has_line(row, judul) for row in valued)


def _has_line(row: Terurai, judul: Judul) -> bool:
    return any(code for code, _ in _with_codes(row, judul) or _with_names(row, judul, ()))


@dataclass(frozen=True)
class Daftar:
    """The lines of a flat list, the rows that were added to a line above them, and the rows that
    would count the money of their line twice; `berulang` are rows that only repeat the budget of
    the row before.
    """

    baris: tuple[Baris, ...]
    ditambahkan: tuple[int, ...]
    ganda: tuple[int, ...]
    berulang: tuple[int, ...]


def dari_datar(rows: Sequence[Terurai], judul: Judul) -> Daftar:
    """The lines of a flat list with the levels above each row; rows of one line are added."""
    lines: dict[tuple[str, str], Baris] = {}
    accounts: dict[tuple[str, str], list[str]] = {}
    added = []
    twice = []
    numbers: dict[tuple[str, str], int] = {}
    above: Jalur = ()
    for row in rows:
        path = _with_codes(row, judul) or _with_names(row, judul, above)
        above = path
        coded = _coded(path, numbers)
        for depth, (code, name) in enumerate(coded, start=1):
            key = row.baris.unit, code
            line = lines.get(key) or _empty(row.baris, code, name)
            lines[key] = _plus(line, row.baris) if depth == len(coded) else line
        own = row.baris.unit, coded[-1][0] if coded else ""
        before = accounts.setdefault(own, [])
        if before:
            added.append(row.baris.nomor)
        if any(_contains(one, row.kode.rekening) for one in before):
            twice.append(row.baris.nomor)
        before.append(row.kode.rekening)
    ordered = sorted(lines.values(), key=lambda line: line.nomor)
    return Daftar(tuple(ordered), tuple(added), tuple(twice), tuple(_repeated(rows, judul)))


def _repeated(rows: Sequence[Terurai], judul: Judul) -> list[int]:
    """The rows after the first of a rekening that all tell its whole budget again, one for each
    payment; none where one rekening has rows of different budgets, which are parts of it.
    """
    groups: dict[tuple[str, str, str], list[Baris]] = {}
    for row in rows:
        path = _with_codes(row, judul)
        if path and row.kode.rekening:
            key = row.baris.unit, path[-1][0], row.kode.rekening
            groups.setdefault(key, []).append(row.baris)
    several = [lines for lines in groups.values() if len(lines) > 1]
    if len(several) < FEW or not all(_same_budget(lines) for lines in several):
        return []
    return [line.nomor for lines in several for line in lines[1:]]


def _same_budget(lines: Sequence[Baris]) -> bool:
    return bool(lines[0].jumlah[PAGU]) and len({line.jumlah[PAGU] for line in lines}) == 1


def _contains(one: str, other: str) -> bool:
    """Whether one of two different accounts of a line is a part of the other; without an account a
    row is the whole line.
    """
    if one == other:
        return False
    short, long = sorted((one, other), key=len)
    return not short or long.startswith(f"{short}.")


def _with_codes(row: Terurai, judul: Judul) -> Jalur:
    """The levels of a row whose codes the law calls lines; the name of each stands right of it."""
    names = dict(zip(judul.letak(URAIAN), row.nama, strict=True))
    found = []
    places = judul.letak(KODE)
    for piece, at in zip(row.potongan, places, strict=False):
        after = [place for place in names if place > at]
        if jenis(piece) in BARIS and after:
            found.append((piece, names[after[0]]))
    return tuple(found)


def _with_names(row: Terurai, judul: Judul, above: Jalur) -> Jalur:
    """The names of a row, with the codes before them; those left out at its beginning are of the
    row above.
    """
    names = _own_names(row, judul)
    filled = [at for at, name in enumerate(names) if name]
    if not filled:
        return above
    own = [_parted(name) for name in names[filled[0] : filled[-1] + 1]]
    return (*above[: filled[0]], *(level for level in own if jenis(level[0]) not in NO_LINE))


def _own_names(row: Terurai, judul: Judul) -> list[str]:
    """The names of lines; those right of a rekening are names of it, where others stand left."""
    places = judul.letak(URAIAN)
    pieces = zip(judul.letak(KODE), row.potongan, strict=False)
    accounts = [at for at, piece in pieces if jenis(piece) == REKENING]
    left = [
        name
        for at, name in zip(places, row.nama, strict=True)
        if at < min(accounts, default=at + 1)
    ]
    return left if any(left) else list(row.nama)


def _parted(name: str) -> tuple[str, str]:
    """The code that a name begins with, and the name; a number such as 1.1 is no code."""
    _, bare = sebutan_di_depan(name)
    code, words = pecah(bare)
    if words and code and _CODE.match(code):
        return code, words
    return "", name


def _coded(path: Jalur, numbers: dict[tuple[str, str], int]) -> Jalur:
    """The path with stand-ins where it has no codes."""
    if all(code for code, _ in path):
        return path
    coded = []
    parent = ""
    for _, name in path:
        siblings = [key for key in numbers if key[0] == parent]
        number = numbers.setdefault((parent, name), len(siblings) + 1)
        parent = f"{parent}.{number}" if parent else f"{PENGGANTI}{number}"
        coded.append((parent, name))
    return tuple(coded)


def _empty(line: Baris, code: str, name: str) -> Baris:
    nothing: dict[str, Decimal | None] = dict.fromkeys((*AMOUNTS, *SHARES))
    return replace(line, kode=code, uraian=name, jumlah=nothing, jenis=jenis(code), sumber_dana="")


def _plus(line: Baris, row: Baris) -> Baris:
    """The amounts and sources added; shares of one row stay, of several none is of the line."""
    before, more = line.jumlah, row.jumlah
    is_first = all(before[kind] is None for kind in AMOUNTS)
    if is_first:
        return replace(line, jumlah=more, sumber_dana=row.sumber_dana)
    sums = {kind: _sum(before[kind], more[kind]) for kind in AMOUNTS}
    known = line.sumber_dana.split(", ")
    source = line.sumber_dana if row.sumber_dana in known else sumber_bersama((line, row))
    return replace(line, jumlah={**dict.fromkeys(SHARES), **sums}, sumber_dana=source)


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    if one is None or other is None:
        return one if other is None else other
    return one + other
