"""A command loads what it needs: the modules are counted, for seconds differ from machine to
machine.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOADED = """
import io, sys
from contextlib import redirect_stdout
from lkipnb.cli import main

with redirect_stdout(io.StringIO()):
    code = main(sys.argv[1:])
assert code == 0, code
print(*{name.partition(".")[0] for name in sys.modules})
"""
# What runs chapters, draws pictures, and reads or writes Excel.
HEAVY = {
    "IPython",
    "PIL",
    "altair",
    "dask",
    "distributed",
    "fsspec",
    "ipykernel",
    "jsonschema",
    "jupyter_client",
    "nbclient",
    "nbconvert",
    "nbformat",
    "openpyxl",
    "papermill",
    "pypandoc",
    "rich",
    "typst",
    "vl_convert",
    "xlsxwriter",
}
TABLES = {"babel", "jinja2", "lxml", "mistune", "numpy", "pandas", "pydantic", "yaml"}


def loaded(*arguments: str) -> set[str]:
    """The top-level modules that a command of the program leaves loaded."""
    run = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "arguments", [("--help",), ("report", "--help"), ("batch", "--help"), ("import", "--help")]
)
def test_help_loads_click_and_little_else(arguments):
    names = loaded(*arguments)
    assert not names & (HEAVY | TABLES)


def test_check_loads_nothing_that_runs_or_draws_chapters():
    assert not loaded("check", "2020") & HEAVY
