"""Reading an export of 4.500 rows and 60 columns, told as a ratio to what cannot be saved: to
unpack its sheet and to walk over its XML once.  Times are of the processor, the best of three.

    python benchmarks/ekspor.py
"""

from __future__ import annotations

import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

import xlsxwriter

from lkipnb.exchange.lra import Pilihan, baca

ROWS, COLUMNS, RUNS = 4500, 60, 3
PER_PROGRAM = 100
SHEET = "xl/worksheets/sheet1.xml"


def export(path: Path) -> Path:
    """Programs of 99 kegiatan; beside four columns that count, texts and amounts that do not."""
    others = [f"Keterangan {number}" for number in range(COLUMNS - 4)]
    with xlsxwriter.Workbook(path) as book:
        money = book.add_format({"num_format": "#,##0.00"})
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, ["Kode", "Uraian", "Anggaran", "Realisasi", *others])
        for at in range(ROWS):
            program, kegiatan = divmod(at, PER_PROGRAM)
            parts = PER_PROGRAM - 1 if kegiatan == 0 else 1
            code = f"5.02.{program + 1:02}" + (f".2.{kegiatan:02}" if kegiatan else "")
            amounts = [parts * 1_000_000.25, parts * 900_000.5]
            filler = [f"teks {at % 50}" if x % 3 else at * x + 0.5 for x in range(COLUMNS - 4)]
            sheet.write_row(at + 1, 0, [code, f"Baris {at}"])
            sheet.write_row(at + 1, 2, amounts, money)
            sheet.write_row(at + 1, 4, filler)
    return path


def walk(path: Path) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = parser.EndElementHandler = lambda *_: None
    with zipfile.ZipFile(path) as package:
        parser.Parse(package.read(SHEET), True)


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = export(Path(folder) / "ekspor.xlsx")
        assert len(baca(path, Pilihan(tahun=2026)).baris) == ROWS
        whole, least = best(lambda: baca(path, Pilihan(tahun=2026))), best(lambda: walk(path))
    print(f"read {whole:.2f} s, walked over {least:.2f} s: {whole / least:.1f} times")


if __name__ == "__main__":
    main()
