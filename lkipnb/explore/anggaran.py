"""The filtered budget as a table whose last row is the total of what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkipnb.explore.saringan import Tersaring
from lkipnb.model import BarisAnggaran
from lkipnb.present.bahan import Bahan, row_of, sumber
from lkipnb.present.format import length
from lkipnb.present.tabel.data import Peran, Tabel
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Row, Sajian, isi
from lkipnb.present.tabel.susun import susun
from lkipnb.present.tabel.uang import berkode, berlabel, bernilai, catatan_persen

PERAN: tuple[Peran, ...] = ("program", "program", "menjorok", "menjorok-2", "menjorok-3")
INDENT = "\u2003"
KUNCI, NOMOR = "anggaran", "Tabel 1"


class TabelAnggaran:
    """The budget whose lines are formed once, and of which any part is shown."""

    def __init__(self, bahan: Bahan) -> None:
        lines = bahan.results.anggaran_semua.baris
        self._empty = _empty(bahan, lines)
        rows = [Baris(isi(line), peran=_role(line)) for line in lines]
        self._whole = susun(KUNCI, NOMOR, replace(self._empty, baris=rows))
        codes = [line.kode_rekening for line in lines]
        self._rows = dict(zip(codes, self._whole.baris, strict=True))

    def tabel(self, tersaring: Tersaring) -> Tabel:
        """The lines, and their total, whose label says of what it is one."""
        total = {**isi(tersaring.jumlah), "uraian": sebutan_jumlah(tersaring)}
        last = susun(KUNCI, NOMOR, replace(self._empty, baris=[Baris(total, peran=JUMLAH)]))
        rows = [self._rows[line.kode_rekening] for line in tersaring.baris]
        return self._whole.model_copy(update={"baris": (*rows, *last.baris)})


def _empty(bahan: Bahan, lines: Sequence[BarisAnggaran]) -> Sajian:
    """The table without a row."""
    label = Kolom("uraian", "Uraian", 0, kepala=True, dari=_indented)
    beside = [Kolom("jenjang", "Jenjang", 10), Kolom("sumber_dana", "Sumber dana", 10)]
    return Sajian(
        f"Anggaran dan realisasi {bahan.data.tahun}",
        [*berlabel(label, bernilai(lines), berkode(lines, 15)), *beside],
        [],
        sumber(bahan, "anggaran"),
        catatan_persen(bahan),
    )


def sebutan_jumlah(tersaring: Tersaring) -> str:
    """`Jumlah 12 baris yang tampil (tersaring)`: what the total adds up."""
    if tersaring.semua:
        return "Jumlah seluruhnya"
    return f"Jumlah {length(tersaring.baris)} baris yang tampil (tersaring)"


def _indented(row: Row) -> str:
    """The name, further in for each level below a programme."""
    depth: int = row.get("tingkat", 1)
    return INDENT * max(0, depth - 1) + str(row["uraian"])


def _role(line: BarisAnggaran) -> Peran:
    return PERAN[min(max(line.tingkat, 0), len(PERAN) - 1)]


def program_indikator(bahan: Bahan, kode: str) -> tuple[str, ...]:
    """The codes of the programmes with a line that serves an indicator."""
    owner, served = _owners(bahan), row_of(bahan.results.efisiensi, kode).program
    return tuple(dict.fromkeys(owner[code] for code in served if code in owner))


def indikator_program(bahan: Bahan, program: str) -> tuple[str, ...]:
    """The codes of the indicators that a programme serves, itself or by a line below it."""
    owner = _owners(bahan)
    return tuple(
        row.kode
        for row in bahan.results.efisiensi
        if any(owner.get(code) == program for code in row.program)
    )


def _owners(bahan: Bahan) -> dict[str, str]:
    """The programme of each budget line, by their codes."""
    return {line.kode_rekening: line.program for line in bahan.results.anggaran_semua.baris}
