"""A table of indicators, from Excel, CSV or a pasted text, into the typed tables of a year.

`kepala` finds the header and `arti` what each column holds; `baris` reads the indicators below it.
`bacaan` is what was understood; `gabung` lays it over the tables that are there, and `simpan`
writes it.  What the file does not say stays empty and is told; what it leaves open is asked.
"""

from lkipnb.exchange.kinerja.bacaan import Bacaan, baca
from lkipnb.exchange.kinerja.gabung import Gabungan, gabungkan
from lkipnb.exchange.kinerja.pilihan import Pilihan, baca_kolom
from lkipnb.exchange.kinerja.simpan import periksa, simpan

__all__ = ["Bacaan", "Gabungan", "Pilihan", "baca", "baca_kolom", "gabungkan", "periksa", "simpan"]
