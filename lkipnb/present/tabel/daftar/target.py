"""Target and realisasi of the indicators of a sasaran."""

from __future__ import annotations

from collections.abc import Callable

from lkipnb.model import CapaianSasaran
from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, row_of, rows_of, sumber
from lkipnb.present.format import KOSONG, huruf_besar, persen
from lkipnb.present.rata_rata import kolom as kolom_bobot
from lkipnb.present.rata_rata import sebutan
from lkipnb.present.tabel.indikator import (
    KODE,
    SATUAN,
    bernama,
    berpredikat,
    besar,
    lebar,
)
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Row, Sajian, atau_kosong, isi


def sajian(bahan: Bahan, sasaran: str) -> Sajian | None:
    """Target, realisasi, capaian and predicate, with the mean of the sasaran.

    None for few indicators: the table of all indicators and the sentences say the same.
    """
    own = rows_of(bahan.results.perbandingan, sasaran)
    if len(own) < PALING_SEDIKIT:
        return None
    tahun = bahan.data.tahun
    lasting = any(row.status_sejak not in (None, tahun) for row in own)
    since = [Kolom("sejak", "Status target", 13, dari=_status(tahun))] if lasting else []
    wide = lebar(own, 12)
    weights = kolom_bobot(bahan)
    room = 64 - 2 * wide - 10 * len(since) - 8 * len(weights)
    mean = row_of(bahan.results.capaian_sasaran, sasaran)
    return Sajian(
        f"Target dan realisasi {tahun}",
        [
            KODE,
            Kolom("nama", "Indikator", room, kepala=True, dari=bernama),
            *weights,
            Kolom("target", "Target", wide, angka=True, dari=besar("target")),
            Kolom("realisasi", "Realisasi", wide, angka=True, dari=besar("realisasi")),
            Kolom("capaian_persen", "Capaian", 11, atau_kosong(persen), angka=True),
            Kolom("predikat", "Predikat", 16, dari=berpredikat),
            *since,
            SATUAN,
        ],
        [*(Baris(isi(row)) for row in own), _mean(huruf_besar(sebutan(bahan)), mean)],
        sumber(bahan, "kinerja"),
    )


def _mean(nama: str, sasaran: CapaianSasaran) -> Baris:
    mean = {"capaian_persen": sasaran.capaian_persen, "predikat": sasaran.predikat}
    return Baris({"nama": nama, **mean}, peran=JUMLAH)


def _status(tahun: int) -> Callable[[Row], str]:
    """`tercapai sejak 2021`: whether the target is met, and since when; nothing in a row of
    means.
    """

    def shown(row: Row) -> str:
        since = row.get("status_sejak")
        if since is None:
            return KOSONG
        told = "tercapai" if row["tercapai"] else "belum tercapai"
        if since == tahun:
            return told
        return f"{told} sejak {since}"

    return shown
