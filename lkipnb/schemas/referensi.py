"""Lists shared by all agencies."""

from __future__ import annotations

from decimal import Decimal

from lkipnb.schemas.kolom import REFERENCE_FOLDER, Baris, code, count, text


class Pmks(
    Baris,
    name="pmks",
    title="Jenis penyandang masalah kesejahteraan sosial",
    key=("nomor",),
    folder=REFERENCE_FOLDER,
):
    """A kind of people with social problems (PMKS)."""

    nomor: Decimal = count("Nomor urut menurut peraturan", "nomor", example="1")
    nama: str = text("Nama jenis", example="Anak balita telantar")


class Psks(
    Baris,
    name="psks",
    title="Jenis potensi dan sumber kesejahteraan sosial",
    key=("nomor",),
    folder=REFERENCE_FOLDER,
):
    """A kind of social potential (PSKS)."""

    nomor: Decimal = count("Nomor urut menurut peraturan", "nomor", example="1")
    nama: str = text("Nama jenis", example="Pekerja sosial profesional")
    singkatan: str | None = text("Singkatan yang lazim", example="TAGANA")


class Peraturan(
    Baris, name="peraturan", title="Peraturan yang dirujuk", key=("kode",), folder=REFERENCE_FOLDER
):
    """A regulation that reports cite."""

    kode: str = code("Kode peraturan", example="perpres-29-2014")
    nama: str = text(
        "Nama, nomor dan tahun peraturan", example="Peraturan Presiden Nomor 29 Tahun 2014"
    )
    tentang: str = text(
        "Judul peraturan", example="Sistem Akuntabilitas Kinerja Instansi Pemerintah"
    )
    diganti_oleh: str | None = code("Peraturan yang menggantikannya", refers_to="peraturan.kode")
