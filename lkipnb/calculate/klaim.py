"""Claims of the source document against what its own tables give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from lkipnb.calculate.rekening import tercetak
from lkipnb.calculate.ukuran import Isi, Terhitung, hitung
from lkipnb.errors import Fault
from lkipnb.schemas import Klaim
from lkipnb.schemas.ukuran import UkuranSalah, baca

_TWO_DECIMALS = Decimal("0.01")
_SEBUTAN = {"pagu_rp": "Pagu", "realisasi_rp": "Realisasi", "serapan_persen": "Serapan"}
TANPA_UKURAN = "ukurannya tidak disebut"
TANPA_NILAI = "nilainya belum diisi"
HASIL = ("terhitung", "terbulat", "cocok", "sebab", "satuan_hasil")


def bandingkan(klaim: pd.DataFrame, nilai: Iterable[Terhitung]) -> pd.DataFrame:
    """The claims with `terhitung` (exact; None when not computable), `terbulat`, `cocok`, `sebab`
    and `satuan_hasil`, the unit of what is computed.

    `nilai` are the computed values, one for each claim.  `terbulat` is the value rounded half up to
    the decimals that were printed.  `cocok` is True when it equals the claim or lies within the
    claimed interval, None when not computable, and `sebab` says why.
    """
    rows = [
        row | _verdict(value, row)
        for row, value in zip(klaim.to_dict("records"), nilai, strict=True)
    ]
    return pd.DataFrame(rows, columns=[*klaim.columns, *HASIL], index=klaim.index, dtype=object)


def nilai_klaim(klaim: pd.DataFrame, isi: Isi) -> tuple[list[Terhitung], list[Fault]]:
    """The value of each claim's measure, and a fault for each measure that names nothing."""
    values, faults = [], []
    for row, teks in klaim.ukuran.items():
        try:
            values.append(hitung(baca(teks), isi) if teks else Terhitung(None, TANPA_UKURAN))
        except UkuranSalah as wrong:
            values.append(Terhitung(None, str(wrong)))
            faults.append(Fault(Klaim.table.file, row, "ukuran", teks, str(wrong)))
    return values, faults


def klaim_anggaran(anggaran: pd.DataFrame, serapan: pd.DataFrame) -> pd.DataFrame:
    """What the budget table prints for figures that follow from its own rows, beside what follows.

    These are the percentage of every line and the amounts of every line with lines below it;
    columns as `bandingkan` gives them.  `serapan` is the same table computed; a percentage without
    a realisasi is no claim, for it is all that is known.
    """
    computed = {row["kode_rekening"]: row for row in serapan.to_dict("records")}
    rows, values = [], []
    for line in anggaran.to_dict("records"):
        own = computed[line["kode_rekening"]]
        columns = () if own["rinci"] else (("pagu_rp", "rupiah"), ("realisasi_rp", "rupiah"))
        for column, satuan in (*columns, ("serapan_persen", "persen")):
            alone = column == "serapan_persen" and own["realisasi_rp"] is None
            if isinstance(line[column], Decimal) and not alone:
                rows.append(_printed(line, column, satuan))
                values.append(Terhitung(own[column]))
    return bandingkan(pd.DataFrame(rows, columns=Klaim.table.names, dtype=object), values)


def _printed(line: Mapping[str, object], column: str, satuan: str) -> dict[str, object]:
    kode = line["kode_rekening"]
    return {
        "kode": f"{kode} {column}",
        "tempat": f"Tabel anggaran, {tercetak(kode) or line['uraian']}",
        "uraian": f"{_SEBUTAN[column]} {line['uraian']}",
        "nilai": line[column],
        "nilai_sampai": None,
        "satuan": satuan,
        "ukuran": f"anggaran_semua.{column}[kode_rekening={kode}]",
    }


def _verdict(computed: Terhitung, row: Mapping[str, object]) -> dict[str, object]:
    value, printed = computed.nilai, row["nilai"]
    if value is None:
        return dict(zip(HASIL, (None, None, None, computed.sebab, computed.satuan), strict=True))
    if not isinstance(printed, Decimal):
        return dict(zip(HASIL, (value, None, None, TANPA_NILAI, computed.satuan), strict=True))
    rounded, same = dibandingkan(value, printed, row["nilai_sampai"])
    return dict(zip(HASIL, (value, rounded, same, "", computed.satuan), strict=True))


def dibandingkan(
    terhitung: Decimal, nilai: Decimal, sampai: Decimal | None = None
) -> tuple[Decimal, bool]:
    """The computed value as a claim would print it, and whether the claim says the same.

    Every claim is compared so, in the report and in the audit: one figure to the decimals that it
    prints, an interval by its bounds, both included.
    """
    if isinstance(sampai, Decimal):
        return terhitung.quantize(_TWO_DECIMALS, ROUND_HALF_UP), nilai <= terhitung <= sampai
    decimals = min(0, nilai.as_tuple().exponent)
    rounded = terhitung.quantize(Decimal(1).scaleb(decimals), ROUND_HALF_UP)
    return rounded, rounded == nilai
