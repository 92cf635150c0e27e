"""Which agency-years there are, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from lkipnb.batch.tree import Tree
from lkipnb.errors import UsageError
from lkipnb.schemas import REFERENCE_FOLDER

RECAP = "rekap"  # its folder among the reports
Years = Mapping[str, Sequence[int]]  # of each agency


@dataclass(frozen=True, order=True)
class AgencyYear:
    tahun: int
    opd: str

    @property
    def path(self) -> str:
        return f"{self.opd}/{self.tahun}"


@dataclass(frozen=True)
class Found:
    """The agency-years to report, and those that were asked for and have no data."""

    there: tuple[AgencyYear, ...]
    missing: tuple[AgencyYear, ...]


def find(data: Tree, patterns: Sequence[str], tahun: Sequence[int]) -> Found:
    """The agencies that match a pattern (all without one) in the years asked for (all without one).

    Raises UsageError where a pattern matches no agency or nothing is left.
    """
    every = [name for name in data.folders() if name not in (REFERENCE_FOLDER, RECAP)]
    chosen = _matching(every, patterns)
    years = {opd: _years(data, opd) for opd in chosen}
    there = _there(years, tahun)
    if not there:
        raise UsageError(
            f"Tidak ada data instansi dan tahun yang diminta. Instansi yang ada: {_names(every)}."
        )
    return Found(there, _missing(years, tahun))


def _there(years: Years, asked: Sequence[int]) -> tuple[AgencyYear, ...]:
    """The years that stand there, of those that were asked for."""
    found = [AgencyYear(year, opd) for opd, own in years.items() for year in own]
    return tuple(sorted(one for one in found if not asked or one.tahun in asked))


def _missing(years: Years, asked: Sequence[int]) -> tuple[AgencyYear, ...]:
    """The years that were asked for and do not stand there."""
    wanted = {AgencyYear(year, opd) for opd in years for year in asked}
    return tuple(sorted(wanted.difference(_there(years, asked))))


def _matching(every: Sequence[str], patterns: Sequence[str]) -> list[str]:
    """The names that a pattern fits, all of them without one.  Raises UsageError for a pattern that
    fits none.
    """
    chosen: set[str] = set()
    for pattern in patterns:
        fitting = [name for name in every if fnmatchcase(name, pattern)]
        if not fitting:
            raise UsageError(
                f"Tidak ada instansi yang cocok dengan “{pattern}”. Yang ada: {_names(every)}."
            )
        chosen.update(fitting)
    return [name for name in every if not patterns or name in chosen]


def _names(every: Sequence[str]) -> str:
    return ", ".join(every) or "belum ada"


def _years(data: Tree, opd: str) -> list[int]:
    names = data.folders(opd)
    return sorted(int(name) for name in names if name.isascii() and name.isdigit())
