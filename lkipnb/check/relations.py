"""Contracts that a single column cannot state: between columns, between rows, between files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd
from pydantic import ValidationError

from lkipnb.bilangan import sebut
from lkipnb.errors import Fault
from lkipnb.model import Batas, Dataset, tingkat_jenjang, turunan_dari
from lkipnb.rules import rules
from lkipnb.rules.satuan import satuan
from lkipnb.rules.selang import SelangSalah
from lkipnb.rules.skala import SENDIRI, skala_dipakai
from lkipnb.schemas import (
    YEAR_TABLES,
    Anggaran,
    Belanja,
    BelanjaJenis,
    Dukungan,
    Fakta,
    Indikator,
    Kerangka,
    Kinerja,
    Klaim,
    Pendapatan,
    Renstra,
    Riwayat,
    Sasaran,
    SelangSkala,
    Table,
    Unit,
)
from lkipnb.schemas.ukuran import KAMUS, Ukuran, UkuranSalah, baca, saran

OWN_FORMULA = frozenset({"rentang", "jenjang", "ya-tidak"})  # kinds whose values are no numbers
MOST_SHORT_SOURCE = 10  # characters; a rule without a source does not load


def faults(data: Dataset) -> list[Fault]:
    """Every breach, in the order of the tables."""
    return [
        *_one_root(data.unit),
        *_no_cycle(data.unit, Unit.table),
        *_no_cycle(data.kerangka, Kerangka.table),
        *_no_cycle(data.fakta, Fakta.table),
        *_measured_once(data),
        *_within_maximum(data),
        *_kinds(data),
        *_derived(data),
        *_bounds(data),
        *_realisasi_needs_pagu(data.belanja, Belanja.table),
        *_realisasi_needs_pagu(data.belanja_jenis, BelanjaJenis.table),
        *_realisasi_needs_pagu(data.anggaran, Anggaran.table),
        *_groups(data),
        *_served(data),
        *_years(data),
        *_scale(data),
        *_profile(data),
        *_measures(data),
        *_intervals(data.klaim),
    ]


def _one_root(unit: pd.DataFrame) -> Iterator[Fault]:
    roots = unit.index[unit.induk.isna()]
    if len(unit) and len(roots) != 1:
        shown = ", ".join(unit.loc[roots, "kode"]) or None
        yield Fault(
            Unit.table.file,
            None,
            "induk",
            shown,
            "diharapkan tepat satu unit puncak (induk kosong)",
        )


def _no_cycle(frame: pd.DataFrame, table: Table) -> Iterator[Fault]:
    above = dict(zip(frame.kode, frame.induk, strict=True))
    circular = _circular(above)
    for row, kode in frame.kode.items():
        if kode in circular:
            yield Fault(
                table.file,
                row,
                "induk",
                frame.at[row, "induk"],
                f"{kode} menjadi atasan dirinya sendiri",
            )


def _circular(above: Mapping[str, str | None]) -> set[str]:
    """The codes that stand above themselves; each code is walked over once."""
    done: set[str | None] = {None}
    found: set[str] = set()
    for start in above:
        path: dict[str | None, None] = {}
        at: str | None = start
        while at not in done and at not in path:
            path[at] = None
            at = above.get(at)
        walked = list(path)
        found.update(walked[walked.index(at) :] if at in path else ())
        done.update(path)
    return found


def _measured_once(data: Dataset) -> Iterator[Fault]:
    """Each sasaran has an indicator, each indicator is measured."""
    served, measured = set(data.indikator.sasaran), set(data.kinerja.indikator)
    for row, kode in data.sasaran.kode.items():
        if len(data.indikator) and kode not in served:
            yield Fault(
                Sasaran.table.file, row, "kode", kode, "sasaran ini tidak mempunyai indikator"
            )
    for row, kode in data.indikator.kode.items():
        if len(data.kinerja) and kode not in measured:
            yield Fault(
                Indikator.table.file,
                row,
                "kode",
                kode,
                f"indikator ini tidak ada di {Kinerja.table.file}",
            )


def _within_maximum(data: Dataset) -> Iterator[Fault]:
    limit = dict(zip(data.indikator.kode, data.indikator.maksimum, strict=True))
    for column in ("target", "realisasi"):
        for row, value in data.kinerja[column].items():
            most = limit.get(data.kinerja.at[row, "indikator"])
            if isinstance(value, Decimal) and isinstance(most, Decimal) and value > most:
                yield Fault(
                    Kinerja.table.file,
                    row,
                    column,
                    str(value),
                    f"melebihi nilai maksimum indikator, {sebut(most)}",
                )


def _kinds(data: Dataset) -> Iterator[Fault]:
    """A ladder has levels, each once, a named formula exists and fits its indicator, and weights
    are there when the mean needs them.
    """
    known = rules(data.tahun).capaian
    weighted = data.profil.pengukuran.rata_rata == "terbobot"
    for row, indikator in zip(data.indikator.index, data.indikator.to_dict("records"), strict=True):
        if indikator["jenis"] == "jenjang" and not indikator["jenjang"]:
            yield Fault(
                Indikator.table.file,
                row,
                "jenjang",
                None,
                "jenjangnya belum diisi, dari rendah ke tinggi",
            )
        if indikator["rumus"] and indikator["rumus"] not in known:
            yield Fault(
                Indikator.table.file,
                row,
                "rumus",
                indikator["rumus"],
                f"diharapkan salah satu dari: {', '.join(known)}",
            )
        elif indikator["rumus"] and (told := _unfit_formula(indikator)):
            yield Fault(Indikator.table.file, row, "rumus", indikator["rumus"], told)
        for level in _twice(tingkat_jenjang(indikator["jenjang"])):
            yield Fault(
                Indikator.table.file,
                row,
                "jenjang",
                indikator["jenjang"],
                f"tingkat {level} tertulis dua kali; setiap tingkat hanya sekali",
            )
        if weighted and indikator["bobot"] is None:
            yield Fault(
                Indikator.table.file,
                row,
                "bobot",
                None,
                "bobot wajib diisi karena rata-ratanya terbobot",
            )


def _unfit_formula(indikator: Mapping[str, object]) -> str | None:
    """Why the formula that an indicator names is none for its kind or its direction."""
    kind, formula = indikator["jenis"], indikator["rumus"]
    if kind in OWN_FORMULA or formula in OWN_FORMULA:
        return None if formula == kind else f"bukan rumus untuk jenis {kind}"
    way = formula.partition("-")[0]
    if way != indikator["polaritas"]:
        return f"rumus ini untuk polaritas {way}, padahal {indikator['polaritas']}"
    return None


def _twice(levels: list[str]) -> list[str]:
    """The levels that a ladder has more than once, whatever their capitals."""
    times = Counter(level.casefold() for level in levels)
    return [level for level in dict.fromkeys(map(str.casefold, levels)) if times[level] > 1]


def _derived(data: Dataset) -> Iterator[Fault]:
    """An indicator that sums or averages others names some that exist, in one unit, and never
    itself.
    """
    kinds = {row["kode"]: row for row in data.indikator.to_dict("records")}
    for row, kind in zip(data.indikator.index, data.indikator.to_dict("records"), strict=True):
        parts = turunan_dari(kind)
        if kind["turunan"] and not parts:
            yield Fault(
                Indikator.table.file,
                row,
                "turunan_dari",
                None,
                "kode indikatornya belum diisi, dipisah titik koma",
            )
        for kode in parts:
            if told := _unfit(kode, kind, kinds):
                yield Fault(Indikator.table.file, row, "turunan_dari", kode, told)


def _unfit(
    kode: str, kind: Mapping[str, object], kinds: Mapping[str, Mapping[str, object]]
) -> str | None:
    """Why an indicator cannot be a part of another."""
    if kode not in kinds:
        return f"tidak ada di kolom kode pada {Indikator.table.file}"
    if kind["kode"] in _followed(kode, kinds):
        return f"{kind['kode']} mengikuti dari dirinya sendiri"
    own, part = (satuan(row["satuan"] or "").nama for row in (kind, kinds[kode]))
    return f"satuannya {part}, berbeda dari {own}" if own != part else None


def _followed(kode: str, kinds: Mapping[str, Mapping[str, object]]) -> set[str]:
    """The indicator and all that it follows from."""
    seen, waiting = set(), [kode]
    while waiting:
        at = waiting.pop()
        if at not in seen and at in kinds:
            seen.add(at)
            waiting += turunan_dari(kinds[at])
    return seen


def _bounds(data: Dataset) -> Iterator[Fault]:
    """A bound points the way that is good, and a figure that stands for one has a source."""
    ways = dict(zip(data.indikator.kode, data.indikator.polaritas, strict=True))
    for row, own in zip(data.kinerja.index, data.kinerja.to_dict("records"), strict=True):
        good, target = ways.get(own["indikator"]), own["target"]
        if (
            isinstance(target, Batas)
            and good in ("naik", "turun")
            and (target.tanda[0] == "<") != (good == "turun")
        ):
            told = (
                f"batas ini searah dengan polaritas {'turun' if good == 'naik' else 'naik'},"
                f" padahal {good}"
            )
            yield Fault(Kinerja.table.file, row, "target", str(target), told)
        if own["nilai_batas"] is not None and not own["sumber_batas"]:
            yield Fault(
                Kinerja.table.file,
                row,
                "sumber_batas",
                None,
                "sebutkan dokumen yang memuat nilai_batas",
            )


def _realisasi_needs_pagu(frame: pd.DataFrame, table: Table) -> Iterator[Fault]:
    for row, pagu, realisasi in zip(frame.index, frame.pagu_rp, frame.realisasi_rp, strict=True):
        if isinstance(realisasi, Decimal) and realisasi and not pagu:
            yield Fault(table.file, row, "realisasi_rp", str(realisasi), "ada realisasi tanpa pagu")


def _groups(data: Dataset) -> Iterator[Fault]:
    """Groups and kinds of spending and groups of income are those of the law in force in
    the year.
    """
    law = rules(data.tahun).anggaran
    groups = (
        (Belanja.table, law.kelompok),
        (BelanjaJenis.table, law.kelompok),
        (Pendapatan.table, law.pendapatan),
    )
    for table, known in groups:
        for row, kelompok in data.tables[table.name].kelompok.items():
            yield from _of_the_law(data.tahun, table, row, "kelompok", kelompok, known)
    for row, kelompok, jenis in data.belanja_jenis[["kelompok", "jenis"]].itertuples():
        yield from _of_the_law(
            data.tahun, BelanjaJenis.table, row, "jenis", jenis, law.jenis.get(kelompok, ())
        )


def _of_the_law(
    tahun: int, table: Table, row: int, column: str, value: str | None, known: tuple[str, ...]
) -> Iterator[Fault]:
    """A value that another year's law names, or another group; one that no law names is told by the
    contract.
    """
    if known and value in table[column].choices and value not in known:
        expected = f"tahun {tahun} diharapkan salah satu dari: {', '.join(known)}"
        yield Fault(table.file, row, column, value, expected)


def _served(data: Dataset) -> Iterator[Fault]:
    known = {*data.indikator.kode, *data.sasaran.kode}
    for row, kode in data.dukungan.kode.items():
        if kode is not None and kode not in known:
            yield Fault(
                Dukungan.table.file,
                row,
                "kode",
                kode,
                f"tidak ada di kolom kode pada {Indikator.table.file} atau {Sasaran.table.file}",
            )


def _years(data: Dataset) -> Iterator[Fault]:
    """Earlier years are earlier, and years of the Renstra lie in its period."""
    for row, year in data.riwayat.tahun.items():
        if isinstance(year, Decimal) and year >= data.tahun:
            yield Fault(
                Riwayat.table.file,
                row,
                "tahun",
                str(year),
                f"diharapkan tahun sebelum {data.tahun}",
            )
    period = data.profil.periode.renstra
    for row, year in data.renstra.tahun.items():
        if isinstance(year, Decimal) and not period.awal <= year <= period.akhir:
            yield Fault(
                Renstra.table.file,
                row,
                "tahun",
                str(year),
                f"diharapkan tahun Renstra, {period.awal} sampai {period.akhir}",
            )


def _scale(data: Dataset) -> Iterator[Fault]:
    """A named scale exists; the agency's own has no gap, no overlap and a source."""
    measured = data.profil.pengukuran
    if measured.skala == SENDIRI and len(measured.dasar_skala) < MOST_SHORT_SOURCE:
        told = measured.dasar_skala or None
        yield Fault(
            "profil.yaml",
            None,
            "pengukuran.dasar_skala",
            told,
            "sebutkan dokumen yang menetapkan skala sendiri",
        )
        return
    try:
        skala_dipakai(measured, data.skala, rules(data.tahun))
    except KeyError:
        named = ", ".join((*rules(data.tahun).skala, SENDIRI))
        yield Fault(
            "profil.yaml",
            None,
            "pengukuran.skala",
            measured.skala,
            f"diharapkan salah satu dari: {named}",
        )
    except ValidationError as error:
        for detail in error.errors():
            yield _of_the_scale(data.skala, detail)


