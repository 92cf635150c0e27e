"""How long the whole report takes against two other ways, as ratios measured in one run.

    stock   papermill on the command line for each chapter, then nbconvert for each chapter
    plain   the same loading, checking and calculating in one Python process, without notebooks

Each way runs as whole processes, in turn, so a change of the machine's speed hits all alike.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHAPTERS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
PYTHON = sys.executable
CALCULATE = "import lkipnb; lkipnb.open('{opd}', {tahun})"


def call(*arguments: object) -> None:
    subprocess.run([str(a) for a in arguments], check=True, cwd=ROOT, capture_output=True)


def ours(opd: str, tahun: int, out: Path) -> None:
    call(PYTHON, "-m", "lkipnb", "report", tahun, "--opd", opd, "--out", out)


def stock(opd: str, tahun: int, out: Path) -> None:
    for chapter in CHAPTERS:
        call(
            PYTHON,
            "-m",
            "papermill",
            chapter,
            out / chapter.name,
            "-p",
            "tahun",
            tahun,
            "-p",
            "opd",
            opd,
        )
    for chapter in CHAPTERS:
        call(PYTHON, "-m", "nbconvert", "--to", "html", out / chapter.name)


def plain(opd: str, tahun: int, out: Path) -> None:
    call(PYTHON, "-c", CALCULATE.format(opd=opd, tahun=tahun))


def seconds(way: Callable[[str, int, Path], None], opd: str, tahun: int) -> float:
    with tempfile.TemporaryDirectory() as out:
        start = time.perf_counter()
        way(opd, tahun, Path(out))
        return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--opd", default="dinsos-flores-timur")
    parser.add_argument("--tahun", type=int, default=2020)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    ways = {"report": ours, "stock": stock, "plain": plain}
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(options.runs):
        for name, way in ways.items():
            taken[name].append(seconds(way, options.opd, options.tahun))
    for name, times in taken.items():
        print(
            f"{name:7} median {statistics.median(times):6.2f} s  (min {min(times):.2f}, max"
            f" {max(times):.2f})"
        )
    for other in ("stock", "plain"):
        ratios = [a / b for a, b in zip(taken["report"], taken[other], strict=True)]
        print(
            f"report / {other}: median {statistics.median(ratios):.2f}  (min {min(ratios):.2f}, max"
            f" {max(ratios):.2f})"
        )


if __name__ == "__main__":
    main()
