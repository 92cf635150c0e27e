"""Texts compared as a reader compares them: without letter case, odd spaces and dashes."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_NOTHING = re.compile("[\u200b\u2060\ufeff\u00ad]")  # pasted along with a text; shows nothing
_BETWEEN = re.compile(r"[\s_\-\u2010-\u2015\u2212]+")
_LINE_SPACES = re.compile("[^\\S\n]+|\u00a0+")


def bersih(text: str) -> str:
    """The text with plain spaces and without what shows nothing; its lines stay."""
    visible = _NOTHING.sub("", text)
    return _LINE_SPACES.sub(" ", visible).strip()


def satu_baris(text: str) -> str:
    """The text on one line, with single spaces."""
    return _SPACES.sub(" ", _NOTHING.sub("", text)).strip()


def sama(text: str) -> str:
    """What two spellings of one word have in common."""
    return _BETWEEN.sub("-", satu_baris(text).casefold()).strip("-")


def pilih(text: str, known: Iterable[str]) -> str | None:
    """The one of `known` that a text spells, if it is the only one."""
    wanted = sama(text)
    found = {name for name in known if sama(name) == wanted}
    if len(found) == 1:
        return found.pop()
    return None
