"""The number format of a spreadsheet that shows a value as the report does."""

from __future__ import annotations

import re
from decimal import Decimal

_SHOWN = re.compile(r"(?P<depan>[^\d]*)(?P<utuh>\d[\d.]*)(,(?P<pecahan>\d+))?(?P<belakang>\D*)")
GENERAL = "General"
_SIGNS = str.maketrans("", "", "-\N{MINUS SIGN}()")


def bentuk(teks: str, nilai: Decimal) -> str:
    """The format code for `nilai`, which the report shows as `teks`; a general one for a text that
    shows another number, as `Rp1,00 miliar` does.
    """
    if not nilai:
        return _zero(teks)
    match = _SHOWN.fullmatch(teks)
    if match is None or not _shows(match, nilai):
        return GENERAL
    whole = "#,##0" if "." in match["utuh"] or abs(nilai) < 1000 else "0"
    decimals = len(match["pecahan"] or "")
    digits = f"{whole}.{'0' * decimals}" if decimals else whole
    return _quoted(match["depan"]) + digits + _quoted(match["belakang"])


def _zero(teks: str) -> str:
    """Zero as it is shown: as a dash in tables of counts."""
    match = _SHOWN.fullmatch(teks)
    if match is None:
        return f"#,##0;-#,##0;{_quoted(teks)}" if teks else "#,##0"
    decimals = len(match["pecahan"] or "")
    digits = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return _quoted(match["depan"]) + digits + _quoted(match["belakang"])


def _shows(match: re.Match[str], nilai: Decimal) -> bool:
    decimals = match["pecahan"] or ""
    shown = Decimal(f"{match['utuh'].replace('.', '')}.{decimals or 0}")
    return abs(shown - abs(nilai)) <= Decimal("0.5").scaleb(-len(decimals))


def _quoted(text: str) -> str:
    """Words beside the digits; the sign is the spreadsheet's own."""
    words = text.translate(_SIGNS).replace('"', "")
    return f'"{words}"' if words else ""
