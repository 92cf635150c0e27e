"""The rows below a header: indicators, and what is passed over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lkipnb.errors import Fault
from lkipnb.exchange.kinerja.arti import Arti
from lkipnb.exchange.kinerja.kepala import Kepala
from lkipnb.exchange.kinerja.kolom import (
    CAPAIAN,
    INDIKATOR,
    SASARAN,
    SATUAN,
    VALUES,
    WORDS,
    macam,
)
from lkipnb.exchange.lra.judul import baris_data
from lkipnb.exchange.lra.lembar import Lembar, huruf, kata, sel, terisi
from lkipnb.exchange.terisi.ejaan import sama, satu_baris

# An indicator may be called “Jumlah ...” too: a sum has no unit, and its word stands alone or has
# nothing but a capaian beside it.
_TOTAL = re.compile(r"(?:sub ?)?(?:jumlah|total)\b|rata ?- ?rata|rerata", re.IGNORECASE)
_BARE_TOTAL = re.compile(r"(?:sub ?|grand )?(?:jumlah|total)|rata ?- ?rata|rerata", re.IGNORECASE)
# The header of another table below: of programmes and their money.
_OF_MONEY = re.compile(
    r"program(?: ?/ ?kegiatan)?|kegiatan|sub ?kegiatan|(?:jumlah )?anggaran.*|pagu.*|sumber dana"
    r"|keterangan|ket\.?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"(?:rp\.? *)?[0-9][0-9., ]*(?:%|-)?", re.IGNORECASE)
_MARK = re.compile(r"\s*\*+\)?$")
LONGEST_HEADING = 40
LEAST_HEADINGS = 2
ANOTHER = (
    "tabel indikator lain dengan susunan lain mulai di baris ini; pindahkan ke lembar sendiri, lalu"
    " masukkan satu per satu"
)
_DIGIT_FIRST = re.compile(r"[<>≤≥(+\-−–]*\s*[0-9]")
_NOTE = re.compile(r"\*|sumber\b|keterangan|catatan|ket\b|note\b|\d?\)", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]\s+")
_SECTION = re.compile(r"sasaran(?: strategis)? *(?:[0-9]+|[ivx]+)? *[:.\-–] *", re.IGNORECASE)
LONELY = (
    "hanya kolom indikator yang terisi, jadi tidak jelas apakah ini lanjutan nama di atasnya,"
    " sasaran, atau indikator; gabungkan dengan baris di atasnya, atau lengkapi"
)
NAMELESS = "ada isi tanpa nama indikator; gabungkan dengan barisnya, atau tulis nama indikatornya"


@dataclass(frozen=True)
class Butir:
    """An indicator as a row of the file tells it: the number of the row, its words, and the text of
    each figure by the name of its quantity.
    """

    nomor: int
    kata: Mapping[str, str]
    nilai: Mapping[str, str]

    @property
    def nama(self) -> str:
        return self.kata[INDIKATOR]


@dataclass
class Isi:
    """The indicators of a table, the rows that repeat the sasaran above them, and those that were
    passed over with their text.
    """

    butir: list[Butir] = field(default_factory=list)
    diulang: list[int] = field(default_factory=list)
    dilewati: list[tuple[int, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def uraikan(lembar: Lembar, kepala: Kepala, arti: Arti, where: str) -> Isi:
    """Every row below the header."""
    return _Pembaca(lembar, kepala, arti, where).isi()


class _Pembaca:
    """The rows of one table as they come by."""

    def __init__(self, lembar: Lembar, kepala: Kepala, arti: Arti, where: str) -> None:
        self.lembar, self.kepala, self.arti, self.where = lembar, kepala, arti, where
        self.read = Isi()
        self.sasaran = ""
        self.headings = {sama(told.teks) for told in kepala.judul.values()}

    def isi(self) -> Isi:
        at = self.kepala.data
        while at < len(self.lembar.rows) and not self._ends(at):
            # A page that begins anew numbers its columns once more.
            begins_anew = self._repeats_header(at)
            self._row(at)
            at = max(at + 1, baris_data(self.lembar.rows, at + 1) if begins_anew else 0)
        self._pass_over_signature()
        self._judge_shared()
        return self.read

    def _judge_shared(self) -> None:
        """A figure that is merged over the rows of several indicators is a fault."""
        rows = [row.nomor - 1 for row in self.read.butir]
        figures = [at for name, at in self.arti.kolom.items() if name not in WORDS]
        for (at, column), why in self.lembar.bersama(rows, figures):
            text = sel(self.lembar.rows[at], column)
            self.read.faults.append(Fault(self.where, at + 1, huruf(column), text, why))

    def _ends(self, at: int) -> bool:
        """Whether another table begins: one of programmes and money is passed over, one of
        indicators in another layout is a fault.
        """
        cells = terisi(self.lembar.rows[at])
        if self._repeats_header(at) or any(map(_DIGIT_FIRST.match, cells)):
            return False
        kinds = {macam(cell) for cell in cells if len(cell) <= LONGEST_HEADING}
        if INDIKATOR in kinds and kinds & set(VALUES):
            self.read.faults.append(Fault(self.where, at + 1, None, None, ANOTHER))
            return True
        if len([cell for cell in cells if _OF_MONEY.fullmatch(cell)]) < LEAST_HEADINGS:
            return False
        self.read.dilewati.append((at + 1, f"tabel lain sampai akhir: {kata(cells)}"))
        return True

    def _pass_over_signature(self) -> None:
        """Words below the last indicator are no indicator without a name, where no figure stands
        among them.
        """
        below = self._below_the_last()
        if any(map(self._tells_figures, below)):
            return
        for fault in below:
            at = fault.row or 0
            self.read.dilewati.append((at, kata(self.lembar.rows[at - 1])))
        self.read.faults = [fault for fault in self.read.faults if fault not in below]

    def _below_the_last(self) -> list[Fault]:
        """The faults below the last indicator; none where there is no indicator."""
        last = max((row.nomor for row in self.read.butir), default=0)
        if not last:
            return []
        return [fault for fault in self.read.faults if (fault.row or 0) > last]

    def _tells_figures(self, fault: Fault) -> bool:
        row = self.lembar.rows[(fault.row or 1) - 1]
        return fault.expected != NAMELESS or any(map(_DIGIT_FIRST.match, terisi(row)))

    def _row(self, at: int) -> None:
        row = self.lembar.rows[at]
        if not terisi(row):
            return
        words = {name: self._word(row, name) for name in WORDS if name in self.arti.kolom}
        figures = {name: sel(row, c) for name, c in self.arti.kolom.items() if name not in WORDS}
        section = self._section(at)
        if section:
            self.sasaran = section
            self.read.dilewati.append((at + 1, f"judul sasaran: {section}"))
        elif self._is_aside(at, words) or self._is_sum(at, words, figures):
            self.read.dilewati.append((at + 1, kata(row)))
        elif self._is_told(at, words, figures):
            self._indikator(at, words, figures)

    def _word(self, row: Sequence[str], name: str) -> str:
        text = satu_baris(sel(row, self.arti.kolom[name]))
        if name in (SASARAN, INDIKATOR):
            return tanpa_nomor(text)
        return text

    def _section(self, at: int) -> str:
        """The sasaran that a row heads in which nothing else stands but a number."""
        row = self.lembar.rows[at]
        cells = terisi(row)
        if len(cells) > 2 or _NOTE.match(cells[-1]) or _TOTAL.match(cells[-1]):
            return ""
        own = self.arti.kolom.get(SASARAN)
        is_own = own is not None and sel(row, own) == cells[-1]
        if is_own or _SECTION.match(cells[-1]):
            return tanpa_nomor(satu_baris(cells[-1]))
        return ""

    def _is_aside(self, at: int, words: Mapping[str, str]) -> bool:
        """Whether a row is a note, or the header of a page once more."""
        row = self.lembar.rows[at]
        first = terisi(row)[0]
        if self._repeats_header(at):
            return True
        if any(words.values()) and len(terisi(row)) > 1:
            return False
        used = {c for name, c in self.arti.kolom.items() if name != SASARAN}
        return bool(_NOTE.match(first)) or not any(sel(row, c) for c in used)

    def _is_sum(self, at: int, words: Mapping[str, str], figures: Mapping[str, str]) -> bool:
        text = words.get(INDIKATOR) or words.get(SASARAN) or terisi(self.lembar.rows[at])[0]
        if words.get(SATUAN) or not _TOTAL.match(text):
            return False
        own = [told for name, told in figures.items() if told and name != CAPAIAN]
        return bool(_BARE_TOTAL.fullmatch(text)) or not own

    def _repeats_header(self, at: int) -> bool:
        cells = [sama(cell) for cell in terisi(self.lembar.rows[at])]
        if len(cells) < 2:
            return False
        return all(any(cell in heading for heading in self.headings) for cell in cells)

    def _is_told(self, at: int, words: Mapping[str, str], figures: Mapping[str, str]) -> bool:
        """Whether a row names an indicator and anything of it; else it is a fault."""
        has_figures = any(figures.values()) or bool(words.get(SATUAN))
        name = words.get(INDIKATOR, "")
        if name and has_figures and not _AMOUNT.fullmatch(name):
            return True
        column = huruf(self.arti.kolom[INDIKATOR])
        fault = Fault(self.where, at + 1, column, name or None, LONELY if name else NAMELESS)
        self.read.faults.append(fault)
        return False

    def _indikator(self, at: int, words: dict[str, str], figures: Mapping[str, str]) -> None:
        if SASARAN in self.arti.kolom and not words[SASARAN] and self.sasaran:
            self.read.diulang.append(at + 1)
        self.sasaran = words.get(SASARAN) or self.sasaran
        words[SASARAN] = self.sasaran
        self._judge_cells(at)
        self.read.butir.append(Butir(at + 1, words, figures))

    def _judge_cells(self, at: int) -> None:
        for place in self.arti.kolom.values():
            reason = self.lembar.rusak.get((at, place))
            if reason:
                self.read.faults.append(Fault(self.where, at + 1, huruf(place), None, reason))


def tanpa_nomor(text: str) -> str:
    """A name without the number or the word before it and the footnote mark behind it: `2) `,
    `Sasaran 1: `, `**`.
    """
    numbered = _NUMBERED.match(text)
    bare = text[numbered.end() :] if numbered else text
    found = _SECTION.match(bare)
    named = bare[found.end() :] if found else bare
    return _MARK.sub("", named)
