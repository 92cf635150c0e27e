"""A form as people fill it: what has one reading is read and told, anything else is asked for by
its cell.

`lembar` finds the sheet of each table and `kepala` its columns; `gabungan`, `baris` and `isi` read
merged cells, rows and single cells; `acuan` joins codes across sheets.  What was read otherwise
than it stands is a `catatan`; what has no reading is a Fault by the row that it has in Excel.
"""
