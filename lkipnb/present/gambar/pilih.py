"""Which rows a picture shows when there are more than fit on a page: the lowest, for they need attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lkipnb.present.gambar.tema import lipat

TERBANYAK = 24
NARROWEST = 12  # characters of a name before its code

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


def berlainan(rows: Rows, lebar: int, lines: int = 1) -> list[str]:
    """A label for each budget line: its `uraian` on `lines` lines of `lebar` characters.

    Lines of one name get their code too, for bars that share a label would be drawn over each other.
    """
    plain = [lipat(row["uraian"], lebar, lines) for row in rows]
    times = Counter(plain)
    return [text if times[text] == 1 else _berkode(row, lebar, lines) for row, text in zip(rows, plain, strict=True)]


def _berkode(row: dict, lebar: int, lines: int) -> str:
    kode = row["kode_rekening"]
    if lines > 1:
        return f"{lipat(row['uraian'], lebar, lines)}\n{kode}"
    return f"{lipat(row['uraian'], max(NARROWEST, lebar - len(kode) - 1), lines)} {kode}"
