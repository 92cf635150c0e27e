"""The glossary knows the words of the names that the packages offer."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "lkipnb"
GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
# Words of plain English or of Python.
ENGLISH = frozenset(
    [
        "all",
        "applicable",
        "cli",
        "contracts",
        "dataset",
        "fields",
        "folder",
        "hints",
        "main",
        "not",
        "open",
        "prose",
        "reference",
        "relations",
        "tables",
        "total",
        "workbook",
    ]
)
RULES = PACKAGE / "audit" / "aturan"  # each rule has its own words in docs/audit.md
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def offered() -> Iterator[str]:
    """The names that the packages offer."""
    for init in sorted(PACKAGE.rglob("__init__.py")):
        if init.parent == RULES:
            continue
        for node in ast.walk(ast.parse(init.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("lkipnb"):
                yield from (alias.asname or alias.name for alias in node.names)


@pytest.mark.parametrize("name", sorted(set(offered())))
def test_every_word_of_an_offered_name_is_in_the_glossary_or_plain_english(name):
    known = set(re.findall(r"[a-z]+", GLOSSARY.lower())) | ENGLISH
    assert [word for word in WORD.findall(name) if word.lower() not in known] == []


def test_every_row_of_the_glossary_has_as_many_cells_as_its_head():
    wide = 0
    for line in GLOSSARY.splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line))
        wide = cells if cells and not wide else wide
        assert cells in (0, wide), line
        wide = wide if cells else 0
