"""What a picture is declared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import altair as alt


@dataclass(frozen=True)
class Lukisan:
    """A picture as its module declares it: its title, what is drawn (a chart, or an `<svg>`), what
    that shows in words, its source and notes.

    A picture of one sasaran leaves the number of the sasaran out of its title: whoever shows the
    picture adds it.
    """

    judul: str
    isi: alt.LayerChart | str
    alt: str
    sumber: str = ""
    catatan: tuple[str, ...] = ()
