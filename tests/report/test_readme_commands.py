"""Every command in the README, typed as it stands, in a copy of the repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shipped

ROOT = Path(__file__).parents[2]
EXCEL = [
    "lkipnb new dinkes-contoh 2021",
    "lkipnb new dinsos-flores-timur 2021 --from 2020",
    "lkipnb import data/dinsos-flores-timur/2021/formulir.xlsx",
    "lkipnb export 2020 --out formulir.xlsx",
]
BIN = Path(sys.executable).parent


def commands() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [
        line.split("#")[0].strip()
        for block in re.findall(r"```sh\n(.*?)```", text, re.S)
        for line in block.splitlines()
    ]
    return [line for line in lines if line]


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of what git would hand over, with the environment that runs this test as its own."""
    folder = tmp_path_factory.mktemp("clone") / "lkipnb"
    own = (".venv", ".git", "reports", "data", "*.xlsx", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*own))
    shipped.copy(ROOT / "data", folder / "data")
    (folder / ".venv").symlink_to(BIN.parent)
    return folder


def type_in(command: str, folder: Path) -> subprocess.CompletedProcess:
    """The command in a new window, in which the environment was switched on as the README says."""
    outside = os.pathsep.join(
        part for part in os.environ["PATH"].split(os.pathsep) if part != str(BIN)
    )
    environment = os.environ | {"PATH": outside, "PYTHONPATH": str(folder)}
    environment.pop("LKIPNB_DATA", None)
    typed_in = f". {folder}/.venv/bin/activate && {command}"
    return subprocess.run(
        typed_in,
        shell=True,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_readme_has_the_commands_that_are_tried_here():
    assert commands() == [
        "make report",
        "make test",
        "lkipnb report 2020",
        "lkipnb check 2020",
        "lkipnb trace 2020 98,60",
        "lkipnb batch --tahun 2023",
        "lkipnb report --help",
        *EXCEL,
        "papermill notebooks/03_akuntabilitas_kinerja.ipynb out.ipynb -p tahun 2020",
        "jupyter nbconvert --to lkip-html out.ipynb",
        "jupyter nbconvert --to lkip-pdf out.ipynb",
    ]


def test_make_report_makes_both_files(copy):
    """The environment counts as ready here (`-o`); continuous integration sets it up from
    nothing.
    """
    done = type_in("make report -o .venv/.ready", copy)
    assert done.returncode == 0, done.stderr
    assert (copy / "reports/dinsos-flores-timur/2020/lkip.pdf").stat().st_size > 100_000
    assert (copy / "reports/dinsos-flores-timur/2020/lkip.html").stat().st_size > 100_000


def test_the_same_input_gives_the_same_bytes_in_another_folder_and_process(copy, laporan):
    """`make report` above, and the report that this process builds from the same data."""
    own = laporan("dinsos-flores-timur", 2020)
    made = copy / "reports/dinsos-flores-timur/2020"
    names = {path.relative_to(own) for path in own.rglob("*") if path.is_file()}
    assert names == {path.relative_to(made) for path in made.rglob("*") if path.is_file()}
    assert [name for name in names if (own / name).read_bytes() != (made / name).read_bytes()] == []


def test_trace(copy):
    """After `make report` above."""
    done = type_in("lkipnb trace 2020 98,60", copy)
    assert done.returncode == 0, done.stderr
    assert "belanja.csv baris 3 kolom realisasi_rp = 4.644.989.985" in done.stdout


def test_make_test_runs_pytest(copy):
    done = type_in("make --dry-run test", copy)
    assert re.search(r"-m pytest .* tests notebooks", done.stdout)


def test_check(copy):
    assert type_in("lkipnb check 2020", copy).returncode == 0


def test_from_excel(copy):
    for command in EXCEL:
        done = type_in(command, copy)
        assert done.returncode == 0, done.stderr
    unfinished = type_in("lkipnb check 2021", copy)
    assert unfinished.returncode == code("lkipnb check 2021")
    shutil.rmtree(copy / "data/dinsos-flores-timur/2021")
    shutil.rmtree(copy / "data/dinkes-contoh")


def test_the_how_to_of_a_new_year(copy):
    for command in typed("add-a-year.md", copy):
        done = type_in(command, copy)
        assert done.returncode == code(command), (command, done.stderr)
    assert (copy / "reports/dinsos-flores-timur/2021/lkip.pdf").is_file()
    shutil.rmtree(copy / "data/dinsos-flores-timur/2021")


def code(command: str) -> int:
    """Of a year that is not filled in yet: what is empty is told, and its report is a draft."""
    return 1 if command.startswith(("lkipnb check", "lkipnb report")) else 0


def typed(page: str, copy: Path) -> list[str]:
    """The commands of a page of docs/, in order."""
    text = (copy / "docs" / page).read_text(encoding="utf-8")
    return [
        line for block in re.findall(r"```sh\n(.*?)```", text, re.S) for line in block.splitlines()
    ]


def test_the_how_to_of_a_new_agency(copy):
    """The form is filled in between as a planner would, here with the tables of the invented
    agency.
    """
    made, *rest = typed("add-an-agency.md", copy)
    assert type_in(made, copy).returncode == 0
    fill(copy / "data/dinas-baru/2023/formulir.xlsx", copy / "data/contoh/2023")
    # The coat of arms that the profile names.
    own = "lampiran/lambang.svg"
    (copy / "data/dinas-baru/2023/lampiran").mkdir(exist_ok=True)
    shutil.copy(copy / "data/contoh/2023" / own, copy / "data/dinas-baru/2023" / own)
    for command in rest:
        done = type_in(command, copy)
        assert done.returncode == code(command), (command, done.stderr)
    assert (copy / "reports/dinas-baru/2023/lkip.pdf").is_file()
    export = (
        "Tahun Anggaran 2023\nKode;Uraian;Pagu;Realisasi\n"
        "1.02.02;Program A;2.000.000.000;1.500.000.000\n"
    )
    (copy / "realisasi.csv").write_text(export, encoding="utf-8")
    done = type_in("lkipnb import --lra realisasi.csv --opd dinas-baru --tahun 2023 --ya", copy)
    assert "tabel anggaran, 1 baris" in done.stdout, done.stderr
    shutil.rmtree(copy / "data/dinas-baru")


def fill(form: Path, year: Path) -> None:
    """Type the tables and the profile of a year into an empty form, below its example rows."""
    import csv

    import openpyxl

    from lkipnb.exchange.isian import flat_profile
    from lkipnb.load.profile import read

    book = openpyxl.load_workbook(form)
    for path in sorted(year.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in list(csv.reader(file))[1:]:
                book[path.stem].append([None, *row])
    profil, _ = read(year / "profil.yaml", "profil.yaml")
    told = flat_profile("dinas-baru", 2023, profil)
    for row in book["profil"].iter_rows(min_row=2):
        row[1].value = told.get(row[0].value) or row[1].value
    book.save(form)


def test_a_chapter_by_papermill_and_nbconvert(copy):
    for command in commands()[-3:]:
        done = type_in(command, copy)
        assert done.returncode == 0, done.stderr[-2000:]
    assert (copy / "out.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (copy / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_a_chapter_by_papermill_from_another_folder_gives_the_stored_outputs(copy, tmp_path):
    import nbformat

    stored = nbformat.read(copy / "notebooks/02_perencanaan_kinerja.ipynb", 4)
    done = type_in(
        f"cd {tmp_path} && papermill {copy}/notebooks/02_perencanaan_kinerja.ipynb out.ipynb -p"
        " tahun 2020",
        copy,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    again = nbformat.read(tmp_path / "out.ipynb", 4)
    shown = [
        [c.get("outputs") for c in nb.cells if not c.metadata.get("tags")] for nb in (stored, again)
    ]
    assert [[o.data for o in outputs] for outputs in shown[0] if outputs] == [
        [o.data for o in outputs] for outputs in shown[1] if outputs
    ]


def test_a_year_without_data_gives_one_sentence(copy, tmp_path):
    done = type_in(f"papermill notebooks/04_penutup.ipynb {tmp_path}/out.ipynb -p tahun 2019", copy)
    assert done.returncode != 0
    assert "Data tahun 2019 untuk dinsos-flores-timur belum ada. Yang ada: 2020." in done.stderr
    assert "workbook.py" not in done.stderr
