"""Spending by group and kind, and income: each with its sums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lkipnb.calculate.persen import jumlah, persen, selisih
from lkipnb.calculate.serapan import jumlah_pagu
from lkipnb.model import (
    JumlahKelompok,
    JumlahPendapatan,
    SerapanJenis,
    SerapanKelompok,
    SumberPendapatan,
)
from lkipnb.schemas import Belanja, BelanjaJenis, Pendapatan


def belanja_kelompok(belanja: Iterable[Belanja]) -> tuple[SerapanKelompok, ...]:
    """Each group of spending with its absorption."""
    return tuple(
        SerapanKelompok(
            kelompok=row.kelompok, penggunaan=row.penggunaan, **vars(jumlah_pagu([row]))
        )
        for row in belanja
    )


def belanja_jenis(jenis: Iterable[BelanjaJenis]) -> tuple[SerapanJenis, ...]:
    """Each kind of spending with its absorption."""
    return tuple(
        SerapanJenis(kelompok=row.kelompok, jenis=row.jenis, **vars(jumlah_pagu([row])))
        for row in jenis
    )


def jumlah_kelompok(jenis: Iterable[SerapanJenis]) -> tuple[JumlahKelompok, ...]:
    """The kinds of each group together, in the order of first mention."""
    groups: dict[str, list[SerapanJenis]] = {}
    for row in jenis:
        groups.setdefault(row.kelompok, []).append(row)
    return tuple(
        JumlahKelompok(kelompok=name, **vars(jumlah_pagu(rows))) for name, rows in groups.items()
    )


def penerimaan(pendapatan: Iterable[Pendapatan]) -> tuple[SumberPendapatan, ...]:
    """Each source of income with its target, what came in, and the share of it in percent."""
    return tuple(
        SumberPendapatan(kelompok=row.kelompok, uraian=row.uraian, **vars(jumlah_pendapatan([row])))
        for row in pendapatan
    )


def jumlah_pendapatan(pendapatan: Sequence[Pendapatan]) -> JumlahPendapatan:
    """All income of the agency."""
    target = jumlah(row.target_rp for row in pendapatan)
    done = jumlah(row.realisasi_rp for row in pendapatan)
    return JumlahPendapatan(
        target_rp=target,
        realisasi_rp=done,
        lebih_rp=selisih(done, target),
        tercapai_persen=persen(done, target),
    )
