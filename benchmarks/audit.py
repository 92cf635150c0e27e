"""How much of what is wrong the audit finds and explains: seeded faults in the consistent agency
`contoh`.

Each class makes one fault at a time at random in a copy of the data in memory.  Found means that a
finding of level galat or peringatan appears; explained means that a finding proposes to put the
true value into the very cell (or names the row that is too many or missing).  The seed is fixed, so
the table is the same each time.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pandas as pd

from lkipnb import check
from lkipnb.audit import muat, periksa
from lkipnb.audit.materi import Materi
from lkipnb.audit.temuan import CATATAN, Temuan
from lkipnb.bilangan import tulis

ROOT = Path(__file__).parents[1]
OPD, YEARS = "contoh", (2021, 2022, 2023)
PAGE = ROOT / "docs" / "audit-quality.md"
AMOUNTS = ("pagu_murni_rp", "pagu_rp", "realisasi_rp")
SEED, EACH = 20201231, 50
FAULTS = 3  # in the big agency


@dataclass(frozen=True)
class Salah:
    """A fault: the changed tables and prose, and how to tell a right explanation; None where none
    is asked.
    """

    tables: dict[str, pd.DataFrame]
    benar: Callable[[Temuan], bool] | None = None
    prosa: dict[str, str] | None = None
    profil: object = None


def cell(materi: Materi, table: str, row: int, column: str, value: object) -> Salah:
    """One cell changed; the right explanation puts the old value back."""
    frame = materi.data.tables[table].copy()
    old = frame.at[row, column]
    frame.at[row, column] = value
    told = format(old, "f") if isinstance(old, Decimal) else str(old)

    def right(found: Temuan) -> bool:
        return any(
            (p.tabel, p.baris, p.kolom) == (table, row, column)
            and Decimal(p.terkoreksi or "0") == Decimal(told)
            for p in found.perbaikan
        )

    return Salah({table: frame}, right if isinstance(old, Decimal) else None)


def some_amount(
    materi: Materi, dice: random.Random, *, leaves: bool = True
) -> tuple[int, str, Decimal]:
    frame = materi.data.anggaran
    inner = set(materi.pohon.di_bawah)
    rows = [row for row in frame.index if (row not in inner) == leaves]
    while True:
        row, column = dice.choice(rows), dice.choice(AMOUNTS)
        value = frame.at[row, column]
        if isinstance(value, Decimal) and value > 0:
            return row, column, value


def digits(value: Decimal) -> list[str]:
    return list(format(value, "f"))


def tertukar(materi: Materi, dice: random.Random) -> Salah:
    while True:
        row, column, value = some_amount(materi, dice)
        text = digits(value)
        at = dice.randrange(len(text) - 1)
        text[at], text[at + 1] = text[at + 1], text[at]
        if text[0] != "0" and (wrong := Decimal("".join(text))) != value:
            return cell(materi, "anggaran", row, column, wrong)


def hilang(materi: Materi, dice: random.Random) -> Salah:
    while True:
        row, column, value = some_amount(materi, dice)
        text = digits(value)
        del text[dice.randrange(len(text))]
        if text[0] != "0":
            return cell(materi, "anggaran", row, column, Decimal("".join(text)))


def ganda(materi: Materi, dice: random.Random) -> Salah:
    row, column, value = some_amount(materi, dice)
    text = digits(value)
    at = dice.randrange(len(text))
    return cell(
        materi, "anggaran", row, column, Decimal("".join([*text[:at], text[at], *text[at:]]))
    )


def satu_angka(materi: Materi, dice: random.Random) -> Salah:
    while True:
        row, column, value = some_amount(materi, dice)
        text = digits(value)
        text[dice.randrange(len(text))] = dice.choice("0123456789")
        if text[0] != "0" and (wrong := Decimal("".join(text))) != value:
            return cell(materi, "anggaran", row, column, wrong)


def pemisah(materi: Materi, dice: random.Random) -> Salah:
    row, column, value = some_amount(materi, dice)
    return cell(materi, "anggaran", row, column, value * dice.choice((10, 100, 1000)))


def tanda(materi: Materi, dice: random.Random) -> Salah:
    row, column, value = some_amount(materi, dice)
    return cell(materi, "anggaran", row, column, -value)


def jumlah_salah(materi: Materi, dice: random.Random) -> Salah:
    row, column, value = some_amount(materi, dice, leaves=False)
    return cell(
        materi, "anggaran", row, column, value + dice.randrange(1, 9) * 10 ** dice.randrange(3, 9)
    )


def tersalin(materi: Materi, dice: random.Random) -> Salah:
    while True:
        row, column, value = some_amount(materi, dice)
        above = materi.data.anggaran[column].get(row - 1)
        if isinstance(above, Decimal) and above != value:
            return cell(materi, "anggaran", row, column, above)


def persen(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.anggaran
    row = dice.choice(list(frame.index))
    wrong = frame.at[row, "serapan_persen"] - Decimal(dice.randrange(5, 900)) / 100
    return cell(materi, "anggaran", row, "serapan_persen", wrong)


def tergeser(materi: Materi, dice: random.Random) -> Salah:
    """One label too many: the amounts from a row on stand one row too low, the last of them is
    lost.
    """
    frame = materi.data.anggaran
    start = dice.randrange(3, len(frame) - 6)
    length = dice.randrange(3, 8)
    cells = ["pagu_murni_rp", "pagu_rp", "realisasi_rp", "serapan_persen", "fisik_persen"]
    rows = frame.to_dict("records")
    labels = [(r["kode_rekening"], r["uraian"], r["sumber_dana"]) for r in rows]
    amounts = [[r[c] for c in cells] for r in rows]
    labels.insert(start, labels[start])
    end = min(start + length, len(rows) - 1)
    amounts.insert(end + 1, [None] * len(cells))
    names = ("kode_rekening", "uraian", "sumber_dana", *cells)
    made = [
        dict(zip(names, (*label, *amount), strict=True))
        for label, amount in zip(labels, amounts, strict=True)
    ]
    table = pd.DataFrame(made, index=range(2, len(made) + 2), columns=frame.columns, dtype=object)
    gone = {start + 2, start + 3}
    return Salah(
        {"anggaran": table},
        lambda found: any(p.kolom == "*" and p.baris in gone for p in found.perbaikan),
    )


def baris_hilang(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.anggaran
    rows = [
        r for r, above in materi.pohon.di_atas.items() if above and r not in materi.pohon.di_bawah
    ]
    row = dice.choice(rows)
    value = tulis(frame.at[row, "pagu_rp"])
    return Salah(
        {"anggaran": frame.drop(index=row)},
        lambda found: "hilang" in found.sebab and value in found.sebab,
    )


def baris_ganda(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.anggaran
    at = dice.randrange(1, len(frame))
    doubled = pd.concat([frame.iloc[: at + 1], frame.iloc[[at]], frame.iloc[at + 1 :]])
    doubled.index = range(2, len(doubled) + 2)
    gone = {at + 2, at + 3}
    return Salah(
        {"anggaran": doubled},
        lambda found: (
            any(p.kolom == "*" and p.baris in gone for p in found.perbaikan)
            or "dua kali" in found.sebab
        ),
    )


def kode(materi: Materi, dice: random.Random) -> Salah:
    """A line whose code has lost its place: one of its middle segments is wrong."""
    frame = materi.data.anggaran.copy()
    rows = [r for r, above in materi.pohon.di_atas.items() if above]
    row = dice.choice(rows)
    parts = frame.at[row, "kode_rekening"].split(".")
    parts[2] = str(dice.randrange(40, 99))
    frame.at[row, "kode_rekening"] = ".".join(parts)
    return Salah({"anggaran": frame})


def teks_tabel(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.klaim
    row = dice.choice(list(frame.index[frame.ukuran.str.contains("_rp|jumlah")]))
    value = frame.at[row, "nilai"]
    return cell(
        materi,
        "klaim",
        row,
        "nilai",
        value + dice.randrange(1, 9) * 10 ** dice.randrange(len(digits(value)) - 1),
    )


def banyak(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.klaim
    row = dice.choice(list(frame.index[frame.ukuran.str.contains("banyak")]))
    return Salah(
        cell(materi, "klaim", row, "nilai", frame.at[row, "nilai"] + dice.choice((-1, 1, 2))).tables
    )


def persen_teks(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.klaim
    row = next(r for r in frame.index if frame.at[r, "ukuran"] == "belanja.serapan")
    return Salah(
        cell(
            materi,
            "klaim",
            row,
            "nilai",
            frame.at[row, "nilai"] + Decimal(dice.randrange(1, 500)) / 100,
        ).tables
    )


def triwulan(materi: Materi, dice: random.Random) -> Salah:
    frame, kinds = materi.data.triwulan, materi.data.indikator.set_index("kode").triwulan
    rows = [
        r
        for r in frame.index
        if kinds[frame.at[r, "indikator"]] != "terakhir" or frame.at[r, "triwulan"] == "4"
    ]
    # A mean of four shows two decimals, so a change must be large enough to be seen in it.
    row, column = dice.choice(rows), dice.choice(("target", "realisasi"))
    value = frame.at[row, column]
    return Salah(
        cell(
            materi,
            "triwulan",
            row,
            column,
            value + max(Decimal(1), (value / 10).to_integral_value()),
        ).tables
    )


def bagian(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.kinerja
    rows = [
        r
        for r in frame.index
        if frame.at[r, "nilai_pembilang"] is not None and frame.at[r, "realisasi"] is not None
    ]
    row = dice.choice(rows)
    return cell(
        materi,
        "kinerja",
        row,
        "realisasi",
        frame.at[row, "realisasi"] - Decimal(dice.randrange(2, 900)) / 100,
    )


def satuan(materi: Materi, dice: random.Random) -> Salah:
    """Percent written as a fraction, or the reverse."""
    frame, units = materi.data.kinerja, materi.data.indikator.set_index("kode")
    rows = [
        r
        for r in frame.index
        if units.satuan[frame.at[r, "indikator"]] == "persen"
        and units.jenis[frame.at[r, "indikator"]] == "angka"
        and isinstance(frame.at[r, "realisasi"], Decimal)
        and frame.at[r, "realisasi"] > 0
    ]
    row = dice.choice(rows)
    return Salah(cell(materi, "kinerja", row, "realisasi", frame.at[row, "realisasi"] / 100).tables)


def pegawai(materi: Materi, dice: random.Random) -> Salah:
    table = dice.choice(("pegawai_eselon", "pegawai_golongan", "pegawai_kelamin"))
    frame = materi.data.tables[table]
    row = dice.choice(list(frame.index))
    return Salah(
        cell(materi, table, row, "jumlah", frame.at[row, "jumlah"] + dice.randrange(1, 4)).tables
    )


def fakta(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.fakta
    rows = [
        r for r in frame.index if frame.at[r, "induk"] or (frame.induk == frame.at[r, "kode"]).any()
    ]
    row = dice.choice(rows)
    return Salah(
        cell(materi, "fakta", row, "nilai", frame.at[row, "nilai"] + dice.randrange(1, 5)).tables
    )


def melebihi(materi: Materi, dice: random.Random) -> Salah:
    row, _, _ = some_amount(materi, dice)
    frame = materi.data.anggaran
    return cell(
        materi, "anggaran", row, "realisasi_rp", frame.at[row, "pagu_rp"] + dice.randrange(1, 10**6)
    )


def total(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.belanja
    row, column = dice.choice(list(frame.index)), dice.choice(AMOUNTS)
    return Salah(
        cell(
            materi, "belanja", row, column, frame.at[row, column] + dice.randrange(1, 10**6)
        ).tables
    )


def sasaran(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.sasaran.copy()
    row = dice.choice(list(frame.index))
    words = frame.at[row, "uraian"].split()
    words[0] = "Meningkatkan"
    frame.at[row, "uraian"] = " ".join(words)
    return Salah({"sasaran": frame})


def skala(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.skala
    row = dice.choice([r for r in frame.index if frame.at[r, "dari"] is not None])
    return Salah(
        cell(materi, "skala", row, "dari", frame.at[row, "dari"] + dice.choice((-1, 1))).tables
    )


def rumus(materi: Materi, dice: random.Random) -> Salah:
    frame = materi.data.indikator.copy()
    row = dice.choice([r for r in frame.index if frame.at[r, "pembilang"]])
    frame.at[row, "pembilang"] = frame.at[row, "penyebut"]
    return Salah({"indikator": frame})


def narasi(materi: Materi, dice: random.Random) -> Salah:
    name = dice.choice(sorted(materi.prosa))
    figure = f"{dice.randrange(2, 99)},{dice.randrange(10, 99)} persen"
    return Salah(
        {}, prosa={**materi.prosa, name: f"{materi.prosa[name]}\n\nSerapannya {figure}.\n"}
    )


def tanggal(materi: Materi, dice: random.Random) -> Salah:
    profil = materi.data.profil
    wrong = f"{materi.data.tahun - dice.randrange(0, 3)}-02-27"
    signed = profil.penandatanganan.model_copy(update={"waktu": wrong})
    return Salah({}, profil=profil.model_copy(update={"penandatanganan": signed}))


CLASSES: dict[str, Callable[[Materi, random.Random], Salah]] = {
    "dua angka tertukar": tertukar,
    "satu angka hilang": hilang,
    "satu angka tertulis dua kali": ganda,
    "satu angka salah": satu_angka,
    "pemisah atau nol berlebih": pemisah,
    "tanda terbalik": tanda,
    "jumlah kelompok salah": jumlah_salah,
    "angka baris di atasnya": tersalin,
    "persentase salah": persen,
    "label berlebih, baris tergeser": tergeser,
    "baris hilang": baris_hilang,
    "baris ganda": baris_ganda,
    "kode salah": kode,
    "teks lain dari tabel": teks_tabel,
    "banyaknya salah": banyak,
    "persentase dalam teks": persen_teks,
    "triwulan lain dari setahun": triwulan,
    "realisasi lain dari bagiannya": bagian,
    "satuan tertukar": satuan,
    "tabel pegawai berlainan": pegawai,
    "rincian data pendukung": fakta,
    "realisasi melebihi pagu": melebihi,
    "total antarbagian": total,
    "sasaran berbeda bunyi": sasaran,
    "skala bercelah": skala,
    "rumus dengan pembilang = penyebut": rumus,
    "angka diketik dalam narasi": narasi,
    "tanggal mustahil": tanggal,
}


def judged(materi: Materi, wrong: Salah) -> list[Temuan]:
    """The findings of level galat and peringatan in a faulty copy."""
    data = replace(
        materi.data,
        tables={**materi.data.tables, **wrong.tables},
        profil=wrong.profil or materi.data.profil,
    )
    copy = Materi(
        data, materi.rules, tuple(check.faults(data)), materi.lampau, wrong.prosa or materi.prosa
    )
    return [found for found in periksa(copy)[0] if found.tingkat != CATATAN]


def table(each: int) -> tuple[list[str], dict[str, float]]:
    """The lines of the table, and the totals."""
    dice = random.Random(SEED)
    years = [muat(OPD, year, ROOT / "data", notebooks=ROOT / "notebooks") for year in YEARS]
    alarms = sum(len(judged(materi, Salah({}))) for materi in years)
    lines = ["| kesalahan | banyaknya | ditemukan | dijelaskan |", "|---|---:|---:|---:|"]
    made = found = asked = explained = 0
    for name, mutate in CLASSES.items():
        hits = rights = wanted = 0
        for _ in range(each):
            materi = dice.choice(years)
            wrong = mutate(materi, dice)
            told = judged(materi, wrong)
            hits += bool(told)
            if wrong.benar is not None:
                wanted += 1
                rights += any(map(wrong.benar, told))
        lines.append(
            f"| {name} | {each} | {_share(hits, each)} |"
            f" {_share(rights, wanted) if wanted else '–'} |"
        )
        made, found, asked, explained = (
            made + each,
            found + hits,
            asked + wanted,
            explained + rights,
        )
    lines.append(
        f"| **seluruhnya** | {made} | {_share(found, made)} | {_share(explained, asked)} |"
    )
    return lines, {
        "made": made,
        "found": found / made,
        "explained": explained / asked,
        "alarms": alarms,
    }


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%".replace(".", ",")


def seconds() -> float:
    """The audit of an agency with 2.000 budget lines and three wrong amounts, in seconds of CPU."""
    import tempfile

    import besar

    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        besar.agency(data)
        materi = muat("besar", besar.YEARS[-1], data)
        frame = materi.data.anggaran.copy()
        leaves = sorted(set(frame.index) - set(materi.pohon.di_bawah))
        for row in random.Random(SEED).sample(leaves, FAULTS):
            frame.at[row, "pagu_rp"] += 90000
        start = time.process_time()
        found = judged(materi, Salah({"anggaran": frame}))
        assert len(found) >= FAULTS
        return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--each", type=int, default=EACH)
    parser.add_argument("--write", action="store_true", help="write docs/audit-quality.md")
    options = parser.parse_args()
    lines, totals = table(options.each)
    print("\n".join(lines))
    print(f"\nPeringatan palsu pada data yang utuh (galat dan peringatan): {totals['alarms']}")
    print(f"Pemeriksaan 2.000 baris anggaran dengan tiga kesalahan: {seconds():.2f} s CPU")
    if options.write:
        PAGE.write_text(_page(lines, totals), encoding="utf-8")


NOT_FOUND = """## What is not found, and why

