"""The agency and the year that a form names."""

from __future__ import annotations

from pathlib import Path

from lkipnb.errors import UsageError
from lkipnb.exchange.form import PROFILE_SHEET
from lkipnb.exchange.isian import YEAR
from lkipnb.exchange.terisi.formulir import lembar
from lkipnb.exchange.terisi.lembar import Susunan
from lkipnb.exchange.terisi.profil import Dikenal, Isian, isian


def identitas(path: Path) -> tuple[str, int]:
    """Raises DataError when the file cannot be trusted, UsageError when it names none."""
    return dari(lembar(path), path.name)


def dari(sheets: Susunan, file: str) -> tuple[str, int]:
    """What the sheets of a file name.  Raises UsageError."""
    told = isian(sheets.lembar.get(PROFILE_SHEET), Dikenal())
    opd = told.nilai.get("opd", "")
    tahun = told.nilai.get("tahun", "")
    if not opd or not YEAR.fullmatch(tahun):
        raise UsageError(
            f"{file}: lembar {PROFILE_SHEET} harus memuat opd, dan tahun dengan empat angka"
            f"{_cells(told)}."
        )
    return opd, int(tahun)


def _cells(told: Isian) -> str:
    named = [f"sel {told.sel[name]}" for name in ("opd", "tahun") if name in told.sel]
    if named:
        return f" ({', '.join(named)})"
    return ""
