"""What the audit finds after the corrections, and what was accepted."""

from __future__ import annotations

from lkipnb.audit import Diterima
from lkipnb.audit.temuan import CATATAN, GALAT, PERINGATAN, Temuan
from lkipnb.present import sebutan
from lkipnb.present.bahan import Bahan, has_rows
from lkipnb.present.dokumen_sumber import bertempat
from lkipnb.present.format import KOSONG, huruf_besar, huruf_kecil
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian

MOST_READINGS = 3
TINGKAT = {GALAT: "Kesalahan", PERINGATAN: "Perlu diperiksa"}
KOLOM = (
    Kolom("tempat", "Data", 22),
    Kolom("pesan", "Temuan", 46, kepala=True),
    Kolom("sebab", "Sebab atau alasan diterima", 32),
    Kolom("id", "Kode", 0),
)


def sajian(bahan: Bahan) -> Sajian | None:
    """Notes are left to `lkipnb check`.  None when nothing stands and nothing was accepted."""
    _, mended = bahan.pemeriksaan
    standing = [
        _baris(found, found.sebab, TINGKAT[found.tingkat])
        for found in mended.temuan
        if found.tingkat != CATATAN
    ]
    accepted = [_baris(one.temuan, _accepted(one), "Diterima") for one in mended.diterima]
    if not standing and not accepted:
        return None
    title = "Temuan setelah koreksi" if has_rows(bahan, "koreksi") else "Temuan pemeriksaan"
    return Sajian(title, KOLOM, [*standing, *accepted])


def _baris(found: Temuan, reason: str, group: str) -> Baris:
    told = {
        "id": found.id,
        "tempat": sebutan.berkas(found.berkas),
        "pesan": _brief(huruf_besar(sebutan.cetak(found.pesan))),
        "sebab": huruf_besar(sebutan.cetak(reason)) or KOSONG,
    }
    return Baris(told, group)


def _accepted(one: Diterima) -> str:
    return bertempat(f"{one.alasan} (diterima {huruf_kecil(one.peran)})")


def _brief(pesan: str) -> str:
    """A message without the readings that were tried and lie further off."""
    first, *others = pesan.split("; ")
    if len(others) > MOST_READINGS:
        return "; ".join([first, *others[:1]])
    return pesan
