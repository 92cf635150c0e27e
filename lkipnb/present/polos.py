"""Plain values: what a template of prose may see, and nothing that acts.

Whatever stands behind a value - a model, a frame, a dataclass - becomes mappings, tuples, numbers,
texts, truth values and None, all the way down.  A number keeps its origin (`lkipnb.asal`); no
template reaches it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from types import MappingProxyType

import numpy
import pandas as pd
from pydantic import BaseModel

from lkipnb.model import NotApplicable, RentangNilai

# Every kind of value that says something by itself; beside them there are only mappings and tuples.
TUNGGAL = (str, bool, int, float, Decimal, NotApplicable, RentangNilai)


@dataclass(frozen=True, slots=True)
class Panggilan:
    """A function that a template may call with words, by the name under which it is known."""

    nama: str
    fungsi: Callable[..., object]


class Nilai(Mapping[str, object]):
    """Values by name.  Those in `nanti` are made when first asked for, because they take their
    time.
    """

    def __init__(self, siap: Mapping[str, object], nanti: Mapping[str, Callable[[], object]]):
        self._siap = {name: polos(value) for name, value in siap.items()}
        self._nanti = dict(nanti)

    def __getitem__(self, name: str) -> object:
        if name in self._nanti:
            self._siap[name] = polos(self._nanti.pop(name)())
        return self._siap[name]

    def __iter__(self) -> Iterator[str]:
        return iter([*self._siap, *self._nanti])

    def __len__(self) -> int:
        return len(self._siap) + len(self._nanti)


def polos(value: object) -> object:
    """`value` as a plain value; mappings come out frozen.  Raises TypeError for what has none."""
    if value is None or isinstance(value, (*TUNGGAL, Panggilan)):
        return value
    if isinstance(value, numpy.generic):
        return value.item()
    if isinstance(value, Mapping):
        return MappingProxyType({key: polos(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(map(polos, value))
    if isinstance(value, set | frozenset):
        return tuple(map(polos, sorted(value)))
    return polos(_terurai(value))


def _terurai(value: object) -> object:
    """What has columns or fields, as rows or a mapping of them."""
    if isinstance(value, pd.DataFrame):
        return value.to_dict("records")
    if isinstance(value, BaseModel):
        names = list(type(value).model_fields)
    elif is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
    else:
        raise TypeError(f"{type(value).__name__} is no plain value")
    return {name: getattr(value, name) for name in names}
