"""What was understood of a table of indicators, laid over the tables of the year.

Rows are matched by their code or by an equal name.  A cell that is empty is filled; one that says
something else is a difference, and the person who imports decides on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast

from lkipnb.errors import DataError, Fault
from lkipnb.exchange.kinerja.arti import RENSTRA
from lkipnb.exchange.kinerja.bacaan import Bacaan
from lkipnb.exchange.kinerja.baris import Butir
from lkipnb.exchange.kinerja.jenis import arah, jenis
from lkipnb.exchange.kinerja.kolom import (
    CAPAIAN,
    INDIKATOR,
    KODE,
    POLARITAS,
    PREDIKAT,
    REALISASI,
    SASARAN,
    SATUAN,
    TARGET,
    WORDS,
)
from lkipnb.exchange.kinerja.nilai import bilangan
from lkipnb.exchange.kinerja.pilihan import BARU, LAMA
from lkipnb.exchange.lra.lembar import huruf
from lkipnb.exchange.ringkas import tolak
from lkipnb.exchange.terisi.ejaan import sama
from lkipnb.load.table import table_of
from lkipnb.rules.satuan import PERSEN, satuan
from lkipnb.schemas import YEAR_TABLES

TABLES = ("sasaran", "indikator", "kinerja", "triwulan", "riwayat", "renstra", "klaim")
FIRST_CODES = {"sasaran": "S0", "indikator": "IKU-0", "klaim": "K00"}
_CODE = re.compile(r"(?P<awal>.*?)(?P<nomor>[0-9]+)")
Record = dict[str, str]


@dataclass(frozen=True)
class Asal:
    """A row of the file, and the letter of the column that a cell came from."""

    baris: int
    kolom: str


@dataclass
class Gabungan:
    """The tables as they are to be, the cell of the file for each cell that it gives, and what of
    it is new, filled, different, or left empty.
    """

    tabel: dict[str, list[Record]]
    asal: dict[tuple[str, int, str], Asal] = field(default_factory=dict)
    baru: dict[str, int] = field(default_factory=dict)
    diisi: dict[str, int] = field(default_factory=dict)
    beda: list[Fault] = field(default_factory=list)
    kosong: dict[str, list[int]] = field(default_factory=dict)

    @property
    def berubah(self) -> list[str]:
        """The tables that are to be written."""
        return [name for name in TABLES if self.baru.get(name) or self.diisi.get(name)]


def gabungkan(read: Bacaan, folder: Path, bila_beda: str | None) -> Gabungan:
    """Lay what was read over the tables in the folder of a year.  Raises DataError when one of
    these cannot be read, and for every difference that `bila_beda` does not decide.
    """
    return _Penggabung(read, _tables(folder), bila_beda).gabungan()


def _tables(folder: Path) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    faults: list[Fault] = []
    for name in TABLES:
        frame, more = table_of(folder, YEAR_TABLES[name])
        faults += [fault for fault in more if (folder / fault.file).exists()]
        found[name] = cast("list[Record]", frame.to_dict("records"))
    if faults:
        raise DataError(faults)
    return found


class _Penggabung:
    """The tables while the rows of a file are laid over them."""

    def __init__(
        self, read: Bacaan, tables: dict[str, list[Record]], bila_beda: str | None
    ) -> None:
        self.read, self.bila_beda = read, bila_beda
        self.made = Gabungan(tables)
        self.codes: dict[str, tuple[str, int, int]] = {}
        self.rows: dict[tuple[str, ...], Record] = {}  # by table and key
        for name, records in tables.items():
            for record in records:
                self._index(name, record)

    def gabungan(self) -> Gabungan:
        for row in self.read.butir:
            self._butir(row)
        if self.made.beda:
            raise tolak(self.made.beda, self.read.berkas)
        return self.made

    def _butir(self, row: Butir) -> None:
        code = self._indikator(row, self._sasaran(row))
        for table, key, cells in _measures(row, code):
            self._put(table, key, cells, row)
        self._claim(row, code)

    def _sasaran(self, row: Butir) -> str:
        told = row.kata.get(SASARAN, "")
        if not told:
            return ""
        for record in self.made.tabel["sasaran"]:
            if _same_name(record["uraian"], told):
                return record["kode"]
        return self._add("sasaran", {"kode": self._next("sasaran"), "uraian": told}, row)

    def _indikator(self, row: Butir, sasaran: str) -> str:
        told = {
            "sasaran": sasaran,
            "nama": row.nama,
            "satuan": row.kata.get(SATUAN, ""),
            "polaritas": arah(row.kata.get(POLARITAS, "")),
        }
        known = self._known(row)
        if known is not None:
            self._fill("indikator", known, told, row)
            return known["kode"]
        told["jenis"] = jenis(row)
        for name in ("sasaran", "satuan", "polaritas", "jenis"):
            if not told[name]:
                self.made.kosong.setdefault(f"{name} indikator", []).append(row.nomor)
        code = row.kata.get(KODE) or self._next("indikator")
        return self._add("indikator", {"kode": code, **told}, row)

    def _known(self, row: Butir) -> Record | None:
        """The indicator of this code, else of this name."""
        records = self.made.tabel["indikator"]
        by_code = [each for each in records if each["kode"] == row.kata.get(KODE)]
        by_name = [each for each in records if _same_name(each["nama"], row.nama)]
        return next(iter(by_code or by_name), None)

    def _claim(self, row: Butir, code: str) -> None:
        """The printed capaian, unless a claim says the same of it already."""
        told = row.nilai.get(CAPAIAN, "")
        value = bilangan(told) if told else None
        if value is None:
            if told:
                self.made.kosong.setdefault("capaian bukan angka, klaimnya", []).append(row.nomor)
            return
        measure = f"capaian.capaian_persen[kode={code}]"
        place = f"{self.read.where}, baris {row.nomor}"
        for record in self.made.tabel["klaim"]:
            if record["ukuran"] == measure and bilangan(record["nilai"]) == value:
                return
            if record["ukuran"] == measure and record["tempat"] == place:
                self._fill("klaim", record, {"nilai": f"{value}"}, row)
                return
        cells = {"kode": self._next("klaim"), "tempat": place, "uraian": f"Capaian {row.nama}"}
        more = {"nilai": f"{value}", "satuan": PERSEN, "ukuran": measure}
        self._add("klaim", cells | more, row)

    def _put(self, table: str, key: Record, cells: Record, row: Butir) -> None:
        """Cells of the row with a key; a row more where there is none and any cell is told."""
        found = self._with(table, key)
        if found is not None:
            self._fill(table, found, cells, row)
        elif any(cells.values()):
            self._add(table, key | cells, row)
        stands = self._with(table, key) or {}
        for name in (TARGET, REALISASI):
            if table == "kinerja" and not stands.get(name):
                self.made.kosong.setdefault(f"{name} kinerja", []).append(row.nomor)

    def _with(self, table: str, key: Record) -> Record | None:
        """The row of a table with a key."""
        return self.rows.get((table, *key.values()))

    def _index(self, table: str, record: Record) -> None:
        key = (table, *(record[name] for name in YEAR_TABLES[table].key))
        self.rows.setdefault(key, record)

    def _fill(self, table: str, record: Record, cells: Record, row: Butir) -> None:
        for name, told in cells.items():
            if not told or _same(record[name], told, name):
                continue
            if not record[name] or self.bila_beda == BARU:
                record[name] = told
                self.made.diisi[table] = self.made.diisi.get(table, 0) + 1
                self._remember(table, record, name, row)
            elif self.bila_beda != LAMA:
                self._differs(table, record, name, told, row)

    def _differs(self, table: str, record: Record, name: str, told: str, row: Butir) -> None:
        key = " ".join(record[part] for part in YEAR_TABLES[table].key)
        what = (
            f"pada tabel {table}, {key}, kolom {name} sudah tertulis “{record[name]}”; ulangi"
            " dengan --bila-beda lama atau --bila-beda baru"
        )
        origin = self._origin(table, name, row, record)
        self.made.beda.append(Fault(self.read.where, row.nomor, origin.kolom, told, what))

    def _add(self, table: str, cells: Record, row: Butir) -> str:
        record = dict.fromkeys(YEAR_TABLES[table].names, "") | cells
        self.made.tabel[table].append(record)
        self._index(table, record)
        self.made.baru[table] = self.made.baru.get(table, 0) + 1
        for name, told in cells.items():
            if told:
                self._remember(table, record, name, row)
        return record.get("kode", "")

    def _remember(self, table: str, record: Record, name: str, row: Butir) -> None:
        rows = self.made.tabel[table]
        number = next(at for at in reversed(range(len(rows))) if rows[at] is record)
        self.made.asal[table, number, name] = self._origin(table, name, row, record)

    def _origin(self, table: str, name: str, row: Butir, record: Record) -> Asal:
        at = self.read.arti.kolom.get(_quantity(table, name, record, self.read.tahun), -1)
        return Asal(row.nomor, huruf(at) if at >= 0 else "")

    def _next(self, table: str) -> str:
        """A code that no row has, in the manner of the last one."""
        start, width, number = self.codes.get(table) or self._last_code(table)
        self.codes[table] = (start, width, number + 1)
        return f"{start}{number + 1:0{width}}"

    def _last_code(self, table: str) -> tuple[str, int, int]:
        """The beginning of the last code, the length of its number, and the highest number."""
        codes = [FIRST_CODES[table], *(record["kode"] for record in self.made.tabel[table])]
        known = list(filter(None, map(_CODE.fullmatch, codes)))
        last = known[-1]
        same = [int(match["nomor"]) for match in known if match["awal"] == last["awal"]]
        return last["awal"], len(last["nomor"]), max(same)


def _measures(row: Butir, code: str) -> Iterator[tuple[str, Record, Record]]:
    """The rows of tables that the figures of an indicator make: table, key, and cells."""
    year = {TARGET: row.nilai.get(TARGET, ""), REALISASI: row.nilai.get(REALISASI, "")}
    if TARGET in row.nilai or REALISASI in row.nilai:
        predicate = row.kata.get(PREDIKAT, "")
        own = {"predikat_tercetak": predicate} if predicate else {}
        yield "kinerja", {"indikator": code}, year | own
    times = dict.fromkeys(name.partition("-")[2] for name in row.nilai if "-" in name)
    for time in times:
        yield from _of_a_time(row.nilai, code, time)


def _of_a_time(
    figures: Mapping[str, str], code: str, time: str
) -> Iterator[tuple[str, Record, Record]]:
    names = [name for name in (TARGET, REALISASI) if f"{name}-{time}" in figures]
    cells = {name: figures[f"{name}-{time}"] for name in names}
    if time.startswith("tw"):
        yield "triwulan", {"indikator": code, "triwulan": time[2:]}, cells
    elif cells:
        yield "riwayat", {"indikator": code, "tahun": time}, cells
    planned = figures.get(f"{RENSTRA}-{time}", "")
    if planned:
        yield "renstra", {"indikator": code, "tahun": time}, {"target": planned}


def _quantity(table: str, name: str, record: Mapping[str, str], year: int) -> str:
    """The name of the quantity that a cell of a table is."""
    if table == "triwulan":
        return f"{name}-tw{record['triwulan']}"
    if table == "riwayat":
        return f"{name}-{record['tahun']}"
    names = {
        "sasaran": {"uraian": SASARAN},
        "indikator": {"nama": INDIKATOR},
        "renstra": {"target": f"{RENSTRA}-{record.get('tahun', year)}"},
        "klaim": {"nilai": CAPAIAN},
        "kinerja": {"predikat_tercetak": PREDIKAT},
    }
    told = names.get(table, {}).get(name, name)
    if told in WORDS or table != "sasaran":
        return told
    return SASARAN


def _same_name(one: str, other: str) -> bool:
    return _spelling(one) == _spelling(other)


# Each name is compared with all others.
_spelling = lru_cache(maxsize=50_000)(sama)


def _same(one: str, other: str, name: str) -> bool:
    """Whether two cells say the same, however it is written."""
    if name == "satuan":
        return satuan(one).nama.casefold() == satuan(other).nama.casefold()
    numbers = bilangan(one), bilangan(other)
    if None not in numbers:
        return numbers[0] == numbers[1]
    return sama(one) == sama(other)
