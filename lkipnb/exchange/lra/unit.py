"""The units of an agency whose budgets stand below each other in one export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkipnb.errors import DataError, Fault, UsageError
from lkipnb.exchange.lra.baris import Baris, Jumlah, sumber_bersama
from lkipnb.exchange.lra.kolom import AMOUNTS, SHARES

FULL_CODE = 7  # points in the code of a unit: 1.03.0.00.0.00.01.0000


@dataclass(frozen=True)
class Gabungan:
    """The lines of one agency, and how many of them are sums over several units."""

    baris: tuple[Baris, ...]
    dijumlahkan: int


def gabung_unit(lines: Sequence[Baris], unit: str | None) -> Gabungan:
    """The lines of one unit, or of all with equal codes added.  Raises UsageError when there is no
    such unit.
    """
    held = lines if unit is None else _of(lines, unit)
    by_code: dict[str, list[Baris]] = {}
    for line in held:
        by_code.setdefault(line.kode, []).append(line)
    merged = tuple(_added(same) for same in by_code.values())
    return Gabungan(merged, sum(len(same) > 1 for same in by_code.values()))


def beda_skpd(lines: Sequence[Baris], where: str) -> None:
    """Raise DataError where an export holds several agencies: units of one agency share all but
    the last segment of their code.
    """
    agencies: dict[str, str] = {}
    for line in lines:
        if line.unit.count(".") >= FULL_CODE:
            agencies.setdefault(line.unit.rpartition(".")[0], line.unit)
    if len(agencies) < 2:
        return
    known = ", ".join(agencies.values())
    told = (
        f"berkas ini memuat {len(agencies)} perangkat daerah ({known}); sebutkan yang dimaksud"
        f" dengan --unit, misalnya --unit {next(iter(agencies.values()))}"
    )
    raise DataError([Fault(where, None, None, None, told)])


def _of(lines: Sequence[Baris], unit: str) -> list[Baris]:
    held = [line for line in lines if line.unit == unit]
    if not held:
        known = ", ".join(sorted({line.unit for line in lines if line.unit})) or "tidak ada"
        raise UsageError(f"--unit {unit}: tidak ada di berkas itu; yang ada: {known}")
    return held


def _added(same: Sequence[Baris]) -> Baris:
    first = same[0]
    if len(same) == 1:
        return first
    sums: dict[str, Decimal | None] = dict.fromkeys(SHARES)
    sums |= {kind: _sum([line.jumlah for line in same], kind) for kind in AMOUNTS}
    return replace(first, jumlah=sums, sumber_dana=sumber_bersama(same))


def _sum(amounts: Sequence[Jumlah], kind: str) -> Decimal | None:
    known = [each[kind] for each in amounts if each[kind] is not None]
    if known:
        return sum((value for value in known if value is not None), Decimal(0))
    return None
