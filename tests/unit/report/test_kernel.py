"""While chapters run no other user can listen, and no kernel outlives its run."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import psutil
import pytest
from shipped import DATA

from lkipnb.errors import ChapterError
from lkipnb.report import kernel, run
from lkipnb.report.stop import ended_by_ctrl_c
from lkipnb.storage.scratch import scratch

ROOT = Path(__file__).parents[3]
SOCKETS = os.name != "nt"


@pytest.fixture
def chapter(tmp_path):
    """A chapter of one cell that stands in `tmp_path`."""

    def make(source: str, name: str = "01_uji.ipynb") -> Path:
        kernelspec = {"name": "python3", "display_name": "x", "language": "python"}
        made = nbformat.v4.new_notebook(metadata={"kernelspec": kernelspec})
        made.cells = [
            nbformat.v4.new_code_cell("tahun = 1", metadata={"tags": ["parameters"]}),
            nbformat.v4.new_code_cell(source),
        ]
        nbformat.write(made, tmp_path / name)
        return tmp_path / name

    return make


def kernels() -> list[psutil.Process]:
    return [
        child
        for child in psutil.Process().children()
        if "lkipnb.report.kernel_process" in child.cmdline()
    ]


def listening() -> list[object]:
    """The TCP ports on which this process or its children listen."""
    tree = [psutil.Process(), *psutil.Process().children(recursive=True)]
    return [
        found
        for process in tree
        for found in process.net_connections("tcp")
        if found.status == "LISTEN"
    ]


def ran(path: Path, folder: Path, look=lambda name: None):
    """The one executed chapter."""
    executed = run.run([path], {"tahun": 2020}, DATA, folder, look)
    return executed[path]


@pytest.mark.skipif(
    not SOCKETS, reason="Windows: kernel berbicara lewat TCP yang disandikan (CurveZMQ)"
)
def test_no_tcp_port_listens_while_chapters_run_and_the_sockets_are_private(chapter):
    chapters = [chapter("1"), chapter("2", "02_uji.ipynb")]
    seen = []

    def look(name):
        if (
            name == "02_uji"
        ):  # the kernel has answered for the first chapter, so it listens where it will
            (process,) = kernels()
            talking = [
                Path(found.laddr)
                for found in process.net_connections("unix")
                if "/s-" in str(found.laddr)
            ]
            seen.append(
                (
                    listening(),
                    len(talking) >= 5,
                    {stat.S_IMODE(p.parent.stat().st_mode) for p in talking},
                )
            )

    with scratch() as folder:
        run.run(chapters, {"tahun": 2020}, DATA, folder, look)
    assert seen == [([], True, {0o700})]


def test_without_private_sockets_the_kernel_talks_only_to_who_has_its_key(chapter, monkeypatch):
    """A stranger who knows the port hears nothing: the connection is never made."""
    import zmq

    monkeypatch.setattr(kernel, "_socket_folder", lambda folder, ending: None)
    with scratch() as folder:
        assert ran(chapter("1 + 1"), folder).cells[-1].outputs[0].data["text/plain"] == "2"
    with (
        scratch() as folder,
        kernel.kernel(DATA, folder) as (manager, client),
        zmq.Context() as context,
    ):
        client.execute("1", reply=True, timeout=60)
        heard = {}
        for key in (None, manager.curve_publickey):
            ear = context.socket(zmq.SUB)
            if key is not None:
                ear.curve_serverkey = key
                ear.curve_publickey, ear.curve_secretkey = zmq.curve_keypair()
            ear.subscribe(b"")
            ear.connect(f"tcp://{manager.ip}:{manager.iopub_port}")
            heard[key is not None] = _hears(ear, client)
            ear.close(linger=0)
    assert heard == {False: False, True: True}


def _hears(ear, client) -> bool:
    """Whether anything reaches `ear` while the kernel answers ten times."""
    for _ in range(10):
        client.execute("print('rahasia')", reply=True, timeout=60)
        if ear.poll(200):
            return True
    return False


def test_a_long_path_of_the_private_folder_gets_sockets_elsewhere(tmp_path):
    folder = tmp_path / ("n" * 100)
    folder.mkdir(mode=0o700)
    with kernel.kernel(DATA, folder) as (manager, client):
        client.execute("1", reply=True, timeout=60)
        if SOCKETS:
            assert manager.transport == "ipc"
            assert stat.S_IMODE(Path(manager.ip).parent.stat().st_mode) == 0o700


def test_a_cell_that_runs_too_long_ends_the_report_and_the_kernel(chapter, monkeypatch):
    monkeypatch.setattr(run, "CELL_TIMEOUT_SECONDS", 1)
    with scratch() as folder, pytest.raises(ChapterError, match=r"01_uji\.ipynb"):
        ran(chapter("while True: pass"), folder)
    assert kernels() == []


def test_an_interrupted_run_leaves_no_kernel(chapter):
    def interrupt(name):
        assert len(kernels()) == 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), scratch() as folder:
        ran(chapter("1"), folder, interrupt)
    assert kernels() == []


STOPPED = """
import os
import signal
import sys
from pathlib import Path
from lkipnb.report import run
from lkipnb.storage.scratch import scratch

