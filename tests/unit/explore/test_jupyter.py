"""The app and JupyterLab as processes: behind a token, with our kernel, and nothing is left."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest
from shipped import DATA, ROOT

from lkipnb.errors import StorageError, UsageError
from lkipnb.explore import jupyter
from lkipnb.explore.peladen import HOST, Peladen, jalan, pintu
from lkipnb.report.kernel import LAB_OPTIONS

SECONDS = 120
posix = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
OUTSIDE = [
    "/voila/files/voila.json",
    "/voila/files/..%2f..%2fvoila.json",
    "/voila/files/jelajah.ipynb",
    "/api/contents",
    "/api/contents/voila.json",
    "/api/kernels",
    "/api/terminals",
]


def status(url: str) -> int:
    opener = urllib.request.build_opener(NoRedirect)
    try:
        with opener.open(url, timeout=SECONDS) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


@pytest.fixture(scope="module")
def app():
    with jupyter.aplikasi("contoh", 2023, DATA) as found:
        yield found.url


def test_the_app_shows_the_chosen_year_and_no_source(app):
    with urllib.request.urlopen(app, timeout=SECONDS) as answer:
        page = answer.read().decode()
        policy = answer.headers["Content-Security-Policy"]
    assert "Menjelajah data" in page
    assert "import lkipnb" not in page
    assert "Tanpa widget" not in page
    assert "default-src 'self'" in policy
    assert "https://" not in policy


def test_without_the_token_nothing_is_shown(app):
    place, _, token = app.partition("?token=")
    assert len(token) >= 32
    assert status(place) == 302
    assert status(f"{place}?token=salah") == 302


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_visitor_with_the_token_reads_no_file_and_sees_no_other_kernel(app, path):
    place, _, token = app.partition("/?token=")
    assert status(f"{place}{path}?token={token}") in (302, 403, 404)


def test_the_token_stands_in_no_argument_of_a_process(app):
    token = app.partition("token=")[2]
    if Path("/proc").is_dir():
        told = [content(path) for path in Path("/proc").glob("[0-9]*/cmdline")]
        assert not any(token.encode() in each for each in told)


def content(path: Path) -> bytes:
    """What a file holds; nothing where it is gone meanwhile."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_another_host_of_this_machine_is_not_answered(app):
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        pytest.skip("this machine has no other address")
    port = int(app.partition(f"{HOST}:")[2].partition("/")[0])
    with socket.socket() as asked:
        assert asked.connect_ex((own, port)) != 0


def test_the_notebook_of_the_app_has_its_parameters_and_not_the_cells_for_jupyterlab():
    text = jupyter._notebook(jupyter._source(DATA), "contoh", 2022)
    notebook = nbformat.reads(text, as_version=4)
    assert notebook.cells[0].source == "opd = 'contoh'\ntahun = 2022"
    assert not any("hanya-lab" in cell.metadata.get("tags", []) for cell in notebook.cells)


def test_the_kernel_is_that_of_this_python(tmp_path):
    known = jupyter._environment(DATA, tmp_path)
    assert known["LKIPNB_DATA"] == str(DATA)
    spec = json.loads((tmp_path / "jupyter/kernels/python3/kernel.json").read_text())
    assert spec["argv"][0] == sys.executable


def test_jupyterlab_keeps_its_kernels_private_and_its_token_too(monkeypatch):
    """`make lab` is `lkipnb lab`."""
    started = []

    @contextmanager
    def jalan(server):
        started.append(server)
        yield

    monkeypatch.setattr(jupyter, "jalan", jalan)
    with jupyter.lab(DATA) as found:
        token = found.url.partition("token=")[2]
    (server,) = started
    assert set(LAB_OPTIONS) <= set(server.argumen)
    assert server.lingkungan["JUPYTER_TOKEN"] == token
    assert not any(token in each for each in server.argumen)
    assert "$(BIN)/lkipnb lab" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_notebooks_of_an_installed_package_are_copied_before_they_are_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(jupyter, "PACKAGE", jupyter.shipped_chapters())
    assert jupyter._to_work_in(DATA) == tmp_path / "notebooks"
    assert (tmp_path / "notebooks" / "jelajah.ipynb").is_file()
    assert jupyter._to_work_in(DATA) == tmp_path / "notebooks"


def test_a_year_that_is_not_there_is_refused_before_anything_starts():
    with pytest.raises(UsageError, match="Data tahun 2019"), jupyter.aplikasi("contoh", 2019, DATA):
        pass


def test_a_port_that_is_taken_is_said():
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        with pytest.raises(UsageError, match="sudah dipakai"):
            pintu(taken.getsockname()[1])


def test_a_server_that_does_not_start_says_what_it_wrote(tmp_path):
    code = "import sys; print('rusak di dalam'); sys.exit(1)"
    server = Peladen(["-c", code], os.environ, tmp_path, pintu(0))
    with pytest.raises(StorageError, match="rusak di dalam"), jalan(server):
        pass


def children(pid: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        fields = content(path).rpartition(b")")[2].split()
        if fields and int(fields[1]) == pid:
            found.append(int(path.parent.name))
    return found + [below for child in found for below in children(child)]


@posix
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("command", ["explore", "lab"])
def test_ending_the_command_leaves_no_process(command, ending, tmp_path):
    if not Path("/proc/self/stat").exists():
        pytest.skip("processes are counted in /proc")
    (tmp_path / "notebooks").mkdir()
    arguments = ["--data", str(DATA)] + (["--opd", "contoh"] if command == "explore" else [])
    program = subprocess.Popen(
        [sys.executable, "-m", "lkipnb", command, *arguments],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(jupyter.__file__).parents[2])},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        assert "http://127.0.0.1:" in program.stdout.readline()
        started = children(program.pid)
        assert started
        program.send_signal(ending)
        assert program.wait(SECONDS) == 0
    finally:
        program.kill()
    until_gone(started)


def until_gone(processes: list[int]) -> None:
    for _ in range(SECONDS * 10):
        if not any(Path(f"/proc/{pid}").exists() for pid in processes):
            return
        time.sleep(0.1)
    raise AssertionError(processes)
