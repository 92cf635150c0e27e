"""`lkipnb trace`: every figure of a report that shows so, and its tree down to cells of `data/`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

from lkipnb.errors import UsageError
from lkipnb.present.format import jutaan
from lkipnb.report.lineage.file import FILE
from lkipnb.report.lineage.tree import pohon
from lkipnb.report.readings import (
    Reading,
    Shortened,
    indonesian,
    number,
    said,
    shortened,
    typed,
)

NEAR, FAR = 5, Decimal("0.01")
Figure = Mapping[str, Any]
Readings = frozenset[Reading]


def telusuri(tampil: str, folder: Path) -> Iterator[str]:
    """Lines for every figure of the report in `folder` that is the number `tampil`, however it is
    written.

    `98,60%`, `98,6` and `98.60` are one number, as are `Rp6.265.251.035` and `6265251035`; a ratio
    is found as `1:120`. Raises UsageError when there is no report, or no such figure; then it names
    the nearest ones.
    """
    path = folder / FILE
    if not path.is_file():
        raise UsageError(f"{path} belum ada; susun dulu laporannya dengan lkipnb report.")
    graph = json.loads(path.read_text(encoding="utf-8"))
    wanted = typed(tampil)
    found = [figure for figure in graph["angka"] if wanted & _said(figure)]
    if not found:
        found = _shortened(tampil, graph["angka"])
        if found:
            yield f"Gambar menyingkat jumlah rupiah; yang tersingkat menjadi {tampil.strip()}:"
            yield ""
    if not found:
        raise UsageError(_nothing(tampil, wanted, graph["angka"]))
    for figure in found:
        yield _heading(figure, graph.get("tempat", {}))
        yield from pohon(figure["ungkapan"], graph["sel"])
        yield ""


def _heading(figure: Figure, names: Mapping[str, str]) -> str:
    """A figure and the places where it stands, as the report calls them."""
    places = "; ".join(dict.fromkeys(names.get(place, place) for place in figure["tempat"]))
    return f"{figure['tampil']}  (nilai {indonesian(figure['nilai'])})  di {places}"


def _shortened(tampil: str, figures: Sequence[Figure]) -> list[Figure]:
    """The amounts that a picture would shorten to this; none for what is no shortened amount."""
    wanted = shortened(tampil)
    return [figure for figure in figures if wanted and _short(figure) == wanted]


def _short(figure: Figure) -> Shortened | None:
    value = number(str(figure["nilai"]))
    return None if value is None else shortened(jutaan(value))


def _said(figure: Figure) -> Readings:
    return said(str(figure["tampil"]), str(figure["nilai"]))


def _nothing(tampil: str, wanted: Readings, figures: Sequence[Figure]) -> str:
    """That there is no such figure, and which come nearest by value or by their digits."""
    told = f"Tidak ada angka {tampil} dalam laporan itu."
    near = {(_distance(wanted, _said(figure)), str(figure["tampil"])) for figure in figures}
    close = [shown for distance, shown in sorted(near) if distance <= FAR]
    if not close:
        return told
    each_once = list(dict.fromkeys(close))
    return f"{told} Yang mendekati: {'; '.join(each_once[:NEAR])}."


def _distance(wanted: Readings, said: Readings) -> Decimal:
    """How far a figure is from what was asked, as a part of it; nothing where only the point is
    elsewhere.
    """
    pairs = product(_numbers(wanted), _numbers(said))
    distances = [_apart(one, other) for one, other in pairs]
    return min(distances, default=Decimal(1))


def _numbers(readings: Readings) -> list[Decimal]:
    found = map(number, readings)
    return [one for one in found if one is not None]


def _apart(one: Decimal, other: Decimal) -> Decimal:
    if _digits(one) == _digits(other):
        return Decimal(0)
    return abs(one - other) / max(abs(one), abs(other))


def _digits(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits
