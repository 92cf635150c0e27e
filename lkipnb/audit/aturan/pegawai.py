"""Three tables count the same staff."""

from collections.abc import Iterator
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import Jumlah, Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, PERINGATAN, Temuan, polos
from lkipnb.bilangan import sebut

TOTAL, SPREAD = "jumlah-pegawai", "sebaran-pegawai"
TABEL = ("pegawai_kelamin", "pegawai_eselon", "pegawai_golongan")


def _sum(rows: list[dict]) -> Decimal | None:
    values = [row["jumlah"] for row in rows]
    return (
        sum(values, Decimal(0)) if values and all(isinstance(v, Decimal) for v in values) else None
    )


def _evidence(materi: Materi) -> Iterator[Jumlah]:
    """The same totals and margins as relations, so that a change of one table is weighed against
    the others.
    """
    cells = {
        name: [(row, Sel(name, row["baris"], "jumlah")) for row in materi.baris(name)]
        for name in TABEL
    }
    kelamin, eselon, golongan = cells.values()
    levels = dict.fromkeys(row["pendidikan"] for row, _ in eselon)
    pairs = [(eselon, kelamin), (golongan, kelamin), (eselon, golongan)]
    pairs += [
        tuple(
            [(row, cell) for row, cell in side if row["pendidikan"] == level]
            for side in (eselon, golongan)
        )
        for level in levels
    ]
    for one, other in pairs:
        if one and other:
            (_, first), *rest = one
            parts = [(cell, Decimal(1)) for _, cell in other] + [
                (cell, Decimal(-1)) for _, cell in rest
            ]
            yield Jumlah("", PERINGATAN, first, tuple(parts), "")


def _totals(materi: Materi) -> Iterator[Temuan]:
    totals = {name: total for name in TABEL if (total := _sum(materi.baris(name))) is not None}
    if len(set(totals.values())) < 2:
        return
    common = max(set(totals.values()), key=list(totals.values()).count)
    agree = [name for name, total in totals.items() if total == common]
    for name, total in totals.items():
        if total != common:
            cause = (
                f"{' dan '.join(agree)} sama-sama berjumlah {sebut(common)}"
                if len(agree) > 1
                else ""
            )
            yield Temuan(
                TOTAL,
                GALAT,
                f"{name}.csv",
                None,
                "jumlah",
                polos(total),
                polos(common),
                f"pegawai menurut {name} berjumlah {sebut(total)}, menurut {agree[0]}"
                f" {sebut(common)}",
                cause,
                f"periksa sel {name} yang berselisih {sebut(abs(total - common))}",
                kunci=name,
            )


def _spread(materi: Materi) -> Iterator[Temuan]:
    by_level = {
        name: {
            level: _sum([row for row in materi.baris(name) if row["pendidikan"] == level])
            for level in dict.fromkeys(row["pendidikan"] for row in materi.baris(name))
        }
        for name in TABEL[1:]
    }
    one, other = by_level.values()
    for level in one:
        a, b = one[level], other.get(level)
        if a is not None and b is not None and a != b:
            yield Temuan(
                SPREAD,
                PERINGATAN,
                "pegawai_eselon.csv",
                None,
                "jumlah",
                polos(a),
                polos(b),
                f"pegawai berpendidikan {level}: {sebut(a)} menurut eselon, {sebut(b)} menurut"
                " golongan",
                "kedua tabel menghitung pegawai yang sama; salah satu sebarannya keliru atau"
                " berbeda tanggal",
                "cocokkan dengan data kepegawaian",
                kunci=f"pendidikan={level}",
            )


ATURAN = (
    Aturan(
        TOTAL,
        GALAT,
        "Tabel pegawai berjumlah sama",
        "Hitungan: populasi yang sama, jumlah yang sama",
        "Tabel menurut jenis kelamin, eselon, dan golongan menghitung pegawai yang sama.",
        TABEL,
        periksa=_totals,
        kaitan=_evidence,
    ),
    Aturan(
        SPREAD,
        PERINGATAN,
        "Sebaran pendidikan pegawai sama di kedua tabel",
        "Hitungan: tepi tabel silang dari populasi yang sama",
        "Banyaknya pegawai tiap jenjang pendidikan harus sama pada tabel eselon dan tabel"
        " golongan.",
        TABEL[1:],
        periksa=_spread,
    ),
)
