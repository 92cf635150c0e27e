"""The audit: what a year gets wrong, why, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pandas as pd

from lkipnb import check
from lkipnb.audit.aturan import ATURAN, klaim
from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.diagnosis import Jaring, Penjelasan, jelaskan
from lkipnb.audit.kaitan import (
    SELISIH_PEMBULATAN,
    HasilBagi,
    Kaitan,
    Nilai,
    Sel,
    bulat,
    hasil_tampil,
    pembulatan,
    satuan_terakhir,
)
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, GALAT, TINGKAT, Perbaikan, Temuan, polos, tersamar
from lkipnb.bilangan import sebut
from lkipnb.calculate import DIBACA, EARLIER_YEARS, capaian_setahun
from lkipnb.errors import DataError, Fault, joined
from lkipnb.load.dataset import load
from lkipnb.load.impor import tempat
from lkipnb.load.places import years
from lkipnb.rules import rules
from lkipnb.schemas import ALL_TABLES, Anggaran, Penerimaan

KONTRAK = "kontrak"
ANGGARAN = Anggaran.table.file
VALUES = (
    "anggaran",
    "belanja",
    "belanja_jenis",
    "kinerja",
    "triwulan",
    "renstra",
    "fakta",
    "klaim",
)
CHAPTER = "%%narasi"
CALLED = re.compile(r"lk\.narasi\(\\?[\"'](\w+)")


@dataclass(frozen=True)
class Diterima:
    """A finding that a person has accepted, with the reason and the person's role."""

    temuan: Temuan
    alasan: str
    peran: str


@dataclass(frozen=True)
class Hasil:
    """The findings that stand, those that were accepted, and the rules that could not run."""

    opd: str
    tahun: int
    mentah: bool
    temuan: tuple[Temuan, ...]
    diterima: tuple[Diterima, ...]
    dilewati: tuple[tuple[str, str], ...]

    def banyak(self, tingkat: str) -> int:
        return sum(found.tingkat == tingkat for found in self.temuan)


def audit(
    opd: str, tahun: int, data: Path, *, mentah: bool = False, notebooks: Path | None = None
) -> Hasil:
    """Judge one year: as corrected, or with `mentah` as printed, before `koreksi.csv`.

    `notebooks` are chapters whose prose is read too.  Raises UsageError when the agency or year
    does not exist, DataError when its profile cannot be read.
    """
    return nilai(muat(opd, tahun, data, mentah=mentah, notebooks=notebooks), mentah=mentah)


def muat(
    opd: str, tahun: int, data: Path, *, mentah: bool = False, notebooks: Path | None = None
) -> Materi:
    """One year as the rules see it; see `audit`."""
    dataset, faults = load(opd, tahun, data, koreksi=not mentah)
    if dataset is None:
        raise DataError(faults)
    faults = joined(faults, check.faults(dataset))
    prose = {f"narasi/{name}.md": text for name, text in dataset.narasi.items()} | _chapters(
        notebooks
    )
    return Materi(
        dataset,
        rules(tahun),
        tuple(faults),
        dict(_earlier(opd, tahun, data)),
        prose,
        _called(notebooks),
    )


def nilai(materi: Materi, *, mentah: bool = False, narasi: Sequence[Fault] = ()) -> Hasil:
    """The findings of a year; of tables as corrected without those that `penerimaan.csv`
    accepts.

    `narasi` are faults of prose that show only once it is filled.
    """
    found, skipped = periksa(materi)
    found = [*map(tersamar, map(_contract, narasi)), *found]
    standing, accepted = (found, []) if mentah else _accepted(found, materi)
    order = {tingkat: n for n, tingkat in enumerate(TINGKAT)}
    standing = [
        replace(t, asal=tempat(materi.data.impor, t.berkas, t.baris, t.kolom)) for t in standing
    ]
    standing.sort(key=lambda t: order[t.tingkat])
    return Hasil(
        materi.data.opd, materi.data.tahun, mentah, tuple(standing), tuple(accepted), tuple(skipped)
    )


