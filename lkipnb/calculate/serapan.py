"""Serapan: realisasi as a share of pagu, per line, per group and in total.

The absorption of a group is the sum of realisasi over the sum of pagu, never a mean of
percentages.  Amounts of lines that have lines below them are sums of those; what the source
printed for them is kept apart as a claim.
"""

from __future__ import annotations

import pandas as pd

from lkipnb.calculate.persen import jumlah, persen, selisih
from lkipnb.calculate.rekening import Ruas, induk, ruas
from lkipnb.model import Realisasi


def serapan_anggaran(anggaran: pd.DataFrame) -> pd.DataFrame:
    """One row per budget line, in the order of the codes.

    Columns: kode_rekening, uraian, tingkat (1 = program, 2 = kegiatan, 3 = sub-kegiatan),
    program (code of its line at level 1), induk, rinci (no lines below it), pagu_rp,
    realisasi_rp, sisa_rp, serapan_persen.
    """
    nested = _nested(anggaran)
    below = _lines_below(nested)
    rows = []
    for line in nested.to_dict("records"):
        own = nested.loc[below[line["ruas"]]]
        shown = {k: line[k] for k in ("kode_rekening", "uraian", "tingkat", "program", "induk", "rinci")}
        rows.append(shown | _realisasi(own.pagu_rp, own.realisasi_rp).as_row())
    return pd.DataFrame(rows, dtype=object)


def _nested(anggaran: pd.DataFrame) -> pd.DataFrame:
    """The lines sorted by code, each with its place in the tree (`silsilah`: from the top to itself)."""
    frame = anggaran.assign(ruas=anggaran.kode_rekening.map(ruas))
    frame = frame.sort_values("ruas", kind="stable").reset_index(drop=True)
    code_of = dict(zip(frame.ruas, frame.kode_rekening, strict=True))
    line: dict[Ruas, list[Ruas]] = {}
    for own in code_of:
        line[own] = [*line.get(induk(own, code_of), []), own]
    return frame.assign(
        silsilah=frame.ruas.map(line),
        tingkat=frame.ruas.map(lambda r: len(line[r])),
        program=frame.ruas.map(lambda r: code_of[line[r][0]]),
        induk=frame.ruas.map(lambda r: code_of[line[r][-2]] if len(line[r]) > 1 else None),
        rinci=~frame.ruas.isin({above for chain in line.values() for above in chain[:-1]}),
    )


def _lines_below(nested: pd.DataFrame) -> dict[Ruas, list[int]]:
    """The rows without lines below them that each line sums over; such a row sums over itself."""
    below: dict[Ruas, list[int]] = {}
    for row, chain, rinci in zip(nested.index, nested.silsilah, nested.rinci, strict=True):
        for own in chain if rinci else ():
            below.setdefault(own, []).append(row)
    return below


def jumlah_anggaran(serapan: pd.DataFrame) -> Realisasi:
    """The total over all lines without lines below them."""
    lines = serapan[serapan.rinci.astype(bool)]
    return _realisasi(lines.pagu_rp, lines.realisasi_rp)


def serapan_belanja(belanja: pd.DataFrame) -> pd.DataFrame:
    """The groups of spending with sisa_rp and serapan_persen."""
    frame = belanja.reset_index(drop=True)
    return frame.assign(
        sisa_rp=[selisih(p, r) for p, r in zip(frame.pagu_rp, frame.realisasi_rp, strict=True)],
        serapan_persen=[persen(r, p) for p, r in zip(frame.pagu_rp, frame.realisasi_rp, strict=True)],
    ).astype(object)


def jumlah_belanja(belanja: pd.DataFrame) -> Realisasi:
    """The whole budget of the agency: the sum of its groups."""
    return _realisasi(belanja.pagu_rp, belanja.realisasi_rp)


def _realisasi(pagu: pd.Series, realisasi: pd.Series) -> Realisasi:
    total, spent = jumlah(pagu), jumlah(realisasi)
    return Realisasi(total, spent, selisih(total, spent), persen(spent, total))
