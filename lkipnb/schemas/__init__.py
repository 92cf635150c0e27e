"""One class per table: its rows, whose fields are the columns with their kind, unit and meaning.

The loader, the contracts, the data dictionary, the Excel form and the frames of analysts are all
made from these classes, so none of them can drift from the others.
"""

from lkipnb.schemas.daftar import ALL_TABLES, PROSE, PROSE_HINTS, REFERENCE_TABLES, YEAR_TABLES
from lkipnb.schemas.instansi import (
    Aset,
    PegawaiEselon,
    PegawaiGolongan,
    PegawaiKelamin,
    Tugas,
    Unit,
)
from lkipnb.schemas.keandalan import Klaim, Kontradiksi, Koreksi, Penerimaan
from lkipnb.schemas.keuangan import Anggaran, Belanja, BelanjaJenis, Dukungan, Pendapatan
from lkipnb.schemas.kinerja import (
    Analisis,
    Fakta,
    Indikator,
    Kerangka,
    Kinerja,
    Sasaran,
    SelangSkala,
    Triwulan,
)
from lkipnb.schemas.kolom import REFERENCE_FOLDER, Baris, Column, Kind, Table
from lkipnb.schemas.pembanding import Renstra, Riwayat, Standar
from lkipnb.schemas.referensi import Peraturan, Pmks, Psks
from lkipnb.schemas.tambahan import Foto, Lampiran, TabelLain

__all__ = [
    "ALL_TABLES",
    "PROSE",
    "PROSE_HINTS",
    "REFERENCE_FOLDER",
    "REFERENCE_TABLES",
    "YEAR_TABLES",
    "Analisis",
    "Anggaran",
    "Aset",
    "Baris",
    "Belanja",
    "BelanjaJenis",
    "Column",
    "Dukungan",
    "Fakta",
    "Foto",
    "Indikator",
    "Kerangka",
    "Kind",
    "Kinerja",
    "Klaim",
    "Kontradiksi",
    "Koreksi",
    "Lampiran",
    "PegawaiEselon",
    "PegawaiGolongan",
    "PegawaiKelamin",
    "Pendapatan",
    "Penerimaan",
    "Peraturan",
    "Pmks",
    "Psks",
    "Renstra",
    "Riwayat",
    "Sasaran",
    "SelangSkala",
    "Standar",
    "TabelLain",
    "Table",
    "Triwulan",
    "Tugas",
    "Unit",
]
