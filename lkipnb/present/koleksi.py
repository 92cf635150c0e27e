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
from typing import ClassVar

from lkipnb.present.bahan import Bahan, nomor_sasaran


class Koleksi(ABC):
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
            return None if sajian is None else self._show(nama, sajian, *sasaran)

        show.__doc__ = declare.__doc__
        show.__signature__ = inspect.signature(partial(declare, self._bahan))
        return show

    def _show(self, nama: str, sajian, *sasaran: str) -> object:
        kunci = nama.replace("_", "-")
        for kode in sasaran:
            number = nomor_sasaran(self._bahan)[kode]
            kunci = f"{kunci}-sasaran-{number}"
            sajian = replace(sajian, judul=f"{sajian.judul}, sasaran {number}")
        return self._block(kunci, sajian)

    @abstractmethod
    def _block(self, kunci: str, sajian) -> object:
        """The numbered block of what a module declares."""


@cache
def _names(paket: ModuleType) -> tuple[str, ...]:
    return tuple(module.name for module in iter_modules(paket.__path__))
