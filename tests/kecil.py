"""A small agency, made for one test: the tables that the test names, and a profile around them."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from shipped import DATA

import lkipnb
from lkipnb.audit import audit
from lkipnb.audit.temuan import Temuan
from lkipnb.present.tabel.data import Tabel
from lkipnb.schemas import YEAR_TABLES

OPD, TAHUN = "kecil", 2023
Row = Mapping[str, object]
INDIKATOR = {
    "kode": "A1",
    "sasaran": "S1",
    "nama": "Cakupan air minum layak",
    "satuan": "persen",
    "polaritas": "naik",
    "jenis": "angka",
}
KINERJA = {"indikator": "A1", "target": "60", "realisasi": "50"}


def indikator(**cells: object) -> Row:
    return INDIKATOR | cells


def kinerja(kode: str = "A1", target: object = "60", realisasi: object = "50", **more: object):
    return {"indikator": kode, "target": target, "realisasi": realisasi} | more


def klaim(ukuran: str, nilai: object, sampai: object = "", satuan: str = "persen") -> Row:
    """A claim that names its measure as its code."""
    told = {"kode": ukuran, "tempat": "BAB III", "uraian": "Angka", "ukuran": ukuran}
    return told | {"nilai": nilai, "nilai_sampai": sampai, "satuan": satuan}


def buat(folder: Path, pengukuran: Row | None = None, **tables: Sequence[Row]) -> Path:
    """A data folder with the agency `kecil` in 2023; of its tables the ones that are given."""
    year = folder / OPD / str(TAHUN)
    year.mkdir(parents=True)
    shutil.copytree(DATA / "referensi", folder / "referensi")
    profile = yaml.safe_load((DATA / "contoh/2023/profil.yaml").read_text(encoding="utf-8"))
    profile.pop("sumber", None)
    profile.pop("lambang", None)
    own = {"skala": "ordinal-90-80-70-60", "rata_rata": "sederhana"}
    profile["pengukuran"] = own | dict(pengukuran or {})
    (year / "profil.yaml").write_text(yaml.safe_dump(profile, allow_unicode=True), encoding="utf-8")
    given = {
        "sasaran": [{"kode": "S1", "uraian": "Meningkatnya mutu pelayanan publik"}],
        "indikator": [INDIKATOR],
        "kinerja": [KINERJA],
    }
    for name, rows in (given | tables).items():
        _write(year / f"{name}.csv", YEAR_TABLES[name].names, rows)
    return folder


def _write(path: Path, names: Sequence[str], rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def buka(folder: Path, pengukuran: Row | None = None, **tables: Sequence[Row]) -> lkipnb.Workbook:
    """The small agency with the tables that are given, opened."""
    return lkipnb.open(OPD, TAHUN, bab="3", data=buat(folder, pengukuran, **tables))


def anggaran(kode: str, pagu: object, realisasi: object = "", **more: object) -> Row:
    """A budget line, named after its code."""
    amounts = {"pagu_rp": pagu, "realisasi_rp": realisasi}
    return {"kode_rekening": kode, "uraian": f"Baris {kode}"} | amounts | more


def isi(tabel: Tabel) -> list[list[str]]:
    """The shown cells of a table, row by row."""
    return [[sel.teks for _, sel in tabel.sel(row)] for row in tabel.baris]


def judul(tabel: Tabel) -> list[str]:
    """The headings of its shown columns."""
    return [kolom.judul for kolom in tabel.tampak]


def temuan(folder: Path, aturan: str = "") -> list[Temuan]:
    """The findings of the small agency, of one rule where it is named."""
    found = audit(OPD, TAHUN, folder).temuan
    return [each for each in found if aturan in ("", each.aturan)]
