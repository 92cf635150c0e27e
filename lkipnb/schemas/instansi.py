"""The agency itself: its units, duties, staff and assets."""

from lkipnb.schemas.kolom import Table, choice, code, count, text

UNIT = Table(
    "unit",
    "Susunan organisasi",
    ("kode",),
    (
        code(
            "kode", "Kode unit, dipakai tabel lain untuk menunjuk unit ini", example="sekretariat"
        ),
        text("nama", "Nama unit menurut peraturan pembentukannya", example="Sekretariat"),
        code(
            "induk",
            "Kode unit atasan; kosong hanya untuk satu unit puncak",
            optional=True,
            refers_to="unit.kode",
            example="dinas",
        ),
        choice("eselon", "Eselon jabatan pimpinan unit", "II", "III", "IV", example="III"),
        text("jabatan", "Nama jabatan pimpinan unit", example="Sekretaris Dinas"),
        count("urutan", "Urutan di antara unit yang seatasan", "nomor", example="1"),
    ),
    optional=True,
)

TUGAS = Table(
    "tugas",
    "Tugas dan fungsi",
    ("unit", "lingkup", "jenis", "dasar", "urutan"),
    (
        code(
            "unit",
            "Unit yang mempunyai tugas atau fungsi ini",
            refers_to="unit.kode",
            example="sekretariat",
        ),
        choice(
            "lingkup",
            "Apakah milik unit atau milik jabatan pimpinannya",
            "unit",
            "pimpinan",
            example="unit",
        ),
        choice(
            "jenis", "Tugas (satu kalimat) atau butir fungsi", "tugas", "fungsi", example="fungsi"
        ),
        code(
            "dasar",
            "Kode peraturan yang menetapkannya; kosong bila tidak disebut",
            optional=True,
            refers_to="peraturan.kode",
            example="perbup-flotim-77-2016",
        ),
        count("urutan", "Nomor urut butir", "nomor", example="1"),
        text("uraian", "Bunyi tugas atau fungsi", example="Penyusunan program dan anggaran"),
    ),
    optional=True,
)

PEGAWAI_ESELON = Table(
    "pegawai_eselon",
    "Pegawai menurut eselon dan pendidikan",
    ("eselon", "pendidikan"),
    (
        choice(
            "eselon",
            "Eselon jabatan",
            "Eselon II",
            "Eselon III",
            "Eselon IV",
            "Non Eselon",
            example="Eselon IV",
        ),
        choice(
            "pendidikan",
            "Jenjang pendidikan terakhir",
            "SD/SLTA/SMA",
            "D3/D2/D1",
            "S1",
            "S2",
            "S3",
            example="S1",
        ),
        count("jumlah", "Banyaknya pegawai negeri sipil", "orang", example="9"),
    ),
    optional=True,
)

PEGAWAI_GOLONGAN = Table(
    "pegawai_golongan",
    "Pegawai menurut pendidikan dan golongan",
    ("pendidikan", "golongan"),
    (
        choice(
            "pendidikan",
            "Jenjang pendidikan terakhir",
            "SD/SLTA/SMA",
            "D3/D2/D1",
            "S1",
            "S2",
            "S3",
            example="S1",
        ),
        choice("golongan", "Golongan ruang kepegawaian", "I", "II", "III", "IV", example="III"),
        count("jumlah", "Banyaknya pegawai negeri sipil", "orang", example="12"),
    ),
    optional=True,
)

PEGAWAI_KELAMIN = Table(
    "pegawai_kelamin",
    "Pegawai menurut jenis kelamin",
    ("jenis_kelamin",),
    (
        choice("jenis_kelamin", "Jenis kelamin", "Laki-laki", "Perempuan", example="Perempuan"),
        count("jumlah", "Banyaknya pegawai negeri sipil", "orang", example="15"),
    ),
    optional=True,
)

ASET = Table(
    "aset",
    "Sarana dan prasarana",
    ("nomor",),
    (
        count("nomor", "Nomor urut barang", "nomor", example="1"),
        text("nama", "Nama atau jenis barang", example="Laptop"),
        count("jumlah", "Banyaknya barang", "menurut kolom satuan", example="17"),
        text("satuan", "Satuan barang", example="unit"),
        choice("kondisi", "Keadaan barang", "Baik", "Rusak Ringan", "Rusak Berat", example="Baik"),
    ),
    optional=True,
)
