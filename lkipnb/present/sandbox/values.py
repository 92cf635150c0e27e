"""The values that a template meets: named in messages, and taken as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jinja2.runtime import Undefined

from lkipnb.asal import Angka
from lkipnb.errors import quote
from lkipnb.present import format as bentuk
from lkipnb.present.polos import Panggilan
from lkipnb.schemas.templat import Ditolak


def refuse_undefined(value: object) -> None:
    """Raise what a name that does not exist says of itself."""
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()


def number(operator: str, value: object) -> int | Decimal:
    """A number to calculate with; one that was typed as 1.5 is exact too."""
    refuse_undefined(value)
    if not isinstance(value, int | float | Decimal) or isinstance(value, bool):
        raise Ditolak(f"“{operator}” hanya untuk bilangan, bukan {shown(value)}")
    if isinstance(value, float):
        return Decimal(str(value))
    return value


def mixed(result: int | Decimal, sides: tuple[int | Decimal, ...]) -> int | Decimal:
    """The result of a calculation, bare where a number of no origin took part: it would look as if
    the data said it.
    """
    if isinstance(result, Angka) and not all(isinstance(side, Angka) for side in sides):
        return Decimal(result)
    return result


def shown(value: object) -> str:
    """A value as a message names it: by itself where it is one, else by its kind."""
    if isinstance(value, Mapping | tuple):
        return "sekumpulan nilai"
    if isinstance(value, Panggilan):
        return f"“{value.nama}”"
    if isinstance(value, str | Decimal | int | None):
        return quote(str(bentuk.teks(value)))
    return "nilai itu"
