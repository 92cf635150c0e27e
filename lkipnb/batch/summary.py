"""What the recapitulation tells of one agency-year, in plain values that a file can hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lkipnb.batch.discovery import AgencyYear

if TYPE_CHECKING:
    from lkipnb.workbook import Workbook


@dataclass(frozen=True)
class Summary:
    """An agency-year: figures as exact decimals in text, None where they are not known.

    `sebab` are the reasons why there is no report, one sentence each.
    """

    opd: str
    tahun: int
    nama: str
    capaian_persen: str | None = None
    predikat: str | None = None
    pagu_rp: str | None = None
    realisasi_rp: str | None = None
    serapan_persen: str | None = None
    tercapai: int = 0
    belum: int = 0
    belum_dilaporkan: int = 0
    tidak_terhitung: int = 0
    galat: int = 0
    peringatan: int = 0
    catatan: int = 0
    sebab: tuple[str, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether its data have faults: no report, or a draft."""
        return bool(self.sebab or self.galat)


def failed(key: AgencyYear, *reasons: str) -> Summary:
    """An agency-year without a report."""
    return Summary(key.opd, key.tahun, key.opd, sebab=reasons)


def summary(lk: Workbook, temuan: Mapping[str, int]) -> Summary:
    """The figures of a report that was made, and its open findings by level."""
    whole = lk.results.capaian_opd
    money = lk.results.anggaran.jumlah
    return Summary(
        opd=lk.data.opd,
        tahun=lk.data.tahun,
        nama=str(lk.data.profil.nama),
        capaian_persen=_text(whole.capaian_persen),
        predikat=None if whole.predikat is None else str(whole.predikat),
        pagu_rp=_text(money.pagu_rp),
        realisasi_rp=_text(money.realisasi_rp),
        serapan_persen=_text(money.serapan_persen),
        tercapai=int(whole.banyak_tercapai),
        belum=int(whole.banyak_belum),
        belum_dilaporkan=int(whole.banyak_belum_dilaporkan),
        tidak_terhitung=int(whole.banyak_tidak_terhitung),
        galat=temuan["galat"],
        peringatan=temuan["peringatan"],
        catatan=temuan["catatan"],
    )


def _text(value: Decimal | None) -> str | None:
    if value is None:
        return None
    return format(Decimal(value), "f")
