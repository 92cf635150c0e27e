"""Rows that stand below each other: one root where there must be one, and never a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkipnb.check.cells import fault_at
from lkipnb.errors import Fault
from lkipnb.model import Dataset
from lkipnb.schemas import Fakta, Kerangka, Unit

Pohon = Unit | Kerangka | Fakta
ONE_ROOT = "diharapkan tepat satu unit puncak (induk kosong)"


def faults(data: Dataset) -> Iterator[Fault]:
    yield from _one_root(data.baris(Unit))
    yield from _no_circle(data.baris(Unit))
    yield from _no_circle(data.baris(Kerangka))
    yield from _no_circle(data.baris(Fakta))


def _one_root(units: tuple[Unit, ...]) -> Iterator[Fault]:
    roots = [unit.kode for unit in units if unit.induk is None]
    if units and len(roots) != 1:
        shown = ", ".join(filter(None, roots)) or None
        yield Fault(Unit.table.file, None, "induk", shown, ONE_ROOT)


def _no_circle(rows: tuple[Pohon, ...]) -> Iterator[Fault]:
    circular = _circular({row.kode: row.induk for row in rows})
    for row in rows:
        if row.kode in circular:
            yield fault_at(row, "induk", f"{row.kode} menjadi atasan dirinya sendiri")


def _circular(above: Mapping[str, str | None]) -> set[str]:
    """The codes that stand above themselves; each code is walked over once."""
    done: set[str] = set()
    found: set[str] = set()
    for start in above:
        path: list[str] = []
        at: str | None = start
        while at is not None and at not in done:
            if at in path:
                found.update(path[path.index(at) :])
                break
            path.append(at)
            at = above.get(at)
        done.update(path)
    return found
