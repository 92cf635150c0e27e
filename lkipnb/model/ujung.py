"""The two ends of something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Bentuk = TypeVar("Bentuk")


@dataclass(frozen=True)
class Ujung(Generic[Bentuk]):
    """The rows with the lowest and those with the highest value, in their order; none where nothing
    stands out from the rest.
    """

    terendah: tuple[Bentuk, ...]
    tertinggi: tuple[Bentuk, ...]
