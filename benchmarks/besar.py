"""A big agency against the 2020 report, in one run: import, check and report.

100 indicators, five years, 2.000 budget lines in each, all invented by a fixed rule.  The aim is at
most three times the time of the 2020 report.
"""

from __future__ import annotations

import csv
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 3
INDICATORS, SASARAN, LINES = 100, 10, 2000
YEARS = range(2021, 2026)


def lkipnb(*arguments: object) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lkipnb", *map(str, arguments)], cwd=ROOT, capture_output=True
    )
    if done.returncode:
        sys.exit((done.stdout + done.stderr).decode())


def put(folder: Path, name: str, header: str, rows: Iterable[Iterable[object]]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)


def budget(year: int) -> list[tuple[str, str, str, int, int, str, str, str]]:
    """Programmes of 20 kegiatan of 9 sub kegiatan, about LINES lines, each group the sum of its
    lines.
    """
    rows, programme = [], 0
    while len(rows) < LINES:
        programme += 1
        groups = []
        for k in range(1, 21):
            leaves = [
                (f"1.02.{programme:02}.2.{k:02}.{s:02}", 1_000_000 * s + year, 900_000 * s + year)
                for s in range(1, 10)
            ]
            groups.append((f"1.02.{programme:02}.2.{k:02}", leaves))
        whole = [leaf for _, leaves in groups for leaf in leaves]
        rows.append(line(f"1.02.{programme:02}", whole))
        for code, leaves in groups:
            rows += [line(code, leaves), *(line(leaf[0], [leaf]) for leaf in leaves)]
    return rows


def line(
    code: str, leaves: list[tuple[str, int, int]]
) -> tuple[str, str, str, int, int, str, str, str]:
    spent = sum(leaf[2] for leaf in leaves)
    return code, f"Baris anggaran {code}", "", sum(leaf[1] for leaf in leaves), spent, "", "", ""


def agency(data: Path) -> None:
    """`data/besar/<year>/` for every year, beside the shipped reference lists."""
    shutil.copytree(ROOT / "data" / "referensi", data / "referensi")
    profil = (
        (ROOT / "data/contoh/2023/profil.yaml")
        .read_text(encoding="utf-8")
        .replace("terbobot", "sederhana")
    )
    codes = [f"IK-{n:03}" for n in range(1, INDICATORS + 1)]
    for year in YEARS:
        folder = data / "besar" / str(year)
        folder.mkdir(parents=True)
        dated = profil.replace("2024-", f"{year + 1}-").replace("2023-", f"{year}-")
        (folder / "profil.yaml").write_text(dated, encoding="utf-8")
        shutil.copy2(ROOT / "data/contoh/2023/skala.csv", folder)
        put(
            folder,
            "sasaran",
            "kode,uraian",
            [(f"S{n}", f"Sasaran nomor {n}") for n in range(1, SASARAN + 1)],
        )
        header = (
            "kode,sasaran,nama,satuan,polaritas,jenis,jenjang,rumus,bobot,maksimum,"
            "pembilang,penyebut,pengali"
        )
        kinds = [
            (c, f"S{n % SASARAN + 1}", f"Indikator {c}", "persen", "naik", "angka", *[""] * 9)
            for n, c in enumerate(codes)
        ]
        put(folder, "indikator", f"{header},sifat_target,triwulan", kinds)
        measured = [(c, 50 + n % 40, 45 + (n + year) % 50, "", "") for n, c in enumerate(codes)]
        put(
            folder, "kinerja", "indikator,target,realisasi,nilai_pembilang,nilai_penyebut", measured
        )
        put(folder, "renstra", "indikator,tahun,target", [(c, 2026, 90) for c in codes])
        lines = budget(year)
        columns = (
            "kode_rekening,uraian,pagu_murni_rp,pagu_rp,realisasi_rp,serapan_persen,"
            "fisik_persen,sumber_dana"
        )
        put(folder, "anggaran", columns, lines)
        served = [row[0] for row in lines if row[0].count(".") == 4]
        put(
            folder,
            "dukungan",
            "kode,kode_rekening",
            [(c, served[n % len(served)]) for n, c in enumerate(codes)],
        )


def big(data: Path, out: Path) -> None:
    """What a planner does: import the form, check, report."""
    lkipnb("import", out / "formulir.xlsx", "--data", data)
    lkipnb("check", YEARS[-1], "--opd", "besar", "--data", data)
    lkipnb(
        "report",
        YEARS[-1],
        "--opd",
        "besar",
        "--data",
        data,
        "--out",
        out,
        "--notebooks",
        ROOT / "notebooks",
    )


def shipped(out: Path) -> None:
    lkipnb("report", 2020, "--out", out)


def main() -> None:
    taken: dict[str, list[float]] = {"besar": [], "2020": []}
    with tempfile.TemporaryDirectory() as name:
        data, out = Path(name) / "data", Path(name)
        agency(data)
        lkipnb(
            "export", YEARS[-1], "--opd", "besar", "--data", data, "--out", out / "formulir.xlsx"
        )
        for _ in range(RUNS):
            for way, run in (("besar", lambda: big(data, out)), ("2020", lambda: shipped(out))):
                start = time.perf_counter()
                run()
                taken[way].append(time.perf_counter() - start)
    for way, times in taken.items():
        print(
            f"{way:7} median {statistics.median(times):6.2f} s  (min {min(times):.2f}, max"
            f" {max(times):.2f})"
        )
    ratios = [a / b for a, b in zip(taken["besar"], taken["2020"], strict=True)]
    print(
        f"besar / 2020: median {statistics.median(ratios):.2f}  (min {min(ratios):.2f}, max"
        f" {max(ratios):.2f})"
    )


if __name__ == "__main__":
    main()
