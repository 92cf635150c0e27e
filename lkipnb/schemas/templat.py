"""The language of prose: what of Jinja a template may use, and how a breach of it is told.

Agency prose comes from strangers, by mail and in workbooks, so a template is refused unless every
piece of its grammar, every filter and every test stands on a list here.
"""

from __future__ import annotations

from decimal import Decimal

from jinja2 import Environment, TemplateError, TemplateNotFound, UndefinedError, nodes

MOST_TEXT = 100_000  # letters of one piece of agency prose, some forty pages
MOST_NODES, MOST_CHILDREN, DEEPEST = 20_000, 2_000, 60
DEEPEST_LOOPS = 6
MOST_AMOUNT = 10**30  # beyond any money or count, and far from what a number can take of memory
TOO_LONG = "memuat bilangan yang terlalu panjang"
# Filters by name; `present.format` and `present.sandbox` hold what they do.
FILTERS = frozenset(
    {
        "angka", "persen", "rupiah", "nilai", "tanggal", "terbilang", "daftar", "huruf_kecil",
        "huruf_besar", "length",
        "map", "selectattr", "rejectattr", "items", "capitalize", "list",
    }
)  # fmt: skip
TESTS = ("none", "defined", "undefined", "true", "false")

ALWAYS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign,
    nodes.Name, nodes.Const,
    nodes.Filter, nodes.Test, nodes.Getattr, nodes.Getitem, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or,
    nodes.Not, nodes.CondExpr, nodes.Concat, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.Neg, nodes.Pos,
    nodes.Call, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword,
)  # fmt: skip
# What a refused piece looks like to the person who typed it.
_WRITTEN = {
    "Include": "{% include %}", "Extends": "{% extends %}", "Import": "{% import %}",
    "FromImport": "{% from %}",
    "Macro": "{% macro %}", "CallBlock": "{% call %}", "FilterBlock": "{% filter %}",
    "Block": "{% block %}",
    "With": "{% with %}", "AssignBlock": "{% set %} … {% endset %}",
    "ScopedEvalContextModifier": "{% autoescape %}",
    "Pow": "**", "Mod": "%", "FloorDiv": "//", "Slice": "[awal:akhir]", "NSRef": "{% set a.b %}",
}  # fmt: skip
# By kind of node the fields that reach the page, directly or by a name.
_TWO: tuple[type, ...] = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div)
_SHOWS: dict[type, tuple[str, ...]] = {
    nodes.Template: ("body",), nodes.Output: ("nodes",), nodes.Assign: ("node",),
    nodes.For: ("iter", "body", "else_"), nodes.If: ("body", "elif_", "else_"),
    nodes.CondExpr: ("expr1", "expr2"), nodes.And: ("left", "right"), nodes.Or: ("left", "right"),
    nodes.Concat: ("nodes",), nodes.Filter: ("node", "args"), nodes.Getitem: ("node",),
    nodes.Getattr: ("node",), nodes.List: ("items",), nodes.Tuple: ("items",),
    nodes.Dict: ("items",), nodes.Pair: ("value",), nodes.Neg: ("node",), nodes.Pos: ("node",),
} | dict.fromkeys(_TWO, ("left", "right"))  # fmt: skip
_HIDDEN_NAMES = {"self", "caller", "varargs", "kwargs", "super"}


class Ditolak(TemplateError):
    """What a template may not do, in Indonesian; `lineno` where it is known before the template
    runs.
    """

    def __init__(self, message: str, lineno: int | None = None):
        super().__init__(message)
        self.lineno = lineno


def kesalahan(template: str) -> tuple[int | None, str] | None:
    """What is wrong with a template of an agency as it is written: the line and why; None for a
    good one.
    """
    if len(template) > MOST_TEXT:
        return None, f"teksnya melebihi {MOST_TEXT // 1000} ribu huruf"
    try:
        periksa(Environment(trim_blocks=True, lstrip_blocks=True).parse(template))
    except RecursionError:
        return None, "susunannya terlalu dalam"
    except TemplateError as error:
        return getattr(error, "lineno", None), penjelasan(error)
    except ValueError:
        return None, TOO_LONG
    return None


def bilangan_wajar(value: int | float | Decimal) -> bool:
    """Whether a number typed into a template, or made in it, is one that a report could print."""
    return -MOST_AMOUNT < value < MOST_AMOUNT


