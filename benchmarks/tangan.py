"""What hands and processes do to a budget, and whether the audit says something false of it with
confidence.

Each class makes one mistake at a time at random in a copy of the sound agency `contoh`.  A proposal
is right when every cell that it changes gets its true value again, and wrong when one does not; a
finding that names several possibilities is right when one of them is, and never wrong.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pandas as pd

from lkipnb import check
from lkipnb.audit import Materi, muat, periksa
from lkipnb.audit.temuan import CATATAN, Perbaikan, Temuan

ROOT = Path(__file__).parents[1]
OPD, YEARS = "contoh", (2021, 2022, 2023)
SEED, EACH = 20240229, 20
MONEY = ("pagu_murni_rp", "pagu_rp", "realisasi_rp")
AMOUNTS = (*MONEY, "serapan_persen", "fisik_persen")
FOUND, RIGHT, NAMED, WRONG = "ditemukan", "benar", "disebut", "salah"

Dice = random.Random
Make = Callable[[Materi, pd.DataFrame, Dice], None]


def leaves(materi: Materi) -> list[int]:
    return [row for row in materi.pohon.rinci() if materi.pohon.di_atas[row] is not None]


def siblings(materi: Materi, dice: Dice, least: int = 2) -> list[int]:
    """The lines without lines below them of one group, in any order."""
    own = set(leaves(materi))
    groups = [
        [row for row in rows if row in own]
        for above, rows in materi.pohon.di_bawah.items()
        if above is not None
    ]
    chosen = dice.choice([rows for rows in groups if len(rows) >= least])
    return dice.sample(chosen, len(chosen))


def swap(frame: pd.DataFrame, one: int, other: int, columns: Sequence[str]) -> None:
    for column in columns:
        first, second = frame.at[one, column], frame.at[other, column]
        frame.at[one, column], frame.at[other, column] = second, first


def share(frame: pd.DataFrame, row: int) -> None:
    """The percentage follows the row."""
    exact = frame.at[row, "realisasi_rp"] / frame.at[row, "pagu_rp"] * 100
    frame.at[row, "serapan_persen"] = exact.quantize(Decimal("0.01"))


def some(dice: Dice) -> Decimal:
    return Decimal(dice.randrange(11, 9999)) * 1000


def induk_lain(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """A line under another parent of the same level, with a code that is free there."""
    row = dice.choice(leaves(materi))
    above = materi.pohon.di_atas[row]
    level = materi.pohon.tingkat[above]
    parents = [at for at, of in materi.pohon.tingkat.items() if of == level and at != above]
    own = frame.at[row, "kode_rekening"]
    tail = own.removeprefix(frame.at[above, "kode_rekening"])
    free = [frame.at[at, "kode_rekening"] + tail for at in parents]
    free = [code for code in free if code not in set(frame.kode_rekening)]
    frame.at[row, "kode_rekening"] = dice.choice(free or [own + "9"])


def kode_salah(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """One digit of a code is another one."""
    row = dice.choice(leaves(materi))
    code = frame.at[row, "kode_rekening"]
    known = set(frame.kode_rekening)
    while code in known:
        text = list(frame.at[row, "kode_rekening"])
        at = dice.choice([n for n, sign in enumerate(text) if sign.isdigit()])
        text[at] = dice.choice("0123456789")
        code = "".join(text)
    frame.at[row, "kode_rekening"] = code


def tertukar_dalam_kelompok(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    one, other, *_ = siblings(materi, dice)
    swap(frame, one, other, [dice.choice(MONEY)])


def terimbangi(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """Too much in one line what is too little in another."""
    one, other, *_ = siblings(materi, dice)
    column, gap = dice.choice(MONEY), some(dice)
    frame.at[one, column] += gap
    frame.at[other, column] -= gap


def dua_salah(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """Two errors in one column of a group."""
    one, other, *_ = siblings(materi, dice)
    column = dice.choice(MONEY)
    frame.at[one, column] += some(dice)
    frame.at[other, column] += some(dice)


def baris_tertukar(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """All amounts of two lines far apart in each other's place."""
    swap(frame, *dice.sample(leaves(materi), 2), AMOUNTS)


