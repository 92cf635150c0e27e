"""The template language of prose: a small part of Jinja over plain values, with bounds.

Agency prose comes from strangers, by mail and in workbooks.  So a template is refused unless every
piece of its grammar, every filter and every test stands on a list here.  An attribute is an item of
a mapping and nothing else, only a `Panggilan` can be called, and loops, length, nesting and time
are bounded.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from jinja2 import (
    BaseLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.runtime import Context, LoopContext, Undefined, missing
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from lkipnb.errors import UsageError, quote
from lkipnb.present import format as bentuk
from lkipnb.present.polos import Panggilan
from lkipnb.schemas.templat import ALWAYS, FILTERS, MOST_TEXT, TESTS, Ditolak, penjelasan, periksa


@dataclass(frozen=True)
class Batas:
    """The most that one template may take: letters of its text and of its result, steps,
    seconds.
    """

    teks: int
    langkah: int
    detik: int


BATAS_INSTANSI = Batas(teks=MOST_TEXT, langkah=100_000, detik=20)
BATAS_BAB = Batas(teks=2_000_000, langkah=2_000_000, detik=200)
LARGEST_ARGUMENT = 100

_OF_A_LOOP = {"index", "index0", "revindex", "revindex0", "first", "last", "length"}
# What `selectattr` and `rejectattr` may ask of a column.
ROW_TESTS: Mapping[str, Callable[[object, object], bool]] = {
    "": lambda found, _: bool(found),
    "none": lambda found, _: found is None,
    "eq": lambda found, value: found == value,
    "ne": lambda found, value: found != value,
    "in": lambda found, values: found in values,
}


def isi_templat(
    template: str,
    nilai: Mapping[str, object],
    tampil: Callable[[object], str],
    bagian: Mapping[str, str] | None = None,
    tempat: str = "",
) -> str:
    """The text of a template; `tampil` says what stands for each `{{ value }}`.

    `bagian` are the pieces that a chapter may `{% include %}`; without it, as for agency prose,
    there is no include and the bounds are narrower.  Raises UsageError: one Indonesian sentence
    that names `tempat` and the line.
    """
    sandbox = Sandbox(nilai, tampil, bagian)
    try:
        return sandbox.tulis(template)
    except RecursionError as error:
        raise UsageError(_sentence(tempat, None, "susunannya terlalu dalam")) from error
    except TemplateError as error:
        raise UsageError(_sentence(tempat, _line(error), penjelasan(error))) from error
    except (ArithmeticError, TypeError, ValueError, SyntaxError) as error:
        why = "dua nilai yang tidak dapat dibandingkan atau dihitung bersama"
        raise UsageError(_sentence(tempat, _line(error), why)) from error


class Sandbox(ImmutableSandboxedEnvironment):
    """One rendering of one template."""

    intercepted_binops = frozenset(("+", "-", "*", "/"))
    intercepted_unops = frozenset(("+", "-"))

    def __init__(
        self,
        nilai: Mapping[str, object],
        tampil: Callable[[object], str],
        bagian: Mapping[str, str] | None,
    ):
        super().__init__(
            undefined=_TidakAda,
            finalize=_finalizer(self, tampil),
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
            optimized=False,  # nothing is computed while compiling
            loader=_Bagian(bagian or {}),
        )
        self.context_class = _Konteks
        self.nilai = nilai
        self.batas = BATAS_INSTANSI if bagian is None else BATAS_BAB
        self._allowed = ALWAYS if bagian is None else (*ALWAYS, nodes.Include)
        self._steps = 0
        self._end = time.monotonic() + self.batas.detik
        self.globals = {}
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}
        self.filters = {name: self._guarded(name, _FORMS[name]) for name in FILTERS}
        self.filters |= {_EACH: self._each, _STEP: self._step, _JOIN: self._join}

    def tulis(self, template: str) -> str:
        """The text of a template, produced piece by piece so that its length is watched."""
        made, length = [], 0
        for chunk in self.templat(template).generate():
            length += len(chunk)
            if length > self.batas.teks:
                raise Ditolak(f"hasilnya melebihi {bentuk.angka(self.batas.teks)} huruf")
            made.append(chunk)
        return "".join(made)

    def templat(self, text: str):
        """A template, after every piece of it was checked and its loops were given a bound."""
        if len(text) > self.batas.teks:
            raise Ditolak(f"teksnya melebihi {bentuk.angka(self.batas.teks)} huruf")
        tree = self.parse(text)
        periksa(tree, self._allowed)
        return self.from_string(_Terhitung().visit(tree))

    def langkah(self, banyak: int = 1) -> None:
        """Count steps.  Raises Ditolak when there were too many, or the time is over."""
        self._steps += banyak
        if self._steps > self.batas.langkah:
            raise Ditolak(f"pengulangannya melebihi {bentuk.angka(self.batas.langkah)} langkah")
        if time.monotonic() > self._end:
            raise Ditolak(f"penyusunannya melebihi {self.batas.detik} detik")

    # What Jinja asks of its environment while it fills a template.

    def getattr(self, obj: object, attribute: str) -> object:
        """An item of a mapping, or a count of a loop; there are no attributes."""
        if isinstance(obj, LoopContext) and attribute in _OF_A_LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """An item of a mapping by its key, of a tuple by its number."""
        if isinstance(obj, Undefined):
            return obj
        found: object = missing
        if isinstance(obj, Mapping):
            found = obj.get(argument, missing) if isinstance(argument, str | int) else missing
        elif isinstance(obj, tuple) and type(argument) is int and -len(obj) <= argument < len(obj):
            found = obj[argument]
        return self.undefined(obj=obj, name=str(argument)) if found is missing else found

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        return False

    def is_safe_callable(self, obj: object) -> bool:
        return isinstance(obj, Panggilan)

    def call(
        self, context: Context, called: object, /, *arguments: object, **options: object
    ) -> object:
        if isinstance(called, Undefined):
            called._fail_with_undefined_error()
        if not self.is_safe_callable(called):
            raise Ditolak("hanya rujuk, tabel, dan gambar yang dapat dipanggil")
        if options or not all(isinstance(argument, str) for argument in arguments):
            raise Ditolak(
                f"{called.nama} diisi dengan kata-kata saja, misalnya {called.nama}(…, “…”)"
            )
        self.langkah()
        return called.fungsi(*map(str, arguments))

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        return super().call_binop(
            context, operator, _number(operator, left), _number(operator, right)
        )

    def call_unop(self, context: Context, operator: str, arg: object) -> object:
        return super().call_unop(context, operator, _number(operator, arg))

    def _guarded(self, name: str, form: Callable[..., object]) -> Callable[..., object]:
        """A filter that counts what it goes through, and says in a sentence what it cannot do."""

        def guarded(value: object, *arguments: object, **options: object) -> object:
            for given in (value, *arguments, *options.values()):
                if isinstance(given, Undefined):
                    given._fail_with_undefined_error()
            self.langkah(1 + (len(value) if isinstance(value, tuple | Mapping) else 0))
            if any(
                isinstance(a, int) and abs(a) > LARGEST_ARGUMENT
                for a in (*arguments, *options.values())
            ):
                raise Ditolak(f"“| {name}” diisi bilangan yang terlalu besar")
            try:
                return form(value, *arguments, **options)
            except (
                ArithmeticError,
                AttributeError,
                LookupError,
                TypeError,
                ValueError,
                NotImplementedError,
            ) as error:
                raise Ditolak(f"“| {name}” tidak dapat dipakai untuk {_shown(value)}") from error

        return guarded

    def _each(self, items: object) -> Iterator[object]:
        if isinstance(items, Undefined):
            items._fail_with_undefined_error()
        if not isinstance(items, tuple | Mapping):
            raise Ditolak(f"hanya daftar yang dapat diulang, bukan {_shown(items)}")
        for item in items:
            self.langkah()
            yield item

    def _step(self, value: object) -> object:
        self.langkah()
        return value

    def _join(self, parts: Iterable[object]) -> str:
        texts = [str(part) for part in parts]
        self.langkah()
        if sum(map(len, texts)) > self.batas.teks:
            raise Ditolak(f"hasilnya melebihi {bentuk.angka(self.batas.teks)} huruf")
        return "".join(texts)


class _Konteks(Context):
    """The names of a template; a value is asked for when it is first used."""

    def resolve_or_missing(self, key: str) -> object:
        found = super().resolve_or_missing(key)
        return self.environment.nilai.get(key, missing) if found is missing else found


class _Bagian(BaseLoader):
    """The pieces of a chapter, checked like any template."""

    def __init__(self, bagian: Mapping[str, str]):
        self._bagian = bagian

    def load(self, environment: Sandbox, name: str, globals=None):
        if name not in self._bagian:
            raise TemplateNotFound(name, f"bagian “{name}” tidak ada; tulis %%narasi bagian {name}")
        return environment.templat(self._bagian[name])


class _TidakAda(StrictUndefined):
    """A name that does not exist: any use of it says so, in Indonesian."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        if self._undefined_obj is missing:
            return f"nama “{name}” tidak ada"
        if isinstance(self._undefined_obj, Mapping):
            known = ", ".join(map(str, list(self._undefined_obj)[:30]))
            return f"“{name}” tidak ada; yang ada: {known}"
        return f"{_shown(self._undefined_obj)} tidak mempunyai “{name}”"


