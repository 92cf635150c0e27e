"""Realisasi of the indicators of a sasaran over the years."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lkipnb.model import Perbandingan
from lkipnb.present.bahan import Bahan, rows_of, sumber
from lkipnb.present.format import KOSONG, bertanda, persen
from lkipnb.present.kalimat.tahun import tahun_berurut
from lkipnb.present.tabel.indikator import SATUAN, bernama_juta, dalam_juta
from lkipnb.present.tabel.kolom import Baris, Kolom, Row, Sajian, atau_kosong, isi
from lkipnb.present.tabel.selisih import Pengurangan, catatan_selisih

TERBAGI = 42  # percent that the years share
CAPAIAN = atau_kosong(persen)


def sajian(bahan: Bahan, sasaran: str) -> Sajian | None:
    """Realisasi of every year that has data, the change since last year, and both capaian.  None
    when no earlier year is known.
    """
    own = rows_of(bahan.results.perbandingan, sasaran)
    if not bahan.results.lampau or not own:
        return None
    tahun = bahan.data.tahun
    years = [*sorted(bahan.results.lampau), tahun]
    gaps = [year for year in range(years[0], tahun) if year not in bahan.results.lampau]
    return Sajian(
        f"Realisasi tahun {years[0]} sampai {tahun}",
        _kolom(years),
        [Baris(isi(row, **_by_year(row))) for row in own],
        sumber(bahan, "kinerja"),
        (*_gaps(gaps), *catatan_selisih(map(_subtraction, own))),
    )


def _gaps(years: Sequence[int]) -> tuple[str, ...]:
    if years:
        return (f"Data tahun {tahun_berurut(years)} tidak ada.",)
    return ()


def _subtraction(row: Perbandingan) -> Pengurangan:
    values = (row.realisasi, row.realisasi_lalu, row.perubahan)
    now, before, change = (dalam_juta(value, row.satuan, tanda=False) for value in values)
    return now, before, change


def _by_year(row: Perbandingan) -> dict[str, object]:
    """The realisasi of each year under the name of its column."""
    return {str(year): value for year, value in row.deret.items()}


def _kolom(years: Sequence[int]) -> list[Kolom]:
    tahun = years[-1]
    share = TERBAGI // len(years)
    return [
        Kolom("nama", "Indikator", 71 - share * len(years), kepala=True, dari=bernama_juta),
        *(
            Kolom(str(year), str(year), share, angka=True, payung="Realisasi", dari=_in_year(year))
            for year in years
        ),
        Kolom("perubahan", "Perubahan", 11, angka=True, dari=_change),
        Kolom("capaian_lalu", str(tahun - 1), 9, CAPAIAN, angka=True, payung="Capaian"),
        Kolom("capaian_persen", str(tahun), 9, CAPAIAN, angka=True, payung="Capaian"),
        SATUAN,
    ]


def _in_year(year: int) -> Callable[[Row], str]:
    """The realisasi of a year with its unit; a dash for a year that has none."""

    def shown(row: Row) -> str:
        value = row["deret"].get(year)
        if value is None:
            return KOSONG
        return dalam_juta(value, row["satuan"])

    return shown


def _change(row: Row) -> str:
    """The change with its sign, of a ladder its way; a dash where there is none to tell."""
    change = row["perubahan"]
    if change is None:
        return str(row["arah"] or KOSONG)
    return bertanda(change, dalam_juta(change, row["satuan"], tanda=False))
