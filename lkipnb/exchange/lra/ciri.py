"""What the heading of an amount says besides its quantity: year, stage, period, part."""

from __future__ import annotations

import re
from dataclasses import dataclass

YEAR = re.compile(r"\b(20[0-9]{2})\b")
_UP_TO = re.compile(r"\bs\s*[./]?\s*d\b|sampai|kumulatif|\bakumulasi")
_BEFORE = re.compile(r"(bulan|periode|triwulan|tw|minggu|tahun|semester|hari)\s+(yang\s+)?lalu|t-1")
_TOTAL = re.compile(r"\b(total|jumlah|jml|keseluruhan)\b")
_BEFORE_CHANGE = re.compile(r"murni|sebelum|\binduk|\bawal|semula")
_CHANGES = ("efisiensi", "pergeseran", "perubahan")
_CHANGED = re.compile(r"setelah|sesudah|menjadi|\bakhir\b|\bdppa\b|p-?\s?apbd|apbd-?\s?p\b")
_ORDER = re.compile(r"(?:ke-?\s?)?\b([0-9]|i{1,3}|iv|v)\b")
BULAN = (
    ("januari", "jan"),
    ("februari", "feb"),
    ("maret", "mar"),
    ("april", "apr"),
    ("mei", "mei"),
    ("juni", "jun"),
    ("juli", "jul"),
    ("agustus", "agt", "ags", "agu"),
    ("september", "sep", "sept"),
    ("oktober", "okt"),
    ("november", "nov", "nopember", "nop"),
    ("desember", "des"),
)
_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PERIOD = re.compile(
    r"\b(tw|triwulan|semester|bulan|minggu)\.?\s*(ke-?\s?)?([0-9]{1,2}|iv|i{1,3})\b"
)
_THIS = re.compile(r"(bulan|periode|triwulan|tw|minggu)\s+ini")
# Groups into which a budget is divided; a sum over columns stays within one of them.
KELOMPOK: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("kelompok belanja", ("operasi", "modal", "tak terduga", "tidak terduga", "transfer")),
    ("kelompok belanja", ("tidak langsung", "langsung")),
    (
        "jenis belanja",
        ("pegawai", "barang dan jasa", "barang/jasa", "barang & jasa", "hibah", "bantuan sosial",
         "bunga", "subsidi", "bagi hasil", "bantuan keuangan", "modal"),
    ),
    (
        "sumber dana",
        ("dau", "dak non fisik", "dak nonfisik", "dak fisik", "dak", "dbhcht", "dbh", "did", "pad",
         "blud", "silpa", "insentif fiskal", "otsus", "bankeu"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Ciri:
    """What a heading says of its column.

    `tahap` is `awal` for the budget before its change, else the change that it stands after;
    `bagian` the month or quarter, by its unit and number, with 0 for the present one; `kelompok`
    are the groups that it may be one of, each with the family it belongs to.
    """

    tahun: int | None
    tahap: str
    sampai: bool
    lalu: bool
    bagian: tuple[str, int] | None
    kelompok: frozenset[tuple[int, str]]
    total: bool

    @property
    def polos(self) -> bool:
        """Whether it speaks of the whole year and the whole budget."""
        return not self.bagian and not self.kelompok


def ciri(heading: str) -> Ciri:
    lowered = heading.lower()
    years = [int(year) for year in YEAR.findall(lowered)]
    return Ciri(
        tahun=years[-1] if years else None,
        tahap=_stage(lowered),
        sampai=bool(_UP_TO.search(lowered)),
        lalu=bool(_BEFORE.search(lowered)),
        bagian=_period(lowered),
        kelompok=_groups(lowered),
        total=bool(_TOTAL.search(lowered)),
    )


def _stage(lowered: str) -> str:
    if _BEFORE_CHANGE.search(lowered):
        return "awal"
    for change in _CHANGES:
        if change in lowered:
            number = _ORDER.search(lowered.split(change, 1)[1])
            return f"{change} {number[1]}" if number else change
    if _CHANGED.search(lowered):
        return "perubahan"
    if re.search(r"\bdpa\b", lowered):
        return "dpa"
    return ""


def _period(lowered: str) -> tuple[str, int] | None:
    match = _PERIOD.search(lowered)
    if match:
        unit = "tw" if match[1] == "triwulan" else match[1]
        return unit, _NUMERALS.get(match[3]) or int(match[3])
    if _THIS.search(lowered):
        return "ini", 0
    for number, names in enumerate(BULAN, start=1):
        if re.search(rf"\b({'|'.join(names)})\b", lowered):
            return "bulan", number
    return None


def _groups(lowered: str) -> frozenset[tuple[int, str]]:
    """The longest names of each family that stand in the heading."""
    found = set()
    for family, (_, names) in enumerate(KELOMPOK):
        matches = [name for name in names if re.search(rf"\b{re.escape(name)}\b", lowered)]
        if matches:
            found.add((family, max(matches, key=len)))
    return frozenset(found)
