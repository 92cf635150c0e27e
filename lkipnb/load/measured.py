"""Targets and realisasi, which each indicator writes in its own way.

`6,25`, `30 bidang`, `<= 5`, `0 - 5,99`, `WTP`, `BB (72)`, `1:200`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from lkipnb.errors import Fault
from lkipnb.load.levels import level, scored_level, tingkat_dan_skor
from lkipnb.load.numbers import DASH, NUMBER, NotANumber, is_dash, read
from lkipnb.load.table import column_cells
from lkipnb.model import NOT_APPLICABLE, Batas, Rasio, RentangNilai, tingkat_jenjang
from lkipnb.rules.satuan import PERSEN, satuan
from lkipnb.schemas import Indikator, Kind, Table

KINDS = Indikator.table["jenis"].choices
YA_TIDAK = ["tidak", "ya"]
REALISASI, NILAI_BATAS = "realisasi", "nilai_batas"
MOST_CHARACTERS = 200
TOO_LONG = f"terlalu panjang; paling banyak {MOST_CHARACTERS} huruf"
IS_RANGE = "tertulis rentang; isi kolom jenis dengan rentang, atau tulis satu angka"
_RANGE = re.compile(r"(?P<dari>[^-–]+?)\s*(?:-|–|s\.?d\.?|sampai)\s*(?P<sampai>.+)")
_RATIO = re.compile(r"1\s*:\s*(?P<nilai>.+)")
_PART = re.compile(r"[0-9][0-9.,]*\s*%?")
_WITH_UNIT = re.compile(rf"(?P<angka>{NUMBER}) *(?P<satuan>[^\W\d_].*)", re.IGNORECASE)
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


@dataclass(frozen=True)
class _Form:
    """How an indicator writes its values: its kind, its ladder, its unit."""

    jenis: str
    jenjang: list[str]
    satuan: str


def typed(
    frame: pd.DataFrame, table: Table, indikator: pd.DataFrame
) -> tuple[pd.DataFrame, list[Fault]]:
    """`frame` with its measures as values of their indicator's kind, and what could not be read.

    A number becomes Decimal, a target that is a bound Batas, a ratio 1:n Rasio, a range
    RentangNilai, a level of a ladder its text as the ladder spells it.  A realisasi of a range
    indicator is a number.  Of an indicator that is not there, or of no known kind, the text stays:
    that one is the fault, not its measures.
    """
    forms = _forms(indikator)
    faults: list[Fault] = []
    columns = {}
    for column in table.columns:
        if column.kind is not Kind.MEASURE:
            continue
        values = []
        for row, text in column_cells(frame, column.name):
            form = forms.get(frame.at[row, "indikator"])
            try:
                values.append(_value(text, form, column.name, _named(frame, row)))
            except NotANumber as error:
                values.append(None)
                faults.append(Fault(table.file, row, column.name, text, str(error)))
        columns[column.name] = pd.Series(values, index=frame.index, dtype=object)
    return frame.assign(**columns), faults


def _forms(indikator: pd.DataFrame) -> Mapping[Any, _Form]:
    """The form of each indicator, by its code, that says in which form its values are."""
    found: dict[Any, _Form] = {}
    for own in indikator.to_dict("records"):
        if own["jenis"] in KINDS:
            ladder = tingkat_jenjang(own["jenjang"])
            # Of a code that stands twice the first: the second was likely typed over another.
            found.setdefault(own["kode"], _Form(own["jenis"], ladder, own["satuan"] or ""))
    return found


def _named(frame: pd.DataFrame, row: int) -> object:
    """The figure that stands for a bound which the row names by words; None where it gives none."""
    if NILAI_BATAS not in frame:
        return None
    return frame.at[row, NILAI_BATAS]


def _value(text: str | None, form: _Form | None, column: str, named: object) -> object:
    if text is None or form is None:
        return text
    if len(text) > MOST_CHARACTERS:
        raise NotANumber(TOO_LONG)
    if column == REALISASI:
        return _realisasi(text, form)
    return _target(text, form, named)


def _realisasi(text: str, form: _Form) -> object:
    if text.lower() == NOT_APPLICABLE.value:
        return NOT_APPLICABLE
    if form.jenis == "rentang":
        return _number(text, form)
    return _of_kind(text, form)


def _target(text: str, form: _Form, named: object) -> object:
    bound = _BOUND.fullmatch(text)
    if bound is not None and form.jenis == "angka":
        return _bound(bound, form, named)
    return _of_kind(text, form)


def _of_kind(text: str, form: _Form) -> object:
    match form.jenis:
        case "jenjang":
            return scored_level(text, form.jenjang)
        case "ya-tidak":
            return level(text, YA_TIDAK)
        case "rentang":
            return _range(text)
        case "rasio":
            return _ratio(text)
    return _number(text, form)


def _number(text: str, form: _Form) -> Decimal:
    """A number, alone, with the unit of the indicator, or with the level that it stands for."""
    scored = tingkat_dan_skor(text)
    if scored is not None:
        return scored[1]
    if form.jenis == "angka":
        _refuse_range(text)
    if is_dash(text):
        raise NotANumber(DASH)
    with_unit = _WITH_UNIT.fullmatch(text)
    if with_unit is None:
        _refuse_percent(text, form)
        return read(text)
    _refuse_other_unit(with_unit["satuan"], form)
    return read(with_unit["angka"])


def _refuse_range(text: str) -> None:
    """Raises NotANumber for a range, which only an indicator of that kind has."""
    found = _RANGE.fullmatch(text)
    if found is None:
        return
    if all(_PART.fullmatch(part.strip()) for part in found.groups()):
        raise NotANumber(IS_RANGE)


def _refuse_percent(text: str, form: _Form) -> None:
    """Raises NotANumber for percent of an indicator that is known to have another unit."""
    if text.endswith("%") and satuan(form.satuan).kode not in (None, PERSEN):
        raise NotANumber(f"tertulis dalam persen, padahal satuannya {form.satuan}")


def _refuse_other_unit(unit: str, form: _Form) -> None:
    if not _same_unit(unit, form.satuan):
        told = f"satuan “{unit}” bukan satuan indikator, {form.satuan}"
        raise NotANumber(f"{told}; samakan, atau tulis angkanya saja")


def _same_unit(one: str, other: str) -> bool:
    names = {satuan(text.strip()).nama.casefold() for text in (one, other)}
    return len(names) == 1


def _bound(found: re.Match[str], form: _Form, named: object) -> Batas:
    """`<= 5` by its number, `< inflasi nasional` by the figure that the row gives for it."""
    words = found["tanda"].lower().rstrip(".").split()
    written = " ".join(words)
    sign = _SIGN.get(written) or written.replace(" ", "")
    told = found["isi"]
    if any(char.isdigit() for char in told):
        return Batas(_number(told, form), sign)
    if not isinstance(named, Decimal):
        own_column = f"isi angkanya pada kolom {NILAI_BATAS}"
        raise NotANumber(f"berapa {told}? {own_column}, atau tulis batas berupa angka")
    return Batas(named, sign, told)


def _range(text: str) -> RentangNilai:
    found = _RANGE.fullmatch(text)
    if found is None:
        raise NotANumber("diharapkan rentang, misalnya 0 - 5,99")
    low = read(found["dari"])
    high = read(found["sampai"].removesuffix("%"))
    if low > high:
        raise NotANumber("batas bawah rentang melebihi batas atasnya")
    return RentangNilai(low, high)


def _ratio(text: str) -> Rasio:
    found = _RATIO.fullmatch(text)
    if found is None:
        raise NotANumber("diharapkan rasio, misalnya 1:200")
    return Rasio(read(found["nilai"]))
