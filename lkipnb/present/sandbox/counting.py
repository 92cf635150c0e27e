"""Loops, conditions, names given and joined texts, led through filters that count them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from lkipnb.present.sandbox.bounds import Takaran
from lkipnb.present.sandbox.values import refuse_undefined, shown
from lkipnb.schemas.templat import Ditolak

# Names that no template can write, for the grammar has no such names of filters.
_EACH, _STEP, _JOIN = "-tiap", "-langkah", "-sambung"


class Terhitung(NodeTransformer):
    """The tree of a template with every loop, condition, named value and joined text counted."""

    def visit_For(self, node: nodes.For) -> nodes.For:
        self.generic_visit(node)
        node.iter = _through(_EACH, node.iter)
        if node.test is not None:
            node.test = _through(_STEP, node.test)
        return node

    def visit_If(self, node: nodes.If) -> nodes.If:
        self.generic_visit(node)
        node.test = _through(_STEP, node.test)
        return node

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.CondExpr:
        self.generic_visit(node)
        node.test = _through(_STEP, node.test)
        return node

    def visit_Assign(self, node: nodes.Assign) -> nodes.Assign:
        self.generic_visit(node)
        node.node = _through(_STEP, node.node)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno, environment=node.environment)
        return _through(_JOIN, parts)


def counting_filters(takaran: Takaran) -> Mapping[str, Callable[..., object]]:
    """The filters that `Terhitung` names."""

    def each(items: object) -> Iterator[object]:
        refuse_undefined(items)
        if not isinstance(items, tuple | Mapping):
            raise Ditolak(f"hanya daftar yang dapat diulang, bukan {shown(items)}")
        for item in items:
            takaran.langkah()
            yield item

    def step(value: object) -> object:
        takaran.langkah()
        return value

    def join(parts: Iterable[object]) -> str:
        texts = [str(part) for part in parts]
        takaran.langkah()
        takaran.hasil(sum(map(len, texts)))
        return "".join(texts)

    return {_EACH: each, _STEP: step, _JOIN: join}


def _through(name: str, node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(
        node, name, [], [], None, None, lineno=node.lineno, environment=node.environment
    )
