"""The lines of an export: code, name and amounts, out of whatever stands between header
and footer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkipnb.calculate.rekening import PENGGANTI
from lkipnb.errors import Fault
from lkipnb.exchange.lra.judul import (
    FISIK,
    KODE,
    MURNI,
    PAGU,
    PERSEN,
    REALISASI,
    SUMBER,
    URAIAN,
    Judul,
)
from lkipnb.load.numbers import MOST_CHARACTERS, NotANumber, Notation, read, sebatas
from lkipnb.load.xlsx import Rows

TOTAL = re.compile(r"^\s*(sub[\s-]*total|grand total|total|jumlah)\b", re.IGNORECASE)
AMOUNTS = (MURNI, PAGU, REALISASI)
SHARES = (PERSEN, FISIK)
_CURRENCY = re.compile(r"^\(?\s*(-?)\s*(?:rp\.?|idr)?\s*", re.IGNORECASE)
_GROUPED = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})*(?:(?!\1)[.,][0-9]{1,2})?")
_AMOUNT = re.compile(r"[0-9][0-9.,]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # how a sheet tells a date


@dataclass(frozen=True)
class Baris:
    """A line of the budget as the export has it: its row in the file, and how far its name stands
    in.

    `berpersen` are the shares that stand with a percent sign, so they are no fractions.
    """

    nomor: int
    kode: str
    uraian: str
    jumlah: Mapping[str, Decimal | None]
    sumber_dana: str = ""
    menjorok: int = 0
    berpersen: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Isi:
    """What was read: lines, total lines, rows passed over, numbers that were mended in reading, and
    faults.
    """

    baris: tuple[Baris, ...]
    total: tuple[Baris, ...]
    dilewati: tuple[tuple[int, str], ...]
    ditafsirkan: tuple[tuple[int, str, str], ...]
    faults: tuple[Fault, ...]


def isi(rows: Rows, judul: Judul, where: str) -> Isi:
    """Everything below the header; a row with an amount that cannot be read is a fault."""
    lines, totals, passed, mended, faults = [], [], [], [], []
    repeated = {_words(rows[n]) for n in range(judul.baris, judul.data)}
    above: list[str] = []
    for number in range(judul.data, len(rows)):
        row = rows[number]
        if not _words(row) or _words(row) in repeated:
            continue
        amounts, told, wrong = _amounts(row, judul, number + 1, where)
        pieces = [_cell(row, at) for at in judul.letak(KODE)]
        name, depth = _name(row, judul)
        is_total = any(TOTAL.match(text) for text in (name, *pieces))
        code = "" if is_total else _code(pieces, above)
        known = any(value is not None for value in amounts.values())
        if not known and not wrong and not code:
            passed.append((number + 1, _words(row)))
            continue
        if not known and not wrong and not name:
            passed.append((number + 1, code))
            continue
        faults += wrong
        mended += told
        signed = frozenset(kind for kind in SHARES if _first(row, judul.letak(kind)).endswith("%"))
        line = Baris(
            number + 1, code, name, amounts, _first(row, judul.letak(SUMBER)), depth, signed
        )
        (totals if is_total else lines).append(line)
    lines, passed = _with_wrapped_names(lines, passed)
    if lines and not any(line.kode for line in lines):
        lines = _numbered(lines)
    faults += _faults(lines, where)
    return Isi(tuple(lines), tuple(totals), tuple(passed), tuple(mended), tuple(faults))


def _words(row: Sequence[str]) -> str:
    return " ".join(" ".join(row).split())


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _first(row: Sequence[str], places: Sequence[int]) -> str:
    return next((cell for at in places if (cell := _cell(row, at))), "")


def _name(row: Sequence[str], judul: Judul) -> tuple[str, int]:
    """The name, joined over its columns, and how far it is indented."""
    places = judul.letak(URAIAN)
    filled = [at for at in places if _cell(row, at)]
    if not filled:
        return "", 0
    raw = row[filled[0]]
    depth = (filled[0] - places[0]) * 2 + (len(raw) - len(raw.lstrip()))
    return " ".join(" ".join(_cell(row, at) for at in filled).split()), depth


def _code(pieces: Sequence[str], above: list[str]) -> str:
    """The whole code; pieces left out at its beginning are those of the row above."""
    cleaned = [piece.strip(" .") for piece in pieces]
    filled = [n for n, piece in enumerate(cleaned) if piece]
    if not filled:
        return ""
    whole = [*above[: filled[0]], *cleaned[filled[0] :]] if len(cleaned) > 1 else cleaned
    while whole and not whole[-1]:
        whole.pop()
    above[:] = whole
    return re.sub(r"\s*\.\s*", ".", ".".join(piece for piece in whole if piece))


def _amounts(
    row: Sequence[str], judul: Judul, number: int, where: str
) -> tuple[dict[str, Decimal | None], list[tuple[int, str, str]], list[Fault]]:
    amounts: dict[str, Decimal | None] = {}
    mended, faults = [], []
    for kind in (*AMOUNTS, *SHARES):
        text = _first(row, judul.letak(kind))
        if not text:
            amounts[kind] = None
            continue
        try:
            amounts[kind], regular = rupiah(text) if kind in AMOUNTS else (_share(text), True)
        except NotANumber as error:
            amounts[kind] = None
            if kind in AMOUNTS:
                faults.append(Fault(where, number, kind, text, str(error)))
            continue
        if not regular:
            mended.append((number, text, kind))
    return amounts, mended, faults


def _share(text: str) -> Decimal:
    """A percentage with a comma or a point before its decimals."""
    return read(text, Notation.INDONESIAN if "," in text else Notation.ENGLISH)


def rupiah(text: str) -> tuple[Decimal, bool]:
    """An amount in rupiah however it is written, and whether it was written regularly.

    Rupiah have two decimals at most, so a last group of three digits is never a fraction;
    separators that are mixed or missing are passed over.  Raises NotANumber for what is no amount.
    """
    bare = text.strip()
    if set(bare) <= set("-−– ") and bare:
        return Decimal(0), True
    negative = bare.startswith("(") and bare.endswith(")")
    bare = bare.strip("()") if negative else bare
    sign = _CURRENCY.match(bare)
    negative = negative or bool(sign and sign[1])
    bare = re.sub(r"[.,][-–]+$", "", bare[sign.end() :].strip()) if sign else bare
    bare = bare.replace(" ", "").replace("\u00a0", "")
    if len(bare) > MOST_CHARACTERS or not _AMOUNT.fullmatch(bare) or bare[-1] in ".,":
        raise NotANumber("diharapkan jumlah rupiah")
    groups = re.split(r"[.,]", bare)
    fraction = groups.pop() if len(groups) > 1 and len(groups[-1]) <= 2 else ""
    value = sebatas(Decimal("".join(groups) + ("." + fraction if fraction else "")))
    regular = len(groups) == 1 or bool(_GROUPED.fullmatch(bare))
    return (-value if negative else value), regular


def _with_wrapped_names(
    lines: list[Baris], passed: list[tuple[int, str]]
) -> tuple[list[Baris], list[tuple[int, str]]]:
    """A row with nothing but words, between two lines, continues the name above it."""
    if not lines:
        return lines, passed
    last = max(line.nomor for line in lines)
    by_row = {line.nomor: n for n, line in enumerate(lines)}
    kept = []
    whole = list(lines)
    for number, text in passed:
        at = by_row.get(number - 1)
        if at is None or number > last or not re.search(r"[A-Za-z]", text):
            kept.append((number, text))
            continue
        line = whole[at]
        whole[at] = replace(line, uraian=f"{line.uraian} {text}".strip())
        by_row[number] = at
    return whole, kept


def _numbered(lines: Sequence[Baris]) -> list[Baris]:
    """Stand-ins for the codes of an export without any, from how far each name stands in."""
    levels: list[int] = []
    counts: list[int] = []
    made = []
    for line in lines:
        while levels and levels[-1] > line.menjorok:
            levels.pop()
            counts.pop()
        if levels and levels[-1] == line.menjorok:
            counts[-1] += 1
        else:
            levels.append(line.menjorok)
            counts.append(1)
        code = PENGGANTI + ".".join(map(str, counts))
        made.append(replace(line, kode=code))
    return made


def _faults(lines: Sequence[Baris], where: str) -> list[Fault]:
    found = []
    first: dict[str, int] = {}
    for line in lines:
        if not line.kode:
            found.append(
                Fault(
                    where, line.nomor, "kode_rekening", None, f"baris “{line.uraian}” tidak berkode"
                )
            )
        elif _DATE.match(line.kode):
            told = "kode terbaca sebagai tanggal; ubah format sel menjadi Teks lalu tulis ulang"
            found.append(Fault(where, line.nomor, "kode_rekening", line.kode, told))
        elif line.kode in first:
            told = f"kode ini sudah ada di baris {first[line.kode]}"
            found.append(Fault(where, line.nomor, "kode_rekening", line.kode, told))
        first.setdefault(line.kode, line.nomor)
        if not line.uraian:
            found.append(
                Fault(where, line.nomor, "uraian", None, "nama program atau kegiatan kosong")
            )
    return found
