"""One schema per table: the columns, their kind, unit and meaning.

The loader, the contracts, the data dictionary and the Excel form are all made from these
definitions, so none of them can drift from the others.
"""

from __future__ import annotations

from lkipnb.schemas.instansi import (
    ASET,
    PEGAWAI_ESELON,
    PEGAWAI_GOLONGAN,
    PEGAWAI_KELAMIN,
    TUGAS,
    UNIT,
)
from lkipnb.schemas.keandalan import KLAIM, KONTRADIKSI, KOREKSI, PENERIMAAN
from lkipnb.schemas.keuangan import ANGGARAN, BELANJA, BELANJA_JENIS, DUKUNGAN, PENDAPATAN
from lkipnb.schemas.kinerja import (
    ANALISIS,
    FAKTA,
    INDIKATOR,
    KERANGKA,
    KINERJA,
    SASARAN,
    SKALA,
    TRIWULAN,
)
from lkipnb.schemas.kolom import REFERENCE_FOLDER, Column, Kind, Table
from lkipnb.schemas.pembanding import RENSTRA, RIWAYAT, STANDAR
from lkipnb.schemas.referensi import PERATURAN, PMKS, PSKS

__all__ = [
    "ALL_TABLES",
    "ANALISIS",
    "ANGGARAN",
    "ASET",
    "BELANJA",
    "BELANJA_JENIS",
    "DUKUNGAN",
    "FAKTA",
    "INDIKATOR",
    "KERANGKA",
    "KINERJA",
    "KLAIM",
    "KONTRADIKSI",
    "KOREKSI",
    "PEGAWAI_ESELON",
    "PEGAWAI_GOLONGAN",
    "PEGAWAI_KELAMIN",
    "PENDAPATAN",
    "PENERIMAAN",
    "PERATURAN",
    "PMKS",
    "PROSE",
    "PSKS",
    "REFERENCE_FOLDER",
    "REFERENCE_TABLES",
    "RENSTRA",
    "RIWAYAT",
    "SASARAN",
    "SKALA",
    "STANDAR",
    "TRIWULAN",
    "TUGAS",
    "UNIT",
    "YEAR_TABLES",
    "Column",
    "Kind",
    "Table",
]

REFERENCE_TABLES = {t.name: t for t in (PMKS, PSKS, PERATURAN)}

YEAR_TABLES = {
    t.name: t
    for t in (
        UNIT,
        TUGAS,
        PEGAWAI_ESELON,
        PEGAWAI_GOLONGAN,
        PEGAWAI_KELAMIN,
        ASET,
        KERANGKA,
        SASARAN,
        INDIKATOR,
        KINERJA,
        TRIWULAN,
        RENSTRA,
        RIWAYAT,
        STANDAR,
        SKALA,
        FAKTA,
        ANALISIS,
        BELANJA,
        BELANJA_JENIS,
        PENDAPATAN,
        ANGGARAN,
        DUKUNGAN,
        KLAIM,
        KONTRADIKSI,
        KOREKSI,
        PENERIMAAN,
    )
}

ALL_TABLES = YEAR_TABLES | REFERENCE_TABLES

# The agency's own prose, `narasi/<nama>.md`, and what belongs into each piece.
PROSE = {
    "kedudukan": "Kedudukan, tugas, dan dasar hukum instansi",
    "isu_strategis": "Isu strategis dan permasalahan utama",
    "simpulan": "Simpulan umum atas capaian kinerja",
    "langkah_tindak_lanjut": "Langkah perbaikan pada tahun berikutnya",
}
