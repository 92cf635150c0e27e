"""From one Dataset and the years before it to every figure of the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from lkipnb.calculate.aset import dapat_dijumlah
from lkipnb.calculate.belanja import (
    belanja_jenis,
    belanja_kelompok,
    jumlah_kelompok,
    jumlah_pendapatan,
    penerimaan,
)
from lkipnb.calculate.capaian import CaraCapaian, capaian_indikator, cara_capaian, rumus_dipakai
from lkipnb.calculate.dukungan import bersama, pendukung, penunjang
from lkipnb.calculate.efisiensi import TIDAK_DIKETAHUI, efisiensi, tanpa_capaian
from lkipnb.calculate.isi_ukuran import isi_ukuran
from lkipnb.calculate.kerangka import jenjang_kerangka
from lkipnb.calculate.klaim import bandingkan, klaim_anggaran, nilai_klaim
from lkipnb.calculate.realisasi import Pengukuran, ditetapkan, klaim_kinerja, per_triwulan
from lkipnb.calculate.renstra import Jangka, kemajuan
from lkipnb.calculate.riwayat import dihapus, perbandingan, tahun_lampau
from lkipnb.calculate.sasaran import capaian_opd, capaian_sasaran, lampau_sasaran
from lkipnb.calculate.serapan import (
    bagian,
    bagian_anggaran,
    jumlah_pagu,
    serapan_anggaran,
    serapan_sumber_dana,
)
from lkipnb.calculate.silang import tabel_silang
from lkipnb.calculate.standar import terhadap_standar
from lkipnb.calculate.ujung import di_ujung
from lkipnb.calculate.ukuran import Terhitung
from lkipnb.model import (
    BagianAnggaran,
    CapaianIndikator,
    CapaianSasaran,
    Dataset,
    EfisiensiIndikator,
    EfisiensiSasaran,
    NilaiEfisiensi,
    Pegawai,
    Penunjang,
    Results,
)
from lkipnb.rules import Rules, Skala
from lkipnb.rules.skala import skala_dipakai
from lkipnb.rules.sumber import Lingkup, lingkup
from lkipnb.schemas import (
    Anggaran,
    Aset,
    Belanja,
    BelanjaJenis,
    Dukungan,
    Indikator,
    Kerangka,
    Kinerja,
    Klaim,
    PegawaiEselon,
    PegawaiGolongan,
    PegawaiKelamin,
    Pendapatan,
    Renstra,
    Riwayat,
    Sasaran,
    SelangSkala,
    Standar,
    Triwulan,
)

# The tables that `capaian_setahun` reads, and the corrections of them: all that an earlier year is
# read for.
DIBACA = frozenset({"sasaran", "indikator", "kinerja", "triwulan", "skala", "koreksi"})
EARLIER_YEARS = 5  # how far back a year is compared
Setahun = tuple[CapaianIndikator, ...]


def calculate(
    data: Dataset,
    rules: Rules,
    folders: Mapping[int, Setahun] | None = None,
    beranggaran_sama: Results | None = None,
) -> Results:
    """All results of a dataset that has passed its contracts.

    `folders` are the indicators of earlier years that have a folder, by year; what the table
    `riwayat` tells of other years is added.  `beranggaran_sama` are results of a dataset with the
    very same budget, which is most of the work: what follows from it alone is taken from there.
    """
    cara = Cara.dari(data, rules)
    known = folders or {}
    indikator = data.baris(Indikator)
    capaian = capaian_setahun(data, rules)
    sasaran = capaian_sasaran(data.baris(Sasaran), capaian, cara.skala, cara.rata_rata)
    lampau = tahun_lampau(known, data.baris(Riwayat), cara.ukur, indikator)
    jangka = Jangka(data.profil.periode.renstra.awal, data.tahun, lampau)
    anggaran, lain, semua = _anggaran(data, rules, beranggaran_sama)
    dukungan = Penunjangan(sasaran, indikator, data.baris(Dukungan), semua, rules)
    jenis = belanja_jenis(data.baris(BelanjaJenis))
    pendapatan = data.baris(Pendapatan)
    served = tuple(map(dukungan.indikator_ini, capaian))
    compared = perbandingan(capaian, data.tahun, lampau, known.keys())
    hasil = Results(
        lampau=lampau,
        lampau_sasaran=lampau_sasaran(
            data.baris(Sasaran), capaian, lampau, cara.skala, cara.rata_rata
        ),
        capaian=capaian,
        perbandingan=compared,
        dihapus=dihapus(capaian, lampau.get(data.tahun - 1, ())),
        kemajuan=kemajuan(capaian, data.baris(Renstra), jangka, cara.capaian),
        standar=terhadap_standar(capaian, data.baris(Standar), cara.capaian),
        efisiensi=served,
        efisiensi_sasaran=tuple(dukungan.sasaran_ini(row, served) for row in sasaran),
        capaian_sasaran=sasaran,
        capaian_opd=capaian_opd(capaian, cara.skala, cara.rata_rata),
        capaian_ujung=di_ujung(compared, "capaian_persen"),
        anggaran=anggaran,
        anggaran_lain=lain,
        anggaran_semua=semua,
        belanja=belanja_kelompok(data.baris(Belanja)),
        belanja_jumlah=jumlah_pagu(data.baris(Belanja)),
        belanja_jenis=jenis,
        jumlah_kelompok=jumlah_kelompok(jenis),
        pendapatan=penerimaan(pendapatan),
        pendapatan_jumlah=jumlah_pendapatan(pendapatan),
        sumber_dana=serapan_sumber_dana(semua, _Dana(data, rules).lain),
        pegawai=_pegawai(data),
        aset_jumlah=_count(data.baris(Aset)),
        aset_dapat_dijumlah=dapat_dijumlah(data.baris(Aset)),
        jenjang_kerangka=jenjang_kerangka(data.baris(Kerangka)),
        rumus_dipakai=rumus_dipakai(indikator, rules.capaian),
        per_triwulan=per_triwulan(indikator, data.baris(Triwulan)),
    )
    return _with_claims(hasil, data, cara.skala)


def capaian_setahun(data: Dataset, rules: Rules) -> Setahun:
    """The indicators of one year with their capaian."""
    cara = Cara.dari(data, rules)
    measured = ditetapkan(_pengukuran(data))
    return capaian_indikator(data.baris(Indikator), measured, cara.capaian, cara.skala)


@dataclass(frozen=True)
class Cara:
    """How the agency measures: its formulas and bounds, its scale, its way of means."""

    capaian: CaraCapaian
    skala: Skala
    rata_rata: str

    @classmethod
    def dari(cls, data: Dataset, rules: Rules) -> Cara:
        declared = data.profil.pengukuran
        scale = skala_dipakai(declared, data.baris(SelangSkala), rules)
        return cls(cara_capaian(declared, rules), scale, declared.rata_rata)

    def ukur(self, riwayat: Sequence[Riwayat], indikator: Sequence[Indikator]) -> Setahun:
        """The indicators of an earlier year that the table `riwayat` tells of."""
        return capaian_indikator(indikator, riwayat, self.capaian, self.skala)


@dataclass(frozen=True)
class _Dana:
    """Which sources of funds are of the agency's own budget."""

    data: Dataset
    rules: Rules

    def lain(self, sumber: str | None) -> bool:
        scope = lingkup(sumber, self.data.profil.sumber_dana, self.rules.sumber_dana)
        return scope is Lingkup.LAIN

    def sendiri(self, sumber: str | None) -> bool:
        return not self.lain(sumber)


