"""The budget, what became of it, and what it served."""

from lkipnb.schemas.kolom import Table, choice, code, percent, rupiah, text

BELANJA = Table(
    "belanja",
    "Belanja menurut kelompok",
    ("kelompok",),
    (
        choice(
            "kelompok",
            "Kelompok belanja: tidak langsung dan langsung sampai 2020, operasi, modal, tidak"
            " terduga, dan transfer sejak 2021",
            "tidak langsung",
            "langsung",
            "operasi",
            "modal",
            "tidak terduga",
            "transfer",
            example="langsung",
        ),
        text("penggunaan", "Untuk apa belanja itu dipakai", example="Gaji dan tunjangan pegawai"),
        rupiah(
            "pagu_murni_rp",
            "Anggaran sebelum perubahan; kosong bila tidak berubah",
            optional=True,
            example="4500000000",
        ),
        rupiah("pagu_rp", "Anggaran setelah perubahan, atau satu-satunya", example="4679201102"),
        rupiah("realisasi_rp", "Realisasi sampai 31 Desember", optional=True, example="4644989985"),
    ),
    optional=True,
)

BELANJA_JENIS = Table(
    "belanja_jenis",
    "Belanja menurut jenis",
    ("kelompok", "jenis"),
    (
        choice(
            "kelompok",
            "Kelompok belanja yang dirinci, menurut susunan anggaran tahun itu",
            *BELANJA["kelompok"].choices,
            example="langsung",
        ),
        choice(
            "jenis",
            "Jenis belanja di dalam kelompok itu, menurut susunan anggaran tahun itu",
            "pegawai",
            "barang dan jasa",
            "modal",
            "bunga",
            "subsidi",
            "hibah",
            "bantuan sosial",
            "bagi hasil",
            "bantuan keuangan",
            "tidak terduga",
            "tanah",
            "peralatan dan mesin",
            "gedung dan bangunan",
            "jalan, jaringan, dan irigasi",
            "aset tetap lainnya",
            "aset lainnya",
            example="barang dan jasa",
        ),
        rupiah(
            "pagu_murni_rp",
            "Anggaran sebelum perubahan; kosong bila tidak berubah",
            optional=True,
            example="2500000000",
        ),
        rupiah("pagu_rp", "Anggaran setelah perubahan, atau satu-satunya", example="2614000000"),
        rupiah("realisasi_rp", "Realisasi sampai 31 Desember", optional=True, example="2587450000"),
    ),
    optional=True,
)

PENDAPATAN = Table(
    "pendapatan",
    "Target dan realisasi pendapatan",
    ("kelompok", "uraian"),
    (
        choice(
            "kelompok",
            "Kelompok pendapatan: dana perimbangan sampai 2020, pendapatan transfer sejak 2021",
            "pendapatan asli daerah",
            "dana perimbangan",
            "pendapatan transfer",
            "lain-lain pendapatan daerah yang sah",
            example="pendapatan asli daerah",
        ),
        text("uraian", "Asal pendapatan", example="Retribusi pelayanan kesehatan"),
        rupiah("target_rp", "Target setelah perubahan, atau satu-satunya", example="15200000000"),
        rupiah(
            "realisasi_rp", "Realisasi sampai 31 Desember", optional=True, example="17167413793"
        ),
    ),
    optional=True,
)

ANGGARAN = Table(
    "anggaran",
    "Pagu dan realisasi per program dan kegiatan",
    ("kode_rekening",),
    (
        code(
            "kode_rekening",
            "Kode rekening program, kegiatan, atau sub kegiatan; ruas dipisah titik atau spasi."
            " Bila sumbernya tidak mencetak kode, tulis #1, #1.1, #1.1.1 menurut susunannya: tidak"
            " ikut tercetak",
            example="1.06.01.15.08",
        ),
        text(
            "uraian",
            "Nama program atau kegiatan",
            example="Pemberdayaan Bagi Keluarga Fakir Miskin",
        ),
        rupiah(
            "pagu_murni_rp",
            "Pagu sebelum perubahan; kosong bila tidak berubah",
            optional=True,
            example="1400000000",
        ),
        rupiah("pagu_rp", "Pagu menurut DPA, setelah perubahan bila ada", example="1494141100"),
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
        percent(
            "fisik_persen", "Realisasi fisik", optional=True, minimum=0, maximum=100, example="100"
        ),
        text(
            "sumber_dana",
            "Sumber dana; baris di bawahnya ikut bila tidak menyebut sendiri. Sumber di luar APBD"
            " (APBN, dana desa) dilaporkan terpisah",
            optional=True,
            example="DAU",
        ),
    ),
    optional=True,
)

DUKUNGAN = Table(
    "dukungan",
    "Program dan kegiatan yang mendukung indikator atau sasaran",
    ("kode", "kode_rekening"),
    (
        code("kode", "Kode indikator atau kode sasaran yang didukung", example="IKU-1"),
        code(
            "kode_rekening",
            "Program, kegiatan, atau sub kegiatan pendukungnya; semua baris di bawahnya ikut",
            refers_to="anggaran.kode_rekening",
            example="1.06.01.15",
        ),
    ),
    optional=True,
)
