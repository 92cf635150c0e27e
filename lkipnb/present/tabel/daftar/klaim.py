"""What the source document claims, beside what is computed."""

from __future__ import annotations

from lkipnb.model import RentangNilai
from lkipnb.present.bahan import Bahan
from lkipnb.present.format import KOSONG, huruf_besar, nilai, persen
from lkipnb.present.tabel.indikator import SATUAN
from lkipnb.present.tabel.kolom import Baris, Kolom, Row, Sajian, isi
from lkipnb.rules.satuan import PERSEN, satuan

COCOK = {True: "sama", False: "tidak sama", None: "tidak dapat dihitung"}


def sajian(bahan: Bahan) -> Sajian | None:
    """The claims that do not hold, then those that cannot be computed; None where everything that
    is claimed holds.
    """
    open_claims = [row for row in bahan.results.klaim_disebut if row.cocok is not True]
    if not open_claims:
        return None
    own = bahan.data.profil.dokumen_sumber is None
    ordered = sorted(open_claims, key=lambda row: row.cocok is None)
    return Sajian(
        "Angka yang dilaporkan dan hasil hitung",
        _kolom(bool(bahan.results.klaim), "Tempat" if own else "Tempat dalam dokumen sumber"),
        [
            Baris(isi(row, kode=row.kode or KOSONG), huruf_besar(COCOK[row.cocok]))
            for row in ordered
        ],
    )


def _claimed(row: Row) -> str:
    low, high = row["nilai"], row["nilai_sampai"]
    return nilai(low if high is None else RentangNilai(low, high), row["satuan"])


def _computed(row: Row) -> str:
    """What is computed; a percentage with the decimals that the report gives it everywhere."""
    if row["terhitung"] is None:
        return KOSONG
    if satuan(row["satuan"]).kode == PERSEN:
        return persen(row["terhitung"])
    return nilai(row["terbulat"], row["satuan"])


def _kolom(coded: bool, place: str) -> list[Kolom]:
    """With codes only where the agency gave them."""
    return [
        Kolom("kode", "Kode", 7 if coded else 0, utuh=True),
        Kolom("tempat", place, 25),
        Kolom("uraian", "Klaim", 34 if coded else 41, kepala=True),
        Kolom("nilai", "Tercetak", 17, angka=True, dari=_claimed),
        Kolom("terhitung", "Hasil hitung", 17, angka=True, dari=_computed),
        Kolom("cocok", "Simpulan", 0),
        Kolom("nilai_sampai", "Sampai", 0),
        SATUAN,
    ]
