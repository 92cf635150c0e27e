"""Places of the source document, told so that nobody looks for them in this report."""

from __future__ import annotations

import re

from lkipnb.present.format import berasal

SUMBER = "dokumen sumber"
_PLACE = re.compile(
    r"\b(?:(?:Tabel|Gambar) [0-9]+(?:\.[0-9]+)*|BAB [IVX]+(?:\.[A-Z0-9]+)*)\b"
    rf"(?!\.?[0-9]| {SUMBER})"
)


@berasal
def bertempat(teks: str) -> str:
    """`Tabel 3.2` of the source document as `Tabel 3.2 dokumen sumber`, of which this report has
    one too.
    """
    return _PLACE.sub(rf"\g<0> {SUMBER}", teks)
