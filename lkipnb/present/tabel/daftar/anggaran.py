"""The whole budget: every programme with the lines below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from lkipnb.calculate.rekening import tercetak
from lkipnb.model import BagianAnggaran, BarisAnggaran
from lkipnb.present.bahan import Bahan, has_rows, sumber
from lkipnb.present.format import daftar
from lkipnb.present.tabel.data import Peran
from lkipnb.present.tabel.kolom import Baris, Kolom, Row, Sajian, isi
from lkipnb.present.tabel.lingkup import per_lingkup
from lkipnb.present.tabel.uang import berkode, berlabel, bernilai, catatan_persen

INDENTS: Mapping[int, Peran] = {2: "menjorok", 3: "menjorok-2"}


def sajian(bahan: Bahan) -> Sajian | None:
    """Lines of other sources of funds stand apart."""
    if not has_rows(bahan, "anggaran"):
        return None
    lines = bahan.results.anggaran_semua.baris
    levels = bahan.rules.anggaran.tingkat
    codes = [replace(one, dari=_code(len(levels))) for one in berkode(lines, 15)]
    label = Kolom("uraian", _names(lines, levels), 0, kepala=True)
    return Sajian(
        f"Pagu dan realisasi menurut {levels[0]} dan rinciannya, {bahan.data.tahun}",
        berlabel(label, bernilai(lines), codes),
        per_lingkup(bahan, _lines),
        sumber(bahan, "anggaran"),
        catatan_persen(bahan),
    )


def _names(lines: Sequence[BarisAnggaran], levels: Sequence[str]) -> str:
    """`Program, kegiatan, dan sub kegiatan`: the levels that the budget has, and `rincian` for what
    stands below those of the law.
    """
    known = {line.jenjang for line in lines}
    named = [name for name in levels if name in known]
    if named and not known <= set(levels):
        named.append("rincian")
    return daftar(named).capitalize() or "Uraian"


def _lines(part: BagianAnggaran) -> list[Baris]:
    return [Baris(isi(line), peran=_role(line.tingkat)) for line in part.baris]


def _role(tingkat: int) -> Peran:
    if tingkat <= 1:
        return "program"
    return INDENTS.get(tingkat, "menjorok-3")


def _code(deepest: int) -> Callable[[Row], str]:
    """The code of a line; below the levels that the law names only what it adds to the line above,
    as in a DPA.
    """

    def shown(row: Row) -> str:
        code = tercetak(row.get("kode_rekening"))
        above: str | None = row.get("induk")
        if not above or row["tingkat"] <= deepest:
            return code
        return code.removeprefix(above).lstrip(". ")

    return shown
