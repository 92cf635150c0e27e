"""What became of indicators and sasaran: capaian, comparison, progress, efficiency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.model.anggaran import Realisasi
from lkipnb.nilai import Nilai, NotApplicable
from lkipnb.schemas import Indikator

Terukur = Nilai | NotApplicable | None


class CapaianIndikator(Indikator):
    """An indicator with its target and realisasi in its unit, and its capaian in percent within the
    bounds that the agency has.

    `predikat` is None where there is no capaian, but the agency's word for it where nothing was
    reported; `keterangan` says why there is no capaian.  `tercapai` is None where nothing decides.
    """

    target: Nilai | None
    realisasi: Terukur
    capaian_persen: Decimal | None
    predikat: str | None
    keterangan: str
    tercapai: bool | None


class Perbandingan(CapaianIndikator):
    """An indicator of this year beside those of earlier years.

    `realisasi_lalu`, `capaian_lalu` and `nama_lalu` are of last year, None where there is none.
    `perubahan` is the realisasi less that of last year, in the unit of the indicator (None unless
    both are numbers), `pertumbuhan_persen` the same over last year's value (None unless that is
    above zero).  `selisih`, `besar_perubahan` and `besar_pertumbuhan` are the sizes that a sentence
    tells: of the gap between target and realisasi, of the change, of the growth; None also for what
    says nothing, as the difference of two ratios 1:n or the growth of a percentage.  `arah` is
    naik, turun or tetap, of a number or of a level of a ladder; None where there is no way.
    `membaik` is None for unchanged or unknown.  `searah_sejak` is the first year of the unbroken
    run of rises or falls that ends now, `status_sejak` that of the run in which the target was met,
    or missed, as now.  `catatan` is baru, tanpa data tahun lalu, berganti nama or empty.  `deret`
    is the realisasi by year, oldest first, None for a year without it.
    """

    realisasi_lalu: Terukur
    capaian_lalu: Decimal | None
    perubahan: Decimal | None
    pertumbuhan_persen: Decimal | None
    selisih: Decimal | None
    besar_perubahan: Decimal | None
    besar_pertumbuhan: Decimal | None
    arah: str | None
    membaik: bool | None
    searah_sejak: int | None
    status_sejak: int | None
    catatan: str
    nama_lalu: str | None
    deret: Mapping[int, Terukur]


@dataclass(frozen=True, kw_only=True)
class Kemajuan:
    """An indicator beside its target at the end of the Renstra, both in its unit.

    `sifat` is tahunan or akumulasi.  `sampai_kini` is the latest value, or `nilai_awal` (from which
    an accumulating indicator starts) and the sum of the years of the Renstra until now.
    `kemajuan_persen` follows by the formula of the indicator, uncapped.  `target_kini` is that of
    the Renstra for this year, `sejalan` whether it equals the target of this year (None unknown),
    `hilang` the years that the sum lacks, `keterangan` why there is no progress to tell.
    """

    kode: str
    sasaran: str
    nama: str
    satuan: str
    polaritas: str
    sifat: str
    tahun_akhir: int | None
    target_akhir: Nilai | None
    sampai_kini: Terukur
    kemajuan_persen: Decimal | None
    tercapai: bool | None
    nilai_awal: Decimal | None
    target_kini: Nilai | None
    sejalan: bool | None
    hilang: tuple[int, ...]
    keterangan: str


@dataclass(frozen=True, kw_only=True)
class TerhadapStandar:
    """The realisasi of an indicator beside a national or regional standard, both in its unit.

    `persen` is the realisasi against the standard by the formula of the indicator; `memenuhi` says
    whether it is met, None when nothing decides, and `keterangan` why not.
    """

    kode: str
    sasaran: str
    nama: str
    satuan: str
    realisasi: Terukur
    lingkup: str
    standar: Nilai
    sumber: str
    persen: Decimal | None
    memenuhi: bool | None
    keterangan: str


@dataclass(frozen=True, kw_only=True)
class CapaianOpd:
    """The capaian of several indicators in percent, its predicate, and the counts behind it.

    Every indicator is counted once: as met, missed, not reported, or reported without a verdict.
    """

    banyak_indikator: Decimal
    banyak_terhitung: Decimal
    capaian_persen: Decimal | None
    predikat: str | None
    banyak_tercapai: Decimal
    banyak_belum: Decimal
    banyak_belum_dilaporkan: Decimal
    banyak_tidak_terhitung: Decimal


@dataclass(frozen=True, kw_only=True)
class _Sasaran:
    kode: str
    uraian: str


@dataclass(frozen=True, kw_only=True)
class CapaianSasaran(CapaianOpd, _Sasaran):
    """A sasaran: the mean of its indicators, and how many of them are behind it.

    `nomor` is the one under which the report tells it.
    """

    nomor: int


@dataclass(frozen=True, kw_only=True)
class NilaiEfisiensi:
    """The three customs: A in percentage points, B in percent (None below the target), D as E and
    NE in percent.
    """

    a: Decimal | None
    b: Decimal | None
    e: Decimal | None
    ne: Decimal | None


@dataclass(frozen=True, kw_only=True)
class _Program:
    program: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Penunjang(Realisasi, _Program):
    """The lines of the budget that serve something, each counted once; `program` are their codes.

    Without a line every amount is None.
    """


class EfisiensiIndikator(NilaiEfisiensi, Penunjang, CapaianIndikator):
    """An indicator, the budget that serves it, and its capaian against the absorption of that."""


@dataclass(frozen=True, kw_only=True)
class EfisiensiSasaran(NilaiEfisiensi, Penunjang, CapaianSasaran):
    """A sasaran, the budget that serves it, and its capaian against the absorption of that.

    `tanpa_capaian` are the codes of indicators that this budget also pays for and that the capaian
    leaves out; where there are any, the two are not compared.  `bersama` are the codes of other
    sasaran that some of this budget serves too.
    """

    tanpa_capaian: tuple[str, ...]
    bersama: tuple[str, ...]
