"""The findings of the audit: those that are asked for, and the row that each speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lkipnb.audit.temuan import Temuan
from lkipnb.model import Dataset
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian


@dataclass(frozen=True)
class SaringanTemuan:
    """Which findings are wanted: of a level, of a file, with a text anywhere; empty for any."""

    tingkat: str = ""
    berkas: str = ""
    teks: str = ""

    def cocok(self, found: Temuan) -> bool:
        told = " ".join((found.aturan, found.pesan, found.sebab, found.saran, found.kunci))
        return (
            self.tingkat in ("", found.tingkat)
            and self.berkas in ("", found.berkas)
            and self.teks.casefold() in told.casefold()
        )


def pilih(temuan: Iterable[Temuan], saringan: SaringanTemuan) -> list[Temuan]:
    """The wanted findings, in their order."""
    return [found for found in temuan if saringan.cocok(found)]


def tentang(temuan: Iterable[Temuan], kode: str) -> list[Temuan]:
    """The findings about what has the code `kode`: it is a word of their key or their message."""
    return [found for found in temuan if kode in _words(f"{found.kunci} {found.pesan}")]


def _words(text: str) -> set[str]:
    for mark in "=;,:()“”.":
        text = text.replace(mark, " ")
    return set(text.split())


def sajian(temuan: Iterable[Temuan]) -> Sajian:
    """The findings as a table: what, where, and what to do."""
    columns = [
        Kolom("tingkat", "Tingkat", 10, utuh=True),
        Kolom("tempat", "Tempat", 20),
        Kolom("pesan", "Temuan", 45, kepala=True),
        Kolom("saran", "Usul", 25),
    ]
    rows = [
        Baris(
            {
                "tingkat": found.tingkat,
                "tempat": tempat(found),
                "pesan": found.pesan,
                "saran": found.saran,
            }
        )
        for found in temuan
    ]
    return Sajian("Temuan pemeriksaan", columns, rows)


def tempat(found: Temuan) -> str:
    """`kinerja.csv, baris 5, kolom realisasi`: where a finding stands."""
    row = f"baris {found.baris}" if found.baris is not None else ""
    column = f"kolom {found.kolom}" if found.kolom else ""
    return ", ".join(part for part in (found.berkas, row, column) if part)


def baris(data: Dataset, found: Temuan) -> dict[str, str]:
    """The cells of the row that a finding speaks of, as printed, by their columns; none where it
    speaks of a file, or of one that is no table.
    """
    frame = data.printed.get(found.berkas.removesuffix(".csv"))
    if frame is None or found.baris not in frame.index:
        return {}
    return {name: str(frame.at[found.baris, name]) for name in frame.columns}
