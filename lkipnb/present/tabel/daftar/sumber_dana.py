"""The budget by source of funds."""

from __future__ import annotations

from dataclasses import replace

from lkipnb.present.bahan import Bahan, bersumber_banyak, cakupan, sumber
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Sajian, isi
from lkipnb.present.tabel.lingkup import APBD, DI_LUAR, SELURUH
from lkipnb.present.tabel.uang import berlabel, bernilai

TANPA_SUMBER = "Sumber dana tidak disebut"


def sajian(bahan: Bahan) -> Sajian | None:
    """Every source, what names none, and the total; sources outside the own budget stand apart.
    None when no line names its source, or all name the same.
    """
    sources = bahan.results.sumber_dana
    if not sources or not bersumber_banyak(bahan):
        return None
    label = Kolom("sumber_dana", "Sumber dana", 0, kepala=True)
    return Sajian(
        f"Anggaran menurut sumber dana, {bahan.data.tahun}",
        berlabel(label, bernilai(sources)),
        _baris(bahan),
        sumber(bahan, "anggaran"),
    )


def _baris(bahan: Bahan) -> list[Baris]:
    own = _own(bahan)
    beside = [Baris(isi(row), DI_LUAR) for row in bahan.results.sumber_dana if row.lain]
    if not beside:
        return own
    whole = isi(bahan.results.anggaran_semua.jumlah, sumber_dana=SELURUH)
    return [
        *(replace(row, grup=APBD) for row in own),
        *beside,
        Baris(whole, "Seluruh sumber dana", JUMLAH),
    ]


def _own(bahan: Bahan) -> list[Baris]:
    """The sources of the own budget, what names none, and their total where there are several."""
    listed = [Baris(isi(row)) for row in bahan.results.sumber_dana if not row.lain]
    own = bahan.results.anggaran
    if own.tanpa_sumber is not None:
        listed.append(Baris(isi(own.tanpa_sumber, sumber_dana=TANPA_SUMBER)))
    if len(listed) < 2:
        return listed
    total = isi(own.jumlah, sumber_dana=f"Jumlah {cakupan(bahan)}")
    return [*listed, Baris(total, peran=JUMLAH)]
