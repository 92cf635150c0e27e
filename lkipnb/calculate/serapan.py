"""Serapan: realisasi as a share of pagu, per line, per group and in total.

The absorption of a group is the sum of realisasi over the sum of pagu, never a mean of
percentages.  Amounts of lines that have lines below them are sums of those; what the source
printed for them is kept apart as a claim.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal

import pandas as pd

from lkipnb.calculate.persen import jumlah, persen, rata_rata, selisih
from lkipnb.calculate.rekening import Ruas, induk, pengganti, ruas, urutan_ruas
from lkipnb.model import JumlahPendapatan, Realisasi
from lkipnb.rules import SusunanAnggaran

Amounts = Iterable[Decimal | None]

PLACE = [
    "kode_rekening",
    "uraian",
    "jenjang",
    "tingkat",
    "program",
    "induk",
    "rinci",
    "sumber_dana",
]
AMOUNTS = ["pagu_murni_rp", "pagu_rp", "realisasi_rp", "sisa_rp", "serapan_persen", "fisik_persen"]


def serapan_anggaran(anggaran: pd.DataFrame, susunan: SusunanAnggaran) -> pd.DataFrame:
    """One row per budget line, in the order of the codes.

    Columns: kode_rekening, uraian, jenjang (program, kegiatan, ... as the law names them), tingkat
    (1 = program, 2 = kegiatan, 3 = sub kegiatan, 0 and below = above a program), program (code of
    its program; of the topmost line above one), induk, rinci (no lines below it), sumber_dana (its
    own, or of a line above it), pagu_murni_rp, pagu_rp, realisasi_rp, sisa_rp, serapan_persen
    (where only a percentage was printed and no realisasi, that one), fisik_persen (of a group: the
    mean weighted by pagu).
    """
    nested = _nested(anggaran, susunan)
    below = _lines_below(nested)
    columns = {name: list(nested[name]) for name in (*AMOUNTS[:3], "fisik_persen")}
    rows = []
    for line in nested.to_dict("records"):
        own = {
            name: [values[row] for row in below[line["ruas"]]] for name, values in columns.items()
        }
        shown = {name: line[name] for name in PLACE}
        rows.append(shown | _with_printed_share(_realisasi(**own).as_row(), line))
    return pd.DataFrame(rows, columns=[*PLACE, *AMOUNTS], dtype=object)


def _with_printed_share(amounts: dict, line: Mapping[str, object]) -> dict:
    """The amounts; where the realisasi is not known in rupiah, the absorption that the source
    prints in percent.
    """
    printed = line.get("serapan_persen")
    if amounts["realisasi_rp"] is not None or not isinstance(printed, Decimal):
        return amounts
    return amounts | {"serapan_persen": printed}


def di_luar_program(serapan: pd.DataFrame) -> Realisasi | None:
    """The total of the lines that stand under no programme; None where there are none."""
    programmes = set(serapan.loc[serapan.tingkat == 1, "kode_rekening"])
    lines = serapan[serapan.rinci.astype(bool) & ~serapan.program.isin(programmes)]
    return jumlah_baris(lines) if len(lines) else None


def tanpa_sumber_dana(serapan: pd.DataFrame) -> Realisasi | None:
    """The total of the lines that name no source of funds; None where all do."""
    lines = serapan[serapan.rinci.astype(bool) & serapan.sumber_dana.isna()]
    return jumlah_baris(lines) if len(lines) else None


def hanya_persen(serapan: pd.DataFrame) -> set[str]:
    """The codes of lines, and of groups of them, whose realisasi is not known in rupiah only
    because the source prints percentages.
    """
    above = dict(zip(serapan.kode_rekening, serapan.induk, strict=True))
    lines = serapan[serapan.rinci.astype(bool) & serapan.realisasi_rp.isna()]
    shared: set[str] = set()
    silent: set[str] = set()
    for code, printed in zip(lines.kode_rekening, lines.serapan_persen, strict=True):
        (silent if printed is None else shared).update(garis(code, above))
    return shared - silent


def _nested(anggaran: pd.DataFrame, susunan: SusunanAnggaran) -> pd.DataFrame:
    """The lines sorted by code, each with its place in the tree (`silsilah`: from the top to
    itself).
    """
    frame = anggaran.assign(ruas=anggaran.kode_rekening.map(ruas))
    frame = frame.sort_values(
        "ruas", key=lambda codes: codes.map(urutan_ruas), kind="stable"
    ).reset_index(drop=True)
    code_of = dict(zip(frame.ruas, frame.kode_rekening, strict=True))
    line: dict[Ruas, list[Ruas]] = {}
    for own in code_of:
        line[own] = [*line.get(induk(own, code_of), []), own]
    named = _named(line, susunan)
    begins = _tops(line)
    level = {own: _tingkat(chain, named, susunan, begins[chain[0]]) for own, chain in line.items()}
    source = dict(zip(frame.ruas, frame.sumber_dana, strict=True))
    return frame.assign(
        silsilah=frame.ruas.map(line),
        tingkat=frame.ruas.map(level),
        jenjang=frame.ruas.map(lambda r: _jenjang(r, level[r], susunan)),
        program=frame.ruas.map(
            lambda r: code_of[next((a for a in line[r] if level[a] == 1), line[r][0])]
        ),
        # As a list, for pandas would make NaN of None among texts.
        induk=pd.Series(
            [code_of[line[r][-2]] if len(line[r]) > 1 else None for r in frame.ruas], dtype=object
        ),
        sumber_dana=pd.Series([_source(line[r], source) for r in frame.ruas], dtype=object),
        rinci=~frame.ruas.isin({above for chain in line.values() for above in chain[:-1]}),
    )


def _source(chain: list[Ruas], source: Mapping[Ruas, str | None]) -> str | None:
    """The source of a line: its own, else that of the nearest line above it that names one."""
    return next((source[own] for own in reversed(chain) if source[own] is not None), None)


def _tops(line: Mapping[Ruas, list[Ruas]]) -> dict[Ruas, int]:
    """The depth at which lines without one above them begin: that of codes as long as theirs
    elsewhere.

    So a kegiatan whose programme is not in the budget is no programme.
    """
    depth = {len(own): len(chain) for own, chain in line.items() if len(chain) > 1}
    return {own: depth.get(len(own), 1) for own, chain in line.items() if len(chain) == 1}


def _tingkat(
    chain: list[Ruas], named: Mapping[int, str], susunan: SusunanAnggaran, begins: int
) -> int:
    """The level of the last line of a chain: by its segments where the law names them, else by its
    depth.

    `begins` is the depth of its first line.
    """
    own = chain[-1]
    if pengganti(own) and len(chain) > 1:
        return _tingkat(chain[:-1], named, susunan, begins) + 1
    if pengganti(own):
        return begins
    order = list(named.values())
    if name := named.get(len(own)):
        return order.index(name) - order.index(susunan.tingkat[0]) + 1
    above = order[: order.index(susunan.tingkat[0])] if order else []
    return begins - 1 + len(chain) - sum(named.get(len(code)) in above for code in chain)


def _named(codes: Collection[Ruas], susunan: SusunanAnggaran) -> Mapping[int, str]:
    """The names of levels by segments; none when no code has the segments of a programme, as in a
    short code.
    """
    program = susunan.tingkat[0]
    printed = [own for own in codes if not pengganti(own)]
    return susunan.ruas if any(susunan.ruas.get(len(own)) == program for own in printed) else {}


def _jenjang(own: Ruas, tingkat: int, susunan: SusunanAnggaran) -> str:
    names = susunan.tingkat
    if 1 <= tingkat <= len(names):
        return names[tingkat - 1]
    return susunan.ruas.get(len(own), "rincian")


def _lines_below(nested: pd.DataFrame) -> dict[Ruas, list[int]]:
    """The rows without lines below them that each line sums over; such a row sums over itself."""
    below: dict[Ruas, list[int]] = {}
    for row, chain, rinci in zip(nested.index, nested.silsilah, nested.rinci, strict=True):
        for own in chain if rinci else ():
            below.setdefault(own, []).append(row)
    return below


def jumlah_anggaran(serapan: pd.DataFrame) -> Realisasi:
    """The total over all lines without lines below them."""
    return jumlah_baris(serapan[serapan.rinci.astype(bool)])


def jumlah_baris(lines: pd.DataFrame) -> Realisasi:
    """The total of some lines, none of which stands below another."""
    return _realisasi(lines.pagu_murni_rp, lines.pagu_rp, lines.realisasi_rp, lines.fisik_persen)


def bagian_anggaran(
    anggaran: pd.DataFrame,
    serapan: pd.DataFrame,
    susunan: SusunanAnggaran,
    ikut: Callable[[str | None], bool],
) -> pd.DataFrame:
    """The part of a budget whose sources of funds are wanted, as `serapan_anggaran` gives it.

    `anggaran` is the table, `serapan` the whole of it computed.  A group holds its wanted lines
    only, and does not appear without one.
    """
    above: Mapping[str, str | None] = dict(zip(serapan.kode_rekening, serapan.induk, strict=True))
    lines = serapan[serapan.rinci.astype(bool)]
    kept: set[str] = set()
    for code, source in zip(lines.kode_rekening, lines.sumber_dana, strict=True):
        if ikut(source):
            kept |= garis(code, above)
    if len(kept) == len(serapan):
        return serapan
    part = anggaran[anggaran.kode_rekening.isin(kept)]
    return serapan_anggaran(_without_printed_groups(part, set(lines.kode_rekening)), susunan)


def _without_printed_groups(part: pd.DataFrame, rinci: set[str]) -> pd.DataFrame:
    """A part of a budget without the percentages of its groups, which were printed for the whole of
    them.
    """
    cells = zip(part.kode_rekening, part.serapan_persen, strict=True)
    own = [printed if code in rinci else None for code, printed in cells]
    return part.assign(serapan_persen=pd.Series(own, index=part.index, dtype=object))


def garis(code: str | None, above: Mapping[str, str | None]) -> set[str]:
    """A code and all that stand above it."""
    chain = set()
    while code is not None:
        chain.add(code)
        code = above[code]
    return chain


def serapan_sumber_dana(serapan: pd.DataFrame, lain: Callable[[str | None], bool]) -> pd.DataFrame:
    """One row per source of funds that the lines name, in the order of first mention.

    Columns: sumber_dana, lain (not of the agency's own budget), and the amounts.
    """
    lines = serapan[serapan.rinci.astype(bool)]
    rows = [
        {"sumber_dana": name, "lain": lain(name)}
        | jumlah_baris(lines[lines.sumber_dana == name]).as_row()
        for name in dict.fromkeys(lines.sumber_dana.dropna())
    ]
    return pd.DataFrame(rows, columns=["sumber_dana", "lain", *AMOUNTS], dtype=object)


def serapan_belanja(
    belanja: pd.DataFrame, sebutan: Sequence[str] = ("kelompok", "penggunaan")
) -> pd.DataFrame:
    """The groups of spending, or its kinds, with their amounts; `sebutan` are the columns that name
    them.
    """
    rows = [
        row | _realisasi([row["pagu_murni_rp"]], [row["pagu_rp"]], [row["realisasi_rp"]]).as_row()
        for row in belanja.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=[*sebutan, *AMOUNTS], dtype=object)


def hasil_pendapatan(pendapatan: pd.DataFrame) -> pd.DataFrame:
    """Each source of income with its target, what came in, and the share of it in percent."""
    rows = [
        row | _pendapatan([row["target_rp"]], [row["realisasi_rp"]]).as_row()
        for row in pendapatan.to_dict("records")
    ]
    columns = ["kelompok", "uraian", *JumlahPendapatan.__dataclass_fields__]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def jumlah_pendapatan(pendapatan: pd.DataFrame) -> JumlahPendapatan:
    """All income of the agency."""
    return _pendapatan(pendapatan.target_rp, pendapatan.realisasi_rp)


def _pendapatan(target_rp: Amounts, realisasi_rp: Amounts) -> JumlahPendapatan:
    target, done = jumlah(target_rp), jumlah(realisasi_rp)
    return JumlahPendapatan(target, done, selisih(done, target), persen(done, target))


def jumlah_belanja(belanja: pd.DataFrame) -> Realisasi:
    """The whole budget of the agency: the sum of its groups."""
    return _realisasi(belanja.pagu_murni_rp, belanja.pagu_rp, belanja.realisasi_rp)


def _realisasi(
    pagu_murni_rp: Amounts, pagu_rp: Amounts, realisasi_rp: Amounts, fisik_persen: Amounts = ()
) -> Realisasi:
    """The sums of some lines; an amount before the change that is not given is the one after it."""
    before = list(pagu_murni_rp)
    total, spent, done = jumlah(pagu_rp), jumlah(realisasi_rp), list(fisik_persen)
    return Realisasi(
        jumlah(new if old is None else old for old, new in zip(before, pagu_rp, strict=True))
        if any(a is not None for a in before)
        else None,
        total,
        spent,
        selisih(total, spent),
        persen(spent, total),
        rata_rata(done, pagu_rp)
        if done and all(isinstance(value, Decimal) for value in done)
        else None,
    )
