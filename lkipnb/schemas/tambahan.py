"""What an agency adds to its report: photographs, and documents bound behind it."""

from __future__ import annotations

from decimal import Decimal

from lkipnb.schemas.kolom import Baris, code, count, text

FOLDER = "lampiran"  # of pictures and documents, below the folder of the year

TAMBAHAN = "tambahan_"  # begins the name of a section of prose, before that of its place

# Where a chapter shows what an agency adds; beside these the code of each sasaran is a place.
TEMPAT = {
    "kedudukan": "BAB I, Kedudukan",
    "tugas": "BAB I, Tugas dan Fungsi Unit",
    "pegawai": "BAB I, Sumber Daya Manusia",
    "sarana": "BAB I, Sarana dan Prasarana",
    "isu_strategis": "BAB I, Isu Strategis",
    "perencanaan": "akhir BAB II",
    "capaian": "BAB III, Pencapaian Sasaran Strategis",
    "anggaran": "BAB III, Realisasi Anggaran",
    "simpulan": "BAB IV, Simpulan",
    "langkah_tindak_lanjut": "BAB IV, Langkah Tindak Lanjut",
}


class Foto(Baris, name="foto", title="Foto kegiatan", key=("berkas",), optional=True):
    """A photograph in a chapter: a JPEG or PNG file of the folder `lampiran`."""

    berkas: str = text(
        "Nama berkas JPEG atau PNG dalam folder lampiran", example="posyandu-melati.jpg"
    )
    tempat: str = code(
        "Tempatnya dalam laporan: kode sasaran, atau salah satu dari " + ", ".join(TEMPAT),
        example="S1",
    )
    judul: str = text("Keterangan di bawah foto", example="Penimbangan balita di Posyandu Melati")
    tanggal: str | None = text(
        "Tanggal pemotretan, 2023-05-17, atau bulannya saja, 2023-05", example="2023-05-17"
    )
    alt: str = text(
        "Apa yang terlihat, bagi pembaca yang tidak melihat foto",
        example="Kader menimbang balita; para ibu menunggu di bangku",
    )
    sumber: str | None = text("Siapa yang membuat foto", example="Dokumentasi Dinas Kesehatan")


class TabelLain(Baris, name="tabel_lain", title="Tabel tambahan", key=("berkas",), optional=True):
    """A table of the agency's own in a chapter: a CSV file of the folder `lampiran`, shown as it
    stands.
    """

    berkas: str = text("Nama berkas CSV dalam folder lampiran", example="kunjungan.csv")
    tempat: str = code(
        "Tempatnya dalam laporan: kode sasaran, atau salah satu dari " + ", ".join(TEMPAT),
        example="S1",
    )
    judul: str = text("Judul tabel", example="Kunjungan posyandu menurut kecamatan")
    satuan: str | None = text("Satuan angkanya, bila semua sama", example="orang")
    sumber: str = text("Sumber datanya", example="Laporan bulanan puskesmas")


class Lampiran(
    Baris, name="lampiran", title="Dokumen yang dilampirkan", key=("urutan",), optional=True
):
    """A document bound behind the report: a PDF file of the folder `lampiran`."""

    urutan: Decimal = count("Urutan di belakang laporan", "nomor", example="1")
    judul: str = text("Judul pada halaman judulnya", example="Perjanjian Kinerja Tahun 2023")
    berkas: str = text("Nama berkas PDF dalam folder lampiran", example="perjanjian-kinerja.pdf")
    keterangan: str | None = text(
        "Apa dokumen itu, bagi pembaca yang tidak melihat halamannya",
        example="Pindaian Perjanjian Kinerja yang ditandatangani Bupati dan Kepala Dinas",
    )
