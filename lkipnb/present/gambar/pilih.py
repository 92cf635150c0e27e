"""Which rows a picture shows when there are more than fit on a page: the lowest, for they need
attention.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol, TypeVar

from lkipnb.calculate.rekening import tercetak
from lkipnb.present.gambar.tema import TERTINGGI

Bentuk = TypeVar("Bentuk")


class Beranggaran(Protocol):
    """A line of the budget: its name and its code."""

    @property
    def uraian(self) -> str: ...
    @property
    def kode_rekening(self) -> str: ...


def given(value: Bentuk | None) -> Bentuk:
    """A value for which the rows of a picture were chosen: each of them has it."""
    assert value is not None
    return value


def terendah(
    rows: Sequence[Bentuk], ukuran: str, tinggi: Sequence[float], ruang: float = TERTINGGI
) -> list[Bentuk]:
    """The rows with the lowest value of `ukuran`, in their own order; as many as fit
    into `ruang` px.

    `tinggi` is the height of each row in px.  A row without a value comes last.
    """
    values = [getattr(row, ukuran) for row in rows]
    order = sorted(range(len(rows)), key=lambda n: (values[n] is None, values[n] or 0))
    kept = []
    for n in order:
        ruang -= tinggi[n]
        if ruang < 0:
            break
        kept.append(n)
    return [rows[n] for n in sorted(kept)]


def catatan(semua: int, digambar: int, apa: str, ukuran: str) -> tuple[str, ...]:
    """A note where a picture shows fewer than there are: those lowest in `ukuran`."""
    if digambar == semua:
        return ()
    return (f"Digambar {digambar} dari {semua} {apa}, yaitu yang {ukuran} terendah.",)


def berlainan(rows: Sequence[Beranggaran]) -> list[str]:
    """The `uraian` of each budget line; lines of one name get their code too, to be told apart."""
    times = Counter(row.uraian for row in rows)
    return [row.uraian if times[row.uraian] == 1 else _berkode(row) for row in rows]


def _berkode(row: Beranggaran) -> str:
    """The name and the code; of a line without a printed code the name alone."""
    return f"{row.uraian} {tercetak(row.kode_rekening)}".rstrip()
