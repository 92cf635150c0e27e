"""What the source document claims, where it disagrees with itself, and what was mended."""

from lkipnb.schemas.kolom import Table, choice, code, number, text

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
            "Ukuran hasil hitung yang dibandingkan, ditulis tabel.kolom[kolom=nilai; ...] menurut"
            " docs/measures.md; kosong bila datanya tidak ada",
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
        text(
            "kunci",
            "Baris yang dikoreksi: kolom=nilai, dipisah titik koma",
            example="kode_rekening=1 06 01 02",
        ),
        text("kolom", "Kolom yang dikoreksi; * untuk seluruh baris", example="pagu_rp"),
        text(
            "tercetak",
            "Isi sel yang tercetak; kosong bila memang kosong",
            optional=True,
            example="91,019,250",
        ),
        text(
            "terkoreksi",
            "Isi sel yang benar; (hapus) untuk membuang baris",
            optional=True,
            example="175811750",
        ),
        text("alasan", "Mengapa dikoreksi", example="Jumlah tergeser satu baris."),
        text(
            "bukti",
            "Bukti bahwa koreksi itu benar",
            example="Jumlah kegiatan sama dengan pagu program.",
        ),
    ),
    optional=True,
)

PENERIMAAN = Table(
    "penerimaan",
    "Temuan pemeriksaan yang diterima",
    ("temuan",),
    (
        code("temuan", "Kode temuan yang ditampilkan lkipnb check", example="3f9a2c41"),
        text(
            "alasan",
            "Mengapa temuan itu diterima sebagaimana adanya",
            example="Dokumen sumber terbit demikian.",
        ),
        text(
            "peran",
            "Jabatan yang menerimanya, tanpa nama orang",
            example="Kepala Sub Bagian Program",
        ),
    ),
    optional=True,
)
