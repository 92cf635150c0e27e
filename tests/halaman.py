"""A report typeset without a kernel, and measures of its printed pages: what a reader would call
ugly, in words.

Each measure gives a list of sentences, empty where nothing is wrong.  Lengths are pt; `y` grows
downwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import nbformat
import pypdfium2
from conftest import ROOT, outputs_of
from nbformat import NotebookNode
from pypdfium2 import raw

import lkipnb
from lkipnb.report.cover import cover
from lkipnb.report.exporters import LkipPDFExporter, join

MM = 72 / 25.4
ATAS, BAWAH, SAMPING = 26 * MM, 24 * MM, 25 * MM  # margins of the page, as in lkip.typ
HEADER = re.compile(r"bab=\"(\w*)\"")
AMOUNT = re.compile(r"[-−]?\d{1,3}(\.\d{3})+(,\d+)?")
NAMED = re.compile(r"\(?(Tabel|Gambar)")  # what a number follows
CAPTION_NUMBER = re.compile(r"([LR\d]\.)?\d+\W*")
GROWN = re.compile(r"\d{1,3}(\.\d{3})*\.\d{4,}")  # two amounts without room between them
BREAK = "\ufffe"  # where a word goes on in the next line
MARKERS = ("•", "‣", "–")
EMPTY, TOUCH, SMALLEST, OVER = 0.15, 1 * MM, 6.0, 0.6
HOLE = 0.30  # of the text area, within a chapter
COARSE, INK = 0.5, 200  # pixels a pt; what is darker than this grey is ink
DIGIT = 0.63  # height of a digit in its size
HANGING = 2 * MM  # punctuation stands out of a line
PINGGIR = 22 * MM  # of the width of tables, what prose leaves free on the right, as in lkip.typ
FEWEST_ROWS, EVEN_LINES, EVEN = (
    2,
    3,
    0.3,
)  # rows of a part of a table; lines that end alike, within pt
THICK, RULE = (
    0.95,
    0.6,
)  # pt: the height of a rule that begins or ends a table; its part of the width


@dataclass(frozen=True)
class Kata:
    """A word on a page, with its box."""

    teks: str
    kiri: float
    atas: float
    kanan: float
    bawah: float


@dataclass(frozen=True)
class Garis:
    """A rule of a table, and whether it begins or ends one."""

    y: float
    tebal: bool


@dataclass(frozen=True)
class Potongan:
    """What a page holds of a table: where it begins, whether its title stands above it there, its
    rows, and whether it ends on the page.
    """

    atas: float
    berjudul: bool
    baris: int
    selesai: bool


@dataclass(frozen=True)
class Halaman:
    """A page: its number from 1, its size, its words without header and footer, the places of its
    headings.

    `celah` is the highest white band of the text area, with what is free at its foot; `awal_bab`
    says that a chapter begins on the page.
    """

    nomor: int
    lebar: float
    tinggi: float
    kata: tuple[Kata, ...]
    judul: tuple[float, ...] = ()
    celah: float = 0.0
    awal_bab: bool = False
    garis: tuple[Garis, ...] = ()

    @property
    def tegak(self) -> bool:
        return self.tinggi > self.lebar

    @property
    def isi(self) -> float:
        """The height of the text area."""
        return self.tinggi - ATAS - BAWAH


def executed(opd: str, tahun: int, data: Path) -> tuple[list[NotebookNode], lkipnb.Workbook]:
    """The chapters with the outputs of their cells, and the workbook of the last."""
    chapters, lk = [], None
    for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        chapter = nbformat.read(path, as_version=4)
        for cell in chapter.cells:
            if "setup" in cell.metadata.get("tags", ()):
                lk = lkipnb.open(opd, tahun, bab=HEADER.search(cell.source)[1], data=data)
            elif cell.cell_type == "code" and not cell.metadata.get("tags"):
                cell.outputs = outputs_of(_block(lk, cell.source))
        chapters.append(chapter)
    return chapters, lk


def _block(lk: lkipnb.Workbook, source: str) -> object:
    magic, _, body = source.partition("\n")
    if magic.startswith("%%narasi bagian "):
        lk.bagian[magic.split()[-1]] = body
        return None
    return lk.tulis(body) if magic == "%%narasi" else eval(source, {"lk": lk})


def pdf(opd: str, tahun: int, data: Path) -> bytes:
    """The printed report."""
    chapters, lk = executed(opd, tahun, data)
    return LkipPDFExporter().from_notebook_node(join(chapters), {"lkip_cover": cover(lk.data)})[0]


def pages(content: bytes) -> list[Halaman]:
    """The pages of a PDF without its cover."""
    document = pypdfium2.PdfDocument(content)
    headings = list(_headings(document))
    return [_page(document, n, headings) for n in range(1, len(document))]


def _headings(document: pypdfium2.PdfDocument) -> Iterator[tuple[int, float, int]]:
    """Page, height from the foot and level from 0 of each heading, from the outline of the PDF."""
    for bookmark in document.get_toc():
        dest = bookmark.get_dest()
        yield dest.get_index(), dest.get_view()[1][1], bookmark.level


def _page(
    document: pypdfium2.PdfDocument, index: int, headings: Sequence[tuple[int, float, int]]
) -> Halaman:
    page = document[index]
    width, height = page.get_size()
    words = tuple(
        word
        for word in _words(page, height)
        if word.atas >= ATAS - 4 and word.bawah <= height - BAWAH + 6
    )
    own = tuple(height - y for at, y, _ in headings if at == index)
    begins = any(at == index and level == 0 for at, _, level in headings)
    rules = tuple(_rules(page, width, height))
    return Halaman(index + 1, width, height, words, own, _white(page, height), begins, rules)


def _rules(page: pypdfium2.PdfPage, width: float, height: float) -> Iterator[Garis]:
    """The rules of tables from the top down, those at one height once."""
    found: dict[int, Garis] = {}
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, foot, right, top = drawn.get_bounds()
        y, thin = height - (top + foot) / 2, top - foot < 3
        if thin and right - left > width * RULE and y > ATAS - 4:
            thick = top - foot > THICK
            found[round(y)] = Garis(y, thick or (round(y) in found and found[round(y)].tebal))
    yield from sorted(found.values(), key=lambda rule: rule.y)


def _white(page: pypdfium2.PdfPage, height: float) -> float:
    """The highest band without ink, as a part of the text area."""
    grey = page.render(scale=COARSE, grayscale=True).to_numpy()
    first, last = int(ATAS * COARSE), int((height - BAWAH) * COARSE)
    inked = (grey[first:last] < INK).any(axis=1).nonzero()[0]
    edges = [-1, *map(int, inked), last - first]
    return max(below - above - 1 for above, below in pairwise(edges)) / (last - first)


def _words(page: pypdfium2.PdfPage, height: float) -> Iterator[Kata]:
    text = page.get_textpage()
    letters = text.get_text_range()
    found: list[tuple[str, tuple[float, float, float, float]]] = []
    for n in range(text.count_chars()):
        letter = letters[n] if n < len(letters) else " "
        if letter.isspace() or letter == BREAK:
            yield from _word(found, height)
            found = []
        else:
            found.append((letter, text.get_charbox(n)))
    yield from _word(found, height)


def _word(
    letters: Sequence[tuple[str, tuple[float, float, float, float]]], height: float
) -> Iterator[Kata]:
    if not letters:
        return
    boxes = [box for _, box in letters]
    yield Kata(
        "".join(letter for letter, _ in letters),
        min(box[0] for box in boxes),
        height - max(box[3] for box in boxes),
        max(box[2] for box in boxes),
        height - min(box[1] for box in boxes),
    )


def near_empty(halaman: Halaman) -> list[str]:
    """A page whose last line stands in the upper part."""
    last = max((word.bawah for word in halaman.kata), default=ATAS)
    full = (last - ATAS) / halaman.isi
    return [f"halaman {halaman.nomor}: terisi {full:.0%}"] if full < EMPTY else []


def overlapping(halaman: Halaman) -> list[str]:
    """Two words that lie over each other."""
    found = []
    ordered = sorted(halaman.kata, key=lambda word: word.atas)
    for n, one in enumerate(ordered):
        for other in ordered[n + 1 :]:
            if other.atas >= one.bawah - OVER:
                break
            if _over(one, other):
                found.append(f"halaman {halaman.nomor}: “{one.teks}” dan “{other.teks}” bertumpuk")
    return found


def _over(one: Kata, other: Kata) -> bool:
    across = min(one.kanan, other.kanan) - max(one.kiri, other.kiri)
    down = min(one.bawah, other.bawah) - max(one.atas, other.atas)
    return across > OVER and down > OVER


def outside(halaman: Halaman) -> list[str]:
    """A word that leaves the width of the text."""
    left, right = SAMPING - HANGING, halaman.lebar - SAMPING + HANGING
    return [
        f"halaman {halaman.nomor}: “{word.teks}” di luar bidang teks"
        for word in halaman.kata
        if word.kiri < left or word.kanan > right
    ]


def too_small(halaman: Halaman) -> list[str]:
    """A figure in letters below 6 pt."""
    return [
        f"halaman {halaman.nomor}: “{word.teks}” terlalu kecil"
        for word in halaman.kata
        if word.teks.isdigit() and word.bawah - word.atas < SMALLEST * DIGIT - 0.2
    ]


def touching(halaman: Halaman) -> list[str]:
    """Two amounts beside each other with less than a millimetre between them, or none at all."""
    grown = [word.teks for word in halaman.kata if GROWN.search(word.teks)]
    amounts = sorted(
        (word for word in halaman.kata if AMOUNT.fullmatch(word.teks)),
        key=lambda w: (round(w.atas), w.kiri),
    )
    close = [
        f"{one.teks} {other.teks}"
        for one, other in pairwise(amounts)
        if abs(one.atas - other.atas) < 2 and -1 < other.kiri - one.kanan < TOUCH
    ]
    return [f"halaman {halaman.nomor}: angka bersentuhan: {told}" for told in grown + close]


def lonely_heading(halaman: Halaman) -> list[str]:
    """A heading with nothing but headings below it."""
    if not halaman.judul:
        return []
    last_heading = max(halaman.judul)
    heading_line = [word for word in halaman.kata if word.atas < last_heading + 30]
    last = max((word.bawah for word in halaman.kata), default=0.0)
    lines = {round(word.bawah) for word in halaman.kata if word.atas > last_heading + 14}
    found = bool(heading_line) and last - last_heading < 34 and len(lines) < 2
    return [f"halaman {halaman.nomor}: judul di kaki halaman"] if found else []


def announcing(halaman: Halaman) -> list[str]:
    """A last line that announces what stands overleaf."""
    last = max(halaman.kata, key=lambda word: (round(word.bawah), word.kanan), default=None)
    ends = last is not None and last.teks.endswith(":") and last.bawah > halaman.tinggi - BAWAH - 40
    return [f"halaman {halaman.nomor}: baris “{last.teks}” di kaki halaman"] if ends else []


def parted_item(halaman: Halaman, berikut: Halaman) -> list[str]:
    """A page that ends with the first line of an item whose list stands overleaf."""
    last, first = _line(halaman, -1), _line(berikut, 0)
    heads = bool(last and first) and last[0].teks in MARKERS and first[0].teks in MARKERS
    found = heads and first[0].kiri > last[0].kiri + 4
    return [f"halaman {halaman.nomor}: butir terpisah dari rinciannya"] if found else []


def _line(halaman: Halaman, at: int) -> list[Kata]:
    """The first or the last line of a page, from left to right."""
    ordered = sorted(halaman.kata, key=lambda word: word.bawah)
    if not ordered:
        return []
    own = [word for word in ordered if abs(word.bawah - ordered[at].bawah) < 7]
    return sorted(own, key=lambda word: word.kiri)


def lonely_signature(halaman: Halaman, tempat: str) -> list[str]:
    """A signature, which begins with place and date, with no text above it on its page."""
    place = tempat.split()[0]
    signs = [
        word for word in halaman.kata if word.teks == place and word.kiri > halaman.lebar * 0.45
    ]
    return [
        f"halaman {halaman.nomor}: tanda tangan tanpa teks di atasnya"
        for sign in signs
        if not any(word.bawah < sign.atas - 4 for word in halaman.kata)
    ]


def split_name(halaman: Halaman) -> list[str]:
    """`Tabel` at the end of a line whose number stands in the next."""
    return [
        f"halaman {halaman.nomor}: “{one[-1].teks}” terpisah dari “{other[0].teks}”"
        for one, other in pairwise(lines(halaman))
        if NAMED.fullmatch(one[-1].teks) and CAPTION_NUMBER.fullmatch(other[0].teks)
    ]


def lines(halaman: Halaman) -> list[list[Kata]]:
    """The words of each line, from left to right."""
    found: list[list[Kata]] = []
    for word in sorted(halaman.kata, key=lambda word: word.bawah):
        if found and word.bawah - found[-1][0].bawah < 4:
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(line, key=lambda word: word.kiri) for line in found]


def hole(halaman: Halaman, berikut: Halaman) -> list[str]:
    """A page within a chapter whose text leaves much of it white.

    What two parties sign stays with their signatures, whatever room that leaves.
    """
    within = halaman.tegak and berikut.tegak and not berikut.awal_bab
    signed = sum(word.teks == "Pihak" for word in berikut.kata) == 2
    found = within and not signed and halaman.celah > HOLE
    return [f"halaman {halaman.nomor}: {halaman.celah:.0%} kosong"] if found else []


def potongan(halaman: Halaman) -> list[Potongan]:
    """The tables of a page, or what it holds of them."""
    parts: list[list[Garis]] = []
    is_open = False
    for rule in halaman.garis:
        if rule.tebal and not is_open:
            parts.append([])
        if parts:
            parts[-1].append(rule)
        is_open = not is_open if rule.tebal else is_open
    return [_part(halaman, rules) for rules in parts]


def _part(halaman: Halaman, rules: Sequence[Garis]) -> Potongan:
    first, ended = rules[0].y, len(rules) > 1 and rules[-1].tebal
    titled = any(
        line[0].teks == "Tabel" and 0 < first - line[0].bawah < 40 for line in lines(halaman)
    )
    return Potongan(first, titled, len(rules) - 2, ended)


def orphan_row(halaman: Halaman) -> list[str]:
    """The last row of a table alone on its page."""
    return [
        f"halaman {halaman.nomor}: tabel bersambung dengan {part.baris} baris"
        for part in potongan(halaman)
        if part.selesai and not part.berjudul and part.baris < FEWEST_ROWS
    ]


def parted_table(halaman: Halaman, berikut: Halaman) -> list[str]:
    """A picture between the two parts of a table."""
    open_parts = [part for part in potongan(halaman)[-1:] if not part.selesai]
    rest = potongan(berikut)[:1]
    if not open_parts or not rest:
        return []
    between = [
        *(word for word in _captions(halaman) if word.atas > open_parts[0].atas),
        *(word for word in _captions(berikut) if word.bawah < rest[0].atas),
    ]
    return [f"halaman {halaman.nomor}: gambar memisahkan tabel"] if between else []


def _captions(halaman: Halaman) -> list[Kata]:
    """The first words of the titles of pictures."""
    return [
        line[0]
        for line in lines(halaman)
        if line[0].teks == "Gambar" and len(line) > 1 and CAPTION_NUMBER.fullmatch(line[1].teks)
    ]


def justified(halaman: Halaman) -> list[str]:
    """Prose whose lines end alike at the right, on a page where others do not."""
    edge = halaman.lebar - SAMPING - PINGGIR
    ends = [abs(max(word.kanan for word in line) - edge) < EVEN for line in lines(halaman)]
    even = any(all(ends[n : n + EVEN_LINES]) for n in range(len(ends) - EVEN_LINES + 1))
    return [f"halaman {halaman.nomor}: teks rata kanan"] if even else []


MEASURES = (
    near_empty,
    overlapping,
    outside,
    too_small,
    touching,
    lonely_heading,
    announcing,
    split_name,
    orphan_row,
    justified,
)
