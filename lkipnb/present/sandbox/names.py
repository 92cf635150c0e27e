"""The names of a template: its values, its pieces, and what is said where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound
from jinja2.runtime import Context
from jinja2.utils import missing

from lkipnb.present.sandbox.values import shown

if TYPE_CHECKING:
    from lkipnb.present.sandbox.environment import Sandbox

MOST_NAMES = 30


class Konteks(Context):
    """The names of a template; a value is asked for when it is first used."""

    environment: Sandbox

    def resolve_or_missing(self, key: str) -> object:
        found = super().resolve_or_missing(key)
        if found is missing:
            return self.environment.nilai.get(key, missing)
        return found


class Bagian(BaseLoader):
    """The pieces of a chapter, checked like any template."""

    def __init__(self, bagian: Mapping[str, str]):
        self._bagian = bagian

    def load(self, environment: Environment, name: str, globals: object = None) -> Template:
        if name not in self._bagian:
            raise TemplateNotFound(name, f"bagian “{name}” tidak ada; tulis %%narasi bagian {name}")
        return cast("Sandbox", environment).templat(self._bagian[name])


class TidakAda(StrictUndefined):
    """A name that does not exist: any use of it says so, in Indonesian."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        if self._undefined_obj is missing:
            return f"nama “{name}” tidak ada"
        if isinstance(self._undefined_obj, Mapping):
            known = list(map(str, self._undefined_obj))[:MOST_NAMES]
            return f"“{name}” tidak ada; yang ada: {', '.join(known)}"
        return f"{shown(self._undefined_obj)} tidak mempunyai “{name}”"