def terketik(template: str) -> list[str]:
    """The words and numbers typed into the code of a template that it may show, as a reader would
    see them; not those that only choose: keys, conditions, decimals, arguments of calls.

    Of a template that cannot be read nothing: what is wrong with it is told elsewhere.
    """
    try:
        waiting: list[nodes.Node] = [Environment().parse(template)]
    except (TemplateError, RecursionError, ValueError):
        return []
    found = []
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.Const):
            found += _as_read(node.value)
        waiting += [child for name in _SHOWS.get(type(node), ()) for child in _of(node, name)]
    return found


def _as_read(value: object) -> list[str]:
    """A typed value as a reader would see it; nothing of one that only chooses or is refused."""
    if isinstance(value, bool | None):
        return []
    if isinstance(value, int | float):
        return [str(value).replace(".", ",")] if bilangan_wajar(value) else []
    return [str(value)]


def _of(node: nodes.Node, field: str) -> list[nodes.Node]:
    """The nodes of a field, which holds one, several or none; a year counted from that of the
    report is no figure.
    """
    held = getattr(node, field)
    if isinstance(node, nodes.Add | nodes.Sub) and _is_year(node.left):
        return []
    if isinstance(node, nodes.Filter) and field == "args" and node.name != "nilai":
        return []
    return [each for each in (held if isinstance(held, list) else [held]) if each is not None]


def _is_year(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "tahun"


def penjelasan(error: TemplateError) -> str:
    """Our own sentence; what the parser says is English and of no help to who writes prose."""
    if isinstance(error, Ditolak | UndefinedError | TemplateNotFound):
        return str(error.message)
    return "penulisannya keliru; periksa pasangan {{ }} dan {% %}"


def periksa(tree: nodes.Template, allowed: tuple[type, ...] = ALWAYS) -> None:
    """Raise Ditolak for the first piece that is on no list; goes without recursion, so no depth
    harms.
    """
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 1, 0)]
    count = 0
    while waiting:
        node, depth, loops = waiting.pop()
        count += 1
        loops += isinstance(node, nodes.For)
        children = list(node.iter_child_nodes())
        if (
            count > MOST_NODES
            or len(children) > MOST_CHILDREN
            or depth > DEEPEST
            or loops > DEEPEST_LOOPS
        ):
            raise Ditolak("susunannya terlalu panjang atau terlalu dalam", node.lineno)
        fault = _fault(node, allowed)
        if fault is not None:
            raise Ditolak(fault, node.lineno)
        waiting += [(child, depth + 1, loops) for child in children]


def _fault(node: nodes.Node, allowed: tuple[type, ...]) -> str | None:
    """Why this piece of a template is refused, or None."""
    kind = type(node).__name__
    if type(node) not in allowed:
        return (
            f"{_WRITTEN.get(kind, kind)} tidak dipakai dalam narasi; yang ada {{% if %}}, {{% for"
            " %}, dan {% set %}"
        )
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        return f"“| {node.name}” tidak ada; yang ada: {', '.join(sorted(FILTERS))}"
    if isinstance(node, nodes.Test) and node.name not in TESTS:
        return f"“is {node.name}” tidak ada; yang ada: {', '.join(TESTS)}"
    if isinstance(node, nodes.Name) and (node.name in _HIDDEN_NAMES or node.name.startswith("_")):
        return f"nama “{node.name}” tidak ada"
    return _fault_of_shape(node)


def _fault_of_shape(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Const) and not _as_number(node.value):
        return TOO_LONG
    if isinstance(node, nodes.For) and node.recursive:
        return "{% for … recursive %} tidak dipakai dalam narasi"
    if isinstance(node, nodes.Call | nodes.Filter | nodes.Test) and _spreads(node):
        return "* dan ** tidak dipakai dalam narasi"
    if not _is_of_plain_parts(node):
        return "daftar yang diketik hanya memuat kata dan bilangan"
    return None


def _spreads(node: nodes.Call | nodes.Filter | nodes.Test) -> bool:
    """Whether a call is filled from a list or a mapping."""
    return bool(node.dyn_args or node.dyn_kwargs)


def _is_of_plain_parts(node: nodes.Node) -> bool:
    """Whether a list that is typed holds words and numbers only; true of what is no list."""
    if isinstance(node, nodes.Pair):
        return isinstance(node.key, nodes.Const) and isinstance(node.value, nodes.Const)
    if isinstance(node, nodes.Tuple) and node.ctx != "load":
        return True
    if isinstance(node, nodes.List | nodes.Dict | nodes.Tuple):
        return all(map(_plain, node.iter_child_nodes()))
    return True


def _as_number(value: object) -> bool:
    """Whether a typed value is no number, or one that a report could print."""
    return not isinstance(value, int | float) or bilangan_wajar(value)


def _plain(part: nodes.Node) -> bool:
    return isinstance(part, nodes.Const | nodes.Pair)
