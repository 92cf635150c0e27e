"""Claims of the source document against what its own tables give."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

_UKURAN = re.compile(r"(?P<tabel>\w+)\.(?P<kolom>\w+)(\[(?P<pilih>[^\]]*)\])?")


def bandingkan(klaim: pd.DataFrame, ukuran: Mapping[str, Decimal | None],
               tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The claims with `terhitung` (exact; None when not computable) and `cocok`.

    `cocok` is True when the computed value, rounded half up to the decimals that were printed,
    equals the claim or lies within the claimed interval; None when it cannot be computed.
    """
    rows = []
    for row in klaim.to_dict("records"):
        value = nilai(row["ukuran"], ukuran, tables)
        rows.append(row | {"terhitung": value, "cocok": None if value is None else _agrees(value, row)})
    return pd.DataFrame(rows, columns=[*klaim.columns, "terhitung", "cocok"], dtype=object)


def nilai(nama: str | None, ukuran: Mapping[str, Decimal | None], tables: Mapping[str, pd.DataFrame]) -> Decimal | None:
    """A named measure, or a sum over a table written `tabel.kolom[kolom=nilai; ...]`.

    `banyak` for the column counts the rows.  None for a name that means neither, or no name.
    """
    if nama in ukuran:
        return ukuran[nama]
    match = _UKURAN.fullmatch(nama or "")
    if not match or match["tabel"] not in tables:
        return None
    frame = _chosen(tables[match["tabel"]], match["pilih"] or "")
    if match["kolom"] == "banyak":
        return Decimal(len(frame))
    if match["kolom"] not in frame or any(not isinstance(v, Decimal) for v in frame[match["kolom"]]):
        return None
    return sum(frame[match["kolom"]], Decimal(0))


def _chosen(frame: pd.DataFrame, pilih: str) -> pd.DataFrame:
    for part in filter(str.strip, pilih.split(";")):
        column, _, value = (piece.strip() for piece in part.partition("="))
        frame = frame[frame[column].map(str) == value]
    return frame


def _agrees(value: Decimal, row: Mapping[str, object]) -> bool:
    low, high = row["nilai"], row["nilai_sampai"]
    if high is not None:
        return low <= value <= high
    return value.quantize(Decimal(1).scaleb(low.as_tuple().exponent), ROUND_HALF_UP) == low
