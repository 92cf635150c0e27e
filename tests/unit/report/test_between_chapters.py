"""What one chapter sets the next one does not find, and what it looks at is known."""

from __future__ import annotations

import json
import subprocess
import sys

from lkipnb.report import emptied, looking

SET = """
import decimal, locale, os, random, sys, warnings
import altair, pandas
from lkipnb.report import emptied

def state():
    return [
        pandas.get_option("display.precision"), pandas.get_option("styler.format.decimal"),
        altair.renderers.active, altair.theme.active, altair.data_transformers.active,
        decimal.getcontext().prec, locale.setlocale(locale.LC_ALL), os.environ.get("RAHASIA"),
        os.getcwd(), list(sys.path), len(warnings.filters), random.random(),
    ]

random.seed(1)
emptied.remember()
before = state()
pandas.set_option("display.precision", 2)
pandas.set_option("styler.format.decimal", ",")
altair.renderers.enable("json")
altair.theme.enable("dark")
altair.data_transformers.disable_max_rows()
decimal.getcontext().prec = 3
os.environ["RAHASIA"] = "1"
os.chdir("/")
sys.path.append("/")
warnings.simplefilter("error")
during = state()
emptied.restore()
print([one != other for one, other in zip(before, during)].count(True))
print(state() == before)
"""
LOOK = """
import os, sqlite3, sys
from pathlib import Path
from lkipnb.report import looking

own = Path(sys.argv[1])
looking.start()
sys.path.append(str(own))
(own / "awal.csv").read_text()
import modul_sendiri
looking.begin()
(own / "bab.csv").read_text()
import lkipnb.bilangan, json.tool
sqlite3.connect(own / "data.sqlite")
list((own / "isi").iterdir())
open(0, closefd=False).close()
os.system("true")
print(looking.seen())
"""


def run(program: str, *arguments: object) -> str:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout


def test_what_a_chapter_sets_for_the_process_is_taken_back():
    changed, restored = run(SET).split()
    assert int(changed) >= 9
    assert restored == "True"
    assert emptied.restore.__doc__


def test_what_is_looked_at_is_told_but_for_the_program_and_what_it_began_with(tmp_path):
    for name in ("awal.csv", "bab.csv"):
        (tmp_path / name).write_text("a")
    (tmp_path / "modul_sendiri.py").write_text("x = 1")
    (tmp_path / "isi").mkdir()
    told = json.loads(run(LOOK, tmp_path))
    home = tmp_path.resolve()
    compiled = [path for path in told if path.endswith(".pyc")]
    assert sorted(set(told) - set(compiled)) == sorted(
        [
            f"{home}/bab.csv",
            f"{home}/data.sqlite",
            f"{home}/isi/",
            f"{home}/modul_sendiri.py",
            "os.system",
        ]
    )
    assert looking.seen.__doc__
