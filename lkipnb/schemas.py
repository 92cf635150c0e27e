"""One schema per table: the columns, their kind, unit and meaning.

The loader, the contracts, the data dictionary and the Excel form are all made from these
definitions, so none of them can drift from the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell of a column holds."""

    TEXT = "teks"
    CODE = "kode"
    CHOICE = "pilihan"
    COUNT = "cacah"
    NUMBER = "angka"
    PERCENT = "persen"
    RUPIAH = "rupiah"
    MEASURE = "ukuran"


REFERENCE_FOLDER = "referensi"

NUMERIC = frozenset({Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.RUPIAH})


@dataclass(frozen=True)
class Column:
    """A column of a table.  `refers_to` names the `table.column` that must hold each value."""

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    optional: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    minimum: int | None = None
    maximum: int | None = None
    example: str = ""

    @property
    def numeric(self) -> bool:
        return self.kind in NUMERIC


@dataclass(frozen=True)
class Table:
    """A table of a fiscal year: the file `<name>.csv`, its key and its columns."""

    name: str
    title: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    optional: bool = False
    folder: str = ""

    @property
    def file(self) -> str:
        """The name of the table's file as messages show it."""
        return f"{self.folder}/{self.name}.csv" if self.folder else f"{self.name}.csv"

    def __getitem__(self, column: str) -> Column:
        return next(c for c in self.columns if c.name == column)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.columns)


def text(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.TEXT, meaning, **more)


def code(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.CODE, meaning, **more)


def choice(name: str, meaning: str, *choices: str, **more) -> Column:
    return Column(name, Kind.CHOICE, meaning, choices=choices, **more)


def count(name: str, meaning: str, unit: str, **more) -> Column:
    return Column(name, Kind.COUNT, meaning, unit=unit, minimum=0, **more)


def rupiah(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.RUPIAH, meaning, unit="Rp", **{"minimum": 0, **more})


def percent(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.PERCENT, meaning, unit="%", **more)


def measure(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.MEASURE, meaning, unit="satuan indikator", **more)


def number(name: str, meaning: str, **more) -> Column:
    return Column(name, Kind.NUMBER, meaning, **more)


