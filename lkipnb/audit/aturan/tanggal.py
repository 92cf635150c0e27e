"""Dates and periods follow one another."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, PERINGATAN, Temuan, polos
from lkipnb.model import NOT_APPLICABLE
from lkipnb.schemas import Indikator, Kinerja, Riwayat

ID = "tanggal"
FILE = "profil.yaml"


def _periksa(materi: Materi) -> Iterator[Temuan]:
    profil, tahun = materi.data.profil, materi.data.tahun
    signed = profil.penandatanganan.waktu
    if int(signed[:4]) != tahun + 1:
        told = f"laporan tahun {tahun} ditandatangani {signed}; seharusnya pada tahun {tahun + 1}"
        level = GALAT if int(signed[:4]) <= tahun else PERINGATAN
        yield _finding("penandatanganan.waktu", signed, f"tahun {tahun + 1}", told, level)
    elif signed[5:7] > "03":
        told = f"laporan tahun {tahun} ditandatangani {signed}, sesudah batas tiga bulan"
        yield _finding("penandatanganan.waktu", signed, None, told, PERINGATAN)
    if profil.perjanjian and int(profil.perjanjian.waktu[:4]) not in (tahun - 1, tahun):
        told = f"Perjanjian Kinerja {tahun} ditandatangani {profil.perjanjian.waktu}"
        yield _finding("perjanjian.waktu", profil.perjanjian.waktu, f"tahun {tahun}", told, GALAT)
    for name in ("renstra", "rpjmd"):
        period = getattr(profil.periode, name)
        if not period.awal <= tahun <= period.akhir:
            told = f"tahun {tahun} berada di luar periode {name} {period.awal}–{period.akhir}"
            yield _finding(f"periode.{name}", f"{period.awal}–{period.akhir}", None, told, GALAT)
    yield from _beginnings(materi)


def _beginnings(materi: Materi) -> Iterator[Temuan]:
    """An indicator has no realisasi before the year in which it says that it began."""
    known = _measured(materi)
    for row in materi.baris(Indikator):
        begins, years = row.mulai, known.get(row.kode, set())
        if not isinstance(begins, Decimal) or not any(year < begins for year in years):
            continue
        yield Temuan(
            ID,
            GALAT,
            "indikator.csv",
            row.baris,
            "mulai",
            polos(begins),
            None,
            f"{row.kode} mulai diukur {polos(begins)}, padahal realisasinya tahun"
            f" {min(years)} sudah ada",
            "salah ketik, atau realisasi itu milik indikator lain",
            "betulkan tahun mulainya, atau hapus realisasi sebelum tahun itu",
            kunci=f"kode={row.kode}",
        )


def _measured(materi: Materi) -> dict[str, set[int]]:
    """The years in which each indicator has a realisasi."""
    known: dict[str, set[int]] = {}
    for own in materi.baris(Kinerja):
        if own.realisasi not in (None, NOT_APPLICABLE):
            known.setdefault(own.indikator, set()).add(materi.data.tahun)
    for year, rows in materi.lampau.items():
        for past in rows:
            if past.realisasi not in (None, NOT_APPLICABLE):
                known.setdefault(past.kode, set()).add(year)
    for row in materi.baris(Riwayat):
        if row.realisasi not in (None, NOT_APPLICABLE) and row.tahun is not None:
            known.setdefault(row.indikator, set()).add(int(row.tahun))
    return known


def _finding(field: str, printed: str, right: str | None, told: str, level: str) -> Temuan:
    return Temuan(
        ID,
        level,
        FILE,
        None,
        field,
        printed,
        right,
        told,
        "salah ketik atau tersalin dari tahun lain",
        "",
        kunci=field,
    )


ATURAN = Aturan(
    ID,
    GALAT,
    "Tanggal dan periode masuk akal",
    "PermenPANRB 53/2014: laporan disampaikan paling lambat tiga bulan setelah tahun anggaran"
    " berakhir",
    "Laporan ditandatangani sesudah tahunnya berakhir, Perjanjian Kinerja pada tahunnya, tahun"
    " laporan berada dalam periode Renstra, dan indikator tidak mempunyai realisasi sebelum tahun"
    " mulainya.",
    (),
    periksa=_periksa,
)
