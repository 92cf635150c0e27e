"""The agencies and years that there are."""

from __future__ import annotations

from pathlib import Path

from lkipnb.load.places import agencies, years


def ada(data: Path) -> list[tuple[str, int]]:
    """Agency and year of every folder of data, in the order of their names."""
    return [(opd, tahun) for opd in agencies(data) for tahun in years(data, opd)]
