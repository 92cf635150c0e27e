"""How Excel names columns and cells."""

from __future__ import annotations


def nomor_kolom(letters: str) -> int:
    """`A` is 1, `AA` 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def huruf_kolom(number: int) -> str:
    """1 is `A`, 27 `AA`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def alamat_sel(row: int, column: int) -> str:
    """`E7`."""
    return f"{huruf_kolom(column)}{row}"
