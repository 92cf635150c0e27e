"""The data that come with the program, apart from what a user of this clone keeps beside them.

A planner works in `data/`: agencies of their own, further years, backups, forms.  The tests see
none of it.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
AGENCIES = {"contoh": ("2021", "2022", "2023"), "dinsos-flores-timur": ("2020",)}


def copy(source: Path, target: Path) -> None:
    """The shipped part of the data folder `source`, as a new folder `target`."""
    shutil.copytree(source / "referensi", target / "referensi")
    for opd, years in AGENCIES.items():
        for year in years:
            shutil.copytree(
                source / opd / year,
                target / opd / year,
                ignore=shutil.ignore_patterns("*.xlsx", ".*"),
            )


def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="uji-lkipnb-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    copy(ROOT / "data", folder / "data")
    return folder / "data"


DATA = _made()
# Also for a test that names no data folder, and for the kernels that run the notebooks.
os.environ["LKIPNB_DATA"] = str(DATA)
