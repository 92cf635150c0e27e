"""Personal data in a text: numbers of identity, of telephones, addresses of mail and of homes.

What UU 27/2022, Pasal 4, protects and a report never needs.  A number counts when its parts make
sense (region, date of birth, date of appointment) or its label says what it is, so that an amount
is not taken for one. The NPWP in its old form of 15 digits belongs to an office as often as to a
person and is let be; in its form of 16 digits it is a NIK.  Pure: text in, places out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lkipnb.tersembunyi import tanpa

NIK, NIP, TELEPON, SUREL, ALAMAT = (
    "NIK atau nomor KK",
    "NIP",
    "nomor telepon",
    "alamat surel",
    "nama dan alamat",
)
DOT = "•"
SHOWN = 2  # characters of a value that a message may show
LONGEST = 24  # characters of a masked value

# Provinces by their code (Kepmendagri 050-145/2022), the first two digits of a NIK and of the
# number of a KK.
PROVINCES = frozenset(
    (
        *range(11, 20),
        21,
        *range(31, 37),
        *range(51, 54),
        *range(61, 66),
        *range(71, 77),
        81,
        82,
        *range(91, 98),
    )
)
WOMAN = 40  # added to the day of birth in the NIK of a woman (PP 40/2019, Pasal 35)
PPPK = 21  # in the place of the month of appointment (Peraturan BKN on NI PPPK)

# Nothing of a longer number before or behind it, except the decimals that a calculation gives a
# whole number.
_BEFORE = r"(?<!\d)(?<!\d[.,/-])"
_BEHIND = r"(?!(?!\.00?(?!\d))[.,/-]?\d)"
_NUMBER = _BEFORE + "{}" + _BEHIND
# Sixteen digits in a row are no amount that an office has; two of them may stand side by side.
_IN_A_ROW = r"(?<!\d)(?<![^\d]\d[.,])(?<!^\d[.,])\d{16}(?!\d)"
_JOINT = r"\W{1,4}"  # what a hand, a list or a line end puts between the parts of a number
_NIK_FORMS = (
    rf"\d{{4}}{_JOINT}\d{{4}}{_JOINT}\d{{4}}{_JOINT}\d{{4}}",
    rf"\d{{6}}{_JOINT}\d{{6}}{_JOINT}\d{{4}}",
    rf"\d{{2}}{_JOINT}\d{{2}}{_JOINT}\d{{2}}{_JOINT}\d{{6}}{_JOINT}\d{{4}}",
    r"\d{2}([ .-])\d{2}\1\d{2}\1\d{2}\1\d{2}\1\d{2}\1\d{4}",
    r"\d(?:\.\d{3}){5}",  # as an amount would be written
)
_NIK = [re.compile(_IN_A_ROW), *(re.compile(_NUMBER.format(form)) for form in _NIK_FORMS)]
_NIP = re.compile(_NUMBER.format(r"\d{8}\W{0,2}\d{6}\W{0,2}[12]\W{0,2}\d{3}"))
_LABELLED = (
    (
        NIK,
        re.compile(
            r"\b(?:NIK|No(?:mor|\.)?\s*(?:KTP|KK|Kartu Keluarga)|KK)\b\W{0,4}(\d[\d .-]{10,22}\d)",
            re.I,
        ),
    ),
    (NIP, re.compile(r"\bNIP(?:PPK)?\b\W{0,4}(\d[\d .-]{7,22}\d)", re.I)),
    (
        TELEPON,
        re.compile(
            r"\b(?:telp|telepon|tlp|hp|ponsel|wa|whatsapp)\b\W{0,6}(\+?[\d(][\d() .-]{6,18}\d)",
            re.I,
        ),
    ),
    (TELEPON, re.compile(r"\bwa\.me/(\d{9,15})")),
)
_BREAK = r"[ .\-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}]{0,2}"
_TELEPON = (
    re.compile(
        rf"(?<![\w.,/+-])(?:\+62{_BREAK}|0)8[1-9]\d(?:{_BREAK}\d{{3,4}}){{2}}\d{{0,2}}(?![.,-]?\d)"
    ),
    re.compile(r"(?<![\w.,/+-])08[1-9](?:[ .-]\d{3,4}){3}(?![.,/-]?\d)"),
    re.compile(r"(?<![\w.,/-])(?:\(0\d{2,3}\)|\+62[ .-]?\d{2,3})[ .-]?\d{3,4}[ .-]?\d{2,5}(?!\d)"),
)
# Begins at the first letter of a word only, or a long word would be tried from each of its letters.
_SUREL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")

_NAME = r"(?:[A-Z][a-z'’]+|[A-Z]\.)(?:\s+(?:[A-Z][a-z'’]+|[A-Z]\.|bin|binti)){0,4}"
_SHOUTED = r"[A-Z]{2,}(?:\s+(?:[A-Z]{2,}|[A-Z]\.)){0,4}"
_TITLED = (
    r"\b(?:Bapak|Bpk\.?|Ibu|Sdr\.?|Sdri\.?|Saudara|Saudari|Tn\.?|Ny\.?|Nn\.?|a\.n\.|atas"
    r" nama|[Nn]ama\s*:)\s+"
    r"(?!(?i:Kota|Hamil|Rumah|Kandung|Bupati|Camat|Kepala|Lurah|Gubernur|Wakil|Sekretaris)\b)"
    rf"(?:{_NAME}|{_SHOUTED})"
)
_LIVING = (
    rf"\b{_NAME}\s*,?\s*(?:\([^)]{{1,20}}\)\s*,?\s*)?(?:beralamat|bertempat tinggal|tinggal"
    r" di|[Aa]lamat\s*:?)"
)
_HOME = (
    r"(?:\bJl\b\.?|\bJln\b\.?|\bJalan\s+[A-Z]|\bGang\s+[A-Z]|\bGg\.|\bRT\b\W{0,3}\d"
    r"|\bDusun\s+[A-Z])"
)
_AGED = rf"\b{_NAME}\s*\(\d{{1,2}}\s*(?:tahun|th\.?)?\)"
_ALAMAT = re.compile(rf"(?:{_TITLED}|{_LIVING}|{_AGED})[^\n;]{{0,90}}?{_HOME}[^\n;,.]{{0,30}}")
# Without one of these no pattern can match.
_WORTH_A_LOOK = re.compile(r"\d(?:\W{0,4}\d){5}|@|\b(?:RT|Jl|Jln|Jalan|Gang|Gg|Dusun)\b")


@dataclass(frozen=True, order=True)
class Trace:
    """A piece of personal data in a text: from where to where, of which kind, and what stands
    there.
    """

    start: int
    end: int
    kind: str
    text: str

    @property
    def masked(self) -> str:
        """Enough to find it again, too little to know it."""
        kept, hidden = self.text[:SHOWN], self.text[SHOWN:]
        return kept + re.sub(r"\w", DOT, hidden)[: LONGEST - SHOWN]

    def overlaps(self, other: Trace) -> bool:
        return self.start < other.end and other.start < self.end


def traces(text: str) -> list[Trace]:
    """Every piece of personal data in a text, in order; of those that overlap the longest."""
    if not _WORTH_A_LOOK.search(text):
        return []
    found: list[Trace] = []
    for trace in sorted(_all(text), key=_longest_first):
        if not any(map(trace.overlaps, found)):
            found.append(trace)
    return sorted(found)


def _longest_first(trace: Trace) -> tuple[int, int]:
    return trace.start - trace.end, trace.start


def terang(text: str) -> str:
    """The text as it is read: its digits and letters in their plain form, without marks on them and
    without what nobody sees between them; `%35` of an address is the digit that it stands for.
    """
    plain = unicodedata.normalize("NFKD", unquote(tanpa(text)))
    return "".join(c for c in plain if not unicodedata.combining(c))


def masked(text: str) -> str:
    """The text with every piece of personal data masked."""
    for trace in reversed(traces(text)):
        text = text[: trace.start] + trace.masked + text[trace.end :]
    return text


def digits(text: str) -> str:
    """The digits of a number, whatever stands between them."""
    return re.sub(r"\D", "", text)


def _all(text: str) -> Iterator[Trace]:
    for pattern in _NIK:
        yield from _matches(NIK, pattern, text, is_nik)
    yield from _matches(NIP, _NIP, text, is_nip)
    for pattern in _TELEPON:
        yield from _matches(TELEPON, pattern, text)
    yield from _matches(SUREL, _SUREL, text)
    yield from _matches(ALAMAT, _ALAMAT, text)
    for kind, pattern in _LABELLED:
        yield from _matches(kind, pattern, text, group=1)


def _matches(
    kind: str,
    pattern: re.Pattern[str],
    text: str,
    holds: Callable[[str], bool] = lambda digits: True,
    group: int = 0,
) -> Iterator[Trace]:
    for match in pattern.finditer(text):
        found = match[group]
        if holds(digits(found)):
            yield Trace(match.start(group), match.end(group), kind, found)


def is_nik(number: str) -> bool:
    """Whether 16 digits are built as a NIK or the number of a KK: region, day, month and year,
    serial number.
    """
    region, kabupaten, kecamatan, day, month = _pairs(number[:10])
    if day > WOMAN:
        day -= WOMAN
    placed = region in PROVINCES and 1 <= kabupaten <= 79 and kecamatan >= 1
    return placed and _dated(day, month) and number[12:] != "0000"


def is_nip(number: str) -> bool:
    """Whether 18 digits are built as a NIP: date of birth, month of appointment, sex, serial
    number.
    """
    born, appointed = int(number[:4]), int(number[8:12])
    month, day = _pairs(number[4:8])
    appointed_in = int(number[12:14])
    birth = 1940 <= born <= 2020 and _dated(day, month)
    appointment = born < appointed <= 2100 and (1 <= appointed_in <= 12 or appointed_in == PPPK)
    return birth and appointment


def _pairs(digits: str) -> list[int]:
    return [int(digits[at : at + 2]) for at in range(0, len(digits), 2)]


def _dated(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12