def periksa(materi: Materi) -> tuple[list[Temuan], list[tuple[str, str]]]:
    """Every finding of every rule, and the rules that could not run with the table that
    they miss.
    """
    found: list[Temuan] = []
    reserve: list[Temuan] = []
    skipped: list[tuple[str, str]] = []
    relations: list[Kaitan] = []
    faulty = {fault.file for fault in materi.faults}
    for rule in ATURAN:
        missing = [name for name in rule.perlu if not materi.dapat(name)]
        broken = [
            name
            for name in rule.utuh
            if {f"{name}.csv", f"{name}.yaml"} & faulty and name not in missing
        ]
        if missing or broken:
            why = [f"tabel {', '.join(missing)} tidak terbaca"] if missing else []
            why += [f"isi {', '.join(broken)} menyalahi kontraknya"] if broken else []
            skipped.append((rule.id, "; ".join(why)))
            continue
        if rule.kaitan:
            relations += rule.kaitan(materi)
        if rule.periksa:
            (reserve if rule.cadangan else found).extend(rule.periksa(materi))
    found += _broken(relations, materi)
    found += _untold(reserve, found, materi)
    told = {(t.berkas, t.baris, t.kolom) for t in found}
    broken = joined(materi.faults, materi.hasil.ukuran_salah if materi.hasil else ())
    contract = [_contract(fault) for fault in broken if fault.cell not in told]
    return [tersamar(t) for t in (*contract, *found)], skipped


def _untold(reserve: list[Temuan], found: list[Temuan], materi: Materi) -> list[Temuan]:
    """The findings of rules that speak where no other does: of a budget line, also of what stands
    below it.
    """
    told = {(t.berkas, t.baris, t.kolom) for t in found}
    lines = {t.baris for t in found if t.berkas == ANGGARAN}
    return [
        t
        for t in reserve
        if (t.berkas, t.baris, t.kolom) not in told
        and (t.berkas != ANGGARAN or lines.isdisjoint(materi.pohon.di_bawah_semua(t.baris)))
    ]


def _broken(relations: list[Kaitan], materi: Materi) -> Iterator[Temuan]:
    """A finding for each relation that does not hold, with the change that explains it."""
    jaring = Jaring(relations, _values(materi))
    explained = jelaskan(jaring, materi.pohon)
    for n in jaring.putus:
        relation = relations[n]
        if klaim.berlaku(materi, relation.utama):
            continue
        printed, right = jaring.nilai[relation.utama], relation.hasil(jaring.nilai)
        why = explained.get(n)
        slip = why is not None and why.selip
        minor = _minor(relation, jaring.nilai, materi)
        if minor:
            yield _finding(materi, relation, CATATAN, printed, right, minor, None)
            continue
        if relation.sebab and not slip:
            yield _finding(materi, relation, relation.tingkat, printed, right, relation.sebab, None)
            continue
        cause = why.sebab if why else "tidak ada satu perubahan yang menjelaskannya"
        if relation.utama.tabel == klaim.TABEL and not slip:
            cause = klaim.milik_lain(materi, relation.utama.baris)
        yield _finding(materi, relation, relation.tingkat, printed, right, cause, why)


def _minor(relation: Kaitan, nilai: Nilai, materi: Materi) -> str:
    """Why a breach is no error but a habit of rounding; empty for an error."""
    if not isinstance(relation, HasilBagi):
        return ""
    if relation.terpotong(nilai):
        return f"{materi.tertulis} dipotong, bukan dibulatkan"
    near = pembulatan(nilai[relation.utama], relation.hasil(nilai))
    return SELISIH_PEMBULATAN if near else ""


def _shown(relation: Kaitan, printed: Decimal, right: Decimal) -> Decimal:
    """What should stand there: a sum as its parts give it, a quotient with decimals enough."""
    if isinstance(relation, HasilBagi):
        return hasil_tampil(right, printed)
    plain = bulat(right, printed)
    return right if plain == right and satuan_terakhir(right) > satuan_terakhir(printed) else plain


def _finding(
    materi: Materi,
    relation: Kaitan,
    tingkat: str,
    printed: Decimal,
    right: Decimal,
    cause: str,
    why: Penjelasan | None,
) -> Temuan:
    cell = relation.utama
    shown = _shown(relation, printed, right)
    return Temuan(
        relation.aturan,
        tingkat,
        f"{cell.tabel}.csv",
        cell.baris,
        cell.kolom,
        polos(printed),
        polos(shown),
        f"{relation.pesan} memberi {sebut(shown)}, {materi.tertulis} {sebut(printed)}",
        cause,
        why.saran if why else relation.saran,
        _corrections(materi, why) if why else (),
        materi.kunci(cell.tabel, cell.baris),
    )