def _of_the_scale(skala: pd.DataFrame, detail: Mapping[str, Any]) -> Fault:
    """A fault of the agency's own scale, with its cell where it has one."""
    if detail["type"] == "too_short":
        told = "diharapkan paling sedikit dua predikat"
        return Fault(SelangSkala.table.file, None, None, None, told)
    reason = detail["msg"].removeprefix("Value error, ")
    wrong = detail.get("ctx", {}).get("error")
    if not isinstance(wrong, SelangSalah):
        return Fault(SelangSkala.table.file, None, None, None, reason)
    row = next(at for at, word in skala.predikat.items() if word == wrong.predikat)
    value = skala.at[row, wrong.kolom]
    told = None if value is None else str(value)
    return Fault(SelangSkala.table.file, row, wrong.kolom, told, reason)


def _profile(data: Dataset) -> Iterator[Fault]:
    profil, known = data.profil, set(data.peraturan.kode)
    for field in ("dasar_hukum", "pembentukan"):
        for kode in getattr(profil, field):
            if known and kode not in known:
                yield Fault(
                    "profil.yaml", None, field, kode, "tidak ada di referensi/peraturan.csv"
                )
    for name in profil.sumber:
        if name not in YEAR_TABLES:
            yield Fault(
                "profil.yaml",
                None,
                f"sumber.{name}",
                None,
                f"bukan nama tabel; diharapkan salah satu dari: {', '.join(YEAR_TABLES)}",
            )
    yield from (
        Fault("profil.yaml", None, "dasar_hukum", kode, "tertulis dua kali")
        for kode, times in Counter(profil.dasar_hukum).items()
        if times > 1
    )


