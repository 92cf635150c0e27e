"""Targets and realisasi, which each indicator writes in its own way: `6,25`, `0 - 5,99`, `WTP`, `1:200`."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from lkipnb.errors import Fault
from lkipnb.load.numbers import NotANumber, read
from lkipnb.model import NOT_APPLICABLE, Rasio, RentangNilai, tingkat_jenjang
from lkipnb.schemas import Kind, Table

YA_TIDAK = ["tidak", "ya"]
REALISASI = "realisasi"
_RANGE = re.compile(r"(?P<dari>[^-–]+?)\s*(?:-|–|s\.?d\.?|sampai)\s*(?P<sampai>.+)")
_RATIO = re.compile(r"1\s*:\s*(?P<nilai>.+)")


def typed(frame: pd.DataFrame, table: Table, indikator: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """`frame` with its measures as values of their indicator's kind, and what could not be read.

    A number becomes Decimal, a ratio 1:n Rasio, a range RentangNilai, a level of a ladder its text
    as the ladder spells it.  A realisasi of a range indicator is a number.
    """
    kinds = {row["kode"]: row for row in indikator.to_dict("records")}
    faults: list[Fault] = []
    columns = {}
    for column in (c.name for c in table.columns if c.kind is Kind.MEASURE):
        values = []
        for row, text in frame[column].items():
            kind = kinds.get(frame.at[row, "indikator"])
            try:
                values.append(None if kind is None or text is None else _value(text, kind, column))
            except NotANumber as error:
                values.append(None)
                faults.append(Fault(table.file, row, column, text, str(error)))
        columns[column] = pd.Series(values, index=frame.index, dtype=object)
    return frame.assign(**columns), faults


def _value(text: str, kind: Mapping[str, object], column: str) -> object:
    if text.lower() == NOT_APPLICABLE.value and column == REALISASI:
        return NOT_APPLICABLE
    if kind["jenis"] == "jenjang":
        return _level(text, tingkat_jenjang(kind["jenjang"]))
    if kind["jenis"] == "ya-tidak":
        return _level(text, YA_TIDAK)
    if kind["jenis"] == "rentang" and column != REALISASI:
        return _range(text)
    if kind["jenis"] == "rasio":
        return _ratio(text)
    return read(text)


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
