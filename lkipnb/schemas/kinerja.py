"""What was promised and what was achieved."""

from lkipnb.schemas.kolom import Table, choice, code, count, measure, number, text

KERANGKA = Table(
    "kerangka",
    "Misi, tujuan, sasaran, strategi dan kebijakan",
    ("kode",),
    (
        code("kode", "Nomor butir dalam dokumen perencanaan", example="1.2.4"),
        choice(
            "jenjang",
            "Jenjang butir",
            "misi",
            "tujuan",
            "sasaran",
            "strategi",
            "kebijakan",
            example="sasaran",
        ),
        code(
            "induk",
            "Kode butir satu jenjang di atasnya; kosong untuk misi",
            optional=True,
            refers_to="kerangka.kode",
            example="1.2",
        ),
        text("uraian", "Rumusan butir", example="Meningkatnya kesejahteraan sosial"),
    ),
    optional=True,
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
            "Bentuk nilainya: angka; rentang (0 - 5,99); jenjang (WTP, A, III); ya-tidak; rasio"
            " (1:200)",
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
        number(
            "maksimum",
            "Nilai terbesar yang mungkin; kosong bila tidak berbatas",
            optional=True,
            example="100",
        ),
        text(
            "pembilang",
            "Pembilang rumus indikator",
            optional=True,
            example="Jumlah PMKS yang tertangani",
        ),
        text("penyebut", "Penyebut rumus indikator", optional=True, example="Jumlah PMKS yang ada"),
        number(
            "pengali",
            "Pengali hasil bagi pembilang dan penyebut; kosong berarti 100 untuk persen dan 1 untuk"
            " satuan lain",
            optional=True,
            example="1000",
        ),
        choice(
            "sifat_target",
            "Yang dibandingkan dengan target Renstra: tahunan = nilai tahun terakhir; akumulasi ="
            " jumlah sejak awal Renstra. Kosong berarti tahunan",
            "tahunan",
            "akumulasi",
            optional=True,
            example="tahunan",
        ),
        choice(
            "triwulan",
            "Cara nilai triwulan menjadi nilai setahun; kosong bila tidak diukur per triwulan",
            "jumlah",
            "terakhir",
            "rata-rata",
            optional=True,
            example="terakhir",
        ),
        choice(
            "turunan",
            "Cara realisasi mengikuti dari indikator lain; kosong bila diukur sendiri",
            "jumlah",
            "rata-rata",
            optional=True,
            tambahan=True,
            example="rata-rata",
        ),
        text(
            "turunan_dari",
            "Kode indikator yang dijumlahkan atau dirata-ratakan, dipisah titik koma",
            optional=True,
            tambahan=True,
            example="IKU-1; IKU-2",
        ),
        number(
            "nilai_awal",
            "Untuk indikator akumulasi: keadaan sebelum tahun pertama Renstra yang sudah termasuk"
            " dalam targetnya",
            unit="satuan indikator",
            optional=True,
            tambahan=True,
            example="12",
        ),
        count(
            "mulai",
            "Tahun pertama indikator ini diukur; kosong bila tidak diketahui",
            "tahun",
            optional=True,
            tambahan=True,
            example="2019",
        ),
    ),
)

KINERJA = Table(
    "kinerja",
    "Target dan realisasi indikator",
    ("indikator",),
    (
        code("indikator", "Indikator yang diukur", refers_to="indikator.kode", example="IKU-1"),
        measure(
            "target",
            "Target tahun ini, ditulis menurut jenis indikator; boleh berupa batas: <= 5, >= 80, <"
            " inflasi nasional",
            example="6.25",
        ),
        measure(
            "realisasi",
            "Realisasi tahun ini; kosong = belum dilaporkan, n/a = tidak berlaku",
            optional=True,
            example="3.2",
        ),
        number(
            "nilai_pembilang",
            "Nilai pembilang; bila pembilang dan penyebut diisi, realisasi dihitung darinya",
            optional=True,
            example="1640",
        ),
        number("nilai_penyebut", "Nilai penyebut", optional=True, example="51250"),
        number(
            "nilai_batas",
            "Angka yang dimaksud target seperti “< inflasi nasional”",
            unit="satuan indikator",
            optional=True,
            tambahan=True,
            example="2.61",
        ),
        text(
            "sumber_batas",
            "Dokumen yang menyebut angka itu; wajib bila nilai_batas diisi",
            optional=True,
            tambahan=True,
            example="BPS, Berita Resmi Statistik Januari 2024",
        ),
        text(
            "predikat_tercetak",
            "Predikat sebagaimana tercetak di sumber; dibandingkan dengan hasil hitung dan tidak"
            " pernah dipakai",
            optional=True,
            tambahan=True,
            example="Sangat Berhasil",
        ),
    ),
)

TRIWULAN = Table(
    "triwulan",
    "Target dan realisasi per triwulan",
    ("indikator", "triwulan"),
    (
        code("indikator", "Indikator yang diukur", refers_to="indikator.kode", example="IKU-1"),
        choice("triwulan", "Triwulan", "1", "2", "3", "4", example="1"),
        measure("target", "Target triwulan ini", optional=True, example="1.5"),
        measure(
            "realisasi",
            "Realisasi triwulan ini; kosong = belum dilaporkan",
            optional=True,
            example="0.8",
        ),
    ),
    optional=True,
)

SKALA = Table(
    "skala",
    "Skala predikat milik instansi",
    ("predikat",),
    (
        text("predikat", "Sebutan", example="Sangat Berhasil"),
        number(
            "dari",
            "Batas bawah dalam persen; kosong untuk selang terendah",
            optional=True,
            example="90",
        ),
        number(
            "sampai",
            "Batas atas dalam persen; kosong untuk selang tertinggi",
            optional=True,
            example="100",
        ),
        choice(
            "batas",
            "Batas yang termasuk selang ini; kosong = menurut pengukuran.batas_selang, dan keduanya"
            " bila dari sama dengan sampai (misalnya tepat 100)",
            "bawah",
            "atas",
            "keduanya",
            "tanpa",
            optional=True,
            tambahan=True,
            example="bawah",
        ),
    ),
    optional=True,
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
