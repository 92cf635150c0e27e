"""The shipped data, and copies of them that a test may break."""

from __future__ import annotations

import csv
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from shipped import DATA

# A loaded machine makes no example wrong.
settings.register_profile("lkipnb", deadline=None)
settings.load_profile("lkipnb")

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"  # real and invented agencies that are not shipped
OPD, TAHUN = "dinsos-flores-timur", 2020


@dataclass(frozen=True)
class DataFolder:
    """A copy of `data/` with the year under test; cells are addressed as Excel shows them."""

    path: Path

    @property
    def year(self) -> Path:
        return self.path / OPD / str(TAHUN)

    def rows(self, table: str) -> list[list[str]]:
        with (self.year / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def write(self, table: str, rows: list[list[str]]) -> None:
        with (self.year / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def set(self, table: str, row: int, column: str, value: str) -> None:
        """Put `value` into the cell; `row` counts the header as 1."""
        rows = self.rows(table)
        rows[row - 1][rows[0].index(column)] = value
        self.write(table, rows)

    def row_of(self, table: str, column: str, value: str) -> int:
        """The row, header = 1, whose `column` holds `value`."""
        rows = self.rows(table)
        at = rows[0].index(column)
        return next(n for n, row in enumerate(rows, start=1) if row[at] == value)


def outputs_of(block) -> list:
    """What a cell puts out that shows the block; nothing for none."""
    import nbformat

    if block is None:
        return []
    if hasattr(block, "blok"):
        return [output for part in block.blok for output in outputs_of(part)]
    return [nbformat.v4.new_output("display_data", dict(block._repr_mimebundle_()))]


def chapter_outputs(lk, bab: str = "") -> dict[tuple[str, str], str]:
    """The HTML that every cell of the chapters shows, by chapter and source; of those alone whose
    file begins with `bab`, where it is given.
    """
    shown = chapter_blocks(lk, bab).items()
    return {place: "" if block is None else block.html for place, block in shown}


def chapter_blocks(lk, bab: str = "") -> dict[tuple[str, str], object]:
    """The block that every cell of the chapters shows, by chapter and source, made without a
    kernel.
    """
    import nbformat

    made = {}
    for path in sorted((ROOT / "notebooks").glob(f"{bab or '[0-9]'}*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type != "code" or cell.metadata.get("tags"):
                continue
            magic, _, body = cell.source.partition("\n")
            if magic.startswith("%%narasi bagian "):
                lk.bagian[magic.split()[-1]] = body
                continue
            block = lk.tulis(body) if magic == "%%narasi" else eval(cell.source, {"lk": lk})
            made[path.stem, cell.source] = block
    return made


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """A private copy of the shipped data."""
    shutil.copytree(DATA, tmp_path / "data")
    return DataFolder(tmp_path / "data")


@pytest.fixture(scope="session")
def once(tmp_path_factory) -> Path:
    """A folder of this run alone, shared by every process that tests."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def laporan(once: Path):
    """The built report of a shipped year, HTML and PDF; each is made once a run."""
    from lkipnb.report.build import build
    from lkipnb.report.order import Order

    def folder(opd: str, tahun: int) -> Path:
        out = once / "laporan"
        made = out / opd / str(tahun)
        out.mkdir(exist_ok=True)
        with FileLock(out / f"{opd}-{tahun}.lock"):
            if not (made / "lkip.pdf").exists():
                build(Order(opd, tahun, data=DATA, notebooks=ROOT / "notebooks", out=out))
        return made

    return folder


@pytest.fixture(scope="session")
def lk():
    """The shipped 2020 workbook."""
    import lkipnb

    return lkipnb.open(OPD, TAHUN, bab="3", data=DATA)
