"""Three tables count the same staff."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from lkipnb.audit.aturan.dasar import Aturan
from lkipnb.audit.kaitan import Jumlah, Sel
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import GALAT, PERINGATAN, Temuan, polos
from lkipnb.bilangan import sebut
from lkipnb.calculate.persen import jumlah
from lkipnb.schemas import PegawaiEselon, PegawaiGolongan, PegawaiKelamin

TOTAL, SPREAD = "jumlah-pegawai", "sebaran-pegawai"
Rows = Sequence[PegawaiKelamin] | Sequence[PegawaiEselon] | Sequence[PegawaiGolongan]
Cells = Sequence[Sel]


def _cells(rows: Rows) -> list[Sel]:
    return [Sel(row.table.name, row.baris, "jumlah") for row in rows]


def _evidence(materi: Materi) -> Iterator[Jumlah]:
    """The same totals and margins as relations, so that a change of one table is weighed against
    the others.
    """
    eselon, golongan = materi.baris(PegawaiEselon), materi.baris(PegawaiGolongan)
    kelamin = _cells(materi.baris(PegawaiKelamin))
    yield from _same(_cells(eselon), kelamin)
    yield from _same(_cells(golongan), kelamin)
    yield from _same(_cells(eselon), _cells(golongan))
    for level in dict.fromkeys(row.pendidikan for row in eselon):
        one = [row for row in eselon if row.pendidikan == level]
        other = [row for row in golongan if row.pendidikan == level]
        yield from _same(_cells(one), _cells(other))


def _same(one: Cells, other: Cells) -> Iterator[Jumlah]:
    """That two lists of cells have the same sum; nothing where one is empty."""
    if not one or not other:
        return
    first, *rest = one
    parts = [(cell, Decimal(1)) for cell in other] + [(cell, Decimal(-1)) for cell in rest]
    yield Jumlah("", PERINGATAN, first, tuple(parts), "")


def _totals(materi: Materi) -> Iterator[Temuan]:
    counted: tuple[Rows, ...] = (
        materi.baris(PegawaiKelamin),
        materi.baris(PegawaiEselon),
        materi.baris(PegawaiGolongan),
    )
    totals = _known({rows[0].table.name: _total(rows) for rows in counted if rows})
    times = Counter(totals.values())
    if len(times) < 2:
        return
    common = max(times, key=lambda total: times[total])
    agree = [name for name, total in totals.items() if total == common]
    cause = f"{' dan '.join(agree)} sama-sama berjumlah {sebut(common)}" if len(agree) > 1 else ""
    for name, total in totals.items():
        if total == common:
            continue
        yield Temuan(
            TOTAL,
            GALAT,
            f"{name}.csv",
            None,
            "jumlah",
            polos(total),
            polos(common),
            f"pegawai menurut {name} berjumlah {sebut(total)}, menurut {agree[0]} {sebut(common)}",
            cause,
            f"periksa sel {name} yang berselisih {sebut(abs(total - common))}",
            kunci=name,
        )


def _total(rows: Rows) -> Decimal | None:
    """None where a part of it is not known."""
    return jumlah(row.jumlah for row in rows)


def _known(totals: Mapping[str, Decimal | None]) -> dict[str, Decimal]:
    return {name: total for name, total in totals.items() if total is not None}


def _spread(materi: Materi) -> Iterator[Temuan]:
    one = _by_level(materi.baris(PegawaiEselon))
    other = _by_level(materi.baris(PegawaiGolongan))
    for level in one:
        if level in other and one[level] != other[level]:
            yield _other_spread(level, one[level], other[level])


def _by_level(rows: Sequence[PegawaiEselon] | Sequence[PegawaiGolongan]) -> dict[str, Decimal]:
    """The staff of each level of education, where all parts of it are known."""
    levels: dict[str, list[Decimal]] = {}
    for row in rows:
        levels.setdefault(row.pendidikan, []).append(row.jumlah)
    return _known({level: jumlah(counts) for level, counts in levels.items()})


def _other_spread(level: str, one: Decimal, other: Decimal) -> Temuan:
    return Temuan(
        SPREAD,
        PERINGATAN,
        "pegawai_eselon.csv",
        None,
        "jumlah",
        polos(one),
        polos(other),
        f"pegawai berpendidikan {level}: {sebut(one)} menurut eselon, {sebut(other)} menurut"
        " golongan",
        "kedua tabel menghitung pegawai yang sama; salah satu sebarannya keliru atau berbeda"
        " tanggal",
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
        ("pegawai_kelamin", "pegawai_eselon", "pegawai_golongan"),
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
        ("pegawai_eselon", "pegawai_golongan"),
        periksa=_spread,
    ),
)
