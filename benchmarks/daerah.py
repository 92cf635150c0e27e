"""A region of invented agencies, made by a seed: one worker against two.

    python benchmarks/daerah.py [AGENCIES]

Each agency is `contoh` under another name, with 4 to 60 indicators and 30 to 2.000 budget lines.
Prints the seconds of each run and the ratio; HTML alone.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import besar

ROOT = Path(__file__).parents[1]
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
    shutil.copytree(ROOT / "data/referensi", data / "referensi")
    chance = random.Random(SEED)
    for number in range(1, agencies + 1):
        folder = data / f"dinas-{number:03}" / str(YEAR)
        folder.mkdir(parents=True)
        agency(folder, number, chance)


def agency(folder: Path, number: int, chance: random.Random) -> None:
    shipped = ROOT / "data/contoh" / str(YEAR)
    profile = (shipped / "profil.yaml").read_text(encoding="utf-8")
    profile = profile.replace("terbobot", "sederhana")
    profile = profile.replace("Dinas Kesehatan", f"Dinas Rekaan {number}")
    (folder / "profil.yaml").write_text(profile, encoding="utf-8")
    shutil.copy2(shipped / "skala.csv", folder)
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


def seconds(data: Path, out: Path, workers: int) -> float:
    """A run of the whole region.  A draft is a report too."""
    start = time.perf_counter()
    more = ["--workers", str(workers), "--formats", "html", "--data", str(data), "--out", str(out)]
    more += ["--notebooks", str(ROOT / "notebooks")]
    done = subprocess.run([sys.executable, "-m", "lkipnb", "batch", *more], capture_output=True)
    if done.returncode > 1:
        sys.exit((done.stdout + done.stderr).decode())
    print(done.stdout.decode().splitlines()[-1])
    return time.perf_counter() - start


def main() -> None:
    agencies = int(sys.argv[1]) if len(sys.argv) > 1 else AGENCIES
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        region(data, agencies)
        taken = {n: seconds(data, Path(name) / f"out-{n}", n) for n in (1, 2)}
    for workers, time_taken in taken.items():
        print(f"{workers} worker(s): {time_taken:.1f} s, {time_taken / agencies:.1f} s a report")
    print(f"1 / 2: {taken[1] / taken[2]:.2f}")


if __name__ == "__main__":
    main()
