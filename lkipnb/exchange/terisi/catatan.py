"""What was read otherwise than it stands in the form, or was passed over, told in few lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MOST_PLACES = 3


@dataclass(frozen=True)
class Catatan:
    """One such thing: its sheet, its place there (`sel E5`, `baris 12`, or none), and what was
    done.
    """

    lembar: str
    tempat: str
    apa: str


def kalimat(notes: Iterable[Catatan]) -> list[str]:
    """One line for each kind in each sheet, with its first places and their number."""
    places: dict[tuple[str, str], list[str]] = {}
    for note in notes:
        places.setdefault((note.lembar, note.apa), []).append(note.tempat)
    return [_line(sheet, found, what) for (sheet, what), found in places.items()]


def tempat(places: Iterable[str]) -> str:
    """`sel E5, E6, E7 dan 9 lain`: the first places, with the word before them said once."""
    given = list(places)
    shown = given[:MOST_PLACES]
    word = shown[0].partition(" ")[0]
    rest = [place.removeprefix(f"{word} ") for place in shown[1:]]
    more = len(given) - len(shown)
    listed = ", ".join([shown[0], *rest])
    if more:
        return f"{listed} dan {more} lain"
    return listed


def _line(sheet: str, places: list[str], what: str) -> str:
    named = [place for place in places if place]
    where = f"Lembar {sheet}, {tempat(named)}" if named else f"Lembar {sheet}"
    return f"{where}: {what}."
