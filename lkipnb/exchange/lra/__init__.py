"""An export of the budget system (LRA) into the table `anggaran` of a year.

Offices have these as Excel or CSV with title lines, merged cells, codes over several columns,
indented names, totals and footers.  What was understood is told; what does not add up is refused,
unless it is to be kept as printed.
"""

from lkipnb.exchange.lra.ekspor import Terbaca, baca
from lkipnb.exchange.lra.jumlah import Selisih
from lkipnb.exchange.lra.tabel import tulis

__all__ = ["Selisih", "Terbaca", "baca", "tulis"]
