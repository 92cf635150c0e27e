"""The plain part of YAML: maps, lists, and scalars that stay the text that was typed, so `0383` and
`2021-01-29` are what they look like.

Tags, anchors, aliases, double keys and deep nesting are refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from lkipnb.tersembunyi import pertama, sebab

MOST_DEPTH = 4  # of a profile: itself, a group, a period, a year
MOST_NAME = 80  # characters of a name that a message tells

_NULL = "tag:yaml.org,2002:null"
_BROKEN = "susunan YAML rusak; periksa spasi di awal baris, titik dua, dan tanda petik"


@dataclass(frozen=True)
class Polos:
    """The content of a file, and the line of each dotted field."""

    isi: object
    baris: Mapping[str, int]


class TidakPolos(Exception):
    """The text cannot be read; says why, and in which line if that is known."""

    def __init__(self, reason: str, line: int | None):
        super().__init__(reason)
        self.reason = reason
        self.line = line


class _Refused(yaml.MarkedYAMLError):
    """What is YAML, but has no place here."""

    def __init__(self, reason: str, mark: yaml.Mark):
        super().__init__(problem=reason, problem_mark=mark)
        self.reason = reason


class _Loader(yaml.SafeLoader):
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None):
            reason = "memakai jangkar atau rujukan YAML (& atau *); tulis isinya"
            raise _Refused(reason, event.start_mark)
        if getattr(event, "tag", None):
            raise _Refused("memakai tanda tipe YAML (!); tulis teksnya saja", event.start_mark)
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise _Refused("isian bertingkat terlalu dalam", event.start_mark)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def compose_scalar_node(self, anchor: dict[str, yaml.Node]) -> yaml.ScalarNode:
        node = super().compose_scalar_node(anchor)
        unseen = pertama(node.value)
        if unseen:
            raise _Refused(sebab(unseen), node.start_mark)
        return node

    def compose_mapping_node(self, anchor: dict[str, yaml.Node]) -> yaml.MappingNode:
        node = super().compose_mapping_node(anchor)
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _Refused("nama isian harus teks", key.start_mark)
            if key.value in seen:
                told = key.value[:MOST_NAME]
                raise _Refused(f"isian {told} tertulis dua kali", key.start_mark)
            seen.add(key.value)
        return node


# Of all words that YAML would turn into numbers, dates and truth values only the empty one counts.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == _NULL]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def urai(text: str) -> Polos:
    """The content of a text.  Raises TidakPolos."""
    try:
        return _parsed(text)
    except _Refused as error:
        raise TidakPolos(error.reason, _line(error)) from error
    except yaml.YAMLError as error:
        raise TidakPolos(_BROKEN, _line(error)) from error


def _line(error: yaml.YAMLError) -> int | None:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else None


def _parsed(text: str) -> Polos:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return Polos(None, {})
        return Polos(loader.construct_document(node), dict(_lines(node, "")))
    finally:
        loader.dispose()


def _lines(node: yaml.Node, above: str) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield above + key.value, key.start_mark.line + 1
            yield from _lines(value, f"{above}{key.value}.")
