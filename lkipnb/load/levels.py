"""Levels of a ladder, alone or with the score that stands beside them: `WTP`, `BB (72)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from lkipnb.load.numbers import NUMBER, NotANumber, read
from lkipnb.model import Tingkat

NO_LADDER = "jenjangnya belum diisi"
_SCORE = re.compile(rf"(?P<tingkat>[^()]*[^()\s])\s*\((?P<skor>{NUMBER})\)")
_LEVEL = re.compile(rf"(?P<skor>{NUMBER})\s*\((?P<tingkat>[^()0-9]+)\)")


def tingkat_dan_skor(text: str) -> tuple[str, Decimal] | None:
    """The level and the score of `BB (72)` or `72 (BB)`; None for any other text.

    Raises NotANumber for a score that cannot be read.
    """
    bare = text.strip()
    found = _SCORE.fullmatch(bare) or _LEVEL.fullmatch(bare)
    if found is None:
        return None
    return found["tingkat"].strip(), read(found["skor"])


def scored_level(text: str, ladder: Sequence[str]) -> str:
    """A level of the ladder; of `BB (72)` or `72 (BB)` with its score.  Raises NotANumber."""
    known = [own.lower() for own in ladder]
    if text.lower() in known:
        return level(text, ladder)
    scored = tingkat_dan_skor(text)
    if scored is None:
        return level(text, ladder)
    name, score = scored
    own = level(name, ladder)
    return Tingkat(own, own, score)


def level(text: str, ladder: Sequence[str]) -> str:
    """A level as the ladder spells it.  Raises NotANumber for one that is not on it."""
    for own in ladder:
        if own.lower() == text.lower():
            return own
    raise NotANumber(f"diharapkan salah satu dari: {', '.join(ladder) or NO_LADDER}")
