"""Which of the analyses that the regulation asks for the data of a sasaran allow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lkipnb.present.format import daftar
from lkipnb.rules import Analisis

Row = Mapping[str, Any]


def pilah(sasaran: Row, aturan: Mapping[str, Analisis], tahun: int) -> dict[str, list[object]]:
    """`analisis`: those that can be told, each with its `kunci`; `tanpa_analisis`: the others, in
    words.

    `sasaran` is a row of the context of prose (`present.konteks`).  Raises KeyError for an analysis
    without a condition here.
    """
    told: list[object] = []
    untold: list[object] = []
    for kunci, rule in aturan.items():
        if DAPAT[kunci](sasaran, tahun):
            told.append({"kunci": kunci, "judul": _judul(kunci, rule, sasaran)})
        else:
            untold.append(rule.sebutan)
    return {"analisis": told, "tanpa_analisis": untold}


def _judul(kunci: str, rule: Analisis, sasaran: Row) -> str:
    """The heading, which names the standards that are compared: national ones, regional ones."""
    if kunci != "standar":
        return rule.judul
    scopes = dict.fromkeys(row["lingkup"] for row in sasaran["standar"])
    return f"{rule.judul} {daftar(list(scopes))}"


def _berindikator(sasaran: Row, tahun: int) -> bool:
    return bool(sasaran["indikator"])


def _beriwayat(sasaran: Row, tahun: int) -> bool:
    """Some indicator has a value in an earlier year, or one was dropped."""
    series = [indikator["deret"] for indikator in sasaran["indikator"]]
    return any(_known_before(tahun, values) for values in series) or bool(sasaran["dihapus"])


def _known_before(tahun: int, values: Mapping[int, object]) -> bool:
    return any(value is not None for year, value in values.items() if year < tahun)


def _bertarget_renstra(sasaran: Row, tahun: int) -> bool:
    return any(row["target_akhir"] is not None for row in sasaran["kemajuan"])


def _berstandar(sasaran: Row, tahun: int) -> bool:
    return bool(sasaran["standar"])


def _bersebab(sasaran: Row, tahun: int) -> bool:
    return any(indikator["analisis"] for indikator in sasaran["indikator"])


def _berefisiensi(sasaran: Row, tahun: int) -> bool:
    """Its own is known, or that of one of its indicators."""
    return any(row["a"] is not None for row in [sasaran["anggaran"], *sasaran["efisiensi"]])


def _ditunjang(sasaran: Row, tahun: int) -> bool:
    return bool(sasaran["program"])


DAPAT: Mapping[str, Callable[[Row, int], bool]] = {
    "target": _berindikator,
    "tahun-lalu": _beriwayat,
    "renstra": _bertarget_renstra,
    "standar": _berstandar,
    "sebab": _bersebab,
    "efisiensi": _berefisiensi,
    "program": _ditunjang,
}
