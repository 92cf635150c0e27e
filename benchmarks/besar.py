"""A big agency against the 2020 report, in one run: import, check and report.

100 indicators, five years, 2.000 budget lines in each, all invented by a fixed rule.  The aim is at
most three times the CPU time of the 2020 report.
"""

from __future__ import annotations

import csv
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import ukur

RUNS = 3
INDICATORS, SASARAN, LINES = 100, 10, 2000
YEARS = range(2021, 2026)


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
    shutil.copytree(ukur.ROOT / "data" / "referensi", data / "referensi")
    profil = (
        (ukur.ROOT / "data/contoh/2023/profil.yaml")
        .read_text(encoding="utf-8")
        .replace("terbobot", "sederhana")
    )
    codes = [f"IK-{n:03}" for n in range(1, INDICATORS + 1)]
    for year in YEARS:
        folder = data / "besar" / str(year)
        folder.mkdir(parents=True)
        dated = profil.replace("2024-", f"{year + 1}-").replace("2023-", f"{year}-")
        (folder / "profil.yaml").write_text(dated, encoding="utf-8")
        shutil.copytree(ukur.ROOT / "data/contoh/2023/lampiran", folder / "lampiran")
        shutil.copy2(ukur.ROOT / "data/contoh/2023/skala.csv", folder)
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


def big(data: Path, out: Path) -> float:
    """What a planner does: import the form, check, report; CPU seconds."""
    own = ("--opd", "besar", "--data", data)
    chapters = ("--notebooks", ukur.ROOT / "notebooks")
    steps = (
        ("import", out / "formulir.xlsx", "--data", data),
        ("check", YEARS[-1], *own),
        ("report", YEARS[-1], *own, *chapters, "--out", out, "--force"),
    )
    spent = sum(ukur.lkipnb(*step).cpu for step in steps)
    if not (out / "besar" / str(YEARS[-1]) / "lkip.html").exists():
        sys.exit("the report of the big agency was refused; see what lkipnb says")
    return spent


def shipped(out: Path) -> float:
    return ukur.lkipnb("report", 2020, "--out", out, "--force").cpu


def main() -> None:
    taken: dict[str, list[float]] = {"besar": [], "2020": []}
    with tempfile.TemporaryDirectory() as name:
        data, out = Path(name) / "data", Path(name)
        agency(data)
        form = out / "formulir.xlsx"
        ukur.lkipnb("export", YEARS[-1], "--opd", "besar", "--data", data, "--out", form)
        for _ in range(RUNS):
            taken["besar"].append(big(data, out))
            taken["2020"].append(shipped(out))
    for way, spent in taken.items():
        print(f"{way:7} median {statistics.median(spent):6.2f} s of CPU")
    ratios = [a / b for a, b in zip(taken["besar"], taken["2020"], strict=True)]
    print(f"besar / 2020: median {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
