"""Lists shared by all agencies."""

from lkipnb.schemas.kolom import REFERENCE_FOLDER, Table, code, count, text

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
        text(
            "nama",
            "Nama, nomor dan tahun peraturan",
            example="Peraturan Presiden Nomor 29 Tahun 2014",
        ),
        text(
            "tentang", "Judul peraturan", example="Sistem Akuntabilitas Kinerja Instansi Pemerintah"
        ),
        code(
            "diganti_oleh",
            "Peraturan yang menggantikannya",
            optional=True,
            refers_to="peraturan.kode",
        ),
    ),
    folder=REFERENCE_FOLDER,
)
