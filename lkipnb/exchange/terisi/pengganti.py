"""A profile that loads in place of one that does not, so that the tables beside it are judged in
the same run.
"""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from pydantic import ValidationError

from lkipnb.exchange.isian import SCALE, is_known, profile_text, required
from lkipnb.model import Profil
from lkipnb.rules import rules

_ANY_YEAR = {
    "periode.rpjmd.awal": "1900",
    "periode.rpjmd.akhir": "2999",
    "periode.renstra.awal": "1900",
    "periode.renstra.akhir": "2999",
}


def pengganti(told: Mapping[str, str], tahun: int) -> str:
    """The fields of a profile that can be read, and for those that cannot what judges no table."""
    stand_ins = _stand_ins(tahun)
    good = {name: text for name, text in told.items() if text and is_known(name)}
    bad = _bad(stand_ins | good)
    while bad & good.keys():
        good = {name: text for name, text in good.items() if name not in bad}
        bad = _bad(stand_ins | good)
    return profile_text(stand_ins | good)


def _stand_ins(tahun: int) -> dict[str, str]:
    named = dict.fromkeys(required(), "-")
    named |= {"penandatanganan.waktu": str(tahun) + "-01"} | _ANY_YEAR
    return named | {SCALE: next(iter(rules(tahun).skala))}


def _bad(told: Mapping[str, str]) -> set[str]:
    """The fields that keep a profile from loading; of a group that lacks one, all that are told."""
    try:
        Profil.model_validate(yaml.safe_load(profile_text(told)))
    except ValidationError as error:
        named = [".".join(map(str, detail["loc"])) for detail in error.errors()]
        wrong = {_told_or_group(name, told) for name in named}
        return {field for field in told for name in wrong if _belongs(field, name)}
    return set()


def _told_or_group(name: str, told: Mapping[str, str]) -> str:
    if name in told:
        return name
    return name.rpartition(".")[0] or name


def _belongs(field: str, name: str) -> bool:
    return field == name or field.startswith(f"{name}.") or name.startswith(f"{field}.")
