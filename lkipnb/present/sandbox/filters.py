"""The filters of templates: what each does, and the guard before each."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from lkipnb.present import format as bentuk
from lkipnb.present.sandbox.bounds import Takaran
from lkipnb.present.sandbox.values import refuse_undefined, shown
from lkipnb.schemas.templat import FILTERS, Ditolak

LARGEST_ARGUMENT = 100
Filter = Callable[..., object]
Row = Mapping[str, object]
Rows = tuple[Row, ...]
# What a filter raises for a value that is not for it.
_REFUSALS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    NotImplementedError,
)
# What `selectattr` and `rejectattr` may ask of a column.
ROW_TESTS: Mapping[str, Callable[[object, object], bool]] = {
    "": lambda found, _: bool(found),
    "none": lambda found, _: found is None,
    "eq": lambda found, value: found == value,
    "ne": lambda found, value: found != value,
    "in": lambda found, values: _among(found, values),
}


def guarded_filters(takaran: Takaran) -> dict[str, Filter]:
    """Every filter that a template may name."""
    return {name: _guarded(name, _FORMS[name], takaran) for name in FILTERS}


def _guarded(name: str, form: Filter, takaran: Takaran) -> Filter:
    """A filter that counts what it goes through, and says in a sentence what it cannot do."""

    def guarded(value: object, *arguments: object, **options: object) -> object:
        given = (*arguments, *options.values())
        for one in (value, *given):
            refuse_undefined(one)
        takaran.langkah(1 + _length(value))
        if any(map(_too_large, given)):
            raise Ditolak(f"“| {name}” diisi bilangan yang terlalu besar")
        try:
            return form(value, *arguments, **options)
        except _REFUSALS as error:
            raise Ditolak(f"“| {name}” tidak dapat dipakai untuk {shown(value)}") from error

    return guarded


def _length(value: object) -> int:
    if isinstance(value, tuple | Mapping):
        return len(value)
    return 0


def _among(found: object, values: object) -> bool:
    if not isinstance(values, Container):
        raise TypeError
    return found in values


def _too_large(argument: object) -> bool:
    return isinstance(argument, int) and abs(argument) > LARGEST_ARGUMENT


def _rows_of(items: object) -> list[Row]:
    if not isinstance(items, tuple | list) or not all(isinstance(item, Mapping) for item in items):
        raise TypeError
    return list(items)


def _map(items: object, *, attribute: str) -> tuple[object, ...]:
    """One column of rows."""
    return tuple(row[attribute] for row in _rows_of(items))


def _selectattr(items: object, attribute: str, test: str = "", value: object = None) -> Rows:
    """The rows whose column is true, or passes a test of `ROW_TESTS`: `"eq", value`."""
    return tuple(row for row in _rows_of(items) if ROW_TESTS[test](row[attribute], value))


def _rejectattr(items: object, attribute: str, test: str = "", value: object = None) -> Rows:
    """The rows that `selectattr` leaves."""
    return tuple(row for row in _rows_of(items) if not ROW_TESTS[test](row[attribute], value))


def _items(value: object) -> tuple[tuple[object, object], ...]:
    """The keys of a mapping with their values."""
    if not isinstance(value, Mapping):
        raise TypeError
    return tuple(value.items())


def _capitalize(text: object) -> str:
    """The text with a capital letter at its start and small ones after it."""
    if not isinstance(text, str):
        raise TypeError
    return text.capitalize()


def _list(items: object) -> tuple[object, ...]:
    """The items as they are; Jinja wants it after `map` and `selectattr`."""
    if not isinstance(items, tuple):
        raise TypeError
    return items


_FORMS: Mapping[str, Filter] = bentuk.FILTERS | {
    "map": _map,
    "selectattr": _selectattr,
    "rejectattr": _rejectattr,
    "items": _items,
    "capitalize": _capitalize,
    "list": _list,
}
