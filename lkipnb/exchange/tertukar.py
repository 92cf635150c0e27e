"""Two columns that seem exchanged: what is sure of the one holds for the other in every row.

Nothing is exchanged back; a person is asked.  One row that speaks against it ends the suspicion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import cast

from lkipnb.bilangan import bulatkan, sebut
from lkipnb.calculate.realisasi import Pengukuran, hasil_bagi, setahun
from lkipnb.desimal import banyak_desimal
from lkipnb.errors import Fault
from lkipnb.model import Batas, Dataset
from lkipnb.schemas import YEAR_TABLES, Indikator, Kinerja, Triwulan

ANSWER = "tukar kembali, atau ulangi dengan --apa-adanya bila memang demikian"
SPENDING = ("anggaran", "belanja", "belanja_jenis")
TARGET, REALISASI = "target", "realisasi"
LEAST_ROWS = 2

Row = Mapping[str, object]


def tertukar(data: Dataset) -> list[Fault]:
    """The tables of a year in which two columns seem exchanged, as its corrections leave them."""
    return [*_spending(data), *_measures(data)]


def _spending(data: Dataset) -> Iterator[Fault]:
    """Nobody spends beyond the budget in every line."""
    for name in SPENDING:
        rows = [row for row in _rows(data, name) if _differ(row["pagu_rp"], row["realisasi_rp"])]
        over = [Decimal(str(row["realisasi_rp"])) > Decimal(str(row["pagu_rp"])) for row in rows]
        if len(over) >= LEAST_ROWS and all(over):
            told = f"realisasi melebihi pagu pada semua baris yang berbeda ({sebut(len(over))})"
            yield _fault(name, "pagu_rp", "realisasi_rp", told)


def _measures(data: Dataset) -> Iterator[Fault]:
    """Of a row without a plan, parts and quarters nothing is known: real targets are as often
    finer than their realisasi as rounder, and as often higher as lower.
    """
    known = _known(data)
    rows = [row for row in _rows(data, "kinerja") if _differ(row[TARGET], row[REALISASI])]
    heard = [_is_exchanged(row, known.get(str(row["indikator"]), {})) for row in rows]
    if False not in heard and heard.count(True) >= LEAST_ROWS:
        told = (
            "isinya bertukar menurut renstra, triwulan, pembilang, dan penyebut pada"
            f" {sebut(heard.count(True))} baris"
        )
        yield _fault("kinerja", TARGET, REALISASI, told)


def _is_exchanged(row: Row, known: Mapping[str, list[object]]) -> bool | None:
    """What the other tables say of a row; None where they say nothing."""
    if isinstance(row[TARGET], Batas):
        return False
    for own, other in ((TARGET, REALISASI), (REALISASI, TARGET)):
        of_own = any(_is_printed(value, row[own]) for value in known.get(own, ()))
        of_other = any(_is_printed(value, row[other]) for value in known.get(own, ()))
        if of_own != of_other:
            return of_other
    return None


def _known(data: Dataset) -> dict[str, dict[str, list[object]]]:
    """What other cells make the target and the realisasi of each indicator."""
    planned = {str(row["indikator"]): row[TARGET] for row in _of_the_year(data)}
    told = Pengukuran.dari(data.baris(Indikator), data.baris(Kinerja), data.baris(Triwulan))
    parts = {row.indikator: row for row in told.kinerja}
    known = {}
    for code, kind in told.indikator.items():
        row = parts.get(code)
        quotient = row and hasil_bagi(row.nilai_pembilang, row.nilai_penyebut, kind)
        promised, done = (_of_quarters(told, kind, name) for name in (TARGET, REALISASI))
        known[code] = {TARGET: [planned.get(code), promised], REALISASI: [quotient, done]}
    return known


def _of_the_year(data: Dataset) -> list[Row]:
    return [row for row in _rows(data, "renstra") if row["tahun"] == data.tahun]


def _of_quarters(told: Pengukuran, kind: Indikator, column: str) -> object:
    return setahun(told.per_triwulan(kind.kode, column), kind.triwulan)


def _is_printed(value: object, printed: object) -> bool:
    """Whether a number is what a cell prints, rounded as it prints."""
    if not isinstance(value, Decimal) or not isinstance(printed, Decimal):
        return False
    return bulatkan(value, max(0, banyak_desimal(printed))) == printed


def _differ(one: object, other: object) -> bool:
    return isinstance(one, Decimal) and isinstance(other, Decimal) and one != other


def _rows(data: Dataset, name: str) -> list[Row]:
    return cast("list[Row]", data.tables[name].to_dict("records"))


def _fault(name: str, one: str, other: str, told: str) -> Fault:
    what = f"kolom {one} dan {other} tampak tertukar: {told}; {ANSWER}"
    return Fault(YEAR_TABLES[name].file, None, None, None, what)
