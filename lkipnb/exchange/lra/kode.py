"""The codes of an export: one cell or a piece per column, whole or without what the row above says,
and what the law calls what a code stands for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lkipnb.calculate.rekening import ruas
from lkipnb.load.sel import DATE

URUSAN = "urusan"
BIDANG = "bidang urusan"
PROGRAM = "program"
KEGIATAN = "kegiatan"
SUB = "sub kegiatan"
UNIT = "perangkat daerah"
REKENING = "rekening belanja"
LAIN = ""
# Permendagri 90/2019; the second segment of a rekening has one digit, that of a bidang two.
_BIDANG = r"[0-9X]\.[0-9X]{2}"
_SUB = rf"{_BIDANG}\.[0-9]{{2}}\.[1-9]\.[0-9]{{2}}\.(?:[0-9]{{4}}|[0-9]{{2,3}})"
BENTUK = (
    (URUSAN, r"[0-9X]"),
    (BIDANG, _BIDANG),
    (PROGRAM, rf"{_BIDANG}\.[0-9]{{2}}"),
    (KEGIATAN, rf"{_BIDANG}\.[0-9]{{2}}\.[1-9]\.[0-9]{{2}}"),
    (SUB, _SUB),
    (UNIT, r"[0-9X]\.[0-9X]{2}(?:\.[0-9]\.[0-9]{2}){2}\.[0-9]{1,2}(?:\.[0-9]{2,4})?"),
    (REKENING, rf"(?:{_SUB}\.)?[4-6]\.[1-4](?:\.[0-9]+)*|{_SUB}\.[4-6]"),
)
BARIS = frozenset({PROGRAM, KEGIATAN, SUB})
WHOLE = 3  # segments from which a code is no piece of one
_SEGMENTS = r"[0-9X]+(?:[.\s]+[0-9X]+)*"
_CODE = re.compile(rf"\[?({_SEGMENTS})[.\s]*\]?")
_CODE_AND_NAME = re.compile(rf"\[?({_SEGMENTS})[.\s]*\]?\s*[-–:]?\s*([A-Za-z(].*)")
_NAME_AND_CODE = re.compile(r"([A-Za-z].*\S)\s*[\[(]([0-9X][. ][0-9X]{2}(?:[. ][0-9X]+)+)[\])]")
_STROKES = re.compile(r"[0-9X](?:\s*[-_]\s*[0-9X]{1,4}){2,}")
_STROKE = re.compile(r"\s*[-_]\s*")
# Of the ministries, where a region spends their money: 018.01.WA.4402.EBA.001.
_CENTRAL = re.compile(r"[0-9]{3}\.[0-9]{2}\.[A-Z]{2}(?:\.[0-9A-Z]{1,6})*")
# Before 2021 a rekening follows the code of its kegiatan: 1.02.1.02.01.01.17.5.2.1.01.  Its first
# segments have one digit, those of a kegiatan two.
_BEHIND_UNIT = re.compile(
    r"([0-9X]\.[0-9X]{2}(?:\.[0-9]\.[0-9]{2}){2}\.[0-9]{1,2}\.[0-9]{4})\.(.+)"
)
_ENDS_IN_ACCOUNT = re.compile(r"(?:[0-9X]{1,3}\.)*[0-9]{2,3}\.5\.[1-3](?:\.[0-9]+)*")
_PIECE = re.compile(r"[0-9A-Za-z]{1,4}")
_POINT = re.compile(r"[.\s\u00a0]+")

Potongan = tuple[str, ...]


@dataclass(frozen=True)
class Kode:
    """What the cells of a row say: the code of its line, its unit, and its kind of spending."""

    kode: str = ""
    unit: str = ""
    rekening: str = ""


def jenis(code: str) -> str:
    """What the law calls what a code stands for; empty for a code of another form."""
    for name, pattern in BENTUK:
        if re.fullmatch(pattern, code):
            return name
    return LAIN


def pecah(cell: str) -> tuple[str, str]:
    """The code of a cell with points between its segments, and the name that follows it; no code
    where the cell holds only words.
    """
    text = cell.strip(" .\u00a0")
    behind = _NAME_AND_CODE.fullmatch(text)
    if behind:
        return _POINT.sub(".", behind[2].strip()), behind[1]
    if DATE.match(text) or _PIECE.fullmatch(text) or _CENTRAL.fullmatch(text):
        return text, ""
    pointed = _STROKE.sub(".", text) if _STROKES.fullmatch(text) else text
    match = _CODE.fullmatch(pointed) or _CODE_AND_NAME.fullmatch(pointed)
    if match:
        code, *name = match.groups()
        return _POINT.sub(".", code.strip()), "".join(name).strip()
    return "", text


def isi_dari_atas(cells: Sequence[str], above: Potongan) -> Potongan:
    """The pieces of a code; those left out at its beginning or in between are of the code above.

    Empty when no cell holds a piece.
    """
    filled = [at for at, piece in enumerate(cells) if piece]
    if not filled:
        return ()
    pieces = list(cells[: filled[-1] + 1])
    if _is_whole(cells[filled[0]]):
        return tuple(pieces)
    for at, piece in enumerate(pieces):
        if not piece and at < len(above) and tuple(pieces[:at]) == above[:at]:
            pieces[at] = above[at]
    return tuple(pieces)


def rangkai(pieces: Potongan) -> Kode:
    """One code of the pieces of a row: a whole code that goes on from the one before stands for
    both, any other piece is added.
    """
    code = unit = account = ""
    for whole in filter(None, pieces):
        own, piece = _without_unit(whole)
        unit = own or unit
        kind = jenis(piece)
        if kind == UNIT:
            unit = piece
        elif kind == REKENING and (not code or jenis(code) in BARIS):
            account = piece
        else:
            code = _joined(code, piece)
    if jenis(code) == REKENING or _ENDS_IN_ACCOUNT.fullmatch(code):
        return Kode("", unit, code)
    return Kode(code, unit, account)


def _without_unit(piece: str) -> tuple[str, str]:
    """The full code of a unit that a code begins with, and what is left of the code."""
    match = _BEHIND_UNIT.fullmatch(piece)
    if match:
        return match[1], match[2]
    return "", piece


def _joined(code: str, piece: str) -> str:
    if not code or piece == code:
        return piece
    if _is_whole(piece) or _goes_on(piece, code):
        return piece
    return f"{code}.{piece}"


def _is_whole(piece: str) -> bool:
    return len(ruas(piece)) >= WHOLE or jenis(piece) == REKENING


def _goes_on(piece: str, code: str) -> bool:
    own = ruas(piece)
    before = ruas(code)
    return len(own) > len(before) and own[: len(before)] == before
