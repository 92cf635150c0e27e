"""What print calls a table, a column or a file of the data: its words, never its name in the
program.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

from lkipnb.model import Profil
from lkipnb.schemas import ALL_TABLES, PROSE
from lkipnb.schemas.tambahan import FOLDER

PROFIL = "Profil instansi"
_UNITS = ("_rp", "_persen")
_SPELT = {"nip": "NIP"}
_FIELD = re.compile(
    rf"(?<![\w.])(?P<kelompok>{'|'.join(Profil.model_fields)})\.(?P<isian>[a-z]\w*)(?![\w.])"
)
_FILE = re.compile(r"(?<![\w/-])(?:[\w-]+/)*(?P<name>\w+)\.(?P<kind>csv|md|yaml)\b")


def tabel(nama: str) -> str:
    """`Pegawai menurut eselon dan pendidikan` for `pegawai_eselon`; an unknown name as it is."""
    table = ALL_TABLES.get(nama)
    if table:
        return table.title
    return nama.replace("_", " ")


def kolom(nama: str) -> str:
    """`pagu murni` for `pagu_murni_rp`: the unit is told by the value."""
    for unit in _UNITS:
        nama = nama.removesuffix(unit)
    return nama.replace("_", " ").replace(".", " ")


def berkas(jalan: str) -> str:
    """What the file of a table, of a piece of prose or of the profile holds, by its path below
    `data/`.
    """
    match = _FILE.fullmatch(jalan)
    if match:
        return _of_file(match)
    *above, name = jalan.split("/")
    if above[-1:] == [FOLDER]:
        return f"Berkas {name}"
    return jalan


class Berjenjang(Protocol):
    """A line of the budget: its level and its name."""

    @property
    def uraian(self) -> str: ...
    @property
    def jenjang(self) -> str: ...


def baris(line: Berjenjang) -> str:
    """A budget line by its level and name; a name that begins with the level tells it already."""
    if line.uraian.casefold().startswith(line.jenjang.casefold()):
        return line.uraian
    return f"{line.jenjang} {line.uraian}"


def cetak(teks: str) -> str:
    """A message about data as print tells it: every file and every column in words."""
    told = _FILE.sub(lambda match: f"“{_of_file(match)}”", teks)
    told = _FIELD.sub(_of_field, told)
    return _columns().sub(lambda match: kolom(match[0]), told)


def _of_field(match: re.Match[str]) -> str:
    """`NIP kepala` for the field `kepala.nip` of the profile."""
    name = kolom(match["isian"])
    return f"{_SPELT.get(name, name)} {kolom(match['kelompok'])}"


def _of_file(match: re.Match[str]) -> str:
    if match["kind"] == "yaml":
        return PROFIL
    if match["kind"] == "md":
        return PROSE.get(match["name"], match["name"].replace("_", " "))
    return tabel(match["name"])


@cache
def _columns() -> re.Pattern[str]:
    """The names that no Indonesian sentence holds: of columns and tables in two parts."""
    names = {column.name for table in ALL_TABLES.values() for column in table.columns} | set(
        ALL_TABLES
    )
    long = sorted((name for name in names if "_" in name), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(long)})\b")
