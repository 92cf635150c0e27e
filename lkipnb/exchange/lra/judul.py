"""Which column holds what: the header of an export, found by its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkipnb.load.xlsx import Rows

KODE, URAIAN, MURNI, PAGU, REALISASI, PERSEN, FISIK, SUMBER, ABAIKAN = (
    "kode_rekening",
    "uraian",
    "pagu_murni_rp",
    "pagu_rp",
    "realisasi_rp",
    "serapan_persen",
    "fisik_persen",
    "sumber_dana",
    "(tidak dipakai)",
)
# The first pattern that a heading matches says what its column holds.
KATA: tuple[tuple[str, str], ...] = (
    (FISIK, r"fisik"),
    (PERSEN, r"%|persen|prosen|serapan|tingkat capaian"),
    (
        ABAIKAN,
        r"sisa|lebih|kurang|selisih|bulan lalu|periode lalu|lokasi|keterangan|^no\.?$|^nomor$",
    ),
    (REALISASI, r"realisasi|spj|pengeluaran"),
    (SUMBER, r"sumber"),
    (MURNI, r"murni|sebelum|induk"),
    (KODE, r"^kode|^kd\b|rekening|^no\.? ?rek"),
    (PAGU, r"pagu|anggaran|apbd|dpa|plafon|perubahan|setelah"),
    (URAIAN, r"uraian|nama|program|kegiatan"),
)
HEIGHT = 3  # rows of a header at most
SEARCHED = 60  # rows among which the header is looked for
CODE_PIECE = re.compile(r"[0-9A-Za-z]{1,4}\.?")


@dataclass(frozen=True)
class Judul:
    """A header: its first row, the first row of data, and what each column holds (0 = the
    leftmost).
    """

    baris: int
    data: int
    kolom: Mapping[int, str]
    teks: Mapping[int, str]

    def letak(self, isi: str) -> list[int]:
        """The columns that hold `isi`, from left to right."""
        return [at for at, held in sorted(self.kolom.items()) if held == isi]


def cari(rows: Rows) -> Judul | None:
    """The header that names most kinds of columns; None when none has a name, a budget
    and its use.
    """
    found = [
        (len(set(judul.kolom.values()) - {ABAIKAN}), -height, -start, judul)
        for start in range(min(SEARCHED, len(rows)))
        for height in range(1, HEIGHT + 1)
        if (judul := _read(rows, start, height))
    ]
    return max(found, key=lambda each: each[:3])[-1] if found else None


def _read(rows: Rows, start: int, height: int) -> Judul | None:
    block = rows[start : start + height]
    is_title = len([cell for cell in rows[start] if cell.strip()]) < 2
    if len(block) < height or is_title or any(_has_amount(row) for row in block):
        return None
    width = max((len(row) for row in rows[start : start + height + SEARCHED]), default=0)
    texts = {at: _heading(block, at) for at in range(width)}
    kolom = {at: kind for at, text in texts.items() if (kind := _kind(text))}
    kolom = _one_each(kolom, texts)
    if not {URAIAN, PAGU, REALISASI} <= set(kolom.values()):
        return None
    data = _first_data_row(rows, start + height)
    return Judul(
        start,
        data,
        _with_pieces(kolom, texts, rows[data:]),
        {at: text for at, text in texts.items() if text},
    )


def _heading(block: Rows, at: int) -> str:
    """The words above a column from top to bottom; a heading over several columns counts for each
    of them.
    """
    words = []
    for depth, row in enumerate(block):
        cell = row[at].strip() if at < len(row) else ""
        spread = depth < len(block) - 1 and any(
            at < len(below) and below[at].strip() for below in block[depth + 1 :]
        )
        if not cell and spread:
            cell = next(
                (row[n].strip() for n in range(min(at, len(row)) - 1, -1, -1) if row[n].strip()), ""
            )
        words.append(cell)
    return " ".join(" ".join(words).split())


def _kind(heading: str) -> str | None:
    lowered = heading.lower()
    return (
        next((kind for kind, pattern in KATA if re.search(pattern, lowered)), None)
        if heading
        else None
    )


def _one_each(kolom: Mapping[int, str], texts: Mapping[int, str]) -> dict[int, str]:
    """Of several columns of amounts, the one that counts: a budget after its change, a realisasi up
    to now.
    """
    chosen = dict(kolom)
    for kind, wanted in ((PAGU, r"perubahan|setelah"), (REALISASI, r"s\.? ?d|sampai|jumlah|total")):
        rivals = [at for at in sorted(chosen) if chosen[at] == kind]
        if len(rivals) > 1:
            best = [at for at in rivals if re.search(wanted, texts[at].lower())] or rivals
            for at in rivals:
                if at != best[-1]:
                    chosen[at] = (
                        MURNI
                        if kind == PAGU and at == rivals[0] and MURNI not in chosen.values()
                        else ABAIKAN
                    )
    return chosen


def _first_data_row(rows: Rows, start: int) -> int:
    """The first row below the header that does not only number the columns."""
    at = start
    while at < len(rows) and _numbers_columns(rows[at]):
        at += 1
    return at


def _numbers_columns(row: Sequence[str]) -> bool:
    """`1 2 3 4=3/2 5`: the row under a header that numbers its columns, or a blank one."""
    cells = [cell.strip() for cell in row if cell.strip()]
    numbers = [int(match[1]) for cell in cells if (match := re.match(r"\(?([0-9]{1,2})", cell))]
    return not cells or (
        len(cells) > 2
        and len(numbers) == len(cells)
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )


def _with_pieces(kolom: Mapping[int, str], texts: Mapping[int, str], rows: Rows) -> dict[int, str]:
    """Columns without a heading, right of the code or of the names, that hold more of the same."""
    whole = dict(kolom)
    for at in sorted(texts):
        if at in whole or texts[at] or at - 1 not in whole or whole[at - 1] not in (KODE, URAIAN):
            continue
        cells = [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
        pieces = sum(bool(CODE_PIECE.fullmatch(cell)) for cell in cells)
        if whole[at - 1] == KODE and cells:
            whole[at] = KODE if pieces == len(cells) else URAIAN
        elif cells and not pieces:
            whole[at] = URAIAN
    return whole


def _has_amount(row: Sequence[str]) -> bool:
    return any(re.search(r"[0-9][0-9.,]{5,}", cell) for cell in row)
