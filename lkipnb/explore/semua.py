"""Every table and picture of the report, by the call that makes it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import partial

from lkipnb.present.block import Gambar
from lkipnb.present.tabel.data import Tabel

Block = Tabel | Gambar
Call = Callable[[], Block | None]


def semua(blocks: object, sasaran: Iterable[str]) -> dict[str, Call]:
    """What makes each table or picture, once or for each sasaran; `blocks` is `lk.tabel` or
    `lk.gambar`.  A call gives None where the data have nothing to show.
    """
    goals = list(sasaran)
    made: dict[str, Call] = {}
    for name in dir(blocks):
        if not name.startswith("_"):
            made |= _calls(name, getattr(blocks, name), goals)
    return made


def _calls(name: str, method: Callable[..., Block | None], sasaran: list[str]) -> dict[str, Call]:
    if not inspect.signature(method).parameters:
        return {name: method}
    return {f"{name} {kode}": partial(method, kode) for kode in sasaran}
