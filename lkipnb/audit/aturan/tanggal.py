"""Dates and periods follow one another."""

from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, PERINGATAN, Temuan

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
    "Laporan ditandatangani sesudah tahunnya berakhir, Perjanjian Kinerja pada tahunnya, dan tahun"
    " laporan berada dalam periode Renstra.",
    (),
    periksa=_periksa,
)
