"""A changed budget that reached the lines and not their parents, or the parents and not the lines.

The pagu of a group differs from the sum of its lines while its realisasi does not, and no slip of
the hand explains it.  That is one event however many groups it touches, and it has two readings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from lkipnb.audit.diagnosis import Jaring, Penjelasan
from lkipnb.audit.kaitan import HasilBagi, Jumlah, Kaitan, Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.schemas import Anggaran

BUDGET, PAGU, SPENT = Anggaran.table.name, "pagu_rp", "realisasi_rp"
MOST_TOLD = 5  # groups that a message names


def setengah_jalan(jaring: Jaring, explained: Mapping[int, Penjelasan]) -> list[int]:
    """The broken relations that a change of budget explains as well as anything else."""
    return [
        n
        for n in jaring.putus
        if _is_pagu_of_a_group(jaring.kaitan[n])
        and not _explained(n, explained)
        and _spent_in_order(jaring, jaring.kaitan[n])
    ]


def _is_pagu_of_a_group(relation: Kaitan) -> bool:
    cell = relation.utama
    return isinstance(relation, Jumlah) and (cell.tabel, cell.kolom) == (BUDGET, PAGU)


def _explained(n: int, explained: Mapping[int, Penjelasan]) -> bool:
    """Whether a slip of the hand speaks for the change that mends a relation, or that change alone
    mends others too: a parent that differs from its lines and from its own parent is stale.
    """
    why = explained.get(n)
    if why is None:
        return False
    mended = sum(other is why for other in explained.values())
    return why.bertanda or (why.yakin and mended > 1)


def _spent_in_order(jaring: Jaring, relation: Kaitan) -> bool:
    """Whether the realisasi of the group is the sum of its lines, and each line is sound: within
    its pagu, and with the percentage that follows.
    """
    done = relation.utama._replace(kolom=SPENT)
    sums = (jaring.kaitan[n] for n in jaring.menyentuh([done]))
    own = [each for each in sums if isinstance(each, Jumlah) and each.utama == done]
    if not own or not all(each.berlaku(jaring.nilai) for each in own):
        return False
    lines = relation.sel[1:]
    return all(_within(jaring, cell) for cell in lines) and all(_shares(jaring, lines))


def _within(jaring: Jaring, pagu: Sel) -> bool:
    budget, spent = jaring.nilai.get(pagu), jaring.nilai.get(pagu._replace(kolom=SPENT))
    return budget is not None and (spent is None or spent <= budget)


def temuan(materi: Materi, jaring: Jaring, groups: Sequence[int]) -> Temuan:
    """The one finding, at the group that differs most."""
    relations = sorted((jaring.kaitan[n] for n in groups), key=lambda r: -abs(_gap(jaring, r)))
    first = relations[0]
    return Temuan(
        first.aturan,
        first.tingkat,
        Anggaran.table.file,
        first.utama.baris,
        PAGU,
        polos(jaring.nilai[first.utama]),
        polos(first.hasil(jaring.nilai)),
        f"pagu {_groups(relations)} berbeda dari jumlah rinciannya, sedangkan realisasinya tepat:"
        f" {_listed(jaring, relations)}",
        f"dua kemungkinan: (1) pagu perubahan sudah masuk ke rincian, belum ke induknya"
        f"{_evidence(jaring, [cell for r in relations for cell in r.sel[1:]])};"
        f" (2) pagu induknya benar, dan rinciannya salah atau belum diubah"
        f"{_evidence(jaring, [r.utama for r in relations])}",
        "cocokkan dengan DPA perubahan: bila rinciannya benar, sesuaikan pagu induk itu beserta"
        " semua induk di atasnya; bila induknya benar, betulkan rincian yang berselisih",
        kunci=materi.kunci(BUDGET, first.utama.baris),
        ikut=frozenset((Anggaran.table.file, r.utama.baris, PAGU) for r in relations[1:]),
    )


def _gap(jaring: Jaring, relation: Kaitan) -> Decimal:
    """How much the lines have more than their group."""
    pair = relation.bandingan(jaring.nilai)
    return pair[1] - pair[0] if pair else Decimal(0)


def _groups(relations: Sequence[Kaitan]) -> str:
    return "satu induk" if len(relations) == 1 else f"{len(relations)} induk"


def _listed(jaring: Jaring, relations: Sequence[Kaitan]) -> str:
    told = [
        f"baris {r.utama.baris} {sebut(jaring.nilai[r.utama])}, rinciannya"
        f" {sebut((jaring.nilai[r.utama] or Decimal(0)) + _gap(jaring, r))}"
        for r in relations[:MOST_TOLD]
    ]
    rest = len(relations) - MOST_TOLD
    return "; ".join(told) + (f"; dan {rest} lagi" if rest > 0 else "")


def _evidence(jaring: Jaring, cells: Sequence[Sel]) -> str:
    """How many of the printed percentages beside some pagu follow from them; empty where none is
    printed.
    """
    shares = _shares(jaring, cells)
    return f" ({sum(shares)} dari {len(shares)} persentasenya cocok)" if shares else ""


def _shares(jaring: Jaring, cells: Sequence[Sel]) -> list[bool]:
    """Of each printed percentage beside some pagu, whether it follows from it."""
    near = (jaring.kaitan[n] for n in jaring.menyentuh(cells))
    own = [each for each in near if isinstance(each, HasilBagi) and each.penyebut in cells]
    told = [each.berlaku(jaring.nilai) for each in own]
    return [holds for holds in told if holds is not None]
