"""`--watch`: made again on each save, shown by a page that nobody else reads, ended by Ctrl-C."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import kecil
import nbformat
import psutil
import pytest

from lkipnb.errors import UsageError
from lkipnb.report import watching
from lkipnb.report.order import Order
from lkipnb.report.serving import HOST, served

SECONDS = 120  # for what happens in another process; a loaded machine makes nothing wrong


def ask(page, path: str, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(page.address, timeout=SECONDS)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    told = answer.status, answer.read().decode()
    connection.close()
    return told


def test_the_page_is_shown_as_it_is_delivered_to_who_knows_the_address_alone(tmp_path):
    file = tmp_path / "lkip.html"
    with served(file) as page:
        own = f"/{page.token}/"
        assert page.address.startswith(f"{HOST}:")
        assert "Laporan belum ada" in ask(page, f"{own}lkip.html")[1]
        file.write_text("<p>laporan</p>")
        assert ask(page, f"{own}lkip.html") == (200, "<p>laporan</p>")
        assert "lkip.html" in ask(page, own)[1]
        for path in ("/", "/lkip.html", "/x/lkip.html", f"{own}../lkip.html", f"{own}lkip.pdf"):
            assert ask(page, path)[0] == 404
        assert ask(page, own, Host="jahat.example")[0] == 404


def test_who_waits_hears_of_the_next_report_and_of_what_failed(tmp_path):
    with served(tmp_path / "lkip.html") as page:
        place = f"/{page.token}/keadaan/"
        known = json.loads(ask(page, place)[1])
        heard: list[str] = []
        waiting = threading.Thread(
            target=lambda: heard.append(ask(page, f"{place}{known['keadaan']}")[1])
        )
        waiting.start()
        page.tell("gagal")
        waiting.join()
        told = json.loads(heard[0])
    assert told == {"keadaan": known["keadaan"] + 1, "pesan": "gagal"}


@pytest.fixture
def order(tmp_path) -> Order:
    data = kecil.buat(tmp_path / "data")
    return Order(kecil.OPD, kecil.TAHUN, data, tmp_path / "bab", tmp_path / "out", ["html"])


def test_what_is_saved_with_the_same_content_is_no_change(order):
    table = order.data / "kecil/2023/kinerja.csv"
    states = watching.changes(order)
    first = next(states)
    text = table.read_text()
    table.write_text(text)
    (table.parent / ".kinerja.csv.swp").write_text("x")
    changing = threading.Timer(1.0, lambda: table.write_text(text.replace("60", "61")))
    changing.start()
    second = next(states)
    states.close()
    assert first.changed(second) == ["kecil/2023/kinerja.csv"]


def test_another_program_ends_the_watch(order, monkeypatch):
    monkeypatch.setattr(watching, "loaded", lambda: "sebelum")
    with pytest.raises(UsageError, match="jalankan lagi"):
        next(watching.changes(order))


def chapter(folder: Path) -> None:
    folder.mkdir()
    made = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "x", "language": "python"}}
    )
    source = "import lkipnb\nlk = lkipnb.open(opd, tahun, bab='1')\nlk.tabel.capaian_iku()"
    tags = {"tags": ["parameters"]}
    made.cells = [
        nbformat.v4.new_code_cell('opd = "x"\ntahun = 1', metadata=tags),
        nbformat.v4.new_code_cell(source),
    ]
    nbformat.write(made, folder / "01_satu.ipynb")


@contextmanager
def watch(order: Order, cache: Path):
    """The command in a process of its own; gives it and what it says, line by line."""
    command = [sys.executable, "-m", "lkipnb", "report", str(order.tahun), "--opd", order.opd]
    command += ["--data", str(order.data), "--notebooks", str(order.notebooks)]
    command += ["--out", str(order.out), "--formats", "html", "--watch"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
    )
    stopping = threading.Timer(SECONDS, process.kill)
    stopping.start()
    try:
        yield process
    finally:
        stopping.cancel()
        process.kill()
        process.wait()


def heard(process: subprocess.Popen, word: str) -> str:
    """The next line that holds the word."""
    for line in process.stdout:
        if word in line:
            return line
    raise AssertionError(f"“{word}” was never said")


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT to another process on Windows")
def test_the_command_makes_the_report_on_each_save_tells_faults_and_ends_cleanly(order, tmp_path):
    chapter(order.notebooks)
    table = order.data / "kecil/2023/kinerja.csv"
    page = order.target() / "lkip.html"
    good = table.read_text()
    with watch(order, tmp_path / "cache") as process:
        assert re.search(r"http://127\.0\.0\.1:\d+/\S+/", heard(process, "Buka di peramban"))
        heard(process, "setelah koreksi")
        first = page.read_bytes()
        assert b"<script" not in first
        table.write_text(good.replace("60", "enam puluh"))
        assert "kinerja.csv" in heard(process, "enam puluh")
        assert page.read_bytes() == first
        table.write_text(good.replace("60", "80"))
        heard(process, "setelah koreksi")
        assert page.read_bytes() != first
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGINT)
        assert "dihentikan" in process.stdout.read()
        assert process.wait() == 0
        assert psutil.wait_procs(children, timeout=SECONDS)[1] == []
    assert not list((tmp_path / "cache").rglob("kernel.json"))
