"""Characters that nobody sees: with them a text is another one than its reader takes it for."""

from __future__ import annotations

import unicodedata

LINES = frozenset("\n\r\t")
# Control and format characters (directions, joiners, soft hyphens, tags), line separators, and
# what is no character at all.
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
# Letters, marks and a sign by their category, yet without a shape (Unicode,
# Default_Ignorable_Code_Point; the empty pattern of Braille).
_SHAPELESS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
)
_CONTROL = frozenset({"Cc", "Cn", "Co", "Cs"})
_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
INSTEAD = "\ufffd"


def tak_terlihat(character: str) -> bool:
    """Whether a character shows nothing and is neither a space nor the end of a line."""
    return unicodedata.category(character) in _UNSEEN or character in _SHAPELESS


def pertama(text: str) -> str:
    """The first character that nobody sees, besides tabs and line ends; nothing in a good text."""
    if text.isascii() and text.isprintable():
        return ""
    return next((c for c in text if tak_terlihat(c) and c not in LINES), "")


def sebab(character: str) -> str:
    """Why a text with this character is refused."""
    kind = unicodedata.category(character)
    if unicodedata.bidirectional(character) in _TURNS:
        return "memuat karakter yang membalik arah tulisan; hapus"
    if kind in _CONTROL:
        return "memuat karakter kendali yang tidak terlihat"
    return f"memuat karakter yang tidak terlihat (U+{ord(character):04X}); hapus"


def tanpa(text: str) -> str:
    """The text without the characters that nobody sees."""
    return "".join(c for c in text if c in LINES or not tak_terlihat(c))


def tampak(text: str) -> str:
    """The text as a terminal may show it: what nobody sees, and what would act, stands as �."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(INSTEAD if tak_terlihat(c) and c not in "\n\t" else c for c in text)
