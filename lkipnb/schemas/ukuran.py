"""The language of measures: how a claim names the computed figure that it is compared with.

    tabel.kolom                         a figure, or the sum of a column
    tabel.kolom[kolom=nilai; ...]       of the rows whose cells hold these values
    tabel.banyak[...]                   how many rows

One grammar, and one dictionary of what may be named.  `baca` refuses everything else with what was
expected; `lkipnb.calculate.ukuran` gives the value.  A value that holds a semicolon stands in
double quotes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import StrEnum

from lkipnb.schemas.instansi import (
    Aset,
    PegawaiEselon,
    PegawaiGolongan,
    PegawaiKelamin,
    Tugas,
    Unit,
)
from lkipnb.schemas.keandalan import Kontradiksi, Koreksi
from lkipnb.schemas.keuangan import Belanja, BelanjaJenis, Dukungan, Pendapatan
from lkipnb.schemas.kinerja import Analisis, Fakta, Indikator, Kerangka, Kinerja, Triwulan
from lkipnb.schemas.kolom import Kind, Table
from lkipnb.schemas.pembanding import Renstra, Standar

BANYAK, RATA_RATA, YA, TIDAK = "banyak", "rata_rata", "ya", "tidak"
LONGEST = 500  # characters; no measure needs them
ORDINAL = frozenset({"nomor", "tahun"})  # units of numbers that name a row instead of measuring it


class UkuranSalah(ValueError):
    """A measure that names nothing; the message says in Indonesian what was expected."""


class Cara(StrEnum):
    """How the rows that are chosen become one figure."""

    JUMLAH = "dijumlahkan"
    SATU = "satu baris"
    NISBAH = "jumlah realisasi dibagi jumlah pagu atau target"
    TERTIMBANG = "rata-rata dibobot pagu"
    RATA_RATA = "rata-rata menurut cara instansi"
    BANYAK = "banyaknya baris"


@dataclass(frozen=True)
class Besaran:
    """What a table can tell: how it is made, and its meaning."""

    cara: Cara
    arti: str


@dataclass(frozen=True)
class Tabel:
    """A table of the language: its meaning, what it tells, and by which columns its rows are
    chosen.

    `pemilih` gives the `table.column` of the data that holds every value of a column; empty where
    there is none. `bilangan` are columns chosen by a number, `pilihan` those with a closed list of
    values.
    """

    arti: str
    besaran: Mapping[str, Besaran]
    pemilih: Mapping[str, str]
    bilangan: Collection[str] = ()
    pilihan: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Ukuran:
    """A measure that has been read: table, column and the conditions on its rows."""

    tabel: str
    kolom: str
    syarat: tuple[tuple[str, str], ...] = ()

    @property
    def besaran(self) -> Besaran:
        return KAMUS[self.tabel].besaran[self.kolom]

    def __str__(self) -> str:
        told = "; ".join(f"{name}={value}" for name, value in self.syarat)
        return f"{self.tabel}.{self.kolom}" + (f"[{told}]" if told else "")


_UKURAN = re.compile(r"(?P<tabel>\w+)\.(?P<kolom>\w+)(?:\[(?P<syarat>.*)\])?", re.DOTALL)
_SYARAT = re.compile(r'\s*(?P<kolom>\w+)\s*=\s*(?:"(?P<kutip>[^"]*)"|(?P<nilai>[^";]*))\s*(?:;|$)')
BENTUK = "diharapkan tabel.kolom atau tabel.kolom[kolom=nilai; kolom=nilai]"


def baca(teks: str) -> Ukuran:
    """The measure that a text names.  Raises UkuranSalah, which says what was expected and what is
    near.
    """
    found = _UKURAN.fullmatch(teks.strip()) if len(teks) <= LONGEST else None
    if found is None:
        raise UkuranSalah(BENTUK)
    table = KAMUS.get(found["tabel"])
    if table is None:
        raise UkuranSalah(_unknown("tabel", found["tabel"], KAMUS))
    if found["kolom"] not in table.besaran:
        raise UkuranSalah(_unknown(f"besaran {found['tabel']}", found["kolom"], table.besaran))
    conditions = () if found["syarat"] is None else _conditions(found["syarat"])
    for name, value in conditions:
        _check(found["tabel"], table, name, value)
    return Ukuran(found["tabel"], found["kolom"], conditions)


def _conditions(teks: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(teks.rstrip("; ")):
        match = _SYARAT.match(teks, at)
        value = "" if match is None else (match["nilai"] or match["kutip"] or "").strip()
        if match is None or not value:
            raise UkuranSalah(f"di antara [ dan ] diharapkan kolom=nilai; {BENTUK}")
        if match["kolom"] in dict(found):
            raise UkuranSalah(f"kolom {match['kolom']} disyaratkan dua kali")
        found.append((match["kolom"], value))
        at = match.end()
    if not found:
        raise UkuranSalah(f"di antara [ dan ] belum ada syarat; {BENTUK}")
    return tuple(found)


def _check(nama: str, table: Tabel, kolom: str, nilai: str) -> None:
    """A condition names a column of the table and a value that can stand there."""
    if kolom not in table.pemilih:
        raise UkuranSalah(_unknown(f"kolom pemilih {nama}", kolom, table.pemilih))
    if kolom in table.bilangan and bilangan(nilai) is None:
        raise UkuranSalah(f"{kolom} diharapkan angka, tertulis “{nilai}”")
    choices = dict(table.pilihan).get(kolom, ())
    if choices and nilai not in choices:
        raise UkuranSalah(_unknown(kolom, nilai, choices))


def bilangan(teks: str) -> Decimal | None:
    """A number that a condition names; None for any other text."""
    try:
        value = Decimal(teks) if re.fullmatch(r"-?[0-9]{1,18}(\.[0-9]{1,9})?", teks) else None
    except InvalidOperation:
        return None
    return value


def _unknown(apa: str, nama: str, dikenal: Collection[str]) -> str:
    return f"{apa} “{nama}” tidak dikenal; {saran(nama, dikenal)}"


def saran(nama: str, dikenal: Collection[str]) -> str:
    """What was probably meant; where nothing is near, what there is."""
    near = get_close_matches(nama, [str(name) for name in dikenal], n=1, cutoff=0.6)
    if near:
        return f"barangkali maksudnya “{near[0]}”"
    shown = [str(name) for name in dikenal][:20]
    more = ", ..." if len(dikenal) > len(shown) else ""
    return f"diharapkan salah satu dari: {', '.join(shown)}{more}"


# What each kind of figure is.
_BARIS = {BANYAK: Besaran(Cara.BANYAK, "banyaknya baris")}


def _sum(arti: str) -> Besaran:
    return Besaran(Cara.JUMLAH, arti)


def _one(arti: str) -> Besaran:
    return Besaran(Cara.SATU, arti)


def _measures(schema: Table) -> dict[str, Besaran]:
    measures = {}
    for column in schema.columns:
        if column.unit in ORDINAL or not (column.numeric or column.kind is Kind.MEASURE):
            continue
        if column.kind in (Kind.COUNT, Kind.RUPIAH) or schema is Fakta.table:
            measures[column.name] = _sum(column.meaning)
        else:
            measures[column.name] = _one(column.meaning)
    return measures


def _of(schema: Table) -> Tabel:
    """A table of the data as it is: numbers that add up are summed, others are told of one row."""
    return Tabel(
        schema.title,
        _measures(schema) | _BARIS,
        {c.name: f"{schema.name}.{c.name}" for c in schema.columns},
        [c.name for c in schema.columns if c.numeric],
        {c.name: c.choices for c in schema.columns if c.choices},
    )


_UANG = {
    "pagu_murni_rp": _sum("pagu sebelum perubahan"),
    "pagu_rp": _sum("pagu setelah perubahan, atau satu-satunya"),
    "realisasi_rp": _sum("realisasi keuangan"),
    "sisa_rp": _sum("pagu dikurangi realisasi"),
    "serapan": Besaran(Cara.NISBAH, "serapan dalam persen: jumlah realisasi dibagi jumlah pagu"),
    "serapan_persen": Besaran(Cara.NISBAH, "sama dengan serapan"),
}


def _budget(arti: str) -> Tabel:
    names = ("kode_rekening", "uraian", "sumber_dana")
    return Tabel(
        arti,
        _UANG | {"fisik_persen": Besaran(Cara.TERTIMBANG, "realisasi fisik dalam persen")} | _BARIS,
        {name: f"anggaran.{name}" for name in names}
        | {
            "program": "anggaran.kode_rekening",
            "induk": "anggaran.kode_rekening",
            "tingkat": "",
            "jenjang": "",
        },
        ("tingkat",),
    )


def _groups(arti: str, schema: Table, names: Collection[str]) -> Tabel:
    choices = {name: schema[name].choices for name in names if schema[name].choices}
    return Tabel(
        arti, _UANG | _BARIS, {name: f"{schema.name}.{name}" for name in names}, (), choices
    )


_INDIKATOR = {"kode": "indikator.kode", "sasaran": "sasaran.kode"}
STATUS = ("tercapai", "belum tercapai", "belum dilaporkan", "tidak berlaku", "tidak terhitung")
_PREDIKAT = {"predikat": ""}
_JUMLAH_INDIKATOR = {
    "banyak_indikator": _one("banyaknya indikator"),
    "banyak_terhitung": _one("banyaknya indikator yang terhitung capaiannya"),
}

_HITUNGAN = {
    "instansi": Tabel(
        "Instansi seluruhnya",
        {
            "capaian_persen": _one("rata-rata capaian instansi menurut cara yang dipilihnya"),
            **_JUMLAH_INDIKATOR,
            "banyak_tercapai": _one("banyaknya indikator yang mencapai target"),
            "banyak_belum": _one("banyaknya indikator terhitung yang belum mencapai target"),
            "banyak_belum_dilaporkan": _one(
                "banyaknya indikator yang realisasinya belum dilaporkan"
            ),
            **_BARIS,
        },
        _PREDIKAT,
    ),
    "capaian": Tabel(
        "Indikator dengan capaian tahun ini dan perbandingannya dengan tahun lalu",
        {
            "target": _one("target"),
            "realisasi": _one("realisasi yang dipakai"),
            "capaian_persen": _one("capaian dalam persen"),
            "realisasi_lalu": _one("realisasi tahun lalu"),
            "capaian_lalu": _one("capaian tahun lalu dalam persen"),
            "perubahan": _one("realisasi dikurangi realisasi tahun lalu"),
            "pertumbuhan_persen": _one("perubahan dibagi realisasi tahun lalu, dalam persen"),
            RATA_RATA: Besaran(
                Cara.RATA_RATA, "rata-rata capaian menurut cara yang dipilih instansi"
            ),
            **_BARIS,
        },
        _INDIKATOR
        | {"jenis": "", "polaritas": "", "satuan": "indikator.satuan", "status": "", "membaik": ""}
        | _PREDIKAT,
        (),
        {
            "jenis": Indikator.table["jenis"].choices,
            "polaritas": Indikator.table["polaritas"].choices,
            "status": STATUS,
            "membaik": (YA, TIDAK),
        },
    ),
    "sasaran": Tabel(
        "Sasaran strategis dengan capaiannya",
        {"capaian_persen": _one("rata-rata capaian indikatornya"), **_JUMLAH_INDIKATOR, **_BARIS},
        {"kode": "sasaran.kode", "uraian": "sasaran.uraian"} | _PREDIKAT,
    ),
    "kemajuan": Tabel(
        "Kemajuan terhadap target akhir Renstra",
        {
            "target_akhir": _one("target pada tahun terakhir yang ditargetkan"),
            "sampai_kini": _one("nilai terakhir, atau jumlah sejak awal Renstra bila akumulasi"),
            "kemajuan_persen": _one("kemajuan dalam persen"),
            "target_kini": _one("target Renstra untuk tahun ini"),
            **_BARIS,
        },
        _INDIKATOR | {"sifat": ""},
        (),
        {"sifat": Indikator.table["sifat_target"].choices},
    ),
    "standar": Tabel(
        "Realisasi dan standar nasional atau daerah",
        {
            "nilai": _one("nilai standar"),
            "standar_persen": _one("realisasi terhadap standar, dalam persen"),
            **_BARIS,
        },
        {
            "indikator": "standar.indikator",
            "sasaran": "sasaran.kode",
            "lingkup": "",
            "memenuhi": "",
        },
        (),
        {"lingkup": Standar.table["lingkup"].choices, "memenuhi": (YA, TIDAK)},
    ),
    "riwayat": Tabel(
        "Tahun-tahun lalu, dari tabel riwayat dan dari folder tahunnya",
        {
            "target": _one("target tahun itu"),
            "realisasi": _one("realisasi tahun itu"),
            "capaian_persen": _one("capaian tahun itu dalam persen"),
            **_BARIS,
        },
        {"indikator": "", "tahun": ""} | _PREDIKAT,
        ("tahun",),
    ),
}

_PENDUKUNG = {name: _one(each.arti) for name, each in _UANG.items() if name != "serapan"}
_EFISIENSI = {
    "a": _one("cara A: capaian dikurangi serapan, dalam poin persen"),
    "b": _one("cara B: seratus dikurangi serapan, bila capaian paling sedikit 100"),
    "e": _one("cara D: efisiensi dalam persen"),
    "ne": _one("cara D: nilai efisiensi dalam persen"),
}

KAMUS: Mapping[str, Tabel] = {
    **{
        schema.name: _of(schema)
        for schema in (
            Indikator.table,
            Kinerja.table,
            Triwulan.table,
            Renstra.table,
            Fakta.table,
            Analisis.table,
            Kerangka.table,
            Dukungan.table,
            Unit.table,
            Tugas.table,
            PegawaiKelamin.table,
            PegawaiEselon.table,
            PegawaiGolongan.table,
            Aset.table,
            Kontradiksi.table,
            Koreksi.table,
        )
    },
    **_HITUNGAN,
    "efisiensi": Tabel(
        "Efisiensi tiap indikator dan anggaran yang menunjangnya",
        _EFISIENSI | _PENDUKUNG | _BARIS,
        _INDIKATOR,
    ),
    "efisiensi_sasaran": Tabel(
        "Efisiensi tiap sasaran dan anggaran yang menunjangnya",
        _EFISIENSI | _PENDUKUNG | _BARIS,
        {"kode": "sasaran.kode"},
    ),
    "anggaran": _budget(
        "Baris anggaran APBD instansi; jumlah dihitung dari baris terbawah, tiap baris sekali"
    ),
    "anggaran_lain": _budget("Baris anggaran dari sumber dana di luar APBD"),
    "anggaran_semua": _budget("Baris anggaran dari semua sumber dana"),
    "sumber_dana": Tabel(
        "Anggaran menurut sumber dana",
        _UANG | _BARIS,
        {"sumber_dana": "anggaran.sumber_dana", "lain": ""},
        (),
        {"lain": (YA, TIDAK)},
    ),
    "belanja": _groups("Belanja menurut kelompok", Belanja.table, ("kelompok",)),
    "belanja_jenis": _groups("Belanja menurut jenis", BelanjaJenis.table, ("kelompok", "jenis")),
    "pendapatan": Tabel(
        "Pendapatan",
        {
            "target_rp": _sum("target pendapatan"),
            "realisasi_rp": _sum("realisasi pendapatan"),
            "lebih_rp": _sum("realisasi dikurangi target"),
            "tercapai_persen": Besaran(
                Cara.NISBAH, "jumlah realisasi dibagi jumlah target, dalam persen"
            ),
            **_BARIS,
        },
        {"kelompok": "", "uraian": "pendapatan.uraian"},
        (),
        {"kelompok": Pendapatan.table["kelompok"].choices},
    ),
}
