"""Many agencies in one run, with real workers and one short chapter."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import kecil
import nbformat
import pytest

from lkipnb.batch import cluster
from lkipnb.batch.discovery import find
from lkipnb.batch.run import Batch, run
from lkipnb.batch.tree import tree
from lkipnb.cli import main

DRAFT = 1  # the small agencies have open errors, and a draft ends with 1

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def workers():
    """One worker of its own process, which is started anew when it dies."""
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as local:
        yield local


@pytest.fixture
def notebooks(tmp_path: Path) -> Path:
    """One chapter."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    cell = nbformat.v4.new_code_cell(
        'opd = "kecil"\ntahun = 2023', metadata={"tags": ["parameters"]}
    )
    title = nbformat.v4.new_markdown_cell("# BAB I PENDAHULUAN\n\nIsi.")
    book = nbformat.v4.new_notebook(cells=[title, cell])
    book.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    }
    nbformat.write(book, folder / "01_pendahuluan.ipynb")
    return folder


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """The agencies `kecil` and `lain`."""
    data = kecil.buat(tmp_path / "data")
    shutil.copytree(data / "kecil", data / "lain")
    return data


def batch(workers, notebooks: Path, data: object, out: object, *more: str) -> int:
    return main(
        [
            "batch",
            *("--scheduler", workers.scheduler_address, "--notebooks", str(notebooks)),
            *("--data", str(data), "--out", str(out), "--formats", "html", *more),
        ]
    )


def break_(data: Path, opd: str) -> None:
    table = data / opd / "2023/kinerja.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("50", "lima"), encoding="utf-8")


def test_a_fault_in_one_agency_is_told_and_the_others_are_made(
    workers, notebooks, region, tmp_path, capsys
):
    break_(region, "lain")
    assert batch(workers, notebooks, region, tmp_path / "out") == 1
    assert (tmp_path / "out/kecil/2023/lkip.html").exists()
    assert not (tmp_path / "out/lain/2023").exists()
    told = capsys.readouterr().err
    assert "lain 2023: kinerja.csv, baris 2, kolom realisasi: tertulis “lima”" in told
    page = (tmp_path / "out/rekap/2023/index.html").read_text(encoding="utf-8")
    assert "tertulis “lima”" in page
    assert 'href="../../kecil/2023/lkip.html"' in page
    assert 'href="../../lain/' not in page


def test_a_second_run_makes_only_what_is_missing_or_of_other_data(
    workers, notebooks, region, tmp_path, capsys
):
    out = tmp_path / "out"
    assert batch(workers, notebooks, region, out) == DRAFT
    capsys.readouterr()
    assert batch(workers, notebooks, region, out) == DRAFT
    assert capsys.readouterr().err.count("sudah ada") == 2
    table = region / "lain/2023/kinerja.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("50", "55"), encoding="utf-8")
    assert batch(workers, notebooks, region, out) == DRAFT
    told = capsys.readouterr().err
    assert "kecil 2023: sudah ada" in told
    assert "lain 2023: jadi" in told


def test_a_worker_killed_mid_way_loses_nothing(workers, notebooks, region, tmp_path):
    work = Batch(tree(str(region)), notebooks, tree(str(tmp_path / "out")), ["html"])
    killed = []

    with distributed.Client(workers) as client:

        def tell(step: str) -> None:
            """When the first report stands, the worker is at the second."""
            if not killed:
                killed.extend(client.run(os.getpid).values())
                os.kill(killed[0], signal.SIGKILL)

        made = run(work, find(work.data, (), ()).there, client, tell)
    assert killed
    assert [(one.opd, one.sebab) for one in made] == [("kecil", ()), ("lain", ())]
    assert (tmp_path / "out/lain/2023/lkip.html").exists()


def test_workers_need_no_shared_disk(workers, notebooks, region):
    store = tree("memory://")
    local = tree(str(region))
    for name in [*local.files("kecil"), *local.files("referensi")]:
        store.write(f"masuk/{name}", local.read(name))
    assert batch(workers, notebooks, "memory://masuk", "memory://keluar") == DRAFT
    assert b"<main" in store.read("keluar/kecil/2023/lkip.html")
    assert store.read("keluar/rekap/2023/rekap.xlsx").startswith(b"PK")


def test_an_agency_without_that_year_is_told_and_the_others_are_made(
    workers, notebooks, region, tmp_path, capsys
):
    (region / "lain/2023").rename(region / "lain/2022")
    assert batch(workers, notebooks, region, tmp_path / "out", "--tahun", "2023") == 1
    assert "lain 2023: Data tahun 2023 belum ada." in capsys.readouterr().err
    assert (tmp_path / "out/kecil/2023/lkip.html").exists()


def test_a_pattern_that_matches_nothing_names_what_there_is(
    workers, notebooks, region, tmp_path, capsys
):
    assert batch(workers, notebooks, region, tmp_path / "out", "--opd", "dinkes*") == 2
    assert "“dinkes*”. Yang ada: kecil, lain." in capsys.readouterr().err


def test_a_target_that_cannot_be_written_is_refused_at_once(
    workers, notebooks, region, tmp_path, capsys
):
    (tmp_path / "out").write_text("bukan folder", encoding="utf-8")
    assert batch(workers, notebooks, region, tmp_path / "out") == 3
    assert "Traceback" not in capsys.readouterr().err


def test_a_worker_of_another_version_is_refused(
    workers, notebooks, region, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(cluster, "__version__", "9.9")
    assert batch(workers, notebooks, region, tmp_path / "out") == 2
    assert "bukan 9.9; samakan dahulu." in capsys.readouterr().err


def test_a_scheduler_that_does_not_answer_is_one_sentence(
    notebooks, region, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(cluster, "WAIT_SECONDS", 1)
    more = ["--data", str(region), "--out", str(tmp_path / "out"), "--notebooks", str(notebooks)]
    assert main(["batch", "--scheduler", "tcp://127.0.0.1:9", *more]) == 2
    assert "tcp://127.0.0.1:9 tidak dapat dihubungi" in capsys.readouterr().err


def test_without_the_extra_one_sentence_says_how_to_get_it(capsys, monkeypatch):
    monkeypatch.setattr("lkipnb.cli.batch.find_spec", lambda name: None)
    assert main(["batch"]) == 2
    assert 'python -m pip install "lkipnb[batch]"' in capsys.readouterr().err
