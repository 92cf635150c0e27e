"""Which sentence a report says of a figure: one module for each kind of comparison.

The functions take rows of the context of prose (`present.konteks`) and give a `Kalimat`, or the
words that differ.  A chapter only says where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from lkipnb.present.format import teks


class Kalimat(str):
    """A sentence, or a part of one, whose figures keep their origin.

    `bagian` are its pieces as shown: words, and figures as the forms of `present.format` give them.
    """

    bagian: tuple[str, ...]

    def __new__(cls, *bagian: object) -> Kalimat:
        shown = tuple(_pieces(bagian))
        self = super().__new__(cls, "".join(shown))
        self.bagian = shown
        return self

    def __reduce__(self) -> tuple[type[Kalimat], tuple[str, ...]]:
        return type(self), self.bagian


def bila(banyak: object, *bagian: object) -> Kalimat:
    """A part of a sentence that is said where there is any of what it counts."""
    if not banyak:
        return Kalimat()
    return Kalimat(*bagian)


def _pieces(bagian: tuple[object, ...]) -> Iterator[str]:
    for piece in bagian:
        if isinstance(piece, Kalimat):
            yield from piece.bagian
        elif piece != "":
            yield _text(teks(piece))


def _text(shown: object) -> str:
    """A text as it is, for it may know its origin."""
    if isinstance(shown, str):
        return shown
    return str(shown)
