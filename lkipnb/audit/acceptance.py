"""Findings that a person has accepted in `penerimaan.csv`, with a reason and a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkipnb.audit.contract import KONTRAK
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, Temuan
from lkipnb.schemas import Penerimaan


@dataclass(frozen=True)
class Diterima:
    """A finding that a person has accepted, with the reason and the person's role."""

    temuan: Temuan
    alasan: str
    peran: str


def apart(found: Sequence[Temuan], materi: Materi) -> tuple[list[Temuan], list[Diterima]]:
    """The findings that stand, and those that are accepted; an acceptance that names nothing any
    more is told.
    """
    told = {row.temuan: row for row in materi.baris(Penerimaan) if row.alasan and row.peran}
    standing: list[Temuan] = []
    accepted: list[Diterima] = []
    for each in found:
        row = told.get(each.id)
        if row is None:
            standing.append(each)
        else:
            accepted.append(Diterima(each, row.alasan, row.peran))
    used = {each.temuan.id for each in accepted}
    expired = [_expired(row) for kode, row in told.items() if kode not in used]
    return standing + expired, accepted


def _expired(row: Penerimaan) -> Temuan:
    return Temuan(
        KONTRAK,
        CATATAN,
        Penerimaan.table.file,
        row.baris,
        "temuan",
        row.temuan,
        None,
        f"penerimaan {row.temuan} tidak berlaku lagi: temuannya sudah tidak ada, atau angkanya"
        " berubah",
        saran="hapus barisnya, atau terima temuan yang baru",
        kunci=row.temuan,
    )
