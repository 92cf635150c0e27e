"""Every indicator with the way it is reckoned."""

from __future__ import annotations

from lkipnb.calculate.rumus import ARAH, RUMUS
from lkipnb.model import CapaianIndikator, turunan_dari
from lkipnb.present.bahan import Bahan, sumber
from lkipnb.present.format import KOSONG, daftar
from lkipnb.present.kalimat.hitung import bercara
from lkipnb.present.tabel.indikator import KODE, SATUAN, judul_sasaran, per_sasaran
from lkipnb.present.tabel.kolom import Baris, Kolom, Row, Sajian, isi
from lkipnb.rules.satuan import satuan

JUDUL = "Indikator kinerja utama"


def sajian(bahan: Bahan) -> Sajian:
    """What each indicator is computed from, its unit and direction, grouped by sasaran."""
    listed = per_sasaran(bahan)
    group = judul_sasaran(bahan)
    return Sajian(
        f"{JUDUL} dan cara menghitungnya" if any(map(bercara, listed)) else JUDUL,
        [KODE, *_kolom(listed), SATUAN],
        [Baris(isi(row), group[row.sasaran]) for row in listed],
        sumber(bahan, "kinerja"),
    )


def _kolom(listed: list[CapaianIndikator]) -> list[Kolom]:
    """With numerator and denominator where an indicator has one, and with what it follows from
    where one follows from others.
    """
    derived = [Kolom("turunan", "Diturunkan dari", 16, dari=_derived)]
    if not any(turunan_dari(row.turunan, row.turunan_dari) for row in listed):
        derived = []
    if not any(row.pembilang or row.penyebut for row in listed):
        room = 50 - sum(column.lebar for column in derived)
        return [
            Kolom("nama", "Indikator kinerja utama", room, kepala=True),
            *derived,
            Kolom("polaritas", "Satuan dan arah", 41, dari=_unit_and_way),
        ]
    narrow = 4 * len(derived)
    return [
        Kolom("nama", "Indikator kinerja utama", 25 - narrow, kepala=True),
        Kolom("pembilang", "Pembilang", 22 - narrow),
        Kolom("penyebut", "Penyebut", 22 - narrow),
        *derived,
        Kolom("polaritas", "Satuan dan arah", 22 - narrow, dari=_unit_and_way),
    ]


def _derived(row: Row) -> str:
    """`rata-rata realisasi A1 dan B1`; a dash for an indicator that is measured itself."""
    codes = turunan_dari(row["turunan"], row["turunan_dari"])
    if codes:
        return f"{row['turunan']} realisasi {daftar(codes)}"
    return KOSONG


def _unit_and_way(row: Row) -> str:
    way = RUMUS[row["jenis"]].arah if row["jenis"] in RUMUS else ""
    told = way or ARAH[row["polaritas"]].sebutan
    return f"{satuan(row['satuan']).nama}, {told}"
