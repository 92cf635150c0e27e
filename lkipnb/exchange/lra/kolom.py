"""Which column holds what, told by the words above it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lkipnb.exchange.lra.lembar import sel
from lkipnb.load.xlsx import Rows

KODE = "kode_rekening"
URAIAN = "uraian"
MURNI = "pagu_murni_rp"
PAGU = "pagu_rp"
REALISASI = "realisasi_rp"
PERSEN = "serapan_persen"
FISIK = "fisik_persen"
SUMBER = "sumber_dana"
ABAIKAN = "(tidak dipakai)"

AMOUNTS = (MURNI, PAGU, REALISASI)
SHARES = (PERSEN, FISIK)

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
# Of several columns of one kind, the last one with such a word counts.
BUDGET_THAT_COUNTS = r"perubahan|setelah"
REALISASI_UP_TO_NOW = r"s\.? ?d|sampai|jumlah|total"
CODE_PIECE = re.compile(r"[0-9A-Za-z]{1,4}\.?")

Kolom = Mapping[int, str]  # what a column holds, by its place from the left, which is 0
Teks = Mapping[int, str]  # the words above a column, by its place


def letak(kolom: Kolom, isi: str) -> list[int]:
    """The columns that hold `isi`, from left to right."""
    return [at for at, held in sorted(kolom.items()) if held == isi]


def pilih(teks: Teks) -> dict[int, str]:
    """What each column holds whose heading says so; one budget and one realisasi among them."""
    told = {at: macam(heading) for at, heading in teks.items()}
    known = {at: kind for at, kind in told.items() if kind is not None}
    return _one_realisasi(_one_budget(known, teks), teks)


def macam(heading: str) -> str | None:
    """What the words of a heading say that its column holds."""
    lowered = heading.lower()
    for kind, pattern in KATA:
        if re.search(pattern, lowered):
            return kind
    return None


def dengan_sambungan(kolom: Kolom, teks: Teks, rows: Rows) -> dict[int, str]:
    """Also the columns without a heading, right of the code or of the names, that hold more of the
    same.
    """
    whole = dict(kolom)
    for at in sorted(teks):
        left = whole.get(at - 1)
        if teks[at] or left not in (KODE, URAIAN):
            continue
        more = _more_of(left, _filled(rows, at))
        if more is not None:
            whole[at] = more
    return whole


def _one_budget(kolom: dict[int, str], teks: Teks) -> dict[int, str]:
    """The budget after its change; the leftmost of the others is the one before it."""
    budgets = letak(kolom, PAGU)
    passed = _passed(budgets, teks, BUDGET_THAT_COUNTS)
    chosen = kolom | dict.fromkeys(passed, ABAIKAN)
    if passed and passed[0] == budgets[0] and MURNI not in kolom.values():
        chosen[passed[0]] = MURNI
    return chosen


def _one_realisasi(kolom: dict[int, str], teks: Teks) -> dict[int, str]:
    passed = _passed(letak(kolom, REALISASI), teks, REALISASI_UP_TO_NOW)
    return kolom | dict.fromkeys(passed, ABAIKAN)


def _passed(rivals: Sequence[int], teks: Teks, wanted: str) -> list[int]:
    """All but the one that counts: the last with a wanted word, else the last."""
    named = [at for at in rivals if re.search(wanted, teks[at].lower())]
    best = (named or rivals)[-1:]
    return [at for at in rivals if at not in best]


def _filled(rows: Rows, at: int) -> list[str]:
    cells = (sel(row, at) for row in rows)
    return [cell for cell in cells if cell]


def _more_of(left: str, cells: Sequence[str]) -> str | None:
    """What a column of these cells holds, right of one that holds codes or names."""
    if not cells:
        return None
    pieces = [cell for cell in cells if CODE_PIECE.fullmatch(cell)]
    if left == KODE:
        return KODE if len(pieces) == len(cells) else URAIAN
    return None if pieces else URAIAN
