"""Installed as a wheel, away from any clone: from an empty folder to a report."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from shipped import DATA

from lkipnb.exchange import scaffold

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--no-input"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The package as a wheel lays it out; its dependencies are those of the environment that runs
    this test.
    """
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        "wheel",
        "--no-build-isolation",
        "--no-deps",
        "--no-index",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run([*PIP, *build], check=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "terpasang"
    subprocess.run(
        [*PIP, "install", "--no-deps", "--no-index", "--target", str(target), str(wheel)],
        check=True,
    )
    return target


def run(installed: Path, folder: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "LKIPNB_DATA"}
    done = subprocess.run(
        [sys.executable, "-m", "lkipnb", *arguments],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (arguments, done.stderr)
    return done.stdout


def test_from_an_empty_folder_to_a_report_and_its_sources(installed, tmp_path):
    assert "data/dinkes-contoh/2024/formulir.xlsx" in run(
        installed, tmp_path, "new", "dinkes-contoh", "2024"
    )
    form = tmp_path / "kiriman.xlsx"
    scaffold.export("contoh", 2023, DATA, form)
    assert "data/contoh/2023: " in run(installed, tmp_path, "import", "kiriman.xlsx")
    # The coat of arms that the profile names is no part of a form.
    own = "contoh/2023/lampiran"
    shutil.copytree(DATA / own, tmp_path / "data" / own, dirs_exist_ok=True)
    assert "0 galat" in run(installed, tmp_path, "check", "2023", "--opd", "contoh")
    told = run(installed, tmp_path, "notebooks")
    assert str(installed / "lkipnb/bawaan/notebooks/00_ikhtisar.ipynb") in told
    run(installed, tmp_path, "report", "2023", "--opd", "contoh")
    report = tmp_path / "reports/contoh/2023"
    assert (report / "lkip.html").stat().st_size > 100_000
    assert (report / "lkip.pdf").read_bytes().startswith(b"%PDF-")
    assert "2023/belanja.csv baris 2" in run(
        installed, tmp_path, "trace", "2023", "98,81", "--opd", "contoh"
    )
    run(installed, tmp_path, "export", "2023", "--opd", "contoh")
    run(installed, tmp_path, "notebooks", "--salin")
    assert str(tmp_path / "notebooks/00_ikhtisar.ipynb") in run(installed, tmp_path, "notebooks")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "data",
        "formulir.xlsx",
        "kiriman.xlsx",
        "notebooks",
        "reports",
    ]
