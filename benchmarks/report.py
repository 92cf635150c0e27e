"""What a report costs in every way to make it, as ratios measured in one run, in CPU seconds.

    stock     papermill on the command line for each chapter, then nbconvert for each chapter
    floor     the same tables, pictures, prose and HTML in one plain Python process, no notebook run
    the rest  `lkipnb`: a whole report, parts of it changed, nothing changed

Each way runs as whole processes, in turn; the median of three is told, stock once.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import ukur

OPD, YEAR, RUNS = "dinsos-flores-timur", 2020, 3
FLOOR = Path(__file__).with_name("lantai.py")


class Desk:
    """A copy of the data and the chapters, in which numbers and chapters may be changed."""

    def __init__(self, folder: Path) -> None:
        self.out = folder / "out"
        self.data = folder / "data"
        self.notebooks = folder / "notebooks"
        shutil.copytree(ukur.ROOT / "data", self.data)
        shutil.copytree(ukur.ROOT / "notebooks", self.notebooks)
        self.changes = 0

    def report(self, *more: object) -> ukur.Cost:
        places = ["--data", self.data, "--notebooks", self.notebooks, "--out", self.out]
        return ukur.lkipnb("report", YEAR, "--opd", OPD, *places, *more)

    def check(self) -> ukur.Cost:
        return ukur.lkipnb("check", YEAR, "--opd", OPD, "--data", self.data)

    def a_number(self) -> None:
        """Another number of staff in a table that a chapter shows."""
        self.changes += 1
        path = self.data / OPD / str(YEAR) / "aset.csv"
        header, first, *rest = path.read_text(encoding="utf-8").splitlines()
        cells = first.split(",")
        cells[2] = str(50 + self.changes)
        path.write_text("\n".join([header, ",".join(cells), *rest, ""]), encoding="utf-8")

    def a_chapter(self) -> None:
        self.changes += 1
        path = self.notebooks / "04_penutup.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        text = f"Ditambahkan: {self.changes}."
        cell = {"cell_type": "markdown", "id": "tambahan", "metadata": {}, "source": text}
        notebook["cells"] = [c for c in notebook["cells"] if c.get("id") != "tambahan"] + [cell]
        path.write_text(json.dumps(notebook), encoding="utf-8")

    def without_pdf(self) -> None:
        (self.out / OPD / str(YEAR) / "lkip.pdf").unlink()


def stock(out: Path) -> ukur.Cost:
    """papermill and nbconvert as they come."""
    spent, peak = 0.0, 0.0
    chapters = sorted((ukur.ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
    for chapter in chapters:
        made = out / chapter.name
        run = partial(ukur.run, sys.executable, "-m", most=0)
        for cost in (
            run("papermill", chapter, made, "-p", "tahun", YEAR, "-p", "opd", OPD),
            run("nbconvert", "--to", "html", made),
        ):
            spent += cost.cpu
            peak = max(peak, cost.memory)
    return ukur.Cost(spent, peak, "")


def ways(desk: Desk) -> dict[str, tuple[Callable[[], None], Callable[[], ukur.Cost]]]:
    """What is done before, and what is measured, by name."""

    def nothing() -> None:
        """Nothing changes."""

    whole = partial(desk.report, "--force")
    floor = partial(ukur.run, sys.executable, FLOOR, OPD, YEAR, desk.data, desk.notebooks)
    return {
        "floor, HTML": (nothing, floor),
        "whole, HTML": (nothing, partial(desk.report, "--force", "--formats", "html")),
        "whole, HTML and PDF": (nothing, whole),
        "nothing changed": (nothing, desk.report),
        "one number changed": (desk.a_number, desk.report),
        "one chapter changed": (desk.a_chapter, desk.report),
        "PDF alone": (desk.without_pdf, desk.report),
        "check": (nothing, desk.check),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        costs: dict[str, list[ukur.Cost]] = {"stock, HTML": [stock(folder)]}
        desk = Desk(folder)
        for _ in range(RUNS):
            for way, (before, measured) in ways(desk).items():
                before()
                costs.setdefault(way, []).append(measured())
    told = {way: statistics.median(cost.cpu for cost in found) for way, found in costs.items()}
    for way, cpu in told.items():
        peak = max(cost.memory for cost in costs[way])
        part = cpu / told["floor, HTML"]
        print(f"{way:20} {cpu:6.2f} s of CPU  {part:6.2f} x floor  {peak:5.0f} MB")


if __name__ == "__main__":
    main()
