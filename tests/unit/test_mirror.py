"""Every module with logic has tests that name it, in the folder of `tests/unit` that mirrors its
own.

A test names a module by importing it or something that its package offers of it, a table or a
picture as `lk.tabel.name`, a rule of the audit by its key.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "lkipnb"
UNIT = ROOT / "tests" / "unit"
# Cases in YAML are the unit tests of what is computed and of the layouts of budget exports.
BESIDE = {"calculate": [ROOT / "tests/spec"], "exchange/lra": [ROOT / "tests/spec"]}
# Packages whose modules a notebook or a rule calls by name: `lk.tabel.aset()`, `jumlah-anggaran`.
SHOWN = {"lkipnb.present.tabel.daftar": "tabel", "lkipnb.present.gambar.daftar": "gambar"}
RULES = "lkipnb.audit.aturan"
ELSEWHERE: dict[str, str] = {
    "lkipnb.__main__": "one line; tests/unit/test_cli.py starts it as a program",
}


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def has_logic(path: Path) -> bool:
    """Whether a function stands in the module; constants and declared tables are no logic."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(parsed(path)))


MODULES = {dotted(path): path for path in sorted(PACKAGE.rglob("*.py")) if has_logic(path)}


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, wherever in it."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def offered() -> dict[str, str]:
    """The names that a package offers, each with the module that it stands in."""
    return {
        f"{dotted(init)}.{alias.asname or alias.name}": node.module
        for init in PACKAGE.rglob("__init__.py")
        for node in ast.walk(parsed(init))
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


@cache
def named(path: Path) -> frozenset[str]:
    """The modules that a test names."""
    found = {offered().get(name, name) for name in imported(path)} | set(imported(path))
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
            found |= {f"{p}.{node.attr}" for p, of in SHOWN.items() if node.value.attr == of}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(f"{RULES}.{node.value.replace('-', '_')}")
    return frozenset(found)


def mirrored(module: str) -> list[Path]:
    """The tests in the place of a module: the folder of its package, and what lies below."""
    package = "/".join(module.split(".")[1:-1])
    if not package:
        return list(UNIT.glob("*.py"))
    return [
        test for folder in (UNIT / package, *BESIDE.get(package, [])) for test in folder.rglob("*.py")
    ]


def has_tests(module: str) -> bool:
    own = PACKAGE.joinpath(*module.split(".")[1:])
    places = mirrored(module) + (list((UNIT / own.name).rglob("*.py")) if own.is_dir() else [])
    return any(module in named(test) for test in places)


@pytest.mark.parametrize("module", sorted(MODULES.keys() - ELSEWHERE.keys()))
def test_a_module_with_logic_is_named_by_a_test_in_its_place(module):
    place = "/".join(("tests/unit", *module.split(".")[1:-1]))
    assert has_tests(module), f"no test in {place} names {module}"


def test_what_is_tested_elsewhere_is_there_and_named_by_no_test_in_its_place():
    assert ELSEWHERE.keys() <= MODULES.keys()
    assert [module for module in ELSEWHERE if has_tests(module)] == []
