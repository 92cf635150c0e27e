"""What the words above a column say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

NOMOR = "nomor"
KODE = "kode"
SASARAN = "sasaran"
INDIKATOR = "indikator"
SATUAN = "satuan"
POLARITAS = "polaritas"
TARGET = "target"
REALISASI = "realisasi"
CAPAIAN = "capaian"
PREDIKAT = "predikat"
ABAIKAN = "(tidak dipakai)"

VALUES = (TARGET, REALISASI, CAPAIAN)
WORDS = (KODE, SASARAN, INDIKATOR, SATUAN, POLARITAS, PREDIKAT)

# The first pattern that a single cell of a heading matches says what its column holds.
KATA: tuple[tuple[str, str], ...] = (
    (NOMOR, r"^(no|nomor|no\.? ?urut|nomor urut|no\.? ?sasaran|no\.? ?indikator)\.?$"),
    (
        ABAIKAN,
        r"definisi|formula|rumus|cara (peng)?hitung|sumber|bobot|penanggung|keterangan|^ket\b"
        r"|alasan|penjelasan|analisis|tindak lanjut|kondisi awal|baseline|selisih|\bgap\b|kenaikan"
        r"|penurunan|deviasi|sisa\b",
    ),
    (POLARITAS, r"polari[st]as|arah (indikator|kinerja)"),
    (PREDIKAT, r"predikat|kategori|kriteria|interpretasi"),
    (SATUAN, r"^satuan"),
    (CAPAIAN, r"realisasi.*(thd|terhadap|dibanding|/|:).*target|^(%|persen|prosen)"),
    (CAPAIAN, r"tingkat (kinerja|kemajuan|keberhasilan|ketercapaian)"),
    (ABAIKAN, r"target.*(dan|/|&).*realisasi"),
    (TARGET, r"^(t|tgt)$|\btarget\b|rencana (tingkat )?capaian"),
    (REALISASI, r"^(r|real)\.?$|realisasi"),
    (CAPAIAN, r"^(c|k)$|capaian|^\(?%\)?$|persentase$|prosentase$"),
    (INDIKATOR, r"indikator|\biku\b|\bikk\b"),
    (SASARAN, r"sasaran"),
    (KODE, r"^kode"),
)
# What a heading says of the whole column, wherever in it.
_BESIDE = re.compile(
    r"anggaran|keuangan|[sy]erap|pagu|nasional|provinsi|standar|\brp\b|rupiah|benchmark"
)
_YEAR = re.compile(r"\b(20[0-9]{2})\b")
_QUARTER = re.compile(r"\b(?:triwulan|tri wulan|trw|tw)\W{0,3}(iv|i{1,3}|[1-4])\b")
_PLAN = re.compile(r"renstra|rpjm|jangka menengah|akhir periode|tahun akhir")
_UP_TO = re.compile(r"\bs\.?\s?/?\s?d\b|sampai|kumulatif|akumulasi")
# Up to the end of the year: what a year has come to.
_WHOLE_YEAR = re.compile(
    r"(?:\bs\.?\s?/?\s?d\b\.?|sampai(?: dengan)?|kumulatif|akumulasi)\W*(?:31 )?"
    r"(?:(?:triwulan|tri wulan|trw|tw)\W{0,3}(?:iv|4)\b|desember|(?:semester|smt)\W{0,3}(?:ii|2)\b"
    r"|akhir tahun)"
)
_AGO = re.compile(r"\b(?:n|t) ?[-–] ?([1-9])\b")
_LAST_YEAR = re.compile(r"tahun (?:lalu|sebelumnya)")
_OTHER_TIME = re.compile(
    r"semester|\bsmt\b|bulan|tahun (lampau|berikutnya|depan)|\b[nt] ?\+ ?[1-9]\b"
    r"|januari|februari|maret|april|\bmei\b|juni|juli|agustus|september|oktober|november|desember"
)
_SHARE = re.compile(r"%|persen|prosen")
_UNIT = re.compile(r"\(([^()]{1,40})\)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SHORT = re.compile(
    r"(?:uraian|nama|no|nomor|kode|sasaran|indikator|satuan)\.?(?: [a-z]+){0,2}", re.IGNORECASE
)


@dataclass(frozen=True)
class Judul:
    """A heading: its words, what its column holds, and of which time.

    `lampau` is how many years before the one of the report it is; `sampai` that it runs up to the
    end of a year; `lain` says why a column of values is not one of this year; `persen` that it
    names a share.
    """

    teks: str
    isi: str = ""
    tahun: int | None = None
    triwulan: int | None = None
    lampau: int = 0
    sampai: bool = False
    renstra: bool = False
    lain: str = ""
    persen: bool = False
    satuan: str = ""


def judul(words: Sequence[str]) -> Judul:
    """What the words above a column say, from top to bottom; the lowest that names anything says
    what it holds.
    """
    text = " ".join(" ".join(words).split())
    lowered = text.lower()
    kind = next(filter(None, map(macam, reversed(words))), "")
    if kind in VALUES and _BESIDE.search(lowered):
        kind = ABAIKAN
    is_whole = bool(_WHOLE_YEAR.search(lowered))
    quarter = None if is_whole else _QUARTER.search(lowered)
    unit = _UNIT.search(text)
    return Judul(
        teks=text,
        isi=kind,
        tahun=_year(lowered),
        triwulan=_ordinal(quarter[1]) if quarter else None,
        lampau=_years_ago(lowered),
        sampai=is_whole,
        renstra=bool(_PLAN.search(lowered)),
        lain=_other_time(_WHOLE_YEAR.sub("", lowered)),
        persen=bool(_SHARE.search(lowered)),
        satuan=unit[1].strip() if unit else "",
    )


def macam(cell: str) -> str:
    """What one cell of a heading names; empty for one that names nothing."""
    lowered = " ".join(cell.lower().split())
    return next((kind for kind, pattern in KATA if re.search(pattern, lowered)), "")


def bernama(cell: str) -> bool:
    """Whether a cell is a short heading of words, as stands below the heading of a group."""
    return bool(_SHORT.fullmatch(cell.strip()))


def _year(lowered: str) -> int | None:
    """The one year of a heading; a period has several."""
    years = set(_YEAR.findall(lowered))
    if len(years) == 1:
        return int(years.pop())
    return None


def _years_ago(lowered: str) -> int:
    """How many years before the one of the report a heading names in words: `n-2`, `tahun lalu`."""
    ago = _AGO.search(lowered)
    if ago:
        return int(ago[1])
    return 1 if _LAST_YEAR.search(lowered) else 0


def _ordinal(told: str) -> int:
    return _ROMAN.get(told) or int(told)


def _other_time(lowered: str) -> str:
    if _UP_TO.search(lowered):
        return "sampai dengan suatu waktu"
    if _OTHER_TIME.search(lowered):
        return "waktu lain"
    if len(set(_YEAR.findall(lowered))) > 1:
        return "beberapa tahun"
    return ""
