"""A figure typed by hand into prose can disagree with the tables; a value cannot."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import bulat
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan
from lkipnb.load.numbers import read
from lkipnb.pribadi import traces
from lkipnb.schemas.templat import terketik

ID = "angka-narasi"
VALUE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# Numbers that are names: of laws, years, list items, headings, chapters, and 100% as the target
# itself.  The first cell of a table counts its rows.
NAMA = re.compile(
    r"(?:nomor|no\.?|tahun|bab|tabel|gambar|lampiran|pasal|ayat|triwulan|sasaran)\s+[\d.]+(?:\s*[-–]\s*\d+)?"
    r"|\b\d+/(?:19|20)\d\d\b|\b(?:19|20)\d\d\b|^\s*(?:#+\s*)?(?:\d+|[A-Z]|[IVX]+)\.\s|^\s*\|\s*\d+\.?\s*\||\b100%|SHA-256|\b[A-Za-z]+-\d+\b",
    re.IGNORECASE | re.MULTILINE,
)
_PARTS = re.compile(r"(?:Rp\s*)?(?P<angka>\d[\d.,]*)\s*(?P<satuan>%|persen|juta|miliar)?")
_BESAR = {"juta": 10**6, "miliar": 10**9}
FIGURE = re.compile(r"(?:Rp\s*)?\d[\d.,]*\s*(?:%|persen|juta|miliar)?")


class Bernama(NamedTuple):
    """A figure of the report, and what stands between the braces for it."""

    ditulis: str
    nilai: Decimal | None


def _without_personal(text: str) -> str:
    """The text without numbers and addresses of persons, which a rule of their own tells."""
    for trace in reversed(traces(text)):
        text = f"{text[: trace.start]} {text[trace.end :]}"
    return text


def _periksa(materi: Materi) -> Iterator[Temuan]:
    values = list(_values(materi))
    for file, text in materi.prosa.items():
        typed = "\n".join([VALUE.sub(" ", text), *terketik(text)])
        left = NAMA.sub(" ", _without_personal(typed))
        for figure in dict.fromkeys(" ".join(match.split()) for match in FIGURE.findall(left)):
            yield Temuan(
                ID,
                PERINGATAN,
                file,
                _line(text, figure),
                None,
                figure,
                None,
                f"{file} memuat angka yang diketik tangan: {figure}",
                "angka yang diketik tidak ikut berubah bila datanya berubah",
                _advice(figure, values),
            )


def _values(materi: Materi) -> Iterator[Bernama]:
    """The figures that prose asks for most, by what it writes for them."""
    if materi.hasil is None:
        return
    money = {
        "belanja_jumlah": materi.hasil.belanja_jumlah,
        "anggaran": materi.hasil.anggaran.jumlah,
    }
    yield Bernama("capaian.capaian_persen | persen", materi.hasil.capaian_opd.capaian_persen)
    for name, amounts in money.items():
        yield Bernama(f"{name}.serapan_persen | persen", amounts.serapan_persen)
        yield Bernama(f"{name}.pagu_rp | rupiah", amounts.pagu_rp)
        yield Bernama(f"{name}.realisasi_rp | rupiah", amounts.realisasi_rp)
        yield Bernama(f"{name}.sisa_rp | rupiah", amounts.sisa_rp)


def _advice(figure: str, values: list[Bernama]) -> str:
    """The value that the figure is, where it is one; a likely name would print another figure."""
    same = [value.ditulis for value in values if _is(figure, value)]
    if same:
        return f"ganti dengan nilai: {{{{ {same[0]} }}}}"
    return "tulis sebagai nilai dari tabel; nama-namanya ada di docs/prose.md"


def _is(figure: str, value: Bernama) -> bool:
    """Whether a figure is the value, rounded to the decimals that were typed."""
    match = _PARTS.fullmatch(figure)
    if match is None or value.nilai is None:
        return False
    unit = match["satuan"] or ""
    if (unit in ("%", "persen")) != value.ditulis.endswith("persen"):
        return False
    try:
        typed = read(match["angka"].rstrip(".,"))
    except ValueError:
        return False
    return bulat(value.nilai / _BESAR.get(unit, 1), typed) == typed


def _line(text: str, figure: str) -> int | None:
    """The line where a figure stands first; None for one that a template makes."""
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if figure in " ".join(line.split())), None)


ATURAN = Aturan(
    ID,
    PERINGATAN,
    "Tidak ada angka yang diketik dalam kalimat",
    "Kehati-hatian: angka dalam kalimat terikat pada nilainya",
    "Angka dalam narasi/*.md dan dalam bab harus ditulis sebagai nilai, supaya selalu sama dengan"
    " tabelnya.",
    (),
    periksa=_periksa,
)
