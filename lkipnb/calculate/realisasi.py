"""The realisasi of an indicator that is used: from its parts where they are given, and always
compared.

An indicator may tell its realisasi, its numerator and denominator, the indicators that it sums or
averages, and its four quarters.  The parts come first, then the other indicators, then what was
reported, then the quarters; where two of them are given, the report compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

import pandas as pd

from lkipnb.calculate.persen import jumlah, rata_rata
from lkipnb.model import NOT_APPLICABLE, Rasio, turunan_dari
from lkipnb.rules.satuan import satuan
from lkipnb.schemas import Klaim

BAGIAN, TURUNAN, LAPORAN, TRIWULAN = (
    "pembilang dan penyebut",
    "indikator lain",
    "laporan",
    "triwulan",
)
QUARTERS = ("1", "2", "3", "4")


def ditetapkan(
    kinerja: pd.DataFrame, indikator: pd.DataFrame, triwulan: pd.DataFrame
) -> pd.DataFrame:
    """`kinerja` with the realisasi that is used, and `asal`: which of the ways it came from."""
    kinds = {row["kode"]: row for row in indikator.to_dict("records")}
    measured = {row["indikator"]: row for row in kinerja.to_dict("records")}
    used: dict[str, tuple[object, str]] = {}
    for kode in _parts_first(measured, kinds):
        told = _ways(measured[kode], kinds[kode], triwulan, used)
        way = next((name for name, value in told.items() if value is not None), "")
        used[kode] = told.get(way), way
    rows = [
        row | dict(zip(("realisasi", "asal"), used[kode], strict=True))
        for kode, row in measured.items()
    ]
    return pd.DataFrame(rows, index=kinerja.index, columns=[*kinerja.columns, "asal"], dtype=object)


def _parts_first(
    measured: Mapping[str, object], kinds: Mapping[str, Mapping[str, object]]
) -> list[str]:
    """The codes, each behind those that it follows from; `check` has refused circles."""
    order: list[str] = []
    waiting = list(measured)
    while waiting:
        ready = [kode for kode in waiting if not set(turunan_dari(kinds[kode])) & set(waiting)]
        order += ready or waiting
        waiting = [kode for kode in waiting if kode not in order]
    return order


def dari_indikator_lain(
    kind: Mapping[str, object], used: Mapping[str, tuple[object, str]]
) -> Decimal | None:
    """The sum or mean of the realisasi of other indicators; None for none, or while one of them is
    not a number.
    """
    values = [used.get(kode, (None, ""))[0] for kode in turunan_dari(kind)]
    if not values or any(not isinstance(value, Decimal) for value in values):
        return None
    return jumlah(values) if kind["turunan"] == "jumlah" else rata_rata(values)


def _ways(
    row: Mapping[str, object],
    kind: Mapping[str, object],
    triwulan: pd.DataFrame,
    used: Mapping[str, tuple[object, str]],
) -> dict[str, object]:
    if row["realisasi"] is NOT_APPLICABLE:
        return {LAPORAN: NOT_APPLICABLE}
    return {
        BAGIAN: hasil_bagi(row["nilai_pembilang"], row["nilai_penyebut"], kind),
        TURUNAN: dari_indikator_lain(kind, used),
        LAPORAN: row["realisasi"],
        TRIWULAN: setahun(_quarters(triwulan, row["indikator"], "realisasi"), kind["triwulan"]),
    }


def hasil_bagi(
    pembilang: object, penyebut: object, indikator: Mapping[str, object]
) -> Decimal | None:
    """Numerator over denominator in the unit of the indicator; for a ratio 1:n the n.

    The quotient is multiplied by `pengali`: where none is given, by that of the unit
    (`rules/satuan.yaml`). None when a part is missing or the denominator is zero.
    """
    if not isinstance(pembilang, Decimal) or not isinstance(penyebut, Decimal):
        return None
    if indikator["jenis"] == "rasio":
        return Rasio(penyebut / pembilang) if pembilang else None
    return pembilang / penyebut * pengali(indikator) if penyebut else None


def pengali(indikator: Mapping[str, object]) -> Decimal:
    """What a quotient is multiplied by to stand in the unit of the indicator."""
    return indikator["pengali"] or satuan(indikator["satuan"] or "").pengali


def setahun(quarters: Mapping[str, object], cara: str | None) -> object:
    """The value of the year from its quarters by `jumlah`, `terakhir` or `rata-rata`.

    A sum and a mean need all four, the last value needs the fourth; otherwise None.
    """
    values = [quarters.get(quarter) for quarter in QUARTERS]
    if cara == "terakhir":
        return values[-1]
    if cara not in ("jumlah", "rata-rata") or any(
        not isinstance(value, Decimal) for value in values
    ):
        return None
    return jumlah(values) if cara == "jumlah" else rata_rata(values)


def _quarters(triwulan: pd.DataFrame, kode: str, column: str) -> dict[str, object]:
    own = triwulan[triwulan.indikator == kode]
    return dict(zip(own.triwulan, own[column], strict=True))


def klaim_kinerja(
    kinerja: pd.DataFrame, indikator: pd.DataFrame, triwulan: pd.DataFrame
) -> tuple[pd.DataFrame, dict[str, Decimal | None]]:
    """Reported targets and realisasi that follow from parts or quarters too, as claims, and what
    follows.

    The claims have the columns of `klaim`; the second value maps their `ukuran` to the computed
    value.
    """
    kinds = {row["kode"]: row for row in indikator.to_dict("records")}
    settled = ditetapkan(kinerja, indikator, triwulan)
    used = {
        kode: (value, "") for kode, value in zip(settled.indikator, settled.realisasi, strict=True)
    }
    rows, measures = [], {}
    for row in kinerja.to_dict("records"):
        kind = kinds[row["indikator"]]
        for place, column, value in _derived(row, kind, triwulan, used):
            if isinstance(row[column], Decimal) and isinstance(value, Decimal):
                name = f"{column} {row['indikator']} ({place})"
                measures[name] = value
                rows.append(_claim(row, kind, column, place, name))
    return pd.DataFrame(rows, columns=Klaim.table.names, dtype=object), measures


def _derived(
    row: Mapping[str, object],
    kind: Mapping[str, object],
    triwulan: pd.DataFrame,
    used: Mapping[str, tuple[object, str]],
) -> Iterable[tuple[str, str, object]]:
    yield BAGIAN, "realisasi", hasil_bagi(row["nilai_pembilang"], row["nilai_penyebut"], kind)
    yield TURUNAN, "realisasi", dari_indikator_lain(kind, used)
    for column in ("target", "realisasi"):
        yield (
            TRIWULAN,
            column,
            setahun(_quarters(triwulan, row["indikator"], column), kind["triwulan"]),
        )


def _claim(
    row: Mapping[str, object], kind: Mapping[str, object], column: str, place: str, name: str
) -> dict:
    return {
        "kode": f"{row['indikator']} {column}",
        "tempat": f"Tabel kinerja, {row['indikator']}",
        "uraian": f"{column.capitalize()} {kind['nama']}, dihitung dari {place}",
        "nilai": row[column],
        "nilai_sampai": None,
        "satuan": kind["satuan"],
        "ukuran": name,
    }
