"""What no mend may lead to: an amount below zero, or more spent than there is."""

from __future__ import annotations

from decimal import Decimal

from lkipnb.audit.diagnosis.evidence import Berubah, Jaring
from lkipnb.audit.diagnosis.explanation import Ubah
from lkipnb.audit.kaitan import Nilai, Sel

PAGU, SPENT, SHARE = "pagu_rp", "realisasi_rp", "serapan_persen"
BUDGETS = ("anggaran", "belanja", "belanja_jenis")
COUNTED = ("fakta", "aset", "pegawai_kelamin", "pegawai_eselon", "pegawai_golongan")
SERATUS = Decimal(100)


def impossible(jaring: Jaring, ubah: Ubah) -> bool:
    """Whether a change cannot be right whatever it mends."""
    changed = Berubah(jaring.nilai, ubah)
    return any(
        _negative(cell, jaring.nilai.get(cell), value) or _overspent(cell, changed)
        for cell, value in ubah.items()
    )


def _negative(cell: Sel, printed: Decimal | None, value: Decimal | None) -> bool:
    """Whether an amount would fall below zero; a measure may, where it already was or only its sign
    is wrong.
    """
    if value is None or value >= 0:
        return False
    if cell.tabel in (*BUDGETS, *COUNTED):
        return True
    return printed is not None and printed >= 0 and printed != -value


def _overspent(cell: Sel, nilai: Nilai) -> bool:
    """Whether the line of a changed cell has spent more than it has."""
    if cell.tabel not in BUDGETS:
        return False
    if cell.kolom == SHARE:
        share = nilai.get(cell)
        return share is not None and share > SERATUS
    if cell.kolom not in (PAGU, SPENT):
        return False
    budget, spent = nilai.get(cell._replace(kolom=PAGU)), nilai.get(cell._replace(kolom=SPENT))
    return budget is not None and spent is not None and spent > budget
