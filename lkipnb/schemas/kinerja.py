"""What was promised and what was achieved."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from lkipnb.nilai import Nilai, NotApplicable
from lkipnb.schemas.kolom import Baris, choice, code, count, measure, number, text


class Kerangka(
    Baris,
    name="kerangka",
    title="Misi, tujuan, sasaran, strategi dan kebijakan",
    key=("kode",),
    optional=True,
):
    """An item of the plan, from misi down to kebijakan."""

    kode: str = code("Nomor butir dalam dokumen perencanaan", example="1.2.4")
    jenjang: Literal["misi", "tujuan", "sasaran", "strategi", "kebijakan"] = choice(
        "Jenjang butir", example="sasaran"
    )
    induk: str | None = code(
        "Kode butir satu jenjang di atasnya; kosong untuk misi",
        refers_to="kerangka.kode",
        example="1.2",
    )
    uraian: str = text("Rumusan butir", example="Meningkatnya kesejahteraan sosial")


class Sasaran(Baris, name="sasaran", title="Sasaran strategis", key=("kode",)):
    """A strategic goal of the agency."""

    kode: str = code("Kode sasaran, tetap dari tahun ke tahun", example="S1")
    uraian: str = text(
        "Rumusan sasaran strategis dalam Perjanjian Kinerja",
        example="Meningkatnya peran dan fungsi kelembagaan sosial",
    )


class Indikator(Baris, name="indikator", title="Indikator kinerja utama", key=("kode",)):
    """An indicator: what it measures, and how."""

    kode: str = code("Kode indikator, tetap dari tahun ke tahun", example="IKU-1")
    sasaran: str = code("Sasaran strategis yang diukur", refers_to="sasaran.kode", example="S1")
    nama: str = text("Nama indikator", example="Persentase PMKS yang tertangani")
    satuan: str = text("Satuan target dan realisasi", example="persen")
    polaritas: Literal["naik", "turun"] = choice(
        "Arah yang baik: naik = makin tinggi makin baik; turun = makin rendah makin baik",
        example="naik",
    )
    jenis: Literal["angka", "rentang", "jenjang", "ya-tidak", "rasio"] = choice(
        "Bentuk nilainya: angka; rentang (0 - 5,99); jenjang (WTP, A, III); ya-tidak; rasio"
        " (1:200)",
        example="angka",
    )
    jenjang: str | None = text(
        "Untuk jenis jenjang: tingkatnya dari rendah ke tinggi, dipisah titik koma",
        example="TMP; TW; WDP; WTP",
    )
    rumus: str | None = code(
        "Kode rumus capaian; kosong berarti rumus menurut jenis dan polaritasnya",
        example="turun-t-per-r",
    )
    bobot: Decimal | NotApplicable | None = number(
        "Bobot dalam rata-rata terbobot", minimum=0, example="10"
    )
    maksimum: Decimal | NotApplicable | None = number(
        "Nilai terbesar yang mungkin; kosong bila tidak berbatas", example="100"
    )
    pembilang: str | None = text("Pembilang rumus indikator", example="Jumlah PMKS yang tertangani")
    penyebut: str | None = text("Penyebut rumus indikator", example="Jumlah PMKS yang ada")
    pengali: Decimal | NotApplicable | None = number(
        "Pengali hasil bagi pembilang dan penyebut; kosong berarti 100 untuk persen dan 1 untuk"
        " satuan lain",
        example="1000",
    )
    sifat_target: Literal["tahunan", "akumulasi"] | None = choice(
        "Yang dibandingkan dengan target Renstra: tahunan = nilai tahun terakhir; akumulasi ="
        " jumlah sejak awal Renstra. Kosong berarti tahunan",
        example="tahunan",
    )
    triwulan: Literal["jumlah", "terakhir", "rata-rata"] | None = choice(
        "Cara nilai triwulan menjadi nilai setahun; kosong bila tidak diukur per triwulan",
        example="terakhir",
    )
    turunan: Literal["jumlah", "rata-rata"] | None = choice(
        "Cara realisasi mengikuti dari indikator lain; kosong bila diukur sendiri",
        tambahan=True,
        example="rata-rata",
    )
    turunan_dari: str | None = text(
        "Kode indikator yang dijumlahkan atau dirata-ratakan, dipisah titik koma",
        tambahan=True,
        example="IKU-1; IKU-2",
    )
    nilai_awal: Decimal | NotApplicable | None = number(
        "Untuk indikator akumulasi: keadaan sebelum tahun pertama Renstra yang sudah termasuk"
        " dalam targetnya",
        unit="satuan indikator",
        tambahan=True,
        example="12",
    )
    mulai: Decimal | NotApplicable | None = count(
        "Tahun pertama indikator ini diukur; kosong bila tidak diketahui",
        "tahun",
        tambahan=True,
        example="2019",
    )


class Kinerja(Baris, name="kinerja", title="Target dan realisasi indikator", key=("indikator",)):
    """What an indicator promised for the year and what became of it."""

    indikator: str = code("Indikator yang diukur", refers_to="indikator.kode", example="IKU-1")
    target: Nilai = measure(
        "Target tahun ini, ditulis menurut jenis indikator; boleh berupa batas: <= 5, >= 80, <"
        " inflasi nasional",
        example="6.25",
    )
    realisasi: Nilai | NotApplicable | None = measure(
        "Realisasi tahun ini; kosong = belum dilaporkan, n/a = tidak berlaku", example="3.2"
    )
    nilai_pembilang: Decimal | NotApplicable | None = number(
        "Nilai pembilang; bila pembilang dan penyebut diisi, realisasi dihitung darinya",
        example="1640",
    )
    nilai_penyebut: Decimal | NotApplicable | None = number("Nilai penyebut", example="51250")
    nilai_batas: Decimal | NotApplicable | None = number(
        "Angka yang dimaksud target seperti “< inflasi nasional”",
        unit="satuan indikator",
        tambahan=True,
        example="2.61",
    )
    sumber_batas: str | None = text(
        "Dokumen yang menyebut angka itu; wajib bila nilai_batas diisi",
        tambahan=True,
        example="BPS, Berita Resmi Statistik Januari 2024",
    )
    predikat_tercetak: str | None = text(
        "Predikat sebagaimana tercetak di sumber; dibandingkan dengan hasil hitung dan tidak"
        " pernah dipakai",
        tambahan=True,
        example="Sangat Berhasil",
    )


class Triwulan(
    Baris,
    name="triwulan",
    title="Target dan realisasi per triwulan",
    key=("indikator", "triwulan"),
    optional=True,
):
    """What an indicator promised for a quarter and what became of it."""

    indikator: str = code("Indikator yang diukur", refers_to="indikator.kode", example="IKU-1")
    triwulan: Literal["1", "2", "3", "4"] = choice("Triwulan", example="1")
    target: Nilai | None = measure("Target triwulan ini", example="1.5")
    realisasi: Nilai | NotApplicable | None = measure(
        "Realisasi triwulan ini; kosong = belum dilaporkan", example="0.8"
    )


class SelangSkala(
    Baris, name="skala", title="Skala predikat milik instansi", key=("predikat",), optional=True
):
    """An interval of the agency's own scale of predicates."""

    predikat: str = text("Sebutan", example="Sangat Berhasil")
    dari: Decimal | NotApplicable | None = number(
        "Batas bawah dalam persen; kosong untuk selang terendah", example="90"
    )
    sampai: Decimal | NotApplicable | None = number(
        "Batas atas dalam persen; kosong untuk selang tertinggi", example="100"
    )
    batas: Literal["bawah", "atas", "keduanya", "tanpa"] | None = choice(
        "Batas yang termasuk selang ini; kosong = menurut pengukuran.batas_selang, dan keduanya"
        " bila dari sama dengan sampai (misalnya tepat 100)",
        tambahan=True,
        example="bawah",
    )