def _anggaran(
    data: Dataset, rules: Rules, sama: Results | None
) -> tuple[BagianAnggaran, BagianAnggaran, BagianAnggaran]:
    """The own budget, what other sources pay, and both together."""
    if sama is not None:
        return sama.anggaran, sama.anggaran_lain, sama.anggaran_semua
    lines, dana = data.baris(Anggaran), _Dana(data, rules)
    semua = bagian(serapan_anggaran(lines, rules.anggaran), rules.anggaran)
    own = bagian_anggaran(lines, semua, rules.anggaran, dana.sendiri)
    beside = bagian_anggaran(lines, semua, rules.anggaran, dana.lain)
    return own, beside, semua


@dataclass(frozen=True)
class Penunjangan:
    """What the budget is for: which of its lines serve which indicator or sasaran."""

    sasaran: Sequence[CapaianSasaran]
    indikator: Sequence[Indikator]
    dukungan: Sequence[Dukungan]
    semua: BagianAnggaran
    rules: Rules

    def indikator_ini(self, row: CapaianIndikator) -> EfisiensiIndikator:
        served = self._penunjang(row.kode)
        value = self._efisiensi(row.capaian_persen, served)
        return EfisiensiIndikator(**vars(row), **vars(served), **vars(value))

    def sasaran_ini(
        self, row: CapaianSasaran, indikator: Iterable[EfisiensiIndikator]
    ) -> EfisiensiSasaran:
        served = self._penunjang(row.kode)
        own = [one for one in indikator if one.sasaran == row.kode]
        left = tanpa_capaian(own, bersama=any(to.kode == row.kode for to in self.dukungan))
        value = TIDAK_DIKETAHUI if left else self._efisiensi(row.capaian_persen, served)
        return EfisiensiSasaran(
            **vars(row),
            **vars(served),
            **vars(value),
            tanpa_capaian=left,
            bersama=bersama(row.kode, self._per_sasaran(), self.semua),
        )

    def _per_sasaran(self) -> dict[str, list[str]]:
        """The budget codes behind each sasaran."""
        return {
            row.kode: pendukung(row.kode, self.indikator, self.dukungan) for row in self.sasaran
        }

    def _penunjang(self, kode: str) -> Penunjang:
        return penunjang(pendukung(kode, self.indikator, self.dukungan), self.semua)

    def _efisiensi(self, capaian_persen: Decimal | None, served: Penunjang) -> NilaiEfisiensi:
        return efisiensi(capaian_persen, served.serapan_persen, self.rules.efisiensi)