UNIT = Table(
    "unit",
    "Susunan organisasi",
    ("kode",),
    (
        code("kode", "Kode unit, dipakai tabel lain untuk menunjuk unit ini", example="sekretariat"),
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
)

TUGAS = Table(
    "tugas",
    "Tugas dan fungsi",
    ("unit", "lingkup", "jenis", "dasar", "urutan"),
    (
        code("unit", "Unit yang mempunyai tugas atau fungsi ini", refers_to="unit.kode", example="sekretariat"),
        choice("lingkup", "Apakah milik unit atau milik jabatan pimpinannya", "unit", "pimpinan", example="unit"),
        choice("jenis", "Tugas (satu kalimat) atau butir fungsi", "tugas", "fungsi", example="fungsi"),
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
)

PEGAWAI_ESELON = Table(
    "pegawai_eselon",
    "Pegawai menurut eselon dan pendidikan",
    ("eselon", "pendidikan"),
    (
        choice("eselon", "Eselon jabatan", "Eselon II", "Eselon III", "Eselon IV", "Non Eselon", example="Eselon IV"),
        choice("pendidikan", "Jenjang pendidikan terakhir", "SD/SLTA/SMA", "D3/D2/D1", "S1", "S2", "S3", example="S1"),
        count("jumlah", "Banyaknya pegawai negeri sipil", "orang", example="9"),
    ),
)

PEGAWAI_GOLONGAN = Table(
    "pegawai_golongan",
    "Pegawai menurut pendidikan dan golongan",
    ("pendidikan", "golongan"),
    (
        choice("pendidikan", "Jenjang pendidikan terakhir", "SD/SLTA/SMA", "D3/D2/D1", "S1", "S2", "S3", example="S1"),
        choice("golongan", "Golongan ruang kepegawaian", "I", "II", "III", "IV", example="III"),
        count("jumlah", "Banyaknya pegawai negeri sipil", "orang", example="12"),
    ),
)

PEGAWAI_KELAMIN = Table(
    "pegawai_kelamin",
    "Pegawai menurut jenis kelamin",
    ("jenis_kelamin",),
    (
        choice("jenis_kelamin", "Jenis kelamin", "Laki-laki", "Perempuan", example="Perempuan"),
        count("jumlah", "Banyaknya pegawai negeri sipil", "orang", example="15"),
    ),
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
)

KERANGKA = Table(
    "kerangka",
    "Misi, tujuan, sasaran, strategi dan kebijakan",
    ("kode",),
    (
        code("kode", "Nomor butir dalam dokumen perencanaan", example="1.2.4"),
        choice("jenjang", "Jenjang butir", "misi", "tujuan", "sasaran", "strategi", "kebijakan", example="sasaran"),
        code(
            "induk",
            "Kode butir satu jenjang di atasnya; kosong untuk misi",
            optional=True,
            refers_to="kerangka.kode",
            example="1.2",
        ),
        text("uraian", "Rumusan butir", example="Meningkatnya kesejahteraan sosial"),
    ),
)

SASARAN = Table(
    "sasaran",
    "Sasaran strategis",
    ("kode",),
    (
        code("kode", "Kode sasaran, tetap dari tahun ke tahun", example="S1"),
        text(
            "uraian",
            "Rumusan sasaran strategis dalam Perjanjian Kinerja",
            example="Meningkatnya peran dan fungsi kelembagaan sosial",
        ),
    ),
)

INDIKATOR = Table(
    "indikator",
    "Indikator kinerja utama",
    ("kode",),
    (
        code("kode", "Kode indikator, tetap dari tahun ke tahun", example="IKU-1"),
        code("sasaran", "Sasaran strategis yang diukur", refers_to="sasaran.kode", example="S1"),
        text("nama", "Nama indikator", example="Persentase PMKS yang tertangani"),
        text("satuan", "Satuan target dan realisasi", example="persen"),
        choice(
            "polaritas",
            "Arah yang baik: naik = makin tinggi makin baik; turun = makin rendah makin baik",
            "naik",
            "turun",
            example="naik",
        ),
        choice(
            "jenis",
            "Bentuk nilainya: angka; rentang (0 - 5,99); jenjang (WTP, A, III); ya-tidak; rasio (1:200)",
            "angka",
            "rentang",
            "jenjang",
            "ya-tidak",
            "rasio",
            example="angka",
        ),
        text(
            "jenjang",
            "Untuk jenis jenjang: tingkatnya dari rendah ke tinggi, dipisah titik koma",
            optional=True,
            example="TMP; TW; WDP; WTP",
        ),
        code(
            "rumus",
            "Kode rumus capaian; kosong berarti rumus menurut jenis dan polaritasnya",
            optional=True,
            example="turun-t-per-r",
        ),
        number("bobot", "Bobot dalam rata-rata terbobot", optional=True, minimum=0, example="10"),
        number("maksimum", "Nilai terbesar yang mungkin; kosong bila tidak berbatas", optional=True, example="100"),
        text("pembilang", "Pembilang rumus indikator", optional=True, example="Jumlah PMKS yang tertangani"),
        text("penyebut", "Penyebut rumus indikator", optional=True, example="Jumlah PMKS yang ada"),
    ),
)

KINERJA = Table(
    "kinerja",
    "Target dan realisasi indikator",
    ("indikator",),
    (
        code("indikator", "Indikator yang diukur", refers_to="indikator.kode", example="IKU-1"),
        measure("target", "Target tahun ini, ditulis menurut jenis indikator", example="6.25"),
        measure(
            "realisasi",
            "Realisasi tahun ini; kosong = belum dilaporkan, n/a = tidak berlaku",
            optional=True,
            example="3.2",
        ),
    ),
)

FAKTA = Table(
    "fakta",
    "Data pendukung indikator",
    ("kode",),
    (
        code("kode", "Kode data pendukung", example="panti-kube"),
        code("indikator", "Indikator yang didukung", refers_to="indikator.kode", example="IKU-4"),
        code(
            "induk",
            "Data yang dirinci oleh baris ini; jumlah rincian harus sama dengan induknya",
            optional=True,
            refers_to="fakta.kode",
            example="panti-kube",
        ),
        text("uraian", "Apa yang dihitung", example="Panti penerima program pemberdayaan"),
        number("nilai", "Besarnya", unit="menurut kolom satuan", example="6"),
        text("satuan", "Satuan nilai", example="panti"),
    ),
    optional=True,
)

ANALISIS = Table(
    "analisis",
    "Sebab, hambatan dan pemecahan",
    ("indikator", "jenis", "urutan"),
    (
        code("indikator", "Indikator yang dianalisis", refers_to="indikator.kode", example="IKU-1"),
        choice("jenis", "Jenis butir", "pendukung", "hambatan", "solusi", example="hambatan"),
        count("urutan", "Nomor urut butir", "nomor", example="1"),
        text(
            "uraian",
            "Satu kalimat lengkap, tanpa angka hasil hitungan",
            example="Pemutakhiran data PMKS belum dilakukan.",
        ),
    ),
    optional=True,
)

BELANJA = Table(
    "belanja",
    "Belanja menurut kelompok",
    ("kelompok",),
    (
        choice("kelompok", "Kelompok belanja", "tidak langsung", "langsung", example="langsung"),
        text("penggunaan", "Untuk apa belanja itu dipakai", example="Gaji dan tunjangan pegawai"),
        rupiah("pagu_rp", "Anggaran setelah perubahan", example="4679201102"),
        rupiah("realisasi_rp", "Realisasi sampai 31 Desember", optional=True, example="4644989985"),
    ),
)

ANGGARAN = Table(
    "anggaran",
    "Realisasi belanja langsung per program dan kegiatan",
    ("kode_rekening",),
    (
        code(
            "kode_rekening",
            "Kode rekening program atau kegiatan, ruas dipisah titik atau spasi",
            example="1.06.01.15.08",
        ),
        text("uraian", "Nama program atau kegiatan", example="Pemberdayaan Bagi Keluarga Fakir Miskin"),
        rupiah("pagu_rp", "Jumlah belanja menurut DPA", example="1494141100"),
        rupiah("realisasi_rp", "Realisasi keuangan", optional=True, example="1491818900"),
        percent(
            "serapan_persen",
            "Persentase serapan sebagaimana tercetak di sumber; dibandingkan dengan "
            "hasil hitung dan tidak pernah dipakai",
            optional=True,
            minimum=0,
            maximum=999,
            example="99.84",
        ),
    ),
)

# Measures of a claim that are no plain sum over a table.
UKURAN_BERNAMA = ("anggaran.serapan", "belanja.serapan", "capaian.rata_rata")

KLAIM = Table(
    "klaim",
    "Angka turunan yang disebut dokumen sumber",
    ("kode",),
    (
        code("kode", "Kode klaim", example="K01"),
        text("tempat", "Bagian dokumen tempat klaim berada", example="Ikhtisar Eksekutif"),
        text("uraian", "Apa yang diklaim", example="Jumlah kegiatan"),
        number("nilai", "Nilai yang tercetak; batas bawah bila klaim berupa selang", example="28"),
        number("nilai_sampai", "Batas atas bila klaim berupa selang", optional=True, example="80"),
        text("satuan", "Satuan nilai", example="kegiatan"),
        code(
            "ukuran",
            "Ukuran hasil hitung yang dibandingkan: tabel.kolom[kolom=nilai] dijumlahkan, "
            "tabel.banyak menghitung baris; kosong bila datanya tidak ada",
            optional=True,
            example="anggaran.banyak[tingkat=2]",
        ),
    ),
    optional=True,
)

KONTRADIKSI = Table(
    "kontradiksi",
    "Pertentangan di dalam dokumen sumber",
    ("kode",),
    (
        code("kode", "Kode pertentangan", example="P01"),
        text("hal", "Apa yang dipertentangkan", example="Realisasi IKU-4"),
        text("tempat_1", "Bagian dokumen yang pertama", example="Tabel 3.1"),
        text("tercetak_1", "Yang tercetak di sana", example="60"),
        text("tempat_2", "Bagian dokumen yang kedua", example="BAB III, evaluasi sasaran 2"),
        text("tercetak_2", "Yang tercetak di sana", example="100%"),
        text("dipakai", "Yang dipakai laporan ini", example="60"),
        text("alasan", "Mengapa itu yang dipakai", example="Tabel 3.1 memuat pengukuran resmi."),
        choice(
            "status",
            "Selesai bila bukti dalam dokumen memutuskannya; terbuka bila harus ditanyakan",
            "selesai",
            "terbuka",
            example="terbuka",
        ),
    ),
    optional=True,
)

KOREKSI = Table(
    "koreksi",
    "Koreksi atas data tercetak",
    ("kode",),
    (
        code("kode", "Kode koreksi", example="C01"),
        code("tabel", "Tabel yang dikoreksi", example="anggaran"),
        text("kunci", "Baris yang dikoreksi: kolom=nilai, dipisah titik koma", example="kode_rekening=1 06 01 02"),
        text("kolom", "Kolom yang dikoreksi; * untuk seluruh baris", example="pagu_rp"),
        text("tercetak", "Isi sel yang tercetak; kosong bila memang kosong", optional=True, example="91,019,250"),
        text("terkoreksi", "Isi sel yang benar; (hapus) untuk membuang baris", optional=True, example="175811750"),
        text("alasan", "Mengapa dikoreksi", example="Jumlah tergeser satu baris."),
        text("bukti", "Bukti bahwa koreksi itu benar", example="Jumlah kegiatan sama dengan pagu program."),
    ),
    optional=True,
)

PMKS = Table(
    "pmks",
    "Jenis penyandang masalah kesejahteraan sosial",
    ("nomor",),
    (
        count("nomor", "Nomor urut menurut peraturan", "nomor", example="1"),
        text("nama", "Nama jenis", example="Anak balita telantar"),
    ),
    folder=REFERENCE_FOLDER,
)

PSKS = Table(
    "psks",
    "Jenis potensi dan sumber kesejahteraan sosial",
    ("nomor",),
    (
        count("nomor", "Nomor urut menurut peraturan", "nomor", example="1"),
        text("nama", "Nama jenis", example="Pekerja sosial profesional"),
        text("singkatan", "Singkatan yang lazim", optional=True, example="TAGANA"),
    ),
    folder=REFERENCE_FOLDER,
)

PERATURAN = Table(
    "peraturan",
    "Peraturan yang dirujuk",
    ("kode",),
    (
        code("kode", "Kode peraturan", example="perpres-29-2014"),
        text("nama", "Nama, nomor dan tahun peraturan", example="Peraturan Presiden Nomor 29 Tahun 2014"),
        text("tentang", "Judul peraturan", example="Sistem Akuntabilitas Kinerja Instansi Pemerintah"),
        code("diganti_oleh", "Peraturan yang menggantikannya", optional=True, refers_to="peraturan.kode"),
    ),
    folder=REFERENCE_FOLDER,
)

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
        FAKTA,
        ANALISIS,
        BELANJA,
        ANGGARAN,
        KLAIM,
        KONTRADIKSI,
        KOREKSI,
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
