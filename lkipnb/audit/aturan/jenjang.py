"""A ladder runs from low to high, and a score beside a level is one of that level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan
from lkipnb.bilangan import sebut
from lkipnb.load.levels import tingkat_dan_skor
from lkipnb.model import Tingkat, tingkat_jenjang
from lkipnb.rules import Jenjang
from lkipnb.schemas import Indikator, Kinerja

URUTAN, SKOR = "urutan-jenjang", "skor-jenjang"
TERUKUR = ("target", "realisasi")
FEWEST = 2  # levels of which an order can be told


def _order(materi: Materi) -> Iterator[Temuan]:
    for row in materi.baris(Indikator):
        levels = tingkat_jenjang(row.jenjang)
        if not _reversed(levels, materi.rules.jenjang):
            continue
        right = "; ".join(reversed(levels))
        yield Temuan(
            URUTAN,
            PERINGATAN,
            "indikator.csv",
            row.baris,
            "jenjang",
            row.jenjang,
            right,
            f"jenjang {row.kode} tertulis dari tinggi ke rendah; capaian menganggap tingkat"
            " pertama yang terendah",
            "",
            f"tulis {right}",
            kunci=f"kode={row.kode}",
        )


def _reversed(levels: list[str], known: Mapping[str, Jenjang]) -> bool:
    """Whether levels stand in the opposite order of a ladder that is known."""
    if len(levels) < FEWEST:
        return False
    for rule in known.values():
        ranks = [rank for rank in rule.peringkat(levels) if rank is not None]
        if len(ranks) == len(levels) and ranks == sorted(ranks, reverse=True):
            return True
    return False


def _scores(materi: Materi) -> Iterator[Temuan]:
    for row, kind in materi.terukur:
        told = [_told(materi, row, column) for column in TERUKUR]
        known = [each for each in told if each is not None]
        wrong = [each for each in known if not _fits(materi, kind, each)]
        for each in wrong:
            said = f"nilai {sebut(each.skor)} bukan nilai tingkat {each.tingkat}"
            yield _finding(row, each.kolom, said)
        if not wrong:
            yield from _exchanged(row, kind, known)


def _exchanged(row: Kinerja, kind: Indikator, told: list[Bernilai]) -> Iterator[Temuan]:
    if len(told) == len(TERUKUR) and _crossed(kind, *told):
        yield _finding(row, "realisasi", _said_crossed(*told))


class Bernilai(NamedTuple):
    """A level and the score that stands beside it, in a column."""

    kolom: str
    tingkat: str
    skor: Decimal


def _told(materi: Materi, row: Kinerja, column: str) -> Bernilai | None:
    """None where a cell tells a level or a score only, or where it was corrected."""
    value = getattr(row, column)
    if isinstance(value, Tingkat) and value.skor is not None:
        return Bernilai(column, str(value), value.skor)
    printed = materi.tercetak(Sel("kinerja", row.baris, column))
    told = tingkat_dan_skor(printed)
    if told is None or told[1] != value:
        return None
    return Bernilai(column, *told)


def _fits(materi: Materi, kind: Indikator, told: Bernilai) -> bool:
    """Whether a known ladder with these levels gives the level that score; so does one that nobody
    knows.
    """
    levels = tingkat_jenjang(kind.jenjang) or [told.tingkat]
    scored = [rule for rule in materi.rules.jenjang.values() if rule.nilai]
    known = [rule for rule in scored if None not in rule.peringkat(levels)]
    return not known or any(rule.memuat(told.tingkat, told.skor) for rule in known)


def _crossed(kind: Indikator, one: Bernilai, other: Bernilai) -> bool:
    """Whether the higher of two levels has the lower score."""
    levels = [level.casefold() for level in tingkat_jenjang(kind.jenjang)]
    if not levels:
        return False
    ranks = [levels.index(told.tingkat.casefold()) for told in (one, other)]
    return (ranks[0] - ranks[1]) * (one.skor - other.skor) < 0


def _said_crossed(one: Bernilai, other: Bernilai) -> str:
    return (
        f"{other.tingkat} bernilai {sebut(other.skor)}, sedangkan {one.tingkat} bernilai"
        f" {sebut(one.skor)}"
    )


def _finding(row: Kinerja, column: str, told: str) -> Temuan:
    return Temuan(
        SKOR,
        PERINGATAN,
        "kinerja.csv",
        row.baris,
        column,
        str(getattr(row, column)),
        None,
        f"{column} {row.indikator}: {told}",
        "tingkat atau nilainya salah tulis",
        "samakan tingkat dan nilainya",
        kunci=f"indikator={row.indikator}",
    )


ATURAN = (
    Aturan(
        URUTAN,
        PERINGATAN,
        "Jenjang ditulis dari rendah ke tinggi",
        "Daftar jenjang yang lazim (lkipnb/rules/jenjang.yaml)",
        "Jenjang yang tertulis dari tinggi ke rendah membalik capaiannya: D menjadi lebih baik"
        " daripada A.",
        ("indikator",),
        periksa=_order,
    ),
    Aturan(
        SKOR,
        PERINGATAN,
        "Nilai di samping tingkat adalah nilai tingkat itu",
        "Daftar jenjang yang lazim (lkipnb/rules/jenjang.yaml), dan urutan jenjang indikator",
        "B (85) tidak mungkin pada skala yang memberi A mulai 80; tingkat yang lebih tinggi tidak"
        " bernilai lebih rendah.",
        ("kinerja", "indikator"),
        periksa=_scores,
    ),
)