def _finalizer(sandbox: Sandbox, tampil: Callable[[object], str]) -> Callable[..., str]:
    @pass_context
    def final(context: Context, value: object) -> str:
        # Being bound to the context, Jinja never calls it while compiling.
        if isinstance(value, Undefined):
            value._fail_with_undefined_error()
        sandbox.langkah()
        if isinstance(value, tuple | Mapping | Panggilan | LoopContext):
            raise Ditolak(f"{_shown(value)} bukan satu nilai; sebut isinya, misalnya profil.nama")
        return tampil(value)

    return final


# Names that no template can write, for the grammar has no such names of filters.
_EACH, _STEP, _JOIN = "-tiap", "-langkah", "-sambung"


class _Terhitung(NodeTransformer):
    """Loops, conditions and joined texts go through the sandbox, which counts them."""

    def visit_For(self, node: nodes.For) -> nodes.For:
        self.generic_visit(node)
        node.iter = _through(_EACH, node.iter)
        if node.test is not None:
            node.test = _through(_STEP, node.test)
        return node

    def visit_If(self, node: nodes.If) -> nodes.If:
        self.generic_visit(node)
        node.test = _through(_STEP, node.test)
        return node

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.CondExpr:
        self.generic_visit(node)
        node.test = _through(_STEP, node.test)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:
        self.generic_visit(node)
        return _through(
            _JOIN, nodes.List(node.nodes, lineno=node.lineno, environment=node.environment)
        )