def sel_tertukar(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """One amount of two lines far apart in each other's place."""
    swap(frame, *dice.sample(leaves(materi), 2), [dice.choice(MONEY)])


def kolom_tertukar(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """Two columns of a row exchanged."""
    row = dice.choice(leaves(materi))
    one, other = dice.choice((("pagu_rp", "realisasi_rp"), ("pagu_murni_rp", "pagu_rp")))
    own = frame.at[row, one], frame.at[row, other]
    frame.at[row, other], frame.at[row, one] = own


def kolom_kelompok(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """Two columns exchanged in all lines of a group."""
    for row in siblings(materi, dice):
        own = frame.at[row, "pagu_rp"], frame.at[row, "realisasi_rp"]
        frame.at[row, "realisasi_rp"], frame.at[row, "pagu_rp"] = own


def kolom_tergeser(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """One column of some rows stands one row too low, the last of them in the first place."""
    rows = sorted(frame.index)
    start, length = dice.randrange(len(rows) - 6), dice.randrange(3, 6)
    part, column = rows[start : start + length], dice.choice(MONEY)
    values = [frame.at[row, column] for row in part]
    for row, value in zip(part, [values[-1], *values[:-1]], strict=True):
        frame.at[row, column] = value


def revisi_rincian(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """A changed budget reached the lines of a group and not the group."""
    for row in siblings(materi, dice)[:3]:
        frame.at[row, "pagu_rp"] += some(dice)
        share(frame, row)


def revisi_induk(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """A changed budget reached a group and not its lines."""
    row = dice.choice([at for at in materi.pohon.di_bawah if at is not None])
    frame.at[row, "pagu_rp"] += some(dice)
    share(frame, row)


def di_atas_pagu(materi: Materi, frame: pd.DataFrame, dice: Dice) -> None:
    """A pagu with a digit too few, below what was spent."""
    row = dice.choice(leaves(materi))
    frame.at[row, "pagu_rp"] = (frame.at[row, "pagu_rp"] / 10).to_integral_value()


CLASSES: dict[str, Make] = {
    "baris di bawah induk lain": induk_lain,
    "satu angka kode salah": kode_salah,
    "dua jumlah tertukar dalam kelompok": tertukar_dalam_kelompok,
    "dua jumlah saling mengimbangi": terimbangi,
    "dua kesalahan dalam satu kolom": dua_salah,
    "dua baris berjauhan tertukar": baris_tertukar,
    "dua jumlah berjauhan tertukar": sel_tertukar,
    "dua kolom sebaris tertukar": kolom_tertukar,
    "dua kolom sekelompok tertukar": kolom_kelompok,
    "satu kolom tergeser": kolom_tergeser,
    "perubahan hanya sampai rincian": revisi_rincian,
    "perubahan hanya sampai induk": revisi_induk,
    "pagu kurang satu angka": di_atas_pagu,
}


def faulty(materi: Materi, make: Make, dice: Dice) -> Materi:
    """A copy with one mistake of the class."""
    frame = materi.data.anggaran.copy()
    make(materi, frame, dice)
    data = replace(materi.data, tables={**materi.data.tables, "anggaran": frame})
    return replace(materi, data=data, faults=tuple(check.faults(data)))


def true_again(materi: Materi, proposal: Sequence[Perbaikan]) -> bool:
    """Whether every cell that a proposal changes gets the value of the sound year."""
    for change in proposal:
        frame = materi.data.tables[change.tabel]
        if change.kolom not in frame.columns:
            return False
        if frame.at[change.baris, change.kolom] != Decimal(change.terkoreksi or "0"):
            return False
    return True


def verdict(materi: Materi, found: Sequence[Temuan]) -> set[str]:
    """What may be said of the findings on a faulty copy of a sound year."""
    told = {FOUND} if found else set()
    for each in found:
        if each.perbaikan:
            told.add(RIGHT if true_again(materi, each.perbaikan) else WRONG)
        if any(true_again(materi, one.perbaikan) for one in each.pilihan if one.perbaikan):
            told.add(NAMED)
    return told


def table(each: int) -> dict[str, Counter[str]]:
    years = [muat(OPD, year, ROOT / "data") for year in YEARS]
    counted: dict[str, Counter[str]] = {}
    for name, make in CLASSES.items():
        dice = random.Random(f"{SEED} {name}")
        counted[name] = Counter()
        for _ in range(each):
            materi = dice.choice(years)
            found, _ = periksa(faulty(materi, make, dice))
            counted[name].update(verdict(materi, [t for t in found if t.tingkat != CATATAN]))
    return counted


def lines(each: int) -> list[str]:
    counted = table(each)
    told = (FOUND, RIGHT, NAMED, WRONG)
    whole = Counter[str]()
    shown = ["| kesalahan | banyaknya | ditemukan | usul benar | disebut | usul salah |"]
    shown.append("|---|---:|---:|---:|---:|---:|")
    for name, counts in counted.items():
        whole.update(counts)
        shown.append(f"| {name} | {each} | {' | '.join(str(counts[kind]) for kind in told)} |")
    every = " | ".join(str(whole[kind]) for kind in told)
    shown.append(f"| **seluruhnya** | {each * len(CLASSES)} | {every} |")
    return shown


def page() -> list[str]:
    """The part of docs/audit-quality.md that tells of hands and processes."""
    return [
        "## What hands and processes do",
        "",
        "Mistakes that no rule was written for. Right: a proposal gives every cell that it"
        " changes its true value.",
        "Named: one of at most three possibilities does, and none is proposed. Wrong: a proposal"
        " changes a cell that was",
        "right, or changes one to a wrong value. Where a code is wrong, or two readings are open,"
        " every proposal is wrong.",
        "",
        *lines(EACH),
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--each", type=int, default=EACH)
    print("\n".join(lines(parser.parse_args().each)))
