"""From one Dataset and the years before it to every figure of the report: pure functions, exact
numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pandas as pd

from lkipnb.calculate.capaian import capaian_indikator, capaian_opd, capaian_sasaran, cara_capaian
from lkipnb.calculate.dukungan import pendukung, serapan_pendukung
from lkipnb.calculate.efisiensi import efisiensi
from lkipnb.calculate.klaim import bandingkan, klaim_anggaran, nilai_klaim
from lkipnb.calculate.realisasi import ditetapkan, klaim_kinerja
from lkipnb.calculate.renstra import kemajuan
from lkipnb.calculate.riwayat import dihapus, perbandingan, tahun_lampau
from lkipnb.calculate.serapan import (
    AMOUNTS,
    bagian_anggaran,
    hasil_pendapatan,
    jumlah_anggaran,
    jumlah_belanja,
    jumlah_pendapatan,
    serapan_anggaran,
    serapan_belanja,
    serapan_sumber_dana,
)
from lkipnb.calculate.silang import tabel_silang
from lkipnb.calculate.standar import terhadap_standar
from lkipnb.calculate.ukuran import Terhitung, isi_ukuran
from lkipnb.model import Dataset, Pegawai, Results
from lkipnb.rules import Rules, Skala
from lkipnb.rules.skala import skala_dipakai
from lkipnb.rules.sumber import Lingkup, lingkup

# The tables that `capaian_setahun` reads, and the corrections of them: all that an earlier year is
# read for.
DIBACA = frozenset({"sasaran", "indikator", "kinerja", "triwulan", "skala", "koreksi"})
EARLIER_YEARS = 5  # how far back a year is compared
Years = Mapping[int, pd.DataFrame]


def calculate(data: Dataset, rules: Rules, folders: Years | None = None) -> Results:
    """All results of a dataset that has passed its contracts.

    `folders` are the indicators of earlier years that have a folder, by year; what the table
    `riwayat` tells of other years is added.
    """
    measured = data.profil.pengukuran
    skala = skala_dipakai(measured, data.skala, rules)
    cara = cara_capaian(measured, rules)
    capaian = capaian_setahun(data, rules)
    sasaran = capaian_sasaran(data.sasaran, capaian, skala, measured.rata_rata)
    semua = serapan_anggaran(data.anggaran, rules.anggaran)

    def lain(sumber: str | None) -> bool:
        return lingkup(sumber, data.profil.sumber_dana, rules.sumber_dana) is Lingkup.LAIN

    anggaran = bagian_anggaran(
        data.anggaran, semua, rules.anggaran, lambda sumber: not lain(sumber)
    )
    lampau = tahun_lampau(
        folders or {},
        data.riwayat,
        lambda rows, indikator: capaian_indikator(indikator, rows, cara, skala),
        data.indikator,
    )
    hasil = Results(
        lampau=lampau,
        capaian=capaian,
        perbandingan=perbandingan(capaian, data.tahun, lampau, (folders or {}).keys()),
        dihapus=tuple(dihapus(capaian, lampau.get(data.tahun - 1))),
        kemajuan=kemajuan(
            capaian, data.renstra, data.profil.periode.renstra.awal, data.tahun, lampau, cara
        ),
        standar=terhadap_standar(capaian, data.standar, cara),
        efisiensi=_efisiensi(capaian, data, semua),
        efisiensi_sasaran=_efisiensi(sasaran, data, semua),
        capaian_sasaran=sasaran,
        capaian_opd=capaian_opd(capaian, skala, measured.rata_rata),
        anggaran=anggaran,
        anggaran_jumlah=jumlah_anggaran(anggaran),
        anggaran_lain=bagian_anggaran(data.anggaran, semua, rules.anggaran, lain),
        anggaran_semua=semua,
        anggaran_semua_jumlah=jumlah_anggaran(semua),
        belanja=serapan_belanja(data.belanja),
        belanja_jumlah=jumlah_belanja(data.belanja),
        belanja_jenis=serapan_belanja(data.belanja_jenis, ("kelompok", "jenis")),
        pendapatan=hasil_pendapatan(data.pendapatan),
        pendapatan_jumlah=jumlah_pendapatan(data.pendapatan),
        sumber_dana=serapan_sumber_dana(semua, lain),
        pegawai=_pegawai(data),
        aset_jumlah=sum(data.aset.jumlah, Decimal(0)),
    )
    return replace(hasil, **_klaim(data, hasil, skala))


def capaian_setahun(data: Dataset, rules: Rules) -> pd.DataFrame:
    """The indicators of one year with their capaian, as `capaian_indikator` gives them."""
    measured = data.profil.pengukuran
    return capaian_indikator(
        data.indikator,
        ditetapkan(data.kinerja, data.indikator, data.triwulan),
        cara_capaian(measured, rules),
        skala_dipakai(measured, data.skala, rules),
    )


def _efisiensi(capaian: pd.DataFrame, data: Dataset, anggaran: pd.DataFrame) -> pd.DataFrame:
    """Per indicator or sasaran: what serves it, and capaian against its absorption.

    Columns: those of `capaian`, program (codes that serve it), the amounts of a Realisasi, a, b, e,
    ne.
    """
    rows = []
    for row in capaian.to_dict("records"):
        codes = pendukung(row["kode"], data.indikator, data.dukungan)
        behind = serapan_pendukung(codes, anggaran)
        spent = {name: getattr(behind, name, None) for name in AMOUNTS}
        rows.append(
            row
            | {"program": tuple(codes)}
            | spent
            | vars(efisiensi(row["capaian_persen"], spent["serapan_persen"]))
        )
    return pd.DataFrame(rows, dtype=object)


def _klaim(data: Dataset, hasil: Results, skala: Skala) -> dict[str, object]:
    """Every claim beside what follows: of the document, of the budget table's own sums, of the
    indicators.
    """
    values, faults = nilai_klaim(data.klaim, isi_ukuran(data, hasil, skala))
    own, measures = klaim_kinerja(data.kinerja, data.indikator, data.triwulan)
    return {
        "klaim": bandingkan(data.klaim, values),
        "klaim_anggaran": klaim_anggaran(data.anggaran, hasil.anggaran_semua),
        "klaim_kinerja": bandingkan(own, [Terhitung(measures[name]) for name in own.ukuran]),
        "ukuran_salah": tuple(faults),
    }


def _pegawai(data: Dataset) -> Pegawai:
    """The staff; the head count is that of the first of its tables that is filled in."""
    kelamin = dict(
        zip(data.pegawai_kelamin.jenis_kelamin, data.pegawai_kelamin.jumlah, strict=True)
    )
    counts = (data.pegawai_kelamin, data.pegawai_eselon, data.pegawai_golongan)
    counted = next((frame for frame in counts if len(frame)), data.pegawai_kelamin)
    return Pegawai(
        jumlah=sum(counted.jumlah, Decimal(0)),
        kelamin=kelamin,
        eselon=tabel_silang(data.pegawai_eselon, "eselon", "pendidikan"),
        golongan=tabel_silang(data.pegawai_golongan, "pendidikan", "golongan"),
    )
