"""Realisasi that a source prints in percent only, against sums, totals and budgets all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.aturan.total_belanja import baris_apbd, kelompok_dirinci
from lkipnb.audit.kaitan import angka, satuan_terakhir
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, Temuan, polos
from lkipnb.bilangan import sebut, tulis
from lkipnb.calculate.persen import SERATUS, jumlah, persen
from lkipnb.schemas import Anggaran

ID = "realisasi-persen"
SETENGAH = Decimal("0.5")


class Kisaran(NamedTuple):
    """What a realisasi is, in rupiah, and between which bounds a percentage leaves it."""

    dari: Decimal
    nilai: Decimal
    sampai: Decimal

    @property
    def tepat(self) -> bool:
        return self.dari == self.sampai


Tercetak = Mapping[int, Kisaran | None]


def _periksa(materi: Materi) -> Iterator[Temuan]:
    printed = {row.baris: _kisaran(row) for row in materi.baris(Anggaran)}
    yield from _beyond(materi, printed)
    yield from _groups(materi, printed)
    yield from _total(materi, printed)


def _kisaran(row: Anggaran) -> Kisaran | None:
    """The realisasi as a line prints it: exact in rupiah, else its percentage of pagu; None where
    it prints neither.

    A percentage may have been rounded or cut off at its last decimal.
    """
    done, share, pagu = row.realisasi_rp, row.serapan_persen, row.pagu_rp
    if isinstance(done, Decimal):
        return Kisaran(done, done, done)
    if not isinstance(share, Decimal) or not isinstance(pagu, Decimal):
        return None
    unit = satuan_terakhir(share)
    bounds = (share - unit * SETENGAH, share, share + unit)
    return Kisaran(*(pagu * bound / SERATUS for bound in bounds))


def _sum(parts: Iterable[Kisaran | None]) -> Kisaran | None:
    known = list(parts)
    if not known or None in known:
        return None
    return Kisaran(*(sum(bounds, Decimal(0)) for bounds in zip(*known, strict=True)))


def _given(materi: Materi, baris: int, printed: Tercetak) -> Kisaran | None:
    """What a line prints, else what its parts do."""
    return printed[baris] or _of_parts(materi, baris, printed)


def _of_parts(materi: Materi, baris: int, printed: Tercetak) -> Kisaran | None:
    below = materi.pohon.di_bawah.get(baris, ())
    return _sum(_given(materi, at, printed) for at in below)


def _apart(one: Kisaran, other: Kisaran) -> bool:
    """Whether two cannot be the same; exact amounts are compared elsewhere."""
    if one.tepat and other.tepat:
        return False
    return one.sampai < other.dari or other.sampai < one.dari


def _beyond(materi: Materi, printed: Tercetak) -> Iterator[Temuan]:
    """A percentage above a hundred, with what rounding may add."""
    for row in materi.baris(Anggaran):
        own = printed[row.baris]
        if own is None or own.tepat or own.dari <= row.pagu_rp:
            continue
        told = f"serapan “{row.uraian}” {sebut(row.serapan_persen)} persen melebihi pagunya"
        yield _finding(materi, row, "serapan_persen", "paling banyak 100", told)


def _groups(materi: Materi, printed: Tercetak) -> Iterator[Temuan]:
    for row in materi.baris(Anggaran):
        own, parts = printed[row.baris], _of_parts(materi, row.baris, printed)
        if own is None or parts is None or not _apart(own, parts):
            continue
        share = persen(parts.nilai, row.pagu_rp)
        if isinstance(row.realisasi_rp, Decimal) or share is None:
            column, right = "realisasi_rp", tulis(parts.nilai, 0)
        else:
            column, right = "serapan_persen", tulis(share, 2)
        told = (
            f"rincian “{row.uraian}” memberi {right}, dihitung dari pagu kali persentasenya;"
            f" {materi.tertulis} {sebut(getattr(row, column))}"
        )
        yield _finding(materi, row, column, right, told)


def _total(materi: Materi, printed: Tercetak) -> Iterator[Temuan]:
    """The groups of spending that programmes spell out, against the programmes."""
    groups = kelompok_dirinci(materi)
    whole = jumlah(angka(group.realisasi_rp) for group in groups)
    parts = _sum(_given(materi, at, printed) for at in baris_apbd(materi))
    if not groups or whole is None or parts is None:
        return
    if not _apart(Kisaran(whole, whole, whole), parts):
        return
    right = tulis(parts.nilai, 0)
    yield Temuan(
        ID,
        GALAT,
        "belanja.csv",
        groups[0].baris,
        "realisasi_rp",
        polos(groups[0].realisasi_rp),
        None,
        f"seluruh program memberi sekitar {right}, dihitung dari pagu kali persentasenya;"
        f" kelompok belanjanya {sebut(whole)}",
        "persentase atau realisasinya salah salin",
        "cocokkan dengan laporan realisasi anggaran",
        kunci=materi.kunci("belanja", groups[0].baris),
    )


def _finding(materi: Materi, row: Anggaran, column: str, right: str, told: str) -> Temuan:
    return Temuan(
        ID,
        GALAT,
        "anggaran.csv",
        row.baris,
        column,
        polos(getattr(row, column)),
        right,
        told,
        "persentase atau realisasinya salah salin",
        "cocokkan dengan laporan realisasi anggaran",
        kunci=materi.kunci("anggaran", row.baris),
    )


ATURAN = Aturan(
    ID,
    GALAT,
    "Realisasi yang hanya tercetak dalam persen tetap cocok",
    "Hitungan: pagu kali persentase, dengan kelonggaran angka desimal yang tercetak; PP 12/2019:"
    " pengeluaran tidak boleh melampaui anggaran yang tersedia",
    "Bila realisasi hanya tercetak dalam persen, pagu kali persentase itu dibandingkan dengan"
    " rinciannya, dengan jumlah belanja, dan dengan pagunya sendiri.",
    ("anggaran", "belanja"),
    periksa=_periksa,
)
