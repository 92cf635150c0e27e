"""A ladder runs from low to high, and a score beside a level is one of that level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import PERINGATAN, Temuan
from lkipnb.bilangan import sebut
from lkipnb.load.measured import tingkat_dan_skor
from lkipnb.model import tingkat_jenjang
from lkipnb.rules import Jenjang

URUTAN, SKOR = "urutan-jenjang", "skor-jenjang"
FEWEST = 2  # levels of which an order can be told


def _order(materi: Materi) -> Iterator[Temuan]:
    for row in materi.baris("indikator"):
        levels = tingkat_jenjang(row["jenjang"])
        if not _reversed(levels, materi.rules.jenjang):
            continue
        right = "; ".join(reversed(levels))
        yield Temuan(
            URUTAN,
            PERINGATAN,
            "indikator.csv",
            row["baris"],
            "jenjang",
            row["jenjang"],
            right,
            f"jenjang {row['kode']} tertulis dari tinggi ke rendah; capaian menganggap tingkat"
            " pertama yang terendah",
            "",
            f"tulis {right}",
            kunci=f"kode={row['kode']}",
        )


def _reversed(levels: list[str], known: Mapping[str, Jenjang]) -> bool:
    """Whether levels stand in the opposite order of a ladder that is known."""
    ranks = [rule.peringkat(levels) for rule in known.values()]
    return len(levels) >= FEWEST and any(
        None not in own and own == sorted(own, reverse=True) for own in ranks
    )


def _scores(materi: Materi) -> Iterator[Temuan]:
    kinds = {row["kode"]: row for row in materi.baris("indikator")}
    for row in materi.baris("kinerja"):
        kind = kinds.get(row["indikator"])
        if kind is None:
            continue
        told = {name: _told(materi, row, name) for name in ("target", "realisasi")}
        wrong = [name for name, own in told.items() if own and not _fits(materi, kind, *own)]
        for name in wrong:
            level, score = told[name]
            yield _finding(row, name, f"nilai {sebut(score)} bukan nilai tingkat {level}")
        if not wrong and all(told.values()) and _crossed(kind, *told.values()):
            (high, less), (low, more) = told.values()
            said = f"{low} bernilai {sebut(more)}, sedangkan {high} bernilai {sebut(less)}"
            yield _finding(row, "realisasi", said)


def _told(materi: Materi, row: Mapping[str, object], column: str) -> tuple[str, Decimal] | None:
    """The level and the score that a cell tells; None where it tells one of them only, or where it
    was corrected.
    """
    score = getattr(row[column], "skor", None)
    if score is not None:
        return str(row[column]), score
    printed = materi.data.printed.get("kinerja")
    text = printed.at[row["baris"], column] if printed is not None else None
    told = tingkat_dan_skor(text or "")
    return told if told and told[1] == row[column] else None


def _fits(materi: Materi, kind: Mapping[str, object], level: str, score: Decimal) -> bool:
    """Whether a known ladder with these levels gives the level that score; so does one that nobody
    knows.
    """
    levels = tingkat_jenjang(kind["jenjang"]) or [level]
    known = [
        rule
        for rule in materi.rules.jenjang.values()
        if rule.nilai and None not in rule.peringkat(levels)
    ]
    return not known or any(rule.memuat(level, score) for rule in known)


def _crossed(
    kind: Mapping[str, object], one: tuple[str, Decimal], other: tuple[str, Decimal]
) -> bool:
    """Whether the higher of two levels has the lower score."""
    levels = [level.casefold() for level in tingkat_jenjang(kind["jenjang"])]
    if not levels:
        return False
    ranks = [levels.index(level.casefold()) for level, _ in (one, other)]
    return (ranks[0] - ranks[1]) * (one[1] - other[1]) < 0


def _finding(row: Mapping[str, object], column: str, told: str) -> Temuan:
    return Temuan(
        SKOR,
        PERINGATAN,
        "kinerja.csv",
        row["baris"],
        column,
        str(row[column]),
        None,
        f"{column} {row['indikator']}: {told}",
        "tingkat atau nilainya salah tulis",
        "samakan tingkat dan nilainya",
        kunci=f"indikator={row['indikator']}",
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
