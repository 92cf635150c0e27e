"""The value of a measure (`lkipnb.schemas.ukuran`) on the data and results of a year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from lkipnb.asal import banyak
from lkipnb.calculate.isi_ukuran import Isi, Row, Rows
from lkipnb.calculate.persen import jumlah, persen, rata_rata
from lkipnb.model import NOT_APPLICABLE
from lkipnb.rules.satuan import satuan
from lkipnb.schemas.satuan_ukuran import BARIS, INDIKATOR, SELISIH, TIDAK_DIKETAHUI, satuan_besaran
from lkipnb.schemas.ukuran import KAMUS, TIDAK, YA, Cara, Ukuran, UkuranSalah, bilangan, saran

BUDGET = ("anggaran", "anggaran_lain", "anggaran_semua")
SEBAGIAN = "sebagian barisnya belum dilaporkan"
MOST_NAMED = 4


@dataclass(frozen=True)
class Terhitung:
    """The value of a measure, exact; None where the data do not give one, and `sebab` says why.

    `satuan` is its unit, empty where nothing says.
    """

    nilai: Decimal | None
    sebab: str = ""
    satuan: str = ""


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
    if cara is Cara.TERTIMBANG:
        return _weighted(lines, ukuran.kolom)
    return _known(jumlah(_numbers(lines, ukuran.kolom)), SEBAGIAN)


def _unit(chosen: Rows, ukuran: Ukuran, isi: Isi) -> str:
    """The unit of the value: of the measure itself, or the one that all its rows have."""
    told = satuan_besaran(ukuran)
    if told not in (INDIKATOR, SELISIH, BARIS):
        return told
    units = _units_of_rows(chosen) if told == BARIS else _units_of_indicators(chosen, isi)
    if len(units) != 1:
        return TIDAK_DIKETAHUI
    own = satuan(units.pop())
    return own.selisih if told == SELISIH else own.nama


def _units_of_rows(chosen: Rows) -> set[str]:
    return {str(row["satuan"]) for row in chosen}


def _units_of_indicators(chosen: Rows, isi: Isi) -> set[str]:
    codes = {row.get("indikator") or row.get("kode") for row in chosen}
    return _units_of_rows([row for row in isi.baris["indikator"] if row["kode"] in codes])


def pilih(rows: Rows, ukuran: Ukuran, predikat: Collection[str] = ()) -> Rows:
    """The rows that meet every condition.  Raises UkuranSalah for a value that stands in no row of
    its column.
    """
    if not rows:
        return []
    for name, value in ukuran.syarat:
        known = predikat if name == "predikat" else {_text(row.get(name)) for row in rows}
        _check_known(ukuran, name, value, known)
    return [row for row in rows if _meets(row, ukuran)]


def _check_known(ukuran: Ukuran, name: str, value: str, known: Collection[str]) -> None:
    closed = name in dict(KAMUS[ukuran.tabel].pilihan)
    if closed or any(_same(each, value) for each in known):
        return
    near = saran(value, sorted(each for each in known if each))
    raise UkuranSalah(f"tidak ada {name} “{value}” pada {ukuran.tabel}; {near}")


def _meets(row: Row, ukuran: Ukuran) -> bool:
    return all(_same(_text(row.get(name)), value) for name, value in ukuran.syarat)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return YA if value else TIDAK
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


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
    lines = [row for row in rows if row["rinci"] and sumber in (None, row["sumber_dana"])]
    return [row for row in lines if not codes.isdisjoint(_above(row["kode_rekening"], above))]


def _above(code: object, above: Mapping[object, object]) -> set[object]:
    """A code and every code above it."""
    chain: set[object] = set()
    while code is not None and code not in chain:
        chain.add(code)
        code = above.get(code)
    return chain


def _single(chosen: Rows, ukuran: Ukuran) -> Terhitung:
    if len(chosen) > 1:
        raise _several(chosen, ukuran)
    row = chosen[0]
    value = row.get(ukuran.kolom)
    if value is NOT_APPLICABLE:
        return Terhitung(None, "tidak berlaku tahun ini")
    if value is None:
        return Terhitung(None, str(row.get("keterangan") or "datanya belum ada"))
    if not isinstance(value, Decimal):
        raise UkuranSalah(f"{ukuran.kolom} di sana berisi “{value}”, bukan angka")
    return Terhitung(value)


def _several(chosen: Rows, ukuran: Ukuran) -> UkuranSalah:
    """One row is meant, and several meet the conditions."""
    named = [str(_named(row)) for row in chosen[:MOST_NAMED]]
    if len(chosen) > MOST_NAMED:
        named.append("...")
    conditions = dict(ukuran.syarat)
    columns = [name for name in KAMUS[ukuran.tabel].pemilih if name not in conditions]
    return UkuranSalah(
        f"cocok dengan {len(chosen)} baris ({', '.join(named)}); tambahkan syarat pada"
        f" {', '.join(columns)}"
    )


def _numbers(rows: Rows, kolom: str) -> Iterable[object]:
    return [row[kolom] for row in rows]


def _share(rows: Rows, whole: str) -> Terhitung:
    part, base = jumlah(_numbers(rows, "realisasi_rp")), jumlah(_numbers(rows, whole))
    if part is None or base is None:
        return Terhitung(None, SEBAGIAN)
    return _known(persen(part, base), "pembaginya nol")


def _weighted(rows: Rows, kolom: str) -> Terhitung:
    values = _numbers(rows, kolom)
    if not all(isinstance(value, Decimal) for value in values):
        return Terhitung(None, SEBAGIAN)
    return _known(rata_rata(values, _numbers(rows, "pagu_rp")), "pagunya nol")


def _mean(rows: Rows, terbobot: bool) -> Terhitung:
    weights = _numbers(rows, "bobot") if terbobot else None
    value = rata_rata(_numbers(rows, "capaian_persen"), weights)
    return _known(value, "belum ada capaian yang terhitung")


def _known(value: Decimal | None, sebab: str) -> Terhitung:
    if value is None:
        return Terhitung(None, sebab)
    return Terhitung(value)
