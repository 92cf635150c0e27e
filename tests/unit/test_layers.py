"""Data flows one way: a module imports from its own layer or from below."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "lkipnb"
LAYERS = {
    "bilangan": 0,
    "desimal": 0,
    "pribadi": 0,
    "rumus": 0,
    "tersembunyi": 0,
    "errors": 0,
    "asal": 0,
    "nilai": 0,
    "model": 0,
    "schemas": 0,
    "rules": 0,
    "storage": 0,
    "__init__": 0,
    "load": 1,
    "check": 2,
    "calculate": 3,
    "audit": 4,
    "present": 5,
    "workbook": 6,
    "exchange": 6,
    "report": 7,
    "batch": 8,
    "bahasa": 8,
    "cli": 8,
    "explore": 8,
    "__main__": 9,
}
ASIDE = {
    ("check", "calculate"),
    ("calculate", "check"),
    ("calculate", "load"),
    ("present", "load"),
    ("present", "check"),
}
# The front door of the package opens the workbook when it is called, so it is above nothing and
# below all.
MODULES = sorted(set(PACKAGE.rglob("*.py")) - {PACKAGE / "__init__.py"})


def part(module: str) -> str:
    pieces = module.split(".")
    return pieces[1] if len(pieces) > 1 else "__init__"


def imports(path: Path) -> set[str]:
    """The parts of lkipnb that a module imports anywhere, inside functions and for types too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "lkipnb":
            found |= (
                {part(f"{node.module}.{alias.name}") for alias in node.names}
                if node.module == "lkipnb"
                else {part(node.module)}
            )
        elif isinstance(node, ast.Import):
            found |= {
                part(alias.name) for alias in node.names if alias.name.split(".")[0] == "lkipnb"
            }
    return found & LAYERS.keys()


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_no_import_points_up(path):
    own = part("lkipnb." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts))
    for other in imports(path):
        assert LAYERS[other] <= LAYERS[own], f"{own} imports {other}"
        assert (own, other) not in ASIDE, f"{own} imports {other}"


def test_every_part_of_the_package_has_a_layer():
    assert {
        p.stem if p.is_file() else p.name
        for p in PACKAGE.iterdir()
        if p.suffix == ".py" or (p / "__init__.py").exists()
    } <= LAYERS.keys()


def test_what_the_command_line_says_passes_the_one_that_cleans_it():
    """The findings are clean before they get their colours."""
    bare = [
        path.name
        for path in sorted((PACKAGE / "cli").glob("*.py"))
        if "click.echo(" in path.read_text(encoding="utf-8").replace("click.echo(layar(", "")
    ]
    assert bare == []
