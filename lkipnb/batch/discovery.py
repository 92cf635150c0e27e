"""Which agency-years there are, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from lkipnb.batch.tree import Tree
from lkipnb.errors import UsageError
from lkipnb.schemas import REFERENCE_FOLDER

RECAP = "rekap"  # its folder among the reports


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
    there = [AgencyYear(year, opd) for opd in chosen for year in years[opd]]
    if tahun:
        there = [one for one in there if one.tahun in tahun]
    missing = [AgencyYear(year, opd) for opd in chosen for year in tahun if year not in years[opd]]
    if not there:
        raise UsageError(
            f"Tidak ada data instansi dan tahun yang diminta. Instansi yang ada:"
            f" {', '.join(every) or 'belum ada'}."
        )
    return Found(tuple(sorted(there)), tuple(sorted(missing)))


def _matching(every: Sequence[str], patterns: Sequence[str]) -> list[str]:
    for pattern in patterns:
        if not any(fnmatchcase(name, pattern) for name in every):
            raise UsageError(
                f"Tidak ada instansi yang cocok dengan “{pattern}”. Yang ada:"
                f" {', '.join(every) or 'belum ada'}."
            )
    if not patterns:
        return list(every)
    return [name for name in every if any(fnmatchcase(name, one) for one in patterns)]


def _years(data: Tree, opd: str) -> list[int]:
    names = data.folders(opd)
    return sorted(int(name) for name in names if name.isascii() and name.isdigit())
