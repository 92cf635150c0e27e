"""What if: cells of a loaded year with another text than the files hold; no file is read or
written.

A text is read as that of a file is: in the notation of its column, a measure by the kind of its
indicator.  The value knows that it was assumed: its cell stands in `andaian/<table>`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd
from pydantic import ValidationError

from lkipnb.errors import Fault
from lkipnb.load import measured, profile
from lkipnb.load.corrections import cocok
from lkipnb.load.findings import Faults
from lkipnb.load.origins import tracked
from lkipnb.load.table import typed_frame
from lkipnb.model import Dataset, Pengukuran, Profil
from lkipnb.schemas import YEAR_TABLES, Indikator, Kind, Table

ANDAIAN = "andaian"  # stands before the table of an assumed cell, as a year before an earlier one
PROFIL = "profil"  # the table of fields of `profil.yaml`
PENGUKURAN = "pengukuran."
MOST_CHARACTERS = 200


@dataclass(frozen=True)
class Andai:
    """A cell and the text that is assumed in it: `kinerja`, `indikator=IKU-4`, `realisasi`, `100`.

    Of the profile `tabel` is `profil`, `kunci` empty and `kolom` a dotted field of `pengukuran`.
    An empty `nilai` is an empty cell.
    """

    tabel: str
    kunci: str
    kolom: str
    nilai: str


def diandaikan(data: Dataset, andai: Iterable[Andai]) -> tuple[Dataset, list[Fault]]:
    """A copy of the year with the assumed cells, later ones before earlier, and a fault for each
    that names no cell or holds what cannot be read.  The given year stays as it is.
    """
    faults = Faults()
    for each in andai:
        if each.tabel == PROFIL:
            profil = faults.of(_profile(data.profil, each))
            data = replace(data, profil=profil)
        elif each.tabel in YEAR_TABLES:
            frame = faults.of(_frame(data, YEAR_TABLES[each.tabel], each))
            data = replace(data, tables={**data.tables, each.tabel: frame})
        else:
            faults.append(_fault(f"{each.tabel}.csv", each, "tabel ini tidak ada"))
    return data, faults


def _profile(profil: Profil, andai: Andai) -> tuple[Profil, list[Fault]]:
    name = andai.kolom.removeprefix(PENGUKURAN)
    if name == andai.kolom or name not in Pengukuran.model_fields:
        known = ", ".join(PENGUKURAN + field for field in Pengukuran.model_fields)
        return profil, [_fault(profile.FILE, andai, f"diharapkan salah satu dari: {known}")]
    own = profil.pengukuran.model_dump() | {name: andai.nilai or None}
    try:
        told = Pengukuran.model_validate(own)
    except ValidationError as error:
        return profil, profile.faults(error, profile.FILE)
    return profil.model_copy(update={"pengukuran": told}), []


def _frame(data: Dataset, table: Table, andai: Andai) -> tuple[pd.DataFrame, list[Fault]]:
    """The table with the assumed cell; as it was where there is a fault."""
    frame = data.tables[table.name]
    rows = cocok(frame, andai.kunci) or []
    why_not = _unplaced(table, rows, andai)
    if why_not:
        return frame, [_fault(table.file, andai, why_not)]
    value, faults = _value(data, table, rows[0], andai)
    if faults:
        return frame, faults
    mended = frame.copy()
    mended.at[rows[0], andai.kolom] = value  # type: ignore[assignment]
    return mended, []


def _unplaced(table: Table, rows: list[int], andai: Andai) -> str:
    """Why the cell is none that can be assumed; empty where it is one."""
    if len(rows) != 1:
        return (
            f"kunci “{andai.kunci}” harus cocok dengan tepat satu baris, cocok dengan {len(rows)}"
        )
    if andai.kolom not in table.names or andai.kolom in table.key:
        known = [name for name in table.names if name not in table.key]
        return f"diharapkan salah satu dari kolom {', '.join(known)}"
    if len(andai.nilai) > MOST_CHARACTERS:
        return f"terlalu panjang; paling banyak {MOST_CHARACTERS} huruf"
    return ""


def _value(data: Dataset, table: Table, row: int, andai: Andai) -> tuple[object, list[Fault]]:
    """The assumed cell as a value."""
    faults = Faults()
    texts = pd.DataFrame("", index=[row], columns=list(table.names), dtype=object)
    texts.at[row, andai.kolom] = andai.nilai.strip()
    typed = faults.of(typed_frame(texts, table, table.file))
    if table[andai.kolom].kind is Kind.MEASURE:
        # A measure is read by its indicator, and a bound that is named by the figure beside it.
        beside = [name for name in ("indikator", measured.NILAI_BATAS) if name in table.names]
        own = data.tables[table.name].loc[[row], beside]
        typed = typed.assign(**{name: own[name] for name in beside})
        typed = faults.of(measured.typed(typed, table, data.tables[Indikator.table.name]))
    known = tracked(table, typed, f"{ANDAIAN}/")
    return known.at[row, andai.kolom], faults


def _fault(file: str, andai: Andai, expected: str) -> Fault:
    return Fault(file, None, andai.kolom or None, andai.nilai or None, expected)
