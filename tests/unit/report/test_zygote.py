"""A forked kernel is as one that was started anew, and nothing of it or its zygote stays behind."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import psutil
import pytest
from shipped import DATA

from lkipnb.errors import ChapterError
from lkipnb.report import run, warming, zygote, zygote_process
from lkipnb.storage.scratch import scratch

pytestmark = pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="this system forks no kernels; the stock one is tested"
)

STATE = """
import asyncio, decimal, gc, locale, os, signal, sys, tempfile, threading, warnings
import altair, pandas
folder = os.getcwd()
def told(text): return str(text).replace(folder, "FOLDER")
names = sorted(name for name in globals() if not name.startswith("_"))
{
    "nama": names,
    "argumen": [told(each) for each in sys.argv if "parent_handle" not in each],
    "jalur": sys.path,
    "lingkungan": {k: told(v) for k, v in os.environ.items() if k not in OWN},
    "pandas": [pandas.get_option(k) for k in ("display.precision", "styler.format.decimal")],
    "altair": [altair.renderers.active, altair.theme.active, altair.data_transformers.active],
    "desimal": told(decimal.getcontext()),
    "bahasa": locale.setlocale(locale.LC_ALL),
    "peringatan": sorted(told(each) for each in warnings.filters),
    "sinyal": [told(signal.getsignal(n)) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD)],
    "sementara": told(tempfile.gettempdir()),
    "utas": sorted(thread.name.rstrip("0123456789") for thread in threading.enumerate()),
    "bendera": told(sys.flags),
    "putaran": type(asyncio.get_running_loop()).__name__,
    "sampah": gc.isenabled(),
}
"""
# Of the process itself, or of the linear algebra, which a zygote starts with one thread.
OWN = (
    "JPY_PARENT_PID",
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "OPENBLAS_MAIN_FREE",
    "PYTEST_CURRENT_TEST",
)


def chapter(folder: Path, source: str) -> Path:
    folder.mkdir(exist_ok=True)
    kernelspec = {"name": "python3", "display_name": "x", "language": "python"}
    made = nbformat.v4.new_notebook(metadata={"kernelspec": kernelspec})
    parameters = nbformat.v4.new_code_cell("tahun = 1", metadata={"tags": ["parameters"]})
    made.cells = [parameters, nbformat.v4.new_code_cell(source)]
    nbformat.write(made, folder / "01_uji.ipynb")
    return folder / "01_uji.ipynb"


def shown(path: Path) -> list[str]:
    """What the cells of a chapter show as text."""
    with scratch() as folder:
        (notebook,) = run.run([path], {}, DATA, folder).values()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [output.data["text/plain"] for output in outputs]


@pytest.fixture
def forking():
    zygote.keep()
    yield zygote._kept[0]
    zygote.let_go()


@pytest.fixture
def stock_state(tmp_path) -> list[str]:
    return shown(chapter(tmp_path / "bab", STATE.replace("OWN", repr(OWN))))


def test_a_chapter_finds_in_a_forked_kernel_what_it_finds_in_a_stock_one(
    stock_state, tmp_path, forking
):
    forked = ast.literal_eval(shown(tmp_path / "bab/01_uji.ipynb")[0])
    stock = ast.literal_eval(stock_state[0])
    assert {key: forked[key] for key in stock if forked[key] != stock[key]} == {}


def test_two_forked_kernels_draw_other_numbers_and_share_no_name(tmp_path, forking):
    path = chapter(
        tmp_path / "bab",
        "import random, numpy, pandas\nhas = hasattr(pandas, 'sisa')\npandas.sisa = 1\n"
        "[random.random(), numpy.random.random(), has]",
    )
    first, second = (json.loads(shown(path)[0].replace("False", "0")) for _ in range(2))
    assert first[:2] != second[:2]
    assert (first[2], second[2]) == (0, 0)


def test_the_zygote_has_one_thread_and_leaves_no_process_and_no_file(tmp_path, forking):
    path = chapter(tmp_path / "bab", "1")
    shown(path)
    process = psutil.Process(forking._process.pid)
    assert process.num_threads() == 1
    assert process.children() == []
    files = psutil.Process().num_fds()
    shown(path)
    assert psutil.Process().num_fds() == files
    zygote.let_go()
    assert not psutil.pid_exists(process.pid)


def test_a_forked_kernel_that_dies_is_told_and_the_next_report_has_another(tmp_path, forking):
    path = chapter(tmp_path / "bab", "import os; os._exit(1)")
    with pytest.raises(ChapterError, match="kernel"):
        shown(path)
    assert shown(chapter(tmp_path / "bab", "1 + 1")) == ["2"]


def test_without_its_zygote_a_kernel_is_started_as_ever(tmp_path, forking):
    forking._process.kill()
    forking._process.wait()
    assert shown(chapter(tmp_path / "bab", "1 + 1")) == ["2"]
    assert not zygote.kept()


OWNER = """
import os, signal, sys
from pathlib import Path
from lkipnb.report import run, zygote
from lkipnb.storage.scratch import scratch
zygote.keep()
with scratch() as folder, run.warm(Path(sys.argv[1]), folder) as kernel:
    kernel.client.execute("1", silent=True, reply=True, timeout=60)
    print(zygote._kept[0]._process.pid, kernel.manager.provisioner.pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_zygote_and_its_kernel_end_when_their_process_is_killed():
    command = [sys.executable, "-c", OWNER, str(DATA)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    left = [psutil.Process(int(pid)) for pid in done.stdout.split() if psutil.pid_exists(int(pid))]
    assert len(done.stdout.split()) == 2
    assert psutil.wait_procs(left, timeout=60)[1] == []


def test_the_zygote_imports_what_the_kernel_would(tmp_path):
    assert set(warming.LIBRARIES) >= {"altair", "lkipnb.workbook"}
    assert zygote_process.main.__doc__
