"""A new agency or year: its folder and its form, empty or carried over from an earlier year."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from lkipnb.calculate.renstra import AKUMULASI, rencana, tambahan
from lkipnb.errors import DataError, UsageError
from lkipnb.exchange.form import REGULATIONS, SCALES, Cells, form
from lkipnb.exchange.isian import flat_profile
from lkipnb.load import citra, references
from lkipnb.load.dataset import load
from lkipnb.load.places import year_held, year_path
from lkipnb.model import Batas, Dataset, Nilai, Profil, Rasio, RentangNilai
from lkipnb.rules import rules
from lkipnb.rules.skala import SENDIRI
from lkipnb.schemas import YEAR_TABLES, Indikator, Kinerja, Koreksi, Peraturan, Renstra
from lkipnb.schemas.tambahan import FOLDER
from lkipnb.storage import lock, place

Isi = list[list[str | Decimal]]  # the cells of a sheet
FORM = "formulir.xlsx"
# What stays true from one year to the next.
CARRIED = (
    "unit",
    "tugas",
    "kerangka",
    "sasaran",
    "indikator",
    "skala",
    "kinerja",
    "triwulan",
    "renstra",
    "riwayat",
)
PROSE = "narasi"
BUDGET = "anggaran"
# What a year says anew; each group is carried only when it is asked for.
ASKED: dict[str, tuple[str, ...]] = {
    BUDGET: ("belanja", "belanja_jenis", "pendapatan", "anggaran", "dukungan"),
    "pegawai": ("pegawai_eselon", "pegawai_golongan", "pegawai_kelamin"),
    "aset": ("aset",),
    "standar": ("standar",),
    PROSE: (PROSE,),
}
OUTCOMES = {
    "kinerja": frozenset(
        {
            "realisasi",
            "nilai_pembilang",
            "nilai_penyebut",
            "nilai_batas",
            "sumber_batas",
            "predikat_tercetak",
        }
    ),
    "triwulan": frozenset({"realisasi"}),
    "belanja": frozenset({"pagu_murni_rp", "realisasi_rp"}),
    "belanja_jenis": frozenset({"pagu_murni_rp", "realisasi_rp"}),
    "pendapatan": frozenset({"realisasi_rp"}),
    "anggaran": frozenset({"pagu_murni_rp", "realisasi_rp", "serapan_persen", "fisik_persen"}),
}
# Fields of the profile that speak of the documents of one year.
OF_ITS_YEAR = ("sumber.", "dokumen_sumber.", "perjanjian.anggaran")
THREE = 3
_OF_A_REGION = re.compile(r"\b(?:Daerah|Qanun|Gubernur|Bupati|Wali ?[Kk]ota)\b")
_ENDING_IN_ZERO = re.compile(r"\.[0-9]*0$")
_DECIMALS = re.compile(r"(?<=[0-9])\.([0-9]+)")


@dataclass(frozen=True)
class Target:
    """The indicators by where the target of the new year comes from: the Renstra as it is, what it
    adds for one that accumulates, or the year before.
    """

    renstra: tuple[str, ...] = ()
    tambahan: tuple[str, ...] = ()
    tetap: tuple[str, ...] = ()


NO_TARGETS = Target()


@dataclass(frozen=True)
class Scaffold:
    """A new form, what it carries from an earlier year and what it leaves, as names of sheets.

    `susunan_baru` is the law for whose sake the budget was not carried although it was asked for,
    if any.
    """

    form: Path
    dibawa: tuple[str, ...] = ()
    ditinggal: tuple[str, ...] = ()
    susunan_baru: str = ""
    target: Target = NO_TARGETS


def new(
    opd: str,
    tahun: int,
    data: Path,
    from_year: int | None = None,
    sertakan: Collection[str] = frozenset(),
) -> Scaffold:
    """Make `data/<opd>/<tahun>/formulir.xlsx`.

    With `from_year`, structure and targets of that year are carried over, and what was achieved is
    left empty.  A target that its Renstra sets for `tahun`, or adds for one that accumulates,
    stands in place of last year's.  Its budget, staff, assets, standards and prose stay behind,
    unless `sertakan` names their group in `ASKED`; the budget even then where the law lays it out
    anew between the two years.  Raises UsageError when the year already has data or a form,
    DataError when the earlier year cannot be read.
    """
    folder = year_path(data, opd, tahun)
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"Folder {folder} sudah berisi; tidak ada yang ditimpa.")
    made, content = _made(opd, tahun, folder / FORM, data, from_year, sertakan)
    files = {FORM: content} | _arms(opd, data, from_year)
    with year_held(data, opd, tahun, "new"):
        place.put_folder(folder, files)
    return made


def _made(
    opd: str,
    tahun: int,
    path: Path,
    data: Path,
    from_year: int | None,
    sertakan: Collection[str],
) -> tuple[Scaffold, bytes]:
    """What the form of a new year carries, and the form itself."""
    if from_year is None:
        empty = flat_profile(opd, tahun, None)
        return Scaffold(path), form({}, empty, {}, _names(data, tahun, None))
    earlier = _readable(opd, from_year, data)
    law = _new_layout(earlier, tahun) if BUDGET in sertakan else ""
    asked = set(sertakan) - {BUDGET} if law else set(sertakan)
    carried, left = _parted(earlier, asked)
    prose = earlier.narasi if PROSE in carried else {}
    planned = _planned(earlier, tahun)
    rows = _with_planned(_rows(earlier, carried), planned)
    content = form(rows, _profile(opd, tahun, earlier), prose, _names(data, tahun, earlier.profil))
    target = _origins(earlier, planned)
    return Scaffold(path, tuple(carried), tuple(left), law, target), content


def _arms(opd: str, data: Path, from_year: int | None) -> dict[str, bytes]:
    """The coat of arms of the earlier year, which the carried profile names; nothing where it
    cannot be read, and `check` says so.
    """
    if from_year is None:
        return {}
    told = _readable(opd, from_year, data).profil.lambang
    if told is None:
        return {}
    try:
        path = citra.alamat(
            year_path(data, opd, from_year) / FOLDER, told.berkas, citra.LAMBANG.akhiran
        )
        return {f"{FOLDER}/{told.berkas}": citra.terbaca(path, citra.MOST_BYTES)}
    except citra.Ditolak:
        return {}


def _with_planned(rows: dict[str, Isi], planned: Mapping[str, Decimal | str]) -> dict[str, Isi]:
    """The rows with the planned targets; quarters of an indicator whose target is another now have
    none yet.
    """
    targets = rows.get("kinerja", [])
    moved = {row[0] for row in targets if planned.get(str(row[0]), row[1]) != row[1]}
    kept = [[row[0], planned.get(str(row[0]), row[1]), *row[2:]] for row in targets]
    quarters = [
        [*row[:2], "" if row[0] in moved else row[2], *row[3:]] for row in rows.get("triwulan", [])
    ]
    return rows | {name: new for name, new in (("kinerja", kept), ("triwulan", quarters)) if new}


def _planned(earlier: Dataset, tahun: int) -> dict[str, str | Decimal]:
    """The target that the Renstra gives each indicator for a year, where it gives one."""
    renstra = earlier.baris(Renstra)
    found = {}
    for kind in earlier.baris(Indikator):
        value = _of_year(kind, rencana(kind.kode, renstra), tahun)
        if value is not None:
            found[kind.kode] = _cell(value)
    return found


def _of_year(kind: Indikator, targets: Mapping[int, Nilai], tahun: int) -> Nilai | None:
    """Of an indicator that accumulates the step of the year: a plan that does not grow is not one
    of sums.
    """
    if kind.sifat_target != AKUMULASI:
        return targets.get(tahun)
    step = tambahan(targets, kind.nilai_awal, tahun)
    if step is not None and step > 0:
        return step
    return None


def _adding(earlier: Dataset) -> set[str]:
    """The indicators whose targets add up over the years."""
    return {kind.kode for kind in earlier.baris(Indikator) if kind.sifat_target == AKUMULASI}


def _origins(earlier: Dataset, planned: Collection[str]) -> Target:
    adding = _adding(earlier)
    codes = [row.indikator for row in earlier.baris(Kinerja)]
    of_the_plan = [code for code in codes if code in planned]
    return Target(
        renstra=tuple(code for code in of_the_plan if code not in adding),
        tambahan=tuple(code for code in of_the_plan if code in adding),
        tetap=tuple(code for code in codes if code not in planned),
    )


def _parted(earlier: Dataset, asked: Collection[str]) -> tuple[list[str], list[str]]:
    """The sheets that are carried over and those that are left, of what the earlier year has."""
    names = set(CARRIED)
    for group, sheets in ASKED.items():
        if group in asked:
            names.update(sheets)
    filled = [name for name in YEAR_TABLES if len(earlier.tables[name])]
    if earlier.narasi:
        filled.append(PROSE)
    carried = [name for name in filled if name in names]
    left = [name for name in filled if name not in names]
    return carried, left


def _new_layout(earlier: Dataset, tahun: int) -> str:
    """The law that lays the budget of `tahun` out anew, where the earlier year has a budget."""
    then = rules(earlier.tahun).anggaran
    now = rules(tahun).anggaran
    has_budget = any(len(earlier.tables[name]) for name in ASKED[BUDGET])
    if has_budget and then != now:
        return now.dasar
    return ""


def _profile(opd: str, tahun: int, earlier: Dataset) -> dict[str, str]:
    """The profile of the agency for a new year, without the documents that the earlier
    year cites.
    """
    told = flat_profile(opd, tahun, earlier.profil)
    cited = [name for name in told if name.startswith(OF_ITS_YEAR)]
    told |= dict.fromkeys(cited, "")
    filled = {name: month for name, month in _months(tahun).items() if told.get(name)}
    return told | filled


def _months(tahun: int) -> dict[str, str]:
    """The months in which the papers of a year are usually signed, to be made exact by
    the planner.
    """
    return {"penandatanganan.waktu": f"{tahun + 1}-02", "perjanjian.waktu": f"{tahun}-01"}


def export(opd: str, tahun: int, data: Path, path: Path) -> None:
    """The year as it stands, as a filled form: importing it again gives the same data."""
    dataset = _readable(opd, tahun, data)
    tables: dict[str, Cells] = {
        name: frame.to_numpy().tolist() for name, frame in dataset.printed.items()
    }
    mends = Koreksi.table.name
    tables[mends] = [[_text(cell) for cell in row] for row in _values(dataset, mends)]
    profile = flat_profile(opd, tahun, dataset.profil)
    content = form(tables, profile, dataset.narasi, _names(data, tahun, dataset.profil))
    with lock.held(path, "lkipnb export"):
        place.put_file(path, content)


def _readable(opd: str, tahun: int, data: Path) -> Dataset:
    dataset, faults = load(opd, tahun, data)
    if faults or dataset is None:
        raise DataError(faults)
    return dataset


def _names(data: Path, tahun: int, profil: Profil | None) -> dict[str, dict[str, str]]:
    """The names of scales and regulations that the profile of a year chooses from, with what each
    means; of regulations of a region only those of the agency's own.
    """
    scales = {name: scale.nama for name, scale in rules(tahun).skala.items()}
    scales[SENDIRI] = "Skala milik instansi, menurut lembar skala"
    frame = references.texts(data)[0][Peraturan.table.name]
    regulations = {
        kode: f"{nama}, {tentang}"
        for kode, nama, tentang in zip(frame["kode"], frame["nama"], frame["tentang"], strict=True)
        if not _OF_A_REGION.search(nama) or _is_own(kode, nama, profil)
    }
    return {SCALES: scales, REGULATIONS: regulations}


def _is_own(kode: str, nama: str, profil: Profil | None) -> bool:
    """Whether the agency cites a regulation, or it is one of its region."""
    if profil is None:
        return False
    cited = {*profil.dasar_hukum, *profil.pembentukan}
    return kode in cited or profil.wilayah.casefold() in nama.casefold()


def _rows(dataset: Dataset, names: Collection[str]) -> dict[str, Isi]:
    """Rows of the corrected tables, without what the earlier year achieved."""
    return {name: _table(dataset, name) for name in names if name != PROSE}


def _table(dataset: Dataset, name: str) -> Isi:
    outcomes = OUTCOMES.get(name, frozenset())
    return [_row(row, YEAR_TABLES[name].names, outcomes) for row in _values(dataset, name)]


def _row(
    row: Sequence[object], columns: Sequence[str], outcomes: Collection[str]
) -> list[str | Decimal]:
    cells = zip(columns, row, strict=True)
    return ["" if column in outcomes else _cell(value) for column, value in cells]


def _values(dataset: Dataset, name: str) -> list[list[object]]:
    rows: list[list[object]] = dataset.tables[name].to_numpy().tolist()
    return rows


def _cell(value: object) -> str | Decimal:
    """A plain number as one; anything else as text, with a comma before decimals."""
    if isinstance(value, Decimal) and _is_kept(value):
        return value
    if isinstance(value, Decimal | RentangNilai):
        return _DECIMALS.sub(_with_comma, str(value))
    return _text(value)


def _is_kept(value: Decimal) -> bool:
    """Whether Excel keeps it as it was typed: no bound, no ratio, no zero at its end (`9,10`)."""
    return not isinstance(value, Batas | Rasio) and not _ENDING_IN_ZERO.search(str(value))


def _with_comma(match: re.Match[str]) -> str:
    """Three decimals behind a comma would look like thousands."""
    decimals = match[1]
    if len(decimals) == THREE:
        return f",{decimals}0"
    return f",{decimals}"


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value)
