"""What the indicators of a sasaran have reached of the target at the end of the Renstra."""

from __future__ import annotations

from lkipnb.present.bahan import PALING_SEDIKIT, Bahan, has_rows, rows_of, sumber
from lkipnb.present.format import persen
from lkipnb.present.tabel.indikator import (
    KODE,
    SATUAN,
    bernama,
    besar,
    besar_atau_kosong,
    lebar,
)
from lkipnb.present.tabel.kolom import Baris, Kolom, Sajian, atau_kosong, isi


def sajian(bahan: Bahan, sasaran: str) -> Sajian | None:
    """Only indicators that have such a target; None where they are few."""
    whole = rows_of(bahan.results.kemajuan, sasaran)
    own = [row for row in whole if row.target_akhir is not None]
    if not has_rows(bahan, "renstra") or len(own) < PALING_SEDIKIT:
        return None
    wide = lebar(own, 14)
    reached = besar_atau_kosong("sampai_kini")
    return Sajian(
        "Kemajuan terhadap target Renstra",
        [
            KODE,
            Kolom("nama", "Indikator", 65 - 2 * wide, kepala=True, dari=bernama),
            Kolom("sifat", "Sifat target", 12),
            Kolom("target_akhir", "Target akhir", 14, angka=True, dari=besar("target_akhir")),
            Kolom("sampai_kini", f"Sampai {bahan.data.tahun}", wide, angka=True, dari=reached),
            Kolom("kemajuan_persen", "Kemajuan", 14, atau_kosong(persen), angka=True),
            Kolom("tahun_akhir", "Tahun akhir", 0),
            SATUAN,
        ],
        [Baris(isi(row)) for row in own],
        sumber(bahan, "renstra"),
    )
