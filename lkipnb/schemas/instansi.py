"""The agency itself: its units, duties, staff and assets."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from lkipnb.schemas.kolom import Baris, choice, code, count, text


class Unit(Baris, name="unit", title="Susunan organisasi", key=("kode",), optional=True):
    """A unit of the organisation; the topmost one has no `induk`."""

    kode: str = code("Kode unit, dipakai tabel lain untuk menunjuk unit ini", example="sekretariat")
    nama: str = text("Nama unit menurut peraturan pembentukannya", example="Sekretariat")
    induk: str | None = code(
        "Kode unit atasan; kosong hanya untuk satu unit puncak",
        refers_to="unit.kode",
        example="dinas",
    )
    eselon: Literal["II", "III", "IV"] = choice("Eselon jabatan pimpinan unit", example="III")
    jabatan: str = text("Nama jabatan pimpinan unit", example="Sekretaris Dinas")
    urutan: Decimal = count("Urutan di antara unit yang seatasan", "nomor", example="1")


class Tugas(
    Baris,
    name="tugas",
    title="Tugas dan fungsi",
    key=("unit", "lingkup", "jenis", "dasar", "urutan"),
    optional=True,
):
    """A duty or a function of a unit or of its head, as a regulation words it."""

    unit: str = code(
        "Unit yang mempunyai tugas atau fungsi ini", refers_to="unit.kode", example="sekretariat"
    )
    lingkup: Literal["unit", "pimpinan"] = choice(
        "Apakah milik unit atau milik jabatan pimpinannya", example="unit"
    )
    jenis: Literal["tugas", "fungsi"] = choice(
        "Tugas (satu kalimat) atau butir fungsi", example="fungsi"
    )
    dasar: str | None = code(
        "Kode peraturan yang menetapkannya; kosong bila tidak disebut",
        refers_to="peraturan.kode",
        example="perbup-flotim-77-2016",
    )
    urutan: Decimal = count("Nomor urut butir", "nomor", example="1")
    uraian: str = text("Bunyi tugas atau fungsi", example="Penyusunan program dan anggaran")


class PegawaiEselon(
    Baris,
    name="pegawai_eselon",
    title="Pegawai menurut eselon dan pendidikan",
    key=("eselon", "pendidikan"),
    optional=True,
):
    """How many of the staff have an eselon and an education."""

    eselon: Literal["Eselon II", "Eselon III", "Eselon IV", "Non Eselon"] = choice(
        "Eselon jabatan", example="Eselon IV"
    )
    pendidikan: Literal["SD/SLTA/SMA", "D3/D2/D1", "S1", "S2", "S3"] = choice(
        "Jenjang pendidikan terakhir", example="S1"
    )
    jumlah: Decimal = count("Banyaknya pegawai negeri sipil", "orang", example="9")


class PegawaiGolongan(
    Baris,
    name="pegawai_golongan",
    title="Pegawai menurut pendidikan dan golongan",
    key=("pendidikan", "golongan"),
    optional=True,
):
    """How many of the staff have an education and a golongan."""

    pendidikan: Literal["SD/SLTA/SMA", "D3/D2/D1", "S1", "S2", "S3"] = choice(
        "Jenjang pendidikan terakhir", example="S1"
    )
    golongan: Literal["I", "II", "III", "IV"] = choice("Golongan ruang kepegawaian", example="III")
    jumlah: Decimal = count("Banyaknya pegawai negeri sipil", "orang", example="12")


class PegawaiKelamin(
    Baris,
    name="pegawai_kelamin",
    title="Pegawai menurut jenis kelamin",
    key=("jenis_kelamin",),
    optional=True,
):
    """How many of the staff are men or women."""

    jenis_kelamin: Literal["Laki-laki", "Perempuan"] = choice("Jenis kelamin", example="Perempuan")
    jumlah: Decimal = count("Banyaknya pegawai negeri sipil", "orang", example="15")


class Aset(Baris, name="aset", title="Sarana dan prasarana", key=("nomor",), optional=True):
    """An asset of the agency and how many there are."""

    nomor: Decimal = count("Nomor urut barang", "nomor", example="1")
    nama: str = text("Nama atau jenis barang", example="Laptop")
    jumlah: Decimal = count("Banyaknya barang", "menurut kolom satuan", example="17")
    satuan: str = text("Satuan barang", example="unit")
    kondisi: Literal["Baik", "Rusak Ringan", "Rusak Berat"] = choice(
        "Keadaan barang", example="Baik"
    )
