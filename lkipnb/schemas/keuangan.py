"""The budget, what became of it, and what it served."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from lkipnb.nilai import NotApplicable
from lkipnb.schemas.kolom import Baris, choice, code, percent, rupiah, text

# The groups of spending: the first two by Permendagri 13/2006, the others by Permendagri 77/2020.
KelompokBelanja = Literal[
    "tidak langsung", "langsung", "operasi", "modal", "tidak terduga", "transfer"
]


class Belanja(
    Baris, name="belanja", title="Belanja menurut kelompok", key=("kelompok",), optional=True
):
    """A group of spending, whole."""

    kelompok: KelompokBelanja = choice(
        "Kelompok belanja: tidak langsung dan langsung sampai 2020, operasi, modal, tidak"
        " terduga, dan transfer sejak 2021",
        example="langsung",
    )
    penggunaan: str = text("Untuk apa belanja itu dipakai", example="Gaji dan tunjangan pegawai")
    pagu_murni_rp: Decimal | NotApplicable | None = rupiah(
        "Anggaran sebelum perubahan; kosong bila tidak berubah", example="4500000000"
    )
    pagu_rp: Decimal = rupiah("Anggaran setelah perubahan, atau satu-satunya", example="4679201102")
    realisasi_rp: Decimal | NotApplicable | None = rupiah(
        "Realisasi sampai 31 Desember", example="4644989985"
    )


class BelanjaJenis(
    Baris,
    name="belanja_jenis",
    title="Belanja menurut jenis",
    key=("kelompok", "jenis"),
    optional=True,
):
    """A kind of spending within its group."""

    kelompok: KelompokBelanja = choice(
        "Kelompok belanja yang dirinci, menurut susunan anggaran tahun itu", example="langsung"
    )
    jenis: Literal[
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
    ] = choice(
        "Jenis belanja di dalam kelompok itu, menurut susunan anggaran tahun itu",
        example="barang dan jasa",
    )
    pagu_murni_rp: Decimal | NotApplicable | None = rupiah(
        "Anggaran sebelum perubahan; kosong bila tidak berubah", example="2500000000"
    )
    pagu_rp: Decimal = rupiah("Anggaran setelah perubahan, atau satu-satunya", example="2614000000")
    realisasi_rp: Decimal | NotApplicable | None = rupiah(
        "Realisasi sampai 31 Desember", example="2587450000"
    )


class Pendapatan(
    Baris,
    name="pendapatan",
    title="Target dan realisasi pendapatan",
    key=("kelompok", "uraian"),
    optional=True,
):
    """A source of income."""

    kelompok: Literal[
        "pendapatan asli daerah",
        "dana perimbangan",
        "pendapatan transfer",
        "lain-lain pendapatan daerah yang sah",
    ] = choice(
        "Kelompok pendapatan: dana perimbangan sampai 2020, pendapatan transfer sejak 2021",
        example="pendapatan asli daerah",
    )
    uraian: str = text("Asal pendapatan", example="Retribusi pelayanan kesehatan")
    target_rp: Decimal = rupiah(
        "Target setelah perubahan, atau satu-satunya", example="15200000000"
    )
    realisasi_rp: Decimal | NotApplicable | None = rupiah(
        "Realisasi sampai 31 Desember", example="17167413793"
    )


class Anggaran(
    Baris,
    name="anggaran",
    title="Pagu dan realisasi per program dan kegiatan",
    key=("kode_rekening",),
    optional=True,
):
    """A line of the budget: a programme, kegiatan or sub kegiatan."""

    kode_rekening: str = code(
        "Kode rekening program, kegiatan, atau sub kegiatan; ruas dipisah titik atau spasi."
        " Bila sumbernya tidak mencetak kode, tulis #1, #1.1, #1.1.1 menurut susunannya: tidak"
        " ikut tercetak",
        example="1.06.01.15.08",
    )
    uraian: str = text(
        "Nama program atau kegiatan", example="Pemberdayaan Bagi Keluarga Fakir Miskin"
    )
    pagu_murni_rp: Decimal | NotApplicable | None = rupiah(
        "Pagu sebelum perubahan; kosong bila tidak berubah", example="1400000000"
    )
    pagu_rp: Decimal = rupiah("Pagu menurut DPA, setelah perubahan bila ada", example="1494141100")
    realisasi_rp: Decimal | NotApplicable | None = rupiah(
        "Realisasi keuangan", example="1491818900"
    )
    serapan_persen: Decimal | NotApplicable | None = percent(
        "Persentase serapan sebagaimana tercetak di sumber; dibandingkan dengan "
        "hasil hitung dan tidak pernah dipakai",
        minimum=0,
        maximum=999,
        example="99.84",
    )
    fisik_persen: Decimal | NotApplicable | None = percent(
        "Realisasi fisik", minimum=0, maximum=100, example="100"
    )
    sumber_dana: str | None = text(
        "Sumber dana; baris di bawahnya ikut bila tidak menyebut sendiri. Sumber di luar APBD"
        " (APBN, dana desa) dilaporkan terpisah",
        example="DAU",
    )


class Dukungan(
    Baris,
    name="dukungan",
    title="Program dan kegiatan yang mendukung indikator atau sasaran",
    key=("kode", "kode_rekening"),
    optional=True,
):
    """A line of the budget that serves an indicator or a sasaran."""

    kode: str = code("Kode indikator atau kode sasaran yang didukung", example="IKU-1")
    kode_rekening: str = code(
        "Program, kegiatan, atau sub kegiatan pendukungnya; semua baris di bawahnya ikut",
        refers_to="anggaran.kode_rekening",
        example="1.06.01.15",
    )
