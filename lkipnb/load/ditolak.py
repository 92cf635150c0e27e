"""Why an Excel file is not read at all."""

from __future__ import annotations

SAVE_AGAIN = "buka di Excel, simpan, lalu ulangi"
SAVE_AS = "buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu ulangi"
BROKEN = f"berkas rusak atau bukan berkas Excel (.xlsx); {SAVE_AGAIN}"
TOO_MUCH = "lembarnya terlalu besar; hapus baris dan kolom kosong berformat di sekitar data"


class Ditolak(Exception):
    """The file is not read; the text says why."""
