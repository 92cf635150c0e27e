"""Which single changes of the program no test sees: mutants of `load/numbers`, `calculate/` and
`audit/`, run against the quick tests that cover them.

One operator, comparison, constant or condition is changed at a time, in a copy of the repository
that is thrown away; a mutant that fails no test survives and is listed.  The sample is seeded, so
the list is the same each time.  Those that change nothing that anybody could see stand in
`mutasi-setara.yaml`, each with its reason, and are not listed.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import contextlib
import copy
import importlib
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
EQUIVALENT = Path(__file__).with_name("mutasi-setara.yaml")
SEED, EACH = 20201231, 60  # mutants of each part
# What is changed, and the tests that should see it.
PARTS: dict[str, tuple[str, ...]] = {
    "lkipnb/load/numbers.py": (
        "tests/unit/load/test_numbers.py",
        "tests/properties/test_numbers.py",
    ),
    "lkipnb/calculate": (
        "tests/spec/test_spec.py",
        "tests/golden",
        "tests/properties/test_results.py",
        "tests/unit/calculate",
    ),
    "lkipnb/audit": (
        "tests/unit/audit/test_usul_dan_sebab.py",
        "tests/unit/audit",
    ),
}
LEFT_OUT = ("*.pyc", "__pycache__", ".venv", ".git", ".*_cache", ".hypothesis", "reports")
SHARED = ("pandas", "pydantic", "openpyxl", "hypothesis", "babel.numbers", "yaml", "lxml", "pytest")
QUICK = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:nbval", "--no-header")
MOST_CPU, MOST_WALL = 120, 900  # seconds of one mutant; an endless loop is seen
COMPARED = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
COMPUTED = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}
NAMED = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutan:
    """One change: the module, the line, what stood there, what stands there now, the new source."""

    modul: str
    baris: int
    semula: str
    menjadi: str
    isi: str

    def __str__(self) -> str:
        return f"{self.modul}:{self.baris}: {self.semula}  ->  {self.menjadi}"


def mutants(root: Path, module: Path) -> Iterator[Mutan]:
    """Every change of a module, in the order of its lines."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    name = module.relative_to(root).as_posix()
    for at, node in enumerate(ast.walk(tree)):
        for change in _changes(node):
            changed = copy.deepcopy(tree)
            new = next(other for n, other in enumerate(ast.walk(changed)) if n == at)
            change(new)
            if not _is_passive(tree, node):
                told = ast.unparse(node), ast.unparse(new)
                yield Mutan(name, node.lineno, *told, ast.unparse(changed))


def _is_passive(tree: ast.Module, node: ast.AST) -> bool:
    """Whether the node is part of a decorator or of an annotation."""
    passive = (
        part
        for owner in ast.walk(tree)
        for part in (
            *getattr(owner, "decorator_list", ()),
            getattr(owner, "annotation", None),
            getattr(owner, "returns", None),
        )
        if part is not None
    )
    return any(node is inner for part in passive for inner in ast.walk(part))


def _changes(node: ast.AST) -> Iterator:
    """What can be done to a copy of the node."""
    match node:
        case ast.Compare(ops=ops):
            for n, op in enumerate(ops):
                if type(op) in COMPARED:
                    yield lambda new, n=n, op=op: new.ops.__setitem__(n, COMPARED[type(op)]())
        case ast.BinOp(op=op) if type(op) in COMPUTED:
            yield lambda new: setattr(new, "op", COMPUTED[type(op)]())
        case ast.BoolOp(op=op):
            other = ast.Or if isinstance(op, ast.And) else ast.And
            yield lambda new: setattr(new, "op", other())
        case ast.Constant(value=bool() as value):
            yield lambda new: setattr(new, "value", not value)
        case ast.Constant(value=int() as value):
            yield lambda new: setattr(new, "value", value + 1)
        case ast.Call(func=ast.Name(id=name)) if name in NAMED:
            yield lambda new: setattr(new.func, "id", NAMED[name])
        case ast.If(test=test) | ast.IfExp(test=test) if not isinstance(test, ast.Compare):
            yield lambda new: setattr(new, "test", ast.UnaryOp(ast.Not(), new.test))


def sample(root: Path, part: str, most: int, seed: int) -> list[Mutan]:
    """Some of the mutants of a module or of a folder of modules."""
    place = root / part
    modules = [place] if place.is_file() else sorted(place.rglob("*.py"))
    found = [mutant for module in modules for mutant in mutants(root, module)]
    chosen = random.Random(f"{seed} {part}").sample(range(len(found)), min(most, len(found)))
    return [found[n] for n in sorted(chosen)]


def survives(mutant: Mutan, root: Path, tests: Sequence[str]) -> bool:
    """Whether all tests pass although the change is made."""
    path = root / mutant.modul
    before = path.read_bytes()
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()
    path.write_text(mutant.isi, encoding="utf-8")
    try:
        return passes(root, tests)
    finally:
        path.write_bytes(before)


def passes(root: Path, tests: Sequence[str]) -> bool:
    """Whether the tests pass, in a process of their own that begins with the libraries loaded."""
    child = os.fork()
    if child == 0:
        code = 1
        with contextlib.suppress(BaseException):
            code = _tested(root, tests)
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _tested(root: Path, tests: Sequence[str]) -> int:
    import pytest

    signal.alarm(MOST_WALL)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU, MOST_CPU))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    return int(pytest.main([*QUICK, f"--rootdir={root}", *(str(root / test) for test in tests)]))


def copied(folder: Path) -> Path:
    """A copy of the repository, whose modules are compiled and come before those of this one."""
    root = folder / "lkipnb"
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*LEFT_OUT))
    compileall.compile_dir(root / "lkipnb", quiet=2)
    (folder / "tmp").mkdir()
    os.environ |= {"TMPDIR": str(folder / "tmp"), "PYTHONPATH": str(root)}
    tempfile.tempdir = None
    sys.path[0] = str(root)  # in place of the folder of this file
    sys.dont_write_bytecode = True
    os.chdir(root)
    for name in SHARED:
        importlib.import_module(name)
    return root


def equivalent() -> set[tuple[str, str, str]]:
    """The changes that nobody could see: module, before, after."""
    told = yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or []
    return {(entry["modul"], entry["semula"], entry["menjadi"]) for entry in told}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("bagian", nargs="*", help="modul atau folder modul; tanpa ini semua")
    parser.add_argument("--tes", nargs="+", help="tes yang dijalankan, bila bukan yang biasa")
    parser.add_argument("--banyak", type=int, default=EACH, help="mutan per bagian")
    parser.add_argument("--benih", type=int, default=SEED)
    told = parser.parse_args()
    known = equivalent()
    left = []
    with tempfile.TemporaryDirectory(prefix="mutasi-") as folder:
        root = copied(Path(folder))
        for part in told.bagian or PARTS:
            tests = told.tes or PARTS[part]
            if not passes(root, tests):
                parser.error(f"tes untuk {part} gagal tanpa perubahan apa pun")
            chosen = sample(root, part, told.banyak, told.benih)
            alive = [mutant for mutant in chosen if survives(mutant, root, tests)]
            new = [m for m in alive if (m.modul, m.semula, m.menjadi) not in known]
            print(f"{part}: {len(chosen)} mutan, {len(alive) - len(new)} setara, {len(new)} hidup")
            for mutant in new:
                print(f"  {mutant}", flush=True)
            left += new
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