def _through(name: str, node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(
        node, name, [], [], None, None, lineno=node.lineno, environment=node.environment
    )


def _number(operator: str, value: object) -> int | Decimal:
    """A number to calculate with; one that was typed as 1.5 is exact too."""
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()
    if not isinstance(value, int | float | Decimal) or isinstance(value, bool):
        raise Ditolak(f"“{operator}” hanya untuk bilangan, bukan {_shown(value)}")
    return Decimal(str(value)) if isinstance(value, float) else value


def _shown(value: object) -> str:
    """A value as a message names it: by itself where it is one, else by its kind."""
    if isinstance(value, Mapping | tuple):
        return "sekumpulan nilai"
    if isinstance(value, Panggilan):
        return f"“{value.nama}”"
    return (
        quote(str(bentuk.teks(value)))
        if isinstance(value, str | Decimal | int | None)
        else "nilai itu"
    )


def _line(error: BaseException) -> int | None:
    """The line of the template at which it failed."""
    if isinstance(error, TemplateSyntaxError | Ditolak) and error.lineno is not None:
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno for frame in frames if frame.filename == "<template>"), None)


def _sentence(tempat: str, line: int | None, why: str) -> str:
    where = ", ".join(filter(None, (tempat, f"baris {line}" if line else "")))
    return f"Narasi tidak dapat disusun{f' ({where})' if where else ''}: {why}."


def _rows_of(items: object) -> list[Mapping[str, object]]:
    if not isinstance(items, tuple | list) or not all(isinstance(item, Mapping) for item in items):
        raise TypeError
    return list(items)


def _map(items: object, *, attribute: str) -> tuple[object, ...]:
    """One column of rows."""
    return tuple(row[attribute] for row in _rows_of(items))


def _selectattr(
    items: object, attribute: str, test: str = "", value: object = None
) -> tuple[object, ...]:
    """The rows whose column is true, or passes a test of `ROW_TESTS`: `"eq", value`."""
    return tuple(row for row in _rows_of(items) if _matches(row[attribute], test, value))


def _rejectattr(
    items: object, attribute: str, test: str = "", value: object = None
) -> tuple[object, ...]:
    """The rows that `selectattr` leaves."""
    return tuple(row for row in _rows_of(items) if not _matches(row[attribute], test, value))


def _matches(found: object, test: str, value: object) -> bool:
    return ROW_TESTS[test](found, value)


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


_FORMS = bentuk.FILTERS | {
    "map": _map,
    "selectattr": _selectattr,
    "rejectattr": _rejectattr,
    "items": _items,
    "capitalize": _capitalize,
    "list": _list,
}
