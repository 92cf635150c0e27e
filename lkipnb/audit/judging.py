"""The findings of one year: every rule that can run, and what is accepted of what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lkipnb.audit import breaches
from lkipnb.audit.acceptance import Diterima, apart
from lkipnb.audit.aturan import ATURAN
from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.contract import breach
from lkipnb.audit.dahulu import berurutan
from lkipnb.audit.kaitan import Kaitan
from lkipnb.audit.materi import Materi
from lkipnb.audit.penempatan import ditempatkan
from lkipnb.audit.reading import muat, tercetak
from lkipnb.audit.temuan import Tempat, Temuan, tersamar
from lkipnb.audit.tertahan import ditahan
from lkipnb.errors import Fault, joined
from lkipnb.schemas import Anggaran

Dilewati = tuple[str, str]


@dataclass(frozen=True)
class Hasil:
    """The findings that stand, those that were accepted, and the rules that could not run."""

    opd: str
    tahun: int
    mentah: bool
    temuan: tuple[Temuan, ...]
    diterima: tuple[Diterima, ...]
    dilewati: tuple[Dilewati, ...]

    def banyak(self, tingkat: str) -> int:
        return sum(found.tingkat == tingkat for found in self.temuan)


@dataclass
class _Terkumpul:
    """What the rules have said: findings, those of rules that speak where no other does, and
    relations.
    """

    temuan: list[Temuan] = field(default_factory=list)
    cadangan: list[Temuan] = field(default_factory=list)
    kaitan: list[Kaitan] = field(default_factory=list)

    def tanya(self, rule: Aturan, materi: Materi) -> None:
        if rule.kaitan:
            self.kaitan += rule.kaitan(materi)
        if rule.periksa:
            told = self.cadangan if rule.cadangan else self.temuan
            told += rule.periksa(materi)


def audit(
    opd: str, tahun: int, data: Path, *, mentah: bool = False, notebooks: Path | None = None
) -> Hasil:
    """Read one year, as `muat` does, and judge it."""
    return nilai(muat(opd, tahun, data, mentah=mentah, notebooks=notebooks), mentah=mentah)


def nilai(materi: Materi, *, mentah: bool = False, narasi: Sequence[Fault] = ()) -> Hasil:
    """The findings of a year; of tables as corrected without those that `penerimaan.csv`
    accepts.

    `narasi` are faults of prose that show only once it is filled.
    """
    found, skipped = periksa(materi)
    found = [*(tersamar(breach(fault)) for fault in narasi), *found]
    return _hasil(materi, found, skipped, mentah)


def nilai_keduanya(materi: Materi) -> tuple[Hasil, Hasil]:
    """The findings of a corrected year as it was printed, and as corrected; every rule looks once
    where nothing was corrected.
    """
    found, skipped = periksa(materi)
    mended = _hasil(materi, found, skipped, mentah=False)
    printed = tercetak(materi)
    if printed is not materi:
        return nilai(printed, mentah=True), mended
    return _hasil(materi, found, skipped, mentah=True), mended


def _hasil(
    materi: Materi, found: Sequence[Temuan], skipped: Sequence[Dilewati], mentah: bool
) -> Hasil:
    standing, accepted = (list(found), []) if mentah else apart(found, materi)
    impor = materi.data.impor
    placed = berurutan(ditempatkan(each, impor) for each in standing)
    return Hasil(
        materi.data.opd,
        materi.data.tahun,
        mentah,
        tuple(placed),
        tuple(accepted),
        tuple(skipped),
    )


def periksa(materi: Materi) -> tuple[list[Temuan], list[Dilewati]]:
    """Every finding of every rule, and the rules that could not run with the table that
    they miss.
    """
    said = _Terkumpul()
    skipped = []
    for rule in ATURAN:
        why = _why_not(rule, materi)
        if why:
            skipped.append((rule.id, why))
        else:
            said.tanya(rule, materi)
    found = _leading(said.temuan + list(breaches.broken(said.kaitan, materi)))
    found += _untold(said.cadangan, found, materi)
    told = {(t.berkas, t.baris, t.kolom) for t in found}
    contract = [breach(fault) for fault in _faults(materi) if fault.cell not in told]
    told_all = ditahan([*contract, *found], materi)
    return [tersamar(each) for each in told_all], skipped


def _leading(found: list[Temuan]) -> list[Temuan]:
    """The findings without those that follow from another, which says all of their cell; a finding
    that names a mend leads one that names none.
    """
    covered: set[Tempat] = set()
    following = []
    for one in sorted(found, key=lambda t: (not t.ikut, not (t.perbaikan or t.pilihan))):
        if one.tempat in covered:
            following.append(one)
        covered |= one.ikut
    return [one for one in found if one not in following]


def _why_not(rule: Aturan, materi: Materi) -> str:
    """Why a rule cannot run; empty when it can."""
    faulty = {fault.file for fault in materi.faults}
    missing = [name for name in rule.perlu if not materi.dapat(name)]
    broken = [name for name in rule.utuh if {f"{name}.csv", f"{name}.yaml"} & faulty]
    broken = [name for name in broken if name not in missing]
    why = []
    if missing:
        why.append(f"tabel {', '.join(missing)} tidak terbaca")
    if broken:
        why.append(f"isi {', '.join(broken)} menyalahi kontraknya")
    return "; ".join(why)


def _faults(materi: Materi) -> list[Fault]:
    """The breaches of contract, with the measures of claims that name nothing."""
    return joined(materi.faults, materi.hasil.ukuran_salah if materi.hasil else ())


def _untold(reserve: list[Temuan], found: list[Temuan], materi: Materi) -> list[Temuan]:
    """The findings of rules that speak where no other does: of a budget line, also of what stands
    below it.
    """
    cells = {t.tempat for t in found}.union(*(t.ikut for t in found))
    lines = {t.baris for t in found if t.berkas == Anggaran.table.file}

    def told(one: Temuan) -> bool:
        if (one.berkas, one.baris, one.kolom) in cells:
            return True
        if one.berkas != Anggaran.table.file or one.baris is None:
            return False
        return not lines.isdisjoint(materi.pohon.di_bawah_semua(one.baris))

    return [one for one in reserve if not told(one)]
