"""Other parts that give exactly the realisasi that is reported: then it may be right and they
wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from lkipnb.audit.kaitan import bulat
from lkipnb.bilangan import sebut
from lkipnb.calculate.persen import SERATUS

SATU = Decimal(1)


class Bagian(NamedTuple):
    """A quotient of two parts: by what it is multiplied, and what is reported of it."""

    pembilang: Decimal
    penyebut: Decimal
    faktor: Decimal
    dilaporkan: Decimal

    @property
    def tepat(self) -> bool:
        """Whether the parts give what is reported, to its decimals."""
        if not self.penyebut:
            return False
        given = self.pembilang / self.penyebut * self.faktor
        return bulat(given, self.dilaporkan) == self.dilaporkan


def bacaan_lain(own: Bagian) -> list[str]:
    """In words what else would give exactly what is reported."""
    pairs = [f"{_told(one)} memberi" for one in dict.fromkeys(_other_parts(own)) if one.tepat]
    factor = own._replace(faktor=SATU if own.faktor == SERATUS else SERATUS)
    if own.faktor in (SATU, SERATUS) and factor.tepat:
        pairs.append(f"kali {sebut(factor.faktor)}, bukan kali {sebut(own.faktor)}, memberi")
    return pairs


def _told(one: Bagian) -> str:
    return f"{sebut(one.pembilang)} dibagi {sebut(one.penyebut)}"


def _other_parts(own: Bagian) -> Iterator[Bagian]:
    """The parts in each other's place, and each with two digits exchanged."""
    yield own._replace(pembilang=own.penyebut, penyebut=own.pembilang)
    for each in tertukar(own.pembilang):
        yield own._replace(pembilang=each)
    for each in tertukar(own.penyebut):
        yield own._replace(penyebut=each)


def tertukar(value: Decimal) -> Iterator[Decimal]:
    """The value with each two neighbouring digits exchanged; a leading zero is lost in a number, so
    that 21 may have been 201.
    """
    for text in (str(value), f"0{value}"):
        for at in range(len(text) - 1):
            pair = text[at : at + 2]
            if pair.isdigit() and pair[0] != pair[1]:
                yield Decimal(text[:at] + pair[::-1] + text[at + 2 :])
