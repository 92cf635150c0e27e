"""The value of a measure (`lkipnb.schemas.ukuran`) on the data and results of a year."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import pandas as pd

from lkipnb.asal import banyak
from lkipnb.calculate.capaian import BELUM_DILAPORKAN, TIDAK_BERLAKU
from lkipnb.calculate.persen import jumlah, persen, rata_rata
from lkipnb.model import NOT_APPLICABLE, Dataset, Results
from lkipnb.rules import Skala
from lkipnb.rules.satuan import satuan
from lkipnb.schemas.satuan_ukuran import BARIS, INDIKATOR, SELISIH, TIDAK_DIKETAHUI, satuan_besaran
from lkipnb.schemas.ukuran import KAMUS, TIDAK, YA, Cara, Ukuran, UkuranSalah, bilangan, saran

Row = Mapping[str, object]
Rows = Sequence[Row]
BUDGET = ("anggaran", "anggaran_lain", "anggaran_semua")
TERBOBOT = "terbobot"


@dataclass(frozen=True)
class Terhitung:
    """The value of a measure, exact; None where the data do not give one, and `sebab` says why.

    `satuan` is its unit, empty where nothing says.
    """

    nilai: Decimal | None
    sebab: str = ""
    satuan: str = ""


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
    made: dict[str, Callable[[], Rows]] = {
        name: lambda frame=frame: _rows(frame)
        for name, frame in data.tables.items()
        if name in KAMUS
    }
    frames = {
        "sasaran": hasil.capaian_sasaran,
        "kemajuan": hasil.kemajuan,
        "efisiensi": hasil.efisiensi,
        "efisiensi_sasaran": hasil.efisiensi_sasaran,
        "anggaran": hasil.anggaran,
        "anggaran_lain": hasil.anggaran_lain,
        "anggaran_semua": hasil.anggaran_semua,
        "sumber_dana": hasil.sumber_dana,
        "belanja": hasil.belanja,
        "belanja_jenis": hasil.belanja_jenis,
        "pendapatan": hasil.pendapatan,
    }
    made |= {name: lambda frame=frame: _rows(frame) for name, frame in frames.items()}
    made |= {
        "instansi": lambda: [_instansi(hasil)],
        "capaian": lambda: [row | {"status": _status(row)} for row in _rows(hasil.perbandingan)],
        "standar": lambda: [_standar(row) for row in _rows(hasil.standar)],
        "riwayat": lambda: [
            row | {"indikator": row["kode"], "tahun": Decimal(year)}
            for year, frame in hasil.lampau.items()
            for row in _rows(frame)
        ],
    }
    return Isi(
        _Nanti(made),
        [each.predikat for each in skala.selang],
        data.profil.pengukuran.rata_rata == TERBOBOT,
    )


class _Nanti(dict):
    """Rows by table, made once when they are asked for."""

    def __init__(self, made: Mapping[str, Callable[[], Rows]]):
        super().__init__()
        self._made = made

    def __missing__(self, name: str) -> Rows:
        self[name] = self._made[name]()
        return self[name]


def _rows(frame: pd.DataFrame) -> Rows:
    return frame.to_dict("records")


def _instansi(hasil: Results) -> Row:
    unreported = [
        row["kode"] for row in _rows(hasil.capaian) if row["keterangan"] == BELUM_DILAPORKAN
    ]
    return vars(hasil.capaian_opd) | {"banyak_belum_dilaporkan": banyak(unreported)}


def _standar(row: Row) -> Row:
    return {
        **row,
        "indikator": row["kode"],
        "nilai": row["standar"],
        "standar_persen": row["persen"],
    }


def _status(row: Row) -> str:
    if row["tercapai"] is not None:
        return "tercapai" if row["tercapai"] else "belum tercapai"
    reasons = {BELUM_DILAPORKAN: "belum dilaporkan", TIDAK_BERLAKU: "tidak berlaku"}
    return reasons.get(row["keterangan"], "tidak terhitung")


def hitung(ukuran: Ukuran, isi: Isi) -> Terhitung:
    """The value of a measure.

    Raises UkuranSalah for a condition that no row meets, for several rows where one is meant, for a
    cell that holds no number, and for a sum of different units.
    """
    rows = isi.baris[ukuran.tabel]
    if not rows and ukuran.besaran.cara is not Cara.BANYAK:
        return Terhitung(None, f"{KAMUS[ukuran.tabel].arti.lower()}: belum ada datanya")
    chosen = pilih(rows, ukuran, isi.predikat)
    return replace(_value(rows, chosen, ukuran, isi), satuan=_unit(chosen, ukuran, isi))


def _value(rows: Rows, chosen: Rows, ukuran: Ukuran, isi: Isi) -> Terhitung:
    cara = ukuran.besaran.cara
    if cara is Cara.BANYAK:
        return Terhitung(banyak(_named(row) for row in chosen))
    if not chosen:
        raise UkuranSalah(f"tidak ada baris {ukuran.tabel} yang memenuhi semua syaratnya")
    if cara is Cara.RATA_RATA:
        return _mean(chosen, isi.terbobot)
    if cara is Cara.SATU:
        return _single(chosen, ukuran)
    lines = _lowest(rows, chosen, ukuran)
    if cara is Cara.NISBAH:
        return _share(lines, "target_rp" if ukuran.tabel == "pendapatan" else "pagu_rp")
    return (
        _weighted(lines, ukuran.kolom) if cara is Cara.TERTIMBANG else _total(lines, ukuran.kolom)
    )


def _unit(chosen: Rows, ukuran: Ukuran, isi: Isi) -> str:
    """The unit of the value: of the measure itself, or the one that all its rows have."""
    told = satuan_besaran(ukuran)
    if told not in (INDIKATOR, SELISIH, BARIS):
        return told
    if told == BARIS:
        units = {row["satuan"] for row in chosen}
    else:
        codes = {row.get("indikator") or row.get("kode") for row in chosen}
        units = {row["satuan"] for row in isi.baris["indikator"] if row["kode"] in codes}
    if len(units) != 1:
        return TIDAK_DIKETAHUI
    own = satuan(units.pop())
    return own.selisih if told == SELISIH else own.nama


def pilih(rows: Rows, ukuran: Ukuran, predikat: Collection[str] = ()) -> Rows:
    """The rows that meet every condition.  Raises UkuranSalah for a value that stands in no row of
    its column.
    """
    for name, value in ukuran.syarat if rows else ():
        closed = name in dict(KAMUS[ukuran.tabel].pilihan)
        known = predikat if name == "predikat" else {_text(row.get(name)) for row in rows}
        if not closed and not any(_same(each, value) for each in known):
            told = sorted(each for each in known if each)
            raise UkuranSalah(
                f"tidak ada {name} “{value}” pada {ukuran.tabel}; {saran(value, told)}"
            )
    return [
        row
        for row in rows
        if all(_same(_text(row.get(name)), value) for name, value in ukuran.syarat)
    ]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return YA if value else TIDAK
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _same(held: str, wanted: str) -> bool:
    """Numbers are the same by value, texts by their letters."""
    if held == wanted:
        return True
    one, other = bilangan(held), bilangan(wanted)
    return one is not None and one == other


def _named(row: Row) -> object:
    """What stands for a row in a count."""
    return next((value for value in row.values() if value is not None), "")


def _lowest(rows: Rows, chosen: Rows, ukuran: Ukuran) -> Rows:
    """The rows that are summed: of a tree each part once.

    Of the budget those are its lowest lines, chosen themselves or below a chosen one; a source of
    funds is always that of the lowest line.
    """
    if ukuran.tabel in BUDGET:
        return _budget_lines(rows, chosen, dict(ukuran.syarat).get("sumber_dana"))
    if "induk" not in rows[0]:
        return chosen
    above = {row["kode"]: row["induk"] for row in rows}
    codes = {row["kode"] for row in chosen}
    top = [row for row in chosen if codes.isdisjoint(_above(row["induk"], above))]
    units = dict.fromkeys(str(row.get("satuan")) for row in top)
    if len(units) > 1:
        raise UkuranSalah(
            f"baris yang dijumlahkan bersatuan berlainan ({', '.join(units)}); tambahkan syarat"
        )
    return top


def _budget_lines(rows: Rows, chosen: Rows, sumber: str | None) -> Rows:
    above = {row["kode_rekening"]: row["induk"] for row in rows}
    codes = {row["kode_rekening"] for row in chosen}
    return [
        row
        for row in rows
        if row["rinci"]
        and not codes.isdisjoint(_above(row["kode_rekening"], above))
        and sumber in (None, row["sumber_dana"])
    ]


def _above(code: object, above: Mapping[object, object]) -> set[object]:
    """A code and every code above it."""
    chain: set[object] = set()
    while code is not None and code not in chain:
        chain.add(code)
        code = above.get(code)
    return chain


def _single(chosen: Rows, ukuran: Ukuran) -> Terhitung:
    if len(chosen) > 1:
        named = ", ".join(str(_named(row)) for row in chosen[:4]) + (
            ", ..." if len(chosen) > 4 else ""
        )
        columns = ", ".join(
            name for name in KAMUS[ukuran.tabel].pemilih if name not in dict(ukuran.syarat)
        )
        raise UkuranSalah(
            f"cocok dengan {len(chosen)} baris ({named}); tambahkan syarat pada {columns}"
        )
    row = chosen[0]
    value = row.get(ukuran.kolom)
    if value is NOT_APPLICABLE:
        return Terhitung(None, "tidak berlaku tahun ini")
    if value is None:
        return Terhitung(None, str(row.get("keterangan") or "datanya belum ada"))
    if not isinstance(value, Decimal):
        raise UkuranSalah(f"{ukuran.kolom} di sana berisi “{value}”, bukan angka")
    return Terhitung(value)


def _total(rows: Rows, kolom: str) -> Terhitung:
    return _or_unknown(jumlah(row[kolom] for row in rows), "sebagian barisnya belum dilaporkan")


def _share(rows: Rows, whole: str) -> Terhitung:
    part, base = (jumlah(row[name] for row in rows) for name in ("realisasi_rp", whole))
    if part is None or base is None:
        return Terhitung(None, "sebagian barisnya belum dilaporkan")
    return _or_unknown(persen(part, base), "pembaginya nol")


def _weighted(rows: Rows, kolom: str) -> Terhitung:
    values = [row[kolom] for row in rows]
    if not all(isinstance(value, Decimal) for value in values):
        return Terhitung(None, "sebagian barisnya belum dilaporkan")
    return _or_unknown(rata_rata(values, [row["pagu_rp"] for row in rows]), "pagunya nol")


def _mean(rows: Rows, terbobot: bool) -> Terhitung:
    values: Iterable[object] = [row["capaian_persen"] for row in rows]
    weights = [row["bobot"] for row in rows] if terbobot else None
    return _or_unknown(rata_rata(values, weights), "belum ada capaian yang terhitung")


def _or_unknown(value: Decimal | None, sebab: str) -> Terhitung:
    return Terhitung(value) if value is not None else Terhitung(None, sebab)