def _corrections(materi: Materi, why: Penjelasan) -> tuple[Perbaikan, ...]:
    """The cells that a change touches, as `koreksi.csv` would state them; whole rows that go are
    marked by `*`.
    """
    gone = [Perbaikan("anggaran", row, "*", "", "(hapus)") for row in why.hapus]
    changed = []
    for cell, value in why.ubah.items():
        frame = materi.data.tables[cell.tabel]
        if cell.baris in why.hapus or cell.baris not in frame.index:
            continue
        printed = frame.at[cell.baris, cell.kolom]
        if printed != value:
            changed.append(
                Perbaikan(
                    cell.tabel, cell.baris, cell.kolom, polos(printed) or "", polos(value) or ""
                )
            )
    return (*gone, *changed)


def _values(materi: Materi) -> dict[Sel, Decimal | None]:
    """Every number of the tables that relations speak of."""
    found: dict[Sel, Decimal | None] = {}
    for tabel in (
        *VALUES,
        *(name for name in ALL_TABLES if name.startswith("pegawai") or name == "aset"),
    ):
        frame = materi.data.tables[tabel]
        for column in frame.columns:
            for row, value in zip(frame.index, frame[column], strict=True):
                if isinstance(value, Decimal):
                    found[Sel(tabel, row, column)] = value
    return found


def _contract(fault: Fault) -> Temuan:
    return Temuan(
        KONTRAK,
        GALAT,
        fault.file,
        fault.row,
        fault.column,
        fault.value,
        None,
        str(fault),
        "",
        fault.expected,
    )


def _earlier(opd: str, tahun: int, data: Path) -> Iterator[tuple[int, pd.DataFrame]]:
    """The indicators of the years before, oldest first; a year that breaks its contract is passed
    over.
    """
    for year in years(data, opd):
        if not tahun - EARLIER_YEARS <= year < tahun:
            continue
        dataset, faults = load(opd, year, data, hanya=DIBACA)
        if dataset is not None and not faults and not check.faults(dataset):
            yield year, capaian_setahun(dataset, rules(year))


def _chapters(notebooks: Path | None) -> dict[str, str]:
    """The prose of chapter notebooks: Markdown cells and `%%narasi` cells."""
    if notebooks is None:
        return {}
    import nbformat

    found = {}
    for path in sorted(notebooks.glob("[0-9][0-9]_*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        texts = [c.source for c in cells if c.cell_type == "markdown"]
        texts += [c.source.partition("\n")[2] for c in cells if c.source.startswith(CHAPTER)]
        found[path.name] = "\n\n".join(texts)
    return found


def _called(notebooks: Path | None) -> frozenset[str]:
    """The pieces of the agency's prose that chapters call by name, `lk.narasi("simpulan")`."""
    if notebooks is None:
        return frozenset()
    found = (
        CALLED.findall(path.read_text(encoding="utf-8"))
        for path in notebooks.glob("[0-9][0-9]_*.ipynb")
    )
    return frozenset(name for names in found for name in names)


def _accepted(found: list[Temuan], materi: Materi) -> tuple[list[Temuan], list[Diterima]]:
    """The findings apart from those that `penerimaan.csv` accepts with a reason and a role; one
    that names nothing any more is told.
    """
    rows = materi.baris(Penerimaan.table.name)
    told = {row["temuan"]: row for row in rows if row["alasan"] and row["peran"]}
    accepted = [
        Diterima(t, told[t.id]["alasan"], told[t.id]["peran"]) for t in found if t.id in told
    ]
    expired = [
        Temuan(
            KONTRAK,
            CATATAN,
            Penerimaan.table.file,
            row["baris"],
            "temuan",
            kode,
            None,
            f"penerimaan {kode} tidak berlaku lagi: temuannya sudah tidak ada, atau angkanya"
            " berubah",
            "",
            "hapus barisnya, atau terima temuan yang baru",
            kunci=kode,
        )
        for kode, row in told.items()
        if kode not in {t.id for t in found}
    ]
    return [t for t in found if t.id not in told] + expired, accepted


__all__ = ["Aturan", "Diterima", "Hasil", "Temuan", "audit", "muat", "nilai", "periksa"]
