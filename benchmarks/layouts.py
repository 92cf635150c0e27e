"""One budget tree after another in random layouts of exports: none may be read as another tree.

At least 2.000, each from its own seed.  Wanted of each: the same tree, or a refusal.

    python benchmarks/layouts.py [--banyak 2000] [--mulai 0]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from budget_layouts import pohon, pohon_dari, tata, tulis  # noqa: E402

from lkipnb.errors import LkipError  # noqa: E402
from lkipnb.exchange.lra import Pilihan, baca  # noqa: E402
from lkipnb.exchange.lra.kolom import PAGU, REALISASI  # noqa: E402


def outcome(seed: int, folder: Path) -> str:
    rng = random.Random(seed)
    lines = pohon(rng)
    layout = tata(rng, lines)
    path = tulis(layout, folder, seed, excel=rng.random() < 0.5)
    try:
        read = baca(path, Pilihan(tahun=layout.tahun, satuan=layout.satuan))
    except LkipError:
        return "refused"
    if read.selisih:
        return "contradicted by its own sums"
    told = [(b.kode, b.uraian, b.jumlah[PAGU], b.jumlah[REALISASI]) for b in read.baris]
    return "right" if told == pohon_dari(lines, layout) else f"WRONG {seed} {layout.ciri}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--banyak", type=int, default=2000)
    parser.add_argument("--mulai", type=int, default=0)
    asked = parser.parse_args()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        seeds = range(asked.mulai, asked.mulai + asked.banyak)
        outcomes = Counter(outcome(seed, Path(folder)) for seed in seeds)
    for name, count in outcomes.most_common():
        print(f"{count:6} {name}")
    print(f"{time.perf_counter() - begun:.0f} s")
    sys.exit(any(name.startswith("WRONG") for name in outcomes))


if __name__ == "__main__":
    main()
