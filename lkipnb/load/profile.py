"""`profil.yaml`: the agency described, checked against its model.

Only the plain part of YAML is read: maps, lists, and scalars that stay the text that was typed, so
`0383` and `2021-01-29` are what they look like.  Tags, anchors, aliases, double keys and deep
nesting are refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar

import yaml
from pydantic import ValidationError

from lkipnb.errors import Fault
from lkipnb.load.berkas import isi, teks
from lkipnb.model import Profil
from lkipnb.tersembunyi import pertama, sebab

FILE = "profil.yaml"
MOST_BYTES = 100_000
MOST_DEPTH = 4  # the profile itself, a group, a period, a year

_NULL = "tag:yaml.org,2002:null"
_BROKEN = "susunan YAML rusak; periksa spasi di awal baris, titik dua, dan tanda petik"
_OTHERWISE = "isinya tidak sesuai; lihat docs/data-dictionary.md"
_EXPECTED = {
    "missing": "isian ini wajib ada",
    "extra_forbidden": "isian ini tidak dikenal",
    "string_type": "diharapkan teks",
    "string_pattern_mismatch": "bentuknya tidak sesuai; lihat docs/data-dictionary.md",
    "literal_error": "diharapkan {expected}",
    "greater_than": "diharapkan lebih dari {gt}",
    "less_than_equal": "diharapkan paling banyak {le}",
    "model_type": "diharapkan beberapa isian di bawahnya, masing-masing dengan nama dan titik dua",
    "mapping_type": (
        "diharapkan beberapa isian di bawahnya, masing-masing dengan nama dan titik dua"
    ),
    "tuple_type": "diharapkan daftar, satu butir per baris dengan tanda hubung di depannya",
}


class _Refused(yaml.MarkedYAMLError):
    """What is YAML, but has no place in a profile."""


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag == _NULL]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    depth = 0

    def compose_node(self, parent, index):
        event = self.peek_event()
        if getattr(event, "anchor", None):
            raise _refusal(
                "memakai jangkar atau rujukan YAML (& atau *); tulis isinya", event.start_mark
            )
        if getattr(event, "tag", None):
            raise _refusal("memakai tanda tipe YAML (!); tulis teksnya saja", event.start_mark)
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise _refusal("isian bertingkat terlalu dalam", event.start_mark)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def compose_scalar_node(self, anchor):
        node = super().compose_scalar_node(anchor)
        if character := pertama(node.value):
            raise _refusal(sebab(character), node.start_mark)
        return node

    def compose_mapping_node(self, anchor):
        node = super().compose_mapping_node(anchor)
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _refusal("nama isian harus teks", key.start_mark)
            if key.value in seen:
                raise _refusal(f"isian {key.value[:80]} tertulis dua kali", key.start_mark)
            seen.add(key.value)
        return node


def _refusal(reason: str, mark: yaml.Mark) -> _Refused:
    return _Refused(None, None, reason, mark)


def read(path: Path, file: str) -> tuple[Profil | None, list[Fault]]:
    """The profile, or None and every fault in it; `row` of a fault is the line, `column` the dotted
    field.
    """
    if not os.path.lexists(path):
        return None, [Fault(file, None, None, None, "berkas tidak ada")]
    content, faults = isi(path, file, MOST_BYTES, path.parents[1])
    text, more = teks(content, file)
    if faults := faults + more:
        return None, faults
    try:
        typed, lines = _parsed(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = error.problem if isinstance(error, _Refused) else _BROKEN
        return None, [Fault(file, mark.line + 1 if mark else None, None, None, reason)]
    try:
        return Profil.model_validate(typed), []
    except ValidationError as error:
        return None, [_fault(file, detail, lines) for detail in error.errors()]


def _parsed(text: str) -> tuple[object, dict[str, int]]:
    """The content, and the line of each dotted field.  Raises yaml.YAMLError."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        return (loader.construct_document(node), dict(_lines(node, ""))) if node else (None, {})
    finally:
        loader.dispose()


def _lines(node: yaml.Node, above: str) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield above + key.value, key.start_mark.line + 1
            yield from _lines(value, f"{above}{key.value}.")


def told(profil: Profil) -> dict[str, str]:
    """Every text of a profile by its dotted field; of a list, its entries as `a; b`."""
    return dict(_flat(profil.model_dump(mode="json"), ""))


def _flat(content: Mapping[str, object], above: str) -> Iterator[tuple[str, str]]:
    for name, value in content.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name}.")
        elif isinstance(value, list):
            yield above + name, "; ".join(map(str, value))
        elif value is not None:
            yield above + name, str(value)


def _fault(file: str, detail: dict, lines: dict[str, int]) -> Fault:
    field = ".".join(map(str, detail["loc"])) or None
    value = (
        None
        if detail["type"] == "missing" or not isinstance(detail["input"], str)
        else detail["input"]
    )
    own = (
        detail["msg"].removeprefix("Value error, ")
        if detail["type"] == "value_error"
        else _OTHERWISE
    )
    reason = _EXPECTED.get(detail["type"], own).format(**detail.get("ctx", {}))
    return Fault(file, lines.get(field or ""), field, value, reason)
