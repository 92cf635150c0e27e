"""The agency as its `profil.yaml` describes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)


def waktu(text: str) -> str:
    """A day or a month that the calendar has."""
    try:
        date.fromisoformat(text if len(text) > len("2021-01") else f"{text}-01")
    except ValueError:
        raise ValueError(_WAKTU) from None
    if not _DAY.fullmatch(text):
        raise ValueError(_WAKTU)
    return text


def _tahun(value: object) -> object:
    if isinstance(value, int) or (
        isinstance(value, str) and re.fullmatch(r"\s*[0-9]{4}\s*", value)
    ):
        return value
    raise ValueError("diharapkan tahun, misalnya 2021")


def _angka(value: object) -> object:
    """A plain number; a comma may stand before its decimals."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\s*-?[0-9]+([.,][0-9]+)?\s*", value):
        raise ValueError("diharapkan angka, misalnya 120")
    return value.replace(",", ".")


def _ya(value: object) -> object:
    """`ya` or `tidak`, as `true` or `false` of YAML too."""
    known = {"ya": True, "true": True, "tidak": False, "false": False}
    if isinstance(value, bool):
        return value
    told = str(value).strip().casefold()
    if told not in known:
        raise ValueError("diharapkan ya atau tidak")
    return known[told]


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_FILE_NAME = re.compile(r"\.\w{3,4}$")
SHORTEST_ALT = 8  # letters: less says nothing of what is seen
_WAKTU = "diharapkan tanggal yang ada di kalender, misalnya 2021-01-29, atau bulannya saja, 2021-01"
Waktu = Annotated[str, AfterValidator(waktu)]
Tahun = Annotated[int, BeforeValidator(_tahun)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Laporan(_Strict):
    """What the report calls itself."""

    nama: str = Field(description="Nama lengkap laporan")
    singkatan: str = Field(description="Singkatan yang dipakai laporan: LAKIP, LKIP, atau LKjIP")


class Kepala(_Strict):
    """The head of the agency, who signs.  `status` is empty, or `Plt.`, `Plh.`, `Pj.`."""

    nama: str = Field(description="Nama pimpinan beserta gelarnya")
    jabatan: str = Field(description="Jabatan, misalnya Kepala Dinas Sosial")
    status: str = Field(default="", description="Kosong, atau Plt., Plh., Pj.")
    pangkat: str = Field(default="", description="Pangkat, misalnya Pembina Tk. I")
    nip: str = Field(
        default="",
        description="NIP berspasi, 8-6-1-3 angka, atau (NIP)",
        pattern=r"^$|^[0-9]{8} [0-9]{6} [0-9] [0-9]{3}$|^\(NIP\)$",
    )


class Penandatanganan(_Strict):
    """Where and when the report is signed; `waktu` is `YYYY-MM` or `YYYY-MM-DD`."""

    tempat: str = Field(description="Kota penandatanganan")
    waktu: Waktu = Field(
        description="Tanggal penandatanganan, 2021-01-29, atau bulannya saja, 2021-01"
    )


class Rentang(_Strict):
    """First and last year of a plan."""

    awal: Tahun = Field(description="Tahun pertama")
    akhir: Tahun = Field(description="Tahun terakhir")

    @model_validator(mode="after")
    def _ordered(self) -> Rentang:
        if self.awal > self.akhir:
            raise ValueError("tahun awal harus sebelum tahun akhir")
        return self


class Periode(_Strict):
    rpjmd: Rentang
    renstra: Rentang


class Pengukuran(_Strict):
    """How this agency measures: its predicate scale by name or its own, how it averages, and its
    cap in percent.
    """

    skala: str = Field(
        description=(
            "Nama skala predikat dalam lkipnb/rules/skala_predikat.yaml, atau sendiri bila memakai"
            " tabel skala"
        )
    )
    batas_selang: Literal["bawah", "atas"] = Field(
        default="bawah",
        description="Batas yang termasuk tiap selang skala sendiri: bawah atau atas",
    )
    dasar_skala: str = Field(
        default="",
        description="Dokumen yang menetapkan skala yang dipakai; wajib bila skala sendiri",
    )
    rata_rata: str = Field(
        default="sederhana",
        pattern="^(sederhana|terbobot)$",
        description="sederhana, atau terbobot menurut bobot indikator",
    )
    batas_capaian: Annotated[Decimal, BeforeValidator(_angka)] | None = Field(
        default=None,
        gt=0,
        le=10_000,
        description="Batas capaian dalam persen; kosong = tidak dibatasi",
    )
    batas_bawah: Annotated[Decimal, BeforeValidator(_angka)] | None = Field(
        default=None,
        le=10_000,
        description="Capaian paling rendah dalam persen, biasanya 0; kosong = tidak dibatasi",
    )
    sebutan_tanpa_data: str = Field(
        default="",
        description=(
            "Sebutan pada kolom predikat bagi indikator yang belum dilaporkan, misalnya Tidak ada"
            " data; kosong = belum dilaporkan"
        ),
    )
    target_nol: str = Field(
        default="tidak-terhitung",
        pattern="^(tidak-terhitung|dipenuhi)$",
        description=(
            "Capaian bila target nol: tidak-terhitung, atau dipenuhi (100 bila tercapai, 0 bila"
            " tidak)"
        ),
    )

    @field_validator("batas_bawah")
    @classmethod
    def _below_the_cap(cls, floor: Decimal | None, info: ValidationInfo) -> Decimal | None:
        cap = info.data.get("batas_capaian")
        if floor is not None and cap is not None and floor >= cap:
            raise ValueError(f"diharapkan kurang dari batas_capaian, {cap:f}")
        return floor


class SumberDanaOpd(_Strict):
    """Which sources of funds are of the agency's own regional budget and which are not, where names
    leave it open.
    """

    apbd: tuple[str, ...] = Field(
        default=(),
        description=(
            "Sumber dana (kolom sumber_dana) yang termasuk APBD instansi walau namanya tidak"
            " dikenal"
        ),
    )
    lain: tuple[str, ...] = Field(
        default=(),
        description=(
            "Sumber dana di luar APBD instansi; dilaporkan terpisah dan tidak masuk jumlah belanja"
        ),
    )


class Lambang(_Strict):
    """The coat of arms or logo on the cover and above the Perjanjian Kinerja."""

    berkas: str = Field(description="Nama berkas SVG, PNG, atau JPEG dalam folder lampiran")
    alt: str = Field(
        description="Lambang apa itu, bagi pembaca yang tidak melihatnya",
    )

    @field_validator("alt")
    @classmethod
    def _says_something(cls, text: str) -> str:
        if len(text) < SHORTEST_ALT or _FILE_NAME.search(text):
            raise ValueError("diharapkan nama lambangnya, misalnya Lambang Kabupaten Contoh")
        return text


PERUBAHAN = "perubahan"


class Perjanjian(_Strict):
    """The performance agreement: when it was signed, the second party, and whether it promises the
    budget before or after its change.
    """

    waktu: Waktu = Field(
        description="Tanggal penandatanganan Perjanjian Kinerja, 2020-01-15, atau bulannya saja",
    )
    pihak_kedua: str = Field(
        description="Nama pejabat yang menerima janji kinerja, tanpa jabatannya"
    )
    anggaran: Literal["murni", "perubahan"] = Field(
        default="murni",
        description=(
            "perubahan bila yang dilampirkan Perjanjian Kinerja Perubahan, dengan anggaran setelah"
            " perubahan; kosong = murni"
        ),
    )


class LampiranCetak(_Strict):
    """What the print holds of the annex; the page always has all of it."""

    rinci: Annotated[bool, BeforeValidator(_ya)] = Field(
        default=False,
        description=(
            "ya bila naskah cetak (PDF, Word) memuat juga rincian keandalan data; kosong ="
            " ringkasannya saja, rinciannya pada versi HTML"
        ),
    )


class DokumenSumber(_Strict):
    """The published document that the tables were typed from, if any."""

    judul: str = Field(
        description="Judul dokumen sumber; kosongkan bila tabel tidak disalin dari dokumen"
    )
    penerbit: str = Field(description="Penerbit dokumen sumber")
    tahun: Tahun = Field(description="Tahun terbit dokumen sumber")


def fields(model: type[BaseModel], prefix: str = "") -> dict[str, str]:
    """What each field of a profile means, by its dotted name, in the order of the model."""
    told: dict[str, str] = {}
    for name, field in model.model_fields.items():
        inner = [
            kind
            for kind in (field.annotation, *get_args(field.annotation))
            if hasattr(kind, "model_fields")
        ]
        told |= (
            fields(inner[0], f"{prefix}{name}.")
            if inner
            else {prefix + name: field.description or ""}
        )
    return told


class Profil(_Strict):
    """The agency as `profil.yaml` describes it."""

    nama: str = Field(description="Nama instansi, misalnya Dinas Sosial")
    jenis: str = Field(description="Dinas, Badan, Kecamatan, dan sebagainya")
    pemerintah: str = Field(
        description="Pemerintah daerahnya, misalnya Pemerintah Kabupaten Flores Timur"
    )
    wilayah: str = Field(description="Wilayahnya, misalnya Kabupaten Flores Timur")
    kepala_daerah: str = Field(description="Jabatan kepala daerah, misalnya Bupati Flores Timur")
    urusan: str = Field(description="Bidang urusan dengan huruf kecil, misalnya sosial")
    alamat: str = Field(description="Alamat kantor")
    telepon: str = Field(default="", description="Nomor telepon")
    kota: str = Field(description="Kota kedudukan")
    laporan: Laporan
    kepala: Kepala
    penandatanganan: Penandatanganan
    periode: Periode
    dasar_hukum: tuple[str, ...] = Field(
        default=(),
        description=(
            "Kode peraturan (referensi/peraturan.csv) yang menjadi dasar laporan, dipisah titik"
            " koma"
        ),
    )
    pembentukan: tuple[str, ...] = Field(
        default=(), description="Kode peraturan pembentukan instansi, dipisah titik koma"
    )
    pengukuran: Pengukuran
    sumber_dana: SumberDanaOpd = SumberDanaOpd()
    sumber: Mapping[str, str] = Field(
        default_factory=dict, description="Baris sumber di bawah tabel, menurut nama tabel"
    )
    lampiran: LampiranCetak = LampiranCetak()
    perjanjian: Perjanjian | None = None
    lambang: Lambang | None = None
    lisensi: str = Field(
        default="",
        pattern=r"^[A-Za-z0-9][A-Za-z0-9._+-]*$|^$",
        description="Lisensi data terbuka, misalnya CC-BY-4.0; kosong = tidak dinyatakan",
    )
    dokumen_sumber: DokumenSumber | None = None
    pemberitahuan: str = Field(
        default="", description="Teks yang tampil pada setiap halaman, misalnya Data rekaan"
    )

    @property
    def nama_lengkap(self) -> str:
        return f"{self.nama} {self.wilayah}"
