"""What this year's realisasi is compared with."""

from lkipnb.schemas.kolom import Table, choice, code, count, measure, text

RENSTRA = Table(
    "renstra",
    "Target jangka menengah (Renstra)",
    ("indikator", "tahun"),
    (
        code(
            "indikator", "Indikator yang ditargetkan", refers_to="indikator.kode", example="IKU-1"
        ),
        count("tahun", "Tahun target", "tahun", example="2022"),
        measure(
            "target",
            "Target menurut Renstra; untuk indikator akumulasi: jumlah sejak awal Renstra sampai"
            " tahun itu",
            example="10",
        ),
    ),
    optional=True,
)

RIWAYAT = Table(
    "riwayat",
    "Target dan realisasi tahun-tahun lalu",
    ("indikator", "tahun"),
    (
        code("indikator", "Indikator yang diukur", refers_to="indikator.kode", example="IKU-1"),
        count("tahun", "Tahun yang lalu", "tahun", example="2018"),
        measure("target", "Target tahun itu", optional=True, example="5"),
        measure("realisasi", "Realisasi tahun itu", optional=True, example="2.9"),
    ),
    optional=True,
)

STANDAR = Table(
    "standar",
    "Standar nasional atau daerah",
    ("indikator", "lingkup"),
    (
        code(
            "indikator",
            "Indikator yang mempunyai standar",
            refers_to="indikator.kode",
            example="IKU-7",
        ),
        choice(
            "lingkup",
            "Lingkup standar",
            "nasional",
            "provinsi",
            "kabupaten/kota",
            example="nasional",
        ),
        measure("nilai", "Nilai standar, ditulis seperti target", example="100"),
        text(
            "sumber", "Dokumen yang menetapkan standar", example="Permendagri Nomor 100 Tahun 2018"
        ),
    ),
    optional=True,
)