class Fakta(Baris, name="fakta", title="Data pendukung indikator", key=("kode",), optional=True):
    """A fact that supports an indicator."""

    kode: str = code("Kode data pendukung", example="panti-kube")
    indikator: str = code("Indikator yang didukung", refers_to="indikator.kode", example="IKU-4")
    induk: str | None = code(
        "Data yang dirinci oleh baris ini; jumlah rincian harus sama dengan induknya",
        refers_to="fakta.kode",
        example="panti-kube",
    )
    uraian: str = text("Apa yang dihitung", example="Panti penerima program pemberdayaan")
    nilai: Decimal = number("Besarnya", unit="menurut kolom satuan", example="6")
    satuan: str = text("Satuan nilai", example="panti")


class Analisis(
    Baris,
    name="analisis",
    title="Sebab, hambatan dan pemecahan",
    key=("indikator", "jenis", "urutan"),
    optional=True,
):
    """A cause, an obstacle or a remedy of an indicator, in one sentence."""

    indikator: str = code("Indikator yang dianalisis", refers_to="indikator.kode", example="IKU-1")
    jenis: Literal["pendukung", "hambatan", "solusi"] = choice("Jenis butir", example="hambatan")
    urutan: Decimal = count("Nomor urut butir", "nomor", example="1")
    uraian: str = text(
        "Satu kalimat lengkap, tanpa angka hasil hitungan",
        example="Pemutakhiran data PMKS belum dilakukan.",
    )
