"""A typed row by its columns."""

from __future__ import annotations

NOMOR_BARIS = "baris"  # where a row stands in its file: no column


def kolom(row: object) -> dict[str, object]:
    """The values of a typed row by the names of its columns, in their order."""
    return {name: value for name, value in vars(row).items() if name != NOMOR_BARIS}
