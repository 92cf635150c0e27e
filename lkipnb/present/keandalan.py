"""How reliable the data of the report are, in counts: the digest of the annex."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lkipnb.asal import banyak
from lkipnb.audit.temuan import GALAT, PERINGATAN
from lkipnb.calculate.penilaian import DINILAI, SEBAGIAN, TIDAK, YA, Jawaban
from lkipnb.present import sebutan
from lkipnb.present.bahan import Bahan
from lkipnb.present.rujukan import referensi_dipakai
from lkipnb.present.tabel.penilaian import jawaban

ANSWERS = (YA, SEBAGIAN, TIDAK, DINILAI)


def keandalan(bahan: Bahan) -> Mapping[str, object]:
    """`sumber`: how many data are used; `kesalahan`, `peringatan`, `diterima`: findings after the
    corrections; `reviu`, `mutu`: the answers of the two checklists, by answer.
    """
    _, mended = bahan.pemeriksaan
    paths = [path for path in bahan.data.sha256 if referensi_dipakai(bahan, path)]
    return {
        "sumber": banyak(map(sebutan.berkas, paths)),
        "kesalahan": banyak(one.id for one in mended.temuan if one.tingkat == GALAT),
        "peringatan": banyak(one.id for one in mended.temuan if one.tingkat == PERINGATAN),
        "diterima": banyak(one.temuan.id for one in mended.diterima),
        "reviu": _counted(jawaban(bahan, bahan.rules.reviu)),
        "mutu": _counted(jawaban(bahan, bahan.rules.mutu)),
    }


def _counted(answers: Iterable[Jawaban]) -> list[dict[str, object]]:
    """Each answer that there is, with its count, in a fixed order."""
    given = list(answers)
    counts = {kind: [one.kode for one in given if one.jawaban == kind] for kind in ANSWERS}
    return [{"jawaban": kind, "banyak": banyak(codes)} for kind, codes in counts.items() if codes]
