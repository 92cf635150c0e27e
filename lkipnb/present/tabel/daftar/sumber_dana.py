"""The budget by source of funds."""

from __future__ import annotations

from dataclasses import replace

from lkipnb.calculate.serapan import tanpa_sumber_dana
from lkipnb.present.bahan import Bahan, bersumber_banyak, cakupan, rows, sumber
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Sajian
from lkipnb.present.tabel.lingkup import APBD, DI_LUAR, SELURUH
from lkipnb.present.tabel.uang import berlabel, bernilai

TANPA_SUMBER = "Sumber dana tidak disebut"


def sajian(bahan: Bahan) -> Sajian | None:
    """Every source, what names none, and the total; sources outside the own budget stand apart.
    None when no line names its source, or all name the same.
    """
    sources = bahan.hasil.sumber_dana
    if sources.empty or not bersumber_banyak(bahan):
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
    beside = [Baris(row, DI_LUAR) for row in rows(bahan.hasil.sumber_dana) if row["lain"]]
    if not beside:
        return own
    whole = {"sumber_dana": SELURUH} | bahan.hasil.anggaran_semua_jumlah.as_row()
    return [
        *(replace(row, grup=APBD) for row in own),
        *beside,
        Baris(whole, "Seluruh sumber dana", JUMLAH),
    ]


def _own(bahan: Bahan) -> list[Baris]:
    """The sources of the own budget, what names none, and their total where there are several."""
    listed = [Baris(row) for row in rows(bahan.hasil.sumber_dana) if not row["lain"]]
    silent = tanpa_sumber_dana(bahan.hasil.anggaran)
    if silent is not None:
        listed.append(Baris({"sumber_dana": TANPA_SUMBER} | silent.as_row()))
    if len(listed) < 2:
        return listed
    total = {"sumber_dana": f"Jumlah {cakupan(bahan)}"} | bahan.hasil.anggaran_jumlah.as_row()
    return [*listed, Baris(total, peran=JUMLAH)]
