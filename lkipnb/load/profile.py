"""`profil.yaml`: the agency described, checked against its model."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import ValidationError

from lkipnb.errors import Fault
from lkipnb.load.berkas import isi, teks
from lkipnb.load.polos import TidakPolos, urai
from lkipnb.model import Profil

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

FILE = "profil.yaml"
MOST_BYTES = 100_000

_OTHERWISE = "isinya tidak sesuai; lihat docs/data-dictionary.md"
_GROUP = "diharapkan beberapa isian di bawahnya, masing-masing dengan nama dan titik dua"
_EXPECTED = {
    "missing": "isian ini wajib ada",
    "extra_forbidden": "isian ini tidak dikenal",
    "string_type": "diharapkan teks",
    "string_pattern_mismatch": "bentuknya tidak sesuai; lihat docs/data-dictionary.md",
    "literal_error": "diharapkan {expected}",
    "greater_than": "diharapkan lebih dari {gt}",
    "less_than_equal": "diharapkan paling banyak {le}",
    "model_type": _GROUP,
    "mapping_type": _GROUP,
    "tuple_type": "diharapkan daftar, satu butir per baris dengan tanda hubung di depannya",
}


def read(path: Path, file: str) -> tuple[Profil | None, list[Fault]]:
    """The profile, or None and every fault in it; `row` of a fault is the line, `column` the dotted
    field.
    """
    if not os.path.lexists(path):
        return None, [Fault(file, None, None, None, "berkas tidak ada")]
    content, unread = isi(path, file, MOST_BYTES, path.parents[1])
    text, undecoded = teks(content, file)
    if unread or undecoded:
        return None, unread + undecoded
    try:
        typed = urai(text)
    except TidakPolos as error:
        return None, [Fault(file, error.line, None, None, error.reason)]
    try:
        return Profil.model_validate(typed.isi), []
    except ValidationError as error:
        return None, faults(error, file, typed.baris)


def faults(
    error: ValidationError, file: str, lines: Mapping[str, int] = MappingProxyType({})
) -> list[Fault]:
    """Every fault of a profile or a part of it; `lines` are those of its dotted fields."""
    return [_fault(file, detail, lines) for detail in error.errors()]


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


def _fault(file: str, detail: ErrorDetails, lines: Mapping[str, int]) -> Fault:
    field = ".".join(map(str, detail["loc"]))
    return Fault(file, lines.get(field), field or None, _typed(detail), _reason(detail))


def _typed(detail: ErrorDetails) -> str | None:
    """The text that was typed; None for a group, and for what is missing."""
    value = detail["input"]
    if isinstance(value, str) and detail["type"] != "missing":
        return value
    return None


def _reason(detail: ErrorDetails) -> str:
    own = _OTHERWISE
    if detail["type"] == "value_error":
        own = detail["msg"].removeprefix("Value error, ")
    return _EXPECTED.get(detail["type"], own).format(**detail.get("ctx", {}))