# A shell ignores Ctrl-C for what it starts in the background, and so would we.
signal.signal(signal.SIGINT, signal.default_int_handler)

class Deaf:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)

def start(chapter):
    if "deaf" in sys.argv:
        Deaf()

with scratch() as folder:
    run.run([Path(sys.argv[1])], {"tahun": 2020}, Path(sys.argv[2]), folder, start)
"""


@pytest.fixture
def stopped(chapter, tmp_path):
    """A run whose cell tells its process and its folder, and then waits."""
    told = tmp_path / "kernel"
    path = chapter(
        "import os, time\nfrom pathlib import Path\n"
        f"Path({str(tmp_path / 'x')!r}).write_text(f'{{os.getpid()}} {{os.getcwd()}}')\n"
        f"Path({str(tmp_path / 'x')!r}).rename({str(told)!r})\ntime.sleep(600)"
    )

    def start(*how: str) -> tuple[subprocess.Popen, Path]:
        command = [sys.executable, "-c", STOPPED, path, DATA, *how]
        return subprocess.Popen(command, stderr=subprocess.PIPE), told

    return start


@pytest.mark.skipif(os.name == "nt", reason="Windows: Ctrl-C tidak dapat dikirim ke satu proses")
def test_ctrl_c_in_the_middle_of_a_cell_ends_the_kernel(stopped):
    process, told = stopped()
    while not told.exists():
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    pid, folder = told.read_text().split()
    assert not psutil.pid_exists(int(pid))
    assert not Path(folder).exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows: Ctrl-C tidak dapat dikirim ke satu proses")
def test_ctrl_c_that_a_finalizer_swallows_ends_the_run_all_the_same(stopped):
    """In a finalizer Python prints the KeyboardInterrupt and goes on."""
    process, _ = stopped("deaf")
    try:
        _, said = process.communicate(timeout=60)
    finally:
        process.kill()
    assert b"Exception ignored" in said
    assert said.splitlines()[-1] == b"KeyboardInterrupt"


@pytest.fixture
def listening_to_ctrl_c():
    """As in the foreground of a terminal, also where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("listening_to_ctrl_c")
def test_ctrl_c_while_a_kernel_starts_or_ends_waits_for_it():
    seen = []

    def start():
        with ended_by_ctrl_c():
            signal.raise_signal(signal.SIGINT)
            seen.append("tidied")

    with pytest.raises(KeyboardInterrupt):
        start()
    assert seen == ["tidied"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("listening_to_ctrl_c")
def test_ctrl_c_comes_before_what_fails_because_of_it():
    def fail():
        with ended_by_ctrl_c():
            signal.raise_signal(signal.SIGINT)
            raise ChapterError("kernel mati")

    with pytest.raises(KeyboardInterrupt):
        fail()


@pytest.mark.usefixtures("listening_to_ctrl_c")
def test_somebody_else_who_listens_to_ctrl_c_goes_on_listening():
    heard = []
    signal.signal(signal.SIGINT, lambda *_: heard.append("mine"))
    with ended_by_ctrl_c() as stop, stop.working():
        signal.raise_signal(signal.SIGINT)
    assert heard == ["mine"]
