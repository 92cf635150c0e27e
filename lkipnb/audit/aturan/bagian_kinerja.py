"""Targets and realisasi that follow from parts, from quarters, or stand in the Renstra too."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import HasilBagi, Jumlah, Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, PERINGATAN
from lkipnb.calculate.realisasi import QUARTERS, pengali
from lkipnb.model import turunan_dari

BERBEDA = "Perjanjian Kinerja dan Renstra menyebut target yang berbeda"
TERANGKAN = "betulkan target di kinerja.csv bila salah salin, atau terangkan mengapa berbeda"
PARTS, OTHERS = "realisasi-bagian", "realisasi-turunan"
QUARTER, PLAN = "nilai-triwulan", "target-renstra"


def _kinds(materi: Materi) -> dict[str, dict]:
    return {row["kode"]: row for row in materi.baris("indikator")}


def _parts(materi: Materi) -> Iterator[HasilBagi]:
    kinds = _kinds(materi)
    for row in materi.baris("kinerja"):
        kind = kinds.get(row["indikator"])
        if kind is None or row["nilai_pembilang"] is None or row["nilai_penyebut"] is None:
            continue
        above, below = (
            ("nilai_penyebut", "nilai_pembilang")
            if kind["jenis"] == "rasio"
            else (
                "nilai_pembilang",
                "nilai_penyebut",
            )
        )
        factor = Decimal(1) if kind["jenis"] == "rasio" else pengali(kind)
        at = row["baris"]
        yield HasilBagi(
            PARTS,
            GALAT,
            Sel("kinerja", at, "realisasi"),
            Sel("kinerja", at, above),
            Sel("kinerja", at, below),
            factor,
            f"realisasi {kind['kode']} dari pembilang dan penyebutnya",
        )


def _others(materi: Materi) -> Iterator[Jumlah]:
    """The realisasi of an indicator that sums or averages others."""
    at = {row["indikator"]: row["baris"] for row in materi.baris("kinerja")}
    for kind in materi.baris("indikator"):
        codes = turunan_dari(kind)
        if not codes or not {kind["kode"], *codes} <= set(at):
            continue
        factor = Decimal(1) if kind["turunan"] == "jumlah" else Decimal(1) / len(codes)
        parts = tuple((Sel("kinerja", at[kode], "realisasi"), factor) for kode in codes)
        told = f"realisasi {kind['kode']} sebagai {kind['turunan']} {', '.join(codes)}"
        yield Jumlah(OTHERS, GALAT, Sel("kinerja", at[kind["kode"]], "realisasi"), parts, told)


def _quarters(materi: Materi) -> Iterator[Jumlah]:
    kinds = _kinds(materi)
    cells = {(row["indikator"], row["triwulan"]): row["baris"] for row in materi.baris("triwulan")}
    for row in materi.baris("kinerja"):
        kind = kinds.get(row["indikator"])
        way = kind and kind["triwulan"]
        used = QUARTERS[-1:] if way == "terakhir" else QUARTERS
        if not way or any((row["indikator"], q) not in cells for q in used):
            continue
        factor = Decimal(1) / len(used) if way == "rata-rata" else Decimal(1)
        for column in ("target", "realisasi"):
            parts = tuple(
                (Sel("triwulan", cells[row["indikator"], q], column), factor) for q in used
            )
            told = f"{column} {kind['kode']} setahun dari triwulan ({way})"
            yield Jumlah(QUARTER, GALAT, Sel("kinerja", row["baris"], column), parts, told)


def _plan(materi: Materi) -> Iterator[Jumlah]:
    kinds = _kinds(materi)
    rows = {(row["indikator"], row["tahun"]): row["baris"] for row in materi.baris("renstra")}
    for row in materi.baris("kinerja"):
        kind = kinds.get(row["indikator"])
        at = rows.get((row["indikator"], materi.data.tahun))
        if kind is None or at is None or kind["sifat_target"] == "akumulasi":
            continue
        part = ((Sel("renstra", at, "target"), Decimal(1)),)
        told = f"target {kind['kode']} menurut Renstra"
        own = Sel("kinerja", row["baris"], "target")
        yield Jumlah(PLAN, PERINGATAN, own, part, told, BERBEDA, TERANGKAN)


ATURAN = (
    Aturan(
        PARTS,
        GALAT,
        "Realisasi mengikuti pembilang dan penyebutnya",
        "Hitungan: pembilang dibagi penyebut kali pengali",
        "Bila pembilang dan penyebut diisi, realisasi yang dilaporkan harus sama dengan hasil"
        " baginya.",
        ("kinerja", "indikator"),
        kaitan=_parts,
    ),
    Aturan(
        OTHERS,
        GALAT,
        "Realisasi mengikuti indikator yang menurunkannya",
        "Hitungan menurut cara yang ditetapkan indikator: jumlah atau rata-rata indikator lain",
        "Bila realisasi indikator turunan diisi, nilainya harus sama dengan jumlah atau rata-rata"
        " indikator asalnya; hasil hitunglah yang dipakai.",
        ("kinerja", "indikator"),
        kaitan=_others,
    ),
    Aturan(
        QUARTER,
        GALAT,
        "Nilai setahun mengikuti triwulannya",
        "Hitungan menurut cara yang ditetapkan indikator: jumlah, rata-rata, atau nilai terakhir",
        "Target dan realisasi setahun harus mengikuti nilai keempat triwulan.",
        ("kinerja", "indikator", "triwulan"),
        kaitan=_quarters,
    ),
    Aturan(
        PLAN,
        PERINGATAN,
        "Target tahun ini sama dengan target Renstra",
        "PermenPANRB 53/2014, Lampiran III: target Perjanjian Kinerja selaras dengan rencana"
        " strategis",
        "Target Perjanjian Kinerja yang berbeda dari target Renstra tahun yang sama perlu alasan.",
        ("kinerja", "indikator", "renstra"),
        kaitan=_plan,
    ),
)
