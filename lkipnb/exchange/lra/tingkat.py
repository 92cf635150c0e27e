"""How deep the lines of an export without codes stand, and the stand-ins for their codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lkipnb.calculate.rekening import PENGGANTI

# Level words of a column, from the top.
KATA = ("urusan", "bidang urusan", "program", "kegiatan", "sub kegiatan")
_TOLD = re.compile(
    r"(urusan|bidang urusan|program|sub[\s_-]?kegiatan|kegiatan)\s*(?::|[-–]\s)\s*(.+)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"program|sub[\s_-]?kegiatan|kegiatan", re.IGNORECASE)
_LED = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?|[IVX]+[.)]|[A-Za-z][.)])\s+(\D.*)")
_NUMBERED = re.compile(r"[0-9]+(?:\.[0-9]+)*\.?")
_STYLES = (
    ("romawi", r"[IVX]+"),
    ("huruf", r"[A-Z]"),
    ("angka", r"[0-9]{1,3}"),
    ("kecil", r"[a-z]"),
    ("angka kurung", r"\(?[0-9]{1,3}\)"),
    ("kecil kurung", r"\(?[a-z]\)"),
)


def dari_kata(words: Sequence[str]) -> list[int] | None:
    """Levels from a column that names them; None unless every line has such a word."""
    cleaned = [re.sub(r"[\s_-]+", " ", word.strip().lower()) for word in words]
    spelled = [word.replace("subkegiatan", "sub kegiatan") for word in cleaned]
    if not all(word in KATA for word in spelled):
        return None
    return [KATA.index(word) for word in spelled]


def sebutan_di_depan(text: str) -> tuple[str, str]:
    """The level that a name says of itself, and the name: `Program : Pangan`."""
    match = _TOLD.fullmatch(text)
    if match:
        return match[1], match[2].strip()
    return "", text


def kata_pertama(text: str) -> str:
    """The level word that a name begins with; empty for another."""
    match = _FIRST.match(text)
    return match[0] if match else ""


def nomor_di_depan(text: str) -> tuple[str, str]:
    """The number that a name begins with, and the name: `1.1 Pangan`, `A. Pangan`."""
    match = _LED.fullmatch(text)
    if match:
        return match[1].rstrip(".)"), match[2]
    return "", text


def dari_nomor(numbers: Sequence[str]) -> list[int] | None:
    """Levels from numbers such as 1, 1.1, 1.1.1 or I, A, 1, a; None unless every line has one."""
    cleaned = [number.strip() for number in numbers]
    if all(_NUMBERED.fullmatch(number) for number in cleaned):
        return [number.strip(".").count(".") for number in cleaned]
    styles = _styles(cleaned)
    if styles:
        return _nested(styles)
    return None


def kehilangan_tingkat(numbers: Sequence[str]) -> bool:
    """Whether numbers show that lines stand below each other, without telling which: some lines
    have none, or they begin anew.
    """
    cleaned = [number.strip().strip(".") for number in numbers]
    filled = [number for number in cleaned if number]
    if not filled:
        return False
    if len(filled) < len(cleaned):
        return True
    return all(number.isdigit() for number in filled) and len(set(filled)) < len(filled)


def _styles(numbers: Sequence[str]) -> list[str] | None:
    found: list[str] = []
    for number in numbers:
        style = _style(number.strip("."), found[-1] if found else "")
        if style is None:
            return None
        found.append(style)
    return found


def _style(number: str, before: str) -> str | None:
    """The style of a number; a letter that is also a Roman numeral goes on with the one before."""
    fitting = [name for name, pattern in _STYLES if re.fullmatch(pattern, number)]
    if before in fitting:
        return before
    if fitting:
        return fitting[0]
    return None


def _nested(styles: Sequence[str]) -> list[int]:
    """A style that is new goes one level down, one that was seen goes back to its own."""
    stack: list[str] = []
    levels = []
    for style in styles:
        if style in stack:
            del stack[stack.index(style) + 1 :]
        else:
            stack.append(style)
        levels.append(len(stack) - 1)
    return levels


def bertingkat(levels: Sequence[int] | None) -> bool:
    """Whether levels tell lines apart."""
    return levels is not None and len(set(levels)) > 1


def pengganti(menjorok: Iterable[int]) -> Iterator[str]:
    """Stand-ins for the codes of an export without any, from how far each name stands in."""
    levels: list[int] = []
    counts: list[int] = []
    for depth in menjorok:
        while levels and levels[-1] > depth:
            levels.pop()
            counts.pop()
        if levels and levels[-1] == depth:
            counts[-1] += 1
        else:
            levels.append(depth)
            counts.append(1)
        yield PENGGANTI + ".".join(map(str, counts))
