"""Targets and realisasi that follow from parts, from quarters, or stand in the Renstra too."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.bagian_lain import SATU, Bagian, bacaan_lain
from lkipnb.audit.kaitan import COCOKKAN, HasilBagi, Jumlah, Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, PERINGATAN
from lkipnb.calculate.realisasi import QUARTERS, pengali
from lkipnb.model import turunan_dari
from lkipnb.schemas import Indikator, Kinerja, Renstra, Triwulan

BERBEDA = "Perjanjian Kinerja dan Renstra menyebut target yang berbeda"
TERANGKAN = "betulkan target di kinerja.csv bila salah salin, atau terangkan mengapa berbeda"
PARTS, OTHERS = "realisasi-bagian", "realisasi-turunan"
QUARTER, PLAN = "nilai-triwulan", "target-renstra"
RASIO = "rasio"
CHECK_PARTS = (
    "cocokkan pembilang, penyebut, dan satuannya dengan data asalnya sebelum mengubah realisasi"
)


def _parts(materi: Materi) -> Iterator[HasilBagi]:
    for row in materi.baris(Kinerja):
        kind = materi.indikator.get(row.indikator)
        if kind is None:
            continue
        if row.nilai_pembilang is None or row.nilai_penyebut is None:
            continue
        above, below = _part_columns(kind)
        factor = SATU if kind.jenis == RASIO else pengali(kind.pengali, kind.satuan)
        yield HasilBagi(
            PARTS,
            GALAT,
            Sel("kinerja", row.baris, "realisasi"),
            Sel("kinerja", row.baris, above),
            Sel("kinerja", row.baris, below),
            factor,
            f"realisasi {kind.kode} dari pembilang dan penyebutnya",
            *_other_explanation(row, kind, factor),
        )


def _other_explanation(row: Kinerja, kind: Indikator, factor: Decimal) -> tuple[str, str, bool]:
    """Cause, advice and doubt where the parts or the unit may be wrong and not the realisasi."""
    values = (row.nilai_pembilang, row.nilai_penyebut, row.realisasi)
    known = [value for value in values if isinstance(value, Decimal)]
    if len(known) < len(values) or not all(known):
        return "", COCOKKAN, False
    above, below, reported = known
    if kind.jenis == RASIO:
        above, below = below, above
    told = bacaan_lain(Bagian(above, below, factor, reported))
    if not told:
        return "", COCOKKAN, False
    return f"{' atau '.join(told)} tepat angka yang dilaporkan", CHECK_PARTS, True


def _part_columns(kind: Indikator) -> tuple[str, str]:
    """What is divided by what; the n of a ratio 1:n is the denominator over the numerator."""
    columns = ("nilai_pembilang", "nilai_penyebut")
    return columns[::-1] if kind.jenis == RASIO else columns


def _others(materi: Materi) -> Iterator[Jumlah]:
    """The realisasi of an indicator that sums or averages others."""
    at = {row.indikator: row.baris for row in materi.baris(Kinerja)}
    for kind in materi.indikator.values():
        codes = turunan_dari(kind.turunan, kind.turunan_dari)
        if not codes or not {kind.kode, *codes} <= at.keys():
            continue
        factor = SATU if kind.turunan == "jumlah" else SATU / len(codes)
        parts = tuple((Sel("kinerja", at[kode], "realisasi"), factor) for kode in codes)
        told = f"realisasi {kind.kode} sebagai {kind.turunan} {', '.join(codes)}"
        yield Jumlah(OTHERS, GALAT, Sel("kinerja", at[kind.kode], "realisasi"), parts, told)


def _quarters(materi: Materi) -> Iterator[Jumlah]:
    cells: dict[tuple[str, str], int] = {
        (row.indikator, row.triwulan): row.baris for row in materi.baris(Triwulan)
    }
    for row, kind in materi.terukur:
        if kind.triwulan is None:
            continue
        used = QUARTERS[-1:] if kind.triwulan == "terakhir" else QUARTERS
        keys = [(kind.kode, quarter) for quarter in used]
        if all(key in cells for key in keys):
            yield from _of_quarters(row, kind, [cells[key] for key in keys])


def _of_quarters(row: Kinerja, kind: Indikator, at: Sequence[int]) -> Iterator[Jumlah]:
    factor = SATU / len(at) if kind.triwulan == "rata-rata" else SATU
    for column in ("target", "realisasi"):
        parts = tuple((Sel("triwulan", each, column), factor) for each in at)
        told = f"{column} {kind.kode} setahun dari triwulan ({kind.triwulan})"
        yield Jumlah(QUARTER, GALAT, Sel("kinerja", row.baris, column), parts, told)


def _plan(materi: Materi) -> Iterator[Jumlah]:
    planned = {row.indikator: row.baris for row in materi.baris(Renstra) if _is_of(materi, row)}
    for row, kind in materi.terukur:
        if kind.kode not in planned or kind.sifat_target == "akumulasi":
            continue
        part = ((Sel("renstra", planned[kind.kode], "target"), SATU),)
        told = f"target {kind.kode} menurut Renstra"
        own = Sel("kinerja", row.baris, "target")
        yield Jumlah(PLAN, PERINGATAN, own, part, told, BERBEDA, TERANGKAN)


def _is_of(materi: Materi, row: Renstra) -> bool:
    return row.tahun == materi.data.tahun


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
