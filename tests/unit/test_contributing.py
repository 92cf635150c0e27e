"""What CONTRIBUTING says works when it is typed."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
import yaml
from kecil import buka, indikator, isi, kinerja, temuan

from lkipnb.audit import aturan, judging
from lkipnb.present import koleksi
from lkipnb.present.tabel import daftar

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SASARAN = [{"kode": "S1", "uraian": "Mutu naik"}, {"kode": "S2", "uraian": "Tata kelola membaik"}]

OWN = {
    "sasaran": SASARAN,
    "indikator": [indikator(), indikator(kode="B1", sasaran="S2")],
    "kinerja": [kinerja(), kinerja("B1")],
}


def modules() -> dict[str, str]:
    """The modules that the page shows, by their path."""
    blocks = re.findall(r"```python\n# (\S+)\n(.*?)```", TEXT, re.S)
    return dict(blocks)


@pytest.fixture
def typed(tmp_path, monkeypatch):
    """A module of the page, typed into a folder that its package looks through."""

    def make(path: str, package) -> object:
        name = Path(path).name
        (tmp_path / "paket").mkdir()
        (tmp_path / "paket" / name).write_text(modules()[path], encoding="utf-8")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path / "paket")])
        return importlib.import_module(f"{package.__name__}.{Path(name).stem}")

    yield make
    koleksi._names.cache_clear()


def test_the_table_of_the_page_is_shown_under_its_name(typed, tmp_path):
    koleksi._names.cache_clear()
    typed("lkipnb/present/tabel/daftar/sasaran_saja.py", daftar)
    lk = buka(tmp_path / "data", **OWN)
    assert isi(lk.tabel.sasaran_saja()) == [["Mutu naik"], ["Tata kelola membaik"]]


def test_the_rule_of_the_page_finds_what_it_says(typed, tmp_path, monkeypatch):
    rule = typed("lkipnb/audit/aturan/uraian_pendek.py", aturan)
    monkeypatch.setattr(judging, "ATURAN", (*aturan.ATURAN, rule.ATURAN))
    folder = tmp_path / "data"
    buka(folder, **OWN)
    assert [found.baris for found in temuan(folder, "uraian-pendek")] == [2]


def test_every_file_and_folder_of_the_page_exists():
    paths = re.findall(r"`((?:lkipnb|tests|docs|notebooks|data|schemas)/[\w./]+)`", TEXT)
    assert len(paths) > 15
    for path in paths:
        there = ROOT / ("lkipnb" if path.startswith("schemas/") else ".") / path
        assert there.exists() or path in modules(), path
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (ROOT / target).exists(), target


def test_every_target_of_make_that_the_page_names_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name in re.findall(r"^make ([\w-]+)", TEXT, re.M):
        assert re.search(rf"^{name}:", makefile, re.M), name


def test_the_hooks_fetch_nothing_and_run_what_the_environment_has():
    content = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (repo,) = content["repos"]
    assert repo["repo"] == "local"
    assert {hook["language"] for hook in repo["hooks"]} == {"system"}
    assert all(hook["entry"].startswith(".venv/bin/") for hook in repo["hooks"])
