"""The realisasi of each indicator of a sasaran over the years."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkipnb.model import Perbandingan
from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, rows_of, sumber
from lkipnb.present.format import daftar
from lkipnb.present.gambar import panel
from lkipnb.present.gambar.indikator import kurang
from lkipnb.present.gambar.lukisan import Lukisan
from lkipnb.present.gambar.pilih import given


def sajian(bahan: Bahan, sasaran: str) -> Lukisan | None:
    """Indicators that have a number in at least three years; of two a sentence tells all.  None
    where there are none.
    """
    own = [row for row in rows_of(bahan.results.perbandingan, sasaran) if _has_trend(row)]
    if not own:
        return None
    tahun = bahan.data.tahun
    years = range(min(bahan.results.lampau, default=tahun), tahun + 1)
    shown = panel.terbanyak(own, years)
    return Lukisan(
        f"Perkembangan realisasi {years[0]} sampai {years[-1]}",
        panel.chart(shown, years),
        _alt(shown),
        sumber(bahan, "kinerja"),
        (*_reading(shown), *kurang(own, shown)),
    )


def _has_trend(row: Perbandingan) -> bool:
    return len(_numbers(row)) >= PALING_SEDIKIT


def _numbers(row: Perbandingan) -> list[Decimal]:
    return [value for value in row.deret.values() if isinstance(value, Decimal)]


def _reading(rows: Sequence[Perbandingan]) -> tuple[str, ...]:
    """What the heights mean: the lowest value stands at the foot of its panel."""
    from_zero = [min(_numbers(row)) == 0 for row in rows]
    if len(rows) == 1:
        return () if all(from_zero) else ("Sumbu tegak tidak mulai dari nol.",)
    if all(from_zero):
        return ("Sumbu tegak tiap indikator berbeda.",)
    if any(from_zero):
        return ("Sumbu tegak tiap indikator berbeda dan tidak semuanya mulai dari nol.",)
    return ("Sumbu tegak tiap indikator berbeda dan tidak mulai dari nol.",)


def _alt(rows: Sequence[Perbandingan]) -> str:
    """Which indicators rose and which fell since last year."""
    changed = [f"{row.kode} {_way(row)}" for row in rows if row.perubahan]
    change = f" Dibandingkan tahun lalu: {daftar(changed)}." if changed else ""
    return f"Diagram garis realisasi {len(rows)} indikator dari tahun ke tahun.{change}"


def _way(row: Perbandingan) -> str:
    if given(row.perubahan) > 0:
        return "naik"
    return "turun"
