"""From one Dataset to every figure of the report: pure functions, exact numbers."""

from __future__ import annotations

from decimal import Decimal

from lkipnb.calculate.capaian import capaian_indikator, capaian_opd, capaian_sasaran
from lkipnb.calculate.klaim import bandingkan, klaim_anggaran
from lkipnb.calculate.serapan import jumlah_anggaran, jumlah_belanja, serapan_anggaran, serapan_belanja
from lkipnb.calculate.silang import tabel_silang
from lkipnb.model import Dataset, Pegawai, Results
from lkipnb.rules import Rules


def calculate(data: Dataset, rules: Rules) -> Results:
    """All results of a dataset that has passed its contracts."""
    skala = rules.skala[data.profil.pengukuran.skala]
    measured = data.profil.pengukuran
    capaian = capaian_indikator(data.indikator, data.kinerja, rules.capaian, skala, measured.batas_capaian)
    anggaran = serapan_anggaran(data.anggaran)
    return Results(
        capaian=capaian,
        capaian_sasaran=capaian_sasaran(data.sasaran, capaian, skala, measured.rata_rata),
        capaian_opd=(opd := capaian_opd(capaian, skala, measured.rata_rata)),
        anggaran=anggaran,
        anggaran_jumlah=(langsung := jumlah_anggaran(anggaran)),
        belanja=serapan_belanja(data.belanja),
        belanja_jumlah=(seluruh := jumlah_belanja(data.belanja)),
        pegawai=_pegawai(data),
        aset_jumlah=sum(data.aset.jumlah, Decimal(0)),
        klaim=bandingkan(
            data.klaim,
            (
                ukuran := {
                    "anggaran.serapan": langsung.serapan_persen,
                    "belanja.serapan": seluruh.serapan_persen,
                    "capaian.rata_rata": opd.capaian_persen,
                }
            ),
            (computed := {**data.tables, "anggaran": anggaran}),
        ),
        klaim_anggaran=bandingkan(klaim_anggaran(data.anggaran, anggaran), ukuran, computed),
    )


def _pegawai(data: Dataset) -> Pegawai:
    kelamin = dict(zip(data.pegawai_kelamin.jenis_kelamin, data.pegawai_kelamin.jumlah, strict=True))
    return Pegawai(
        jumlah=sum(kelamin.values(), Decimal(0)),
        kelamin=kelamin,
        eselon=tabel_silang(data.pegawai_eselon, "eselon", "pendidikan"),
        golongan=tabel_silang(data.pegawai_golongan, "pendidikan", "golongan"),
    )
