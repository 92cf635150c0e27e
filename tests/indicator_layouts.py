"""Known indicators written as offices write them: random columns, headings, notations, and noise.

The headings are those that forms print, not those that the reader knows.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal

from lkipnb.exchange.lra.lembar import Lembar

TAHUN = 2023
NAMES = (
    "Persentase jalan mantap", "Cakupan air minum layak", "Nilai SAKIP perangkat daerah",
    "Angka kematian ibu", "Indeks kepuasan masyarakat", "Jumlah koperasi aktif",
    "Rata-rata lama sekolah", "Prevalensi stunting", "Total panen padi", "Kategori kelurahan sehat",
)  # fmt: skip
UNITS = ("persen", "nilai", "indeks", "unit", "orang", "ton")
SASARAN = ("Meningkatnya layanan dasar", "Terwujudnya tata kelola", "Menurunnya kemiskinan")


@dataclass(frozen=True)
class Indikator:
    """What a row of the table says; figures by the name that a reading gives them."""

    sasaran: str
    nama: str
    satuan: str
    nilai: dict[str, Decimal]


@dataclass
class Tabel:
    """A sheet and what was chosen for it."""

    rows: list[list[str]] = field(default_factory=list)
    lebar: dict[tuple[int, int], int] = field(default_factory=dict)
    tinggi: dict[tuple[int, int], int] = field(default_factory=dict)
    ciri: tuple[str, ...] = ()

    def lembar(self) -> Lembar:
        return Lembar("Sheet1", self.rows, lebar=self.lebar, tinggi=self.tinggi)


def indikator(rng: random.Random) -> list[Indikator]:
    """Two to six indicators below one to three sasaran."""
    names = rng.sample(NAMES, rng.randint(2, 6))
    parts = sorted(rng.choices(range(rng.randint(1, 3)), k=len(names)))
    return [
        Indikator(SASARAN[part], name, rng.choice(UNITS), _figures(rng))
        for part, name in zip(parts, names, strict=True)
    ]


def _figures(rng: random.Random) -> dict[str, Decimal]:
    names = ["target", "realisasi", "target-2022", "realisasi-2022", "realisasi-2021", "lain"]
    names += [f"realisasi-tw{number}" for number in range(1, 5)]
    return {name: Decimal(rng.randint(200, 99_900)) / rng.choice((1, 10, 100)) for name in names}


# How forms head the figures: the quantity of each column, and its heading over up to two rows.
GROUPS = {
    "polos": (("target", ("Target",)), ("realisasi", ("Realisasi",))),
    "berkelompok": (
        ("target", ("Kinerja Tahun 2023", "Target")),
        ("realisasi", ("Kinerja Tahun 2023", "Realisasi")),
    ),
    "dua tahun": (
        ("target-2022", ("2022", "Target")), ("realisasi-2022", ("2022", "Realisasi")),
        ("target", ("2023", "Target")), ("realisasi", ("2023", "Realisasi")),
    ),
    "n": (
        ("realisasi-2021", ("Realisasi", "Thn n-2")), ("realisasi-2022", ("Realisasi", "Thn n-1")),
        ("target", ("Tahun n", "Target")), ("realisasi", ("Tahun n", "Realisasi")),
    ),
    "lalu": (
        ("target", ("Target Tahun Ini",)), ("realisasi-2022", ("Realisasi Tahun Lalu",)),
        ("realisasi", ("Realisasi Tahun Ini",)),
    ),
    "triwulan": (
        ("target", ("Target",)), ("realisasi-tw1", ("Realisasi", "TW I")),
        ("realisasi-tw2", ("Realisasi", "TW II")), ("realisasi-tw3", ("Realisasi", "TW III")),
        ("realisasi-tw4", ("Realisasi", "TW IV")),
    ),
    "sampai": (
        ("target", ("Target",)), ("lain", ("Realisasi s.d. TW III",)),
        ("realisasi", ("Realisasi s.d. TW IV",)),
    ),
    "desember": (("target", ("Target",)), ("realisasi", ("Realisasi s/d 31 Desember",))),
    "uang": (
        ("target", ("Target",)), ("realisasi", ("Realisasi",)),
        ("lain", ("Anggaran", "Pagu (Rp)")), ("lain", ("Anggaran", "Realisasi (Rp)")),
    ),
    "perubahan": (
        ("target", ("Target Murni",)), ("lain", ("Target Perubahan",)),
        ("realisasi", ("Realisasi",)),
    ),
    "akhir": (
        ("lain", ("Target Akhir Renstra",)), ("target", ("Target 2023",)),
        ("realisasi", ("Realisasi 2023",)),
    ),
}  # fmt: skip


def tabel(rng: random.Random, lines: list[Indikator]) -> Tabel:
    """The indicators in one layout out of thousands."""
    return _Penulis(rng, lines).tabel()


class _Penulis:
    def __init__(self, rng: random.Random, lines: list[Indikator]) -> None:
        self.rng, self.lines = rng, lines
        self.kelompok = rng.choice(sorted(GROUPS))
        self.sasaran = rng.choice(("kolom", "gabung", "ulang", "judul"))
        self.angka = rng.choice(("indonesia", "polos", "persen"))
        self.bersama = rng.random() < 0.1
        self.nomor = rng.random() < 0.7
        self.made = Tabel(ciri=(self.kelompok, self.sasaran, self.angka, str(self.bersama)))

    def tabel(self) -> Tabel:
        self._titles()
        self._header()
        for at, line in enumerate(self.lines):
            before = self.lines[at - 1].sasaran if at else ""
            if self.sasaran == "judul" and line.sasaran != before:
                self.made.rows.append(["", f"Sasaran : {line.sasaran}"])
            self.made.rows.append(self._row(at, line, line.sasaran != before))
        self._share()
        self._after()
        return self.made

    def _titles(self) -> None:
        titles = [["PENGUKURAN KINERJA"], ["DINAS CONTOH TAHUN 2023"], []]
        self.made.rows += titles[: self.rng.randint(0, 3)]

    def _left(self) -> list[str]:
        heads = ["No"] if self.nomor else []
        heads += (
            [] if self.sasaran == "judul" else [self.rng.choice(("Sasaran", "Sasaran Strategis"))]
        )
        heads += [
            self.rng.choice(("Indikator", "Indikator Kinerja", "Indikator Kinerja Utama (IKU)"))
        ]
        return [*heads, "Satuan"]

    def _header(self) -> None:
        columns = GROUPS[self.kelompok]
        depth = max(len(head) for _, head in columns)
        left = self._left()
        start = len(self.made.rows)
        for level in range(depth):
            cells = left if level == 0 else [""] * len(left)
            before = ""
            for at, (_, head) in enumerate(columns):
                shown = head[level] if level < len(head) else ""
                is_again = level < len(head) - 1 and shown == before
                place = (start + level, len(left) + at)
                if is_again:
                    first = max(p for p in self.made.lebar if p[0] == place[0])
                    self.made.lebar[first] += 1
                elif level < len(head) - 1:
                    self.made.lebar[place] = 1
                cells = [*cells, "" if is_again else shown]
                before = shown
            self.made.rows.append(cells)
        if self.rng.random() < 0.4:
            self.made.rows.append([f"({n})" for n in range(1, len(left) + len(columns) + 1)])

    def _row(self, at: int, line: Indikator, begins: bool) -> list[str]:
        cells = [str(at + 1)] if self.nomor else []
        if self.sasaran == "ulang":
            cells.append(line.sasaran)
        elif self.sasaran != "judul":
            cells.append(line.sasaran if begins else "")
        figures = [self._written(line, name) for name, _ in GROUPS[self.kelompok]]
        return [*cells, line.nama, line.satuan, *figures]

    def _written(self, line: Indikator, name: str) -> str:
        value = line.nilai[name]
        indonesian = f"{value:f}".replace(".", ",")
        if self.angka == "persen" and line.satuan == "persen":
            return f"{indonesian}%"
        return f"{value:f}" if self.angka == "polos" and self._is_plain(value) else indonesian

    @staticmethod
    def _is_plain(value: Decimal) -> bool:
        """`3.450` could be two numbers; a person of care does not write it."""
        return -value.as_tuple().exponent < 3

    def _share(self) -> None:
        """A figure that is merged over the rows of the last two indicators."""
        if not self.bersama or self.sasaran == "judul":
            return
        last = len(self.made.rows) - 1
        column = len(self.made.rows[last]) - 1
        self.made.rows[last][column] = ""
        self.made.tinggi[last - 1, column] = 2

    def _after(self) -> None:
        width = len(self.made.rows[-1])
        if self.rng.random() < 0.3:
            self.made.rows.append(["Rata-rata capaian", *[""] * (width - 1)])
        if self.rng.random() < 0.3:
            self.made.rows += [[], [*[""] * (width - 1), "Kupang, 3 Januari 2024"]]
            self.made.rows.append([*[""] * (width - 1), "Kepala Dinas"])


def harus(line: Indikator, layout: Tabel) -> dict[str, Decimal]:
    """What a reading must give of an indicator."""
    return {name: line.nilai[name] for name, _ in GROUPS[layout.ciri[0]] if name != "lain"}