def _measures(data: Dataset) -> Iterator[Fault]:
    """What a claim is compared with can be read, and its conditions name what stands in
    the data.
    """
    for row, teks in data.klaim.ukuran.items():
        if teks is None:
            continue
        try:
            _known_keys(baca(teks), data)
        except UkuranSalah as wrong:
            yield Fault(Klaim.table.file, row, "ukuran", teks, str(wrong))


def _intervals(klaim: pd.DataFrame) -> Iterator[Fault]:
    """A claimed interval runs from low to high."""
    for row, low, high in zip(klaim.index, klaim.nilai, klaim.nilai_sampai, strict=True):
        if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
            told = f"batas atas di bawah batas bawahnya, {sebut(low)}; tukar keduanya"
            yield Fault(Klaim.table.file, row, "nilai_sampai", str(high), told)


def _known_keys(ukuran: Ukuran, data: Dataset) -> None:
    """Raises UkuranSalah for a value that no row of the column holds which a condition
    points at.
    """
    table = KAMUS[ukuran.tabel]
    for name, value in ukuran.syarat:
        tabel, _, kolom = table.pemilih[name].partition(".")
        known = set(data.tables[tabel][kolom].dropna()) if tabel else set()
        if (
            known
            and name not in table.bilangan
            and name not in dict(table.pilihan)
            and value not in known
        ):
            raise UkuranSalah(
                f"tidak ada {name} “{value}”; {saran(value, sorted(map(str, known)))}"
            )
