"""Claims of the source document against what its own tables give."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from lkipnb.asal import Angka, Rumus
from lkipnb.schemas import KLAIM

_TWO_DECIMALS = Decimal("0.01")
_SEBUTAN = {"pagu_rp": "Pagu", "realisasi_rp": "Realisasi", "serapan_persen": "Serapan"}
_UKURAN = re.compile(r"(?P<tabel>\w+)\.(?P<kolom>\w+)(\[(?P<pilih>[^\]]*)\])?")


def bandingkan(
    klaim: pd.DataFrame, ukuran: Mapping[str, Decimal | None], tables: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    """The claims with `terhitung` (exact; None when not computable), `terbulat` and `cocok`.

    `terbulat` is the computed value rounded half up to the decimals that were printed.  `cocok` is
    True when it equals the claim or lies within the claimed interval, None when not computable.
    """
    rows = [row | _verdict(nilai(row["ukuran"], ukuran, tables), row) for row in klaim.to_dict("records")]
    return pd.DataFrame(rows, columns=[*klaim.columns, "terhitung", "terbulat", "cocok"], dtype=object)


def klaim_anggaran(anggaran: pd.DataFrame, serapan: pd.DataFrame) -> pd.DataFrame:
    """What the budget table prints for figures that follow from its own rows, as claims.

    These are the percentage of every line and the amounts of every line with lines below it;
    columns as in `klaim`.  `serapan` is the same table computed.
    """
    above = set(serapan.loc[~serapan.rinci.astype(bool), "kode_rekening"])
    rows = []
    for line in anggaran.to_dict("records"):
        kode = line["kode_rekening"]
        columns = (("pagu_rp", "rupiah"), ("realisasi_rp", "rupiah")) if kode in above else ()
        for column, satuan in (*columns, ("serapan_persen", "persen")):
            if isinstance(line[column], Decimal):
                rows.append(
                    {
                        "kode": f"{kode} {column}",
                        "tempat": f"Tabel anggaran, {kode}",
                        "uraian": f"{_SEBUTAN[column]} {line['uraian']}",
                        "nilai": line[column],
                        "nilai_sampai": None,
                        "satuan": satuan,
                        "ukuran": f"anggaran_semua.{column}[kode_rekening={kode}]",
                    }
                )
    return pd.DataFrame(rows, columns=KLAIM.names, dtype=object)


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
        return Angka(Decimal(len(frame)), Rumus("banyak", tuple(map(str, frame.iloc[:, 0]))))
    if match["kolom"] not in frame or any(not isinstance(v, Decimal) for v in frame[match["kolom"]]):
        return None
    return sum(frame[match["kolom"]], Decimal(0))


def _chosen(frame: pd.DataFrame, pilih: str) -> pd.DataFrame:
    for part in filter(str.strip, pilih.split(";")):
        column, _, value = (piece.strip() for piece in part.partition("="))
        frame = frame[frame[column].map(str) == value]
    return frame


def _verdict(value: Decimal | None, row: Mapping[str, object]) -> dict[str, object]:
    if value is None:
        return {"terhitung": None, "terbulat": None, "cocok": None}
    low, high = row["nilai"], row["nilai_sampai"]
    if high is not None:
        rounded = value.quantize(_TWO_DECIMALS, ROUND_HALF_UP)
        return {"terhitung": value, "terbulat": rounded, "cocok": low <= value <= high}
    rounded = value.quantize(Decimal(1).scaleb(low.as_tuple().exponent), ROUND_HALF_UP)
    return {"terhitung": value, "terbulat": rounded, "cocok": rounded == low}
