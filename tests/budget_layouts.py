"""One budget tree written as offices write it: random layouts, notations, headers, and noise."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import xlsxwriter

UNIT = "5.02.0.00.0.00.01.0000"
AMOUNTS = ("pagu", "realisasi")

Cell = str | int | float


@dataclass(frozen=True)
class Simpul:
    """A line of the tree: its code, name, level from 0, and what it says of money."""

    kode: str
    nama: str
    tingkat: int
    pagu: int
    realisasi: int


@dataclass(frozen=True)
class Tata:
    """A layout: rows as they stand, their indents, and what a person would add to the command."""

    rows: list[list[Cell]]
    inden: list[int]
    tahun: int
    satuan: int | None
    berkode: bool
    ciri: tuple[str, ...]


def pohon(rng: random.Random) -> list[Simpul]:
    """Programs, kegiatan and sub kegiatan whose amounts add up."""
    lines: list[Simpul] = []
    for number in range(1, rng.randint(1, 3) + 1):
        program = f"5.02.{number:02d}"
        below = []
        for part in range(1, rng.randint(1, 3) + 1):
            below += _kegiatan(rng, f"{program}.2.{part:02d}")
        lines += [_sum(program, f"Program Urusan {_word(rng)}", 0, below), *below]
    return lines


def _kegiatan(rng: random.Random, code: str) -> list[Simpul]:
    subs = []
    for number in range(1, rng.randint(1, 3) + 1):
        budget = rng.randint(2_000, 900_000) * 1000
        spent = budget * rng.randint(30, 100) // 100 // 1000 * 1000
        name = f"Penyediaan {_word(rng)}"
        subs.append(Simpul(f"{code}.{number:04d}", name, 2, budget, spent))
    return [_sum(code, f"Pengelolaan {_word(rng)}", 1, subs), *subs]


def _sum(code: str, name: str, level: int, below: list[Simpul]) -> Simpul:
    parts = [line for line in below if line.tingkat == level + 1]
    budget = sum(line.pagu for line in parts)
    return Simpul(code, name, level, budget, sum(line.realisasi for line in parts))


def _word(rng: random.Random) -> str:
    return " ".join(rng.sample(("Data", "Sarana", "Layanan", "Warga", "Pangan", "Jalan"), 2))


def tata(rng: random.Random, lines: list[Simpul]) -> Tata:
    """The tree in one layout out of thousands."""
    return _Penulis(rng, lines).tata()


class _Penulis:
    def __init__(self, rng: random.Random, lines: list[Simpul]) -> None:
        self.rng = rng
        self.lines = lines
        self.tahun = 2026
        self.kode = rng.choice(
            ("satu", "potongan", "potongan kosong", "tingkat", "sipd", "depan", "nomor", "huruf",
             "inden", "kolom nama", "kata", "spasi", "datar", "hilang")
        )  # fmt: skip
        self.pagu = rng.choice(
            ("satu", "murni", "dpa", "kelompok", "kelompok jumlah", "kelompok salah", "pergeseran")
        )
        self.realisasi = rng.choice(
            (
                "satu",
                "lalu",
                "tahun lalu",
                "triwulan",
                "triwulan jumlah",
                "sampai",
                "kinerja",
                "spj",
            )
        )
        if self.pagu.startswith("kelompok"):
            self.realisasi = "kelompok"
        self.satuan = rng.choice((1, 1, 1, 1000))
        self.angka = rng.choice(("angka", "indonesia", "inggris", "rupiah"))
        self.persen = rng.choice((None, "persen", "pecahan", "salah"))
        self.total = rng.random() < 0.5
        self.sumber = rng.random() < 0.2
        self.rekening = rng.random() < 0.3 and self.kode in ("satu", "sipd", "spasi")
        self.unit = rng.random() < 0.3 and self.kode in ("satu", "spasi")
        self.share = rng.randint(1, 9)

    def tata(self) -> Tata:
        left = [self._left(line, at) for at, line in enumerate(self._kept())]
        columns = self._columns()
        rows: list[list[Cell]] = []
        indents = []
        for head, line in zip(left, self._kept(), strict=True):
            rows += [self._row(cells, columns, line) for cells in self._above(head, line)]
            rows.append(self._row(head, columns, line))
            indents += [0] * (len(rows) - len(indents) - 1)
            indents.append(line.tingkat if self.kode == "inden" else 0)
            if self.rekening and line.tingkat == 2:
                rows.append(self._row(self._account(head), columns, line))
                indents.append(0)
        width = len(left[0])
        header = self._header(width, columns)
        body = header + rows
        indents = [0] * len(header) + indents
        body += self._after(width, columns)
        titles = self._titles()
        indents = [0] * len(titles) + indents
        return Tata(
            rows=titles + body,
            inden=indents + [0] * (len(titles) + len(body) - len(indents)),
            tahun=self.tahun,
            satuan=1 if self.satuan == 1 else None,
            berkode=self.kode not in ("nomor", "huruf", "inden", "kolom nama", "kata", "hilang"),
            ciri=(self.kode, self.pagu, self.realisasi, self.angka, str(self.satuan)),
        )

    def _kept(self) -> list[Simpul]:
        return [line for line in self.lines if self.kode != "datar" or line.tingkat == 2]

    # What stands left of the amounts.

    def _left(self, line: Simpul, at: int) -> list[Cell]:
        parts = line.kode.split(".")
        pieces = [parts[0], parts[1], parts[2], ".".join(parts[3:5]), ".".join(parts[5:])]
        level = line.tingkat
        return {
            "satu": lambda: [line.kode, line.nama],
            "spasi": lambda: [line.kode.replace(".", self.rng.choice((" ", " . "))), line.nama],
            "depan": lambda: [f"{line.kode} {line.nama}"],
            "potongan": lambda: [*pieces, line.nama],
            "potongan kosong": lambda: [*self._short(pieces, at), line.nama],
            "tingkat": lambda: [*(line.kode if n == level else "" for n in range(3)), line.nama],
            "sipd": lambda: ["5.02", UNIT, line.kode, "", line.nama],
            "nomor": lambda: [self._number(line), line.nama],
            "huruf": lambda: [self._letter(line), line.nama],
            "inden": lambda: [line.nama],
            "kolom nama": lambda: [line.nama if n == level else "" for n in range(3)],
            "kata": lambda: [("Program", "Kegiatan", "Sub Kegiatan")[level], line.nama],
            "hilang": lambda: [str(at + 1), line.nama],
            "datar": lambda: self._flat(line),
        }[self.kode]()

    def _short(self, pieces: list[str], at: int) -> list[str]:
        filled = [n for n, piece in enumerate(pieces) if piece]
        if self.lines[at].tingkat == 0:
            return pieces
        return [piece if n == filled[-1] else "" for n, piece in enumerate(pieces)]

    def _number(self, line: Simpul) -> str:
        parts = line.kode.split(".")
        return ".".join(str(int(part)) for part in (*parts[2:3], *parts[4:6]))

    def _letter(self, line: Simpul) -> str:
        number = int(line.kode.split(".")[-1])
        styles = (("A", "B", "C"), ("1", "2", "3"), ("a", "b", "c"))
        return styles[line.tingkat][number - 1]

    def _flat(self, line: Simpul) -> list[Cell]:
        cells: list[Cell] = []
        for end in (3, 5, 6):
            code = ".".join(line.kode.split(".")[:end])
            name = next(each.nama for each in self.lines if each.kode == code)
            cells += [code, name]
        return cells

    def _above(self, head: list[Cell], line: Simpul) -> list[list[Cell]]:
        """Rows of a unit before the first line."""
        if line is not self._kept()[0]:
            return []
        if self.kode == "sipd":
            return [["5.02", "", "", "", "KEUANGAN"], ["5.02", UNIT, "", "", "Badan"]]
        return [["5.02", "KEUANGAN"], [UNIT, "Badan"]] if self.unit else []

    def _account(self, head: list[Cell]) -> list[Cell]:
        if self.kode == "sipd":
            return [*head[:3], "5.1.02.01", "Belanja Barang"]
        return ["5.1.02.01", "Belanja Barang"]

    def _heads(self, width: int) -> list[str]:
        name = self.rng.choice(("Uraian", "Program/Kegiatan", "Nama Program dan Kegiatan"))
        return {
            "depan": ["Kode dan Uraian"],
            "tingkat": ["Kode Program", "Kode Kegiatan", "Kode Sub Kegiatan", name],
            "nomor": ["No", name],
            "huruf": ["No.", name],
            "hilang": ["No", name],
            "kata": ["Tingkat", name],
            "inden": [name],
            "kolom nama": [name, "", ""],
            "datar": ["Kode Program", "Nama Program", "Kode Kegiatan", "Nama Kegiatan",
                      "Kode Sub Kegiatan", "Nama Sub Kegiatan"],
        }.get(self.kode, ["Kode", *[""] * (width - 2), name])  # fmt: skip

    # The amounts, each column with its heading over up to three rows.

    def _columns(self) -> list[tuple[tuple[str, ...], str]]:
        columns: list[tuple[tuple[str, ...], str]] = []
        if self.sumber:
            columns.append((("Sumber Dana",), "sumber"))
        columns += self._budget_columns()
        columns += self._spent_columns()
        if self.persen:
            columns.append((("%",), self.persen))
        columns += self.rng.sample(
            [(("Sisa Anggaran",), "sisa"), (("Lokasi",), "teks"), (("Keterangan",), "teks")],
            self.rng.randint(0, 2),
        )
        return columns

    def _budget_columns(self) -> list[tuple[tuple[str, ...], str]]:
        word = self.rng.choice(("Anggaran", "Pagu", "Pagu Anggaran (Rp)", "Alokasi Anggaran"))
        group = ("Kelompok Belanja", "Operasi"), ("Kelompok Belanja", "Modal")
        pairs = [
            (((*g, "Anggaran"), f"pagu {part}"), ((*g, "Realisasi"), f"realisasi {part}"))
            for part, g in enumerate(group, start=1)
        ]
        both = [column for pair in pairs for column in pair]
        whole = [(("Jumlah", "", "Anggaran"), "pagu"), (("Jumlah", "", "Realisasi"), "realisasi")]
        return {
            "satu": [((word,), "pagu")],
            "murni": [(("Pagu", "Sebelum Perubahan"), "murni"),
                      (("Pagu", "Setelah Perubahan"), "pagu")],
            "dpa": [(("DPA",), "murni"), (("DPPA",), "pagu")],
            "pergeseran": [(("Pagu Pergeseran I",), "murni"), (("Pagu Pergeseran II",), "pagu")],
            "kelompok": both,
            "kelompok jumlah": [*both, *whole],
            "kelompok salah": [*both, (("Jumlah", "", "Anggaran"), "murni")],
        }[self.pagu]  # fmt: skip

    def _spent_columns(self) -> list[tuple[tuple[str, ...], str]]:
        quarters = [
            (("Realisasi", f"TW {number}"), f"tw {at}")
            for at, number in enumerate(("I", "II", "III", "IV"))
        ]
        return {
            "satu": [((self.rng.choice(("Realisasi", "Realisasi (Rp)", "Penyerapan (Rp)")),),
                      "realisasi")],
            "lalu": [(("Realisasi", "Bulan Lalu"), "lain"),
                     (("Realisasi", "s.d. Bulan Ini"), "realisasi")],
            "tahun lalu": [(("Realisasi 2026",), "realisasi"), (("Realisasi 2025",), "lain")],
            "triwulan": quarters,
            "triwulan jumlah": [*quarters, (("Realisasi", "Jumlah"), "realisasi")],
            "sampai": [(("Realisasi", "s/d Juni"), "lain"),
                       (("Realisasi", "s/d Desember"), "realisasi")],
            "kinerja": [(("Target",), "kecil"), (("Realisasi",), "kecil"),
                        (("Realisasi (Rp)",), "realisasi")],
            "spj": [(("Realisasi",), "lain"), (("Realisasi SPJ",), "realisasi")],
            "kelompok": [],
        }[self.realisasi]  # fmt: skip

    def _header(self, width: int, columns: list[tuple[tuple[str, ...], str]]) -> list[list[Cell]]:
        heads = self._heads(width)
        depth = max(len(head) for head, _ in columns)
        rows: list[list[Cell]] = []
        for level in range(depth):
            cells: list[Cell] = list(heads) if level == 0 else [""] * width
            before: tuple[str, ...] = ()
            for head, _ in columns:
                shown = head[level] if level < len(head) else ""
                # A heading of a group stands once, over its first column.
                again = head[: level + 1] == before[: level + 1] and level < len(head) - 1
                cells.append("" if again else shown)
                before = head
            rows.append(cells)
        if self.rng.random() < 0.3:
            rows.append([str(n) for n in range(1, len(rows[0]) + 1)])
        return rows

    def _row(
        self, head: list[Cell], columns: list[tuple[tuple[str, ...], str]], line: Simpul
    ) -> list[Cell]:
        first = (len(head) == 2 and head[0] in ("5.02", UNIT)) or head[-1] in ("KEUANGAN", "Badan")
        whole = self._whole() if first else line
        return [*head, *(self._amount(kind, whole) for _, kind in columns)]

    def _whole(self) -> Simpul:
        tops = [line for line in self.lines if line.tingkat == 0]
        budget = sum(line.pagu for line in tops)
        return Simpul("", "", 0, budget, sum(line.realisasi for line in tops))

    def _amount(self, kind: str, line: Simpul) -> Cell:
        budget, spent = line.pagu, line.realisasi
        parts = {
            "pagu": budget, "realisasi": spent, "murni": budget * 2, "lain": spent // 2000 * 1000,
            "sisa": budget - spent,
            "pagu 2": budget // 1000 * self.share // 10 * 1000,
            "realisasi 2": spent // 1000 * self.share // 10 * 1000,
        }  # fmt: skip
        parts["pagu 1"] = budget - parts["pagu 2"]
        parts["realisasi 1"] = spent - parts["realisasi 2"]
        if kind.startswith("tw"):
            quarter = spent // 4000 * 1000
            last = spent - 3 * quarter
            return self._written((quarter, quarter, quarter, last)[int(kind[3:])])
        if kind in parts:
            return self._written(parts[kind])
        share = Decimal(spent) / budget
        others: dict[str, Cell] = {
            "persen": str(round(share * 100, 2)), "pecahan": float(share),
            "salah": "12", "sumber": "PAD", "teks": "Kota Contoh", "kecil": "11",
        }  # fmt: skip
        return others[kind]

    def _written(self, amount: int) -> Cell:
        value = amount // self.satuan if amount % self.satuan == 0 else amount / self.satuan
        english = f"{value:,}"
        indonesian = english.translate(str.maketrans(",.", ".,"))
        return {
            "angka": value, "inggris": f"{english}.00" if isinstance(value, int) else english,
            "indonesia": f"{indonesian},00" if isinstance(value, int) else indonesian,
            "rupiah": f"Rp {indonesian}",
        }[self.angka]  # fmt: skip

    # What stands around the table.

    def _titles(self) -> list[list[Cell]]:
        titles: list[list[Cell]] = [["LAPORAN REALISASI ANGGARAN"], ["TAHUN ANGGARAN 2026"], []]
        if self.satuan == 1000:
            titles[2] = ["(dalam ribuan rupiah)"]
        return titles[: 3 if self.satuan > 1 else self.rng.randint(0, 3)]

    def _after(self, width: int, columns: list[tuple[tuple[str, ...], str]]) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        if self.total:
            head: list[Cell] = ["Jumlah", *[""] * (width - 1)]
            rows.append(self._row(head, columns, self._whole()))
            for at, (_, kind) in enumerate(columns, start=width):
                if kind in ("sumber", "teks", "kecil", "salah", "pecahan", "persen"):
                    rows[-1][at] = ""
        if self.rng.random() < 0.3:
            blank: list[Cell] = [""] * (width + len(columns) - 1)
            rows += [[], [*blank, "Kota Contoh, 31 Desember 2026"], [*blank, "NIP. 1970 1 001"]]
        return rows


def tulis(layout: Tata, folder: Path, number: int, *, excel: bool) -> Path:
    """The layout as a file: an XLSX, or a CSV with semicolons."""
    if excel:
        return _excel(layout, folder / f"{number}.xlsx")
    path = folder / f"{number}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        for row, indent in zip(layout.rows, layout.inden, strict=True):
            # Without cell formats, spaces show how far a name stands in.
            writer.writerow([f"{'  ' * indent}{row[0]}", *row[1:]] if indent else row)
    return path


def _excel(layout: Tata, path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        for at, (row, indent) in enumerate(zip(layout.rows, layout.inden, strict=True)):
            form = book.add_format({"indent": indent}) if indent else None
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(at, column, cell, form if column == 0 else None)
                else:
                    sheet.write_number(at, column, cell)
    return path


def pohon_dari(lines: list[Simpul], layout: Tata) -> list[tuple[str, str, Decimal, Decimal]]:
    """What a reading must give: codes, or stand-ins for them, names and amounts."""
    numbers = {line.kode: _stand_in(line) for line in lines}
    return [
        (
            line.kode if layout.berkode else numbers[line.kode],
            line.nama,
            Decimal(line.pagu),
            Decimal(line.realisasi),
        )
        for line in lines
    ]


def _stand_in(line: Simpul) -> str:
    parts = line.kode.split(".")
    return "#" + ".".join(str(int(part)) for part in (*parts[2:3], *parts[4:6]))
