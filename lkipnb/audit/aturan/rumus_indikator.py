"""A formula measures what its indicator names, and its numerator is not its denominator."""

import re
from collections.abc import Iterator

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan

ID, KEMBAR = "rumus-indikator", "indikator-kembar"
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
    for row in materi.baris("indikator"):
        above, below = row["pembilang"], row["penyebut"]
        if not above or not below:
            continue
        place = {"berkas": "indikator.csv", "baris": row["baris"], "kunci": f"kode={row['kode']}"}
        if " ".join(above.lower().split()) == " ".join(below.lower().split()):
            yield Temuan(
                ID,
                PERINGATAN,
                kolom="pembilang",
                tercetak=above,
                seharusnya=None,
                pesan=(
                    f"pembilang {row['kode']} sama dengan penyebutnya, sehingga hasilnya selalu 100"
                    " persen"
                ),
                sebab="pembilang semestinya bagian dari penyebut",
                saran="tulis pembilang yang benar-benar dihitung",
                **place,
            )
            continue
        subject, formula = _head(row["nama"]), _words(above) | _words(below)
        named = {subject, *_short(row["nama"], subject)} if subject else set()
        if subject and formula and not named & formula:
            yield Temuan(
                ID,
                PERINGATAN,
                kolom="pembilang",
                tercetak=above,
                seharusnya=None,
                pesan=(
                    f"rumus {row['kode']} berbicara tentang hal lain daripada namanya,"
                    f" “{row['nama']}”"
                ),
                sebab=(
                    f"“{subject}”, yang diukur indikator itu, tidak disebut dalam pembilang dan"
                    " penyebutnya"
                ),
                saran="selaraskan nama dan rumus indikator",
                **place,
            )


def _twins(materi: Materi) -> Iterator[Temuan]:
    """Two indicators with other names and the same uncommon target and realisasi."""
    seen: dict[tuple, dict] = {}
    names = {row["kode"]: row["nama"] for row in materi.baris("indikator")}
    for row in materi.baris("kinerja"):
        pair = (str(row["target"]), str(row["realisasi"]))
        if (
            row["realisasi"] is None
            or row["target"] == row["realisasi"]
            or pair[0].strip("0").isdigit()
        ):
            continue
        if pair in seen:
            other = seen[pair]
            yield Temuan(
                KEMBAR,
                "catatan",
                "kinerja.csv",
                row["baris"],
                "realisasi",
                f"{pair[0]} dan {pair[1]}",
                None,
                f"{row['indikator']} bertarget dan berealisasi sama persis dengan"
                f" {other['indikator']}, padahal mengukur “{names.get(row['indikator'], '')}”",
                "mungkin tersalin",
                "periksa sumber kedua indikator",
                kunci=f"indikator={row['indikator']}",
            )
        seen.setdefault(pair, row)


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
        "catatan",
        "Dua indikator tidak bernilai sama persis",
        "Kehati-hatian: nilai pecahan yang sama persis jarang kebetulan",
        "Dua indikator dengan target dan realisasi pecahan yang sama mungkin tersalin.",
        ("kinerja", "indikator"),
        periksa=_twins,
    ),
)
