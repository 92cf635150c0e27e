"""Blocks of the report by name: each is declared by a module of its own."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from lkipnb.present.bahan import Bahan, nomor_sasaran

if TYPE_CHECKING:
    from lkipnb.present.gambar.lukisan import Lukisan
    from lkipnb.present.tabel.kolom import Sajian

Dinyatakan = TypeVar("Dinyatakan", "Sajian", "Lukisan")


class Koleksi(ABC, Generic[Dinyatakan]):
    """A method for each module of the package `daftar`, under the name of the module.

    A module declares what it shows in `sajian(bahan)`, or in `sajian(bahan, sasaran)` where each
    sasaran has one of its own; None where the data give nothing to show.
    """

    daftar: ClassVar[ModuleType]

    def __init__(self, bahan: Bahan):
        self._bahan = bahan

    def __dir__(self) -> list[str]:
        return list(_names(self.daftar))

    def __getattr__(self, nama: str) -> Callable[..., object]:
        if nama not in _names(self.daftar):
            raise AttributeError(f"{type(self).__name__} has no {nama}")
        declare = import_module(f"{self.daftar.__name__}.{nama}").sajian

        def show(*sasaran: str) -> object:
            sajian = declare(self._bahan, *sasaran)
            if sajian is None:
                return None
            return self._show(nama, sajian, *sasaran)

        show.__doc__ = declare.__doc__
        signature = inspect.signature(partial(declare, self._bahan))
        show.__signature__ = signature  # type: ignore[attr-defined]
        return show

    def _show(self, nama: str, sajian: Dinyatakan, *sasaran: str) -> object:
        kunci = nama.replace("_", "-")
        for kode in sasaran:
            number = nomor_sasaran(self._bahan)[kode]
            kunci = f"{kunci}-sasaran-{number}"
            sajian = replace(sajian, judul=f"{sajian.judul}, sasaran {number}")
        return self._block(kunci, sajian)

    @abstractmethod
    def _block(self, kunci: str, sajian: Dinyatakan) -> object:
        """The numbered block of what a module declares."""


@cache
def _names(paket: ModuleType) -> tuple[str, ...]:
    return tuple(module.name for module in iter_modules(paket.__path__))
