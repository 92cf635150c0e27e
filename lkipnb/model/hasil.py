"""Everything that is calculated from one fiscal year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from lkipnb.errors import Fault
from lkipnb.model.anggaran import (
    BagianAnggaran,
    JumlahKelompok,
    JumlahPendapatan,
    JumlahSumberDana,
    Realisasi,
    SerapanJenis,
    SerapanKelompok,
    SumberPendapatan,
)
from lkipnb.model.kinerja import (
    CapaianIndikator,
    CapaianOpd,
    CapaianSasaran,
    EfisiensiIndikator,
    EfisiensiSasaran,
    Kemajuan,
    Perbandingan,
    TerhadapStandar,
)
from lkipnb.model.klaim import KlaimTerhitung
from lkipnb.model.pegawai import Pegawai
from lkipnb.model.ujung import Ujung
from lkipnb.schemas import Triwulan


@dataclass(frozen=True, kw_only=True)
class Results:
    """Everything calculated from one Dataset and the years before it; no figure in the report comes
    from elsewhere.

    `lampau` are the indicators of earlier years by year, as `capaian`, and `lampau_sasaran` this
    year's sasaran as their indicators stood then; `dihapus` are those of last year that this year
    no longer has.  `anggaran` is the agency's own regional budget, `anggaran_lain` what other
    sources pay, `anggaran_semua` both.  `aset_dapat_dijumlah` says whether the assets
    have a common sum, `jenjang_kerangka` which levels of the planning frame are filled in,
    `rumus_dipakai` which formulas the indicators use, `per_triwulan` what was told of each
    indicator that is measured by quarters.  The claims come last, for they are computed on the
    rest; `ukuran_salah` are measures of claims that name nothing.
    """

    lampau: Mapping[int, tuple[CapaianIndikator, ...]]
    lampau_sasaran: Mapping[int, tuple[CapaianSasaran, ...]]
    capaian: tuple[CapaianIndikator, ...]
    perbandingan: tuple[Perbandingan, ...]
    dihapus: tuple[CapaianIndikator, ...]
    kemajuan: tuple[Kemajuan, ...]
    standar: tuple[TerhadapStandar, ...]
    efisiensi: tuple[EfisiensiIndikator, ...]
    efisiensi_sasaran: tuple[EfisiensiSasaran, ...]
    capaian_sasaran: tuple[CapaianSasaran, ...]
    capaian_opd: CapaianOpd
    capaian_ujung: Ujung[Perbandingan]
    anggaran: BagianAnggaran
    anggaran_lain: BagianAnggaran
    anggaran_semua: BagianAnggaran
    belanja: tuple[SerapanKelompok, ...]
    belanja_jumlah: Realisasi
    belanja_jenis: tuple[SerapanJenis, ...]
    jumlah_kelompok: tuple[JumlahKelompok, ...]
    pendapatan: tuple[SumberPendapatan, ...]
    pendapatan_jumlah: JumlahPendapatan
    sumber_dana: tuple[JumlahSumberDana, ...]
    pegawai: Pegawai
    aset_jumlah: Decimal
    aset_dapat_dijumlah: bool
    jenjang_kerangka: tuple[str, ...]
    rumus_dipakai: tuple[str, ...]
    per_triwulan: Mapping[str, Mapping[str, Triwulan]]
    klaim: tuple[KlaimTerhitung, ...] = ()
    klaim_anggaran: tuple[KlaimTerhitung, ...] = ()
    klaim_kinerja: tuple[KlaimTerhitung, ...] = ()
    ukuran_salah: tuple[Fault, ...] = ()

    @property
    def efisiensi_terhitung(self) -> bool:
        """Whether the efficiency of any indicator or sasaran is known."""
        of_indicators = [row.a for row in self.efisiensi]
        of_goals = [row.a for row in self.efisiensi_sasaran]
        return any(value is not None for value in (*of_indicators, *of_goals))

    @property
    def klaim_disebut(self) -> tuple[KlaimTerhitung, ...]:
        """What the source document claims, and of the sums that tables tell beside their parts
        those that do not hold, without a code.

        Where neither is there, nothing was claimed that a reader should know of.
        """
        missed = [row for row in (*self.klaim_anggaran, *self.klaim_kinerja) if not row.cocok]
        return (*self.klaim, *(replace(row, kode="") for row in missed))
