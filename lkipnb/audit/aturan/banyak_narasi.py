"""How many indicators, sasaran or programmes a sentence of the agency names, against the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kalimat import Kalimat, kalimat
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan
from lkipnb.bilangan import sebut
from lkipnb.model import CapaianOpd, Results
from lkipnb.schemas import Sasaran

ID = "banyak-narasi"
TERBESAR = 99  # that is looked for in words
BENDA = r"(sub ?kegiatan|kegiatan|program|indikator|sasaran)\b"
# Verbs after which a number is that of all there are.
SELURUH = (
    r"\b(?:diukur|terdiri|memuat|meliputi|mencakup|menetapkan|menggunakan|memiliki|mempunyai"
    r"|dijabarkan|didukung|melaksanakan|dilaksanakan)"
)
SAMBUNG = r"(?:\s+(?:dengan|melalui|oleh|atas|dari|dalam|ke|menjadi|sebanyak|ada))*\s+"
SEBAGIAN = r"(?!\s+(?:\w+\s+){0,3}yang\b)"
TERCAPAI = r"(?:mencapai|memenuhi) target|tercapai"
BELUM = r"(?:belum|tidak)(?: \w+)?"
SEMUA = re.compile(
    r"(?<!tidak )(?<!belum )(?<!hampir )\b(?:seluruh|semua) indikator\b(?:\s+\w+){0,4}?\s+"
    rf"(?:{TERCAPAI}|melampaui target)",
    re.IGNORECASE,
)
Wajar = Mapping[str, frozenset[int]]


@cache
def _angka() -> Mapping[str, int]:
    """The numbers in words and in digits."""
    from num2words import num2words

    words = {str(num2words(n, lang="id")): n for n in range(1, TERBESAR + 1)}
    return words | {str(n): n for n in range(1, TERBESAR + 1)}


@cache
def _pola() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All there are of a thing; so many of so many indicators, and what is said of them."""
    # The longest first: `dua belas` is not `dua`.
    number = rf"\b({'|'.join(sorted(_angka(), key=len, reverse=True))})\b"
    whole = rf"{SELURUH}{SAMBUNG}{number}(?:\s*\(\d+\))?\s+{BENDA}{SEBAGIAN}"
    part = (
        rf"{number}(?:\s*\(\d+\))?\s+dari\s+{number}(?:\s*\(\d+\))?\s+indikator\b"
        rf"((?:\s+\w+){{0,4}}?\s+(?:{TERCAPAI}))?"
    )
    return re.compile(whole, re.IGNORECASE), re.compile(part, re.IGNORECASE)


def _periksa(materi: Materi) -> Iterator[Temuan]:
    if materi.hasil is None:
        return
    known = _banyaknya(materi, materi.hasil)
    for each in kalimat(materi):
        yield from _whole(each, known, materi.hasil)
        yield from _part(each, known, materi.hasil)
        yield from _all(each, materi.hasil.capaian_opd)


def _banyaknya(materi: Materi, hasil: Results) -> Wajar:
    """What may be said of how many there are; an activity may be one of either lower level."""
    levels = list(materi.pohon.tingkat.values())
    program, kegiatan, sub = (levels.count(n) for n in (1, 2, 3))
    return {
        "indikator": frozenset({int(hasil.capaian_opd.banyak_indikator)}),
        "sasaran": frozenset({len(materi.baris(Sasaran))}),
        "program": frozenset({program}),
        "kegiatan": frozenset({kegiatan, sub}),
        "subkegiatan": frozenset({sub}),
    }


def _whole(each: Kalimat, known: Wajar, hasil: Results) -> Iterator[Temuan]:
    for match in _pola()[0].finditer(each.isi):
        thing = match[2].lower().replace(" ", "")
        right = known[thing]
        if thing != "sasaran" and _of_one_sasaran(each):
            # A sentence on one sasaran counts what belongs to it.
            if thing != "indikator":
                continue
            right = right | _per_sasaran(hasil)
        if right != {0} and _angka()[match[1].lower()] not in right:
            yield _told(each, f"{match[1]} {match[2]}", f"tabelnya memuat {_several(known[thing])}")


def _part(each: Kalimat, known: Wajar, hasil: Results) -> Iterator[Temuan]:
    opd = hasil.capaian_opd
    told = int(opd.banyak_indikator - opd.banyak_belum_dilaporkan)
    wholes = known["indikator"] | {told}
    for match in _pola()[1].finditer(each.isi):
        some, all_of = _angka()[match[1].lower()], _angka()[match[2].lower()]
        own = f"{match[1]} dari {match[2]} indikator"
        if _of_one_sasaran(each):
            wholes = wholes | _per_sasaran(hasil)
        if all_of not in wholes:
            yield _told(each, own, f"tabelnya memuat {_several(known['indikator'])}")
        elif match[3] and not _of_one_sasaran(each):
            yield from _verdict(each, own, match[3], some, opd)


def _verdict(each: Kalimat, own: str, said: str, some: int, opd: CapaianOpd) -> Iterator[Temuan]:
    """A finding where as many indicators have not met, or missed, their target."""
    missed = re.search(BELUM, said, re.IGNORECASE) is not None
    if missed:
        right = {int(opd.banyak_belum), int(opd.banyak_belum + opd.banyak_belum_dilaporkan)}
    else:
        right = {int(opd.banyak_tercapai)}
    if some not in right:
        what = "belum mencapai" if missed else "mencapai"
        yield _told(each, own, f"yang {what} target {sebut(min(right))}")


def _all(each: Kalimat, opd: CapaianOpd) -> Iterator[Temuan]:
    match = SEMUA.search(each.isi)
    if match and not _of_one_sasaran(each) and opd.banyak_tercapai < opd.banyak_indikator:
        yield _told(
            each,
            match[0],
            f"yang mencapai target {sebut(opd.banyak_tercapai)} dari {sebut(opd.banyak_indikator)}",
        )


def _of_one_sasaran(each: Kalimat) -> bool:
    return re.search(r"\b(?:sasaran|tujuan)\b", each.isi, re.IGNORECASE) is not None


def _per_sasaran(hasil: Results) -> frozenset[int]:
    return frozenset(int(row.banyak_indikator) for row in hasil.capaian_sasaran)


def _several(numbers: frozenset[int]) -> str:
    return " atau ".join(str(n) for n in sorted(numbers) if n)


def _told(each: Kalimat, own: str, right: str) -> Temuan:
    return Temuan(
        ID,
        PERINGATAN,
        each.berkas,
        each.baris,
        None,
        own,
        None,
        f"{each.berkas} menyebut “{own}”, sedangkan {right}: {each.dikutip}",
        "kalimat tidak ikut berubah ketika tabelnya berubah, atau salah hitung",
        "betulkan kalimatnya, atau tulis banyaknya sebagai nilai; nama-namanya ada di"
        " docs/prose.md",
        kunci=own,
    )


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Banyaknya dalam kalimat sama dengan tabelnya",
    "PermenPANRB 53/2014, Lampiran III: isi laporan andal dan tidak saling bertentangan",
    "“Tujuh dari sembilan indikator mencapai target” dihitung ulang, juga bila ditulis dengan"
    " huruf. Kalimat tentang satu sasaran dibandingkan dengan indikator sasaran itu.",
    ("indikator", "kinerja", "sasaran"),
    periksa=_periksa,
)
