"""Tables of BAB II: the planning frame, the indicators, the targets."""

from __future__ import annotations

from lkipnb.calculate.urutan import berurut
from lkipnb.model import turunan_dari
from lkipnb.present.bahan import Bahan, nomor_sasaran
from lkipnb.present.format import KOSONG, angka, daftar
from lkipnb.present.tabel.indikator import bernama, besar
from lkipnb.present.tabel.susun import Baris, Kolom
from lkipnb.rules.satuan import satuan

JENJANG = ("misi", "tujuan", "sasaran", "strategi", "kebijakan")
ARAH = {"naik": "makin tinggi makin baik", "turun": "makin rendah makin baik"}


def kerangka(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """One row per item, from the mission down; the level stands beside its number."""
    kolom = [
        Kolom("jenjang", "Jenjang", 16),
        Kolom("kode", "Nomor", 16, utuh=True),
        Kolom("uraian", "Rumusan", 68, kepala=True),
    ]
    items = berurut(bahan.data.kerangka.to_dict("records"), lambda row: row["kode"])
    return kolom, [Baris(row | {"jenjang": row["jenjang"].capitalize()}) for row in items]


def jenjang_kerangka(bahan: Bahan) -> list[str]:
    """The levels of the planning frame that the agency has filled in, from the mission down."""
    filled = set(bahan.data.kerangka.jenjang)
    return [level for level in JENJANG if level in filled]


def indikator(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Every indicator with what it is computed from, unit and direction, grouped by sasaran: its
    numerator and denominator, or the indicators that it follows from.
    """
    rows = _in_print(bahan)
    parts = any(row["pembilang"] or row["penyebut"] for row in rows)
    derived = 16 if any(map(turunan_dari, rows)) else 0
    narrow = derived // 4 if parts else 0
    kolom = [
        Kolom("kode", "Kode", 9, utuh=True),
        Kolom(
            "nama", "Indikator kinerja utama", 25 - narrow if parts else 50 - derived, kepala=True
        ),
        *(
            (
                Kolom("pembilang", "Pembilang", 22 - narrow),
                Kolom("penyebut", "Penyebut", 22 - narrow),
            )
            if parts
            else ()
        ),
        *((Kolom("turunan", "Mengikuti dari", derived, dari=_derived),) if derived else ()),
        Kolom("polaritas", "Satuan dan arah", 22 - narrow if parts else 41, dari=_unit_and_way),
        Kolom("satuan", "Satuan", 0),
    ]
    return kolom, [Baris(row, judul_sasaran(bahan)[row["sasaran"]]) for row in rows]


def _derived(row: dict) -> str:
    """`rata-rata realisasi A1 dan B1`; a dash for an indicator that is measured itself."""
    codes = turunan_dari(row)
    return f"{row['turunan']} realisasi {daftar(codes)}" if codes else KOSONG


def _unit_and_way(row: dict) -> str:
    return f"{satuan(row['satuan']).nama}, {ARAH[row['polaritas']]}"


def perjanjian_kinerja(bahan: Bahan) -> tuple[list[Kolom], list[Baris]]:
    """Sasaran, indicators and targets as the agreement states them."""
    kolom = [
        Kolom("nomor", "No.", 7, angka, angka=True),
        Kolom("nama", "Indikator kinerja", 75, kepala=True, dari=bernama),
        Kolom("target", "Target", 18, angka=True, dari=besar("target")),
        Kolom("satuan", "Satuan", 0),
    ]
    return kolom, [
        Baris(row | {"nomor": number}, judul_sasaran(bahan)[row["sasaran"]])
        for number, row in enumerate(_in_print(bahan), start=1)
    ]


def _in_print(bahan: Bahan) -> list[dict]:
    """The indicators with those of one sasaran together, as a table groups them."""
    rows = bahan.hasil.capaian.to_dict("records")
    place = list(dict.fromkeys(row["sasaran"] for row in rows))
    return sorted(rows, key=lambda row: place.index(row["sasaran"]))


def judul_sasaran(bahan: Bahan) -> dict[str, str]:
    """The heading of each sasaran's group, by its code."""
    number = nomor_sasaran(bahan)
    rows = bahan.hasil.capaian_sasaran.to_dict("records")
    return {row["kode"]: f"Sasaran {number[row['kode']]}: {row['uraian']}" for row in rows}