def _pengukuran(data: Dataset) -> Pengukuran:
    return Pengukuran.dari(data.baris(Indikator), data.baris(Kinerja), data.baris(Triwulan))


def _with_claims(hasil: Results, data: Dataset, skala: Skala) -> Results:
    """Every claim beside what follows: of the document, of the budget table's own sums, of the
    indicators.
    """
    claims = data.baris(Klaim)
    values, faults = nilai_klaim(claims, isi_ukuran(data, hasil, skala))
    own = klaim_kinerja(_pengukuran(data))
    return replace(
        hasil,
        klaim=bandingkan(claims, values),
        klaim_anggaran=klaim_anggaran(data.baris(Anggaran), hasil.anggaran_semua.baris),
        klaim_kinerja=bandingkan(
            [claim for claim, _ in own], [Terhitung(value) for _, value in own]
        ),
        ukuran_salah=tuple(faults),
    )


def _pegawai(data: Dataset) -> Pegawai:
    """The staff; the head count is that of the first of its tables that is filled in."""
    sexes = data.baris(PegawaiKelamin)
    echelons = data.baris(PegawaiEselon)
    ranks = data.baris(PegawaiGolongan)
    return Pegawai(
        jumlah=_count(sexes or echelons or ranks),
        kelamin={row.jenis_kelamin: row.jumlah for row in sexes},
        eselon=tabel_silang(
            [(row.eselon, row.pendidikan, row.jumlah) for row in echelons], "eselon", "pendidikan"
        ),
        golongan=tabel_silang(
            [(row.pendidikan, row.golongan, row.jumlah) for row in ranks], "pendidikan", "golongan"
        ),
    )


class Berjumlah(Protocol):
    @property
    def jumlah(self) -> Decimal: ...


def _count(rows: Iterable[Berjumlah]) -> Decimal:
    return sum((row.jumlah for row in rows), Decimal(0))
