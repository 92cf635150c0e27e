"""The order of codes as people read them."""

from __future__ import annotations


def urutan_kode(kode: str) -> tuple:
    """Sorts `IKU-10` after `IKU-9`: runs of digits count as numbers."""
    pieces, digits = [], ""
    for char in kode + "\0":
        if char.isdigit():
            digits += char
            continue
        if digits:
            pieces.append((0, int(digits), ""))
            digits = ""
        pieces.append((1, 0, char))
    return tuple(pieces)
