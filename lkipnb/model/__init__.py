"""Frozen values handed between the layers: the agency, its year, and what follows from it."""

from lkipnb.model.anggaran import (
    BagianAnggaran,
    BarisAnggaran,
    JumlahKelompok,
    JumlahPendapatan,
    JumlahSumberDana,
    ProgramTerbesar,
    Realisasi,
    SerapanJenis,
    SerapanKelompok,
    SumberPendapatan,
    TempatAnggaran,
)
from lkipnb.model.citra import Citra
from lkipnb.model.dokumen import Dokumen
from lkipnb.model.hasil import Results
from lkipnb.model.kinerja import (
    CapaianIndikator,
    CapaianOpd,
    CapaianSasaran,
    EfisiensiIndikator,
    EfisiensiSasaran,
    Kemajuan,
    NilaiEfisiensi,
    Penunjang,
    Perbandingan,
    TerhadapStandar,
    Terukur,
)
from lkipnb.model.klaim import KlaimTerhitung
from lkipnb.model.kolom import kolom
from lkipnb.model.pegawai import Pegawai, TabelSilang
from lkipnb.model.profil import Pengukuran, Profil, SumberDanaOpd, fields
from lkipnb.model.tahun import Dataset
from lkipnb.model.ujung import Ujung
from lkipnb.nilai import (
    NOT_APPLICABLE,
    Batas,
    Nilai,
    NotApplicable,
    Rasio,
    RentangNilai,
    Tingkat,
    terpisah,
    tingkat_jenjang,
    turunan_dari,
)

__all__ = [
    "NOT_APPLICABLE",
    "BagianAnggaran",
    "BarisAnggaran",
    "Batas",
    "CapaianIndikator",
    "CapaianOpd",
    "CapaianSasaran",
    "Citra",
    "Dataset",
    "Dokumen",
    "EfisiensiIndikator",
    "EfisiensiSasaran",
    "JumlahKelompok",
    "JumlahPendapatan",
    "JumlahSumberDana",
    "Kemajuan",
    "KlaimTerhitung",
    "Nilai",
    "NilaiEfisiensi",
    "NotApplicable",
    "Pegawai",
    "Pengukuran",
    "Penunjang",
    "Perbandingan",
    "Profil",
    "ProgramTerbesar",
    "Rasio",
    "Realisasi",
    "RentangNilai",
    "Results",
    "SerapanJenis",
    "SerapanKelompok",
    "SumberDanaOpd",
    "SumberPendapatan",
    "TabelSilang",
    "TempatAnggaran",
    "TerhadapStandar",
    "Terukur",
    "Tingkat",
    "Ujung",
    "fields",
    "kolom",
    "terpisah",
    "tingkat_jenjang",
    "turunan_dari",
]
