"""Frozen values handed between the layers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from dataclasses import field as dataclass_field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from lkipnb.asal import Angka, Asal, Kata
from lkipnb.errors import Fault

if TYPE_CHECKING:
    import pandas as pd


class NotApplicable(Enum):
    """A cell that says `n/a`: the quantity does not exist for this row.

    Different from None (not reported) and from zero (measured, and nothing).
    """

    TOKEN = "n/a"

    def __str__(self) -> str:
        return self.value


NOT_APPLICABLE = NotApplicable.TOKEN


@dataclass(frozen=True)
class RentangNilai:
    """A target that is met anywhere between two bounds, both included."""

    dari: Decimal
    sampai: Decimal

    def __str__(self) -> str:
        return f"{self.dari} - {self.sampai}"


class Rasio(Angka):
    """The n of a ratio 1:n; a number in every calculation, written as the ratio."""

    def __str__(self) -> str:
        return f"1:{format(self, 'f')}"


class Batas(Angka):
    """A target that is a bound: `<= 5`, or `< inflasi nasional` with the figure that stands for it.

    A number in every calculation; `tanda` is one of <, <=, >, >=, and `sebutan` what the figure is,
    where it is not written as a number.
    """

    __slots__ = ("sebutan", "tanda")

    def __new__(
        cls, value: object, tanda: str, sebutan: str = "", asal: Asal | None = None
    ) -> Batas:
        self = super().__new__(cls, value, asal)
        self.tanda, self.sebutan = tanda, sebutan
        return self

    def dipenuhi(self, realisasi: Decimal) -> bool:
        """Whether the realisasi keeps the bound."""
        value = Decimal(self)
        return {
            "<": realisasi < value,
            "<=": realisasi <= value,
            ">": realisasi > value,
            ">=": realisasi >= value,
        }[self.tanda]

    def __reduce__(self):
        return type(self), (str(Decimal(self)), self.tanda, self.sebutan, self.asal)

    def __str__(self) -> str:
        return f"{self.tanda} {self.sebutan or format(Decimal(self), 'f')}"


class Tingkat(Kata):
    """A level of a ladder, with the score that was written beside it: `BB (72)`."""

    skor: Decimal | None

    def __new__(cls, value: str, asal: Asal, skor: Decimal | None = None) -> Tingkat:
        self = super().__new__(cls, value, asal)
        self.skor = skor
        return self

    def __reduce__(self):
        return type(self), (str(self), self.asal, self.skor)


def tingkat_jenjang(jenjang: str | None) -> list[str]:
    """The levels of a ladder written `TMP; TW; WDP; WTP`, from low to high."""
    return [level.strip() for level in (jenjang or "").split(";") if level.strip()]


def turunan_dari(indikator: Mapping[str, object]) -> list[str]:
    """The codes of the indicators that one sums or averages; none for one that is
    measured itself.
    """
    if not indikator.get("turunan"):
        return []
    return [
        kode.strip() for kode in (indikator.get("turunan_dari") or "").split(";") if kode.strip()
    ]


def _waktu(text: str) -> str:
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


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_WAKTU = "diharapkan tanggal yang ada di kalender, misalnya 2021-01-29, atau bulannya saja, 2021-01"
Waktu = Annotated[str, AfterValidator(_waktu)]
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


class Perjanjian(_Strict):
    """The performance agreement: when it was signed, and the second party."""

    waktu: Waktu = Field(
        description="Tanggal penandatanganan Perjanjian Kinerja, 2020-01-15, atau bulannya saja",
    )
    pihak_kedua: str = Field(
        description="Nama pejabat yang menerima janji kinerja, tanpa jabatannya"
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
    told = {}
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
    perjanjian: Perjanjian | None = None
    dokumen_sumber: DokumenSumber | None = None
    pemberitahuan: str = Field(
        default="", description="Teks yang tampil pada setiap halaman, misalnya Data rekaan"
    )

    @property
    def nama_lengkap(self) -> str:
        return f"{self.nama} {self.wilayah}"


@dataclass(frozen=True)
class Dataset:
    """One fiscal year of one agency, as loaded.

    `tables` are typed and corrected (numbers are Decimal, an empty cell is None); `printed` are
    the same tables as text before any correction.  The index of every frame is the row in the file.
    `unreadable` names tables that could not be read at all and stand here empty; `lain` are files
    of the year's folder that nothing reads; `gambar` its pictures that carry more than a picture,
    as texts by their tag; `impor` where the rows of imported tables came from.
    """

    opd: str
    tahun: int
    profil: Profil
    tables: Mapping[str, pd.DataFrame]
    printed: Mapping[str, pd.DataFrame]
    unreadable: frozenset[str]
    narasi: Mapping[str, str]
    sha256: Mapping[str, str]
    lain: tuple[str, ...] = ()
    gambar: Mapping[str, Mapping[str, str]] = dataclass_field(default_factory=dict)
    impor: Mapping[str, Mapping[str, object]] = dataclass_field(default_factory=dict)

    def __getattr__(self, name: str) -> pd.DataFrame:
        try:
            return self.__dict__["tables"][name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass(frozen=True)
class Realisasi:
    """A budget and what became of it: amounts in rupiah, serapan and physical progress in percent.

    A member is None when a part of it was not reported; `pagu_murni_rp` also when nothing was
    changed.
    """

    pagu_murni_rp: Decimal | None
    pagu_rp: Decimal | None
    realisasi_rp: Decimal | None
    sisa_rp: Decimal | None
    serapan_persen: Decimal | None
    fisik_persen: Decimal | None

    def as_row(self) -> dict[str, Decimal | None]:
        return asdict(self)


@dataclass(frozen=True)
class Pendapatan:
    """Income that was aimed at and that came in, in rupiah; what exceeds the target, and the share
    in percent.

    A member is None when a part of it was not reported.
    """

    target_rp: Decimal | None
    realisasi_rp: Decimal | None
    lebih_rp: Decimal | None
    tercapai_persen: Decimal | None

    def as_row(self) -> dict[str, Decimal | None]:
        return asdict(self)


@dataclass(frozen=True)
class CapaianOpd:
    """The capaian of the whole agency in percent, its predicate, and the counts behind it.

    Every indicator is counted once: as met, missed, not reported, or reported without a capaian.
    """

    banyak_indikator: int
    banyak_terhitung: int
    capaian_persen: Decimal | None
    predikat: str | None
    banyak_tercapai: int
    banyak_belum: int
    banyak_belum_dilaporkan: int
    banyak_tidak_terhitung: int


@dataclass(frozen=True)
class Pegawai:
    """The staff: head count, count per sex, and two cross tables with margins."""

    jumlah: Decimal
    kelamin: Mapping[str, Decimal]
    eselon: pd.DataFrame
    golongan: pd.DataFrame


@dataclass(frozen=True)
class Results:
    """Everything calculated from one Dataset and the years before it; no figure in the report comes
    from elsewhere.

    `lampau` are the indicators of earlier years by year, as `capaian`.  `anggaran` holds the lines
    of the agency's own regional budget, `anggaran_lain` those of other sources, `anggaran_semua`
    both.  The claims come last, for they are computed on the rest; `ukuran_salah` are measures of
    claims that name nothing.
    """

    lampau: Mapping[int, pd.DataFrame]
    capaian: pd.DataFrame
    perbandingan: pd.DataFrame
    dihapus: tuple[Mapping[str, object], ...]
    kemajuan: pd.DataFrame
    standar: pd.DataFrame
    efisiensi: pd.DataFrame
    efisiensi_sasaran: pd.DataFrame
    capaian_sasaran: pd.DataFrame
    capaian_opd: CapaianOpd
    anggaran: pd.DataFrame
    anggaran_jumlah: Realisasi
    anggaran_lain: pd.DataFrame
    anggaran_semua: pd.DataFrame
    anggaran_semua_jumlah: Realisasi
    belanja: pd.DataFrame
    belanja_jumlah: Realisasi
    belanja_jenis: pd.DataFrame
    pendapatan: pd.DataFrame
    pendapatan_jumlah: Pendapatan
    sumber_dana: pd.DataFrame
    pegawai: Pegawai
    aset_jumlah: Decimal
    klaim: pd.DataFrame | None = None
    klaim_anggaran: pd.DataFrame | None = None
    klaim_kinerja: pd.DataFrame | None = None
    ukuran_salah: tuple[Fault, ...] = ()
