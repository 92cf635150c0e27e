"""Budget codes: segments, order and nesting.

Until 2020 a code reads urusan . bidang . organisasi . program . kegiatan (Permendagri 13/2006);
from 2021 urusan . bidang . program . kegiatan . sub-kegiatan (Permendagri 90/2019).  Neither
layout is assumed here: a line belongs to the longest other code in the table that begins its own.

Some documents print no codes.  Such a line gets a stand-in, a segment that begins with `#` (`#1`,
`#1.2`, or `1.02.02.#1` below a line that has a code): it gives the line its place and is never
shown.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from lkipnb.calculate.urutan import Kunci, urutan_kode

Ruas = tuple[str, ...]
PENGGANTI = "#"


@lru_cache(maxsize=20_000)  # a code is asked for at each of its places, and in each scenario again
def ruas(kode: str) -> Ruas:
    """The segments of a code; separators are points or spaces, a trailing one is ignored."""
    return tuple(part for part in re.split(r"[.\s]+", kode.strip()) if part)


def pengganti(own: Ruas) -> bool:
    """Whether a code only stands in for one that the source does not print."""
    return any(part.startswith(PENGGANTI) for part in own)


def tercetak(kode: str | None) -> str:
    """The code as a report shows it; nothing of a stand-in."""
    if kode is None or pengganti(ruas(kode)):
        return ""
    return kode


def urutan_ruas(own: Ruas) -> tuple[Kunci, ...]:
    """The order of codes: segment by segment, `2.01` before `10.01`."""
    return tuple(map(urutan_kode, own))


def induk(own: Ruas, all_codes: Collection[Ruas]) -> Ruas | None:
    """The nearest code above `own` among `all_codes`; None for a line at the top."""
    for length in range(len(own) - 1, 0, -1):
        above = own[:length]
        if above in all_codes:
            return above
    return None
