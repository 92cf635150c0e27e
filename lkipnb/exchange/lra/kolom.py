"""Which column holds what, told by the words above it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

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
TINGKAT = "tingkat"
NOMOR = "nomor"
UNIT = "unit"
ABAIKAN = "(tidak dipakai)"

AMOUNTS = (MURNI, PAGU, REALISASI)
SHARES = (PERSEN, FISIK)

# The first pattern that a heading matches says what its column holds.
KATA: tuple[tuple[str, str], ...] = (
    (NOMOR, r"^(no|nomor|no\.? ?urut|nomor urut)\.?$"),
    (
        UNIT,
        r"^(nama )?(skpd|opd|unit skpd|perangkat daerah|unit kerja|satuan kerja|sub unit|unit)$",
    ),
    (TINGKAT, r"^(tingkat|level|jenjang|jenis baris|tipe)\b"),
    (KODE, r"^kode\b|^kd\b|^no\.? ?rek|^nomor rek|^rekening\b|kode rekening$|kode program$"),
    (
        ABAIKAN,
        r"sisa|lebih|kurang|tambah|selisih|silpa|deviasi|prognosis|proyeksi|rencana|target|bobot"
        r"|tertimbang|anggaran kas|\bspd\b|penyediaan dana|kontrak|\blokasi|keterangan|\bket\b"
        r"|volume|\bsatuan|keluaran|output|outcome|indikator|tolok ukur|penanggung|pptk|\bkpa\b"
        r"|kinerja|\bk$",
    ),
    (FISIK, r"(?<!dak )(?<!dak non )(?<!dak non-)\bfisik|^progres+$|^kemajuan( pekerjaan)?\b"),
    (REALISASI, r"(?:\bs|peny)erapan.*\(?\b(rp|rupiah)\b"),
    (PERSEN, r"%|persen|prosen|\bserapan|penyerapan|tingkat capaian"),
    (REALISASI, r"realisasi|\breal\b|\bspj\b|sp2d|pengeluaran"),
    (
        PAGU,
        r"pagu|anggaran|\bangg?\b|jumlah dana|apbd|\bdpp?a\b|plafon|perubahan|setelah|sesudah"
        r"|sebelum|murni|induk|efisiensi|pergeseran",
    ),
    (SUMBER, r"sumber"),
    (URAIAN, r"uraian|nama|program|kegiatan|nomenklatur"),
)
LEVELS = frozenset(
    {"urusan", "bidang urusan", "program", "kegiatan", "sub kegiatan", "subkegiatan"}
)
# Cells of one column of several that together hold a code: `5`, `02`, `2.01`.
CODE_PIECE = re.compile(r"[0-9A-Za-z]{1,5}\.?|[0-9X]{1,5}([. ][0-9X]{1,5})+\.?")
_MILLION = re.compile(r"(rp\.? ?)?[0-9]{1,3}([.,]?[0-9]{3}){2}", re.IGNORECASE)
# Short headings of columns that each hold a piece of a code, where that is what stands in them.
PIECE_OF = re.compile(
    r"(?:kd|id)?[ ._]?(?:urusan|bid(?:ang)?|prog(?:ram)?|keg(?:iatan)?"
    r"|sub ?keg(?:iatan)?|sub|rek(?:ening)?|akun|kel(?:ompok)?|jns|jenis|obj(?:ek)?)\.?"
)
# No number of two digits at most: 1.1, 1.1.1.
_LEADING_CODE = re.compile(
    r"(?:(?:program|(?:sub ?)?kegiatan)\s*[:\-–]?\s*)?"
    r"\[?[0-9X][. ]+[0-9X]{2}(?:[. ]+[0-9X]+)+[.\s]*\]?\s*[-–:]?\s*[A-Za-z(]",
    re.IGNORECASE,
)
_CODE_BEHIND = re.compile(r"[A-Za-z]\s*[\[(][0-9X][. ][0-9X]{2}(?:[. ][0-9X]+)+[\])]$")
_ACCOUNT = re.compile(r"^(nama|uraian) (akun|rekening|belanja|objek)")
_CURRENCY = re.compile(r"(?:rp|idr)\.?", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z]{2}")

Kolom = Mapping[int, str]  # what a column holds, by its place from the left, which is 0
Teks = Mapping[int, str]  # the words above a column, by its place


def letak(kolom: Kolom, isi: str) -> list[int]:
    """The columns that hold `isi`, from left to right."""
    return [at for at, held in sorted(kolom.items()) if held == isi]


def menurut_judul(teks: Teks) -> dict[int, str]:
    """What each column holds whose heading says so."""
    told = {at: macam(heading) for at, heading in teks.items()}
    known = {at: kind for at, kind in told.items() if kind is not None}
    return _without_accounts(_without_performance(known, teks), teks)


def macam(heading: str) -> str | None:
    """What the words of a heading say that its column holds."""
    lowered = heading.lower()
    for kind, pattern in KATA:
        if re.search(pattern, lowered):
            return kind
    return None


def _without_accounts(kolom: dict[int, str], teks: Teks) -> dict[int, str]:
    """The name of an account beside that of the line is no name of the line."""
    names = letak(kolom, URAIAN)
    accounts = [at for at in names if _ACCOUNT.search(teks[at].lower())]
    if len(accounts) == len(names):
        return kolom
    return kolom | dict.fromkeys(accounts, ABAIKAN)


def _without_performance(kolom: dict[int, str], teks: Teks) -> dict[int, str]:
    """A bare “Realisasi” right of a target or a unit is that of an indikator, no money."""
    chosen = dict(kolom)
    for at in letak(kolom, REALISASI):
        before = teks.get(at - 1, "").lower()
        bare = teks[at].lower().strip(" .")
        if bare == "realisasi" and re.search(r"target|satuan|volume", before):
            chosen[at] = ABAIKAN
    return chosen


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


def menurut_isi(kolom: Kolom, teks: Teks, rows: Rows) -> dict[int, str]:
    """The columns, where what stands in them contradicts the heading: a share of millions is an
    amount, a source of funds of numbers no source, a program of two digits a piece of a code.
    """
    chosen = dict(kolom) | _by_cells(kolom, teks, rows)
    names = letak(chosen, URAIAN)
    cells = _filled(rows, names[0]) if len(names) == 1 else []
    if KODE not in chosen.values() and _lead_with_codes(cells):
        chosen[names[0]] = KODE
    for at in letak(kolom, SUMBER):
        cells = _filled(rows, at)
        if cells and not any(map(_LETTERS.search, cells)):
            chosen[at] = ABAIKAN
    for at in letak(kolom, PERSEN):
        if not _is_share(teks.get(at, "")) and any(map(_MILLION.match, _filled(rows, at))):
            chosen[at] = REALISASI
    return chosen


def dengan_mata_uang(kolom: Kolom, teks: Teks, rows: Rows) -> tuple[dict[int, str], dict[int, str]]:
    """The columns and their headings, where a currency stands in one of its own: the amounts stand
    right of it, under the same heading.
    """
    moved = dict(kolom)
    headed = dict(teks)
    for at in sorted(kolom):
        cells = _filled(rows, at)
        is_currency = bool(cells) and all(map(_CURRENCY.fullmatch, cells))
        if kolom[at] in AMOUNTS and is_currency and not teks.get(at + 1):
            moved[at], moved[at + 1] = ABAIKAN, kolom[at]
            headed[at + 1] = teks[at]
    return moved, headed


def _lead_with_codes(cells: Sequence[str]) -> bool:
    """Whether names stand with codes of the budget in most cells: `1.02.01 - Program`."""
    led = [cell for cell in cells if _LEADING_CODE.match(cell) or _CODE_BEHIND.search(cell)]
    return len(led) * 2 > len(cells)


def _are_levels(rows: Rows, at: int) -> bool:
    """Whether a column holds the words of levels, of several."""
    if not _all_filled(rows, at, lambda cell: _one_space(cell) in LEVELS):
        return False
    return len(set(map(_one_space, _filled(rows, at)))) > 1


def _one_space(cell: str) -> str:
    return " ".join(cell.lower().split())


def _all_filled(rows: Rows, at: int, holds: Callable[[str], bool]) -> bool:
    """Whether a column is filled and every cell of it holds; the first that does not ends it."""
    is_filled = False
    for row in rows:
        cell = sel(row, at)
        if cell and not holds(cell):
            return False
        is_filled = is_filled or bool(cell)
    return is_filled


def _is_piece(cell: str) -> bool:
    """Whether a cell holds a piece of a code, or one of a line of spending."""
    return cell[0].isdigit() and bool(CODE_PIECE.fullmatch(cell))


def _by_cells(kolom: Kolom, teks: Teks, rows: Rows) -> dict[int, str]:
    """The columns whose cells are all pieces of codes, under a short heading, or words of levels
    beside the names.
    """
    told: dict[int, str] = {}
    names = letak(kolom, URAIAN)
    for at, heading in teks.items():
        is_piece = PIECE_OF.fullmatch(heading.lower()) is not None
        if is_piece and _all_filled(rows, at, _is_piece):
            told[at] = KODE
        elif kolom.get(at) not in AMOUNTS and names not in ([], [at]) and _are_levels(rows, at):
            told[at] = TINGKAT
    return told


def _is_share(heading: str) -> bool:
    return bool(re.search(r"%|persen|prosen", heading.lower()))


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
    if pieces:
        return None
    return URAIAN
