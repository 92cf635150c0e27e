"""Frozen values handed between the layers: the agency, its year, and what follows from it."""

from lkipnb.model.hasil import CapaianOpd, JumlahPendapatan, Pegawai, Realisasi, Results
from lkipnb.model.profil import Pengukuran, Profil, SumberDanaOpd, fields
from lkipnb.model.tahun import Dataset
from lkipnb.nilai import (
    NOT_APPLICABLE,
    Batas,
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
    "Batas",
    "CapaianOpd",
    "Dataset",
    "JumlahPendapatan",
    "NotApplicable",
    "Pegawai",
    "Pengukuran",
    "Profil",
    "Rasio",
    "Realisasi",
    "RentangNilai",
    "Results",
    "SumberDanaOpd",
    "Tingkat",
    "fields",
    "terpisah",
    "tingkat_jenjang",
    "turunan_dari",
]
