"""What hands do to the tables of performance: quarters told as sums since January, and target and
realisasi in each other's place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import pairwise

from lkipnb.audit.diagnosis import words
from lkipnb.audit.diagnosis.evidence import FEWEST_MENDED, Jaring
from lkipnb.audit.diagnosis.explanation import TERANG, Penjelasan
from lkipnb.audit.kaitan import Jumlah, Kaitan, Sel

KINERJA, TRIWULAN = "kinerja", "triwulan"
TARGET, DONE = "target", "realisasi"
SETAHUN = 4
KHAS = 10  # of fewer things one quarter is the year by chance


def of_performance(jaring: Jaring, group: Collection[int]) -> Iterator[Penjelasan]:
    for relation in (jaring.kaitan[n] for n in group):
        yield from _since_january(jaring, group, relation)
    rows = {cell.baris for n in group for cell in jaring.kaitan[n].sel if cell.tabel == KINERJA}
    for row in sorted(rows):
        yield from _exchanged(jaring, group, row)


def _since_january(
    jaring: Jaring, group: Collection[int], relation: Kaitan
) -> Iterator[Penjelasan]:
    """Quarters that never fall and of which the last is the year itself."""
    parts = _quarters(relation)
    values = [value for cell in parts if (value := jaring.nilai.get(cell)) is not None]
    if len(values) < SETAHUN or values[-1] != jaring.nilai.get(relation.utama):
        return
    single = [values[0], *(after - before for before, after in pairwise(values))]
    summed = zip(parts, single, strict=True)
    ubah = {cell: value for cell, value in summed if value != jaring.nilai.get(cell)}
    if min(single) < 0 or values[-1] < KHAS or jaring.merusak(ubah, group):
        return
    told = "; ".join(words.angka(value) for value in single)
    yield Penjelasan(
        f"triwulan terakhir sudah {words.angka(values[-1])}, sama dengan setahun: nilainya"
        " dijumlahkan sejak awal tahun",
        f"tulis nilai tiap triwulan saja: {told}",
        ubah,
        peringkat=TERANG,
        sisa=jaring.sisa(ubah, group),
    )


def _quarters(relation: Kaitan) -> tuple[Sel, ...]:
    """The quarters that a year sums up; none of another relation."""
    if not isinstance(relation, Jumlah) or len(relation.bagian) != SETAHUN:
        return ()
    summed = all(
        cell.tabel == TRIWULAN and factor == Decimal(1) for cell, factor in relation.bagian
    )
    return tuple(cell for cell, _ in relation.bagian) if summed else ()


def _exchanged(jaring: Jaring, group: Collection[int], row: int) -> Iterator[Penjelasan]:
    target, done = Sel(KINERJA, row, TARGET), Sel(KINERJA, row, DONE)
    ubah = {target: jaring.nilai.get(done), done: jaring.nilai.get(target)}
    if None in ubah.values() or jaring.merusak(ubah, group):
        return
    rest = jaring.sisa(ubah, group)
    mended = len(group) - len(rest)
    if mended >= FEWEST_MENDED:
        yield Penjelasan(
            f"target dan realisasi baris {row} tertukar; menukarnya membuat {mended} dari"
            f" {len(group)} hubungan tepat",
            f"tukar target dan realisasi di kinerja.csv baris {row}",
            ubah,
            peringkat=1,
            sisa=rest,
        )
