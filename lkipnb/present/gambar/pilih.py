"""Which rows a picture shows when there are more than fit on a page: the lowest, for they need attention."""

from __future__ import annotations

from collections.abc import Sequence

TERBANYAK = 24

Rows = Sequence[dict]


def terendah(rows: Rows, ukuran: str, banyak: int = TERBANYAK) -> Rows:
    """At most `banyak` rows, those with the lowest value of the column `ukuran`, in their own order."""
    if len(rows) <= banyak:
        return rows
    order = sorted(range(len(rows)), key=lambda n: (rows[n][ukuran] is None, rows[n][ukuran] or 0))
    return [rows[n] for n in sorted(order[:banyak])]


def catatan(semua: int, digambar: int, apa: str) -> tuple[str, ...]:
    """A note where a picture shows fewer than there are."""
    return (f"Digambar {digambar} dari {semua} {apa}, yang terendah.",) if digambar < semua else ()
