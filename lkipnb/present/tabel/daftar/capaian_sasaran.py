"""The mean capaian of each sasaran."""

from __future__ import annotations

from collections.abc import Sequence

from lkipnb.model import CapaianSasaran
from lkipnb.present.bahan import Bahan, sumber
from lkipnb.present.format import angka, huruf_besar, persen
from lkipnb.present.rata_rata import sebutan
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian, atau_kosong, isi

BELUM_TERHITUNG = (
    Kolom("banyak_belum_dilaporkan", "Belum dilaporkan", 11, angka, angka=True),
    Kolom("banyak_tidak_terhitung", "Tidak terhitung", 11, angka, angka=True),
)


def sajian(bahan: Bahan) -> Sajian | None:
    """None for one sasaran, whose mean stands in the table of its indicators, and while none is
    computed.
    """
    means = bahan.results.capaian_sasaran
    if len(means) == 1 or all(row.capaian_persen is None for row in means):
        return None
    return Sajian(
        f"Capaian sasaran strategis tahun {bahan.data.tahun}",
        _kolom(means, huruf_besar(sebutan(bahan))),
        [Baris(isi(row)) for row in means],
        sumber(bahan, "kinerja"),
    )


def _kolom(means: Sequence[CapaianSasaran], mean: str) -> list[Kolom]:
    """Where something was not reported or has no capaian, also how many of each."""
    counts = [
        column for column in BELUM_TERHITUNG if any(getattr(row, column.nama) for row in means)
    ]
    return [
        Kolom("nomor", "No.", 6, angka, angka=True),
        Kolom("uraian", "Sasaran strategis", 42 - 11 * len(counts), kepala=True),
        Kolom("banyak_indikator", "Indikator", 12, angka, angka=True),
        Kolom("banyak_tercapai", "Mencapai target", 12, angka, angka=True),
        *counts,
        Kolom("capaian_persen", f"{mean} capaian", 13, atau_kosong(persen), angka=True),
        Kolom("predikat", "Predikat", 15, atau_kosong(str)),
    ]
