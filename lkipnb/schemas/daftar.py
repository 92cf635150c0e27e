"""Every table there is, by name, and every piece of prose."""

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
from lkipnb.schemas.pembanding import Renstra, Riwayat, Standar
from lkipnb.schemas.referensi import Peraturan, Pmks, Psks
from lkipnb.schemas.tambahan import Foto, Lampiran, TabelLain

REFERENCE_ROWS = (Pmks, Psks, Peraturan)
YEAR_ROWS = (
    Unit,
    Tugas,
    PegawaiEselon,
    PegawaiGolongan,
    PegawaiKelamin,
    Aset,
    Kerangka,
    Sasaran,
    Indikator,
    Kinerja,
    Triwulan,
    Renstra,
    Riwayat,
    Standar,
    SelangSkala,
    Fakta,
    Analisis,
    Belanja,
    BelanjaJenis,
    Pendapatan,
    Anggaran,
    Dukungan,
    Foto,
    TabelLain,
    Lampiran,
    Klaim,
    Kontradiksi,
    Koreksi,
    Penerimaan,
)

REFERENCE_TABLES = {row.table.name: row.table for row in REFERENCE_ROWS}
YEAR_TABLES = {row.table.name: row.table for row in YEAR_ROWS}
ALL_TABLES = YEAR_TABLES | REFERENCE_TABLES

# The agency's own prose, `narasi/<nama>.md`, and what belongs into each piece.
PROSE = {
    "kedudukan": "Kedudukan, tugas, dan dasar hukum instansi",
    "isu_strategis": "Isu strategis dan permasalahan utama",
    "simpulan": "Simpulan umum atas capaian kinerja",
    "langkah_tindak_lanjut": "Langkah perbaikan pada tahun berikutnya",
}
# The same with what the chapter says by itself, for whoever writes the piece.
PROSE_HINTS = PROSE | {
    "simpulan": (
        f"{PROSE['simpulan']}. BAB IV menyebut sendiri rata-rata capaian, serapan, dan banyaknya"
        " indikator yang mencapai target; tulis artinya, angkanya tidak perlu diulang"
    )
}
