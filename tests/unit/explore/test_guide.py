"""The guide, typed through: its command starts, its Python and its scenario give what it says."""

from __future__ import annotations

import contextlib
import re
import shlex
from pathlib import Path

import click.testing
import pytest
from shipped import DATA

import lkipnb
from lkipnb.cli import explore as commands
from lkipnb.cli.program import cli
from lkipnb.explore import jupyter, terapkan
from lkipnb.explore.berkas import baca, nama_berkas, tulis
from lkipnb.explore.panel.aplikasi import TAMPILAN

DOCS = Path(__file__).parents[3] / "docs"
GUIDES = [DOCS / "explore.md", DOCS / "explore.id.md"]
MEAN = "74,46%"


def block(guide: Path, kind: str) -> str:
    (found,) = re.findall(rf"```{kind}\n(.*?)```", guide.read_text(encoding="utf-8"), re.S)
    return found


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_its_command_is_one_and_asks_for_a_year_that_there_is(guide, monkeypatch):
    asked = []

    @contextlib.contextmanager
    def app(opd, tahun, data, port):
        asked.append((opd, tahun, port))
        yield jupyter.Alamat("http://127.0.0.1:1/")

    def stop(seconds):
        raise KeyboardInterrupt

    monkeypatch.setattr(jupyter, "aplikasi", app)
    monkeypatch.setattr(commands.time, "sleep", stop)
    arguments = shlex.split(block(guide, "sh"))[1:]
    result = click.testing.CliRunner().invoke(cli, [*arguments, "--data", str(DATA)])
    assert result.exit_code == 0, result.output
    assert "Buka di peramban: http://127.0.0.1:1/" in result.output
    assert asked == [("dinsos-flores-timur", 2020, 0)]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_its_scenario_and_its_python_give_the_mean_that_it_tells(guide, lk, monkeypatch):
    monkeypatch.setattr(lkipnb, "open", lambda opd, tahun: lk)
    *before, last = block(guide, "python").strip().splitlines()
    names: dict[str, object] = {}
    exec("\n".join(before), names)
    typed = eval(last, names)
    read = baca(block(guide, "yaml").encode())
    assert typed == terapkan(lk, read).results.capaian_opd
    assert f"{typed.capaian_persen:.2f}".replace(".", ",") + "%" == MEAN
    assert MEAN in guide.read_text(encoding="utf-8")
    assert nama_berkas(read.nama) in guide.read_text(encoding="utf-8")
    assert tulis(read) == block(guide, "yaml")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_it_names_every_view(guide):
    told = re.findall(r"^\| ([^|]+) \|", guide.read_text(encoding="utf-8"), re.M)[1:]
    assert told == list(TAMPILAN)
