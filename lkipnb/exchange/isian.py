"""The profile as the pairs of a sheet, field and text, and back."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

import yaml

from lkipnb.errors import Fault
from lkipnb.load.xlsx import Rows
from lkipnb.model import Profil, fields
from lkipnb.schemas import YEAR_TABLES

SOURCES = "sumber"  # the group of the profile that names a source for each table
IDENTITY = {
    "opd": "Nama folder instansi: huruf kecil, angka, tanda hubung",
    "tahun": "Tahun anggaran",
}
LISTS = ("dasar_hukum", "pembentukan", "sumber_dana.apbd", "sumber_dana.lain")
NUMBERS = (
    "periode.rpjmd.awal",
    "periode.rpjmd.akhir",
    "periode.renstra.awal",
    "periode.renstra.akhir",
    "dokumen_sumber.tahun",
)
YEAR = re.compile(r"[0-9]{4}")
_UNKNOWN = "isian ini tidak dikenal; lihat lembar profil pada formulir yang baru"
_TWICE = "tertulis dua kali"


def typed_fields() -> list[str]:
    """The fields that a planner fills; the sources follow by name."""
    return [name for name in fields(Profil) if name != SOURCES]


def meanings() -> dict[str, str]:
    """What belongs into each field."""
    return IDENTITY | fields(Profil)


def flat_profile(opd: str, tahun: int, profil: Profil | None) -> dict[str, str]:
    """The profile as dotted fields; without one, every field empty, lists as `a; b`."""
    identity = {"opd": opd, "tahun": str(tahun)}
    if profil is None:
        return identity | dict.fromkeys(typed_fields(), "")
    told = {name: _text(profil, name) for name in typed_fields()}
    sources = {f"{SOURCES}.{name}": text for name, text in profil.sumber.items()}
    return identity | told | sources


def profile_text(rows: Rows, where: str) -> tuple[str, list[Fault]]:
    """`profil.yaml` from the pairs of the sheet; a group of fields that are all empty is
    left out.
    """
    told: dict[str, str] = {}
    faults = []
    for number, row in enumerate(rows[1:], start=2):
        field, value = pair(row)
        reason = _no_field(field, told)
        if reason:
            faults.append(Fault(where, number, "isian", field, reason))
        else:
            told[field] = value
    content = {field: value for field, value in told.items() if _is_stated(field, value)}
    return yaml.safe_dump(_nested(content), allow_unicode=True, sort_keys=False), faults


def pair(row: list[str]) -> tuple[str, str]:
    """The first two cells of a row; what it lacks is empty."""
    first, second = [*row, "", ""][:2]
    return first, second


def _text(profil: Profil, dotted: str) -> str:
    value: object = profil
    for name in dotted.split("."):
        value = getattr(value, name, None)
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)


def _is_stated(field: str, value: str) -> bool:
    """Whether a field goes into the profile; an empty list says that there is none."""
    if not field or field in IDENTITY:
        return False
    return bool(value) or field in LISTS


def _nested(told: Mapping[str, str]) -> dict[str, object]:
    """Dotted fields as groups within groups."""
    whole: dict[str, object] = {}
    for field, value in told.items():
        *above, last = field.split(".")
        _group(whole, above)[last] = _typed(field, value)
    return whole


def _group(whole: dict[str, object], names: list[str]) -> dict[str, object]:
    group = whole
    for name in names:
        inner = group.setdefault(name, {})
        assert isinstance(inner, dict)  # no field of the profile is a group as well
        group = inner
    return group


def _typed(field: str, value: str) -> object:
    if field in LISTS:
        return [part.strip() for part in value.split(";") if part.strip()]
    if field in NUMBERS and YEAR.fullmatch(value):
        return int(value)
    return value


def _no_field(field: str, told: Collection[str]) -> str | None:
    """Why the profile has no place for a field of this name; a row without one is passed over."""
    if not field:
        return None
    if not _is_known(field):
        return _UNKNOWN
    return _TWICE if field in told else None


def _is_known(field: str) -> bool:
    group, _, table = field.partition(".")
    if group == SOURCES and table in YEAR_TABLES:
        return True
    return field in IDENTITY or field in typed_fields()
