"""The rows of an export put in order: lines under their units, with codes, and what is no line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from lkipnb.calculate.rekening import PENGGANTI
from lkipnb.errors import Fault
from lkipnb.exchange.lra.baris import Baris, Dilewati, Isi
from lkipnb.exchange.lra.cacat import cacat
from lkipnb.exchange.lra.datar import Daftar, dari_datar, is_datar
from lkipnb.exchange.lra.judul import Judul
from lkipnb.exchange.lra.kode import (
    BARIS,
    BIDANG,
    KEGIATAN,
    PROGRAM,
    REKENING,
    SUB,
    UNIT,
    URUSAN,
)
from lkipnb.exchange.lra.kolom import AMOUNTS
from lkipnb.exchange.lra.lembar import Lembar, sel
from lkipnb.exchange.lra.nama import sambung
from lkipnb.exchange.lra.pasangan import Pasangan
from lkipnb.exchange.lra.rinci import (
    gabung_sumber,
    pisahkan_kepala,
    pisahkan_rincian,
    tanpa_kembaran,
)
from lkipnb.exchange.lra.rincian import Pembaca, Terurai, judul_di_atas, tanpa_penutup
from lkipnb.exchange.lra.tingkat import (
    bertingkat,
    dari_kata,
    dari_nomor,
    kata_pertama,
    kehilangan_tingkat,
    nomor_di_depan,
    pengganti,
)

_ACCOUNT = re.compile(r"(belanja|pendapatan|pembiayaan|surplus)\b", re.IGNORECASE)
FIRST_YEAR_OF_90 = 2021  # Permendagri 90/2019
LOST_LEVELS = (
    "nomor barisnya tidak bersambung, sehingga tingkatnya tidak diketahui; beri kode, nomor"
    " bertingkat (1, 1.1, 1.1.1), atau inden"
)
COUNTED_TWICE = (
    "rekening pada baris ini bagian dari baris lain untuk kegiatan yang sama, sehingga terhitung"
    " dua kali; ekspor satu tingkat rekening saja"
)
REPEATED = (
    "anggaran rekening ini sama dengan baris sebelumnya untuk kegiatan dan rekening yang sama,"
    " sehingga tampak diulang pada setiap transaksi dan terhitung berkali-kali; ekspor rekap per"
    " rekening atau per sub kegiatan"
)
ONLY_ACCOUNTS = (
    "berkas ini dirinci menurut rekening belanja, bukan program dan kegiatan; minta rekap per"
    " program dari aplikasinya"
)


def uraikan(lembar: Lembar, judul: Judul, pasangan: Pasangan, tahun: int | None, where: str) -> Isi:
    """Everything below the header; a row with an amount that cannot be read is a fault."""
    read = list(Pembaca(lembar, judul, pasangan, where).semua())
    titles = judul_di_atas(lembar.rows, judul)
    repeated = [Dilewati(row.baris.nomor, row.teks) for row in read if row.teks in titles]
    held, passed = tanpa_penutup([row for row in read if row.teks not in titles])
    totals, own = _parted(held)
    flat = _flat(own, judul)
    lines, witnesses = _ordered(own, flat, tahun)
    lines, rest, joined = sambung(lines, passed, _names(read))
    lines, heads = pisahkan_kepala(lines)
    lines, parts = pisahkan_rincian(lines)
    lines, twins = tanpa_kembaran(lines, {row + 1 for row in lembar.baris_tersembunyi})
    lines, by_source = gabung_sumber(lines)
    lines = _coded(lines, lembar)
    unread = chain.from_iterable(row.nilai.faults for row in held)
    mended = chain.from_iterable(row.nilai.ditafsirkan for row in held)
    return Isi(
        baris=tuple(lines),
        total=(*heads, *totals),
        saksi=(*witnesses, *parts),
        dilewati=tuple(sorted([*repeated, *rest, *map(_passed, twins)])),
        disambung=tuple(joined),
        ditafsirkan=tuple(mended),
        faults=(
            *unread,
            *_shared(lembar, pasangan, own, where),
            *_twice(flat, where),
            *_faults(lines, witnesses, where),
        ),
        ditambahkan=(*_added(flat), *by_source),
    )


def _shared(
    lembar: Lembar, pasangan: Pasangan, own: Sequence[Terurai], where: str
) -> Iterator[Fault]:
    """The amounts that are merged over the rows of several lines."""
    rows = [row.baris.nomor - 1 for row in own]
    for kind in AMOUNTS:
        for (at, column), why in lembar.bersama(rows, pasangan.letak(kind)):
            yield Fault(where, at + 1, kind, sel(lembar.rows[at], column), why)


def _passed(twin: Baris) -> Dilewati:
    return Dilewati(twin.nomor, f"tersembunyi, kodenya juga pada baris yang tampak: {twin.kode}")


def _added(flat: Daftar | None) -> tuple[int, ...]:
    """The rows of a flat list that were added to another of the same line."""
    if flat is None:
        return ()
    return flat.ditambahkan


def _parted(held: Sequence[Terurai]) -> tuple[list[Baris], list[Terurai]]:
    """The lines of totals, and the rows of all others."""
    totals = [row.baris for row in held if row.is_total]
    return totals, [row for row in held if not row.is_total]


def _names(read: Iterable[Terurai]) -> dict[int, str]:
    """What stands in the rows that only go on with a name, by row."""
    return {row.baris.nomor: row.teks for row in read if row.hanya_nama}


def _flat(own: Sequence[Terurai], judul: Judul) -> Daftar | None:
    """The tree of a flat list, whose columns tell the levels; None for any other layout."""
    if not is_datar(own, judul):
        return None
    return dari_datar(own, judul)


def _ordered(
    own: Sequence[Terurai], flat: Daftar | None, tahun: int | None
) -> tuple[list[Baris], list[Baris]]:
    """The lines, and the rows of the law that are none, of which a flat list has none."""
    if flat is None:
        return _sorted(own, tahun)
    return list(flat.baris), []


def _sorted(rows: Sequence[Terurai], tahun: int | None) -> tuple[list[Baris], list[Baris]]:
    """The lines, and the rows of the law that are none."""
    under = list(_under_units(row.baris for row in rows))
    accounts = _accounts(rows)
    kinds = {line.jenis for line in under}
    is_90 = bool(kinds & {KEGIATAN, SUB}) or bool(_is_90(tahun) and PROGRAM in kinds)
    apart = {UNIT} | ({URUSAN, BIDANG} if is_90 else set())
    lines = []
    witnesses = []
    for line in under:
        if line.nomor in accounts:
            witnesses.append(replace(line, jenis=REKENING, kode=accounts[line.nomor]))
        elif line.jenis in apart:
            witnesses.append(line)
        else:
            lines.append(line)
    return lines, witnesses


def _is_90(tahun: int | None) -> bool:
    return tahun is not None and tahun >= FIRST_YEAR_OF_90


def _under_units(lines: Iterable[Baris]) -> Iterator[Baris]:
    """The lines, each with the unit that it stands under."""
    unit = ""
    for line in lines:
        unit = line.unit or unit
        yield replace(line, unit=unit)


def _accounts(rows: Sequence[Terurai]) -> dict[int, str]:
    """The codes of the rows that go into kinds of spending below a line of the budget."""
    found: dict[int, str] = {}
    in_budget = False
    for row, following in zip(rows, [*rows[1:], None], strict=False):
        code = row.kode.rekening
        if not code and following is not None and _is_group(row.kode.kode, following):
            code = row.kode.kode
        if code:
            found[row.baris.nomor] = code
        in_budget = in_budget or _is_of_budget(row.kode.kode)
    if in_budget:
        return found
    return {}


def _is_group(code: str, following: Terurai) -> bool:
    """Whether a code is the group of spending, or of income, that the rekening of the next row goes
    on with: `5`, and `1.03.00.00.5` before `1.03.00.00.5.1`.
    """
    if code in ("4", "5", "6"):
        return bool(following.kode.rekening)
    return code.endswith((".4", ".5", ".6")) and following.kode.rekening.startswith(f"{code}.")


def _is_of_budget(code: str) -> bool:
    """Whether a code has segments as a program has: `1.02.01`, in short `15` and `15.01`, no
    `5.1.02` and no `1.1.1`.
    """
    parts = code.split(".")
    return len(parts[0]) > 1 or (len(parts) > 2 and len(parts[1]) > 1)


def _coded(lines: list[Baris], lembar: Lembar) -> list[Baris]:
    """The lines; where none has a code, each with a stand-in for it."""
    if any(line.kode for line in lines):
        return lines
    lines = _numbered(lines)
    codes = pengganti(_levels(lines, lembar))
    return [replace(line, kode=code) for line, code in zip(lines, codes, strict=True)]


def _numbered(lines: list[Baris]) -> list[Baris]:
    """The lines; where numbers stand before all names and in no column, without them there."""
    led = [nomor_di_depan(line.uraian) for line in lines]
    if any(line.nomor_urut for line in lines) or not all(number for number, _ in led):
        return lines
    pairs = zip(lines, led, strict=True)
    return [replace(line, nomor_urut=number, uraian=name) for line, (number, name) in pairs]


def _levels(lines: Sequence[Baris], lembar: Lembar) -> list[int]:
    """How deep each line stands: by a column or word that says so, by its number, by how far it
    stands in, by the outline of the sheet, by the word that its name begins with.
    """
    told = (
        dari_kata([line.tingkat for line in lines]),
        dari_nomor([line.nomor_urut for line in lines]),
        [line.menjorok for line in lines],
        [lembar.garis.get(line.nomor - 1, 0) for line in lines],
        dari_kata([kata_pertama(line.uraian) for line in lines]),
    )
    for levels in told:
        if levels is not None and bertingkat(levels):
            return levels
    return [0 for _ in lines]


def _twice(flat: Daftar | None, where: str) -> list[Fault]:
    if flat is None:
        return []
    twice = [Fault(where, row, None, None, COUNTED_TWICE) for row in flat.ganda]
    return twice + [Fault(where, row, None, None, REPEATED) for row in flat.berulang]


def _faults(lines: Sequence[Baris], witnesses: Sequence[Baris], where: str) -> Iterator[Fault]:
    if _lists_accounts([*lines, *witnesses]):
        first = min(line.nomor for line in (*lines, *witnesses))
        yield Fault(where, first, None, None, ONLY_ACCOUNTS)
        return
    if any(line.kode.startswith(PENGGANTI) for line in lines) and _lost_levels(lines):
        yield Fault(where, lines[0].nomor, None, None, LOST_LEVELS)
    yield from cacat(lines, where)


def _lost_levels(lines: Sequence[Baris]) -> bool:
    """Whether stand-ins put all lines side by side although their numbers do not run on."""
    is_flat = not any("." in line.kode for line in lines)
    return is_flat and kehilangan_tingkat([line.nomor_urut for line in lines])


def _lists_accounts(rows: Sequence[Baris]) -> bool:
    kinds = {row.jenis for row in rows}
    if REKENING in kinds and not kinds & BARIS and kinds <= {REKENING, URUSAN, UNIT}:
        return True
    uncoded = [row for row in rows if row.kode.startswith(PENGGANTI)]
    return len(uncoded) == len(rows) > 1 and all(_ACCOUNT.match(row.uraian) for row in rows)
