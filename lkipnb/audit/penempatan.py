"""Where a finding stands, as the person sees it who typed the year into a form.

The rules speak of rows of the files below `data/`; a planner works in Excel, where a row has
another number.  What a finding advises must name the row that is before the planner's eyes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from lkipnb.audit.temuan import Temuan
from lkipnb.load.impor import baris_lembar, tempat

# `anggaran.csv baris 11 kolom pagu_rp`, as `diagnosis.words` names a cell.
_CELL = re.compile(r"\b(\w+\.csv) baris (\d+)(?: kolom (\w+))?")
# `baris 9`, `baris 9–12`, `baris 9 dan 12`: rows of the file that the finding is about.
_ROWS = re.compile(r"(?<!\.csv )\bbaris \d+(?:(?:–|, | dan )\d+)*")
_NUMBER = re.compile(r"\d+")

Impor = Mapping[str, Mapping[str, object]]


def ditempatkan(found: Temuan, impor: Impor) -> Temuan:
    """The finding with the cell of the form that it came from, and cause and advice in rows of the
    form.

    As it is where the table did not come from a form, or was changed since.
    """
    shown = replace(found, asal=tempat(impor, found.berkas, found.baris, found.kolom))
    return replace(
        shown,
        sebab=_in_rows_of_the_form(shown.sebab, found.berkas, impor),
        saran=_in_rows_of_the_form(shown.saran, found.berkas, impor),
    )


def _in_rows_of_the_form(text: str, berkas: str, impor: Impor) -> str:
    rows = _ROWS.sub(_renumbered(berkas, impor), text)
    return _CELL.sub(_cell(impor), rows)


def _renumbered(berkas: str, impor: Impor) -> Callable[[re.Match[str]], str]:
    def number(match: re.Match[str]) -> str:
        at = baris_lembar(impor, berkas, int(match[0]))
        return match[0] if at is None else str(at)

    return lambda match: _NUMBER.sub(number, match[0])


def _cell(impor: Impor) -> Callable[[re.Match[str]], str]:
    def place(match: re.Match[str]) -> str:
        return tempat(impor, match[1], int(match[2]), match[3]) or match[0]

    return place
