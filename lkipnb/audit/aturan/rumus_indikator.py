"""A formula measures what its indicator names, and its numerator is not its denominator."""

import re
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, PERINGATAN, Temuan
from lkipnb.schemas import Indikator, Kinerja

ID, KEMBAR = "rumus-indikator", "indikator-kembar"
Pasangan = tuple[str, str]
# Words that every formula may use and that name no population.
_UMUM = """
    jumlah banyak banyaknya persentase rasio angka tingkat nilai indeks cakupan prevalensi seluruh
    total yang dan atau di ke dari untuk dengan pada oleh serta dalam per ada tidak telah hal
    seharusnya menurut sesuai
    sejenis lainnya melalui kelompok tahun program layanan pelayanan bantuan memperoleh menerima
    mendapat mendapatkan diberikan menyediakan sarana prasarana sosial kesehatan
    """
UMUM = frozenset(_UMUM.split())


def _words(text: str | None) -> set[str]:
    return {word for word in re.findall(r"[a-zA-Z]{3,}", (text or "").lower()) if word not in UMUM}


def _head(name: str) -> str | None:
    """What an indicator is about: the first word of its name that is no common one."""
    return next(
        (word for word in re.findall(r"[a-zA-Z]{3,}", name.lower()) if word not in UMUM), None
    )


def _short(name: str, subject: str) -> set[str]:
    """Abbreviations in the name that stand for the subject: those that begin with its letter."""
    return {
        short.lower()
        for short in re.findall(r"\(([A-Z]{3,})\)", name)
        if short[0] == subject[0].upper()
    }


def _formula(materi: Materi) -> Iterator[Temuan]:
    for row in materi.baris(Indikator):
        above, below = row.pembilang, row.penyebut
        if not above or not below:
            continue
        if " ".join(above.lower().split()) == " ".join(below.lower().split()):
            yield _finding(
                row,
                f"pembilang {row.kode} sama dengan penyebutnya, sehingga hasilnya selalu 100"
                " persen",
                "pembilang semestinya bagian dari penyebut",
                "tulis pembilang yang benar-benar dihitung",
            )
        elif _speaks_of_another(row.nama, _words(above) | _words(below)):
            yield _finding(
                row,
                f"rumus {row.kode} berbicara tentang hal lain daripada namanya, “{row.nama}”",
                f"“{_head(row.nama)}”, yang diukur indikator itu, tidak disebut dalam pembilang dan"
                " penyebutnya",
                "selaraskan nama dan rumus indikator",
            )


def _speaks_of_another(name: str, formula: set[str]) -> bool:
    """Whether the words of a formula name nothing of what the indicator is about."""
    subject = _head(name)
    if subject is None or not formula:
        return False
    return formula.isdisjoint({subject, *_short(name, subject)})


def _finding(row: Indikator, pesan: str, sebab: str, saran: str) -> Temuan:
    return Temuan(
        ID,
        PERINGATAN,
        "indikator.csv",
        row.baris,
        "pembilang",
        row.pembilang,
        None,
        pesan,
        sebab,
        saran,
        kunci=f"kode={row.kode}",
    )


def _twins(materi: Materi) -> Iterator[Temuan]:
    """Two indicators with other names and the same uncommon target and realisasi."""
    seen: dict[Pasangan, Kinerja] = {}
    for row in materi.baris(Kinerja):
        pair = _uncommon(row)
        if pair is None:
            continue
        other = seen.setdefault(pair, row)
        if other is not row:
            own = materi.indikator.get(row.indikator)
            yield _twin(row, other, pair, own.nama if own else "")


def _uncommon(row: Kinerja) -> Pasangan | None:
    """Target and realisasi, where they are such as two indicators hardly share by chance."""
    if row.realisasi is None or row.target == row.realisasi:
        return None
    target = str(row.target)
    return None if target.strip("0").isdigit() else (target, str(row.realisasi))


def _twin(row: Kinerja, other: Kinerja, pair: Pasangan, nama: str) -> Temuan:
    return Temuan(
        KEMBAR,
        CATATAN,
        "kinerja.csv",
        row.baris,
        "realisasi",
        f"{pair[0]} dan {pair[1]}",
        None,
        f"{row.indikator} bertarget dan berealisasi sama persis dengan"
        f" {other.indikator}, padahal mengukur “{nama}”",
        "mungkin tersalin",
        "periksa sumber kedua indikator",
        kunci=f"indikator={row.indikator}",
    )


ATURAN = (
    Aturan(
        ID,
        PERINGATAN,
        "Rumus mengukur indikatornya",
        "PermenPANRB 53/2014: indikator spesifik, terukur, dan relevan",
        "Pembilang yang sama dengan penyebutnya selalu memberi 100 persen; rumus yang tidak"
        " menyebut pokok indikatornya mengukur hal lain.",
        ("indikator",),
        periksa=_formula,
    ),
    Aturan(
        KEMBAR,
        CATATAN,
        "Dua indikator tidak bernilai sama persis",
        "Kehati-hatian: nilai pecahan yang sama persis jarang kebetulan",
        "Dua indikator dengan target dan realisasi pecahan yang sama mungkin tersalin.",
        ("kinerja", "indikator"),
        periksa=_twins,
    ),
)
