"""Capaian, absorption and the customs of efficiency of a sasaran."""

from __future__ import annotations

from decimal import Decimal

from lkipnb.model import EfisiensiIndikator, EfisiensiSasaran
from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, has_rows, row_of, rows_of
from lkipnb.present.format import angka, bertanda, persen
from lkipnb.present.tabel.indikator import KODE, bernama
from lkipnb.present.tabel.kolom import JUMLAH, Baris, Kolom, Sajian, atau_kosong, isi
from lkipnb.present.tabel.selisih import Pengurangan, catatan_selisih

KEMENKEU = "D: cara Kemenkeu"
TIDAK_SEBANDING = (
    "Efisiensi sasaran tidak dihitung: serapannya mencakup indikator yang capaiannya belum ada."
)


def sajian(bahan: Bahan, sasaran: str) -> Sajian | None:
    """Per indicator that a programme serves, and in all; None where those are few."""
    served = [row for row in rows_of(bahan.results.efisiensi, sasaran) if row.program]
    if not has_rows(bahan, "dukungan") or len(served) < PALING_SEDIKIT:
        return None
    goal = row_of(bahan.results.efisiensi_sasaran, sasaran)
    told: list[EfisiensiIndikator | EfisiensiSasaran] = [*served, goal]
    whole = isi(goal, kode="", nama="Sasaran ini")
    customs = [f"{code}: {rule.tampil}." for code, rule in bahan.rules.efisiensi.items()]
    return Sajian(
        "Capaian, serapan, dan efisiensi",
        KOLOM,
        [*(Baris(isi(row)) for row in served), Baris(whole, peran=JUMLAH)],
        catatan=(
            *customs,
            *([TIDAK_SEBANDING] if goal.tanpa_capaian else []),
            *catatan_selisih(map(_subtraction, told)),
        ),
    )


def _subtraction(row: EfisiensiIndikator | EfisiensiSasaran) -> Pengurangan:
    return persen(row.capaian_persen), persen(row.serapan_persen), angka(row.a, 2)


def _points(value: Decimal) -> str:
    """Percentage points with their sign."""
    return bertanda(value, angka(value, 2))


PERSEN = atau_kosong(persen)
KOLOM = (
    KODE,
    Kolom("nama", "Indikator", 35, kepala=True, dari=bernama),
    Kolom("capaian_persen", "Capaian", 10, PERSEN, angka=True),
    Kolom("serapan_persen", "Serapan", 10, PERSEN, angka=True),
    Kolom("a", "A: selisih (poin)", 9, atau_kosong(_points), angka=True, payung="Efisiensi"),
    Kolom("b", "B: sisa anggaran", 9, PERSEN, angka=True, payung="Efisiensi"),
    Kolom("e", "E", 9, PERSEN, angka=True, payung=KEMENKEU),
    Kolom("ne", "NE", 9, PERSEN, angka=True, payung=KEMENKEU),
)
