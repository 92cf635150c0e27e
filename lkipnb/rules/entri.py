"""The YAML files of the rules, read."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml

from lkipnb.rules.bentuk import Aturan

FOLDER = Path(__file__).parent
Bentuk = TypeVar("Bentuk", bound=Aturan)


def entri(file: str, bentuk: type[Bentuk]) -> dict[str, Bentuk]:
    """The entries of a file beside this module, by name, each of the form `bentuk`.

    Raises pydantic.ValidationError when one lacks its citation, its years or its unit.
    """
    content = yaml.safe_load((FOLDER / file).read_text(encoding="utf-8"))
    return {name: bentuk.model_validate(entry) for name, entry in content.items()}
