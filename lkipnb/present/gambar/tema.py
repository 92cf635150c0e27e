"""One look for all pictures: typeface, colours, sizes.  Drawn for a white ground, 620 px = 16 cm."""

from __future__ import annotations

from textwrap import wrap

LEBAR = 620
HURUF = "'Source Sans 3', sans-serif"  # the name ends in a digit, so CSS wants it quoted
TERTINGGI = 800  # with the height of its axis, what fits on a page under a caption
TEKS = "#1d2730"
REDUP = "#55636e"
GARIS = "#d9dcd8"
AKSEN = "#0b5563"
MUDA = "#a9cdd0"
HANGAT = "#c05a2b"
BIDANG = ("#f6e3da", "#faeee4", "#f3f3ea", "#e3efec", "#cfe5e4")

CONFIG = {
    "font": HURUF,
    "background": "transparent",
    "padding": 4,
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 11,
        "titleFontSize": 11,
        "labelColor": TEKS,
        "titleColor": REDUP,
        "titleFontWeight": "normal",
        "gridColor": GARIS,
        "domainColor": GARIS,
        "tickColor": GARIS,
        "labelLimit": 400,
    },
    "text": {"fontSize": 11, "color": TEKS},
    "legend": {"labelFontSize": 11, "title": None, "orient": "top", "symbolType": "square"},
}

# An axis of names: text folded by `lipat`, no line, no ticks.
NAMA = {
    "title": None,
    "labelExpr": "split(datum.label, '\\n')",
    "labelLineHeight": 12.5,
    "ticks": False,
    "domain": False,
    "labelPadding": 8,
}


def lipat(text: str, width: int, lines: int = 3) -> str:
    """The text on at most `lines` lines of `width` characters, cut with an ellipsis where it is longer."""
    folded = wrap(text, width)
    if len(folded) > lines:
        folded = [*folded[: lines - 1], folded[lines - 1][: width - 1].rstrip(" ,") + "…"]
    return "\n".join(folded)


def tinggi_baris(biasa: int, banyak: int) -> float:
    """The height of each of `banyak` rows: `biasa`, or less where they would not fit on a page."""
    return min(biasa, TERTINGGI / max(banyak, 1))
