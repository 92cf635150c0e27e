"""The tables of the language of measures, as rows by column name, from the data and results of a
year.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkipnb.asal import banyak
from lkipnb.calculate.putusan import BELUM_DILAPORKAN, TIDAK_BERLAKU
from lkipnb.calculate.sasaran import TERBOBOT
from lkipnb.model import Dataset, Perbandingan, Results, kolom
from lkipnb.rules import Skala
from lkipnb.schemas import YEAR_TABLES
from lkipnb.schemas.ukuran import KAMUS

Row = Mapping[str, object]
Rows = Sequence[Row]


@dataclass(frozen=True)
class Isi:
    """What measures are computed on: rows by table, the predicates that there are, and whether
    means are weighted.
    """

    baris: Mapping[str, Rows]
    predikat: Collection[str] = ()
    terbobot: bool = False


def isi_ukuran(data: Dataset, hasil: Results, skala: Skala) -> Isi:
    """The tables of the language for one year; each is made when a measure first asks for it."""
    return Isi(
        _Tabel(data, hasil),
        [each.predikat for each in skala.selang],
        data.profil.pengukuran.rata_rata == TERBOBOT,
    )


class _Tabel(Mapping[str, Rows]):
    """Rows by table, made once when they are asked for."""

    def __init__(self, data: Dataset, hasil: Results):
        self._data, self._hasil = data, hasil
        self._made: dict[str, Rows] = {}

    def __getitem__(self, name: str) -> Rows:
        if name not in self._made:
            self._made[name] = self._rows(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(KAMUS)

    def __len__(self) -> int:
        return len(KAMUS)

    def _rows(self, name: str) -> Rows:
        if name in HASIL:
            return HASIL[name](self._hasil)
        return _plain(self._data.baris(YEAR_TABLES[name].row))


def _plain(rows: Iterable[object]) -> Rows:
    return [kolom(row) for row in rows]


def _instansi(hasil: Results) -> Rows:
    unreported = [row.kode for row in hasil.capaian if row.keterangan == BELUM_DILAPORKAN]
    whole = kolom(hasil.capaian_opd)
    return [{**whole, "banyak_belum_dilaporkan": banyak(unreported)}]


def _capaian(hasil: Results) -> Rows:
    return [{**kolom(row), "status": _status(row)} for row in hasil.perbandingan]


def _status(row: Perbandingan) -> str:
    if row.tercapai is not None:
        return "tercapai" if row.tercapai else "belum tercapai"
    reasons = {BELUM_DILAPORKAN: "belum dilaporkan", TIDAK_BERLAKU: "tidak berlaku"}
    return reasons.get(row.keterangan, "tidak terhitung")


def _standar(hasil: Results) -> Rows:
    return [
        {
            **kolom(row),
            "indikator": row.kode,
            "nilai": row.standar,
            "standar_persen": row.persen,
        }
        for row in hasil.standar
    ]


def _riwayat(hasil: Results) -> Rows:
    return [
        {**kolom(row), "indikator": row.kode, "tahun": Decimal(year)}
        for year, rows in hasil.lampau.items()
        for row in rows
    ]


# The tables that tell of results; the others are tables of the data.
HASIL: Mapping[str, Callable[[Results], Rows]] = {
    "instansi": _instansi,
    "sasaran": lambda hasil: _plain(hasil.capaian_sasaran),
    "capaian": _capaian,
    "standar": _standar,
    "riwayat": _riwayat,
    "kemajuan": lambda hasil: _plain(hasil.kemajuan),
    "efisiensi": lambda hasil: _plain(hasil.efisiensi),
    "efisiensi_sasaran": lambda hasil: _plain(hasil.efisiensi_sasaran),
    "anggaran": lambda hasil: _plain(hasil.anggaran.baris),
    "anggaran_lain": lambda hasil: _plain(hasil.anggaran_lain.baris),
    "anggaran_semua": lambda hasil: _plain(hasil.anggaran_semua.baris),
    "sumber_dana": lambda hasil: _plain(hasil.sumber_dana),
    "belanja": lambda hasil: _plain(hasil.belanja),
    "belanja_jenis": lambda hasil: _plain(hasil.belanja_jenis),
    "pendapatan": lambda hasil: _plain(hasil.pendapatan),
}
