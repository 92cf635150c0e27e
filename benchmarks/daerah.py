"""A region of invented agencies, made by a seed: one worker against two.

    python benchmarks/daerah.py [AGENCIES]

Each agency is `contoh` under another name, with 4 to 60 indicators and 30 to 2.000 budget lines.
Prints the CPU seconds of each run, the seconds that passed, and their ratio; HTML alone.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import besar
import ukur

YEAR, SEED, AGENCIES = 2023, 12, 40
GOALS = 4
LEAVES = 9  # sub kegiatan of a kegiatan
INDICATOR = (
    "kode,sasaran,nama,satuan,polaritas,jenis,jenjang,rumus,bobot,maksimum,"
    "pembilang,penyebut,pengali,sifat_target,triwulan"
)
BUDGET = (
    "kode_rekening,uraian,pagu_murni_rp,pagu_rp,realisasi_rp,serapan_persen,"
    "fisik_persen,sumber_dana"
)


def region(data: Path, agencies: int) -> None:
    """`data/dinas-<n>/2023/` beside the shipped reference lists; the same for the same seed."""
    shutil.copytree(ukur.ROOT / "data/referensi", data / "referensi")
    chance = random.Random(SEED)
    for number in range(1, agencies + 1):
        folder = data / f"dinas-{number:03}" / str(YEAR)
        folder.mkdir(parents=True)
        agency(folder, number, chance)


def agency(folder: Path, number: int, chance: random.Random) -> None:
    shipped = ukur.ROOT / "data/contoh" / str(YEAR)
    profile = (shipped / "profil.yaml").read_text(encoding="utf-8")
    profile = profile.replace("terbobot", "sederhana")
    profile = profile.replace("Dinas Kesehatan", f"Dinas Rekaan {number}")
    (folder / "profil.yaml").write_text(profile, encoding="utf-8")
    shutil.copy2(shipped / "skala.csv", folder)
    shutil.copytree(shipped / "lampiran", folder / "lampiran")
    goals = [(f"S{n}", f"Meningkatnya mutu pelayanan {n}") for n in range(1, GOALS + 1)]
    besar.put(folder, "sasaran", "kode,uraian", goals)
    codes = [f"IK-{n:02}" for n in range(1, chance.randint(4, 60) + 1)]
    kinds = [
        (code, f"S{n % GOALS + 1}", f"Cakupan pelayanan {n + 1}", "persen", "naik", "angka")
        for n, code in enumerate(codes)
    ]
    besar.put(folder, "indikator", INDICATOR, [(*kind, *[""] * 9) for kind in kinds])
    measured = [(code, 60, chance.randint(40, 80), "", "") for code in codes]
    header = "indikator,target,realisasi,nilai_pembilang,nilai_penyebut"
    besar.put(folder, "kinerja", header, measured)
    besar.put(folder, "anggaran", BUDGET, budget(chance.randint(30, 2000), chance))


def budget(lines: int, chance: random.Random) -> list[tuple[object, ...]]:
    """One programme of about as many lines, each sum that of the lines below it."""
    activities = []
    for k in range(1, max(2, lines // (LEAVES + 1)) + 1):
        code = f"1.02.01.2.{k:02}"
        leaves = []
        for s in range(1, LEAVES + 1):
            planned = chance.randint(10, 900) * 1_000_000
            leaves.append((f"{code}.{s:02}", planned, planned * chance.randint(70, 100) // 100))
        activities.append((code, leaves))
    whole = [leaf for _, leaves in activities for leaf in leaves]
    rows: list[tuple[object, ...]] = [besar.line("1.02.01", whole)]
    for code, leaves in activities:
        rows.append(besar.line(code, leaves))
        rows += [besar.line(leaf[0], [leaf]) for leaf in leaves]
    return rows


def batch(data: Path, out: Path, workers: int) -> tuple[ukur.Cost, float]:
    """A run of the whole region, and the seconds that passed.  A draft is a report too."""
    start = time.perf_counter()
    more = ["--workers", workers, "--formats", "html", "--data", data, "--out", out]
    cost = ukur.lkipnb("batch", *more, "--notebooks", ukur.ROOT / "notebooks")
    made, asked = (len(list(place.glob(f"*/{YEAR}"))) for place in (out, data))
    if made - 1 != asked:  # beside them stands the recapitulation
        sys.exit(cost.said)
    return cost, time.perf_counter() - start


def main() -> None:
    agencies = int(sys.argv[1]) if len(sys.argv) > 1 else AGENCIES
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        region(data, agencies)
        taken = {n: batch(data, Path(name) / f"out-{n}", n) for n in (1, 2)}
    for workers, (cost, passed) in taken.items():
        print(
            f"{workers} worker(s): {cost.cpu:.0f} s of CPU, {cost.cpu / agencies:.1f} a report;"
            f" {passed:.0f} s passed, {passed / agencies:.1f} a report; largest process"
            f" {cost.memory:.0f} MB"
        )
    print(f"passed, 1 / 2: {taken[1][1] / taken[2][1]:.2f}")


if __name__ == "__main__":
    main()
