"""What the source document claims, where it disagrees with itself, and what was mended."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from lkipnb.nilai import NotApplicable
from lkipnb.schemas.kolom import Baris, choice, code, number, text


class Klaim(
    Baris,
    name="klaim",
    title="Angka turunan yang disebut dokumen sumber",
    key=("kode",),
    optional=True,
):
    """A figure that the source document tells and that follows from its data."""

    kode: str = code("Kode klaim", example="K01")
    tempat: str = text("Bagian dokumen tempat klaim berada", example="Ikhtisar Eksekutif")
    uraian: str = text("Apa yang diklaim", example="Jumlah kegiatan")
    nilai: Decimal = number(
        "Nilai yang tercetak; batas bawah bila klaim berupa selang", example="28"
    )
    nilai_sampai: Decimal | NotApplicable | None = number(
        "Batas atas bila klaim berupa selang", example="80"
    )
    satuan: str = text("Satuan nilai", example="kegiatan")
    ukuran: str | None = code(
        "Ukuran hasil hitung yang dibandingkan, ditulis tabel.kolom[kolom=nilai; ...] menurut"
        " docs/measures.md; kosong bila datanya tidak ada",
        example="anggaran.banyak[tingkat=2]",
    )


class Kontradiksi(
    Baris,
    name="kontradiksi",
    title="Pertentangan di dalam dokumen sumber",
    key=("kode",),
    optional=True,
):
    """Two places of the source document that contradict each other, and which one is used."""

    kode: str = code("Kode pertentangan", example="P01")
    hal: str = text("Apa yang dipertentangkan", example="Realisasi IKU-4")
    tempat_1: str = text("Bagian dokumen yang pertama", example="Tabel 3.1")
    tercetak_1: str = text("Yang tercetak di sana", example="60")
    tempat_2: str = text("Bagian dokumen yang kedua", example="BAB III, evaluasi sasaran 2")
    tercetak_2: str = text("Yang tercetak di sana", example="100%")
    dipakai: str = text("Yang dipakai laporan ini", example="60")
    alasan: str = text("Mengapa itu yang dipakai", example="Tabel 3.1 memuat pengukuran resmi.")
    status: Literal["selesai", "terbuka"] = choice(
        "Selesai bila bukti dalam dokumen memutuskannya; terbuka bila harus ditanyakan",
        example="terbuka",
    )


class Koreksi(
    Baris, name="koreksi", title="Koreksi atas data tercetak", key=("kode",), optional=True
):
    """A printed cell that is wrong, and what it should say."""

    kode: str = code("Kode koreksi", example="C01")
    tabel: str = code("Tabel yang dikoreksi", example="anggaran")
    kunci: str = text(
        "Baris yang dikoreksi: kolom=nilai, dipisah titik koma", example="kode_rekening=1 06 01 02"
    )
    kolom: str = text("Kolom yang dikoreksi; * untuk seluruh baris", example="pagu_rp")
    tercetak: str | None = text(
        "Isi sel yang tercetak; kosong bila memang kosong", example="91,019,250"
    )
    terkoreksi: str | None = text(
        "Isi sel yang benar; (hapus) untuk membuang baris", example="175811750"
    )
    alasan: str = text("Mengapa dikoreksi", example="Jumlah tergeser satu baris.")
    bukti: str = text(
        "Bukti bahwa koreksi itu benar", example="Jumlah kegiatan sama dengan pagu program."
    )


class Penerimaan(
    Baris,
    name="penerimaan",
    title="Temuan pemeriksaan yang diterima",
    key=("temuan",),
    optional=True,
):
    """A finding that the agency accepts, and who does."""

    temuan: str = code("Kode temuan yang ditampilkan lkipnb check", example="3f9a2c41")
    alasan: str = text(
        "Mengapa temuan itu diterima sebagaimana adanya", example="Dokumen sumber terbit demikian."
    )
    peran: str = text(
        "Jabatan yang menerimanya, tanpa nama orang", example="Kepala Sub Bagian Program"
    )
