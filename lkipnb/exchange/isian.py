"""The profile as the pairs of a sheet, field and text, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml
from pydantic import BaseModel

from lkipnb.model import Profil, fields
from lkipnb.schemas import YEAR_TABLES

SOURCES = "sumber"  # the group of the profile that names a source for each table
IDENTITY = {
    "opd": "Nama folder instansi: huruf kecil, angka, tanda hubung",
    "tahun": "Tahun anggaran",
}
LISTS = ("dasar_hukum", "pembentukan", "sumber_dana.apbd", "sumber_dana.lain")
NUMBERS = (
    "tahun",
    "periode.rpjmd.awal",
    "periode.rpjmd.akhir",
    "periode.renstra.awal",
    "periode.renstra.akhir",
    "dokumen_sumber.tahun",
)
TIMES = ("penandatanganan.waktu", "perjanjian.waktu")
SCALE = "pengukuran.skala"
YA_TIDAK = ("ya", "tidak")
CHOICES = {
    "pengukuran.batas_selang": ("bawah", "atas"),
    "pengukuran.rata_rata": ("sederhana", "terbobot"),
    "pengukuran.target_nol": ("tidak-terhitung", "dipenuhi"),
    "lampiran.rinci": YA_TIDAK,
    "perjanjian.anggaran": ("murni", "perubahan"),
}
YEAR = re.compile(r"[0-9]{4}")


def typed_fields() -> list[str]:
    """The fields that a planner fills; the sources follow by name."""
    return [name for name in fields(Profil) if name != SOURCES]


def meanings() -> dict[str, str]:
    """What belongs into each field, and whether it may stay empty."""
    told = IDENTITY | fields(Profil) | _meanings_of_sources()
    needed = required() | IDENTITY.keys()
    return {name: _with_need(text, name in needed) for name, text in told.items()}


def required() -> set[str]:
    """The fields without which there is no profile."""
    return set(_required(Profil, ""))


def _required(model: type[BaseModel], above: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        if not field.is_required():
            continue
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _required(inner, f"{above}{name}.")
        else:
            yield above + name


def _with_need(text: str, needed: bool) -> str:
    return f"{text.rstrip('.')}. {'Wajib diisi' if needed else 'Boleh kosong'}."


def _meanings_of_sources() -> dict[str, str]:
    return {
        f"{SOURCES}.{name}": f"Sumber tabel {table.title}, tercetak di bawahnya"
        for name, table in YEAR_TABLES.items()
    }


def _no_sources() -> dict[str, str]:
    return dict.fromkeys(_meanings_of_sources(), "")


def flat_profile(opd: str, tahun: int, profil: Profil | None) -> dict[str, str]:
    """The profile as dotted fields; without one, every field empty, lists as `a; b`."""
    identity = {"opd": opd, "tahun": str(tahun)}
    if profil is None:
        return identity | dict.fromkeys(typed_fields(), "") | _no_sources()
    told = {name: _text(profil, name) for name in typed_fields()}
    told_sources = {f"{SOURCES}.{name}": text for name, text in profil.sumber.items()}
    return identity | told | _no_sources() | told_sources


def profile_text(told: Mapping[str, str]) -> str:
    """`profil.yaml` from the text of each field; a group of fields that are all empty is
    left out.
    """
    content = {field: value for field, value in told.items() if _is_stated(field, value)}
    return yaml.safe_dump(_nested(content), allow_unicode=True, sort_keys=False)


def is_known(field: str) -> bool:
    """Whether the profile has a place for a field of this name."""
    group, _, table = field.partition(".")
    if group == SOURCES and table in YEAR_TABLES:
        return True
    return field in IDENTITY or field in typed_fields()


def _text(profil: Profil, dotted: str) -> str:
    """The text of a field; of one that nobody filled nothing, whatever stands for it."""
    value: object = profil
    for name in dotted.split("."):
        filled = isinstance(value, BaseModel) and name in value.model_fields_set
        value = getattr(value, name) if filled else None
    if isinstance(value, tuple):
        return "; ".join(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return YA_TIDAK[not value]
    return str(value)


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
