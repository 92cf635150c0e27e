"""Numbers that know where they come from: a cell of `data/`, or a formula over others.

Every number that is read becomes an `Angka`, a Decimal that carries its origin; arithmetic keeps
it.  The origin is written as an expression that can be read and computed again:

    sel("kinerja", "realisasi", 2)                       a cell: table, column, row in the file
    jumlah("anggaran", "pagu_rp", "3-9,11")              the sum of cells of one column
    (sel(...) / sel(...)) * k("100")                     arithmetic; k is a constant of a rule
    rentang(sel(...), sel(...)), banyak(...), ...        what arithmetic alone does not say
"""

from lkipnb.asal.angka import Angka, Kata, banyak, hitung
from lkipnb.asal.pencarian import sel_dari
from lkipnb.asal.penghitungan import nilai
from lkipnb.asal.penulisan import tulis
from lkipnb.asal.penyederhanaan import sederhana, suku
from lkipnb.asal.sumber import Asal, Rumus, Sel
from lkipnb.asal.ungkapan import Aturan, Jumlah, Operasi, Teks, Tetapan, Ungkapan, baca

__all__ = [
    "Angka",
    "Asal",
    "Aturan",
    "Jumlah",
    "Kata",
    "Operasi",
    "Rumus",
    "Sel",
    "Teks",
    "Tetapan",
    "Ungkapan",
    "baca",
    "banyak",
    "hitung",
    "nilai",
    "sederhana",
    "sel_dari",
    "suku",
    "tulis",
]
