"""An export of the budget system (LRA) into the table `anggaran` of a year.

Offices have these as Excel, CSV or saved web pages with title lines, merged cells, codes over
several columns, indented names, totals and footers.  What was understood is told; what the file
does not decide is asked; what does not add up is refused, unless it is to be kept as printed.
"""

from lkipnb.exchange.lra.ekspor import Terbaca, baca
from lkipnb.exchange.lra.jumlah import Selisih
from lkipnb.exchange.lra.pilihan import SATUAN, Pilihan, baca_kolom
from lkipnb.exchange.lra.simpanan import baca_seperti, dari, simpan, tersimpan
from lkipnb.exchange.lra.tabel import tulis

__all__ = [
    "SATUAN",
    "Pilihan",
    "Selisih",
    "Terbaca",
    "baca",
    "baca_kolom",
    "baca_seperti",
    "dari",
    "simpan",
    "tersimpan",
    "tulis",
]
