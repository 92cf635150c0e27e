"""Generated pages are fresh; the README says what is true."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from shipped import DATA

ROOT = Path(__file__).parents[2]


def generator():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["calculation-cases.md", "data-dictionary.md", "measures.md"])
def test_a_generated_page_is_fresh(page):
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == generator().PAGES[page](), (
        "run: make docs"
    )


@pytest.mark.parametrize("readme", ["README.md", "README.id.md"])
def test_every_link_and_folder_in_the_readme_exists(readme):
    text = (ROOT / readme).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (ROOT / target).exists(), target
    for path in re.findall(r"`((?:lkipnb|tests|docs|notebooks|data|benchmarks)/[\w./]*)`", text):
        assert (ROOT / path).exists(), path


def test_the_two_readmes_give_the_same_commands():
    blocks = [
        re.findall(r"```sh\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.S)
        for name in ("README.md", "README.id.md")
    ]
    commands = [
        [line.split("#")[0].strip() for block in found for line in block.splitlines()]
        for found in blocks
    ]
    assert commands[0] == commands[1]


def test_a_path_of_a_machine_stands_nowhere():
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "notebooks").glob("*.ipynb"),
        *DATA.rglob("*.*"),
    ]:
        assert str(ROOT) not in path.read_text(encoding="utf-8"), path
