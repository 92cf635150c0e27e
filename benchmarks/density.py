"""How much stands on a line of code: the measures of docs/decisions/0048, of any package.

    python benchmarks/density.py [FOLDER ...] [--worst]

Nodes of the syntax tree per line that holds code (no blank lines, comments, docstrings);
conditional expressions and `:=` per 100 functions; functions with more than ten ways through them;
the median function and module in lines.
"""

from __future__ import annotations

import argparse
import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
NO_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}
DOCUMENTED = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
BRANCH = ast.If | ast.For | ast.While | ast.ExceptHandler | ast.IfExp | ast.Assert
MOST_WAYS = 10


@dataclass(frozen=True)
class Module:
    """One file: its tree, and how many of its lines hold code."""

    path: Path
    tree: ast.Module
    lines: int

    def functions(self) -> list[FUNCTION]:
        return [node for node in ast.walk(self.tree) if isinstance(node, FUNCTION)]

    def count(self, kind: type[ast.AST]) -> int:
        return sum(isinstance(node, kind) for node in ast.walk(self.tree))


def modules(folder: Path) -> list[Module]:
    return [_module(path) for path in sorted(folder.rglob("*.py"))]


def _module(path: Path) -> Module:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    lines = set(_code(source)) - set(_docstrings(tree))
    return Module(path, tree, len(lines))


def _code(source: str) -> Iterator[int]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in NO_CODE:
            yield from range(token.start[0], token.end[0] + 1)


def _docstrings(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            text = node.body[0]
            yield from range(text.lineno, (text.end_lineno or text.lineno) + 1)


def ways(function: FUNCTION) -> int:
    """One, and one more for each branch, loop, part of a comprehension, `and` and `or`."""
    found = 1
    for node in ast.walk(function):
        if isinstance(node, BRANCH):
            found += 1
        elif isinstance(node, ast.comprehension):
            found += 1 + len(node.ifs)
        elif isinstance(node, ast.BoolOp):
            found += len(node.values) - 1
    return found


def measure(name: str, found: list[Module]) -> str:
    functions = [function for module in found for function in module.functions()]
    lines = sum(module.lines for module in found) or 1
    count = len(functions) or 1
    nodes = sum(sum(1 for _ in ast.walk(module.tree)) for module in found)
    choices = sum(module.count(ast.IfExp) for module in found)
    walrus = sum(module.count(ast.NamedExpr) for module in found)
    winding = sum(ways(function) > MOST_WAYS for function in functions)
    return (
        f"{name:16}{nodes / lines:6.2f} nodes a line, {lines:6} lines, {count:5} functions;"
        f" per 100 functions {100 * choices / count:5.1f} conditional expressions,"
        f" {100 * walrus / count:4.1f} :=; {100 * winding / count:4.1f} % over {MOST_WAYS} ways"
    )


def show(folder: Path, worst: bool) -> None:
    found = modules(folder)
    parts: dict[str, list[Module]] = {}
    for module in found:
        inside = module.path.relative_to(folder).parts
        parts.setdefault(inside[0] if len(inside) > 1 else ".", []).append(module)
    for name, own in sorted(parts.items()):
        print(measure(name, own))
    print(measure(folder.name.upper(), found))
    functions = [function for module in found for function in module.functions()]
    lengths = [(f.end_lineno or f.lineno) - f.lineno + 1 for f in functions]
    print(
        f"median function {median(lengths)} lines, median module {median(m.lines for m in found)}"
    )
    for module in found if worst else ():
        for function in module.functions():
            if ways(function) > MOST_WAYS:
                print(f"{ways(function):3} {module.path}:{function.lineno} {function.name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="*", type=Path, default=[ROOT / "lkipnb"])
    parser.add_argument("--worst", action="store_true", help="name the functions with many ways")
    asked = parser.parse_args()
    for folder in asked.folder:
        show(folder.resolve(), asked.worst)


if __name__ == "__main__":
    main()
