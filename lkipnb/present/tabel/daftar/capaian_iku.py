"""Capaian of every indicator, with the mean of each sasaran and of all."""

from __future__ import annotations

from lkipnb.model import CapaianSasaran
from lkipnb.present.bahan import Bahan, rows_of, sumber
from lkipnb.present.format import huruf_besar, persen
from lkipnb.present.rata_rata import kolom as kolom_bobot
from lkipnb.present.rata_rata import sebutan
from lkipnb.present.tabel.indikator import (
    SATUAN,
    bernama,
    berpredikat,
    besar,
    judul_sasaran,
    lebar,
)
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Row, Sajian, atau_kosong, isi


def sajian(bahan: Bahan) -> Sajian:
    """Target, realisasi, capaian and predicate of the indicators, grouped by sasaran."""
    wide = lebar(bahan.results.capaian, 13)
    weights = kolom_bobot(bahan)
    room = 61 - 2 * wide - 8 * len(weights)
    return Sajian(
        f"Capaian indikator kinerja utama tahun {bahan.data.tahun}",
        [
            Kolom("kode", "Kode", 10, utuh=True),
            Kolom("nama", "Indikator", room, kepala=True, dari=bernama),
            *weights,
            Kolom("target", "Target", wide, angka=True, dari=besar("target")),
            Kolom("realisasi", "Realisasi", wide, angka=True, dari=besar("realisasi")),
            Kolom("capaian_persen", "Capaian", 12, atau_kosong(persen), angka=True),
            Kolom("predikat", "Predikat", 17, dari=berpredikat),
            SATUAN,
        ],
        _baris(bahan),
        sumber(bahan, "kinerja"),
    )


def _baris(bahan: Bahan) -> list[Baris]:
    group = judul_sasaran(bahan)
    mean = huruf_besar(sebutan(bahan))
    listed = []
    for sasaran in bahan.results.capaian_sasaran:
        title = group[sasaran.kode]
        own = rows_of(bahan.results.capaian, sasaran.kode)
        listed += [Baris(isi(row), title) for row in own]
        listed.append(Baris(_mean(f"{mean} sasaran", sasaran), title, JUMLAH))
    return [*listed, _whole(bahan)]


def _whole(bahan: Bahan) -> Baris:
    opd = bahan.results.capaian_opd
    label = f"{huruf_besar(sebutan(bahan))} {opd.banyak_terhitung} indikator"
    mean = {"nama": label, "capaian_persen": opd.capaian_persen, "predikat": opd.predikat}
    return Baris(mean, "Seluruh indikator", JUMLAH)


def _mean(nama: str, row: CapaianSasaran) -> Row:
    return {"nama": nama, "capaian_persen": row.capaian_persen, "predikat": row.predikat}
