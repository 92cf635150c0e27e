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
# Packages whose modules are steps of one thing: the tests of that thing name no step.
STEPS = {
    "lkipnb.audit.diagnosis": "tests/unit/audit/test_audit.py",
    "lkipnb.check": "tests/unit/check/test_bad_input.py",
    "lkipnb.cli": "tests/unit/test_cli.py",
    "lkipnb.exchange.kinerja": "tests/unit/exchange/test_kinerja.py",
    "lkipnb.exchange.lra": "tests/spec/test_lra.py",
    "lkipnb.exchange.terisi": "tests/unit/exchange/test_filled_forms.py",
    "lkipnb.explore.panel": "tests/unit/explore/test_panel.py",
    "lkipnb.present.sandbox": "tests/unit/present/test_sandbox.py",
    "lkipnb.report.lineage": "tests/report/test_lineage.py",
}
# Modules that no test names yet, one a line.  The list only gets shorter.
NOT_YET = frozenset(
    (UNIT / "not_named_yet.txt").read_text(encoding="utf-8").split(),
)


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


# Packages whose modules are steps of one thing have their tests beside those of that thing.
TOGETHER = ("audit/", "calculate/", "cli", "exchange/", "present/", "report/")


def mirrored(module: str) -> list[Path]:
    """The tests in the place of a module: the folder of its package, and what lies below."""
    package = "/".join(module.split(".")[1:-1])
    if package.startswith(TOGETHER):
        package = package.partition("/")[0]
    if not package:
        return list(UNIT.glob("*.py"))
    return [
        test
        for folder in (UNIT / package, *BESIDE.get(package, []))
        for test in folder.rglob("*.py")
    ]


def has_tests(module: str) -> bool:
    own = PACKAGE.joinpath(*module.split(".")[1:])
    places = mirrored(module) + (list((UNIT / own.name).rglob("*.py")) if own.is_dir() else [])
    return any(module in named(test) for test in places)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_with_logic_is_named_by_a_test_in_its_place(module):
    package = module if module in STEPS else module.rpartition(".")[0]
    if package not in STEPS:
        place = "/".join(("tests/unit", *module.split(".")[1:-1]))
        assert has_tests(module) or module in NOT_YET, f"no test in {place} names {module}"


def test_what_is_not_named_yet_is_there_and_named_by_no_test():
    assert MODULES.keys() >= NOT_YET
    assert [module for module in sorted(NOT_YET) if has_tests(module)] == []


def test_the_tests_of_what_has_steps_are_there():
    assert [test for test in STEPS.values() if not (ROOT / test).is_file()] == []
