"""`profil.yaml`: the agency described, checked against its model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar

import yaml
from pydantic import ValidationError

from lkipnb.errors import Fault
from lkipnb.model import Profil

FILE = "profil.yaml"

_EXPECTED = {
    "missing": "isian ini wajib ada",
    "extra_forbidden": "isian ini tidak dikenal",
    "string_type": "diharapkan teks; apit dengan tanda petik",
    "int_parsing": "diharapkan bilangan bulat",
    "int_type": "diharapkan bilangan bulat",
    "string_pattern_mismatch": "bentuknya tidak sesuai; lihat docs/data-dictionary.md",
}


class _Loader(yaml.SafeLoader):
    """YAML in which a date stays the text that was typed."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read(path: Path, file: str) -> tuple[Profil | None, list[Fault]]:
    """The profile, or None and every fault in it; `column` of a fault is the dotted field."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Loader)
        return Profil.model_validate(content), []
    except FileNotFoundError:
        return None, [Fault(file, None, None, None, "berkas tidak ada")]
    except UnicodeDecodeError:
        return None, [Fault(file, None, None, None, "huruf tidak terbaca sebagai UTF-8")]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return None, [Fault(file, mark.line + 1 if mark else None, None, None, "susunan YAML rusak")]
    except ValidationError as error:
        return None, [_fault(file, detail) for detail in error.errors()]


def told(profil: Profil) -> dict[str, str]:
    """Every text of a profile by its dotted field; of a list, its entries as `a; b`."""
    return dict(_flat(profil.model_dump(mode="json"), ""))


def _flat(content: Mapping[str, object], above: str) -> Iterator[tuple[str, str]]:
    for name, value in content.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name}.")
        elif isinstance(value, list):
            yield above + name, "; ".join(map(str, value))
        elif value is not None:
            yield above + name, str(value)


def _fault(file: str, detail: dict) -> Fault:
    field = ".".join(map(str, detail["loc"])) or None
    value = None if detail["type"] == "missing" else str(detail["input"])
    reason = _EXPECTED.get(detail["type"]) or detail["msg"].removeprefix("Value error, ")
    return Fault(file, None, field, value, reason)
