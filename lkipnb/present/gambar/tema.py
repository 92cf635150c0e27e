"""One look for all pictures: typeface, sizes, colours.  Drawn for a white ground, 620 px
= 16 cm.
"""

from __future__ import annotations

from typing import Any

LEBAR = 620
HURUF = "'Source Sans 3', sans-serif"  # the name ends in a digit, so CSS wants it quoted
TERTINGGI = 800  # px; with the height of its axis, what fits on a page above a caption
UKURAN, KECIL = 11, 9.5  # px of letters: 8 pt and 7 pt in print
BARIS = 12.5  # px from line to line of UKURAN
TEKS = "#1d2730"
REDUP = "#55636e"
GARIS = "#d9dcd8"
AKSEN = "#0b5563"
SEDANG = "#4f949c"
MUDA = "#a9cdd0"
HANGAT = "#c05a2b"
BIDANG = ("#f6e3da", "#faeee4", "#f3f3ea", "#e3efec", "#cfe5e4")

CONFIG: dict[str, Any] = {
    "font": HURUF,
    "background": "transparent",
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": UKURAN,
        "titleFontSize": UKURAN,
        "labelColor": TEKS,
        "titleColor": REDUP,
        "titleFontWeight": "normal",
        "gridColor": GARIS,
        "domainColor": GARIS,
        "tickColor": GARIS,
    },
    "text": {"fontSize": UKURAN, "color": TEKS},
    "legend": {"labelFontSize": UKURAN, "title": None, "orient": "top", "symbolType": "square"},
}
