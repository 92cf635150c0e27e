"""Everything that is calculated from one fiscal year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal

import pandas as pd

from lkipnb.errors import Fault


@dataclass(frozen=True)
class Realisasi:
    """A budget and what became of it: amounts in rupiah, serapan and physical progress in percent.

    A member is None when a part of it was not reported; `pagu_murni_rp` also when nothing was
    changed.
    """

    pagu_murni_rp: Decimal | None
    pagu_rp: Decimal | None
    realisasi_rp: Decimal | None
    sisa_rp: Decimal | None
    serapan_persen: Decimal | None
    fisik_persen: Decimal | None

    def as_row(self) -> dict[str, Decimal | None]:
        return asdict(self)


@dataclass(frozen=True)
class JumlahPendapatan:
    """Income that was aimed at and that came in, in rupiah; what exceeds the target, and the share
    in percent.

    A member is None when a part of it was not reported.
    """

    target_rp: Decimal | None
    realisasi_rp: Decimal | None
    lebih_rp: Decimal | None
    tercapai_persen: Decimal | None

    def as_row(self) -> dict[str, Decimal | None]:
        return asdict(self)


@dataclass(frozen=True)
class CapaianOpd:
    """The capaian of the whole agency in percent, its predicate, and the counts behind it.

    Every indicator is counted once: as met, missed, not reported, or reported without a verdict.
    """

    banyak_indikator: int
    banyak_terhitung: int
    capaian_persen: Decimal | None
    predikat: str | None
    banyak_tercapai: int
    banyak_belum: int
    banyak_belum_dilaporkan: int
    banyak_tidak_terhitung: int


@dataclass(frozen=True)
class Pegawai:
    """The staff: head count, count per sex, and two cross tables with margins."""

    jumlah: Decimal
    kelamin: Mapping[str, Decimal]
    eselon: pd.DataFrame
    golongan: pd.DataFrame


@dataclass(frozen=True)
class Results:
    """Everything calculated from one Dataset and the years before it; no figure in the report comes
    from elsewhere.

    `lampau` are the indicators of earlier years by year, as `capaian`.  `anggaran` holds the lines
    of the agency's own regional budget, `anggaran_lain` those of other sources, `anggaran_semua`
    both.  The claims come last, for they are computed on the rest; `ukuran_salah` are measures of
    claims that name nothing.
    """

    lampau: Mapping[int, pd.DataFrame]
    capaian: pd.DataFrame
    perbandingan: pd.DataFrame
    dihapus: tuple[Mapping[str, object], ...]
    kemajuan: pd.DataFrame
    standar: pd.DataFrame
    efisiensi: pd.DataFrame
    efisiensi_sasaran: pd.DataFrame
    capaian_sasaran: pd.DataFrame
    capaian_opd: CapaianOpd
    anggaran: pd.DataFrame
    anggaran_jumlah: Realisasi
    anggaran_lain: pd.DataFrame
    anggaran_semua: pd.DataFrame
    anggaran_semua_jumlah: Realisasi
    belanja: pd.DataFrame
    belanja_jumlah: Realisasi
    belanja_jenis: pd.DataFrame
    pendapatan: pd.DataFrame
    pendapatan_jumlah: JumlahPendapatan
    sumber_dana: pd.DataFrame
    pegawai: Pegawai
    aset_jumlah: Decimal
    klaim: pd.DataFrame | None = None
    klaim_anggaran: pd.DataFrame | None = None
    klaim_kinerja: pd.DataFrame | None = None
    ukuran_salah: tuple[Fault, ...] = ()