- Two lines of one group whose whole amounts are exchanged (`tukar saudara`): every sum, part and
  percentage stays true.
- Amounts that offset one another in one group, where no percentage is printed and nothing is
  overspent.
- A person in another rank of the same schooling, unless a claim names that rank.
- A realisasi of last year kept, where neither parts, quarters, facts nor a claim tell this year's.
- Digits of a numerator that do not change the printed quotient.
- Of found faults without a proposal the figures fit more than one mend: a changed budget on one
  level, a moved run without percentages, one detail of a sum whose parts no other table tells. The
  finding names the readings and proposes none.
- Prose: a count is compared only after a verb that counts all there are, or as part of a whole; a
  predicate only where the sentence names one subject; a name only where it is nearly that of a
  table. Years in prose are not judged."""


def _page(lines: list[str], totals: dict[str, float]) -> str:
    import asing
    import tangan

    return "\n".join(
        [
            "# Audit quality",
            "",
            (
                f"{totals['made']} faults, one at a time, made at random (fixed seed) in the"
                " invented agency `contoh`,"
            ),
            (
                "whose data are consistent. Found: at least one finding of level galat or"
                " peringatan. Explained: a finding"
            ),
            (
                "proposes the true value for the very cell, or names the row that is too many or"
                " missing; asked only where"
            ),
            "one change is the cause and the data hold enough to tell it.",
            (
                f"On the untouched data of three years the audit raises {totals['alarms']} findings"
                " of these levels."
            ),
            "Made by `make bench-audit`.",
            "",
            *lines,
            "",
            *tangan.page(),
            "",
            *asing.page(),
            "",
            NOT_FOUND,
            "",
        ]
    )


if __name__ == "__main__":
    main()
