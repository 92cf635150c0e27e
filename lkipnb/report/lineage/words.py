"""An origin in words."""

from __future__ import annotations

from lkipnb.asal import Aturan, Jumlah, Operasi, Sel, Teks, Tetapan, Ungkapan, baca, sederhana, suku
from lkipnb.calculate.telusur import ARTI
from lkipnb.present import sebutan
from lkipnb.present.format import huruf_kecil
from lkipnb.present.konteks import PROFILE

LONGEST = 700  # characters of an origin in words; the rest stands in lineage.json
MOST_NAMES = 12
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}
_BOUNDS = {"dari": "batas bawah", "sampai": "batas atas"}


def kata(expression: str) -> str:
    """An origin in words: `realisasi pada “Target dan realisasi indikator” baris 2 ÷ ...`."""
    told = _words(sederhana(baca(expression)))
    if len(told) <= LONGEST:
        return told
    whole_words, _, _ = told[:LONGEST].rpartition(" ")
    return f"{whole_words} … (dan seterusnya)"


def _words(ungkapan: Ungkapan) -> str:
    match ungkapan:
        case Operasi():
            return _operation(ungkapan)
        case Teks(isi):
            return f"“{isi}”"
        case Tetapan(angka):
            return angka.replace(".", ",")
        case Sel():
            return _cell(ungkapan)
        case Jumlah():
            return _total(ungkapan)
    return _rule(ungkapan)


def _operation(operasi: Operasi) -> str:
    kiri, kanan = operasi.bagian
    mean = _mean(operasi)
    if mean:
        return mean
    left = _operand(kiri, operasi.tanda)
    right = _operand(kanan, operasi.tanda, kanan=True)
    return f"{left} {_SIGNS[operasi.tanda]} {right}"


def _mean(operasi: Operasi) -> str:
    """A sum divided by the number of its terms, or of their weights, by its name; else nothing."""
    terms = suku(operasi.kiri)
    if operasi.tanda != "/" or len(terms) == 1:
        return ""
    if operasi.kanan == Tetapan(str(len(terms))):
        return f"rata-rata {len(terms)} nilai ({_listed(terms)})"
    if isinstance(operasi.kanan, Jumlah):
        return _weighted_mean(terms, operasi.kanan)
    return ""


def _weighted_mean(terms: list[Ungkapan], weight: Jumlah) -> str:
    """A sum of products divided by the sum of their second factors; else nothing."""
    weighed = [term for term in terms if isinstance(term, Operasi) and term.tanda == "*"]
    weights = [term.kanan for term in weighed]
    if weight.sel != weights:
        return ""
    values = [term.kiri for term in weighed]
    told = _total(weight).removeprefix("jumlah ")
    return f"rata-rata tertimbang {len(terms)} nilai menurut {told} ({_listed(values)})"


def _listed(parts: list[Ungkapan]) -> str:
    return "; ".join(map(_words, parts))


def _operand(ungkapan: Ungkapan, tanda: str, *, kanan: bool = False) -> str:
    """One side of an operation, in parentheses only where its meaning needs them."""
    told = _words(ungkapan)
    if not isinstance(ungkapan, Operasi):
        return told
    inner = _BINDS[ungkapan.tanda]
    outer = _BINDS[tanda]
    parted = kanan and inner == outer and tanda in "-/"
    if inner < outer or parted:
        return f"({told})"
    return told


def _cell(cell: Sel) -> str:
    column = sebutan.kolom(cell.kolom)
    if cell.tabel == PROFILE:
        return f"{column} pada {huruf_kecil(sebutan.PROFIL)}"
    told = f"{column} pada {_table(cell.tabel)} baris {cell.baris}"
    if cell.batas:
        return f"{_BOUNDS[cell.batas]} {told}"
    return told


def _total(total: Jumlah) -> str:
    rows = total.baris.replace("-", "–").replace(",", ", ")
    column = sebutan.kolom(total.kolom).removeprefix("jumlah")
    told = ["jumlah", column, f"pada {_table(total.tabel)} baris {rows}"]
    return " ".join(filter(None, told))


def _rule(rule: Aturan) -> str:
    match rule:
        case Aturan("baris", (Teks(str(table)),)):
            return f"banyaknya baris {_table(table)}"
    if not rule.bagian:
        return "tidak satu pun"
    named = [_words(part) for part in rule.bagian[:MOST_NAMES]]
    if len(rule.bagian) > MOST_NAMES:
        named.append("…")
    return f"{ARTI.get(rule.nama, rule.nama)} ({'; '.join(named)})"


def _table(name: str) -> str:
    """`“Belanja menurut kelompok”`, of an earlier year with the year."""
    year, _, table = name.rpartition("/")
    told = f"“{sebutan.tabel(table)}”"
    if year:
        return f"{told} tahun {year}"
    return told
