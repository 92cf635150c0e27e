"""Targets and realisasi, which each indicator writes in its own way.

`6,25`, `30 bidang`, `<= 5`, `0 - 5,99`, `WTP`, `BB (72)`, `1:200`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeGuard

import pandas as pd

from lkipnb.asal import Sel
from lkipnb.errors import Fault
from lkipnb.load.numbers import DASH, NotANumber, is_dash, read
from lkipnb.model import NOT_APPLICABLE, Batas, Rasio, RentangNilai, Tingkat, tingkat_jenjang
from lkipnb.rules.satuan import PERSEN, satuan
from lkipnb.schemas import Indikator, Kind, Table

KINDS = Indikator.table["jenis"].choices
YA_TIDAK = ["tidak", "ya"]
REALISASI, NILAI_BATAS = "realisasi", "nilai_batas"
MOST_CHARACTERS = 200
_RANGE = re.compile(r"(?P<dari>[^-–]+?)\s*(?:-|–|s\.?d\.?|sampai)\s*(?P<sampai>.+)")
_RATIO = re.compile(r"1\s*:\s*(?P<nilai>.+)")
_NUMBER = r"[-−–]?\s*(?:Rp\.?\s*)?[0-9][0-9.,]*"
_PART = r"[0-9][0-9.,]*\s*%?"
_WITH_UNIT = re.compile(rf"(?P<angka>{_NUMBER}) *(?P<satuan>[^\W\d_].*)", re.IGNORECASE)
_SCORE = re.compile(rf"(?P<tingkat>[^()]*[^()\s])\s*\((?P<skor>{_NUMBER})\)")
_LEVEL = re.compile(rf"(?P<skor>{_NUMBER})\s*\((?P<tingkat>[^()0-9]+)\)")
_BOUND = re.compile(
    r"(?P<tanda>[<>]\s*=?|[≤≥]|kurang dari|di bawah|lebih dari|di atas|paling banyak|paling"
    r" tinggi|maksimal|maks\.?"
    r"|paling sedikit|paling rendah|minimal|min\.?)\s*(?P<isi>.+)",
    re.IGNORECASE,
)
_SIGN = {
    "≤": "<=",
    "≥": ">=",
    "kurang dari": "<",
    "di bawah": "<",
    "lebih dari": ">",
    "di atas": ">",
    "paling banyak": "<=",
    "paling tinggi": "<=",
    "maksimal": "<=",
    "maks": "<=",
    "paling sedikit": ">=",
    "paling rendah": ">=",
    "minimal": ">=",
    "min": ">=",
}


def typed(
    frame: pd.DataFrame, table: Table, indikator: pd.DataFrame
) -> tuple[pd.DataFrame, list[Fault]]:
    """`frame` with its measures as values of their indicator's kind, and what could not be read.

    A number becomes Decimal, a target that is a bound Batas, a ratio 1:n Rasio, a range
    RentangNilai, a level of a ladder its text as the ladder spells it.  A realisasi of a range
    indicator is a number.  Of an indicator that is not there, or of no known kind, the text stays:
    that one is the fault, not its measures.
    """
    kinds = {row["kode"]: row for row in indikator.to_dict("records")}
    faults: list[Fault] = []
    columns = {}
    for column in (c.name for c in table.columns if c.kind is Kind.MEASURE):
        values = []
        for row, text in frame[column].items():
            kind = kinds.get(frame.at[row, "indikator"])
            named = frame.at[row, NILAI_BATAS] if NILAI_BATAS in frame else None
            if text is None or not _is_known(kind):
                values.append(text)
                continue
            try:
                values.append(_value(text, kind, column, named))
            except NotANumber as error:
                values.append(None)
                faults.append(Fault(table.file, row, column, text, str(error)))
        columns[column] = pd.Series(values, index=frame.index, dtype=object)
    return frame.assign(**columns), faults


def _is_known(kind: Mapping[str, object] | None) -> TypeGuard[Mapping[str, object]]:
    """Whether an indicator is there and says in which form its values are."""
    return kind is not None and kind["jenis"] in KINDS


def bersumber(value: Batas, cell: Sel) -> Batas:
    """A bound knowing its cell: the figure that a named one stands for has a column of its own."""
    own = Sel(cell.tabel, NILAI_BATAS, cell.baris) if value.sebutan else cell
    return Batas(value, value.tanda, value.sebutan, own)


def _value(text: str, kind: Mapping[str, object], column: str, named: object) -> object:
    if len(text) > MOST_CHARACTERS:
        raise NotANumber(f"terlalu panjang; paling banyak {MOST_CHARACTERS} huruf")
    if text.lower() == NOT_APPLICABLE.value and column == REALISASI:
        return NOT_APPLICABLE
    if kind["jenis"] == "jenjang":
        return _scored_level(text, tingkat_jenjang(kind["jenjang"]))
    if kind["jenis"] == "ya-tidak":
        return _level(text, YA_TIDAK)
    if kind["jenis"] == "rentang" and column != REALISASI:
        return _range(text)
    if kind["jenis"] == "rasio":
        return _ratio(text)
    if column != REALISASI and (match := _BOUND.fullmatch(text)):
        return _bound(match, kind, named)
    return _number(text, kind)


def _number(text: str, kind: Mapping[str, object]) -> Decimal:
    """A number, alone, with the unit of the indicator, or with the level that it stands for."""
    if match := _LEVEL.fullmatch(text) or _SCORE.fullmatch(text):
        return read(match["skor"])
    if kind["jenis"] == "angka":
        _no_range(text)
    if is_dash(text):
        raise NotANumber(DASH)
    match = _WITH_UNIT.fullmatch(text)
    if match is None:
        if text.endswith("%") and satuan(kind["satuan"] or "").kode not in (None, PERSEN):
            raise NotANumber(f"tertulis dalam persen, padahal satuannya {kind['satuan']}")
        return read(text)
    if not _same_unit(match["satuan"], kind["satuan"] or ""):
        told = (
            f"satuan “{match['satuan']}” bukan satuan indikator, {kind['satuan']}; samakan, atau"
            " tulis angkanya saja"
        )
        raise NotANumber(told)
    return read(match["angka"])


def _no_range(text: str) -> None:
    """Raises NotANumber for a range, which only an indicator of that kind has."""
    match = _RANGE.fullmatch(text)
    if match and all(re.fullmatch(_PART, part.strip()) for part in match.groups()):
        raise NotANumber("tertulis rentang; isi kolom jenis dengan rentang, atau tulis satu angka")


def tingkat_dan_skor(text: str) -> tuple[str, Decimal] | None:
    """The level and the score of `BB (72)` or `72 (BB)`; None for any other text.

    Raises NotANumber for a score that cannot be read.
    """
    match = _SCORE.fullmatch(text.strip()) or _LEVEL.fullmatch(text.strip())
    return (match["tingkat"].strip(), read(match["skor"])) if match else None


def _same_unit(one: str, other: str) -> bool:
    names = {satuan(text.strip()).nama.casefold() for text in (one, other)}
    return len(names) == 1


def _bound(match: re.Match, kind: Mapping[str, object], named: object) -> Batas:
    """`<= 5` by its number, `< inflasi nasional` by the figure that the row gives for it."""
    written = " ".join(match["tanda"].lower().rstrip(".").split())
    sign = _SIGN.get(written) or written.replace(" ", "")
    if any(char.isdigit() for char in match["isi"]):
        return Batas(_number(match["isi"], kind), sign)
    if not isinstance(named, Decimal):
        raise NotANumber(
            f"berapa {match['isi']}? isi angkanya pada kolom {NILAI_BATAS}, atau tulis batas berupa"
            " angka"
        )
    return Batas(named, sign, match["isi"])


def _scored_level(text: str, ladder: list[str]) -> str:
    """A level of the ladder; of `BB (72)` or `72 (BB)` with its score."""
    match = _SCORE.fullmatch(text) or _LEVEL.fullmatch(text)
    if match is None or text.lower() in map(str.lower, ladder):
        return _level(text, ladder)
    level = _level(match["tingkat"].strip(), ladder)
    return Tingkat(level, level, read(match["skor"]))


def _level(text: str, ladder: list[str]) -> str:
    for level in ladder:
        if level.lower() == text.lower():
            return level
    raise NotANumber(f"diharapkan salah satu dari: {', '.join(ladder) or 'jenjangnya belum diisi'}")


def _range(text: str) -> RentangNilai:
    if not (match := _RANGE.fullmatch(text)):
        raise NotANumber("diharapkan rentang, misalnya 0 - 5,99")
    low, high = read(match["dari"]), read(match["sampai"].removesuffix("%"))
    if low > high:
        raise NotANumber("batas bawah rentang melebihi batas atasnya")
    return RentangNilai(low, high)


def _ratio(text: str) -> Rasio:
    if not (match := _RATIO.fullmatch(text)):
        raise NotANumber("diharapkan rasio, misalnya 1:200")
    return Rasio(read(match["nilai"]))
